"""Lines of source for a report: masked, cut to a bearable length, with what is meant marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cl_lint.findings import Place
from cl_lint.reports.self_assessment.document import Excerpt
from cl_lint.reports.snippet import MOST_COLUMNS, MOST_LINES, Snippets

AROUND = 2  # lines shown before and after what is meant
_BEFORE_RANGE = 40  # characters of an overlong line shown before the range
_CUT = "..."


@dataclass(frozen=True)
class Excerpts:
    """Excerpts from a project's files."""

    snippets: Snippets

    def first(self, place: Place) -> Excerpt | None:
        """The line on which a place starts; None where the file has no such line."""
        line = self.snippets.line(place.path, place.line)
        return _marked(place.line, line, *_columns(place, place.line, line)) if line.strip() else None

    def around(self, place: Place) -> tuple[Excerpt, ...]:
        """The first lines of a place, with the lines around it."""
        return tuple(self._around(place))

    def _around(self, place: Place) -> Iterator[Excerpt]:
        last = min(place.end_line, place.line + MOST_LINES - 1)
        first = max(1, place.line - AROUND)
        lines = {n: self.snippets.line(place.path, n) for n in range(first, last + AROUND + 1)}
        shown = [number for number, line in lines.items() if line.strip()]
        if not shown or not lines[place.line].strip():
            return
        for number in range(shown[0], shown[-1] + 1):
            inside = place.line <= number <= last
            start, end = _columns(place, number, lines[number]) if inside else (0, 0)
            yield _marked(number, lines[number], start, end)


def _columns(place: Place, number: int, line: str) -> tuple[int, int]:
    """What is meant of a line, in columns from 0."""
    start = place.column - 1 if number == place.line else len(line) - len(line.lstrip())
    end = place.end_column - 1 if number == place.end_line else len(line.rstrip())
    return min(start, len(line)), min(max(end, start), len(line))


def _marked(number: int, line: str, start: int, end: int) -> Excerpt:
    first = max(0, start - _BEFORE_RANGE) if len(line) > MOST_COLUMNS else 0
    last = min(len(line), first + MOST_COLUMNS)
    head, tail = (_CUT if first else ""), (_CUT if last < len(line) else "")
    shift = len(head) - first
    text = f"{head}{line[first:last]}{tail}".rstrip()
    mark = (start + shift, min(end, last) + shift)
    return Excerpt(number, text, mark if mark[0] < mark[1] else (0, 0))
