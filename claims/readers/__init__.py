"""Paths and bytes -> documents and quote lists, one file per format family."""

from claims.readers.formats import read, read_text
from claims.readers.quote_list import (
    QuoteList,
    RowProblem,
    holds_quotes,
    is_quote_list,
    read_quote_list,
    rows_of,
)

__all__ = [
    "QuoteList",
    "RowProblem",
    "holds_quotes",
    "is_quote_list",
    "read",
    "read_quote_list",
    "read_text",
    "rows_of",
]
