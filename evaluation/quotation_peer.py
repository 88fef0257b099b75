"""What textacy's direct quotations are in some texts: run by a Python that has it installed.

    python -m evaluation.quotations --peers peers/bin/python --peer-model PIPELINE

A script on its own that imports nothing of the project: a list of texts as JSON on standard
input; on standard output, for each, a list of [start, end, speaker], or null where textacy
raises, as it does for an odd number of quotation marks. `PIPELINE` is the name or folder of a
spaCy pipeline with a tagger and parser; where it sets no lemmas, the verbs get them here.
"""

from __future__ import annotations

import json
import sys
from typing import Any

Found = list[tuple[int, int, str]]
_IRREGULAR = {"said": "say", "told": "tell", "wrote": "write", "thought": "think", "spoke": "speak"}


def main(pipeline: str) -> None:
    """Answer for every text."""
    import spacy
    from textacy import constants

    nlp = spacy.load(pipeline)
    forms = dict(_IRREGULAR)
    for verb in constants.REPORTING_VERBS["en"]:
        stem = verb.removesuffix("e")
        forms |= dict.fromkeys((verb, verb + "s", stem + "ed", stem + "ing", verb + "es"), verb)
        if verb.endswith("y"):
            forms |= {verb[:-1] + "ied": verb, verb[:-1] + "ies": verb}
    texts = json.load(sys.stdin)
    json.dump([_quotations(nlp(text), forms) for text in texts], sys.stdout)


def _quotations(doc: Any, forms: dict[str, str]) -> Found | None:
    from textacy.extract import direct_quotations

    for token in doc:
        token.lemma_ = token.lemma_ or forms.get(token.lower_, token.lower_)
        if not token.pos_:
            token.pos_ = "VERB" if token.tag_.startswith("VB") else "X"
    try:
        found = list(direct_quotations(doc))
    except ValueError:
        return None
    return [
        (
            one.content.start_char,
            one.content.end_char,
            " ".join(word.text for word in one.speaker),
        )
        for one in found
    ]


if __name__ == "__main__":
    main(sys.argv[1])
