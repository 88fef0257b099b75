"""The spaCy pipeline for documents: our own components, with default settings.

Importing this module imports spaCy; `extract` does so only for texts that need it. A paragraph
becomes one `Doc` in which each quotation is one word, so the words of a quotation never pass for
those around it. A model with a tagger or parser can stand before our components.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from claims.cues import cue
from claims.frames import Frame, split
from claims.people import People
from claims.speakers import Known, Reading

_CUES = "cues"

Doc.set_extension("frame", default=None)
Doc.set_extension("reading", default=None)


@Language.factory("cue_verbs", default_config={"group": _CUES}, assigns=["doc.spans"])
class CueVerbs:
    """Marks the forms of reporting verbs in `doc.spans`."""

    def __init__(self, nlp: Language, name: str, group: str) -> None:
        self.nlp = nlp
        self.name = name
        self.group = group

    def __call__(self, doc: Doc) -> Doc:
        """Mark them in one paragraph."""
        found = ((token.i, cue(token.lower_)) for token in doc)
        doc.spans[self.group] = [
            Span(doc, at, at + 1, label=verb.lemma) for at, verb in found if verb is not None
        ]
        return doc


@Language.factory("known_people", default_config={"label": "PERSON"}, assigns=["doc.ents"])
class KnownPeople:
    """Marks the names of a table of people in `doc.ents`; the canonical name is the `kb_id_`."""

    def __init__(self, nlp: Language, name: str, label: str) -> None:
        self.nlp = nlp
        self.name = name
        self.label = label
        self.matcher = PhraseMatcher(nlp.vocab, attr="LOWER")

    def add(self, people: People) -> None:
        """Find these people from now on."""
        for person in people.persons:
            forms = {person.name, *person.aliases}
            last = {form.rpartition(" ")[2] for form in forms}
            forms |= {word for word in last if people.find(word) == (person,)}
            docs = [_doc(self.nlp.vocab, form) for form in sorted(forms)]
            self.matcher.add(person.name, docs)

    def __call__(self, doc: Doc) -> Doc:
        """Mark them in one paragraph."""
        strings = doc.vocab.strings
        found = [
            Span(doc, start, end, label=self.label, kb_id=strings[key])
            for key, start, end in self.matcher(doc)
        ]
        doc.ents = filter_spans(found)
        return doc


@Language.factory("quote_speakers", default_config={"group": _CUES}, requires=["doc.spans"])
class QuoteSpeakers:
    """Names the speaker of each quotation, carrying "he added" from paragraph to paragraph."""

    def __init__(self, nlp: Language, name: str, group: str) -> None:
        self.nlp = nlp
        self.name = name
        self.group = group

    def __call__(self, doc: Doc) -> Doc:
        """Read one paragraph into the reading that it belongs to."""
        frame: Frame = doc._.frame
        reading: Reading = doc._.reading
        known = tuple(Known(span.start, span.kb_id_, span.text) for span in doc.ents)
        reading.paragraph(frame, known=known, has_cues=bool(doc.spans[self.group]))
        return doc


def read(frames: Iterable[Frame], *, reading: Reading, people: People) -> None:
    """Let the pipeline read the paragraphs of one document, in order, into `reading`."""
    nlp = _pipeline(people)
    for _ in nlp.pipe(_docs(nlp.vocab, frames, reading=reading), batch_size=64):
        pass


def _docs(vocab: Vocab, frames: Iterable[Frame], *, reading: Reading) -> Iterator[Doc]:
    for frame in frames:
        doc = Doc(vocab, words=[word.text for word in frame.words])
        doc._.frame = frame
        doc._.reading = reading
        yield doc


def _doc(vocab: Vocab, form: str) -> Doc:
    return Doc(vocab, words=[form[a:b] for a, b in split(form, start=0, end=len(form))])


@lru_cache(maxsize=4)
def _pipeline(people: People) -> Language:
    """A blank pipeline with our components, for one table of people."""
    nlp = spacy.blank("xx")
    nlp.add_pipe("cue_verbs")
    known = nlp.add_pipe("known_people")
    assert isinstance(known, KnownPeople)
    known.add(people)
    nlp.add_pipe("quote_speakers")
    return nlp
