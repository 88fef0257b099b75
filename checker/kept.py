"""The last results, kept on this machine when asked, so that they can be shown again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from checker import places
from checker.models import Report
from checker.output import write_private
from checker.reports.jsonable import json_text
from claims.errors import InputError, UsageError


def place(*, environment: Mapping[str, str]) -> Path:
    """The file that holds them."""
    return places.folder("state", environment=environment) / "last.json"


def keep(report: Report, *, environment: Mapping[str, str]) -> Path:
    """Keep a report in place of the one before; only the user may read the file.

    Raises: `OutputError` where it cannot be written.
    """
    file = place(environment=environment)
    write_private(json_text(report), place=file)
    return file


def recall(*, environment: Mapping[str, str]) -> Report:
    """The report that was kept last.

    Raises: `UsageError` where none is kept; `InputError` where it cannot be read.
    """
    file = place(environment=environment)
    try:
        text = file.read_text("utf-8")
    except FileNotFoundError as error:
        raise UsageError(
            "no result is kept", next_step="check again with --keep, then show it"
        ) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(reason, where=str(file), next_step="check again with --keep") from error
    try:
        return Report.model_validate_json(text)
    except ValidationError as error:
        raise InputError(
            "was kept by another version", where=str(file), next_step="check again with --keep"
        ) from error
