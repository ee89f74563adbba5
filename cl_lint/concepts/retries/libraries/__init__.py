"""What the retry libraries do: from the objects that an application makes of them to rules."""

from __future__ import annotations

from typing import Any, Optional

from ....models.retry_rows import Retry, Sleep
from ....program import Module
from .. import intervals
from ..calls import call
from ..emulation import Rule
from ..machine import Machine
from ..things import Func, Given, Lib, Made, Num, Spot, Thing, number
from . import backoff, failsafe, general, google, queues, retrying, stamina, tenacity

Named = dict[str, Given]
MAKERS = {
    "tenacity": tenacity.rule,
    "backoff": backoff.rule,
    "stamina": stamina.rule,
    "retrying": retrying.rule,
    "retry": general.retry_rule,
    "opnieuw": general.rule,
    "google-api-core": google.rule,
    "celery": queues.celery_rule,
    "dramatiq": queues.dramatiq_rule,
    "rq": queues.rq_rule,
    "huey": queues.huey_rule,
}
LATER: dict[str, tuple[int, int, float]] = {"twisted.internet.task.deferLater": (1, 2, 1.0)}
"""Where delay and function stand among the arguments, and the unit in seconds."""
LATER_METHODS = {
    "call_later": (0, 1, 1.0),
    "callLater": (0, 1, 1.0),
    "enter": (0, 2, 1.0),
    "after": (0, 1, 0.001),
}
FORMS = {"decorator": ("decorator", "queue"), "caller": ("caller",), "loop": ("loop", "caller")}


def row_of(m: Machine, name: str) -> Optional[Retry]:
    return m.models.row(Retry, name)


def rule_of(m: Machine, thing: Thing, form: str, spot: Optional[Spot] = None) -> Optional[Rule]:
    """The rule that something of a library stands for when it is used in this form."""
    if isinstance(thing, Lib):
        thing = Made(thing.name, [], {}, spot)
    if not isinstance(thing, Made):
        return None
    row = row_of(m, thing.name)
    if row is None or row.form not in FORMS[form] or row.library not in MAKERS:
        return None
    made = (
        thing
        if thing.spot is not None
        else Made(thing.name, thing.args, thing.kwargs, spot or m.spot, thing.attrs)
    )
    return MAKERS[row.library](m, row, made)


def call_known(
    m: Machine, callee: Lib, args: list[Given], named: Named, spot: Spot, place: Optional[tuple[Module, int]]
) -> tuple[bool, Thing]:
    """Calls what the rows or the libraries' modules know; false where they do not."""
    sleep = m.models.row(Sleep, callee.name)
    if sleep is not None:
        return True, _sleep(m, sleep, args, named, spot)
    from .. import client_rules

    for module in (tenacity, stamina, retrying, general, failsafe, google, queues, client_rules):
        known = module.CALLS.get(callee.name)
        if known is not None:
            return True, known(m, callee, args, named, spot, place)
    if row_of(m, callee.name) is not None:
        return True, Made(callee.name, args, named, spot)
    later = LATER.get(callee.name) or LATER_METHODS.get(callee.name.rpartition(".")[2])
    if later is not None and len(args) > later[1]:
        return True, _later(m, args, later, spot, place)
    if callee.name == "threading.Timer.start" and isinstance(callee.receiver, Made):
        timer = callee.receiver
        return True, _later(m, timer.args, (0, 1, 1.0), timer.spot or spot, place)
    if callee.name.endswith(".getresponse"):
        return True, m.cache.get("last reply")
    return False, None


def _later(
    m: Machine,
    args: list[Given],
    where: tuple[int, int, float],
    spot: Spot,
    place: Optional[tuple[Module, int]],
) -> Thing:
    """A function that is called after a while: here, at once, with the time gone by."""
    delay, function, unit = where
    if len(args) <= max(delay, function):
        return None
    seconds = number(args[delay].thing)
    if seconds is not None and isinstance(args[function].thing, Func):
        m.pause(intervals.compute("*", seconds, Num(unit, unit)), spot)
        call(m, args[function].thing, args[function + 1 :], {}, spot, place)
    return m.fresh("later")


def _sleep(m: Machine, row: Sleep, args: list[Given], named: Named, spot: Spot) -> Thing:
    from ..library_calls import WaitedEvent

    given = (
        named.get(row.keyword)
        or named.get("timeout")
        or (args[row.seconds] if len(args) > row.seconds else None)
    )
    if given is None or given.thing is None:
        return WaitedEvent(spot)
    seconds = number(given.thing)
    m.pause(seconds if seconds is not None else Num(float("-inf"), float("inf")), spot)
    return False


def method_of_decorated(
    m: Machine, base: Thing, name: str, args: list[Given], named: Named, spot: Spot
) -> Thing:
    """`function.retry_with(…)`, `task.delay(…)` and the like."""
    if name == "retry_with":
        return tenacity.retry_with(m, base, args, named, spot)
    if name in ("delay", "apply_async", "send", "send_with_options", "schedule", "s", "si", "enqueue"):
        return m.fresh("queued")
    if name in ("fn", "__wrapped__", "call_local"):
        return base
    return m.fresh("function", name)


__all__: list[Any] = ["call_known", "method_of_decorated", "rule_of"]
