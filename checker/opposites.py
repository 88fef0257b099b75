"""Words that stand against each other, side by side. Data, keyed by folded lemmas.

Two words of the two sides of one line say the opposite of the same thing, where they stand in
clauses that correspond. `PHRASES` tells what a verb means with the little word behind it.
"""

from __future__ import annotations

from typing import Final

SIDES: Final[tuple[tuple[str, str], ...]] = (
    ("increase grow rise expand widen surge climb swell intensify escalate multiply mount gain",
     "decrease shrink fall reduce decline diminish dwindle lessen fade subside abate narrow drop"),
    ("improve recover normalize mend heal", "worsen deteriorate sour suffer degrade"),
    ("spur boost promote foster encourage stimulate facilitate strengthen enable",
     "hinder hamper impede obstruct undermine harm damage hurt weaken thwart stifle prevent"),
    ("push lead drive force prompt", "prevent deter dissuade"),
    ("agree coincide match converge concur align", "differ diverge disagree clash conflict"),
    ("gather concentrate assemble converge mass approach", "withdraw disperse retreat scatter"),
    ("enter arrive infiltrate", "leave depart exit withdraw"),
    ("join attend participate", "leave quit skip boycott miss"),
    ("start begin launch initiate resume continue restart",
     "stop end cease halt suspend discontinue quit finish"),
    ("keep maintain retain preserve uphold",
     "lift abolish drop scrap remove abandon cancel revoke discard"),
    ("impose introduce", "lift abolish scrap remove cancel revoke"),
    ("allow permit authorize", "ban forbid prohibit prevent bar block outlaw"),
    ("support back endorse favor welcome praise applaud advocate",
     "oppose condemn reject criticize denounce resist protest"),
    ("accept approve adopt embrace", "reject refuse decline veto"),
    ("confirm admit acknowledge concede", "deny dispute refute contradict"),
    ("succeed win", "fail lose"),
    ("glad happy pleased satisfied delighted welcome",
     "sorry disappointed unhappy regret sad angry dissatisfied displeased"),
    ("hope optimistic confident", "fear pessimistic despair"),
    ("open reopen", "close closed shut"),
    ("easy simple", "hard difficult complicated tough"),
    ("certain sure convinced confident", "doubt doubtful unsure uncertain skeptical"),
    ("calm quiet peaceful stable", "tense restless violent turbulent"),
    ("healthy strong", "weak sick ill"),
    ("infant child baby", "adult"),
    ("include involve", "exclude omit"),
    ("unite", "divide split"),
    ("ally friend partner", "enemy foe adversary opponent rival"),
    ("safe secure", "dangerous unsafe"),
    ("enough sufficient", "insufficient"),
    ("openly publicly", "secretly privately covertly"),
    ("quickly fast rapidly swiftly", "slowly"),
    ("jointly", "alone separately unilaterally"),
    ("build rebuild restore create establish form", "destroy demolish dismantle dissolve"),
    ("release free", "detain arrest imprison jail"),
    ("protect guard defend", "attack threaten endanger"),
    ("true", "false untrue"),
    ("win victory", "defeat loss"),
    ("love like", "hate dislike"),
    ("invite", "expel"),
    ("useful effective valuable", "useless ineffective worthless"),
    ("obey respect observe honor", "violate breach flout ignore disregard"),
    ("conceal hide", "reveal disclose publish"),
    ("raise", "lower cut reduce"),
    ("extend prolong lengthen", "shorten curtail"),
    ("hire appoint", "dismiss fire sack"),
    ("rich wealthy", "poor"),
    ("guilty", "innocent"),
)  # fmt: skip
PHRASES: Final[dict[tuple[str, str], str]] = {
    ("hold", "back"): "hinder", ("call", "off"): "cancel", ("turn", "down"): "reject",
    ("give", "up"): "abandon", ("pull", "out"): "withdraw", ("break", "off"): "end",
    ("back", "down"): "yield", ("stay", "away"): "skip", ("set", "up"): "establish",
    ("keep", "out"): "exclude", ("leave", "out"): "exclude", ("let", "in"): "admit",
    ("go", "up"): "rise", ("go", "down"): "fall", ("come", "down"): "fall",
    ("slow", "down"): "hinder", ("carry", "on"): "continue", ("go", "on"): "continue",
    ("shut", "down"): "close", ("take", "part"): "participate", ("fall", "apart"): "split",
    ("get", "better"): "improve", ("get", "worse"): "worsen", ("live", "up"): "fulfill",
    ("stay", "open"): "open", ("keep", "open"): "open",
}  # fmt: skip
"""Verb and the word just behind it -> the one verb that says the same."""
