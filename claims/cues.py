"""Words that report speech, as data: verbs in all their forms, nouns, and what stands beside them.

In the tables irregular past forms follow the verb, and "~" marks a verb of which only the past
and the -ing form count, since its other forms are nouns at least as often.

A speech verb ("said") may name its speaker on either side of a quotation; a stance verb
("praised", "wants") only before it.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

Form = Literal["finite", "gerund", "base"]


class Cue(NamedTuple):
    """A form of a reporting verb.

    Shape: "base" is also the present plural; a regular past form is its own participle.
           `feminine` marks a Russian past form of a woman's.
    """

    lemma: str
    form: Form
    speech: bool
    feminine: bool = False


_SPEECH = (
    "say said said|tell told told|write wrote written|add|ask|tweet|continue|respond|note|explain"
    "|reply|state|conclude|argue|suggest|recall|warn|acknowledge|promise|claim|insist|vow|assure"
    "|admit|~remark|joke|shout|announce|declare|boast|predict|answer|lament|complain|interject"
    "|emphasize|emphasise|stress|assert|repeat|reiterate|concede|testify|elaborate|wonder|proclaim"
    "|confirm|deny|observe|~comment|quip|urge|maintain|contend|caution|~charge|report|reveal|clarify"
    "|~counter|retort|exclaim|recount|opine|underline|underscore|disclose|mention|~signal|indicate"
    "|pledge|allege|affirm|believe|think thought thought|chant|yell|scream|whisper|mutter|cry"
    "|inform|advise|declaim|pronounce|begin began begun|go went gone|put put put|agree|muse"
    "|~crack|~fire|~chime|~boom|~thunder|~roar|~cheer|~speculate|~vent|~read"
    "|~post|~email|~object|protest|intone|blare|sigh|brag|deadpan|gush|confide"
    "|swear swore sworn|estimate|conjecture|theorize|surmise|advise|demand|plead|implore"
)
_STANCE = (
    "call|describe|accuse|praise|criticize|criticise|blast|denounce|dismiss|mock|slam|condemn"
    "|attack|~label|~brand|dub|refer|express|voice|thank|blame|express|question|compare|liken|deride"
    "|defend|reject|cite|~point|hail|applaud|decry|portray|characterize|characterise|consider|see"
    " saw seen|know knew known|hope|fear|expect|want|plan|propose|offer|seek sought sought|refuse"
    "|decline|endorse|support|oppose|~back|favor|favour|welcome|commend|~credit|lambaste|~rip|~trash"
    "|tout|bemoan|ridicule|rail|threaten|challenge|~press|~prod|lecture|regret|reassure|dispute"
    "|rebut|recommend|appeal|invite|encourage|~outline|~detail|~address|speak spoke spoken"
    "|show showed shown|find found found|learn|identify|reference|invoke|echo|imply|hint|float"
    "|~quote|~repost|retweet|recite|pray|sing sang sung|argue|intend"
    "|desire|decide|vote|worry|doubt|understand understood understood|feel felt felt|recognise"
    "|recognize|note|reprimand|admonish|rebuke|scold|~pan|vilify|chide|urge|demand|~name|~term|~deem"
)
_RUSSIAN = (
    "сказать сказал|говорить говорил|заявить заявил|заявлять заявлял|отметить отметил|отмечать"
    " отмечал|сообщить сообщил|сообщать сообщал|добавить добавил|добавлять добавлял|подчеркнуть"
    " подчеркнул|подчеркивать подчеркивал|написать написал|писать писал|пояснить пояснил|пояснять"
    " пояснял|объяснить объяснил|объяснять объяснял|рассказать рассказал|указать указал|указывать"
    " указывал|уточнить уточнил|уточнять уточнял|напомнить напомнил|напоминать напоминал"
    "|предупредить предупредил|предупреждать предупреждал|признать признал|считать считал"
    "|утверждать утверждал|ответить ответил|отвечать отвечал|спросить спросил|продолжить продолжил"
    "|констатировать констатировал|заверить заверил|заверять заверял|резюмировать резюмировал"
    "|заключить заключил|призвать призвал|призывать призывал|выразить выразил|назвать назвал"
    "|называть называл|обратить обратил|возразить возразил|предположить предположил|обещать обещал"
    "|пообещать пообещал"
)
_RUSSIAN_PRESENT = (
    "говорит говорят заявляет заявляют отмечает отмечают сообщает сообщают добавляет подчеркивает"
    " подчеркивают пишет пишут поясняет объясняет указывает указывают уточняет напоминает"
    " предупреждает считает считают утверждает утверждают призывает призывают"
)
_NO_INVERSION = frozenset(
    "tell urge call accuse go put believe think begin assure inform advise deny refer express see"
    " read post email text message mention show find".split()
)
"""Verbs that do not stand before their subject after a quotation ("told Lavrov" asks who told)."""

NOUNS = frozenset(
    "statement statements claim claims remark remarks comment comments warning warnings call calls"
    " assertion assertions promise promises pledge accusation accusations tweet tweets speech"
    " words interview letter message assessment description argument suggestion insistence answer"
    " response reply declaration announcement criticism praise post posts email charge question"
    " quote quip demand appeal characterization view belief contention observation complaint"
    " admission op-ed slogan address prediction vow".split()
)
ADVERBS = frozenset(
    "also later then once again recently repeatedly reportedly never not often still just even"
    " now further already earlier previously publicly privately famously apparently clearly"
    " simply merely always only soon thus rightly instead once twice first separately bluntly"
    " today yesterday tonight similarly all both each too subsequently meanwhile afterwards"
    " afterward monday tuesday wednesday thursday friday saturday sunday".split()
)
AUXILIARIES = frozenset(
    "has have had having is are was were be been being will would could can may might must should"
    " did does do 's 've 'd ’s ’ve ’d has’nt hasn't 'll".split()
)
PRONOUNS = frozenset("he she they it i we who you он она они".split())
MENTAL = frozenset(
    "want hope see show need support oppose favor favour consider expect plan seek know find feel"
    " think believe agree decide intend understand doubt worry fear begin go put vote regret view"
    " desire refuse decline learn".split()
)
"""Verbs of thought: inside "said he wants ..." the speaker is that of "said"."""

NOUN_FORMS = frozenset(
    "remarks claims comments calls reports charges states notes posts tweets promises demands"
    " answers questions plans hopes fears talks shows views points votes cites quotes threats"
    " claim comment call report note tweet promise demand answer question plan hope fear talk show"
    " vote offer offers attack attacks praise support pledge pledges doubt doubts worry appeal"
    " appeals challenge challenges address vow vows counter blame thanks reply protest protests"
    " cry cries joke jokes estimate estimates advice back voice label brand state read regret"
    " dispute echo echoes hint hints sigh chant chants yell text reference change state".split()
)
"""Forms that are nouns as often as verbs."""

DETERMINERS = frozenset(
    "the a an his her their its our my this these those one some many several other another"
    " two three four five all any both every few each such".split()
)
PREPOSITIONS = frozenset(
    "of for in at from with on by to about after before during against over under between among"
    " as into through since until via near within without outside inside than per like"
    " в во на с со о об по из к у за от для при перед после".split()
)
CONJUNCTIONS = frozenset(
    "and but or while when as if because although though that which where whereas so yet since"
    " after before until unless whether what how why once nor who whose whom"
    " как что когда если но и а хотя чтобы".split()
)
ROLE_NOUNS = frozenset(
    "spokesman spokeswoman spokesperson spokespeople spokesmen official officials minister"
    " ministers president premier chancellor secretary ambassador ambassadors envoy envoys diplomat"
    " diplomats adviser advisor advisers advisors aide aides analyst analysts expert experts"
    " professor pollster strategist strategists operative operatives manager director chairman"
    " chairwoman chair chief head leader leaders senator senators congressman congresswoman"
    " lawmaker lawmakers governor governors mayor mayors candidate candidates nominee nominees"
    " reporter reporters journalist journalists author authors editor editors host hosts anchor"
    " source sources person people supporter supporters critic critics ally allies opponent"
    " opponents member members voter voters activist activists advocate advocates lawyer lawyers"
    " attorney attorneys judge judges general commander commanders officer officers soldier"
    " agent agents economist economists scientist scientists researcher researchers historian"
    " historians scholar scholars executive executives owner founder co-founder ceo pastor bishop"
    " priest student students resident residents man woman men women mother father son daughter"
    " wife husband brother sister friend friends neighbor neighbour colleague colleagues veteran"
    " delegate delegates representative representatives speaker writer writers columnist"
    " commentator blogger correspondent consultant organizer organiser volunteer worker workers"
    " coach coaches captain captains goalkeeper striker trainer trainers player players archbishop"
    " cardinal rabbi inspector detective sergeant sheriff prosecutor prosecutors teacher teachers"
    " doctor doctors nurse nurses farmer farmers miner miners engineer engineers"
    " businessman billionaire mogul donor donors politician politicians insider insiders observers"
    " observer witness witnesses doctor psychologist co-host boss negotiator negotiators fighter"
    " fighters militant militants king queen prince princess campaign committee department agency"
    " ministry government administration company group organization organisation union court paper"
    " newspaper magazine statement report study poll survey site website outlet network station"
    " foundation institute center centre commission council party church police army military"
    " newsletter article editorial authorities counterpart predecessor successor lady"
    " secretary-general"
    " democrats republicans conservatives liberals americans russians afghans insurgents parliament"
    " guy girl boy teacher farmer retiree nurse actor actress singer comedian star celebrity crowd"
    " protesters protestors protester audience lead frontrunner front-runner rival rivals vice"
    " congressmen lobbyist co-chair moderator moderators staffer staffers deputy panel"
    " panelist state".split()
)


@cache
def _forms() -> dict[str, Cue]:
    forms: dict[str, Cue] = {}
    for table, speech in ((_STANCE, False), (_SPEECH, True)):
        for entry in table.split("|"):
            lemma, *irregular = entry.split()
            bare = lemma.removeprefix("~")
            for word, form in _inflect(bare, irregular):
                if bare == lemma or word.endswith(("ed", "ing")):
                    forms[word] = Cue(bare, form, speech)
    for entry in _RUSSIAN.split("|"):
        lemma, past = entry.split()
        for word in (past, past + "а", past + "и", past + "о"):
            forms[word] = Cue(lemma, "finite", speech=True, feminine=word == past + "а")
    for word in _RUSSIAN_PRESENT.split():
        forms[word] = Cue(word, "finite", speech=True)
    return forms


def _inflect(lemma: str, irregular: list[str]) -> list[tuple[str, Form]]:
    if lemma.endswith("e"):
        past, gerund, third = lemma + "d", lemma[:-1] + "ing", lemma + "s"
    elif lemma.endswith("y") and lemma[-2] not in "aeo":
        past, gerund, third = lemma[:-1] + "ied", lemma + "ing", lemma[:-1] + "ies"
    elif lemma in _DOUBLING:
        past, gerund, third = lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing", lemma + "s"
    else:
        ending = "es" if lemma.endswith(("s", "sh", "ch", "x", "go")) else "s"
        past, gerund, third = lemma + "ed", lemma + "ing", lemma + ending
    pasts = irregular or [past]
    return [
        *((word, "finite") for word in pasts),
        (third, "finite"),
        (gerund, "gerund"),
        (lemma, "base"),
    ]


_DOUBLING = frozenset("admit quip brag slam dub rip refer put begin rebut pan".split())


def cue(word: str) -> Cue | None:
    """The reporting verb a word is a form of, in small letters, `None` if it is none.

    >>> cue("said")
    Cue(lemma='say', form='finite', speech=True, feminine=False)
    >>> cue("table") is None
    True
    """
    return _forms().get(word)


def is_cue(word: str) -> bool:
    """Whether a word, in small letters, is a form of a verb of speech."""
    found = _forms().get(word)
    return found is not None and found.speech


def inverts(found: Cue) -> bool:
    """Whether the verb may stand between a quotation and its subject: "..., said Lavrov"."""
    return found.speech and found.form == "finite" and found.lemma not in _NO_INVERSION
