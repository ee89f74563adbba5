"""Exceptions in a trial: which classes they are, which handlers catch them, what `raise` raises."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from functools import partial
from typing import Optional

from ...program import ClassKey
from .attributes import error_name, error_row
from .machine import Machine
from .things import Applied, Class, Fault, Items, Lib, Made, Object, Reply, Sym, Thing


def library_names(m: Machine, name: str) -> Iterator[str]:
    """A library's exception class and every class above it, by the rows and Python's own tree."""
    todo, seen = [error_name(m, name)], set()
    while todo:
        current = todo.pop()
        if current in seen:
            continue
        seen.add(current)
        yield current
        row = error_row(m, current)
        todo += [error_name(m, b) for b in row.bases] if row is not None else []
        todo += m.models.bases(current)
        found = (
            getattr(builtins, current.rpartition(".")[2], None) if current.startswith("builtins.") else None
        )
        if isinstance(found, type) and row is None:
            todo += [f"builtins.{b.__name__}" for b in found.__mro__[1:] if b is not object]
    yield from {"builtins.Exception", "builtins.BaseException"} - seen


def kinds(m: Machine, fault: Fault) -> set[str | ClassKey]:
    """Every class that an exception is an instance of."""
    key = ("kinds", fault.name, fault.cls)
    known = m.shared.get(key)
    if known is None:
        known = set()
        if fault.cls is not None:
            for base in m.program.classes.mro(fault.cls):
                known |= set(library_names(m, base)) if isinstance(base, str) else {base}
            known |= {"builtins.Exception", "builtins.BaseException"}
        else:
            known |= set(library_names(m, fault.name))
        if fault.name in EXITS:
            known.discard("builtins.Exception")
        m.shared[key] = known
    return known


EXITS = frozenset({"builtins.SystemExit", "builtins.KeyboardInterrupt", "builtins.GeneratorExit"})


def is_kind(m: Machine, fault: Fault, kind: Thing) -> Optional[bool]:
    """Whether an exception is an instance of a class, or of one of several; None when unknown."""
    if isinstance(kind, Items):
        answers = [is_kind(m, fault, k) for k in kind.items]
        if any(a is True for a in answers):
            return True
        return None if kind.open or any(a is None for a in answers) else False
    if not isinstance(kind, (Class, Lib)):
        return None
    wanted = kind.key if isinstance(kind, Class) else error_name(m, kind.name)
    answer = wanted in kinds(m, fault)
    if fault.failing and fault.reply is None:
        m.watch(partial(_would_be, m, wanted), answer)
    return answer


def _would_be(m: Machine, wanted: str | ClassKey, name: str) -> bool:
    """Whether another transport error is of a class."""
    return wanted in kinds(m, Fault(name))


def is_exception_class(m: Machine, key: ClassKey) -> bool:
    for base in m.program.classes.external_bases(key):
        if error_row(m, base) is not None or "Error" in base or base.endswith(("Exception", "Warning")):
            return True
        found = getattr(builtins, base.rpartition(".")[2], None)
        if isinstance(found, type) and issubclass(found, BaseException):
            return True
    return False


def as_fault(m: Machine, thing: Thing) -> Fault:
    """What `raise thing` raises."""
    if isinstance(thing, Fault):
        return thing
    if isinstance(thing, Class):
        from .functions import construct

        made = construct(m, thing, [], {}, m.spot)
        return made if isinstance(made, Fault) else Fault(cls=thing.key)
    if isinstance(thing, Object):
        return Fault(cls=thing.key, body=thing)
    if isinstance(thing, Lib):
        return Fault(error_name(m, thing.name))
    if isinstance(thing, Applied):
        return as_fault(m, thing.function)
    if isinstance(thing, Made):
        args = [g.thing for g in thing.args]
        given = [*args, *(g.thing for g in thing.kwargs.values())]
        reply = next((a for a in given if isinstance(a, Reply)), None)
        name = thing.name[:-2] if thing.name.endswith("()") else thing.name
        return Fault(error_name(m, name), reply=reply, args=args)
    if isinstance(thing, Sym) and m.handling:
        return m.handling[-1]
    return Fault("builtins.Exception")
