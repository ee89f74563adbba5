"""Providers of dependency injection: what they make when they are asked."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..models.run_rows import Provider
from ..syntax import summary as s
from .frames import Frame
from .values import Abstract, ClassKey, ClassRef, Closure, External, FunctionKey, Instance, Obj, Ref, Values

if TYPE_CHECKING:
    from .evaluate import Program


class Providers:
    """A provider stands for what it makes: it is handed to others as such, and asked by calling it."""

    def __init__(self, program: Program) -> None:
        self._program = program

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The last names of what makes providers, of the libraries that the program imports."""
        imported = {name.split(".")[0] for m in self._program.table.loaded() for name in m.imports_of_names}
        rows = self._program.models.rows(Provider)
        return tuple(sorted({n.rsplit(".", 1)[-1] for n in rows if n.split(".")[0] in imported}))

    def row(self, callee: Abstract) -> Provider | None:
        return self._program.models.row(Provider, callee.name) if isinstance(callee, External) else None

    def frames(self, callee: External, call: Ref) -> list[Frame]:
        """The frames that a provider runs when it is asked, with the arguments of the call that made it."""
        row, node = self.row(callee), call.module.values[call.vid]
        if row is None or not isinstance(node, s.Call) or len(node.args) <= row.function:
            return []
        program = self._program
        return [
            frame
            for value in program.at(call, node.args[row.function].value)
            if isinstance(value, (ClassRef, Closure))
            for frame in program.calling.frames_of(value, call)
        ]

    def made(self, callee: External, ref: Ref, node: s.Call) -> Values:
        """What the provider made by a call gives; empty for other calls."""
        row = self.row(callee)
        if row is None or len(node.args) <= row.function:
            return ()
        program = self._program
        found: list[Abstract] = []
        for value in program.at(ref, node.args[row.function].value):
            if isinstance(value, ClassRef):
                found.append(Instance(value.cls, ref))
            elif isinstance(value, Closure):
                found += program.returned(program.frame_of(value, ref))
            elif isinstance(value, External):
                kind = program.models.result_type(value.name) or f"{value.name}()"
                found.append(Obj(kind, ref, value.name))
            elif isinstance(value, (Instance, Obj)):
                found.append(value)
        return tuple(found)

    def asked(self, value: Abstract) -> bool:
        """Whether calling a value asks the provider that made it."""
        if not isinstance(value, (Instance, Obj)) or value.site is None:
            return False
        return any(self.row(callee) is not None for callee in self._program.callees(value.site))

    def constructions(self, cls: ClassKey) -> list[Ref]:
        """The calls that make a provider of a class."""
        program = self._program
        found: list[Ref] = []
        for name in self.names:
            for module, vid in program.callers_index.named(name):
                ref = Ref(module, vid, program.root(FunctionKey(module, module.summary.owners[vid])))
                node = module.values[vid]
                rows = [row for c in program.callees(ref) if (row := self.row(c)) is not None]
                if rows and isinstance(node, s.Call) and len(node.args) > rows[0].function:
                    if ClassRef(cls) in program.at(ref, node.args[rows[0].function].value):
                        found.append(ref)
        return found
