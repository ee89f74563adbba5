"""retrying: milliseconds, and the longest of several waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ....models.retry_rows import Retry
from ..calls import call
from ..emulation import Outcome, Rule, emulate
from ..formulas import evaluate, parameters
from ..functions import Wrapped
from ..machine import Machine
from ..things import Given, Lib, Made, Num, Spot, Thing
from .general import RowRule, applies, construct_of, holds, is_ordinary

Named = dict[str, Given]
WAITS = {
    "wait_fixed": "wait_fixed / 1000",
    "wait_random_min": "wait_random_min / 1000",
    "wait_incrementing_start": "(wait_incrementing_start + wait_incrementing_increment * (k - 1)) / 1000",
    "wait_exponential_multiplier": "least(wait_exponential_max, wait_exponential_multiplier * 2 ** k) / 1000",
}


@dataclass
class RetryingRule(RowRule):
    def retried(self, m: Machine, outcome: Outcome, attempt: int) -> bool:
        m.suspect(self.construct.when or self.construct.spot)
        if outcome.fault is None:
            condition = self.names.get("retry_on_result")
            return condition is not None and holds(m, call(m, condition, [Given(outcome.result)], {}, m.spot))
        condition = self.names.get("retry_on_exception")
        return is_ordinary(m, outcome.fault) if condition is None else applies(m, condition, outcome.fault)

    def stopped(self, m: Machine, attempt: int, elapsed: float) -> bool:
        if self.names.get("stop_func") is not None:
            m.leave_open()
        return super().stopped(m, attempt, elapsed)

    def delay(self, m: Machine, attempt: int, outcome: Outcome) -> Num:
        if self.names.get("wait_func") is not None:
            found = call(m, self.names["wait_func"], [Given(attempt), Given(m.clock * 1000)], {}, m.spot)
            return evaluate("w / 1000", {"w": found}) or Num(0.0, 0.0)
        given = [w for w in WAITS if self.names.get(w) is not None]
        found_ = [evaluate(WAITS[w], {**self.names, "k": attempt}) for w in given]
        return (
            evaluate(  # type: ignore[return-value]
                "greatest(" + ", ".join(f"w{i}" for i in range(len(found_))) + ")",
                {f"w{i}": f for i, f in enumerate(found_)},
            )
            if found_
            else Num(0.0, 0.0)
        )


def rule(m: Machine, row: Retry, made: Made) -> Rule:
    return RetryingRule(construct_of(row, made), row, parameters(row.arguments, made), made)


def _call(m: Machine, callee: Lib, args: list[Given], named: Named, spot: Spot, place: Any) -> Thing:
    """`Retrying(…).call(function, …)`"""
    made = callee.receiver
    row = m.models.row(Retry, made.name) if isinstance(made, Made) else None
    if row is None or not args:
        return m.fresh("call")
    return emulate(m, rule(m, row, made), lambda: call(m, args[0].thing, args[1:], named, spot, place))


def _wrap(m: Machine, callee: Lib, args: list[Given], named: Named, spot: Spot, place: Any) -> Thing:
    made = callee.receiver
    row = m.models.row(Retry, made.name) if isinstance(made, Made) else None
    return Wrapped(rule(m, row, made), args[0].thing) if row is not None and args else m.fresh("wrap")


CALLS = {"retrying.Retrying.call": _call, "retrying.Retrying.wrap": _wrap}
