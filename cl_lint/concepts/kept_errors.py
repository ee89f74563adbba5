"""Errors that are given back among the results: `asyncio.gather(…, return_exceptions=True)`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..models.run_rows import Gathered
from ..program import External, Frame, Module, Ref
from ..syntax import summary as s
from ..syntax.traverse import calls_of, children
from .returned_errors import type_test

if TYPE_CHECKING:
    from .application import Application
    from .failures import Failure

ERRORS = frozenset({"builtins.Exception", "builtins.BaseException"})


class KeptErrors:
    """Which calls give errors back in place of raising them, and whether anybody looks at those."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._names = frozenset(
            name.rsplit(".", 1)[-1] for name, row in app.models.rows(Gathered).items() if row.unless
        )

    def keeping(self, calls: Iterable[s.ValueId], frame: Frame) -> list[s.ValueId]:
        """Those of a statement's calls that give errors back."""
        values = frame.function.module.values
        found = []
        for vid in calls:
            node = values[vid]
            func = values[node.func] if isinstance(node, s.Call) else None
            if getattr(func, "name", None) in self._names:
                ref = Ref(frame.function.module, vid, frame)
                assert isinstance(node, s.Call)
                rows = (
                    self._app.models.row(Gathered, callee.name)
                    for callee in self._program.callees(ref)
                    if isinstance(callee, External)
                )
                if any(row is not None and self._app.awaited.keeps(ref, node, row) for row in rows):
                    found.append(vid)
        return found

    def covered(self, vid: s.ValueId, module: Module) -> set[s.ValueId]:
        """The calls in the arguments of such a call: their errors do not come up."""
        node = module.values[vid]
        todo = [arg.value for arg in node.args] if isinstance(node, s.Call) else []
        seen: set[s.ValueId] = set()
        while todo:
            inner = todo.pop()
            if inner not in seen:
                seen.add(inner)
                todo += children(module.values[inner])
        return {inner for inner in seen if isinstance(module.values[inner], s.Call)}

    def among(self, ref: Ref) -> list[Failure]:
        """The failures that an item of such results can be, also of results that are zipped or counted."""
        module = ref.module
        node = module.values[ref.vid]
        place = 0
        if isinstance(node, s.Unpacked) and isinstance(node.index, int):
            place, node = node.index, module.values[node.value]
        if not isinstance(node, s.Element):
            return []
        vid = node.iterable
        call = module.values[vid]
        name = getattr(module.values[call.func], "name", "") if isinstance(call, s.Call) else ""
        if isinstance(call, s.Call) and name in ("zip", "enumerate") and node is not module.values[ref.vid]:
            index = place if name == "zip" else place - 1
            if not 0 <= index < len(call.args):
                return []
            vid = call.args[index].value
        if not self.keeping([vid], ref.frame):
            return []
        return self.failures(vid, ref.frame)

    def told(self, ref: Ref) -> list[Failure]:
        """The failures that a future tells, `task.exception()`."""
        return [f for origin in self._app.awaited.asked_of(ref) for f in self._app.failures.of_node(origin)]

    def failures(self, vid: s.ValueId, frame: Frame) -> list[Failure]:
        """The failures that such a call gives back."""
        module = frame.function.module
        inside = sorted(self.covered(vid, module))
        return [f for c in inside for f in self._app.failures.of_node(Ref(module, c, frame))]

    def raising(self, st: s.Statement, frame: Frame) -> tuple[s.ValueId, ...]:
        """The calls of a statement whose errors come up in it."""
        calls = calls_of(st)
        kept = self.keeping(calls, frame)
        if not kept:
            return calls
        inside = {c for vid in kept for c in self.covered(vid, frame.function.module)}
        return tuple(c for c in calls if c not in inside)

    def are_dropped(self, vid: s.ValueId, st: s.Statement, frame: Frame) -> bool:
        """Whether nobody looks at the errors among the results: these are not used, or all that is done with
        them is to take those that are no errors."""
        if isinstance(st, s.Expr) and st.value == vid:
            return True
        module = frame.function.module
        function = self._program.function(frame.function)
        if not isinstance(st, s.Bind) or vid in function.returns:
            return False
        for other in module.statements(function.number):
            if isinstance(other, s.For) and other.iterable == vid:
                return False
        users = [u for u in module.owned(function.number) if vid in children(module.values[u])]
        return all(
            isinstance(module.values[user], s.Element) or self._leaves_out(Ref(module, user, frame))
            for user in users
        )

    def _leaves_out(self, ref: Ref) -> bool:
        """Whether a comprehension has the condition `not isinstance(item, Exception)`."""
        node = ref.module.values[ref.vid]
        for vid in node.conditions if isinstance(node, s.Comprehension) else ():
            test = ref.module.values[vid]
            asked = (
                type_test(ref.module, test.operand)
                if isinstance(test, s.Unary) and test.op == "not"
                else None
            )
            kinds = self._program.at(ref, asked[1]) if asked is not None else ()
            if any(isinstance(k, External) and k.name in ERRORS for k in kinds):
                return True
        return False
