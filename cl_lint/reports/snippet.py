"""Source lines with the interesting part underlined."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cl_lint.findings import Place
from cl_lint.reports.escaping import escape
from cl_lint.reports.secrets import mask
from cl_lint.sources.lines import split_lines

MOST_LINES = 3
MOST_COLUMNS = 160

_BEFORE_RANGE = 40  # characters of an overlong line shown before the range
_TAB = "    "


@dataclass
class Snippets:
    """The lines of a project's files, masked; each file is masked and split once."""

    sources: Mapping[str, str]
    _lines: dict[str, list[str]] = field(default_factory=dict)

    def line(self, path: str, number: int) -> str:
        """A line as it is in the file, secrets masked; empty where there is none."""
        if path not in self._lines:
            self._lines[path] = split_lines(mask(self.sources.get(path, "")))
        lines = self._lines[path]
        return lines[number - 1] if 1 <= number <= len(lines) else ""

    def underlined(self, place: Place) -> Iterator[tuple[int, str, str]]:
        """Number, text and underline of the first lines of a range, ready for a terminal."""
        last = min(place.end_line, place.line + MOST_LINES - 1)
        for number in range(place.line, last + 1):
            line = self.line(place.path, number)
            start = place.column - 1 if number == place.line else len(line) - len(line.lstrip())
            end = place.end_column - 1 if number == place.end_line else len(line.rstrip())
            if number == place.line or start < end:
                yield number, *_underlined(line, start, max(end, start + 1))


def _underlined(line: str, start: int, end: int) -> tuple[str, str]:
    start = min(start, len(line))
    first = max(0, start - _BEFORE_RANGE) if len(line) > MOST_COLUMNS else 0
    last = min(len(line), first + MOST_COLUMNS)
    head, lead = ("..." if first else ""), _shown(line[first:start])
    marked = _shown(line[start : min(end, last)])
    tail = _shown(line[min(end, last) : last]) + ("..." if last < len(line) else "")
    underline = " " * (len(head) + _width(lead)) + "^" * max(1, _width(marked))
    return f"{head}{lead}{marked}{tail}".rstrip(), underline


def _shown(text: str) -> str:
    return "".join(_TAB if char == "\t" else escape(char) for char in text) if not _plain(text) else text


def _plain(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
