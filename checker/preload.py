"""Loads what the first answers will need while the person reads and types."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from itertools import islice
from pathlib import Path
from threading import Thread

from checker.dialogue.complete import Words
from checker.model import load_model
from claims.errors import CheckerError, ModelError
from sources.store import Store

# In the order in which they are needed. `claims.pipeline` imports spaCy, which takes half a
# second and serves only texts longer than a pasted quotation.
_MODULES = (
    "rich.console",
    "checker.render",
    "claims.extract",
    "claims.readers",
    "checker.dialogue.around",
    "claims.pipeline",
)
_MOST_STATEMENTS = 5_000


class Preload:
    """A thread that loads one thing after the other until it is told to stop.

    Shape: `words` are empty until the store has been read; only so many of its statements are
           looked at for topics that a large store costs no more than a small one.
    """

    def __init__(self, store: Path) -> None:
        self.words = Words()
        self._store = store
        self._stopped = False
        self._thread = Thread(target=self._run, name="preload")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Load nothing further; what is being loaded is finished first."""
        self._stopped = True

    def wait(self) -> None:
        """Until everything is loaded."""
        self._thread.join()

    def _run(self) -> None:
        for name in _MODULES[:-1]:
            if self._stopped:
                return
            import_module(name)
        with suppress(ModelError):  # said by the first check that needs the model
            load_model()
        self.words = _words_of(self._store)
        if not self._stopped:
            import_module(_MODULES[-1])


def _words_of(place: Path) -> Words:
    """The people and topics of a store; none where it cannot be read."""
    try:
        with Store.open(place, create=False) as store:  # one connection belongs to one thread
            people = tuple(store.coverage().speakers)
            topics = {
                topic.replace("_", " ")
                for statement in islice(store.statements(), _MOST_STATEMENTS)
                for topic in statement.topics
            }
    except CheckerError:
        return Words()
    return Words(people, tuple(sorted(topics)))
