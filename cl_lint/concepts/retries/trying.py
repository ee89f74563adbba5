"""Trials: running something under every scenario, both ways at every open test."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from ...models.retry_rows import Retry
from ...program import Module
from ...syntax import summary as s
from .exchange import transport_errors
from .machine import DecisionKey, Machine
from .statements import Left
from .trials import Broke, Continued, Ended, Raised, Returned, Run, Scenario

if TYPE_CHECKING:
    from ..application import Application

PATHS = 10
FEW = 8
MANY = 110
DEPTH = 6000
STATUSES = (400, 401, 403, 404, 405, 406, 408, 409, 410, 412, 413, 415, 418, 422, 423, 425, 429, 451,
            500, 501, 502, 503, 504, 505, 507, 511, 520, 598, 599)  # fmt: skip
SUCCESS = Scenario(status=200)
Start = Callable[[Machine], object]


def scenarios(app: Application, library: str) -> Iterator[Scenario]:
    """The ways in which a request can fail."""
    for error in transport_errors(app, library):
        yield Scenario(error=error)
    for status in STATUSES:
        yield Scenario(status=status)
    for status in app.policy.rate_limit_statuses:
        yield Scenario(status=status, asked=True)


def try_all(app: Application, start: Start, library: str, target: tuple[Module, int]) -> list[Run]:
    """The runs in which the request is repeated, success first; none where it is never sent."""
    with deep():
        success = list(paths(app, start, SUCCESS, target, FEW))
        if not any(run.requests for run in success):
            return []
        found = [run for run in success if run.repeats]
        widest = FEW
        told_apart = statuses_told_apart(app)
        alike: dict[int, list[Run]] = {}
        for scenario in scenarios(app, library):
            plain = scenario.status % 100 and not scenario.asked and scenario.status not in told_apart
            if plain and scenario.status // 100 in alike:
                runs = alike[scenario.status // 100]
                found += [replace(run, scenario=scenario) for run in runs if run.repeats]
                continue
            runs = list(paths(app, start, scenario, target, FEW))
            if plain:
                alike[scenario.status // 100] = runs
            if widest == FEW and any(r.endless for r in runs):
                # How often it goes on is worth one long run.
                widest = MANY
                runs = list(paths(app, start, scenario, target, MANY))
            found += [run for run in runs if run.repeats]
        return found


def statuses_told_apart(app: Application) -> frozenset[int]:
    """The statuses that the program or a library may treat unlike their neighbours: those that
    stand in the source as numbers (or one off, for comparisons) or names, and those of the models.
    All others of one hundred behave alike, so that one of them is tried for all."""
    known = _TOLD_APART.get(app)
    if known is None:
        numbers = {n for row in app.models.rows(Retry).values() for n in row.statuses}
        for module in app.program.table.loaded():
            for value in module.values:
                if isinstance(value, s.Const) and isinstance(value.value, (int, str)):
                    numbers |= _near(value.value)
                elif isinstance(value, (s.Attr, s.Imported)) and value.name:
                    numbers |= _named(value.name)
        known = _TOLD_APART[app] = frozenset(numbers)
    return known


_TOLD_APART: WeakKeyDictionary[Application, frozenset[int]] = WeakKeyDictionary()


def _near(value: int | str) -> set[int]:
    if isinstance(value, str):
        value = int(value) if value.isdigit() and len(value) == 3 else 0
    return {value - 1, value, value + 1} if 400 < value < 600 and value % 100 else set()


def _named(name: str) -> set[int]:
    found = HTTPStatus.__members__.get(name.upper())
    return {int(found)} if found is not None else set()


def paths(
    app: Application, start: Start, scenario: Scenario, target: tuple[Module, int], cap: int
) -> Iterator[Run]:
    """The runs of one scenario: one for each way of deciding what is open, up to a bound."""
    pending: list[dict[DecisionKey, bool]] = [{}]
    for _ in range(PATHS):
        if not pending:
            return
        decided = pending.pop(0)
        machine = Machine(app, scenario, target, cap, dict(decided))
        with suppress(Raised, Ended, Returned, Broke, Continued, Left, RecursionError):
            start(machine)
        for index, key in enumerate(machine.undecided):
            pending.append({**decided, **dict.fromkeys(machine.undecided[:index], True), key: False})
        yield machine.run


@contextmanager
def deep() -> Iterator[None]:
    """Recursion of the program is recursion of the trial."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, DEPTH))
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
