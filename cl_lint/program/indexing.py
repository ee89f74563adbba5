"""`thing[key]` on an instance of a class of the program: what its `__getitem__` gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .values import Abstract, Instance, Values

if TYPE_CHECKING:
    from .evaluate import Program


def indexed(program: Program, base: Instance, keys: Values) -> Values:
    """What `base[key]` can be for any of the keys; empty where the class defines no `__getitem__`."""
    function = program.classes.method(base.cls, "__getitem__")
    if function is None:
        return ()
    closure = program.root(function).closure
    found: list[Abstract] = []
    for key in keys:
        found += program.returned(program.frames.make(function, None, base, closure, key))
    return tuple(found)
