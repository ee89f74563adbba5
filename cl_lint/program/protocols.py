"""Protocols (PEP 544): which classes of the program have the methods that one asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax import summary as s
from .values import ClassKey

if TYPE_CHECKING:
    from .evaluate import Program

POSITIONAL = ("positional", "normal")


def implementations(program: Program) -> dict[ClassKey, list[ClassKey]]:
    """The classes that have the methods of a protocol without inheriting from it, by protocol."""
    classes = [
        ClassKey(module, number)
        for module in list(program.table.loaded())
        for number in range(len(module.summary.classes))
    ]
    protocols = {cls: _methods(cls) for cls in classes if _is_protocol(program, cls)}
    found: dict[ClassKey, list[ClassKey]] = {}
    for protocol, wanted in protocols.items():
        if wanted:
            found[protocol] = [
                cls
                for cls in classes
                if cls not in protocols
                and protocol not in program.classes.mro(cls)
                and _offers(program, cls, wanted)
            ]
    return found


def _is_protocol(program: Program, cls: ClassKey) -> bool:
    """Whether `Protocol` or `Protocol[T]` is one of the bases that a class names."""
    values = cls.module.values
    for vid in program.classes.summary(cls).bases:
        node = values[vid]
        name = values[node.base] if isinstance(node, s.Item) else node
        if getattr(name, "name", None) == "Protocol":
            return True
    return False


def _methods(cls: ClassKey) -> dict[str, s.Function]:
    """The methods that a class itself defines, by name, special ones left out."""
    functions = cls.module.summary.functions
    return {f.name: f for f in functions if f.cls == cls.number and not f.name.startswith("__")}


def _offers(program: Program, cls: ClassKey, wanted: dict[str, s.Function]) -> bool:
    """Whether a class has all of the methods, taking as many positional arguments as they do."""
    bases = [b for b in program.classes.mro(cls) if isinstance(b, ClassKey)]
    for name, method in wanted.items():
        own = next((m[name] for m in map(_methods, bases) if name in m), None)
        if own is None or not _takes(own, len(_positional(method))):
            return False
    return True


def _positional(function: s.Function) -> list[s.Parameter]:
    return [p for p in function.params if p.kind in POSITIONAL]


def _takes(function: s.Function, number: int) -> bool:
    given = _positional(function)
    least = sum(p.default is None for p in given)
    return least <= number and (number <= len(given) or any(p.kind == "args" for p in function.params))
