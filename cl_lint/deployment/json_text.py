"""JSON that remembers where everything stands: strict as RFC 8259, with the offsets of every value.

A string may itself hold JSON, as a request body in a Postman collection does; its values then know their
place in the outer file, escapes or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Union

MOST_DEPTH = 100

_BLANK = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORD = re.compile(r"[A-Za-z]+")
_PLAIN = re.compile(r'[^"\\\x00-\x1f]*')
_HEX = re.compile(r"[0-9a-fA-F]{4}")
_REFERENCE = re.compile(r"\{\{[^{}\n\r]*\}\}")
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_WORDS = {"true": True, "false": False, "null": None}


class JsonError(ValueError):
    """The text is no JSON. `offset` counts characters from the start of the outermost text."""

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


@dataclass(frozen=True)
class Text:
    """A string. `offsets` holds the place of each character of `value`, and of the closing quote."""

    start: int
    end: int
    value: str
    offsets: Sequence[int] = field(repr=False)


@dataclass(frozen=True)
class Number:
    """A number as it is written."""

    start: int
    end: int
    written: str


@dataclass(frozen=True)
class Literal:
    """`true`, `false` or `null`."""

    start: int
    end: int
    value: bool | None


@dataclass(frozen=True)
class Reference:
    """A bare `{{name}}` of Postman, where a value should stand: JSON only once it is filled in."""

    start: int
    end: int
    name: str


@dataclass(frozen=True)
class Array:
    start: int
    end: int
    items: tuple[Node, ...]


@dataclass(frozen=True)
class Member:
    key: Text
    value: Node


@dataclass(frozen=True)
class Object:
    start: int
    end: int
    members: tuple[Member, ...]

    def member(self, key: str) -> Member | None:
        """The member that counts: the last one of this name."""
        return next((each for each in reversed(self.members) if each.key.value == key), None)

    def get(self, key: str) -> Node | None:
        found = self.member(key)
        return found.value if found is not None else None

    def text(self, key: str) -> str:
        """The string under `key`, empty where there is none."""
        value = self.get(key)
        return value.value if isinstance(value, Text) else ""


Node = Union[Text, Number, Literal, Reference, Array, Object]


def parse(text: str, *, references: bool = False, offsets: Sequence[int] | None = None) -> Node:
    """The value that `text` is. With `references`, a bare `{{name}}` may stand for a value.

    `offsets` holds the place of each character in an outer text, and of its end. Raises `JsonError`.
    """
    return _Reader(text, references, range(len(text) + 1) if offsets is None else offsets).document()


def parse_inside(text: Text) -> Node:
    """The JSON that a string holds, with places in the outer text. Raises `JsonError`."""
    return parse(text.value, references=True, offsets=text.offsets)


def walk(node: Node) -> Iterator[Node]:
    """`node` and all that it holds, in order."""
    pending = [node]
    while pending:
        node = pending.pop()
        yield node
        if isinstance(node, Array):
            pending += reversed(node.items)
        elif isinstance(node, Object):
            pending += (member.value for member in reversed(node.members))


class _Reader:
    def __init__(self, text: str, references: bool, offsets: Sequence[int]) -> None:
        self._text = text
        self._references = references
        self._offsets = offsets
        self._at = 0

    def document(self) -> Node:
        self._skip()
        value = self._value(0)
        self._skip()
        if self._at < len(self._text):
            raise self._error("there is more after the end")
        return value

    def _error(self, reason: str, at: int | None = None) -> JsonError:
        return JsonError(reason, self._offsets[min(self._at if at is None else at, len(self._text))])

    def _skip(self) -> None:
        found = _BLANK.match(self._text, self._at)
        assert found is not None  # it matches nothing, too
        self._at = found.end()

    def _next(self) -> str:
        return self._text[self._at] if self._at < len(self._text) else ""

    def _value(self, depth: int) -> Node:
        first = self._next()
        if first == "{":
            if self._references and self._text.startswith("{{", self._at):
                return self._reference()
            return self._object(depth + 1)
        if first == "[":
            return self._array(depth + 1)
        if first == '"':
            return self._string()
        return self._scalar(first)

    def _scalar(self, first: str) -> Node:
        if found := _NUMBER.match(self._text, self._at):
            return Number(*self._take(found.end()), found[0])
        found = _WORD.match(self._text, self._at)
        if found is not None and found[0] in _WORDS:
            return Literal(*self._take(found.end()), _WORDS[found[0]])
        raise self._error("a value is missing" if first in ("", ",", "]", "}", ":") else "this is no value")

    def _reference(self) -> Reference:
        found = _REFERENCE.match(self._text, self._at)
        if found is None:
            raise self._error("a reference that does not end")
        return Reference(*self._take(found.end()), found[0][2:-2].strip())

    def _take(self, end: int) -> tuple[int, int]:
        """The range up to `end` in the outer text; reading goes on behind it."""
        start, self._at = self._at, end
        return self._offsets[start], self._offsets[end]

    def _enter(self, depth: int) -> int:
        if depth > MOST_DEPTH:
            raise self._error(f"nested more than {MOST_DEPTH} deep")
        start, self._at = self._at, self._at + 1
        self._skip()
        return start

    def _array(self, depth: int) -> Array:
        items: list[Node] = []
        start = self._enter(depth)
        while self._next() != "]" or items:
            items.append(self._value(depth))
            if not self._another("]"):
                break
        return Array(*self._closed(start), tuple(items))

    def _object(self, depth: int) -> Object:
        members: list[Member] = []
        start = self._enter(depth)
        while self._next() != "}" or members:
            if self._next() != '"':
                raise self._error("a name in double quotes is missing")
            key = self._string()
            self._skip()
            if self._next() != ":":
                raise self._error("a colon is missing")
            self._at += 1
            self._skip()
            members.append(Member(key, self._value(depth)))
            if not self._another("}"):
                break
        return Object(*self._closed(start), tuple(members))

    def _another(self, closing: str) -> bool:
        self._skip()
        if self._next() == closing:
            return False
        if self._next() != ",":
            raise self._error(f"a comma or {closing} is missing")
        self._at += 1
        self._skip()
        if self._next() == closing:
            raise self._error("there is a comma too many")
        return True

    def _closed(self, start: int) -> tuple[int, int]:
        self._at += 1
        return self._offsets[start], self._offsets[self._at]

    def _string(self) -> Text:
        start = self._at
        self._at += 1
        parts: list[str] = []
        places: list[int] = []
        while True:
            plain = _PLAIN.match(self._text, self._at)
            assert plain is not None  # it matches nothing, too
            parts.append(plain[0])
            places += self._offsets[self._at : plain.end()]
            self._at = plain.end()
            first = self._next()
            if first == '"':
                break
            if first != "\\":
                raise self._error(
                    "a string that does not end" if first in ("", "\n", "\r") else "a control character"
                )
            places.append(self._offsets[self._at])
            parts.append(self._escape())
        places.append(self._offsets[self._at])
        self._at += 1
        return Text(self._offsets[start], self._offsets[self._at], "".join(parts), places)

    def _escape(self) -> str:
        letter = self._text[self._at + 1 : self._at + 2]
        if letter != "u":
            if letter not in _ESCAPES:
                raise self._error("an escape that JSON does not know")
            self._at += 2
            return _ESCAPES[letter]
        unit = self._unit(self._at)
        self._at += 6
        if 0xD800 <= unit < 0xDC00 and self._text.startswith("\\u", self._at):
            low = self._unit(self._at)
            if 0xDC00 <= low < 0xE000:
                self._at += 6
                return chr(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
        return chr(unit)

    def _unit(self, at: int) -> int:
        found = _HEX.match(self._text, at + 2)
        if found is None:
            raise self._error("an escape that JSON does not know", at)
        return int(found[0], 16)
