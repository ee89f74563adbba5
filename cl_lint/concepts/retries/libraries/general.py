"""Rules that a model row describes in full, and the `retry` package."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Optional

from ....models.retry_rows import Delay, Retry
from ..calls import call
from ..emulation import Outcome, Rule, emulate
from ..exceptions import is_kind
from ..formulas import Names, evaluate, given_for, parameters
from ..machine import Machine
from ..operations import truth_of
from ..things import (
    Applied,
    Class,
    Fault,
    Func,
    Given,
    Items,
    Lib,
    Made,
    Method,
    Num,
    Spot,
    Sym,
    Thing,
    number,
)
from ..trials import Construct

Named = dict[str, Given]


@dataclass
class RowRule(Rule):
    """A rule by a row: its formulas over the arguments of the call that made it."""

    row: Retry
    names: Names
    made: Made

    def retried(self, m: Machine, outcome: Outcome, attempt: int) -> bool:
        m.suspect(self.construct.when or self.construct.spot)
        if outcome.fault is None:
            return False
        if self.row.unless and (kinds := self.names.get(self.row.unless)) is not None:
            if applies(m, kinds, outcome.fault):
                return False
        kinds = self.names.get(self.row.when) if self.row.when else None
        return applies(m, kinds, outcome.fault) if kinds is not None else is_ordinary(m, outcome.fault)

    def stopped(self, m: Machine, attempt: int, elapsed: float) -> bool:
        if self.row.elapsed:
            limit = evaluate(self.row.elapsed, self.names)
            if limit is not None and limit.known and elapsed >= limit.low:
                return True
        if not self.row.retries:
            return False
        return beyond(m, evaluate(self.row.retries, {**self.names, "k": attempt}), attempt)

    def delay(self, m: Machine, attempt: int, outcome: Outcome) -> Num:
        found = evaluate(self.row.delay, {**self.names, "k": attempt})
        return found if found is not None else Num(0.0, 0.0)


def beyond(m: Machine, retries: Optional[Num], attempt: int) -> bool:
    """Whether after try number `attempt` the retries are used up; None or less than 0: never."""
    if retries is None or retries.high < 0:
        return False
    if not retries.known or math.isinf(retries.high):
        m.leave_open()
        return attempt > 3
    return attempt > retries.high


def is_ordinary(m: Machine, fault: Fault) -> bool:
    return is_kind(m, fault, Lib("builtins.Exception")) is not False


def is_function(thing: Thing) -> bool:
    return isinstance(thing, (Func, Applied, Method)) or (
        isinstance(thing, Lib) and thing.receiver is not None
    )


def applies(m: Machine, condition: Thing, fault: Fault) -> bool:
    """Whether exception classes, or a predicate, hold for an error."""
    if is_function(condition):
        return holds(m, call(m, condition, [Given(fault)], {}, m.spot))
    if isinstance(condition, Made):
        return True
    known = is_kind(m, fault, condition)
    return known is not False


def holds(m: Machine, thing: Thing) -> bool:
    known = truth_of(m, thing)
    return True if known is None else known


def spots(row: Retry, made: Made) -> dict[str, Optional[Spot]]:
    """Where the arguments that set delay, bound and predicate are written."""
    found: dict[str, Optional[Spot]] = {}
    for key, wanted in (
        ("pause", row.pause),
        ("bound", row.bound),
        ("when", (row.when,) if row.when else ()),
    ):
        given = [g for name in wanted if (g := given_for(row.arguments, made, name)) is not None]
        found[key] = given[0].spot if given else None
    return found


def construct_of(row: Retry, made: Made) -> Construct:
    assert made.spot is not None
    return Construct(row.library, made.spot, **spots(row, made))


def rule(m: Machine, row: Retry, made: Made) -> Rule:
    return RowRule(construct_of(row, made), row, parameters(row.arguments, made), made)


def least_of(m: Machine, made: Made, attempt: int) -> Optional[Num]:
    """The least delay that a library's wait object asks for before retry number `attempt`."""
    row = m.models.row(Delay, made.name)
    if row is None:
        return None
    return evaluate(row.least, {**parameters(row.arguments, made), "k": attempt})


# --------------------------------------------------------------------------- the retry package


@dataclass
class RetryPackageRule(RowRule):
    """`retry.retry`: the first delay is taken as it is, later ones grow and are capped."""

    def delay(self, m: Machine, attempt: int, outcome: Outcome) -> Num:
        current = number(self.names.get("delay")) or Num(0.0, 0.0)
        jitter = self.names.get("jitter")
        low = jitter.items[0] if isinstance(jitter, Items) and jitter.items else jitter
        for _ in range(attempt - 1):
            names = {"d": current, "jitter": low, **{k: self.names.get(k) for k in ("backoff", "max_delay")}}
            current = evaluate("least(max_delay, d * backoff + jitter)", names) or current
        return current


def retry_rule(m: Machine, row: Retry, made: Made) -> Rule:
    return RetryPackageRule(construct_of(row, made), row, parameters(row.arguments, made), made)


def _retry_call(m: Machine, callee: Lib, args: list[Given], named: Named, spot: Spot, place: Any) -> Thing:
    """`retry_call(f, fargs, fkwargs, exceptions, …)`"""
    from ....models.retry_rows import Retry as Row

    row = m.models.row(Row, "retry.api.retry_call")
    assert row is not None
    made = Made(callee.name, args, named, spot)
    names = parameters(row.arguments, made)
    fargs, fkwargs = names.get("fargs"), names.get("fkwargs")
    inner = [Given(t) for t in fargs.items] if isinstance(fargs, Items) else []
    keywords = {str(k): Given(v) for k, v in getattr(fkwargs, "entries", {}).items()}
    rule_ = RetryPackageRule(construct_of(row, made), row, names, made)
    return emulate(m, rule_, lambda: call(m, names.get("f"), inner, keywords, spot, place))


CALLS = {"retry.api.retry_call": _retry_call, "retry.retry_call": _retry_call}

__all__ = ["Class", "Sym", "applies", "beyond", "construct_of", "least_of", "rule"]
