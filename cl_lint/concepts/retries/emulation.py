"""Library retry rules at work: the loop that a decorator, caller, client or queue runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Optional

from .attributes import Native, Record
from .machine import Machine
from .things import Fault, Given, Num, Reply, Spot, Thing
from .trials import Construct, Raised

FOREVER = -1
PATIENCE = 400
"""Rounds of one rule in a trial."""


@dataclass
class Outcome:
    """How one try went: a result, or the error it raised."""

    result: Thing = None
    fault: Optional[Fault] = None

    def deliver(self) -> Thing:
        if self.fault is not None:
            raise Raised(self.fault)
        return self.result

    @property
    def reply(self) -> Optional[Reply]:
        if self.fault is not None:
            return self.fault.reply
        return self.result if isinstance(self.result, Reply) else None


@dataclass
class Rule:
    """A library's retry rule. Subclasses say what is retried, when it stops, how long it waits."""

    construct: Construct
    skip: int = field(default=0, kw_only=True)
    pause_spot: Optional[Spot] = field(default=None, kw_only=True)

    def retried(self, m: Machine, outcome: Outcome, attempt: int) -> bool:
        """Whether a try that went like this is repeated, bounds apart."""
        return outcome.fault is not None

    def stopped(self, m: Machine, attempt: int, elapsed: float) -> bool:
        """Whether the number of tries made so far, or the time since the first, is the last."""
        return False

    def delay(self, m: Machine, attempt: int, outcome: Outcome) -> Num:
        """The wait after try number `attempt`, in seconds."""
        return Num(0.0, 0.0)

    def finish(self, m: Machine, outcome: Outcome) -> Thing:
        """What comes of the last try."""
        return outcome.deliver()

    def narrowed(self, given: Given) -> Rule:
        """The rule with what is retried given at the call."""
        return self


def emulate(m: Machine, rule: Rule, run: Callable[[], Thing]) -> Thing:
    """Runs something under a rule."""
    started = m.clock
    m.level += 1
    try:
        for attempt in range(1, PATIENCE):
            outcome = try_once(run)
            if not next_round(m, rule, outcome, attempt, started):
                return _end(m, rule, outcome, attempt, started)
        return outcome.deliver()
    finally:
        m.level -= 1


def try_once(run: Callable[[], Thing]) -> Outcome:
    try:
        return Outcome(result=run())
    except Raised as raised:
        return Outcome(fault=raised.fault)


def next_round(m: Machine, rule: Rule, outcome: Outcome, attempt: int, started: float) -> bool:
    """Waits for the next try, if there is one."""
    if not rule.retried(m, outcome, attempt) or rule.stopped(m, attempt, m.clock - started):
        return False
    m.pause(rule.delay(m, attempt, outcome), rule.pause_spot or rule.construct.pause or rule.construct.spot)
    m.come_round(rule.construct)
    return True


def _end(m: Machine, rule: Rule, outcome: Outcome, attempt: int, started: float) -> Thing:
    if not rule.retried(m, outcome, attempt):
        return outcome.deliver()
    return rule.finish(m, outcome)


# --------------------------------------------------------------------------- iterated rules


@dataclass(eq=False)
class Attempt:
    """What iterating a rule gives: `with attempt:` keeps the error for the rule."""

    rule: Rule
    number: int
    outcome: Outcome = field(default_factory=Outcome)
    used: bool = False

    def run(self, m: Machine, body: Callable[[Thing], None]) -> None:
        self.used = True
        try:
            body(self)
        except Raised as raised:
            self.outcome = Outcome(fault=raised.fault)
        else:
            self.outcome = Outcome(result=None)

    @property
    def attrs(self) -> dict[str, Any]:
        return {"retry_state": self.state(), "num": self.number}

    def state(self) -> Record:
        def keep(m: Machine, args: list[Given], named: dict[str, Given]) -> Thing:
            self.outcome = Outcome(result=args[0].thing if args else None)
            return None

        failed = Record(failed=self.outcome.fault is not None)
        return Record(set_result=Native(keep), outcome=failed, attempt_number=self.number)


def run_attempts(m: Machine, rule: Rule, body: Callable[[Thing], bool]) -> bool:
    """A loop over a rule's attempts; true when it came to its end without a break."""
    started = m.clock
    for number in range(1, PATIENCE):
        attempt = Attempt(rule, number)
        if not body(attempt):
            return False
        outcome = attempt.outcome
        if not attempt.used:
            return True
        if not next_round(m, rule, outcome, number, started):
            _end(m, rule, outcome, number, started)
            return True
    return True
