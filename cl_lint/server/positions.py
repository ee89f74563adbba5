"""Places of findings as ranges of the protocol, and back.

We count lines and columns from one, columns in characters. The protocol counts from zero, columns in the
units of the encoding that client and server agree on: UTF-16 unless the client can do better.
"""

from __future__ import annotations

from collections.abc import Callable

from lsprotocol import types

from cl_lint.sources.lines import split_lines

_UNITS: dict[str, Callable[[str], int]] = {
    "utf-8": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf-16": lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    "utf-32": len,
}


class Positions:
    """The positions in one text. `encoding` is the one that was agreed on."""

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self._lines = split_lines(text)
        self._units = _UNITS[encoding]

    def at(self, line: int, column: int) -> types.Position:
        """The position of a one-based line and column; what lies behind the text is at its end."""
        if line > len(self._lines):
            line, column = len(self._lines), len(self._lines[-1]) + 1
        before = self._lines[line - 1][: max(0, column - 1)]
        return types.Position(line - 1, len(before) if before.isascii() else self._units(before))

    def range(self, line: int, column: int, end_line: int, end_column: int) -> types.Range:
        """The range from one place up to, and without, another."""
        return types.Range(self.at(line, column), self.at(end_line, end_column))

    def end_of(self, line: int) -> types.Position:
        """The end of a one-based line."""
        return self.at(line, len(self._lines[line - 1]) + 1)


def overlap(one: types.Range, other: types.Range) -> bool:
    """Whether two ranges share a position; the end of a range counts, as a cursor can stand there."""
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
