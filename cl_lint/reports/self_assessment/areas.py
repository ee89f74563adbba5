"""The practices of a report by the areas of the vendor's text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cl_lint.reports.self_assessment.document import PracticeRow


@dataclass(frozen=True)
class Area:
    """The practices of one area."""

    name: str
    practices: tuple[PracticeRow, ...]


def areas(practices: Sequence[PracticeRow]) -> list[Area]:
    """The areas in the order of the catalogue."""
    names = dict.fromkeys(practice.area for practice in practices)
    return [Area(name, tuple(p for p in practices if p.area == name)) for name in names]
