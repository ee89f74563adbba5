"""tenacity: waits, stops and predicates are objects that combine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

from ....models.retry_rows import Retry
from ..attributes import Native, Record
from ..calls import call
from ..emulation import Outcome, Rule, emulate
from ..exceptions import is_kind
from ..formulas import given_for, parameters, seconds
from ..functions import Wrapped, rules_of, run_function
from ..intervals import compute
from ..machine import Machine
from ..things import Fault, Func, Given, Items, Lib, Made, Num, Object, Spot, Thing, number
from ..trials import Raised
from .general import applies, beyond, construct_of, holds, is_ordinary, least_of

Named = dict[str, Given]
TRY_AGAIN = "tenacity.TryAgain"


@dataclass
class TenacityRule(Rule):
    made: Made
    row: Retry

    def _setting(self, name: str) -> Thing:
        given = given_for(self.row.arguments, self.made, name)
        return given.thing if given is not None else None

    def retried(self, m: Machine, outcome: Outcome, attempt: int) -> bool:
        m.suspect(self.construct.when or self.construct.spot)
        if outcome.fault is not None and is_kind(m, outcome.fault, Lib(TRY_AGAIN)):
            if outcome.fault.cause is None:
                m.suspect(self.construct.spot)
            return True
        condition = self._setting("retry")
        if condition is None:
            return outcome.fault is not None and is_ordinary(m, outcome.fault)
        return _asks_for(m, condition, outcome, state(m, attempt, outcome, m.clock))

    def stopped(self, m: Machine, attempt: int, elapsed: float) -> bool:
        stop = self._setting("stop")
        return stop is not None and _stops(m, stop, attempt, elapsed)

    def delay(self, m: Machine, attempt: int, outcome: Outcome) -> Num:
        wait = self._setting("wait")
        return Num(0.0, 0.0) if wait is None else wait_of(m, wait, attempt, outcome)

    def finish(self, m: Machine, outcome: Outcome) -> Thing:
        last = self._setting("retry_error_callback")
        if last is not None:
            return call(m, last, [Given(state(m, 1, outcome, m.clock))], {}, m.spot)
        if self._setting("reraise") and outcome.fault is not None:
            return outcome.deliver()
        raise Raised(Fault("tenacity.RetryError", cause=outcome.fault))


def state(m: Machine, attempt: int, outcome: Outcome, elapsed: float) -> Record:
    """A RetryCallState."""

    def exception(m: Machine, args: list[Given], named: Named) -> Thing:
        return outcome.fault

    def result(m: Machine, args: list[Given], named: Named) -> Thing:
        return outcome.deliver()

    future = Record(exception=Native(exception), result=Native(result), failed=outcome.fault is not None)
    return Record(
        attempt_number=attempt,
        outcome=future,
        seconds_since_start=elapsed,
        idle_for=elapsed,
        args=Items("tuple", []),
    )


def _asks_for(m: Machine, condition: Thing, outcome: Outcome, record: Record) -> bool:
    """Whether a retry predicate asks for another try."""
    if isinstance(condition, (Object, Func)):
        return holds(m, call(m, condition, [Given(record)], {}, m.spot))
    if not isinstance(condition, Made):
        return condition != Lib("tenacity.retry_never")  # type: ignore[no-any-return]
    name = condition.name.rpartition(".")[2]
    parts = [g.thing for g in condition.args]
    if name in ("&", "retry_all"):
        return all(_asks_for(m, p, outcome, record) for p in parts)
    if name in ("|", "+", "retry_any"):
        return any(_asks_for(m, p, outcome, record) for p in parts)
    given = condition.given(0, "predicate") or condition.given(0, "exception_types")
    return _single(m, name, given.thing if given is not None else Lib("builtins.Exception"), outcome)


def _single(m: Machine, name: str, condition: Thing, outcome: Outcome) -> bool:
    fault = outcome.fault
    if name in ("retry_if_result", "retry_if_not_result"):
        if fault is not None:
            return False
        answer = holds(m, call(m, condition, [Given(outcome.result)], {}, m.spot))
        return answer == (name == "retry_if_result")
    if name == "retry_unless_exception_type":
        return fault is None or not applies(m, condition, fault)
    if fault is None:
        return name == "retry_always"
    if name == "retry_if_not_exception_type":
        return not applies(m, condition, fault)
    if name in ("retry_if_exception_type", "retry_if_exception"):
        return applies(m, condition, fault)
    if name == "retry_if_exception_cause_type":
        return fault.cause is not None and applies(m, condition, fault.cause)
    return name != "retry_never"


def _stops(m: Machine, stop: Thing, attempt: int, elapsed: float) -> bool:
    if isinstance(stop, (Func, Object)):
        record = Record(attempt_number=attempt, seconds_since_start=elapsed)
        return holds(m, call(m, stop, [Given(record)], {}, m.spot))
    if not isinstance(stop, Made):
        return False
    name = stop.name.rpartition(".")[2]
    if name in ("|", "+", "stop_any"):
        return any(_stops(m, g.thing, attempt, elapsed) for g in stop.args)
    if name in ("&", "stop_all"):
        return all(_stops(m, g.thing, attempt, elapsed) for g in stop.args)
    if name == "stop_after_attempt":
        given = stop.given(0, "max_attempt_number")
        limit = number(given.thing) if given is not None else None
        return beyond(m, None if limit is None else compute("-", limit, Num(1, 1)), attempt)
    if name in ("stop_after_delay", "stop_before_delay"):
        given = stop.given(0, "max_delay")
        limit = seconds(given.thing) if given is not None else None
        if limit is not None and not limit.known:
            m.leave_open()
        return limit is not None and limit.known and elapsed >= limit.low
    return False


def wait_of(m: Machine, wait: Thing, attempt: int, outcome: Outcome) -> Num:
    """The least delay that a wait asks for after try number `attempt`."""
    if isinstance(wait, (Func, Object)):
        found = seconds(call(m, wait, [Given(state(m, attempt, outcome, m.clock))], {}, m.spot))
        return found if found is not None else Num(0.0, 0.0)
    plain = seconds(wait)
    if plain is not None:
        return plain
    if not isinstance(wait, Made):
        return Num(0.0, 0.0)
    name = wait.name.rpartition(".")[2]
    if name in ("+", "wait_combine"):
        total = Num(0.0, 0.0)
        for given in wait.args:
            total = compute("+", total, wait_of(m, given.thing, attempt, outcome))
        return total
    if name == "wait_chain" and wait.args:
        return wait_of(m, wait.args[min(attempt, len(wait.args)) - 1].thing, attempt, outcome)
    if name == "wait_exception" and outcome.fault is not None and wait.args:
        found = seconds(call(m, wait.args[0].thing, [Given(outcome.fault)], {}, m.spot))
        return found or Num(0.0, 0.0)
    least = least_of(m, wait, attempt)
    return least if least is not None else Num(float("-inf"), float("inf"))


def rule(m: Machine, row: Retry, made: Made) -> Rule:
    return TenacityRule(construct_of(row, made), made, row)


# -------------------------------------------------------------------------------- methods


def retry_with(m: Machine, base: Thing, args: list[Given], named: Named, spot: Spot) -> Thing:
    """`function.retry_with(stop=…)`: the decorator's settings, single ones replaced."""
    if not isinstance(base, Func):
        return m.fresh("retry_with")
    inner = next((r for r in rules_of(m, base) if isinstance(r, TenacityRule)), None)
    if inner is None:
        return m.fresh("retry_with")
    made = Made(inner.made.name, inner.made.args, {**inner.made.kwargs, **named}, spot)
    own = Native(lambda m, args, named: run_function(m, base, args, named, spot))
    return Wrapped(rule(m, inner.row, made), own)


