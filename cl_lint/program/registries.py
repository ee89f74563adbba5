"""Module-level collections that functions fill: `REGISTRY[name] = cls`, `PLUGINS.append(cls)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..syntax import summary as s
from .frames import Frame
from .modules import Module
from .values import Abstract, Container, FunctionKey, Known, Ref, Values

if TYPE_CHECKING:
    from .evaluate import Program

ADDING = ("append", "add", "insert", "setdefault", "appendleft")
MAX_FILLS = 60


class Fill(NamedTuple):
    """One thing that is put into a collection; `keys` is empty for one without keys."""

    keys: Values
    values: Values


class Registries:
    def __init__(self, program: Program) -> None:
        self._program = program

    def filled(self, base: Container, key: Known | None) -> list[Abstract]:
        """What functions put into a collection, under a key (or any)."""
        found: list[Abstract] = []
        for fill in self.fills(base):
            if key is None or not any(isinstance(k, Known) for k in fill.keys) or key in fill.keys:
                found += fill.values
        return found

    def keys(self, base: Container) -> list[Abstract]:
        return [key for fill in self.fills(base) for key in fill.keys]

    def fills(self, base: Container) -> list[Fill]:
        """Everything that the program's functions put into a collection that a module binds to a name."""
        if base.ref.frame.function.number or not self._name(base):
            return []
        found: list[Fill] = self._program.answers.ask(("fills", base), self._find, [])
        return found

    def _name(self, base: Container) -> str:
        """The module-level name of a collection."""
        module, vid = base.ref.module, base.ref.vid
        names = module.summary.globals
        return next((name for name, vids in names.items() if vid in vids), "")

    def _find(self, question: tuple[str, Container]) -> list[Fill]:
        base = question[1]
        name = self._name(base)
        program = self._program
        found: list[Fill] = []
        for module, number, store in program.updates.items_named(name):
            for frame in self._frames(module, number):
                if base in program.eval(Ref(module, store.base, frame)):
                    keys = program.eval(Ref(module, store.key, frame))
                    found.append(Fill(keys, program.eval(Ref(module, store.value, frame))))
        for method in ADDING:
            for module, vid in program.callers_index.named(method):
                node = module.values[vid]
                func = module.values[node.func] if isinstance(node, s.Call) else None
                if not isinstance(node, s.Call) or not isinstance(func, s.Attr) or not node.args:
                    continue
                if getattr(module.values[func.base], "name", None) != name:
                    continue
                for frame in self._frames(module, module.summary.owners[vid]):
                    if base in program.eval(Ref(module, func.base, frame)):
                        keys = program.eval(Ref(module, node.args[0].value, frame))
                        keys = keys if method == "setdefault" else ()
                        last = program.eval(Ref(module, node.args[-1].value, frame))
                        found.append(Fill(keys, last))
        return found[:MAX_FILLS]

    def _frames(self, module: Module, number: int) -> list[Frame]:
        """The frames of a function, one for each call: what it stores under a key goes with it."""
        key = FunctionKey(module, number)
        callers = self._program.callers(key) if number else []
        return callers or [self._program.root(key)]
