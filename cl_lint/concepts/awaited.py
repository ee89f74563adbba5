"""Awaited calls: which earlier calls an `await`, a `result()` or a `gather()` waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..models.run_rows import Gathered, Outcome
from ..program import External, Known, Obj, Ref
from ..program.library_results import FUTURE
from ..syntax import summary as s

if TYPE_CHECKING:
    from .application import Application

DEPTH = 12
MAX_ORIGINS = 40


class Awaited:
    """`origins_of(call)` is the question."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._known: dict[Ref, tuple[Ref, ...]] = {}

    def origins_of(self, ref: Ref) -> tuple[Ref, ...]:
        """The calls whose errors come up in the call at `ref` because it waits for them, besides those
        that are made by its own arguments."""
        known = self._known.get(ref)
        if known is None:
            found: dict[Ref, None] = {}
            for waited in self._waited(ref):
                self._follow(waited, DEPTH, found, set())
            found.pop(ref, None)
            known = self._known[ref] = tuple(found)[:MAX_ORIGINS]
        return known

    def asked_of(self, ref: Ref) -> tuple[Ref, ...]:
        """The calls for whose errors the `exception()` of a future at `ref` asks."""
        node = ref.module.values[ref.vid]
        func = ref.module.values[node.func] if isinstance(node, s.Call) else None
        found: dict[Ref, None] = {}
        if isinstance(func, s.Attr):
            self._follow(Ref(ref.module, func.base, ref.frame), DEPTH, found, set())
        return tuple(found)[:MAX_ORIGINS]

    def _waited(self, ref: Ref) -> list[Ref]:
        """The tasks that a call waits for."""
        node = ref.module.values[ref.vid]
        if not isinstance(node, s.Call):
            return []
        run = ref.module.runs.get(ref.vid)
        if run is not None and run.gives == "items" and run.call is not None:
            return [Ref(ref.module, run.call, ref.frame)]
        if run is not None and run.gives == "result" and run.call is not None:
            return [Ref(ref.module, run.call, ref.frame)]
        func = ref.module.values[node.func]
        if isinstance(func, s.Attr) and func.name in ("__await__", "result") and len(node.args) <= 1:
            return [Ref(ref.module, func.base, ref.frame)]
        models = self._app.models
        for callee in self._program.callees(ref):
            if not isinstance(callee, External):
                continue
            outcome = models.row(Outcome, callee.name)
            if outcome is not None and not outcome.error:
                if 0 <= outcome.future < len(node.args):
                    return [Ref(ref.module, node.args[outcome.future].value, ref.frame)]
                return [Ref(ref.module, func.base, ref.frame)] if isinstance(func, s.Attr) else []
            gathered = models.row(Gathered, callee.name)
            if gathered is not None and gathered.waits and not self.keeps(ref, node, gathered):
                return [Ref(ref.module, a.value, ref.frame) for a in node.args if a.name is None]
        return []

    def keeps(self, ref: Ref, node: s.Call, row: Gathered) -> bool:
        """Whether errors are given back among the results."""
        given = [a.value for a in node.args if a.name == row.unless]
        values = self._program.at(ref, given[0]) if given else ()
        return bool(values) and not all(isinstance(v, Known) and not v.value for v in values)

    def _follow(self, ref: Ref, depth: int, found: dict[Ref, None], seen: set[Ref]) -> None:
        """Collects the calls that made what stands at `ref`: a task, a future, or a collection of them."""
        if depth <= 0 or ref in seen or len(found) > MAX_ORIGINS:
            return
        seen.add(ref)
        node = ref.module.values[ref.vid]
        if self._add_futures(ref, found) and not isinstance(node, (s.Phi, s.BoolOp, s.Conditional)):
            return
        if isinstance(node, s.Call):
            self._follow_call(ref, node, depth, found, seen)
            return
        if isinstance(node, (s.Param, s.FreeName)):
            for given in self._bound(ref, node):
                self._follow(given, depth - 1, found, seen)
        for vid in _sources(node):
            self._follow(Ref(ref.module, vid, ref.frame), depth - 1, found, seen)

    def _follow_call(
        self, ref: Ref, node: s.Call, depth: int, found: dict[Ref, None], seen: set[Ref]
    ) -> None:
        run = ref.module.runs.get(ref.vid)
        if run is not None and run.gives in ("future", "items") and run.call is not None:
            found[Ref(ref.module, run.call, ref.frame)] = None
        elif run is not None and run.gives != "nothing":
            for vid in (run.call, run.items):
                if vid is not None:
                    self._follow(Ref(ref.module, vid, ref.frame), depth - 1, found, seen)
        elif self._is_gathering(ref):
            for arg in node.args[:1]:
                self._follow(Ref(ref.module, arg.value, ref.frame), depth - 1, found, seen)
        else:
            found[ref] = None

    def _is_gathering(self, ref: Ref) -> bool:
        return any(
            isinstance(c, External) and self._app.models.row(Gathered, c.name) is not None
            for c in self._program.callees(ref)
        )

    def _add_futures(self, ref: Ref, found: dict[Ref, None]) -> bool:
        added = False
        for value in self._program.eval(ref):
            if isinstance(value, Obj) and value.type == FUTURE:
                call = self._program.calling.run_by(value)
                if call is not None:
                    found[call] = None
                    added = True
        return added

    def _bound(self, ref: Ref, node: s.Param | s.FreeName) -> list[Ref]:
        """What a parameter is given, or a variable of an enclosing function is bound to."""
        program = self._program
        frame = program.names._holder(ref.frame, node.function, ref.module)
        if isinstance(node, s.FreeName):
            function = program.function(frame.function)
            return [Ref(ref.module, v, frame) for v in function.bindings.get(node.name, ())]
        frames = [frame] if frame.call is not None else program.callers(frame.function)[:12]
        given = [g for f in frames for g in program.bound(f).parameters.get(node.name, ())]
        return [g for g in given if isinstance(g, Ref)]


def _sources(node: s.Value) -> tuple[s.ValueId, ...]:
    """The values of which a value is one, or that it holds."""
    if isinstance(node, (s.Phi, s.BoolOp)):
        return node.operands
    if isinstance(node, s.Conditional):
        return (node.then, node.orelse)
    if isinstance(node, s.Element):
        return (node.iterable,)
    if isinstance(node, (s.Unpacked, s.Typed)):
        return (node.value,)
    if isinstance(node, s.Sequence):
        return tuple(i.value for i in node.items)
    if isinstance(node, s.Mapping):
        return tuple(v for pair in node.entries for v in pair if v is not None)
    if isinstance(node, s.Comprehension):
        return (node.element,) if node.key is None else (node.key, node.element)
    if isinstance(node, s.Appended):
        return (node.base, node.item)
    if isinstance(node, s.Updated):
        return (node.base, node.key, node.value)
    if isinstance(node, s.Merged):
        return (node.base, node.other)
    return ()
