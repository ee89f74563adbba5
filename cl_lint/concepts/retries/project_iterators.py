"""Iteration over instances of the program's classes in a trial run: `__iter__`, `__next__`, `__anext__`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .exceptions import is_kind
from .machine import Machine
from .things import Func, Items, Lib, Object, Table, Thing
from .trials import Raised

OPENING, STEPPING = ("__iter__", "__aiter__"), ("__next__", "__anext__")
ENDS = Items("tuple", [Lib("builtins.StopIteration"), Lib("builtins.StopAsyncIteration")])


@dataclass(frozen=True)
class Stepped:
    """An iterator of the program: each item is what its method gives, until that raises StopIteration."""

    step: Func


def iterated(m: Machine, thing: Thing) -> Thing:
    """What runs through the items of `thing`: for an instance that says how, a generator, a `Stepped` or a
    collection; else the thing itself."""
    from .functions import Generator, call_function

    if not isinstance(thing, Object):
        return thing
    opened = _method(m, thing, OPENING)
    if opened is None:
        return thing
    found = call_function(m, opened, [], {}, m.spot)
    if isinstance(found, Object):
        step = _method(m, found, STEPPING)
        return Stepped(step) if step is not None else thing
    return found if isinstance(found, (Generator, Items, Table, str)) else thing


def stepped(m: Machine, thing: Thing) -> Thing:
    """What makes the next item of an instance that is an iterator itself: a function; else None."""
    return _method(m, thing, STEPPING) if isinstance(thing, Object) else None


def steps(m: Machine, iterator: Stepped) -> Iterator[Thing]:
    """The items of an iterator, each worked out when it is asked for."""
    from .functions import call_function

    while True:
        m.tick()
        try:
            thing = call_function(m, iterator.step, [], {}, m.spot)
        except Raised as raised:
            if is_kind(m, raised.fault, ENDS) is True:
                return
            raise
        yield thing


def _method(m: Machine, thing: Object, names: tuple[str, ...]) -> Func | None:
    for name in names:
        key = m.program.classes.method(thing.key, name)
        if key is not None:
            return Func(key, None, thing)
    return None
