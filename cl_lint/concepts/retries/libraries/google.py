"""google.api_core.retry: full jitter, and a bound in time alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ....models.retry_rows import Retry
from ..calls import call
from ..emulation import Outcome, Rule, emulate
from ..exceptions import is_kind
from ..formulas import parameters
from ..machine import Machine
from ..things import Given, Items, Lib, Made, Spot, Thing
from .general import RowRule, applies, construct_of

Named = dict[str, Given]
TRANSIENT = ("requests.ConnectionError", "requests.exceptions.ChunkedEncodingError")


@dataclass
class GoogleRule(RowRule):
    def retried(self, m: Machine, outcome: Outcome, attempt: int) -> bool:
        m.suspect(self.construct.when or self.construct.spot)
        if outcome.fault is None:
            return False
        condition = self.names.get("predicate")
        if isinstance(condition, Made):
            return is_kind(m, outcome.fault, Items("tuple", [g.thing for g in condition.args])) is not False
        if condition is None or isinstance(condition, Lib):
            return any(is_kind(m, outcome.fault, Lib(name)) for name in TRANSIENT)
        return applies(m, condition, outcome.fault)


def rule(m: Machine, row: Retry, made: Made) -> Rule:
    return GoogleRule(construct_of(row, made), row, parameters(row.arguments, made), made)


def _target(m: Machine, callee: Lib, args: list[Given], named: Named, spot: Spot, place: Any) -> Thing:
    """`retry_target(target, predicate, …)`"""
    row = m.models.row(Retry, "google.api_core.retry.Retry")
    if row is None or not args:
        return m.fresh("retry_target")
    made = Made(callee.name, args[1:2], named, spot)
    return emulate(m, rule(m, row, made), lambda: call(m, args[0].thing, [], {}, spot, place))


CALLS = {"google.api_core.retry.retry_target": _target}
