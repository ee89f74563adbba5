"""Rows about packages: what a distribution is used for, and under which names its modules are imported."""

from __future__ import annotations

from dataclasses import dataclass

from .rows import Row


@dataclass(frozen=True)
class Package(Row):
    """A distribution, by its normalised name (small letters, `-`). `uses` says what it is for, in the words
    of a technology stack; `imports` are its modules, where they are not spelled like its name. A dotted name
    is a module of a distribution, whose uses are said of it only where that module is imported."""

    uses: tuple[str, ...]
    imports: tuple[str, ...] = ()


PACKAGE_TABLES: dict[str, type[Row]] = {"package": Package}
