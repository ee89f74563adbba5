"""Further parts of a report (an inventory, a diagram ...), as blocks that every format knows how to show.

Whoever has facts makes a `Section` of them; the formats do not know the facts. Texts are raw: formats escape.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Union

YES, NO, UNKNOWN, NONE = "yes", "no", "unknown", "none"


@dataclass(frozen=True)
class Mark:
    """A tick or a cross in a table. `state` is "yes", "no", "unknown" or "none" (it does not apply); `note`
    says why, in a few words."""

    state: str
    note: str = ""


@dataclass(frozen=True)
class Where:
    """A place in a file, in a table."""

    path: str
    line: int


Cell = Union[str, Mark, Where]


@dataclass(frozen=True)
class Paragraph:
    """A few sentences."""

    text: str


@dataclass(frozen=True)
class Facts:
    """Names and their values."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """A table: each row has a cell for each column."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Figure:
    """A drawing. `svg` is trusted markup of one `<svg>` element, without `style` attributes or scripts (the
    page forbids both), with escaped texts; `mermaid` is the same for Markdown; `text` says in words what the
    drawing shows, for those who cannot see it."""

    title: str
    text: str
    svg: str
    mermaid: str


Block = Union[Paragraph, Facts, Table, Figure]


@dataclass(frozen=True)
class Section:
    """A part of a report. `id` is a word in lower case; `data` is what programs get of it (JSON values)
    instead of the blocks."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    data: Mapping[str, object]
