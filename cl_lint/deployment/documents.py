"""A registration file as it was read: what it is, and where its values stand."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cl_lint.deployment.facts import load_facts
from cl_lint.deployment.json_text import Array, JsonError, Node, Object, Text, parse, walk
from cl_lint.deployment.json_text import Reference as BareReference
from cl_lint.findings import Place
from cl_lint.sources import Problem, SourceFile, read

ENVIRONMENT, COLLECTION, BODY = "environment", "collection", "request body"
REFERENCE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")

_LINE_END = re.compile(r"\r\n|\r|\n")
_WRAPPED = {"environment": "values", "collection": "item"}  # as the Postman API answers


@dataclass(frozen=True)
class Variable:
    """A variable of an environment or collection."""

    key: Text
    value: Node | None
    entry: Object

    @property
    def is_enabled(self) -> bool:
        enabled = self.entry.get("enabled")
        disabled = self.entry.get("disabled")
        return getattr(enabled, "value", True) is not False and getattr(disabled, "value", False) is not True


@dataclass(frozen=True, eq=False)
class Document:
    """A file with its text, its kind and its content. `name` is relative to the root, with `/`."""

    name: str
    text: str
    kind: str
    root: Object

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    def place(self, start: int, end: int) -> Place:
        """The range from one offset up to the other, as findings give it."""
        line, column = self._position(start)
        return Place(self.name, line, column, *self._position(max(end, start + 1)))

    def place_of(self, node: Node) -> Place:
        return self.place(node.start, node.end)

    def head_of(self, node: Object | Array) -> Place:
        """The bracket that opens an object or list: where something is missing."""
        return self.place(node.start, node.start + 1)

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    @cached_property
    def variables(self) -> tuple[Variable, ...]:
        """The variables that the file defines, in order."""
        listed = self.root.get("values" if self.kind == ENVIRONMENT else "variable")
        return tuple(_variables(listed)) if isinstance(listed, Array) else ()

    @property
    def is_registration(self) -> bool:
        """Whether the file is about registering an application, not some other use of Postman."""
        facts = load_facts()
        if self.kind == BODY:
            return _is_surely_body(self.root)
        named = self.root if self.kind == ENVIRONMENT else self.root.get("info")
        if isinstance(named, Object) and named.text("name").strip().lower() == facts.name.lower():
            return True
        if self.kind == ENVIRONMENT:
            marks = {each.key.lower() for each in facts.variables if each.is_mark}
            return any(each.key.value.lower() in marks for each in self.variables)
        return "applications/{{applicationid}}" in self.text.lower()


def read_document(path: Path, root: Path) -> Document | Problem:
    """The registration file at `path`, or why it is none."""
    return document_of(read(path, root))


def document_of(source: SourceFile) -> Document | Problem:
    """The registration file in what was read, or why it is none."""
    if source.problem is not None and not source.data:
        return source.problem
    text = decode(source.data)
    if isinstance(text, Problem):
        return text
    try:
        root = _parse(text)
    except JsonError as error:
        place = Document(source.name, text, "", Object(0, 0, ())).place(error.offset, error.offset)
        return Problem(place.line, place.column, f"not valid JSON: {error.reason}")
    except RecursionError:
        return Problem(1, 1, "not valid JSON: nested too deeply")
    root = _unwrapped(root)
    kind = kind_of(root)
    if kind is None or not isinstance(root, Object):
        return Problem(
            1, 1, "neither a Postman environment or collection (v2) nor the body of a registration request"
        )
    return Document(source.name, text, kind, root)


def decode(data: bytes) -> str | Problem:
    """The text of a JSON file's bytes: UTF-8, with or without a byte order mark."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Problem(1, 1, "encoded as UTF-16; JSON is UTF-8")
    if b"\0" in data:
        return Problem(1, 1, "contains NUL bytes; is it a binary file?")
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Problem(line, 1, f"not valid UTF-8: {error.reason}")


def kind_of(root: Node) -> str | None:
    """What a JSON value is to us; None where it is nothing of ours."""
    if not isinstance(root, Object):
        return None
    if isinstance(root.get("item"), Array) and isinstance(root.get("info"), Object):
        return COLLECTION
    values = root.get("values")
    if isinstance(values, Array) and (not values.items or any(_variables(values))):
        return ENVIRONMENT
    keys, own = _body_keys(root)
    return BODY if len(keys & own) >= 2 or load_facts().portal_member.lower() in keys else None


def _is_surely_body(root: Object) -> bool:
    """Whether the members are those of the request that enables an application, and hardly any others."""
    keys, own = _body_keys(root)
    return "accountid" in keys and len(keys & own) >= 3 and len(keys - own) <= len(keys) // 3


def _body_keys(root: Object) -> tuple[set[str], set[str]]:
    """The names of the members, and those that the request's body has, in small letters."""
    facts = load_facts()
    keys = {member.key.value.lower() for member in root.members}
    return keys, {member.key.lower() for member in facts.members} | {facts.portal_member.lower()}


def _parse(text: str) -> Node:
    try:
        return parse(text)
    except JsonError:
        root = parse(text, references=True)
        # Only a request body may hold what Postman fills in before it is JSON.
        if kind_of(root) != BODY and any(isinstance(node, BareReference) for node in walk(root)):
            raise
        return root


def _unwrapped(root: Node) -> Node:
    if isinstance(root, Object) and len(root.members) == 1:
        member = root.members[0]
        inner = member.value
        expected = _WRAPPED.get(member.key.value)
        if expected is not None and isinstance(inner, Object) and inner.get(expected) is not None:
            return inner
    return root


def _variables(listed: Array) -> Iterator[Variable]:
    for item in listed.items:
        if isinstance(item, Object):
            key = item.get("key") or item.get("id")
            if isinstance(key, Text):
                yield Variable(key, item.get("value"), item)
