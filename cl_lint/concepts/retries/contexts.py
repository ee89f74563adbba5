"""Context managers in a trial run."""

from __future__ import annotations

from collections.abc import Callable

from .exceptions import is_kind
from .machine import Machine
from .things import Func, Given, Items, Made, Object, Spot, Thing, number
from .trials import Raised

Body = Callable[[Thing], None]
TIMEOUTS = frozenset(
    [
        "asyncio.timeout",
        "anyio.fail_after",
        "trio.fail_after",
        "async_timeout.timeout",
        "asyncio.timeouts.timeout",
        "gevent.Timeout",
        "eventlet.Timeout",
    ]
)
QUIET_TIMEOUTS = frozenset({"anyio.move_on_after", "trio.move_on_after"})
SUPPRESS = "contextlib.suppress"
MANAGERS = TIMEOUTS | QUIET_TIMEOUTS | {SUPPRESS}


def enter(m: Machine, context: Thing, spot: Spot, body: Body) -> None:
    """Runs a `with` body under a context manager."""
    from .emulation import Attempt
    from .functions import Generator, generate

    if isinstance(context, Generator):
        generate(m, context, body)
    elif isinstance(context, Attempt):
        context.run(m, body)
    elif isinstance(context, Made) and _name(context) == SUPPRESS:
        _suppress(m, context, body)
    elif isinstance(context, Made) and _name(context) in TIMEOUTS | QUIET_TIMEOUTS:
        _limited(m, context, body)
    elif isinstance(context, Object):
        _managed(m, context, body)
    else:
        body(context)


def _name(context: Made) -> str:
    return context.name


def _suppress(m: Machine, context: Made, body: Body) -> None:
    try:
        body(None)
    except Raised as raised:
        kinds = Items("tuple", [g.thing for g in context.args])
        if not is_kind(m, raised.fault, kinds):
            raise
        m.suspect(context.spot or m.spot)


def _limited(m: Machine, context: Made, body: Body) -> None:
    """A limit of time on the body: reached, it raises a timeout (or leaves the body quietly)."""
    given = context.given(0, "delay") or context.given(0, "seconds")
    seconds = number(given.thing) if given is not None and given.thing is not None else None
    if seconds is None or not seconds.known:
        body(context)
        return
    limit = m.clock + seconds.low
    m.limits.append(limit)
    try:
        body(context)
    except Raised as raised:
        if _name(context) not in QUIET_TIMEOUTS or raised.fault.name != "builtins.TimeoutError":
            raise
    finally:
        m.limits.remove(limit)


def _managed(m: Machine, context: Object, body: Body) -> None:
    """A project's own context manager: `__exit__` may swallow what the body raises."""
    from .functions import call_function
    from .operations import truth_of

    methods = m.program.classes
    start = methods.method(context.key, "__enter__") or methods.method(context.key, "__aenter__")
    end = methods.method(context.key, "__exit__") or methods.method(context.key, "__aexit__")
    entered = call_function(m, Func(start, None, context), [], {}, m.spot) if start else context
    try:
        body(entered)
    except Raised as raised:
        if end is None:
            raise
        args = [Given(None), Given(raised.fault), Given(None)]
        swallowed = call_function(m, Func(end, None, context), args, {}, m.spot)
        if truth_of(m, swallowed) is not True:
            raise
    else:
        if end is not None:
            call_function(m, Func(end, None, context), [Given(None)] * 3, {}, m.spot)
