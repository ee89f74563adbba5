"""A rule's page: a data block, prose, and examples that the tests run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

import tomli

from cl_lint.findings import Severity
from cl_lint.policy import nearest

LEVELS = ("self-assessed", "compatible", "certified")
KINDS = ("server", "client", "unknown")
FIXES = ("none", "unsafe", "safe")

_CODE = re.compile(r"CL\d{3}")
_NAME = re.compile(r"[a-z]+(-[a-z]+)*")
_DATA_START, _DATA_END = "```toml\n", "\n```\n"
_FENCE = re.compile(r"^```(\w+) (bad|ok)\b([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class CatalogError(ValueError):
    """A page or table of the catalogue is not as it should be; the text names it."""


@dataclass(frozen=True)
class ExampleFile:
    """One file of an example: its path inside the example's project, and its text."""

    path: str
    text: str


@dataclass(frozen=True)
class Example:
    """A small project of a page; `good` says that its rule must be silent about it."""

    name: str
    good: bool
    kind: str
    level: str
    files: tuple[ExampleFile, ...]


@dataclass(frozen=True)
class Rule:
    """What is fixed about a rule. `page` is the whole Markdown file."""

    code: str
    name: str
    severity: Severity
    practice: str  # the id of a practice, or "linter" for what the tool says about itself
    levels: tuple[str, ...]
    kinds: tuple[str, ...]
    remedy: str
    title: str
    page: str
    fix: str = "none"  # the best that `check --fix` can do for some of its findings

    @property
    def stem(self) -> str:
        """The name of the page's file without its suffix."""
        return f"{self.code}-{self.name}"

    @cached_property
    def text(self) -> str:
        """The page as Markdown, without the data block."""
        return self.page[_data_end(self.page, self.stem) :].lstrip("\n")

    @cached_property
    def examples(self) -> tuple[Example, ...]:
        """The page's examples in order; raises `CatalogError` where a fence is malformed."""
        return tuple(_examples(self.page, self.stem))


class Table:
    """Typed reading of one TOML table, where an unread key is an error that names the page."""

    def __init__(self, values: Mapping[str, object], where: str) -> None:
        self._values = dict(values)
        self._known: list[str] = []
        self.where = where

    def take(self, key: str, default: object = None) -> object:
        self._known.append(key)
        value = self._values.pop(key, default)
        if value is None:
            raise self.error(f"missing key {key!r}")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        value = self.take(key, default)
        if not isinstance(value, str) or (not value.strip() and value != default):
            raise self.error(f"{key}: expected a text, not {value!r}")
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        value = self.take(key, default)
        if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
            raise self.error(f"{key}: expected a list of texts, not {value!r}")
        return tuple(value)

    def choice(self, key: str, known: tuple[str, ...], default: str | None = None) -> str:
        value = self.text(key, default)
        self._check(key, value, known)
        return value

    def choices(
        self, key: str, known: tuple[str, ...], default: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        values = self.texts(key, default)
        for value in values:
            self._check(key, value, known)
        return values

    def tables(self, key: str) -> tuple[Mapping[str, object], ...]:
        value = self.take(key)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.error(f"{key}: expected tables, not {value!r}")
        return tuple(value)

    def table(self, key: str) -> dict[str, Any]:
        value = self.take(key, {})
        if not isinstance(value, dict):
            raise self.error(f"{key}: expected a table, not {value!r}")
        return value

    def finish(self) -> None:
        for key in self._values:
            raise self.error(f"unknown key {key!r}{nearest(key, self._known)}")

    def error(self, text: str) -> CatalogError:
        return CatalogError(f"{self.where}: {text}")

    def _check(self, key: str, value: str, known: tuple[str, ...]) -> None:
        if value not in known:
            raise self.error(f"{key}: unknown value {value!r}{nearest(value, known)}")


def read_page(stem: str, page: str) -> tuple[Rule, dict[str, Any]]:
    """The rule of a page, and the policy settings which that page owns.

    `stem` is the file's name without suffix. Raises `CatalogError`, naming the page, for anything unexpected.
    """
    end = _data_end(page, stem)
    table = Table(parse_toml(page[len(_DATA_START) : end - len(_DATA_END)], stem), stem)
    rule = Rule(
        code=_matching(table, "code", _CODE),
        name=_matching(table, "name", _NAME),
        severity=Severity(table.choice("severity", tuple(item.value for item in Severity))),
        practice=table.text("practice"),
        levels=table.choices("levels", LEVELS),
        kinds=table.choices("kinds", KINDS, KINDS),
        remedy=table.text("remedy"),
        title=_title(page, end, stem),
        page=page,
        fix=table.choice("fix", FIXES, "none"),
    )
    policy = table.table("policy")
    table.finish()
    if rule.stem != stem:
        raise table.error(f"the data block belongs to a page named {rule.stem}")
    return rule, policy


def parse_toml(text: str, where: str) -> dict[str, Any]:
    """`text` as TOML; a syntax error becomes a `CatalogError` that names `where`."""
    try:
        values: dict[str, Any] = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise CatalogError(f"{where}: {error}") from error
    return values


def _matching(table: Table, key: str, pattern: re.Pattern[str]) -> str:
    value = table.text(key)
    if not pattern.fullmatch(value):
        raise table.error(f"{key}: {value!r} does not look like {pattern.pattern}")
    return value


def _data_end(page: str, stem: str) -> int:
    end = page.find(_DATA_END)
    if not page.startswith(_DATA_START) or end < 0:
        raise CatalogError(f"{stem}: the page must start with a fenced toml block")
    return end + len(_DATA_END)


def _title(page: str, start: int, stem: str) -> str:
    first = page[start:].lstrip("\n").partition("\n")[0]
    if not first.startswith("# "):
        raise CatalogError(f"{stem}: a title must follow the data block")
    return first.removeprefix("# ").strip()


def _examples(page: str, stem: str) -> Iterator[Example]:
    groups: dict[str, list[tuple[bool, Table, str]]] = {}
    for number, fence in enumerate(_FENCE.finditer(page), 1):
        good = fence[2] == "ok"
        attributes = dict(_attributes(fence[3], stem))
        name = attributes.pop("example", f"{fence[2]}-{number}")
        groups.setdefault(name, []).append((good, Table(attributes, f"{stem}, example {name}"), fence[4]))
    for name, parts in groups.items():
        yield _example(name, parts)


def _example(name: str, parts: list[tuple[bool, Table, str]]) -> Example:
    read = [(good, *_settings(table), ExampleFile(_inside(table), text)) for good, table, text in parts]
    for _, table, _ in parts:
        table.finish()
    if len({settings[:3] for settings in read}) > 1:
        raise parts[0][1].error("its files disagree about ok or bad, kind or level")
    good, kind, level, _ = read[0]
    return Example(name, good, kind, level, tuple(file for *_, file in read))


def _settings(table: Table) -> tuple[str, str]:
    return table.choice("kind", KINDS, "unknown"), table.choice("level", LEVELS, LEVELS[0])


def _inside(table: Table) -> str:
    path = PurePosixPath(table.text("file"))
    if path.is_absolute() or ".." in path.parts:
        raise table.error(f"file: {str(path)!r} leaves the example")
    return str(path)


def _attributes(info: str, stem: str) -> Iterator[tuple[str, str]]:
    for word in info.split():
        key, sign, value = word.partition("=")
        if not (key and sign and value):
            raise CatalogError(f"{stem}: {word!r} in a fence is no key=value")
        yield key, value
