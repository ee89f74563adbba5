"""Where an f-string ends, which since Python 3.12 takes a stack to tell."""

from __future__ import annotations

import re
from typing import NamedTuple

# Unterminated texts end with the line or the file, so that every match is found in linear time.
PLAIN_TEXT = r"""(?:
      \"\"\"[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*(?:\"\"\"|\\?\Z)
    | '''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*(?:'''|\\?\Z)
    | "[^"\\\n\r]*(?:\\(?:\r\n|.)[^"\\\n\r]*)*(?:"|(?=[\n\r])|\\?\Z)
    | '[^'\\\n\r]*(?:\\(?:\r\n|.)[^'\\\n\r]*)*(?:'|(?=[\n\r])|\\?\Z)
    )"""

_FIELD, _SPEC, _BRACKET = "{", ":", "("
_INSIDE_FIELD = re.compile(
    rf"(?P<text>{PLAIN_TEXT})|\#[^\n\r]*|(?P<open>[(\[{{])|(?P<close>[)\]}}])|(?P<spec>:)",
    re.VERBOSE | re.DOTALL,
)
_LITERAL = {
    quotes: re.compile(
        rf"(?P<end>{quotes}{newline})|\\(?:\r\n|[^{{}}])|\{{\{{|(?P<field>\{{)|(?P<close>\}})", re.DOTALL
    )
    for quotes, newline in (('"""', ""), ("'''", ""), ('"', r"|[\n\r]"), ("'", r"|[\n\r]"))
}


class Template(NamedTuple):
    """An f-string: the offset after it, how deep its brackets nest, the characters of its longest field."""

    end: int
    depth: int
    longest_field: int


def is_template(text: str, start: int) -> bool:
    """Whether the string whose quotes start at `start` has the prefix of an f-string or t-string."""
    before = text[max(0, start - 3) : start].lower()
    if before[-1:] in ("f", "t"):
        prefix = 2 if before[-2:-1] == "r" else 1
    elif before[-2:] in ("fr", "tr"):
        prefix = 2
    else:
        return False
    outer = before[: len(before) - prefix][-1:]
    return not (outer.isalnum() or outer == "_")


def quotes_at(text: str, start: int) -> str:
    """The quotes that start at `start`: one or three characters."""
    three = text[start : start + 3]
    return three if three in ('"""', "'''") else text[start]


def scan_template(text: str, start: int) -> Template:
    """The f-string whose quotes start at `start`; an unterminated one ends with the line or the file."""
    quotes = quotes_at(text, start)
    stack, strings = [quotes], [quotes]
    position, depth, longest, field_start = start + len(quotes), 0, 0, 0
    while stack:
        literal = stack[-1] not in (_FIELD, _BRACKET)
        found = (_LITERAL[strings[-1]] if literal else _INSIDE_FIELD).search(text, position)
        if found is None:
            return Template(len(text), depth, max(longest, len(text) - start))
        position, kind = found.end(), found.lastgroup
        if kind == "field":
            field_start = found.start() if len(stack) == 1 else field_start
            stack.append(_FIELD)
        elif kind == "open":
            stack.append(_BRACKET)
        elif kind == "spec" and stack[-1] == _FIELD:
            stack.append(_SPEC)
        elif kind == "end":
            _close_string(stack, strings)
        elif kind == "close" and stack[-1] != strings[-1]:
            _close_bracket(stack)
            longest = max(longest, position - field_start) if len(stack) == 1 else longest
        elif kind == "text" and is_template(text, found.start()):
            inner = quotes_at(text, found.start())
            position = found.start() + len(inner)
            stack.append(inner)
            strings.append(inner)
        depth = max(depth, len(stack) - 1)
    return Template(position, depth, longest)


def _close_string(stack: list[str], strings: list[str]) -> None:
    quotes = strings.pop()
    while stack.pop() != quotes:
        pass


def _close_bracket(stack: list[str]) -> None:
    if stack.pop() == _SPEC:
        stack.pop()
