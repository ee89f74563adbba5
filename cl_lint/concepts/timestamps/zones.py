"""What a zone argument says: UTC, another zone, or nothing that can be known."""

from __future__ import annotations

import enum
from functools import lru_cache
from typing import TYPE_CHECKING

from ...models.time_rows import Zone
from ...program import External, Known, Obj, Program, Ref, Values

if TYPE_CHECKING:
    from ...program import Abstract

UTC_NAMES = frozenset(
    (
        "utc etc/utc gmt etc/gmt zulu etc/zulu uct etc/uct universal z +00:00 +0000 greenwich etc/greenwich"
    ).split()
)
DEPTH = 4


class Where(enum.Enum):
    NOWHERE = "no zone"
    UTC = "UTC"
    ELSEWHERE = "another zone"
    OPEN = "not known"


def zone_of(program: Program, values: Values, depth: int = DEPTH) -> tuple[Where, str]:
    """The zone that the values name, and its name: another zone counts where any of them is one; what is
    not known counts only where nothing else is."""
    found = [_one(program, value, depth) for value in values] or [(Where.OPEN, "")]
    for wanted in (Where.ELSEWHERE, Where.UTC, Where.NOWHERE, Where.OPEN):
        for where, name in found:
            if where is wanted:
                return where, name
    return Where.OPEN, ""


def _one(program: Program, value: Abstract, depth: int) -> tuple[Where, str]:
    if isinstance(value, Known):
        return _named(value.value)
    if isinstance(value, External) and value.name.endswith(".tzinfo"):
        return _of_value(program, value.receiver)
    if isinstance(value, External):
        row = program.models.row(Zone, value.name)
        return _settled(row, value.name) if row is not None else (Where.OPEN, value.name)
    if isinstance(value, Obj) and value.site is not None and depth > 0:
        row = program.models.row(Zone, value.maker)
        return _made(program, row, value, value.site, depth) if row is not None else (Where.OPEN, value.maker)
    return Where.OPEN, ""


@lru_cache(maxsize=256)
def _named(value: object) -> tuple[Where, str]:
    if value is None:
        return Where.NOWHERE, ""
    if isinstance(value, str):
        return (Where.UTC, value) if value.lower() in UTC_NAMES else (Where.ELSEWHERE, value)
    if isinstance(value, (int, float)):
        return (Where.UTC, "UTC") if not value else (Where.ELSEWHERE, f"UTC{value:+}")
    return Where.OPEN, ""


def _of_value(program: Program, value: Abstract | None) -> tuple[Where, str]:
    """`datetime.now().astimezone().tzinfo` is the local zone."""
    if isinstance(value, Obj) and value.site is not None and value.maker.endswith(".astimezone"):
        args = program.arguments(value.site)
        if not args.positional and not args.keywords:
            return Where.ELSEWHERE, "the local zone"
    return Where.OPEN, ""


def _settled(row: Zone, name: str) -> tuple[Where, str]:
    if row.kind == "utc":
        return Where.UTC, name
    return (Where.ELSEWHERE, "the local zone") if row.kind == "local" else (Where.OPEN, name)


def _made(program: Program, row: Zone, value: Obj, site: Ref, depth: int) -> tuple[Where, str]:
    """A zone made by a call: by name, by an offset, or always the same."""
    if row.kind in ("utc", "local"):
        return _settled(row, value.maker)
    args = program.arguments(site)
    given = args.positional[:1] or [
        g for k in ("key", "zone", "name", "offset") for g in args.keywords.get(k, [])
    ]
    if not given:
        return Where.ELSEWHERE, "the local zone"
    values = program.eval_all(given)
    if row.kind == "offset":
        return _offset(program, values)
    return zone_of(program, values, depth - 1)


def _offset(program: Program, values: Values) -> tuple[Where, str]:
    for value in values:
        if isinstance(value, Known):
            return _named(value.value)
        if isinstance(value, Obj) and value.site is not None and value.maker.endswith("timedelta"):
            args = program.arguments(value.site)
            parts = program.eval_all([*args.positional, *(g for gs in args.keywords.values() for g in gs)])
            if all(isinstance(p, Known) and not p.value for p in parts):
                return Where.UTC, "UTC"
            return Where.ELSEWHERE, "a fixed offset"
    return Where.OPEN, ""
