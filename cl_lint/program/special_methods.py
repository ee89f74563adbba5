"""Methods that run without being called: properties, and what `x[key]`, `key in x` and the like stand for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from ..syntax import summary as s
from .frames import Frame
from .modules import Module
from .values import Abstract, FunctionKey, Instance, Ref

if TYPE_CHECKING:
    from .evaluate import Program

GET, SET, DELETE, CONTAINS = "__getitem__", "__setitem__", "__delitem__", "__contains__"
STARTS = ("__iter__", "__aiter__")
STEPS = ("__next__", "__anext__")
ASKED = {"len": ("__len__",), "next": STEPS, "anext": STEPS, "bool": ("__bool__", "__len__")}


class SpecialMethods:
    """Which methods of the program's classes an expression or statement runs, besides those it calls."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._places: dict[Module, dict[int, list[s.ValueId]]] = {}

    @cached_property
    def _names(self) -> frozenset[str]:
        """The names of the program's properties and special methods."""
        return frozenset(
            f.name
            for module in list(self._program.table.loaded())
            for f in module.summary.functions
            if f.cls is not None
            and (
                (f.name.startswith("__") and f.name.endswith("__"))
                or (f.decorators and "property" in self._program.decorations(FunctionKey(module, f.number)))
            )
        )

    def places(self, key: FunctionKey) -> list[s.ValueId]:
        """The expressions of a function that may run one, in order."""
        known = self._places.get(key.module)
        if known is None:
            known = self._places[key.module] = {}
            for vid in sorted(self._candidates(key.module)):
                known.setdefault(key.module.summary.owners[vid], []).append(vid)
        return known.get(key.number, [])

    def _candidates(self, module: Module) -> Iterator[s.ValueId]:
        for vid, read in module.of(s.Attr):
            if read.name in self._names:
                yield vid
        if GET in self._names:
            yield from (vid for vid, _ in module.of(s.Item))
        if CONTAINS in self._names:
            yield from (vid for vid, node in module.of(s.Compare) if {"in", "not in"} & set(node.ops))
        for vid, call in module.of(s.Call):
            func = module.values[call.func]
            if isinstance(func, s.GlobalName) and call.args and self._names & set(ASKED.get(func.name, ())):
                yield vid

    def frames(self, ref: Ref) -> list[Frame]:
        """The frames that an expression enters by itself."""
        program = self._program
        node = ref.module.values[ref.vid]
        if isinstance(node, s.Attr):
            return [f for b in program.at(ref, node.base) for f in self._of_property(b, node.name)]
        if isinstance(node, s.Item):
            return self._with_key(ref, node.base, node.key, GET)
        if isinstance(node, s.Compare):
            left = node.left
            found = []
            for op, right in zip(node.ops, node.operands, strict=True):
                found += self._with_key(ref, right, left, CONTAINS) if op in ("in", "not in") else []
                left = right
            return found
        if isinstance(node, s.Call) and node.args:
            func = ref.module.values[node.func]
            names = ASKED.get(func.name, ()) if isinstance(func, s.GlobalName) else ()
            return [f for b in program.at(ref, node.args[0].value) for f in self._first(b, names)]
        return []

    def of_statement(self, statement: s.Statement, frame: Frame) -> list[Frame]:
        """The frames that `x[key] = value` and `del x[key]` enter."""
        module = frame.function.module
        if isinstance(statement, s.StoreItem) and SET in self._names:
            return self._with_key(Ref(module, statement.base, frame), statement.base, statement.key, SET)
        if isinstance(statement, s.Delete) and DELETE in self._names:
            bases = [b for vid in statement.targets for b in self._program.eval(Ref(module, vid, frame))]
            return [f for b in bases for f in self._first(b, (DELETE,))]
        return []

    def opened(self, value: Abstract) -> list[Frame]:
        """The frame that running through an instance enters first: of its `__iter__`."""
        return self._first(value, STARTS)

    def stepped(self, value: Abstract) -> list[Frame]:
        """The frame that each item of an iterator of the program is worked out in: of its `__next__`."""
        return self._first(value, STEPS)

    def _of_property(self, base: Abstract, name: str) -> list[Frame]:
        frames = self._first(base, (name,))
        return [f for f in frames if "property" in self._program.decorations(f.function)]

    def _with_key(self, ref: Ref, base: s.ValueId, key: s.ValueId, name: str) -> list[Frame]:
        program = self._program
        found: list[Frame] = []
        for value in program.at(ref, base):
            method = program.classes.method(value.cls, name) if isinstance(value, Instance) else None
            if method is not None:
                closure = program.root(method).closure
                found += [
                    program.frames.make(method, None, value, closure, given) for given in program.at(ref, key)
                ]
        return found

    def _first(self, value: Abstract, names: tuple[str, ...]) -> list[Frame]:
        """The frame of the first of these methods that the value's class has."""
        if isinstance(value, Instance):
            for name in names:
                key = self._program.classes.method(value.cls, name)
                if key is not None:
                    return [self._program.method_frame(key, value)]
        return []
