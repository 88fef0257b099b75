"""Paths and bytes -> documents and quote lists, one file per format family."""

from claims.readers.quote_list import RowProblem, read_quote_list
from claims.readers.text import read, read_text

__all__ = ["RowProblem", "read", "read_quote_list", "read_text"]
