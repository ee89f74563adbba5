"""Trials: running something under every scenario, both ways at every open test."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from ...program import Module
from .exchange import transport_errors
from .loops import Left
from .machine import DecisionKey, Machine
from .trials import Broke, Continued, Ended, Raised, Returned, Run, Scenario

if TYPE_CHECKING:
    from ..application import Application

PATHS = 10
FEW = 8
MANY = 110
DEPTH = 6000
STATUSES = (
    400,
    401,
    403,
    404,
    405,
    406,
    408,
    409,
    410,
    412,
    413,
    415,
    418,
    422,
    423,
    425,
    429,
    451,
    500,
    501,
    502,
    503,
    504,
    505,
    507,
    511,
    520,
    598,
    599,
)
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
        tried: list[tuple[Scenario, list[Run]]] = []
        for scenario in scenarios(app, library):
            same = next((runs for other, runs in tried if _are_alike(other, runs, scenario)), None)
            if same is not None:
                found += [replace(run, scenario=scenario) for run in same if run.repeats]
                continue
            runs = settled(paths(app, start, scenario, target, FEW))
            if widest == FEW and any(r.endless for r in runs):
                # How often it goes on is worth one long run.
                widest = MANY
                runs = settled(paths(app, start, scenario, target, MANY))
            tried.append((scenario, runs))
            found += [run for run in runs if run.repeats]
        return found


def settled(found: Iterator[Run]) -> list[Run]:
    """The runs of one scenario, those without end told apart: a count that is compared with
    something unknown bounds the repeats, unless they go on whichever way it is decided."""
    runs = list(found)
    endless = [run for run in runs if run.endless]
    for run in endless:
        for key in run.counters:
            if not any(key in o.decisions and o.decisions[key] != run.decisions[key] for o in endless):
                run.open_bound = True
    return runs


def _are_alike(other: Scenario, runs: list[Run], scenario: Scenario) -> bool:
    """Whether a scenario would go like another one that has been tried: whatever the program
    asked about the failure has the same answer."""
    if bool(other.error) != bool(scenario.error) or other.asked != scenario.asked:
        return False
    return all(run.would_be(scenario.error or scenario.status) for run in runs)


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
        try:
            start(machine)
        except (Raised, Ended, Returned, Broke, Continued, Left, RecursionError):
            pass
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            # Code that the machine cannot follow ends the run, never the check.
            machine.run.lost = repr(error)
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
