"""Activations: functions at work in a trial run, and what the names of a file's joins are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache
from typing import Optional

from ...program import Frame, FunctionKey, Module
from ...syntax import summary as s
from .things import Thing

COMPUTED = (s.Binary, s.Unary, s.BoolOp, s.Conditional, s.Compare, s.Item, s.Attr)


class Activation:
    """A function that runs (`live`), or only the place where a value stands.

    `names` holds the locals by name, `memo` the values that are settled: calls that were made,
    what statements bound, joins as they were when paths met. `frame` answers for what the trial
    does not know itself.
    """

    __slots__ = (
        "around",
        "assigning",
        "frame",
        "function",
        "key",
        "live",
        "memo",
        "module",
        "names",
        "on_yield",
        "params",
    )

    def __init__(self, key: FunctionKey, frame: Frame, around: Optional[Activation], live: bool) -> None:
        self.key = key
        self.module: Module = key.module
        self.function: s.Function = key.module.summary.functions[key.number]
        self.frame = frame
        self.around = around
        self.live = live
        self.names: dict[str, Thing] = {}
        self.params: dict[str, Thing] = {}
        self.memo: dict[s.ValueId, Thing] = {}
        self.on_yield: Optional[Callable[[Thing], None]] = None
        self.assigning = joins(self.module).assigning(key.number)

    def holder(self, number: int) -> Optional[Activation]:
        """The activation of function `number` at or around this one."""
        current: Optional[Activation] = self
        while current is not None and current.function.number != number:
            current = current.around
        return current

    def capture(self, span: s.Span) -> None:
        """Settles the joins of the statement at `span` to what their names are now."""
        index = joins(self.module)
        for vid in index.at.get(span, ()):
            name = index.name(vid)
            if name in self.names:
                self.memo[vid] = self.names[name]
            elif name in self.params:
                self.memo[vid] = self.params[name]
            else:
                self.memo.pop(vid, None)

    def remember(self, vid: s.ValueId, thing: Thing) -> None:
        """Settles a value, and the names that are bound to it without a statement of their own."""
        self.memo[vid] = thing
        for name in joins(self.module).names_of(self.function.number, vid):
            self.names[name] = thing


class Joins:
    """The Phis of a file by the statement they stand for, and their names."""

    def __init__(self, module: Module) -> None:
        self._module = module
        self._names: dict[s.ValueId, str] = {}
        self._assigning: dict[int, dict[s.ValueId, list[str]]] = {}
        self._bound: dict[int, dict[s.ValueId, list[str]]] = {}
        self.at: dict[s.Span, list[s.ValueId]] = defaultdict(list)
        self.caught: dict[int, s.ValueId] = {}
        self.params: dict[tuple[int, str], s.ValueId] = {}
        for vid, node in enumerate(module.values):
            if isinstance(node, s.Phi):
                self.at[module.summary.spans[vid]].append(vid)
            elif isinstance(node, s.Caught):
                self.caught.setdefault(node.handler, vid)
            elif isinstance(node, s.Param):
                self.params.setdefault((node.function, node.name), vid)

    def names_of(self, function: int, vid: s.ValueId) -> list[str]:
        """The names of a function's locals that are ever bound to a value."""
        known = self._bound.get(function)
        if known is None:
            known = self._bound[function] = defaultdict(list)
            for name, vids in self._module.summary.functions[function].bindings.items():
                for bound in vids:
                    known[bound].append(name)
        return known.get(vid, [])

    def assigning(self, function: int) -> dict[s.ValueId, list[str]]:
        """The values that an expression binds to names of a function's locals: `(tries := tries + 1)`. Calls
        are left out, which are settled with their names anyway."""
        known = self._assigning.get(function)
        if known is None:
            known = self._assigning[function] = {}
            stated = {
                vid
                for statement in self._module.statements(function)
                if isinstance(statement, (s.Bind, s.For))
                for _, vid in statement.names
            }
            for name, vids in self._module.summary.functions[function].bindings.items():
                for vid in vids:
                    if vid not in stated and isinstance(self._module.values[vid], COMPUTED):
                        known.setdefault(vid, []).append(name)
        return known

    def name(self, vid: s.ValueId) -> str:
        """The local whose versions a Phi joins; "" when it cannot be told."""
        known = self._names.get(vid)
        if known is None:
            known = self._names[vid] = self._find(vid)
        return known

    def _find(self, vid: s.ValueId) -> str:
        leaves = self._leaves(vid)
        owner = self._module.summary.functions[self._module.summary.owners[vid]]
        for name, vids in owner.bindings.items():
            own = set(vids)
            if all(leaf in own or self._is_param(leaf, name) for leaf in leaves):
                return name
        return ""

    def _is_param(self, vid: s.ValueId, name: str) -> bool:
        node = self._module.values[vid]
        return isinstance(node, s.Param) and node.name == name

    def _leaves(self, vid: s.ValueId) -> set[s.ValueId]:
        found: set[s.ValueId] = set()
        seen = {vid}
        todo = [vid]
        while todo:
            node = self._module.values[todo.pop()]
            for operand in node.operands if isinstance(node, s.Phi) else ():
                if isinstance(self._module.values[operand], s.Phi):
                    if operand not in seen:
                        seen.add(operand)
                        todo.append(operand)
                elif not isinstance(self._module.values[operand], s.Opaque):
                    found.add(operand)
        return found


@lru_cache(maxsize=256)
def joins(module: Module) -> Joins:
    return Joins(module)
