"""The spaCy pipeline for documents: our own components, with default settings.

Importing this module imports spaCy; `extract` does so only for texts that need it. A paragraph
becomes one `Doc` in which each quotation is one word, so the words of a quotation never pass for
those around it. A user's own pipeline stands before our components, where one is configured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from claims.cues import cue
from claims.errors import SettingsError
from claims.frames import Frame, split
from claims.people import People
from claims.speakers import Known, Reading
from claims.syntax import Tree

_CUES = "cues"
_QUOTED = "this"
"""What stands for a quotation: a word that a parser knows as an object and a clause."""
_UNUSED = ("attribute_ruler", "lemmatizer", "textcat")
"""Parts of a user's pipeline that are not loaded."""

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
        doc.ents = filter_spans((*found, *doc.ents))
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
        known = tuple(Known(span.start, span.kb_id_, span.text) for span in doc.ents if span.kb_id)
        for span in doc.ents:
            if not span.kb_id and span.label_ in _PERSONS:
                reading.memory.see_full(span.text)
        has_cues = bool(doc.spans[self.group])
        reading.paragraph(frame, known=known, has_cues=has_cues, tree=_tree(doc))
        return doc


_PERSONS = frozenset(("PERSON", "PER"))
"""What pipelines call a person."""


def _tree(doc: Doc) -> Tree | None:
    """What a parser made of a paragraph, `None` without one."""
    if not doc.has_annotation("DEP"):
        return None
    return Tree(tuple(token.head.i for token in doc), tuple(token.dep_ for token in doc))


def read(
    frames: Iterable[Frame], *, reading: Reading, people: People, model: str | None = None
) -> None:
    """Let the pipeline read the paragraphs of one document, in order, into `reading`.

    Raises: `SettingsError` where `model` is no spaCy pipeline that can be loaded here.
    """
    nlp = _pipeline(people, model)
    for _ in nlp.pipe(_docs(nlp.vocab, frames, reading=reading), batch_size=64):
        pass


def _docs(vocab: Vocab, frames: Iterable[Frame], *, reading: Reading) -> Iterator[Doc]:
    for frame in frames:
        doc = Doc(vocab, words=[word.text if word.quote < 0 else _QUOTED for word in frame.words])
        doc._.frame = frame
        doc._.reading = reading
        yield doc


def _doc(vocab: Vocab, form: str) -> Doc:
    return Doc(vocab, words=[form[a:b] for a, b in split(form, start=0, end=len(form))])


@lru_cache(maxsize=4)
def _pipeline(people: People, model: str | None) -> Language:
    """A blank pipeline, or a user's own, with our components, for one table of people."""
    nlp = spacy.blank("xx") if model is None else _own(model)
    nlp.add_pipe("cue_verbs")
    known = nlp.add_pipe("known_people")
    assert isinstance(known, KnownPeople)
    known.add(people)
    nlp.add_pipe("quote_speakers")
    return nlp


def _own(model: str) -> Language:
    """An installed pipeline: what of it names persons or parses.

    Raises: `SettingsError` where it cannot be loaded, or does neither.
    """
    try:
        nlp = spacy.load(str(Path(model).expanduser()), exclude=_UNUSED)
    except (OSError, ValueError, ImportError) as error:
        reason = " ".join(str(error).split())[:200]
        raise SettingsError(
            f"the spaCy pipeline cannot be loaded: {reason}",
            where=model,
            next_step="install it, or correct or remove spacy_model in the settings",
        ) from error
    if not {"token.dep", "doc.ents"} & {
        assigned for name in nlp.pipe_names for assigned in nlp.get_pipe_meta(name).assigns
    }:
        raise SettingsError(
            f"the spaCy pipeline neither parses nor names persons, but only {nlp.pipe_names}",
            where=model,
            next_step="set spacy_model to one with a parser or an entity recogniser",
        )
    return nlp
