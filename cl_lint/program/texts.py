"""Texts and numbers: what string operations of the analysed program give."""

from __future__ import annotations

import itertools
import operator
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Union

from .values import Abstract, Container, Hole, Known, Text, Unknown, Values, parts_of, text_of

WIDTH = 12
"""Alternatives kept of a text that is put together from several."""

Part = Union[str, Hole]

ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
    "|": operator.or_,
    "&": operator.and_,
}


def is_textual(value: Abstract) -> bool:
    return isinstance(value, Text) or (isinstance(value, Known) and isinstance(value.value, (str, bytes)))


def joined(operands: Sequence[Values]) -> Values:
    """Every concatenation of one value of each operand, up to a bound."""
    found: dict[Abstract, None] = {}
    choices = [ops or (Unknown(""),) for ops in operands]
    for combination in itertools.islice(itertools.product(*choices), WIDTH):
        parts: list[Part] = []
        for value in combination:
            parts += parts_of(value)
        found[text_of(parts)] = None
    return tuple(found)


def arithmetic(op: str, left: Abstract, right: Abstract) -> Abstract | None:
    """The constant that two constant numbers give, None when they give none. A text divided by something
    is a URL or path with one more segment."""
    if op == "/" and is_textual(left):
        from .addresses import append

        return append(left, right)
    if op == "%" and isinstance(left, Text) and isinstance(right, Container):
        return left  # a URL with another query
    if not (isinstance(left, Known) and isinstance(right, Known)):
        return None
    a, b = left.value, right.value
    if not isinstance(a, (int, float)) or not isinstance(b, (int, float)):
        return None
    if op == "**" and (abs(b) > 64 or abs(a) > 1e6):
        return None
    try:
        result = ARITHMETIC[op](a, b)
    except (KeyError, ArithmeticError, ValueError, TypeError):
        return None
    return Known(result) if isinstance(result, (int, float)) else None


PERCENT = re.compile(r"%(?:\((\w+)\))?[-#0 +]*(?:\*|\d+)?(?:\.\d+)?[hlL]?([diouxXeEfFgGcrsa%])")
BRACES = re.compile(r"\{\{|\}\}|\{([^{}:!]*)(?:![rsa])?(?::[^{}]*(?:\{[^{}]*\}[^{}]*)*)?\}")


def percent(template: str, positional: Sequence[Values], named: Callable[[str], Values]) -> Values:
    """`template % …`; `named` gives the values of `%(key)s`."""
    pieces: list[Values] = []
    last = 0
    following = iter(positional)
    for match in PERCENT.finditer(template):
        pieces.append((Known(template[last : match.start()]),))
        last = match.end()
        if match[2] == "%":
            pieces.append((Known("%"),))
        elif match[1]:
            pieces.append(named(match[1]) or (Unknown(match[1]),))
        else:
            pieces.append(next(following, (Unknown(""),)) or (Unknown(""),))
    pieces.append((Known(template[last:]),))
    return joined(pieces)


def format_braces(template: str, positional: Sequence[Values], named: Callable[[str], Values]) -> Values:
    """`template.format(…)`; field access after the name is left open."""
    pieces: list[Values] = []
    last, automatic = 0, 0
    for match in BRACES.finditer(template):
        pieces.append((Known(template[last : match.start()]),))
        last = match.end()
        if match[0] in ("{{", "}}"):
            pieces.append((Known(match[0][0]),))
            continue
        field = match[1] or ""
        name = re.split(r"[.\[]", field)[0]
        values: Values = ()
        if not name:
            values = positional[automatic] if automatic < len(positional) else ()
            automatic += 1
        elif name.isdigit():
            values = positional[int(name)] if int(name) < len(positional) else ()
        else:
            values = named(name)
        if field != name or not values:
            values = (Unknown(field),)
        pieces.append(values)
    pieces.append((Known(template[last:]),))
    return joined(pieces)


def template_of(value: Abstract) -> str | None:
    """A constant text to be formatted."""
    return value.value if isinstance(value, Known) and isinstance(value.value, str) else None


def text_template(value: Abstract) -> tuple[str, dict[str, Hole]] | None:
    """A text as one string, its holes stood in for by private-use characters, with their table."""
    if isinstance(value, Known) and isinstance(value.value, str):
        return value.value, {}
    if isinstance(value, Text):
        holes: dict[str, Hole] = {}
        out = []
        for part in value.parts:
            if isinstance(part, str):
                out.append(part)
            else:
                mark = chr(0xF0000 + len(holes))
                holes[mark] = part
                out.append(mark)
        return "".join(out), holes
    return None


def from_template(text: str, holes: dict[str, Hole]) -> Known | Text:
    """The reverse of `text_template`."""
    parts: list[Part] = []
    for char in text:
        parts.append(holes.get(char, char))
    return text_of(parts)


def apply(value: Abstract, change: Callable[[str], str]) -> Abstract:
    """A text after a string method, holes kept."""
    pair = text_template(value)
    return value if pair is None else from_template(change(pair[0]), pair[1])


METHODS: dict[str, Callable[..., str]] = {
    "strip": str.strip,
    "lstrip": str.lstrip,
    "rstrip": str.rstrip,
    "lower": str.lower,
    "upper": str.upper,
    "title": str.title,
    "capitalize": str.capitalize,
    "casefold": str.casefold,
    "replace": str.replace,
    "removeprefix": str.removeprefix,
    "removesuffix": str.removesuffix,
}


def url_join(base: Abstract, path: Abstract) -> Abstract:
    """urllib.parse.urljoin over texts with holes."""
    from urllib.parse import urljoin

    left, right = text_template(base), text_template(path)
    if left is None or right is None:
        return text_of([*parts_of(base), *parts_of(path)])
    holes = dict(left[1])
    text = right[0]
    for mark, hole in right[1].items():
        fresh = chr(ord(mark) + 0x1000)
        text = text.replace(mark, fresh)
        holes[fresh] = hole
    return from_template(urljoin(left[0], text), holes)


def distinct(values: Iterable[Abstract], width: int = 24) -> Values:
    """Each value once, in order, up to a bound."""
    return tuple(itertools.islice(dict.fromkeys(values), width))
