"""Paths and bytes -> documents and quote lists, one file per format family."""

from claims.readers.formats import read, read_text
from claims.readers.quote_list import RowProblem, is_quote_list, read_quote_list

__all__ = ["RowProblem", "is_quote_list", "read", "read_quote_list", "read_text"]
