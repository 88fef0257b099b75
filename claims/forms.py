"""Forms of one word (F2): spellings, names, acronyms, contractions. Data, no logic.

Keys are folded (see `claims.text`); values are the one form that all of them compare as.
"""

from __future__ import annotations

SPELLINGS: dict[str, str] = {
    "centre": "center", "centres": "centers", "centred": "centered", "theatre": "theater",
    "theatres": "theaters", "metre": "meter", "metres": "meters", "kilometre": "kilometer",
    "kilometres": "kilometers", "litre": "liter", "litres": "liters", "fibre": "fiber",
    "calibre": "caliber", "sabre": "saber", "spectre": "specter", "meagre": "meager",
    "defence": "defense", "defences": "defenses", "offence": "offense", "offences": "offenses",
    "licence": "license", "licences": "licenses", "pretence": "pretense",
    "practise": "practice", "practised": "practiced", "practising": "practicing",
    "programme": "program", "programmes": "programs", "judgement": "judgment",
    "judgements": "judgments", "acknowledgement": "acknowledgment", "ageing": "aging",
    "grey": "gray", "plough": "plow", "sceptic": "skeptic", "sceptical": "skeptical",
    "scepticism": "skepticism", "aluminium": "aluminum", "mould": "mold", "enquiry": "inquiry",
    "manoeuvre": "maneuver", "manoeuvres": "maneuvers", "travelled": "traveled",
    "travelling": "traveling", "traveller": "traveler", "travellers": "travelers",
    "cancelled": "canceled", "cancelling": "canceling", "labelled": "labeled",
    "labelling": "labeling", "modelled": "modeled", "modelling": "modeling",
    "signalled": "signaled", "signalling": "signaling", "levelled": "leveled",
    "levelling": "leveling", "counselled": "counseled", "counsellor": "counselor",
    "councillor": "councilor", "councillors": "councilors", "fuelled": "fueled",
    "fuelling": "fueling", "channelled": "channeled", "channelling": "channeling",
    "fulfil": "fulfill", "fulfils": "fulfills", "fulfilment": "fulfillment", "enrol": "enroll",
    "enrolment": "enrollment", "instalment": "installment", "instalments": "installments",
    "skilful": "skillful", "wilful": "willful", "marvellous": "marvelous",
    "jewellery": "jewelry", "dialogue": "dialog", "dialogues": "dialogs",
    "catalogue": "catalog", "analogue": "analog", "prologue": "prolog", "cheque": "check",
    "cheques": "checks", "learnt": "learned", "burnt": "burned", "spelt": "spelled",
    "spoilt": "spoiled", "dreamt": "dreamed", "leapt": "leaped", "gaol": "jail",
    "adviser": "advisor", "advisers": "advisors", "okay": "ok", "storey": "story",
    "tonne": "ton", "tonnes": "tons", "pyjamas": "pajamas", "draught": "draft",
    "paediatric": "pediatric", "anaesthetic": "anesthetic", "haemorrhage": "hemorrhage",
    "foetus": "fetus", "encyclopaedia": "encyclopedia", "archaeology": "archeology",
    "kidnapped": "kidnaped", "kidnapping": "kidnaping", "worshipped": "worshiped",
    "focussed": "focused", "focusses": "focuses", "benefitted": "benefited",
    "benefitting": "benefiting", "whisky": "whiskey", "yoghurt": "yogurt",
}  # fmt: skip

# "raise", "rise", "wise" and their like are too short for the rule or written with -ise anywhere.
ISE_ALWAYS = frozenset(
    "advertise advise apprise arise bruise chastise circumcise comprise compromise cruise"
    " demise despise devise disguise enterprise excise exercise expertise franchise improvise"
    " incise merchandise noise otherwise poise praise precise premise promise raise revise"
    " rise supervise surmise surprise televise treatise wise likewise".split()
)

