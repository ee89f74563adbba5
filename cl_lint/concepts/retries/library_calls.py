"""Calls of libraries' functions in a trial run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

from ...models.rows import Request
from ...models.run_rows import Same
from .calls import call, unknown_result
from .functions import Named, Wrapped, call_function
from .machine import Machine
from .queues import later
from .things import (
    Applied,
    Class,
    Fault,
    Func,
    Given,
    Lib,
    Made,
    Object,
    Spot,
    Thing,
    number,
)
from .trials import Raised

RUNS = {
    "asyncio.to_thread": 0,
    "anyio.to_thread.run_sync": 0,
    "trio.to_thread.run_sync": 0,
    "asgiref.sync.sync_to_async": 0,
}
RUN_METHODS = {"run_in_executor": 1, "submit": 0, "run_until_complete": 0, "apply": 0}


# ------------------------------------------------------------------------------------ libraries


def call_library(
    m: Machine, callee: Lib, args: list[Given], named: Named, spot: Spot, place: Optional[tuple[Any, int]]
) -> Thing:
    """A library's function: what the trial knows of it, else an object that was made."""
    from .contexts import MANAGERS
    from .exchange import send_through
    from .libraries import call_known
    from .standard import FUNCTIONS
    from .transports import handed_on

    name = callee.name
    passed = handed_on(m, name, spot)
    if passed is not None:
        return passed[0]
    work = FUNCTIONS.get(name)
    if work is not None:
        return work(m, [a.thing for a in args], {k: g.thing for k, g in named.items()})
    if name == "functools.partial" and args:
        return Applied(args[0].thing, args[1:], named, spot)
    if name == "functools.wraps":
        return Made(name, args, named, spot)
    if name in RUNS and len(args) > RUNS[name]:
        return call(m, args[0].thing, args[1:], named, spot, place)
    last = name.rsplit(".", 1)[-1]
    if last in RUN_METHODS and len(args) > RUN_METHODS[last] and _runs(args[RUN_METHODS[last]].thing):
        index = RUN_METHODS[last]
        return call(m, args[index].thing, args[index + 1 :], named, spot, place)
    if later(m, name, args, named):
        return Made(name, args, named, spot)
    same = m.models.row(Same, name)
    if same is not None and args and not name.startswith("builtins."):
        return _same(m, same, args, named, spot)
    overridden = _override(m, callee, args, named, spot)
    if overridden is not None:
        return overridden
    row = m.models.row(Request, name)
    if row is not None and not row.builder:
        return send_through(m, row, callee, args, named, place)
    known, thing = call_known(m, callee, args, named, spot, place)
    if known:
        return thing
    if (
        len(args) == 1
        and not named
        and isinstance(args[0].thing, (Func, Class))
        and not m.models.is_type(name)
    ):
        return args[0].thing  # a decorator that leaves the function what it is
    if (
        name in MANAGERS
        or m.models.is_type(name)
        or name[:1].isupper()
        or last[:1].isupper()
        or (row is not None and row.builder)
    ):
        return Made(name, args, named, spot)
    return unknown_result(m, callee, args)


def _runs(thing: Thing) -> bool:
    return isinstance(thing, (Func, Wrapped, Applied, Lib))


def _same(m: Machine, row: Same, args: list[Given], named: Named, spot: Spot) -> Thing:
    thing = args[min(row.argument, len(args) - 1)].thing
    if isinstance(thing, WaitedEvent):
        return thing.timed_out(m, args, named, spot)
    return thing


@dataclass(frozen=True)
class WaitedEvent:
    """`event.wait()` of asyncio, which only a timeout around it ends."""

    key: Any

    def timed_out(self, m: Machine, args: list[Given], named: Named, spot: Spot) -> Thing:
        given = named.get("timeout") or (args[1] if len(args) > 1 else None)
        seconds = number(given.thing) if given is not None else None
        if seconds is None:
            return None
        m.pause(seconds, spot)
        raise Raised(Fault("builtins.TimeoutError"))


def _override(m: Machine, callee: Lib, args: list[Given], named: Named, spot: Spot) -> Thing:
    """`client.get(…)` on a project's subclass that overrides `request`."""
    from ...program.callers import VERBS

    verb = callee.name.rsplit(".", 1)[-1]
    if not isinstance(callee.receiver, Object) or verb not in VERBS:
        return None
    method = m.program.classes.method(callee.receiver.key, "request")
    if method is None:
        return None
    return call_function(m, Func(method, None, callee.receiver), [Given(verb.upper()), *args], named, spot)
