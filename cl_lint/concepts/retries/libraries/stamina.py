"""stamina: decorators, contexts and callers; a hook's number is the delay."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Optional

from ....models.retry_rows import Retry
from ..calls import call
from ..emulation import Outcome, Rule
from ..formulas import parameters, seconds
from ..machine import Machine
from ..things import Given, Lib, Made, Num, Span, Spot, Thing
from .general import RowRule, construct_of, holds, is_function

Named = dict[str, Given]


@dataclass
class StaminaRule(RowRule):
    asked: Optional[Num] = field(default=None, kw_only=True)

    def retried(self, m: Machine, outcome: Outcome, attempt: int) -> bool:
        self.asked = None
        hook = self.names.get("on")
        if outcome.fault is None or not is_function(hook):
            return super().retried(m, outcome, attempt)
        m.suspect(self.construct.when or self.construct.spot)
        answer = call(m, hook, [Given(outcome.fault)], {}, m.spot)
        if isinstance(answer, (Span, Num)) or type(answer) in (int, float):
            self.asked = seconds(answer)
            return True
        return holds(m, answer)

    def delay(self, m: Machine, attempt: int, outcome: Outcome) -> Num:
        return self.asked if self.asked is not None else super().delay(m, attempt, outcome)

    def narrowed(self, given: Given) -> Rule:
        construct = replace(self.construct, when=given.spot)
        return replace(self, construct=construct, names={**self.names, "on": given.thing})


def rule(m: Machine, row: Retry, made: Made) -> Rule:
    names = parameters(row.arguments, made)
    names["on"] = made.attrs.get("on", names.get("on"))
    unbound = row.form == "caller" and "on" not in made.attrs
    return StaminaRule(construct_of(row, made), row, names, made, skip=1 if unbound else 0)


def _on(m: Machine, callee: Lib, args: list[Given], named: Named, spot: Spot, place: Any) -> Thing:
    """`caller.on(E)`: a caller for these errors, still written where the caller was made."""
    made = callee.receiver
    if not isinstance(made, Made) or not args:
        return m.fresh("caller")
    return Made(made.name, made.args, made.kwargs, made.spot, {"on": args[0].thing})


CALLS = {"stamina.RetryingCaller.on": _on, "stamina.AsyncRetryingCaller.on": _on}
