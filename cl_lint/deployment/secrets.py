"""Passwords and tokens in registration files: found, and masked in whatever shows the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cl_lint.deployment.documents import REFERENCE, Document
from cl_lint.deployment.facts import load_facts
from cl_lint.deployment.json_text import JsonError, Node, Number, Object, Text, parse_inside, walk

_SHAPE = re.compile(
    r"(?<![\w-])eyJ[\w-]{6,}\.[\w-]{4,}(?:\.[\w-]*)?"  # a JSON web token
    r"|(?<=[Bb]earer )[\w.~+/-]{12,}=*"
    r"|(?<=[Bb]asic )[\w+/]{12,}=*"
)
_SCHEME = re.compile(r"\s*(?:bearer|basic|digest|token)\b", re.IGNORECASE)
_SET = re.compile(
    r"\.set\(\s*([\"'`])(?P<name>[^\"'`]+)\1\s*,\s*(?P<quote>[\"'`])(?P<value>[^\"'`]+)(?P=quote)"
)
# What Postman's exports, its backups and its API call a value.
_VALUES = ("value", "currentValue", "sessionValue", "initialValue")
_MOST_NESTED = 3  # JSON in a string in JSON in a string
_LEAST_REPEATED = 6  # characters: a shorter secret is masked only where it stands
_MOST_REPEATED = 100  # of a file with more secrets, each is masked where it stands


@dataclass(frozen=True)
class Secret:
    """A literal password or token: its name ("" where only its shape tells), value and range."""

    name: str
    value: str
    start: int
    end: int


@lru_cache(maxsize=64)
def secrets_in(document: Document) -> tuple[Secret, ...]:
    """The secrets that the file holds, in order; references and placeholders are none."""
    found: list[Secret] = []
    for secret in sorted(_secrets(document.root, 0), key=lambda each: (each.start, -each.end)):
        if not found or secret.start >= found[-1].end:
            found.append(secret)
    return tuple(found)


def masked(document: Document) -> str:
    """The file's text with every secret replaced by asterisks; each character keeps its place."""
    secrets = secrets_in(document)
    ranges = [(each.start, each.end) for each in secrets]
    repeated = dict.fromkeys(each.value for each in secrets if len(each.value) >= _LEAST_REPEATED)
    for value in list(repeated)[:_MOST_REPEATED]:
        ranges += [found.span() for found in re.finditer(re.escape(value), document.text)]
    characters = list(document.text)
    for start, end in ranges:
        characters[start:end] = (char if char in "\r\n" else "*" for char in characters[start:end])
    return "".join(characters)


def _secrets(root: Node, nested: int) -> Iterator[Secret]:
    for node in walk(root):
        if isinstance(node, Object):
            yield from _named(node)
        elif isinstance(node, Text):
            yield from _shaped(node)
            if nested < _MOST_NESTED and node.value.lstrip()[:1] in ("{", "["):
                try:
                    yield from _secrets(parse_inside(node), nested + 1)
                except (JsonError, RecursionError):
                    continue


def _named(node: Object) -> Iterator[Secret]:
    """Of pairs of key and value, as Postman writes them, and of members."""
    facts = load_facts()
    key = node.get("key") or node.get("name")
    if isinstance(key, Text):
        is_secret = facts.names_secret(key.value) or node.text("type") == "secret"
        known = facts.variable(key.value)
        if is_secret and (known is None or known.is_secret):
            for spelled in _VALUES:
                yield from _literal(key.value, node.get(spelled))
    for member in node.members:
        if facts.names_secret(member.key.value):
            yield from _literal(member.key.value, member.value)


def _literal(name: str, value: Node | None) -> Iterator[Secret]:
    if isinstance(value, Number):
        yield Secret(name, value.written, value.start, value.end)
    elif isinstance(value, Text):
        rest = _SCHEME.sub("", REFERENCE.sub("", value.value), count=1)
        if rest.strip() and not load_facts().is_placeholder(value.value):
            yield Secret(name, value.value, value.offsets[0], value.offsets[-1])


def _shaped(text: Text) -> Iterator[Secret]:
    for found in _SHAPE.finditer(text.value):
        yield Secret("", found[0], text.offsets[found.start()], text.offsets[found.end()])
    for found in _SET.finditer(text.value):
        start, end = found.span("value")
        if load_facts().names_secret(found["name"]):
            yield Secret(found["name"], found["value"], text.offsets[start], text.offsets[end])