NAMES: dict[str, str] = {
    "taleban": "taliban", "talib": "taliban", "talibs": "taliban", "талибан": "taliban",
    "талибы": "taliban", "талибов": "taliban", "талибам": "taliban", "талибами": "taliban",
    "талибана": "taliban", "талибану": "taliban", "طالبان": "taliban",
    "sergei": "sergey", "serguei": "sergey", "сергей": "sergey", "лавров": "lavrov",
    "лаврова": "lavrov", "лавровым": "lavrov", "лаврову": "lavrov", "lawrow": "lavrov",
    "dmitri": "dmitry", "dmitriy": "dmitry", "dimitri": "dmitry", "дмитрий": "dmitry",
    "песков": "peskov", "пескова": "peskov", "путин": "putin", "путина": "putin",
    "путиным": "putin", "путину": "putin", "vladímir": "vladimir", "wladimir": "vladimir",
    "владимир": "vladimir", "nikolay": "nikolai", "николай": "nikolai",
    "патрушев": "patrushev", "патрушева": "patrushev", "шойгу": "shoigu", "shoygu": "shoigu",
    "кабулов": "kabulov", "кабулова": "kabulov", "захарова": "zakharova",
    "захаровой": "zakharova", "zaharova": "zakharova", "мария": "maria", "mariya": "maria",
    "mutaqi": "muttaqi", "motaqi": "muttaqi", "mottaki": "muttaqi", "муттаки": "muttaqi",
    "hanifi": "hanafi", "ханафи": "hanafi", "haqani": "haqqani", "hakkani": "haqqani",
    "хаккани": "haqqani", "zabiullah": "zabihullah", "zabihollah": "zabihullah",
    "mujahed": "mujahid", "mojahed": "mujahid", "муджахид": "mujahid", "barader": "baradar",
    "барадар": "baradar", "shahin": "shaheen", "шахин": "shaheen", "зариф": "zarif",
    "guterres": "guterres", "гутерриш": "guterres", "guterriesh": "guterres",
    "erdogan": "erdogan", "эрдоган": "erdogan", "блинкен": "blinken", "байден": "biden",
    "гани": "ghani", "gani": "ghani", "ашраф": "ashraf", "карзай": "karzai",
    "zelenskiy": "zelensky", "zelenskyy": "zelensky", "kyiv": "kiev", "kabol": "kabul",
    "qandahar": "kandahar", "kondoz": "kunduz", "konduz": "kunduz",
    "mazar": "mazar", "qaida": "qaeda", "qaida's": "qaeda", "kaida": "qaeda", "qaidah": "qaeda",
    "каида": "qaeda", "кабул": "kabul", "москва": "moscow", "афганистан": "afghanistan",
    "россия": "russia", "китай": "china", "пакистан": "pakistan", "иран": "iran",
    "индия": "india", "türkiye": "turkey", "turkiye": "turkey", "турция": "turkey",
    "daish": "daesh", "da'esh": "daesh", "da'ish": "daesh", "daech": "daesh", "даиш": "daesh",
    "игил": "isil", "muhammad": "mohammad", "mohammed": "mohammad", "muhammed": "mohammad",
    "mohamed": "mohammad", "abdel": "abdul", "abdal": "abdul", "hussein": "hossein",
    "husain": "hossein", "yusuf": "yousef", "yousuf": "yousef", "aleksandr": "alexander",
    "aleksander": "alexander", "александр": "alexander", "mikhail": "mikhail",
    "mihail": "mikhail", "yuri": "yuriy", "yury": "yuriy", "anatoli": "anatoly",
    "anatoliy": "anatoly", "gennadi": "gennady", "gennadiy": "gennady", "vasili": "vasily",
    "valery": "valeriy", "valeri": "valeriy", "andrei": "andrey", "андрей": "andrey",
    "aleksei": "alexei", "alexey": "alexei", "aleksey": "alexei", "алексей": "alexei",
    "tadjikistan": "tajikistan", "tadzhikistan": "tajikistan", "kirghizstan": "kyrgyzstan",
    "kirgizstan": "kyrgyzstan", "beijing": "beijing", "peking": "beijing",
}  # fmt: skip

