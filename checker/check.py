"""The one engine: a claim or a document in, results out. Session and batch both call it."""

from __future__ import annotations

from checker.models import DocumentReport, Result, StoreInfo
from checker.settings import Settings
from claims.models import Claim, Document
from sources.store import Store


class Checker:
    """Checks claims against one store."""

    def __init__(self, store: Store, *, settings: Settings) -> None:
        self.store = store
        self.settings = settings

    def check(self, claim: Claim, *, document: Document) -> Result:
        """Judge one claim; `document` is where it was printed."""
        raise AssertionError("under construction")

    def check_document(self, document: Document, *, claims: bool = False) -> DocumentReport:
        """Judge every quotation of a document, with `claims` also indirect speech."""
        raise AssertionError("under construction")

    def store_info(self) -> StoreInfo:
        """The store as named in reports."""
        raise AssertionError("under construction")
