"""pyfailsafe: `Failsafe(retry_policy=RetryPolicy(…)).run(function)`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ....models.retry_rows import Retry
from ..calls import call
from ..emulation import Outcome, emulate
from ..formulas import parameters
from ..machine import Machine
from ..things import Fault, Given, Lib, Made, Num, Spot, Thing
from ..trials import Raised
from .general import RowRule, construct_of, least_of

Named = dict[str, Given]
POLICY = "failsafe.RetryPolicy"


@dataclass
class FailsafeRule(RowRule):
    def delay(self, m: Machine, attempt: int, outcome: Outcome) -> Num:
        backoff = self.names.get("backoff")
        if not isinstance(backoff, Made):
            return Num(0.0, 0.0)
        jitter = backoff.given(3, "jitter")
        if jitter is not None and jitter.thing is not False:
            return Num(0.0, 0.0)
        return least_of(m, backoff, attempt) or Num(0.0, 0.0)

    def finish(self, m: Machine, outcome: Outcome) -> Thing:
        raise Raised(Fault("failsafe.RetriesExhausted", cause=outcome.fault))


def _run(m: Machine, callee: Lib, args: list[Given], named: Named, spot: Spot, place: Any) -> Thing:
    failsafe = callee.receiver
    given = failsafe.given(0, "retry_policy") if isinstance(failsafe, Made) else None
    policy = given.thing if given is not None else None
    row = m.models.row(Retry, POLICY)
    if not args:
        return m.fresh("run")
    if row is None or not isinstance(policy, Made) or policy.spot is None:
        return call(m, args[0].thing, args[1:], named, spot, place)
    rule = FailsafeRule(construct_of(row, policy), row, parameters(row.arguments, policy), policy)
    return emulate(m, rule, lambda: call(m, args[0].thing, args[1:], named, spot, place))


CALLS = {"failsafe.Failsafe.run": _run}
