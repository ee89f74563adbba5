"""The JSON Schema of a report, made from the records that the JSON is made of.

`python -m cl_lint.reports.self_assessment.schema > schemas/report.schema.json` writes the published copy.
"""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from cl_lint.assessment import Status
from cl_lint.catalog import KINDS, LEVELS
from cl_lint.diagram import Diagram
from cl_lint.findings import Confidence, Severity
from cl_lint.inventory import Inventory
from cl_lint.reports.self_assessment import document as d
from cl_lint.stack import Stack

# Texts that only have a few values, by record and field.
_WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("Application", "kind"): KINDS,
    ("Document", "level"): LEVELS,
    ("Level", "level"): LEVELS,
    ("LevelStatus", "level"): LEVELS,
    ("LevelStatus", "status"): tuple(status.value for status in Status),
    ("PracticeRow", "status"): tuple(status.value for status in Status),
    ("Count", "status"): tuple(status.value for status in Status),
    ("FindingRow", "severity"): tuple(severity.value for severity in Severity),
    ("FindingRow", "confidence"): tuple(confidence.value for confidence in Confidence),
    ("FindingRow", "state"): ("open", "waived", "unexplained"),
}
_CONSTANT = {("Document", "format"): d.FORMAT, ("Document", "version"): d.VERSION}
_PLAIN: dict[object, dict[str, object]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    object: {},
    Any: {},
}
_SECTIONS = {"architecture": Diagram, "inventory": Inventory, "stack": Stack}


def schema() -> dict[str, object]:
    """The schema as a JSON value."""
    shapes = _Shapes()
    root = shapes.of(d.Document)
    sections = {name: shapes.of(kind) for name, kind in _SECTIONS.items()}
    document = shapes.records["Document"]
    document["properties"]["sections"] = {
        "type": "object",
        "properties": sections,
        "required": list(sections),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "cl-lint report",
        "description": "The self-assessment of a CloudLink application. Within a version fields are added,"
        " never changed or taken away.",
        **root,
        "$defs": dict(sorted(shapes.records.items())),
    }


class _Shapes:
    def __init__(self) -> None:
        self.records: dict[str, dict[str, Any]] = {}

    def of(self, kind: Any) -> dict[str, Any]:
        """The schema of a type."""
        if kind in _PLAIN:
            return dict(_PLAIN[kind])
        if is_dataclass(kind):
            return self._record(kind)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return {"enum": [member.value for member in kind]}
        origin, inner = get_origin(kind), get_args(kind)
        if origin in (Union, types.UnionType):
            return {"anyOf": [self.of(each) for each in inner]}
        if origin is tuple and len(inner) == 2 and inner[1] is ...:
            return {"type": "array", "items": self.of(inner[0])}
        if origin is tuple:
            return {
                "type": "array",
                "prefixItems": [self.of(each) for each in inner],
                "minItems": len(inner),
                "maxItems": len(inner),
            }
        if origin in (dict, Mapping):
            return {"type": "object", "additionalProperties": self.of(inner[1])}
        raise TypeError(f"no schema for {kind!r}")

    def _record(self, kind: Any) -> dict[str, Any]:
        name = f"{kind.__name__}" if kind.__module__ == d.__name__ else f"{_family(kind)}.{kind.__name__}"
        if name not in self.records:
            record = self.records[name] = {"type": "object"}
            doc = " ".join((kind.__doc__ or "").split())
            if doc and not doc.startswith(f"{kind.__name__}("):
                record["description"] = doc
            hints = get_type_hints(kind)
            names = [field.name for field in fields(kind)]
            record["properties"] = {field: self._field(kind.__name__, field, hints[field]) for field in names}
            record["required"] = names
        return {"$ref": f"#/$defs/{name}"}

    def _field(self, record: str, field: str, kind: Any) -> dict[str, Any]:
        if (record, field) == ("Document", "sections"):
            return {}
        if (record, field) in _CONSTANT:
            return {"const": _CONSTANT[record, field]}
        if (record, field) in _WORDS:
            return {"enum": list(_WORDS[record, field])}
        return self.of(kind)


def _family(kind: Any) -> str:
    """The package of `cl_lint` that a record is from."""
    parts = str(kind.__module__).split(".")
    return parts[1] if len(parts) > 1 else parts[0]


def render() -> str:
    """The published file."""
    return json.dumps(schema(), indent=2) + "\n"


if __name__ == "__main__":
    print(render(), end="")
