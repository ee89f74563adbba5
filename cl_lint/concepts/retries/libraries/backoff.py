"""backoff: a generator of values, and a jitter that may take all of them away."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Optional

from ....models.retry_rows import Delay, Retry
from ..calls import call
from ..emulation import Outcome, Rule
from ..formulas import evaluate, given_for, parameters, seconds
from ..intervals import compute
from ..machine import Machine
from ..things import Func, Given, Items, Lib, Made, Num, Thing, number
from .general import applies, beyond, construct_of, holds

FULL_JITTER = "backoff.full_jitter"
ADDING_JITTER = "backoff.random_jitter"


@dataclass
class BackoffRule(Rule):
    row: Retry
    made: Made

    def _setting(self, name: str) -> Optional[Given]:
        return given_for(self.row.arguments, self.made, name)

    def _thing(self, name: str) -> Thing:
        given = self._setting(name)
        return given.thing if given is not None else None

    def retried(self, m: Machine, outcome: Outcome, attempt: int) -> bool:
        m.suspect(self.construct.when or self.construct.spot)
        if "exception" not in {a.partition("=")[0] for a in self.row.arguments}:
            if outcome.fault is not None:
                return False
            condition = self._thing("predicate")
            if condition is None:
                return outcome.result is None
            return holds(m, call(m, condition, [Given(outcome.result)], {}, m.spot))
        if outcome.fault is None or not applies(m, self._thing("exception"), outcome.fault):
            return False
        given_up = self._thing("giveup")
        return given_up is None or not holds(m, call(m, given_up, [Given(outcome.fault)], {}, m.spot))

    def stopped(self, m: Machine, attempt: int, elapsed: float) -> bool:
        limit = self._resolved(m, "max_time")
        if limit is not None and limit.known and limit.low > 0 and elapsed >= limit.low:
            return True
        intervals = self._intervals()
        if intervals is not None and attempt > len(intervals.items):
            return True
        tries = self._resolved(m, "max_tries")
        return beyond(m, None if tries is None else compute("-", tries, Num(1, 1)), attempt)

    def _resolved(self, m: Machine, name: str) -> Optional[Num]:
        """A number, or a function that gives it."""
        thing = self._thing(name)
        return seconds(call(m, thing, [], {}, m.spot) if isinstance(thing, Func) else thing)

    def _intervals(self) -> Optional[Items]:
        given = self._thing("interval")
        return given if isinstance(given, Items) and not given.endless and not given.open else None

    def delay(self, m: Machine, attempt: int, outcome: Outcome) -> Num:
        value = self._value(m, attempt, outcome)
        jitter = self._setting("jitter")
        if jitter is not None and jitter.thing is None:
            return value
        name = jitter.thing.name if jitter is not None and isinstance(jitter.thing, Lib) else FULL_JITTER
        if jitter is not None and isinstance(jitter.thing, Func):
            return seconds(call(m, jitter.thing, [Given(value)], {}, m.spot)) or Num(0.0, 0.0)
        if name == ADDING_JITTER:
            return Num(value.low, value.high + 1, value.asked)
        # What the header asks for is lowered as well, so it is not heeded.
        return Num(0.0, value.high, value.asked)

    def _value(self, m: Machine, attempt: int, outcome: Outcome) -> Num:
        generator = self._thing("wait_gen")
        if isinstance(generator, Func):
            return _yielded(m, generator, self.made, attempt)
        name = generator.name if isinstance(generator, Lib) else ""
        if name == "backoff.runtime":
            value = self._thing("value")
            given = outcome.fault if outcome.fault is not None else outcome.result
            return seconds(call(m, value, [Given(given)], {}, m.spot)) or Num(0.0, 0.0)
        intervals = self._thing("interval")
        if isinstance(intervals, Items) and intervals.items:
            return number(intervals.items[min(attempt, len(intervals.items)) - 1]) or Num(0.0, 0.0)
        if name == "backoff.fibo":
            return self._fibonacci(attempt)
        row = m.models.row(Delay, name)
        if row is None:
            return Num(-math.inf, math.inf)
        named = Made(name, [], dict(self.made.kwargs.items()))
        return evaluate(row.least, {**parameters(row.arguments, named), "k": attempt}) or Num(0.0, 0.0)

    def _fibonacci(self, attempt: int) -> Num:
        a, b = 1.0, 1.0
        for _ in range(attempt - 1):
            a, b = b, a + b
        return evaluate("least(max_value, a)", {"a": a, "max_value": self._thing("max_value")}) or Num(a, a)


def _yielded(m: Machine, generator: Func, made: Made, attempt: int) -> Num:
    """A project's own generator of waits; backoff skips the first, bare yield."""
    from ..functions import Generator, collected

    names = {p.name for p in m.program.function(generator.key).params}
    found = collected(m, Generator(generator, [], {k: g for k, g in made.kwargs.items() if k in names}), 12)
    values = [number(t) for t in found.items if number(t) is not None]
    value = values[min(attempt, len(values)) - 1] if values else None
    return value or Num(0.0, 0.0)


def rule(m: Machine, row: Retry, made: Made) -> Rule:
    return BackoffRule(construct_of(row, made), row, made)


__all__: list[Any] = ["rule"]
