"""The JSON form of a report as JSON Schema, made from the models."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from checker.models import Report


class _EveryKeyPresent(GenerateJsonSchema):
    """The contract: keys are always present, null or [] where there is nothing."""

    def field_is_required(self, *_: Any, **__: Any) -> bool:
        return True


def schema_text() -> str:
    """The schema, indented, with a line feed at the end."""
    schema = Report.model_json_schema(
        by_alias=True, mode="serialization", schema_generator=_EveryKeyPresent
    )
    framed = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "checker report",
    }
    return json.dumps(framed, ensure_ascii=False, indent=2) + "\n"