def _merged(m: Machine, callee: Lib, args: list[Given], named: Named, spot: Spot, place: Any) -> Thing:
    made = callee.receiver
    return (
        Made(made.name, made.args, {**made.kwargs, **named}, spot)
        if isinstance(made, Made)
        else m.fresh("copy")
    )


def _call(m: Machine, callee: Lib, args: list[Given], named: Named, spot: Spot, place: Any) -> Thing:
    found = _rule_of(m, callee)
    if found is None or not args:
        return m.fresh("call")
    return emulate(m, found, lambda: call(m, args[0].thing, args[1:], named, spot, place))


def _wraps(m: Machine, callee: Lib, args: list[Given], named: Named, spot: Spot, place: Any) -> Thing:
    found = _rule_of(m, callee)
    return Wrapped(found, args[0].thing) if found is not None and args else m.fresh("wraps")


def _rule_of(m: Machine, callee: Lib) -> Optional[Rule]:
    made = callee.receiver
    row = m.models.row(Retry, made.name) if isinstance(made, Made) else None
    return rule(m, row, made) if row is not None and made.spot is not None else None


CLASSES = ("tenacity.Retrying", "tenacity.AsyncRetrying", "tenacity.BaseRetrying")
CALLS = {
    **{f"{c}.copy": _merged for c in CLASSES},
    **{f"{c}.call": _call for c in CLASSES},
    **{f"{c}.wraps": _wraps for c in CLASSES},
}

__all__ = ["parameters", "retry_with", "rule", "wait_of"]
