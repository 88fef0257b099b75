"""Follow-ups in plain words: the table of what people type, and what they mean by it.

The first phrase that fits the whole line wins; `phrases.py` explains how a phrase is
written. Nothing here guesses: a line that fits no phrase is not understood.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Intent = Literal[
    "true", "fake", "print", "verdict", "yes", "no", "hello", "thanks", "help", "quit",
    "record", "others", "date", "place", "event", "before", "after", "more", "more_context",
    "context", "whole", "why", "diff", "source", "closest", "next", "previous", "show", "list",
    "confidence", "wordings", "search", "holdings", "topic", "speaker", "named_speaker", "is_from",
    "person", "cite", "archive", "undo", "redo", "left", "next_open", "copy", "commands", "saving",
]  # fmt: skip


class Rule(NamedTuple):
    """What is meant, and the ways to say it; with `known`, only when the person is known."""

    intent: Intent
    phrases: tuple[str, ...]
    known: bool = False


RULES = (
    Rule("yes", ("(yes|y|yep|sure|do it)", "(yes|ok|okay|just) check IT", "check IT")),
    Rule("no", ("(no|nope|n|never mind|cancel)", "no (thanks|thank you)")),
    Rule("hello", ("(hello|hi|hey|good morning|good afternoon|good evening) [there]",)),
    Rule("thanks", ("(thanks|thank you|thx|cheers) [(a lot|very much|so much)]",)),
    Rule("quit", ("[(thanks|thank you)] (quit|exit|q|bye|goodbye|leave)", "that is (all|it)")),
    Rule("help", (
        "(help|help me|examples|h)",
        "what can (you|i) (do|ask|say|type)",
        "how (does|do) (it|this|you) work",
        "how do i (start|use (it|this)|check a quote)",
        "what (now|next)",
    )),
    Rule("commands", (
        "help (commands|files|keys)", "[(all|list|the)] commands", "list the commands",
        "[the] keys",
    )),
    Rule("saving", (
        "save [(it|this|that|all|everything|my work|the session)]", "how (do|can) i save [IT]",
    )),
    Rule("true", (
        "[is] IT [(really|actually)] (true|correct|right|accurate|factual|a fact|the truth)",
        "is IT true or (false|not)",
        "(true|really|is HE (right|lying|telling the truth))",
        "did (it|that|this) [(really|actually)] happen",
        "is what HE (say|says|said) [(really|actually)] (true|right|correct)",
    )),
    Rule("fake", (
        "[(is|was)] IT [is] [(a|all|just)] FAKE",
        "IT is [(a|all|just|not)] (FAKE|true)",
        "FAKE [quote]",
        "HE [(has|have)] (never|did not) [really] (say|said) (IT|so)",
        "did HE not say (IT|so)",
    )),
    Rule("print", (
        "(can|may|should|shall) (i|we) [(safely|still)] (print|use|publish|quote|run) IT",
        "is it (safe|ok|okay) to (print|use|publish|quote|run) [IT]",
    )),
    Rule("verdict", (
        "[what (is|was)] [the] verdict [(on|of|for) IT]",
        "is (it|this|that) [(a|an|really a)] (match|paraphrase|quote|misquote|exact quote)",
        "is IT [(word for word|exact|verbatim|a real quote|real|genuine|authentic)]",
    )),
    Rule("record", (
        "who translated IT", "whose (translation|summary|words) [is IT]",
        "is IT a (translation|summary|transcript)", "what kind of record is IT",
    )),
    Rule("others", (
        "who else [(said|says)] [(IT|so)]",
        "(did|does|has) (anyone|anybody|someone|somebody) else (say|said) (IT|so|the same)",
        "(anyone|anybody) else",
        "how often [(was|has) IT [been] said]",
        "(did|has) HE (say|said) IT (before|again|elsewhere|often|more than once)",
    )),
    Rule("date", (
        "when", "[what (is|was)] [the] (date|day)",
        "when (was|is) IT [(said|from|made)]",
        "when (did|was) (HE|{person}) (say|saying|said) (IT|so)",
        "[on] (what|which) (date|day|year) [(was|is) IT [(said|from)]]",
        "how old is IT",
    )),
    Rule("place", (
        "where", "[what (is|was)] [the] place", "(is|was) IT said in {topic}",
        "where (was|is) IT (said|made)",
        "where did (HE|{person}) say (IT|so)",
        "[in] (what|which) (city|place|country|town) [(was|is) IT [said]]",
    )),
    Rule("event", (
        "[the] (event|occasion)",
        "[(at|on|in)] (what|which) (event|occasion|meeting|conference|speech|interview|briefing)",
        "what (is|was) the (event|occasion)", "(is|was) IT said at {topic}",
        "[(at|on|in)] (what|which) (event|occasion|meeting) (was|is) IT [said]",
        "to whom", "who did HE say IT to",
    )),
    Rule("before", (
        "before [IT]",
        "what (comes|came|was|is|stands) [said] before [IT]",
        "what did HE say [just] before [IT]",
        "[the] (sentence|statement|words) before [IT]",
    )),
    Rule("after", (
        "after [IT]",
        "what (comes|came|was|is|stands) [said] after [IT]",
        "what did HE say ([just] after [IT]|next|then|afterwards)",
        "[the] (sentence|statement|words) after [IT]",
    )),
    Rule("more_context", ("(more|wider|larger) context", "(more|some more) of the context")),
    Rule("more", ("more", "more (results|statements)", "[the] rest", "continue", "go on")),
    Rule("context", (
        "[(the|in|what is the)] context [(of|for|around) IT]",
        "what did HE say around IT", "what (is|was) around IT",
    )),
    Rule("whole", (
        "[the] (full|whole|entire|complete) (statement|text|quote|quotation|speech|passage|words)",
        "(full|in full)", "[the] stored (words|text|statement|wording)",
        "what (did|has) HE (really|actually) (say|said)",
        "what (was|did HE) [(really|actually)] (said|say) (exactly|there)",
        "what exactly did HE say", "what was (really|actually) said",
    )),
    Rule("why", (
        "why [not] [(a|an)] [(match|paraphrase|source|no source|not checked|error|warning)]",
        "why (is|was) (it|this|that) [(not|only)] [(a|an)] [(match|paraphrase|no source|checked)]",
        "why (it|this|that)",
        "why (no|not a|not an) (match|paraphrase|source|exact match)",
        "why is there no (match|source)", "why does it say (no source|paraphrase|match|that)",
        "what is [(wrong|the matter|the problem|the reason)] [(with|for) IT]",
        "(how so|how come|explain [IT]|reason|reasons|findings|the findings)",
    )),
    Rule("diff", (
        "[the] (diff|difference|differences|comparison)",
        "what (is|are) [the] (difference|differences|different)",
        "what (has|was|is) (changed|altered|added|missing|left out)", "what changed",
        "how (is|does) IT (different|differ)", "compare [IT]", "word (by|for) word",
    )),
    Rule("source", (
        "[the] (source|sources|link|links|url|reference|provenance|address)",
        "[what is] the (source|link|url|reference) (of|for|to) IT",
        "what is (the|your) (source|link|url|reference)",
        "where (is|was|does|did) IT (from|stand|come from|published|printed|written)",
        "where (can|could|do) (i|you) (read|find|have|see) IT [from]",
        "where do you have IT from", "who (published|printed|reported|wrote) IT",
        "do you have (a|the) (source|link)", "according to (whom|what)",
    )),
    Rule("closest", (
        "[what is] [the] (closest|nearest) [(one|ones|statement|statements|match|matches|three)]",
        "near (miss|misses)", "what comes close[st]",
        "[is there] (anything|something) (close|closer|similar) [to IT]",
        "similar [statements]",
    )),
    Rule("archive", (
        "[(the|an|is there an)] (archive|archived) [(link|copy|page|version)] [of IT]",
        "is IT archived", "[the] wayback [machine]",
    )),
    Rule("cite", (
        "(cite|citation) [IT] [[(as|in)] [a] {style}] [(style|citation)]",
        "how (do|should|can) i cite IT [[(as|in)] {style}]",
        "[(a|the|as a|in)] {style} [(citation|style)]",
    )),
    Rule("copy", ("copy", "copy IT", "copy {topic}")),
    Rule("undo", ("undo [(it|this|that)]", "take IT back", "oops")),
    Rule("redo", ("redo [(it|this|that)]",)),
    Rule("left", (
        "(open|left|todo|to do|unmarked|undecided)", "what is [still] (left|open)",
        "how many are [still] (left|open)", "list (open|unmarked)", "what remains",
    )),
    Rule("next_open", ("next (open|unmarked|undecided) [(one|quote|card|result)]",)),
    Rule("next", ("next [(one|quote|card|result)]",)),
    Rule("previous", ("(previous|prev|back) [(one|quote|card|result)]",)),
    Rule("show", ("IT", "again", "[show] IT again", "repeat [IT]", "[the] card", "what is IT")),
    Rule("list", (
        "list", "list [all] [the] (quotes|results|cards)", "all [the] (quotes|results|cards)",
        "(overview|summary|results|all)", "what (have|did) (i|we) (checked|check)",
    )),
    Rule("confidence", (
        "how (sure|certain|confident) [are you] [(about|of) IT]",
        "are you (sure|certain) [(about|of) IT]", "[the] confidence",
        "(can|how far can) i trust IT", "how reliable is IT",
    )),
    Rule("wordings", (
        "[(any|the|are there|are there any|is there an)] other WORDING [of IT]",
        "[(a|any|is there a|are there)] (translation|translations|wordings|versions) [of IT]",
        "(what|which) language (is|was) IT [said] [in]",
        "[what is IT] [in] [(the|is there a|is there an)] {language} [WORDING]",
        "how did HE say IT in {language}",
    )),
    Rule("speaker", (
        "who", "who (said|says|say|spoke|wrote) [(IT|so)]", "who has said (IT|so)",
        "who (is|was) [the] (speaker|author)", "who (is|was) (IT|HE) [(by|from)]",
        "by whom", "whose (words|quote|statement) [(is|are|was|were) [(IT|they|these|those)]]",
        "[the] speaker", "which minister", "(is|was) HE the {topic}",
    )),
    Rule("named_speaker", ("did HE [(really|actually|ever)] say (IT|so)",)),
    Rule("is_from", (
        "(is|was) IT [(really|actually)] [said] (from|by) {person}",
        "did {person} [(really|actually|ever|also)] say (IT|so)",
        "did {person} [ever] say (anything|something) (similar|close|like IT)",
        "are you (sure|certain) IT (is|was) [(from|by)] {person}",
        "has {person} [(really|actually|ever|also)] said (IT|so)",
        "IT (is|was) [said] (from|by) {person}",
    )),
    Rule("is_from", (
        "(is|was) (it|this|that) [not] {person}", "not {person}", "(by|from) {person}",
        "{person} said (IT|so)",
    ), known=True),
    Rule("person", ("[i mean] {person}", "who is {person}"), known=True),
    Rule("search", (
        "(search|find) [[for] {topic}]", "look for {topic}",
        "who [else] SAY (something|anything) [ABOUT] {topic}",
        "who [else] (SAY ABOUT|mentioned|mentions) {topic}",
        "what (did|do) (they all|people|everyone) say ABOUT {topic}",
        "what (happened|was said) [ABOUT {topic}]", "who (spoke|talked)",
    )),
    Rule("holdings", (
        "coverage", "what do you (hold|have|know|cover)", "what is in (the|your) store",
        "(which|what|who) [(speakers|people|topics)] (do you|you) (hold|have|know|cover)",
        "what do you (hold|have|know|cover) (ABOUT|from|by) {topic}",
        "how (many|much) [(quotes|statements)] do you (hold|have) [(ABOUT|from|by) {topic}]",
        "(anything|something) (ABOUT|from|by) {topic}",
        "(do you have|is there) anything (ABOUT|from|by) {topic}",
        "(tell me about|more about|all about|everything about|anything about) {topic}",
    )),
    Rule("topic", (
        "what [else] DID (HE|{person}) [else] [(ever|also)] (SAY|think) [else] [ABOUT {topic}]",
        "what (HE|{person}) [(also|else)] SAY [else] [ABOUT {topic}]",
        "DID (HE|{person}) [(ever|also)] SAY [(anything|something)] [else] [ABOUT] {topic}",
        "(anything|something|everything) [else] (by|from) (him|her|them|{person}) [ABOUT {topic}]",
        "what else [(ABOUT|of) {topic}]", "anything else [ABOUT {topic}]",
        "(what about|how about|about|on) {topic}",
    )),
    Rule("topic", ("{person} (on|about) {topic}",), known=True),
)  # fmt: skip
