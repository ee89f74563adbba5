"""How deep and how long the constructs of a file are, measured without a parser.

The first pass looks at brackets, strings and line ends only, at 50 times the parser's speed; the operators
are counted in the few logical lines that are long enough to matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cl_lint.sources.templates import PLAIN_TEXT, is_template, scan_template

# Every alternative starts with literal characters: only then the expression skips quickly to the next match.
_BRACKETS = re.compile(rf"\#[^\n\r]*|{PLAIN_TEXT}|[()\[\]{{}}\n\r\\]", re.VERBOSE | re.DOTALL)
_LINKS = re.compile(
    rf"""(?P<text>{PLAIN_TEXT})
    | \#[^\n\r]*
    | (?P<open>[(\[{{])
    | (?P<close>[)\]}}])
    | (?P<cut>[,;])
    | (?P<link>\.(?!\d)|\*\*=?|//=?|<<=?|>>=?|[-+*/%@&|^~<>!=]=?
        |\b(?:and|or|not|if|else|in|is|for|lambda|await|yield)\b)
    | [^\W\d]\w*""",
    re.VERBOSE | re.DOTALL,
)
_CASE = re.compile(r"[ \t\f]*case\b")
_QUOTES = ("'", '"')


@dataclass
class Extreme:
    """The greatest of some values, and the offset where it was found."""

    value: int = 0
    offset: int = 0

    def note(self, value: int, offset: int) -> None:
        if value > self.value:
            self.value, self.offset = value, offset


@dataclass
class Shape:
    """The extremes of one file."""

    depth: Extreme = field(default_factory=Extreme)  # nested brackets, those in f-strings included
    case_depth: Extreme = field(default_factory=Extreme)  # nested brackets of a `case` line
    # Operators, dots, calls and adjacent strings between two commas, semicolons or line ends.
    links: Extreme = field(default_factory=Extreme)
    field_length: Extreme = field(default_factory=Extreme)  # characters of a replacement field


def measure(text: str, least_length: int) -> Shape:
    """The shape of `text`; operators are counted in logical lines longer than `least_length` only."""
    shape = Shape()
    for start, end, depth in _logical_lines(text, shape):
        if depth and _CASE.match(text, start):
            shape.case_depth.note(depth, start)
        if end - start > least_length:
            shape.links.note(_count_links(text, start, end), start)
    return shape


def _logical_lines(text: str, shape: Shape) -> Iterator[tuple[int, int, int]]:
    """Start, end and depth of the logical lines; the depth and the fields are noted in `shape`."""
    start = position = depth = deepest = 0
    while (found := _BRACKETS.search(text, position)) is not None:
        position, first = found.end(), text[found.start()]
        if first in "([{":
            depth += 1
            deepest = max(deepest, depth)
            shape.depth.note(depth, found.start())
        elif first in ")]}":
            depth = max(0, depth - 1)
        elif first == "\\":
            position += 2 if text.startswith("\r\n", position) else 1
        elif first in _QUOTES and is_template(text, found.start()):
            template = scan_template(text, found.start())
            position = template.end
            shape.depth.note(depth + template.depth, found.start())
            shape.field_length.note(template.longest_field, found.start())
        elif first in "\n\r" and not depth:
            yield start, position, deepest
            start, deepest = position, 0
    yield start, len(text), deepest


def _count_links(text: str, start: int, end: int) -> int:
    most, levels, after_text, position = 0, [0], False, start
    while (found := _LINKS.search(text, position, end)) is not None:
        position, kind = found.end(), found.lastgroup
        if kind in ("open", "link") or (kind == "text" and after_text):
            levels[-1] += 1
            most = max(most, levels[-1])
        if kind == "open":
            levels.append(0)
        elif kind == "close" and len(levels) > 1:
            levels.pop()
        elif kind == "cut":
            levels[-1] = 0
        elif kind == "text" and is_template(text, found.start()):
            position = scan_template(text, found.start()).end
        after_text = kind == "text" or (after_text and text[found.start()] in "#fFrRbBuUtT")
    return most
