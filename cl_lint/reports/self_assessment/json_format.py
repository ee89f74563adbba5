"""The report for programs."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from cl_lint.reports.self_assessment.document import Document
from cl_lint.reports.self_assessment.sections import Section


def render(document: Document) -> str:
    """One JSON object in ASCII, as `schemas/report.schema.json` describes it."""
    # ASCII leaves one control character that JSON does not escape.
    return json.dumps(plain(document), indent=1).replace("\x7f", "\\u007f") + "\n"


def plain(value: object) -> Any:
    """Records as objects, tuples as lists; the sections of a report by their ids, with their data."""
    if isinstance(value, Document):
        sections = {section.id: plain(section.data) for section in value.sections}
        return {
            f.name: sections if f.name == "sections" else plain(getattr(value, f.name)) for f in fields(value)
        }
    if isinstance(value, Section):
        return plain(value.data)
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value
