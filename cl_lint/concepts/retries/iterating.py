"""Iteration in a trial run: range, enumerate, zip, itertools, next."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from .machine import Machine
from .project_iterators import iterated, stepped
from .things import (
    Fault,
    Func,
    Items,
    Lib,
    Sym,
    Table,
    Thing,
    frozen,
    number,
)
from .trials import Raised

Args = list[Thing]
Named = dict[str, Thing]
Work = Callable[[Machine, Args, Named], Thing]
MANY = 70
"""How far endless iterators are written out."""


@dataclass(frozen=True)
class Polled:
    """`iter(function, end)`: what the function gives, until it gives the end."""

    function: Thing
    end: Thing


def fail(name: str) -> Raised:
    return Raised(Fault(f"builtins.{name}"))


def written_out(m: Machine, thing: Thing, count: int = MANY) -> list[Thing]:
    """The items of an iterable as a list."""
    from .functions import Generator, collected
    from .loops import next_of

    thing = iterated(m, thing)
    if isinstance(thing, Generator):
        thing = collected(m, thing)
    if isinstance(thing, Table):
        return list(thing.entries)
    if isinstance(thing, str):
        return list(thing)
    if not isinstance(thing, Items):
        return []
    if not thing.endless:
        return thing.items[thing.position :]
    copy = Items("iterator", thing.items, True, step=thing.step, position=thing.position)
    return [next_of(copy) for _ in range(count)]


def is_open(thing: Thing) -> bool:
    from .functions import Generator

    return thing.open if isinstance(thing, (Items, Table)) else not isinstance(thing, (str, Generator))


# ---------------------------------------------------------------------------------- iteration


def numbers(m: Machine, args: Args, named: Named) -> Thing:
    """range"""
    found = [number(a) for a in args]
    if any(f is None or not math.isfinite(f.high) for f in found):
        return Items("range", [0, 1, 2] if len(args) == 1 else [], open=True)
    ends = [int(f.high) for f in found if f is not None]
    try:
        return Items("range", list(range(*ends))[:1000])
    except (TypeError, ValueError):
        return Items("range", [], open=True)


def enumerated(m: Machine, args: Args, named: Named) -> Thing:
    start = named.get("start", args[1] if len(args) > 1 else 0)
    start = start if isinstance(start, int) else 0
    pairs: list[Thing] = [Items("tuple", [k, t]) for k, t in enumerate(written_out(m, args[0]), start)]
    return Items("iterator", pairs, open=is_open(args[0]) and not getattr(args[0], "endless", False))


def zipped(m: Machine, args: Args, named: Named) -> Thing:
    columns = [written_out(m, a) for a in args]
    return Items(
        "iterator",
        [Items("tuple", list(row)) for row in zip(*columns, strict=False)],
        open=any(is_open(a) for a in args),
    )


def backwards(m: Machine, args: Args, named: Named) -> Thing:
    return Items("iterator", list(reversed(written_out(m, args[0]))), open=is_open(args[0]))


def in_order(m: Machine, args: Args, named: Named) -> Thing:
    things = written_out(m, args[0])
    if all(isinstance(t, (int, float)) for t in things):
        things = sorted(things, reverse=bool(named.get("reverse")))
    return Items("list", things, open=is_open(args[0]))


def iterator(m: Machine, args: Args, named: Named) -> Thing:
    from .functions import Generator, collected

    if len(args) == 2:
        return Polled(args[0], args[1])

    thing = iterated(m, args[0]) if args else None
    if isinstance(thing, Generator):
        return collected(m, thing)
    if isinstance(thing, Items):
        return Items("iterator", list(thing.items), thing.endless, thing.open, thing.step)
    if isinstance(thing, Table):
        return Items("iterator", list(thing.entries), open=thing.open)
    return thing


def next_item(m: Machine, args: Args, named: Named) -> Thing:
    from .calls import call
    from .functions import Generator, collected
    from .loops import next_of

    thing = args[0] if args else None
    step = stepped(m, thing)
    if step is not None:
        return call(m, step, [], {}, m.spot)
    if isinstance(thing, Generator):
        # A generator object is advanced in place: from now on it is an iterator of its values.
        key = ("run", id(thing))
        thing = m.cache.setdefault(key, collected(m, thing))
    if not isinstance(thing, Items):
        m.leave_open()  # it may come to an end
        return m.fresh("next")
    if thing.position < len(thing.items) or (thing.endless and thing.items):
        return next_of(thing)
    if thing.open:
        m.leave_open()
        return m.fresh("next")
    if len(args) > 1:
        return args[1]
    raise fail("StopIteration")


def counted(m: Machine, args: Args, named: Named) -> Thing:
    """itertools.count"""
    start = named.get("start", args[0] if args else 0)
    step = named.get("step", args[1] if len(args) > 1 else 1)
    ok = isinstance(start, (int, float)) and isinstance(step, (int, float))
    return Items("iterator", [start if ok else 0], endless=True, step=float(step) if ok else 1.0)  # type: ignore[arg-type]


def repeated(m: Machine, args: Args, named: Named) -> Thing:
    times = named.get("times", args[1] if len(args) > 1 else None)
    if isinstance(times, int):
        return Items("iterator", [args[0]] * min(times, MANY))
    return Items("iterator", [args[0]], endless=True)


def cycled(m: Machine, args: Args, named: Named) -> Thing:
    inside = written_out(m, args[0])
    return Items("iterator", (inside * MANY)[:MANY] if inside else [], endless=bool(inside))


def chained(m: Machine, args: Args, named: Named) -> Thing:
    found: list[Thing] = []
    for arg in args:
        if getattr(arg, "endless", False):
            return Items("iterator", found + arg.items, endless=True, step=arg.step)
        found += written_out(m, arg)
    return Items("iterator", found, open=any(is_open(a) for a in args))


def sliced(m: Machine, args: Args, named: Named) -> Thing:
    """itertools.islice"""
    bounds = args[1:]
    if all(b is None or isinstance(b, int) for b in bounds):
        inside = written_out(m, args[0])
        return Items("iterator", inside[slice(*bounds)], open=is_open(args[0]))
    return Items("iterator", [], open=True)


def any_of(m: Machine, args: Args, named: Named) -> Thing:
    from .operations import truth_of

    answers = [truth_of(m, t) for t in written_out(m, args[0])]
    if any(a is True for a in answers):
        return True
    return Sym(("any", frozen(args[0]))) if any(a is None for a in answers) or is_open(args[0]) else False


def all_of(m: Machine, args: Args, named: Named) -> Thing:
    from .operations import truth_of

    answers = [truth_of(m, t) for t in written_out(m, args[0])]
    if any(a is False for a in answers):
        return False
    return Sym(("all", frozen(args[0]))) if any(a is None for a in answers) or is_open(args[0]) else True


def mapped(m: Machine, args: Args, named: Named) -> Thing:
    from .calls import call
    from .things import Given

    inside = written_out(m, args[1]) if len(args) > 1 else []
    if not isinstance(args[0], (Func, Lib)):
        return Items("iterator", [], open=True)
    return Items(
        "iterator", [call(m, args[0], [Given(t)], {}, m.spot) for t in inside], open=is_open(args[1])
    )
