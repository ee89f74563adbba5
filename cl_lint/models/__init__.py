"""What qualified names of libraries mean: the rows of rules/models/*.toml, read once.

A model file holds tables of rows (`[[type]]`, `[[request]]`, `[[log]]` …). Every row has a
`name`, which may stand for several by braces: "requests.{get,post}". The loader is strict: a
table or key that is not known is an error that names the file.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import tomli

from ..catalog import rules_folder
from ..config_files import ConfigError
from ..policy import nearest
from .auth_rows import AUTH_TABLES
from .data_rows import DATA_TABLES
from .package_rows import PACKAGE_TABLES
from .performance_rows import PERFORMANCE_TABLES
from .retry_rows import RETRY_TABLES
from .rows import TABLES, Error, Response, Row, Type
from .run_rows import RUN_TABLES
from .time_rows import TIME_TABLES
from .url_rows import URL_TABLES

TABLES.update(TIME_TABLES)
TABLES.update(AUTH_TABLES)
TABLES.update(RETRY_TABLES)
TABLES.update(RUN_TABLES)
TABLES.update(DATA_TABLES)
TABLES.update(URL_TABLES)
TABLES.update(PERFORMANCE_TABLES)
TABLES.update(PACKAGE_TABLES)

R = TypeVar("R", bound=Row)
BRACES = re.compile(r"\{([^{}]*)\}")


class ModelError(ConfigError):
    """A model file that cannot be used; the message names file and row."""

    def __init__(self, problem: str) -> None:
        super().__init__([problem])


def expand(name: str) -> list[str]:
    """ "a.{b,c}" is ["a.b", "a.c"]."""
    pieces = BRACES.split(name)
    choices = [[p] if i % 2 == 0 else p.split(",") for i, p in enumerate(pieces)]
    return ["".join(c) for c in itertools.product(*choices)]


class Models:
    """All rows, by table and name."""

    def __init__(self) -> None:
        self._rows: dict[type[Row], dict[str, Row]] = {kind: {} for kind in TABLES.values()}
        self._aliases: dict[str, str] = {}
        self._canonical: dict[str, str] = {}
        self._bases: dict[str, tuple[str, ...]] = {}

    # -- reading

    def add(self, path: Path) -> None:
        """Adds a model file; raises ModelError."""
        try:
            data = tomli.loads(path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
            raise ModelError(f"{path}: cannot read this model file: {error}") from error
        self.add_tables(data, str(path))

    def add_tables(self, data: Mapping[str, Any], where: str) -> None:
        for table, rows in data.items():
            if table in ("library", "source"):
                continue
            kind = TABLES.get(table)
            if kind is None or not isinstance(rows, list):
                raise ModelError(f"{where}: unknown table {table!r}{nearest(table, TABLES)}")
            for row in rows:
                self._add_row(kind, row, f"{where}: [[{table}]]")

    def _add_row(self, kind: type[Row], row: Mapping[str, Any], where: str) -> None:
        known = {f.name: f for f in fields(kind)}
        values: dict[str, Any] = {}
        for key, value in row.items():
            field = known.get(key.replace("-", "_"))
            if field is None:
                raise ModelError(f"{where} {row.get('name', '?')}: unknown key {key!r}{nearest(key, known)}")
            values[field.name] = tuple(value) if isinstance(value, list) else value
        missing = [n for n, f in known.items() if n not in values and f.default is MISSING]
        if missing:
            raise ModelError(f"{where} {row.get('name', '?')}: missing {', '.join(missing)}")
        for name in expand(str(values["name"])):
            made = kind(**{**values, "name": name})
            self._rows[kind][name] = made
            if isinstance(made, (Type, Error)):
                for alias in itertools.chain.from_iterable(expand(a) for a in made.aliases):
                    self._aliases[alias] = name

    # -- questions

    def rows(self, kind: type[R]) -> dict[str, R]:
        """All rows of a table, by name."""
        return self._rows[kind]  # type: ignore[return-value]

    def row(self, kind: type[R], name: str) -> R | None:
        """The row for a qualified name; for a method, that of the type or of its nearest base."""
        rows = self._rows[kind]
        found = rows.get(name)
        if found is None and "." in name:
            owner, _, member = name.rpartition(".")
            for base in self.bases(owner):
                found = rows.get(f"{base}.{member}")
                if found is not None:
                    break
        return found  # type: ignore[return-value]

    def canonical(self, name: str) -> str:
        """The name under which rows know what `name` means: the longest aliased prefix replaced."""
        known = self._canonical.get(name)
        if known is None:
            known = self._canonical[name] = self._rename(name)
        return known

    def _rename(self, name: str) -> str:
        for _ in range(4):
            prefix = name
            while prefix and prefix not in self._aliases:
                prefix = prefix.rpartition(".")[0]
            if not prefix:
                return name
            name = self._aliases[prefix] + name[len(prefix) :]
        return name

    def is_type(self, name: str) -> bool:
        return name in self._rows[Type]

    def bases(self, name: str) -> tuple[str, ...]:
        """The library classes above a type, nearest first."""
        known = self._bases.get(name)
        if known is None:
            row = self._rows[Type].get(name)
            found: dict[str, None] = {}
            for base in row.bases if isinstance(row, Type) else ():
                found[base] = None
                found.update(dict.fromkeys(self.bases(base)))
            known = self._bases[name] = tuple(found)
        return known

    def is_a(self, name: str, base: str) -> bool:
        return name == base or base in self.bases(name)

    def member(self, owner: str, name: str) -> str | None:
        """The qualified name of `owner.name` where some row knows it (also of a base)."""
        for candidate in (owner, *self.bases(owner)):
            qualified = f"{candidate}.{name}"
            if qualified in self._aliases:
                return self._aliases[qualified]
            if any(qualified in rows for rows in self._rows.values()):
                return qualified
        return None

    def result_type(self, name: str) -> str | None:
        """The type of what calling `name` gives."""
        from .rows import Returns

        if name in self._rows[Type]:
            return name
        row = self.row(Returns, name)
        return row.type if row else None

    def attribute_type(self, name: str) -> str | None:
        from .rows import Attribute

        row = self.row(Attribute, name)
        return row.type if row else None

    def response_of(self, imported: Iterable[str]) -> str:
        """The response type of the one HTTP library among imported names; "response" when there
        is none, or more than one."""
        packages = {name.split(".")[0] for name in imported}
        found = {
            row.name for row in self.rows(Response).values() if row.library in packages and not row.is_body
        }
        return found.pop() if len(found) == 1 else "response"

    def item_type(self, name: str, index: int) -> str | None:
        """The type of item `index` of an unpacked value of type `name`."""
        from .rows import Items

        row = self.row(Items, name)
        return (row.types[index] or None) if row and -len(row.types) <= index < len(row.types) else None


@lru_cache(maxsize=1)
def _shipped() -> tuple[Path, ...]:
    return tuple(sorted((rules_folder() / "models").glob("*.toml")))


def load_models(extra: Iterable[Path] = ()) -> Models:
    """The shipped models, then those of the user. Raises ModelError."""
    models = Models()
    for path in (*_shipped(), *extra):
        models.add(path)
    return models