# Several words or an acronym that are one name; the key must be letters and digits only.
PHRASES: dict[tuple[str, ...], str] = {
    ("united", "nations"): "un", ("u.n",): "un", ("оон",): "un",
    ("организация", "объединенных", "наций"): "un", ("организации", "объединенных", "наций"): "un",
    ("организацией", "объединенных", "наций"): "un",
    ("соединенные", "штаты", "америки"): "usa", ("соединенных", "штатов", "америки"): "usa",
    ("соединенные", "штаты"): "usa", ("соединенных", "штатов"): "usa",
    ("соединенным", "штатам"): "usa", ("соединенными", "штатами"): "usa",
    ("российская", "федерация"): "russia", ("российской", "федерации"): "russia",
    ("russian", "federation"): "russia",
    ("united", "states", "of", "america"): "usa", ("united", "states"): "usa",
    ("u.s",): "usa", ("u.s.a",): "usa", ("сша",): "usa",
    ("united", "kingdom"): "uk", ("u.k",): "uk",
    ("european", "union"): "eu", ("e.u",): "eu", ("евросоюз",): "eu", ("ес",): "eu",
    ("north", "atlantic", "treaty", "organization"): "nato", ("нато",): "nato",
    ("collective", "security", "treaty", "organization"): "csto", ("одкб",): "csto",
    ("shanghai", "cooperation", "organization"): "sco", ("шос",): "sco",
    ("commonwealth", "of", "independent", "states"): "cis", ("снг",): "cis",
    ("united", "arab", "emirates"): "uae",
    ("islamic", "state", "of", "iraq", "and", "syria"): "isis",
    ("islamic", "state", "of", "iraq", "and", "the", "levant"): "isil",
    ("islamic", "state"): "islamicstate", ("исламское", "государство"): "islamicstate",
    ("is", "k"): "iskp", ("isis", "k"): "iskp", ("isil", "k"): "iskp", ("is", "khorasan"): "iskp",
    ("isis", "khorasan"): "iskp", ("islamic", "state", "khorasan"): "iskp",
    ("islamic", "movement", "of", "uzbekistan"): "imu",
    ("al", "qaeda"): "alqaeda", ("al", "qaida"): "alqaeda", ("al", "qa'ida"): "alqaeda",
    ("al", "qa'eda"): "alqaeda", ("al", "kaida"): "alqaeda", ("аль", "каида"): "alqaeda",
    ("world", "health", "organization"): "worldhealth", ("воз",): "worldhealth",
    ("всемирная", "организация", "здравоохранения"): "worldhealth",
    ("всемирной", "организации", "здравоохранения"): "worldhealth",
    ("gross", "domestic", "product"): "gdp", ("ввп",): "gdp",
    ("валовой", "внутренний", "продукт"): "gdp", ("валового", "внутреннего", "продукта"): "gdp",
    ("international", "monetary", "fund"): "imf", ("мвф",): "imf",
    ("международный", "валютный", "фонд"): "imf", ("международного", "валютного", "фонда"): "imf",
    ("world", "trade", "organization"): "wto", ("вто",): "wto",
    ("international", "atomic", "energy", "agency"): "iaea", ("магатэ",): "iaea",
    ("international", "criminal", "court"): "icc", ("european", "central", "bank"): "ecb",
    ("value", "added", "tax"): "vat", ("national", "health", "service"): "nhs",
    ("artificial", "intelligence"): "ai", ("weapons", "of", "mass", "destruction"): "wmd",
    ("organization", "for", "security", "and", "cooperation", "in", "europe"): "osce",
    ("обсе",): "osce", ("министерство", "иностранных", "дел"): "мид",
    ("министерства", "иностранных", "дел"): "мид",
    ("no", "one"): "noone", ("each", "other"): "eachother", ("one", "another"): "oneanother",
    ("prime", "minister"): "pm",
}  # fmt: skip

ABBREVIATIONS: dict[str, str] = {
    "mister": "mr", "doctor": "dr", "&": "and", "govt": "government", "gov't": "government",
    "intl": "international", "dept": "department", "sept": "september",
    "jan": "january", "feb": "february", "apr": "april", "aug": "august",
    "oct": "october", "nov": "november", "dec": "december",
    "vs": "versus", "km": "kilometers", "kg": "kilograms", "cannot": "can not",
    "-": "minus",
}  # fmt: skip

CONTRACTIONS: dict[str, tuple[str, ...]] = {
    "can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"),
    "ain't": ("is", "not"), "let's": ("let", "us"), "cannot": ("can", "not"),
    "gonna": ("going", "to"), "wanna": ("want", "to"), "gotta": ("got", "to"),
    "i'm": ("i", "am"), "y'all": ("you", "all"), "ma'am": ("madam",), "o'clock": ("oclock",),
}  # fmt: skip
ENDINGS: dict[str, str] = {"re": "are", "ve": "have", "ll": "will", "m": "am"}
IS_AFTER = frozenset(
    "it he she that there what who where here how this when why everybody everyone nobody"
    " somebody nothing everything something".split()
)
PARTICIPLES = frozenset(
    "been said done gone seen had made taken come become got given known thought told found"
    " left met heard kept lost won paid brought begun written spoken better".split()
)
