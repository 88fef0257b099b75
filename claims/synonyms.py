"""Words that reporters use for one another. Data: lemmas, folded, one group a line.

Beside a general thesaurus: these are the swaps of news copy and diplomatic speech. A word may
stand in several groups.
"""

from __future__ import annotations

from typing import Final

_GROUPS: Final = """
troops soldier force forces servicemen military army personnel
fighter militant insurgent gunman extremist radical member
group organization movement outfit
firm company business enterprise
many numerous multiple several plenty lot
urge call appeal ask exhort encourage press
demand require insist expect
say state tell note remark comment declare point stress
announce declare report proclaim unveil
discuss talk debate table agenda consider raise mention
official formal
publicly openly public open
regret sorry disappointment lament rue
absence absent away skip miss part attend participate join
attend participate join take part present presence
help aid assistance support relief backing
aid relief help assistance supplies
shipment consignment cargo delivery batch
dispatch send ship deliver
soil territory land
border frontier boundary
danger threat risk menace hazard peril
spill spread flow seep leak
drug narcotic opiate opium heroin
traffic trafficking smuggling trade trafficked smuggle
prevent avert avoid head stop curb forestall
curb limit restrict reduce check cut stem rein
cut reduce decrease lower drop fall decline
grow rise increase climb surge expand
worsen deteriorate degrade
improve better progress
crisis emergency disaster catastrophe collapse
humanitarian relief
refugee migrant migration exodus displaced flee
disguise guise pose masquerade pretend
hurry rush haste hasten
premature early soon
recognize recognition acknowledge
recognition recognize legitimacy
power rule control charge
administration government authorities cabinet leadership regime rulers
authorities government rulers administration leadership
interim temporary provisional caretaker acting transitional
inclusive represent representative broad reflect
promise pledge vow commitment undertake assurance word
keep honor fulfill deliver meet observe carry
accomplish achieve fulfill complete
fight combat battle struggle counter tackle
counter fight combat against
attack strike assault
kill slay dead death die
weapon arms munition arsenal
withdraw pullout withdrawal pull leave exit departure evacuation
responsibility blame responsible fault
cost price expense bill pay
money fund cash funding finance financial
fund money assets reserves
freeze block hold seize
unfreeze release unblock free unlock
lift remove ease end drop
list blacklist designation designate
sanction restriction measure penalty
talks negotiation dialogue dialog meeting consultation discussion conference
conference meeting forum gathering summit session
format platform forum framework
participate part attend join
envoy representative emissary ambassador diplomat delegate
delegation team mission delegate
lead head chair headed led
spokesman spokeswoman spokesperson
minister secretary
deputy vice
chief head leader top
stable stability calm steady
instability unstable unrest turmoil chaos disorder
stabilize steady calm normalize
peace calm settlement reconciliation
security safety safe secure
protect guard defend safeguard shield
ensure guarantee secure provide assure
concern worry fear alarm anxiety anxious concerned worried
warn caution alert warning
hope expect wish want
wish want desire
plan intend intention aim going will
ready prepared willing readiness
agree accept consent agreement
reject refuse deny decline
doubt skeptical unsure uncertain
belief believe think consider view opinion
see regard view consider
position stance policy line attitude view
role part place
important significant key crucial vital essential main
main chief principal major primary central key foremost
difficult hard tough challenging complicated complex
challenge test problem difficulty
problem issue matter question trouble
situation condition circumstance state development picture
develop unfold evolve development
country nation state
people citizen population resident public
woman female
girl female
child kid minor
school education educate teach
rights freedom liberty
ethnic ethnicity tribal
population people inhabitants
neighbor neighboring neighborhood adjacent nearby
region area regional zone
world international global community globe worldwide
ally partner friend friendly
enemy foe adversary
join unite together jointly common
together jointly joint
cooperate cooperation work collaborate engagement
contact tie relation relationship link connection
visit trip travel journey come
return come back
begin start launch open initiate
end finish conclude close stop
show demonstrate display prove reveal
contribute help
use exploit employ utilize advantage profit
exploit profit advantage use
vacuum instability void gap
level extent degree
unprecedented record highest
large big huge massive great vast
share portion part
quarter fourth
half fifty
majority most
almost nearly about roughly around approximately
roughly about around approximately some
currently now present today
present now current
soon shortly imminent
recent latest new
earlier before previous previously former prior
year annual
last previous past
next following coming upcoming
strengthen bolster reinforce boost enhance
weaken undermine erode
force compel oblige impose
law legal lawful de jure
illegal unlawful illegally unlawfully
decide decision determine resolve
document statement declaration paper communique text
sign endorse adopt
result outcome consequence product
reason cause explanation explain
create build form establish set
build construct rebuild reconstruct
rebuild reconstruction rebuilding recovery restore
work function operate operation run
machinery apparatus mechanism structure
institution body structure agency
gather mass concentrate assemble converge collect
concentrate gather mass
north northern
south southern
east eastern
west western
discord strife hatred conflict division enmity
conflict war fighting hostilities
terrorist terror terrorism extremist
penetrate infiltrate enter slip sneak
enter come penetrate cross
capture seize take takeover overrun
takeover power seize
seize capture grab take
evacuate flee leave
interfere meddle intervene interference meddling intervention
influence impact affect effect
opportunity chance prospect
moment instant o2
success successful successfully win
fail failure unsuccessful
experience
drill exercise maneuver training
embassy mission
journalist reporter press media
economic economy
poverty poor
hunger famine starvation food
billion
percent share
punish penalize
benefit advantage gain profit
loss lose
correct right proper
mistake error wrong
true genuine real truly genuinely
equal equality
moderate sensible prudent restrained
"""
GROUPS: Final[tuple[tuple[str, ...], ...]] = tuple(
    tuple(line.split()) for line in _GROUPS.strip().splitlines()
)


def by_word() -> dict[str, frozenset[int]]:
    """Lemma -> the numbers of its groups.

    >>> groups = by_word()
    >>> bool(groups["troops"] & groups["soldier"])
    True
    """
    found: dict[str, set[int]] = {}
    for number, group in enumerate(GROUPS):
        for word in group:
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
