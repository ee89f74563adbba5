"""Task queues: celery, dramatiq, rq, huey. The delay is until the task is queued again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Optional

from ....models.retry_rows import Retry
from ..attributes import Native, Record
from ..calls import call
from ..emulation import Outcome, Rule, emulate, try_once
from ..exceptions import is_kind
from ..formulas import evaluate, parameters
from ..intervals import compute
from ..machine import Machine
from ..operations import truth_of
from ..things import Class, Fault, Given, Items, Lib, Made, Num, Object, Spot, Table, Thing, number
from ..trials import Construct, Raised
from .general import RowRule, applies, beyond, construct_of, holds, is_ordinary

Named = dict[str, Given]
CELERY_RETRY = "celery.exceptions.Retry"
DEFAULT_COUNTDOWN = 180.0


class Asked(Fault):
    """What `self.retry(…)` raises: the call's own settings come with it."""

    def __init__(self, spot: Spot, named: Named, cause: Optional[Fault], args: list[Given]) -> None:
        super().__init__(CELERY_RETRY, cause=cause)
        self.spot = spot
        self.named = named
        self.reply = cause.reply if cause is not None else None


@dataclass
class CeleryRule(Rule):
    """A celery task: options of the decorator, else attributes of its base class."""

    made: Made
    binds: bool
    asked: Optional[Asked] = field(default=None, kw_only=True)
    tries: int = field(default=0, kw_only=True)

    def option(self, m: Machine, name: str) -> Optional[Given]:
        if name in self.made.kwargs:
            return self.made.kwargs[name]
        base = self.made.kwargs.get("base")
        cls = base.thing if base is not None else self.made.attrs.get("class")
        return _class_setting(m, cls, name) if isinstance(cls, Class) else None

    def value(self, m: Machine, name: str, default: Thing) -> Thing:
        given = self.option(m, name)
        return default if given is None else given.thing

    def _of_call(self, m: Machine, name: str) -> Optional[Given]:
        """A setting of the `self.retry` call, or of `retry_kwargs`."""
        if self.asked is not None:
            return self.asked.named.get(name)
        kwargs = self.value(m, "retry_kwargs", None)
        if isinstance(kwargs, Table) and name in kwargs.entries:
            return Given(kwargs.entries[name], kwargs.spots.get(name))
        return None

    def task(self, m: Machine) -> Record:
        """The task itself, as the first argument of a bound one."""

        def retry(m: Machine, args: list[Given], named: Named) -> Thing:
            keys = ("args", "kwargs", "exc", "throw", "eta", "countdown", "max_retries")
            given = {**dict(zip(keys, args, strict=False)), **named}
            cause = given["exc"].thing if "exc" in given else (m.handling[-1] if m.handling else None)
            raise Raised(
                Asked(
                    m.cache.get("call spot", m.spot), given, cause if isinstance(cause, Fault) else None, args
                )
            )

        request = Record(retries=max(self.tries, 0), id=m.fresh("task"))
        return Record(retry=Native(retry), request=request, max_retries=self.value(m, "max_retries", 3))

    def retried(self, m: Machine, outcome: Outcome, attempt: int) -> bool:
        self.tries = attempt
        self.asked = outcome.fault if isinstance(outcome.fault, Asked) else None
        if outcome.fault is None:
            return False
        if self.asked is not None:
            self._place(m, self.asked.spot)
            return True
        kinds = self.option(m, "autoretry_for")
        if kinds is None or is_kind(m, outcome.fault, kinds.thing) is False:
            return False
        self._place(m, self.made.spot or m.spot)
        m.suspect(kinds.spot or self.construct.spot)
        barred = self.option(m, "dont_autoretry_for")
        return barred is None or is_kind(m, outcome.fault, barred.thing) is not True

    def _place(self, m: Machine, spot: Spot) -> None:
        bound = self._of_call(m, "max_retries") or self.option(m, "max_retries")
        when = self.option(m, "autoretry_for") if self.asked is None else None
        pause = self._pause(m)
        self.construct = Construct(
            "celery", spot, pause, bound.spot if bound else None, when.spot if when else None
        )

    def _pause(self, m: Machine) -> Optional[Spot]:
        names = ["retry_backoff", "default_retry_delay"]
        given = self._of_call(m, "countdown")
        if self.asked is None and self.option(m, "retry_backoff") is None and given is None:
            names = ["default_retry_delay"]
        if given is not None and (self.asked is not None or self.option(m, "retry_backoff") is None):
            return given.spot
        found = [
            g for n in (names if self.asked is None else ["default_retry_delay"]) if (g := self.option(m, n))
        ]
        return found[0].spot if found else None

    def stopped(self, m: Machine, attempt: int, elapsed: float) -> bool:
        given = self._of_call(m, "max_retries")
        if self.asked is not None and given is not None and given.thing is None:
            given = None  # None means the task's own
        thing = given.thing if given is not None else self.value(m, "max_retries", 3)
        return beyond(m, None if thing is None else number(thing), attempt)

    def delay(self, m: Machine, attempt: int, outcome: Outcome) -> Num:
        countdown = self._of_call(m, "countdown")
        backoff = self.value(m, "retry_backoff", False) if self.asked is None else False
        if backoff is not False and truth_of(m, backoff) is not False:
            return self._backoff(m, attempt, 1 if backoff is True else backoff)
        if countdown is not None and countdown.thing is not None:
            return number(countdown.thing) or Num(0.0, 0.0)
        return number(self.value(m, "default_retry_delay", DEFAULT_COUNTDOWN)) or Num(0.0, 0.0)

    def _backoff(self, m: Machine, attempt: int, factor: Thing) -> Num:
        if truth_of(m, self.value(m, "retry_jitter", True)) is not False:
            return Num(0.0, 0.0)
        names = {"f": factor, "k": attempt, "cap": self.value(m, "retry_backoff_max", 600)}
        return evaluate("least(cap, whole(greatest(1, f)) * 2 ** (k - 1))", names) or Num(0.0, 0.0)

    def finish(self, m: Machine, outcome: Outcome) -> Thing:
        if self.asked is not None:
            raise Raised(self.asked.cause or Fault("celery.exceptions.MaxRetriesExceededError"))
        return outcome.deliver()


