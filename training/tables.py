"""Words that mean the same, the opposite, more or less: what rewrite.py puts for each other."""

from __future__ import annotations

import re
from typing import Final

TO_THIRD: Final = {
    "I": "he", "me": "him", "my": "his", "mine": "his", "myself": "himself", "am": "is",
    "we": "they", "us": "them", "our": "their", "ours": "theirs", "ourselves": "themselves",
}  # fmt: skip
TO_FIRST: Final = {
    "he": "I", "him": "me", "his": "my", "himself": "myself",
    "they": "we", "them": "us", "their": "our", "themselves": "ourselves",
}  # fmt: skip
SHORT: Final = (
    ("do not", "don't"), ("does not", "doesn't"), ("did not", "didn't"), ("is not", "isn't"),
    ("are not", "aren't"), ("was not", "wasn't"), ("will not", "won't"), ("cannot", "can't"),
    ("has not", "hasn't"), ("have not", "haven't"), ("would not", "wouldn't"),
    ("should not", "shouldn't"), ("could not", "couldn't"), ("it is", "it's"),
    ("I am", "I'm"), ("we will", "we'll"), ("we have", "we've"), ("that is", "that's"),
)  # fmt: skip
SAME: Final = tuple(
    tuple(group.split("|"))
    for group in (
        "begin|start", "help|assist|aid", "big|large", "about|roughly|around|approximately",
        "say|state", "said|stated|told reporters that", "now|at present|currently", "many|numerous",
        "must|have to|need to", "stop|halt|end", "need|require", "show|demonstrate",
        "people|population", "country|nation|state", "world|globe", "important|significant",
        "difficult|hard", "quickly|rapidly|fast", "buy|purchase",
        "although|though", "almost|nearly", "more than|over|above",
        "less than|under|below", "at least|no fewer than|not less than", "per cent|percent|%",
        "the United States|America|the US|Washington", "American|US", "Russia|Moscow",
        "China|Beijing", "Britain|the United Kingdom|London", "government|cabinet|administration",
        "talks|negotiations", "fight|combat|battle", "threat|danger", "goal|aim|objective",
        "recognition|acknowledgement", "support|back", "refuse|decline", "increase|rise|grow",
        "decrease|fall|decline", "try|attempt", "keep|maintain", "get|obtain|receive",
        "use|employ", "build|construct", "children|kids", "jobs|employment", "allow|permit",
        "war|armed conflict", "drug|narcotics", "official|formal", "meeting|gathering|session",
        "and also|as well as", "agree|concur", "chief|main|principal", "real|genuine|true",
        "opportunity|chance", "answer|reply", "choose|pick|select", "whole|entire",
    )
)  # fmt: skip
OPPOSED: Final = tuple(
    tuple(pair.split("|"))
    for pair in (
        "increase|decrease", "increased|decreased", "rise|fall", "rose|fell", "higher|lower",
        "more|less", "more|fewer", "most|least", "before|after", "first|last", "begin|end",
        "began|ended", "win|lose", "won|lost", "accept|reject", "accepted|rejected",
        "support|oppose", "supports|opposes", "supported|opposed", "strong|weak",
        "stronger|weaker", "better|worse", "best|worst", "success|failure", "succeed|fail",
        "possible|impossible", "acceptable|unacceptable", "legal|illegal", "safe|dangerous",
        "open|closed", "friend|enemy", "allies|enemies", "all|none", "always|never",
        "everyone|no one", "everybody|nobody", "everything|nothing", "peace|war", "with|without",
        "inside|outside", "early|late", "easy|hard", "remember|forget", "agree|disagree",
        "import|export", "buy|sell", "bought|sold", "old|new", "rich|poor", "north|south",
        "east|west", "northern|southern", "eastern|western", "left|right", "up|down",
        "above|below", "gain|loss", "gains|losses", "public|private", "allow|forbid",
        "allowed|forbidden", "improve|worsen", "improved|worsened", "include|exclude",
        "pleased|disappointed", "satisfied|dissatisfied", "optimistic|pessimistic",
        "arrive|leave", "arrived|left", "join|leave", "joined|quit", "expand|shrink",
        "welcome|condemn", "welcomed|condemned", "praise|criticise", "praised|criticised",
        "hope|fear", "hopes|fears", "lift|impose", "majority|minority", "guilty|innocent",
        "guarantee|rule out", "confirmed|denied", "confirm|deny", "minimum|maximum",
        "at least|at most", "more than|less than", "no fewer than|no more than", "day|week",
        "week|month", "month|year", "million|billion", "million|thousand", "billion|trillion",
        "percent|percentage points", "dollars|euros", "men|women", "boys|girls", "man|woman",
    )
)  # fmt: skip
STRONGER: Final = (
    ("may", "will"), ("might", "will"), ("could", "will"), ("can", "must"), ("should", "must"),
    ("would", "will"), ("hope to", "will"), ("hopes to", "will"), ("plans to", "will"),
    ("want to", "will"), ("wants to", "will"), ("probably", "certainly"), ("some", "all"),
    ("many", "all"), ("most", "all"), ("often", "always"), ("sometimes", "always"),
    ("seems to", "is known to"), ("appears to", "is proven to"), ("partly", "fully"),
    ("believe", "know"), ("think", "know"), ("is expected to", "will"), ("likely", "certain"),
)  # fmt: skip
WEAKER: Final = (
    ("will", "may"), ("must", "may"), ("must", "could"), ("has to", "may"), ("have to", "may"),
    ("shall", "might"), ("is", "may be"), ("are", "might be"), ("all", "some"),
    ("always", "sometimes"), ("certainly", "perhaps"), ("every", "hardly any"),
)  # fmt: skip
AUXILIARY: Final = re.compile(
    r"\b(is|are|was|were|will|would|can|could|should|must|may|might|do|does|did|am|shall)\b"
    r"(?! not\b|n't|\s*[?,.;])",
)
PERFECT: Final = re.compile(r"\b(has|have|had) (?=\w+(?:ed|en|een|one|ade|id)\b)")
DENIAL: Final = re.compile(r"\b(not|never|no longer) |n't\b", re.I)
NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
NUMBER_WORDS: Final = (
    "two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty"
    " sixty hundred".split()
)
ORDINALS: Final = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
MONTHS: Final = (
    "January February March April June July August September October November December Monday"
    " Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)
NAME: Final = re.compile(r"(?<=[a-z,] )(?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)*")
NAMES: Final = (
    "Russia|China|Iran|India|Pakistan|Turkey|France|Germany|Britain|Japan|Ukraine|Tajikistan|"
    "Uzbekistan|Kazakhstan|Afghanistan|Syria|Iraq|Moscow|Beijing|Washington|Brussels|Ankara|"
    "Tehran|Kabul|Islamabad|NATO|the Taliban|Congress|the Senate|the United Nations|London|Paris|"
    "Putin|Lavrov|Biden|Trump|Merkel|Macron|Erdogan|Guterres|Smith|Johnson|Clinton|Mexico|Canada"
).split("|")
IRREGULAR: Final = {
    "be": "been", "go": "gone", "take": "taken", "give": "given", "make": "made", "send": "sent",
    "meet": "met", "win": "won", "lose": "lost", "hold": "held", "keep": "kept", "leave": "left",
    "build": "built", "bring": "brought", "come": "come", "become": "become", "have": "had",
    "do": "done", "see": "seen", "find": "found", "get": "got", "begin": "begun", "put": "put",
    "pay": "paid", "spend": "spent", "tell": "told", "fight": "fought", "stand": "stood",
}  # fmt: skip
CONDITIONS: Final = (
    " only if its neighbours agree", " provided that the fighting stops",
    " once the aid arrives", " unless the law is changed", " as long as taxes stay low",
    " only after the election", " for the time being only", " if the world pays for it",
)  # fmt: skip
