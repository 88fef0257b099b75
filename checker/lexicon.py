"""Words that decide: negators, modals, conditions, hedges, actors. Data, keyed by folded words.

English and Russian, and beside them what `tongues` has. `checker.edits` says what each class means
for a verdict.
"""

from __future__ import annotations

from checker import tongues

NEGATORS = frozenset(
    "not no never nobody noone nothing none neither nor nowhere without cannot hardly barely"
    " scarcely rarely seldom"
    " не нет ни никогда никто никого ничего ничто нигде без нельзя никакой никаких".split()
).union(tongues.NEGATORS)
# After these, a negator does not deny the clause: "not only", "no fewer than", "no doubt".
NOT_DENYING: frozenset[tuple[str, str]] = frozenset(
    [("not", word) for word in ("only", "just", "merely", "simply", "least", "solely", "mention")]
    + [("no", word) for word in ("fewer", "less", "more", "later", "earlier", "sooner", "doubt",
                                 "wonder", "matter", "better")]
    + [("not", "but"), ("not", "help"), ("nothing", "but"), ("nothing", "less"), ("none", "other"),
       ("without", "doubt"), ("without", "question"), ("не", "только"),
       ("не", "менее"), ("не", "более"),
       ("без", "сомнения"), ("neither", "here")]
).union(tongues.NOT_DENYING)  # fmt: skip
# Verbs and adjectives that deny by themselves.
DENIALS = frozenset(
    "fail fails failed failing failure refuse refuses refused refusing refusal declines declined"
    " reject rejects rejected rejecting rejection deny denies denied denying denial lack lacks"
    " lacked lacking absent absence exclude excludes excluded impossible unable unlikely"
    " unwilling unacceptable skip skips skipped avoid avoids avoided doubt doubts doubted doubtful"
    " отказался отказалась отказались отказывается невозможно отсутствие".split()
).union(tongues.DENIALS)
DENIAL_PHRASES: frozenset[tuple[str, ...]] = frozenset(
    [("stay", "away"), ("stays", "away"), ("stayed", "away"), ("staying", "away"),
     ("out", "of", "the", "question"), ("ruled", "out"), ("rules", "out"), ("rule", "out"),
     ("far", "from"), ("keep", "from"), ("kept", "from"), ("yet", "to"), ("short", "of"),
     ("prevented", "from"),
     ("cease", "to"), ("ceases", "to"),
     ("ceased", "to"), ("run", "out"), ("runs", "out"), ("ran", "out"), ("left", "out"),
     ("leave", "out"), ("leaves", "out"), ("shut", "out"), ("shuts", "out"), ("stop", "being")]
).union(tongues.DENIAL_PHRASES)  # fmt: skip
MODALS: dict[str, str] = {
    **dict.fromkeys(("may", "might", "could", "может", "могут"), "possible"),
    **dict.fromkeys(("can", "able", "способен", "способны"), "able"),
    **dict.fromkeys(("will", "shall", "будет", "будут", "буду", "будем"), "future"),
    "would": "would",
    **dict.fromkeys(("should", "ought", "следует"), "should"),
    **dict.fromkeys(("must", "obliged", "required", "necessary", "должен", "должна", "должны",
                     "должно", "обязан", "обязаны", "необходимо", "надо", "нужно"), "must"),
    **tongues.MODALS,
}  # fmt: skip
MODAL_PHRASES: dict[tuple[str, ...], str] = {
    ("have", "to"): "must", ("has", "to"): "must", ("had", "to"): "must", ("need", "to"): "must",
    ("needs", "to"): "must",
    ("got", "to"): "must", ("going", "to"): "future", ("supposed", "to"): "should",
    ("is", "to"): "future", ("are", "to"): "future", ("certain", "to"): "future",
    ("sure", "to"): "future", ("bound", "to"): "future",
    **tongues.MODAL_PHRASES,
}  # fmt: skip
CONDITIONS: dict[str, str] = {
    **dict.fromkeys(("if", "provided", "providing", "whether", "assuming", "если"), "if"),
    **dict.fromkeys(("unless",), "unless"),
    **dict.fromkeys(("only", "solely", "exclusively", "sole", "только", "лишь",
                     "исключительно"), "only"),
    **dict.fromkeys(("except", "excepting", "excluding", "кроме", "исключая"), "except"),
    **dict.fromkeys(("until", "till"), "until"),
    "otherwise": "otherwise",
    **tongues.CONDITIONS,
}  # fmt: skip
CONDITION_PHRASES: dict[tuple[str, ...], str] = {
    ("as", "long", "as"): "if", ("so", "long", "as"): "if", ("on", "condition"): "if",
    ("in", "case"): "if", ("in", "the", "event"): "if",
    ("but", "for"): "except", ("apart", "from"): "except",
    ("other", "than"): "except", ("all", "but"): "except", ("nothing", "but"): "only",
    ("depends", "on"): "if", ("subject", "to"): "if", ("при", "условии"): "if",
    ("до", "тех", "пор"): "until",
    **tongues.CONDITION_PHRASES,
}  # fmt: skip
PLANS = frozenset(
    "consider considers considered considering plan plans planned planning intend intends"
    " intended intending intention effort efforts propose proposes proposed proposing prepare"
    " prepares preparing prepared ready weigh weighs weighing study studying discuss discussing"
    " mull mulling explore exploring want wants wanted wish wishes wished hope hopes hoped seek"
    " seeks sought seeking try tries tried trying attempt attempts attempting aim aims aiming begin"
    " begins beginning begun began start starts started starting negotiate negotiates negotiating"
    " vow vows vowed promise promises promised pledge pledges pledged threaten threatens threatened"
    " expected expects expect offer offered"
    " рассматривает рассматривают планирует планируют намерен намерена намерены готов готовы"
    " собирается собираются хочет хотят обещает обещают готовится".split()
)
PLAN_PHRASES: tuple[tuple[str, ...], ...] = (
    ("about", "to"), ("thinking", "of"), ("thinking", "about"), ("in", "talks"),
    ("on", "the", "point", "of"), ("interested", "in"),
)  # fmt: skip
DONE_AUXILIARIES = frozenset("has have had was were did уже been is are".split())
HEDGES = frozenset(
    "yet now currently presently probably certainly perhaps apparently likely almost nearly"
    " roughly approximately around about some seemingly reportedly allegedly supposedly"
    " definitely undoubtedly surely clearly obviously possibly generally usually largely mostly"
    " partly somewhat maybe arguably essentially basically already still soon so"
    " пока сейчас вероятно возможно наверное примерно около видимо конечно безусловно"
    " похоже якобы".split()
).union(tongues.HEDGES)
HEDGE_PHRASES: tuple[tuple[str, ...], ...] = (
    ("at", "present"), ("for", "now"), ("at", "this", "stage"), ("for", "the", "moment"),
    ("at", "the", "moment"), ("so", "far"), ("as", "yet"), ("for", "the", "time", "being"),
    ("i", "think"), ("we", "think"), ("i", "believe"), ("we", "believe"), ("i", "guess"),
    ("it", "seems"), ("in", "my", "opinion"), ("in", "my", "view"), ("in", "our", "view"),
    ("no", "doubt"), ("of", "course"), ("i", "hope"), ("we", "hope"), ("at", "this", "point"),
    ("more", "or", "less"), ("to", "some", "extent"), ("as", "of", "now"), ("sort", "of"),
    ("kind", "of"), ("я", "думаю"), ("на", "данный", "момент"), ("на", "данном", "этапе"),
    ("в", "настоящее", "время"), ("at", "the", "present", "stage"), ("at", "least"),
    ("more", "than"), ("up", "to"), ("or", "so"), ("just", "over"), ("just", "under"),
    ("without", "doubt"), ("without", "question"),
    ("in", "all", "likelihood"), ("in", "all", "probability"), ("as", "far", "as", "i", "know"),
    ("to", "my", "knowledge"), ("по", "всей", "видимости"), ("скорее", "всего"),
    *tongues.HEDGE_PHRASES,
)  # fmt: skip
EDGE_HEDGES: frozenset[tuple[str, ...]] = frozenset(
    [
        (word,)
        for word in "nearly almost roughly approximately probably perhaps apparently likely"
        " possibly maybe reportedly allegedly supposedly seemingly пока вероятно возможно наверное"
        " примерно почти похоже якобы видимо".split()
    ]
    + [
        phrase
        for phrase in HEDGE_PHRASES
        if len(phrase) > 1
        and phrase[0]
        not in ("of", "no", "without", "more", "up", "or", "just", "sort", "kind", "at")
    ]
    + [("at", "present"), ("at", "this", "stage"), ("at", "the", "moment"), ("at", "this", "point")]
)
"""Hedges that a cut may leave outside, on either edge."""
BEFORE_NUMBERS: frozenset[tuple[str, ...]] = frozenset(
    tuple(phrase.split())
    for phrase in (
        "about",
        "around",
        "more than",
        "fewer than",
        "less than",
        "up to",
        "at least",
        "at most",
        "just over",
        "just under",
        "более",
        "менее",
        "около",
        "свыше",
        "почти",
        "до",
    )
)
INTENSIFIERS = frozenset(
    "far even much very huge highly extremely big great greatly really so too deeply strongly"
    " totally completely absolutely utterly entirely enormous massive vast tremendous serious"
    " seriously severe severely major grave gravely badly hugely incredibly particularly especially"
    " exceptionally quite rather fairly slightly minor small little significant significantly"
    " considerable considerably dramatic dramatically sharp sharply drastic drastically"
    " always often frequently sometimes constantly repeatedly regularly continually"
    " full fully purely truly genuinely acute terrible dire"
    " очень крайне весьма огромный огромная огромное огромные огромной огромную огромного огромным"
    " огромных абсолютно совершенно серьезно"
    " сильно серьезный серьезная серьезные".split()
)
MINOR = frozenset(
    "a an the that which who whom toward towards among amongst amid amidst while whilst upon on"
    " gs and".split()
)
MINOR_PAIRS: frozenset[frozenset[str]] = frozenset(
    frozenset(pair)
    for pair in (("that", "which"), ("toward", "towards"), ("among", "amongst"), ("a", "the"),
                 ("an", "the"), ("a", "an"), ("who", "that"), ("who", "which"), ("on", "upon"),
                 ("amid", "amidst"), ("while", "whilst"), ("this", "the"), ("that", "the"),
                 ("until", "till"), ("afterward", "afterwards"))
)  # fmt: skip
FILLERS = frozenset(
    "um uh er erm ah eh hmm mm well like actually basically yeah oh okay ok so look right"
    " ну э эм ээ значит вот как-бы".split()
)
WEAK_FILLERS = frozenset("well like actually basically so look right ok okay ну вот значит".split())
"""Fillers only where commas set them off."""
FILLER_PHRASES: tuple[tuple[str, ...], ...] = (
    ("you", "know"), ("i", "mean"), ("sort", "of"), ("kind", "of"), ("mr", "president"),
    ("ladies", "and", "gentlemen"), ("mr", "chairman"), ("madam", "president"),
    ("так", "сказать"), ("как", "бы"),
)  # fmt: skip
TAKES_CLAUSE = frozenset(
    "know knew think thought believe hope suppose guess say says said sure glad if what how whether"
    " do did does that who".split()
)
"""After these, "you know" and "I mean" are a clause and no filler."""
ADDRESSES = frozenset(
    "mr mrs ms madam sir dear honorable esteemed president chairman chairwoman chair speaker"
    " minister ambassador senator excellency your honor friends colleagues comrades ladies and"
    " gentlemen my господин госпожа господа дамы и уважаемый уважаемая уважаемые дорогие дорогой"
    " председатель председательница президент спикер министр коллеги друзья товарищи товарищ"
    " ваша честь".split()
)
"""Words that call somebody, where commas set them off."""
JOINING = frozenset("and or nor и или".split())
FIRST_PERSON = {
    "i": "s", "me": "s", "my": "s", "mine": "s", "myself": "s", "am": "s",
    "we": "p", "us": "p", "our": "p", "ours": "p", "ourselves": "p",
    "я": "s", "меня": "s", "мне": "s", "мной": "s", "мой": "s", "моя": "s", "мои": "s",
    "мы": "p", "нас": "p", "нам": "p", "нами": "p", "наш": "p", "наша": "p", "наши": "p",
}  # fmt: skip
SECOND_PERSON = frozenset("you your yours yourself yourselves".split())
THIRD_PERSON = {
    "he": "s", "she": "s", "him": "s", "her": "s", "his": "s", "hers": "s", "himself": "s",
    "herself": "s", "он": "s", "она": "s", "его": "s", "ее": "s", "ему": "s", "ей": "s",
    "они": "p", "их": "p", "им": "p", "ими": "p", "they": "p", "them": "p", "their": "p",
    "theirs": "p", "themselves": "p",
}  # fmt: skip
AGREEMENT = frozenset("am is are was were has have had do does did be been being".split())
PREPOSITIONS = frozenset(
    "of in on at to from for with by into onto over under between through about after before"
    " during since against across behind beyond near within along around as than".split()
)
FUNCTION_WORDS = (
    MINOR
    | AGREEMENT
    | PREPOSITIONS
    | frozenset(FIRST_PERSON)
    | frozenset(THIRD_PERSON)
    | SECOND_PERSON
    | frozenset(
        "it its itself this these those there here and or but so because then thus also too as"
        " what when where why how whose such own one n1 least fewer less other"
        " others another some any all both either"
        " each every more much will would shall should may might can could must not no"
        " если и или но а что это как так же бы ли в во на с со к ко по из за от до о об у для"
        " при он она они мы вы я его ее их нас вас мне нам ему ей им то тот эта эти этот был"
        " была были быть есть said says say told tells according".split()
    )
)
LIGHT_VERBS = frozenset(
    "make makes made making take takes took taken taking get gets got getting give gives gave"
    " given giving go goes went gone going come comes came coming keep keeps kept keeping stay"
    " stays stayed remain remains remained remaining become becomes became put puts putting set"
    " fall falls fell having doing does hold holds held holding carry carries carried".split()
)
OPPOSITES: tuple[tuple[str, str], ...] = (
    ("support", "oppose"), ("accept", "reject"), ("confirm", "deny"), ("increase", "decrease"),
    ("increase", "reduce"), ("increase", "cut"), ("grow", "shrink"), ("rise", "fall"),
    ("welcome", "condemn"), ("praise", "condemn"), ("praise", "criticise"), ("allow", "ban"),
    ("allow", "forbid"), ("permit", "prohibit"), ("allow", "prevent"), ("open", "close"),
    ("start", "stop"), ("begin", "end"), ("win", "lose"), ("succeed", "fail"),
    ("improve", "worsen"), ("improve", "deteriorate"), ("include", "exclude"),
    ("before", "after"), ("above", "below"), ("least", "most"), ("fewer", "more"),
    ("less", "more"), ("ally", "enemy"), ("friend", "enemy"), ("safe", "dangerous"),
    ("possible", "impossible"), ("likely", "unlikely"), ("legal", "illegal"),
    ("stable", "unstable"), ("stability", "instability"), ("acceptable", "unacceptable"),
    ("lawful", "unlawful"), ("satisfied", "dissatisfied"), ("optimistic", "pessimistic"),
    ("optimism", "pessimism"), ("strong", "weak"), ("strengthen", "weaken"), ("attack", "defend"),
    ("join", "leave"), ("arrive", "leave"), ("freeze", "unfreeze"), ("block", "unblock"),
    ("impose", "lift"), ("lift", "tighten"), ("keep", "lift"), ("maintain", "lift"),
    ("extend", "lift"), ("keep", "relief"), ("maintain", "relief"), ("keep", "drop"),
    ("retain", "abolish"), ("keep", "abolish"), ("tighten", "ease"), ("tighten", "loosen"),
    ("freeze", "release"), ("freeze", "unlock"), ("exhaust", "keep"),
    ("interfere", "abstain"), ("agree", "disagree"), ("trust", "distrust"),
    ("success", "failure"), ("hot", "cold"), ("high", "low"), ("good", "bad"), ("better", "worse"),
    ("up", "down"), ("early", "late"), ("old", "new"), ("internal", "external"),
    ("public", "private"), ("civilian", "military"), ("war", "peace"), ("always", "never"),
    ("everyone", "nobody"), ("everybody", "nobody"), ("all", "none"), ("all", "some"),
    ("every", "some"), ("with", "without"), ("for", "against"), ("to", "from"), ("into", "from"),
    ("in", "out"), ("import", "export"),
    ("buy", "sell"), ("lend", "borrow"), ("give", "take"), ("add", "remove"), ("rich", "poor"),
    ("guilty", "innocent"), ("victory", "defeat"), ("advance", "retreat"), ("north", "south"),
    ("east", "west"), ("northern", "southern"), ("eastern", "western"), ("major", "minor"),
    ("majority", "minority"), ("first", "last"), ("temporary", "permanent"),
    ("unite", "divide"), ("united", "divided"), ("release", "withhold"), ("release", "seize"),
    ("hope", "fear"), ("like", "dislike"), ("love", "hate"), ("remember", "forget"),
    ("inclusive", "exclusive"), ("transparent", "opaque"), ("satisfaction", "disappointment"),
    ("man", "woman"), ("men", "women"), ("boy", "girl"), ("boys", "girls"), ("day", "night"),
    ("поддерживать", "осуждать"), ("больше", "меньше"), ("до", "после"), ("все", "никто"),
)  # fmt: skip
IRREGULAR: dict[str, str] = {
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "am": "be", "being": "be",
    "has": "have", "had": "have", "does": "do", "did": "do", "done": "do", "went": "go",
    "gone": "go", "said": "say", "told": "tell", "took": "take", "taken": "take", "made": "make",
    "came": "come", "gave": "give", "given": "give", "got": "get", "knew": "know",
    "known": "know", "thought": "think", "saw": "see", "seen": "see", "found": "find",
    "left": "leave", "met": "meet", "heard": "hear", "kept": "keep", "held": "hold",
    "lost": "lose", "won": "win", "paid": "pay", "brought": "bring", "began": "begin",
    "begun": "begin", "wrote": "write", "written": "write", "spoke": "speak",
    "spoken": "speak", "fought": "fight", "fell": "fall", "fallen": "fall", "rose": "rise",
    "risen": "rise", "grew": "grow", "grown": "grow", "led": "lead", "sent": "send",
    "spent": "spend", "built": "build", "bought": "buy", "sold": "sell", "stood": "stand",
    "sat": "sit", "ran": "run", "became": "become", "broke": "break", "broken": "break",
    "chose": "choose", "chosen": "choose", "drove": "drive", "driven": "drive", "fled": "flee",
    "forgot": "forget", "forgotten": "forget", "froze": "freeze", "frozen": "freeze",
    "hid": "hide", "hidden": "hide", "laid": "lay", "meant": "mean", "shook": "shake",
    "shown": "show", "shot": "shoot", "stole": "steal", "stolen": "steal", "taught": "teach",
    "threw": "throw", "thrown": "throw", "understood": "understand", "wore": "wear",
    "withdrew": "withdraw", "withdrawn": "withdraw", "arose": "arise", "arisen": "arise",
    "sought": "seek", "struck": "strike", "swore": "swear", "felt": "feel", "dealt": "deal",
    "caught": "catch", "bore": "bear", "borne": "bear", "drew": "draw", "drawn": "draw",
    "flew": "fly", "flown": "fly", "overcame": "overcome", "undertook": "undertake",
    "undertaken": "undertake", "men": "man", "women": "woman", "children": "child",
    "people": "people", "lives": "life", "wives": "wife", "knives": "knife", "feet": "foot",
    "teeth": "tooth", "crises": "crisis", "criteria": "criterion", "media": "medium",
    "worse": "bad", "worst": "bad", "better": "good", "best": "good", "further": "far",
    "afghans": "afghan", "russians": "russian", "americans": "american",
}  # fmt: skip
PAST = frozenset(
    "went said told took made came gave got knew thought saw found left met heard kept held lost"
    " won paid brought began wrote spoke fought fell rose grew led sent spent built bought sold"
    " stood sat ran became broke chose drove fled forgot froze hid laid meant shook shot stole"
    " taught threw understood wore withdrew arose sought struck swore felt dealt caught bore drew"
    " flew overcame undertook slept set put cut hit beat lay lit bit dug ate drank sang".split()
)
"""Past forms that tell a verb without an -ed."""