def _class_setting(m: Machine, cls: Class, name: str) -> Optional[Given]:
    """A class attribute, and where it is written."""
    from ..functions import value_of

    for base in m.program.classes.mro(cls.key):
        if isinstance(base, str):
            continue
        vid = m.program.classes.summary(base).attributes.get(name)
        if vid is not None:
            thing = value_of(m, m.still(m.program.frame_around(base)), vid)
            return Given(thing, (base.module, base.module.summary.spans[vid]))
    return None


def celery_rule(m: Machine, row: Retry, made: Made) -> Rule:
    bind = made.kwargs.get("bind")
    assert made.spot is not None
    construct = Construct("celery", made.spot)
    return CeleryRule(construct, made, bind is not None and bind.thing is True)


# ------------------------------------------------------------------------------------- dramatiq


@dataclass
class DramatiqRule(RowRule):
    def retried(self, m: Machine, outcome: Outcome, attempt: int) -> bool:
        m.suspect(self.construct.when or self.construct.spot)
        if outcome.fault is None or not is_ordinary(m, outcome.fault):
            return False
        throws = self.names.get("throws")
        if throws is not None and is_kind(m, outcome.fault, throws) is True:
            return False
        when = self.names.get("retry_when")
        if when is None:
            return True
        return holds(m, call(m, when, [Given(attempt - 1), Given(outcome.fault)], {}, m.spot))

    def stopped(self, m: Machine, attempt: int, elapsed: float) -> bool:
        return self.names.get("retry_when") is None and super().stopped(m, attempt, elapsed)


ASKING = frozenset({"max_retries", "min_backoff", "max_backoff", "retry_when", "max_age"})


def dramatiq_rule(m: Machine, row: Retry, made: Made) -> Optional[Rule]:
    """Only an actor that says something about retries asks for them."""
    if not ASKING & made.kwargs.keys():
        return None
    return DramatiqRule(construct_of(row, made), row, parameters(row.arguments, made), made)


# ---------------------------------------------------------------------------------- huey and rq


def huey_rule(m: Machine, row: Retry, made: Made) -> Optional[Rule]:
    retries = made.kwargs.get("retries")
    if retries is None:
        return None
    return RowRule(construct_of(row, made), row, parameters(row.arguments, made), made)


@dataclass
class JobRule(RowRule):
    def delay(self, m: Machine, attempt: int, outcome: Outcome) -> Num:
        interval = self.names.get("interval")
        if isinstance(interval, Items) and interval.items:
            return number(interval.items[min(attempt, len(interval.items)) - 1]) or Num(0.0, 0.0)
        return number(interval) or Num(0.0, 0.0)


def _job(m: Machine, retry: Thing) -> Optional[Rule]:
    row = m.models.row(Retry, "rq.Retry")
    if row is None or not isinstance(retry, Made) or retry.name != "rq.Retry" or retry.spot is None:
        return None
    return JobRule(construct_of(row, retry), row, parameters(row.arguments, retry), retry)


def rq_rule(m: Machine, row: Retry, made: Made) -> Optional[Rule]:
    """`@job(queue, retry=Retry(…))`"""
    given = made.kwargs.get("retry")
    return _job(m, given.thing) if given is not None else None


def _enqueue(m: Machine, callee: Lib, args: list[Given], named: Named, spot: Spot, place: Any) -> Thing:
    """`queue.enqueue(function, …, retry=Retry(…))`: the job runs later; here, to see how often."""
    skip = {"enqueue": 0, "enqueue_call": 0, "enqueue_at": 1, "enqueue_in": 1}[callee.name.rpartition(".")[2]]
    rule = _job(m, named["retry"].thing) if "retry" in named else None
    if rule is None or len(args) <= skip:
        return m.fresh("job")
    own = (
        "retry",
        "job_timeout",
        "result_ttl",
        "ttl",
        "failure_ttl",
        "job_id",
        "description",
        "depends_on",
        "at_front",
    )
    rest = {k: g for k, g in named.items() if k not in own}
    try_once(lambda: emulate(m, rule, lambda: call(m, args[skip].thing, args[skip + 1 :], rest, spot, place)))
    return m.fresh("job")


def _task_retry(m: Machine, callee: Lib, args: list[Given], named: Named, spot: Spot, place: Any) -> Thing:
    """`self.retry(…)` in a task that is a class."""
    cause = named["exc"].thing if "exc" in named else (m.handling[-1] if m.handling else None)
    raise Raised(Asked(spot, named, cause if isinstance(cause, Fault) else None, args))


CALLS = {
    **{f"rq.Queue.{n}": _enqueue for n in ("enqueue", "enqueue_call", "enqueue_at", "enqueue_in")},
    "celery.Task.retry": _task_retry,
}

__all__ = ["Object", "applies", "compute", "replace"]
