"""Exception classes by which an application says an answer: `NotFound`, raised for 404 and nothing else."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from ..program import ClassKey, ClassRef, Frame, FunctionKey, Instance, Module, Ref
from ..program.binding import closure_of
from ..syntax import summary as s
from ..syntax.traverse import statements
from .status_tests import numbers

if TYPE_CHECKING:
    from .application import Application

ANSWERS = frozenset({204, 304, 404, 409, 410})  # nothing there, unchanged, absent, exists, gone


class AnswerClasses:
    def __init__(self, app: Application) -> None:
        self._program = app.program

    def __contains__(self, kind: object) -> bool:
        return isinstance(kind, ClassRef) and kind.cls in self._found

    @cached_property
    def _found(self) -> frozenset[ClassKey]:
        uses: dict[ClassKey, list[bool]] = defaultdict(list)
        listed: dict[FunctionKey, list[bool]] = defaultdict(list)
        for module in list(self._program.table.loaded()):
            self._in_mappings(module, uses, listed)
            self._in_comprehensions(module, uses)
        for module in list(self._program.table.loaded()):
            for function in module.summary.functions:
                key = FunctionKey(module, function.number)
                answers = listed.get(key, [False])
                self._in_choices(function, self._program.root(key), uses)
                self._in_raises(function, self._program.root(key), uses, answers=all(answers))
        return frozenset(cls for cls, answers in uses.items() if all(answers))

    def _in_mappings(
        self, module: Module, uses: dict[ClassKey, list[bool]], listed: dict[FunctionKey, list[bool]]
    ) -> None:
        """`{404: NotFound, 503: Busy}`, `{404: absent}`: what status a class stands for, or a function
        is called for."""
        for vid, node in enumerate(module.values):
            if isinstance(node, s.Mapping):
                frame = self._program.root(FunctionKey(module, module.summary.owners[vid]))
                for key, value in node.entries:
                    if key is None or isinstance(getattr(module.values[key], "value", None), (str, bytes)):
                        continue
                    said = self._numbers(Ref(module, key, frame))
                    if said:
                        for cls in self._classes(Ref(module, value, frame)):
                            uses[cls].append(said <= ANSWERS)
                        for function in self._program.eval(Ref(module, value, frame)):
                            pair = closure_of(function)
                            if pair is not None:
                                listed[pair[0].function].append(said <= ANSWERS)

    def _in_comprehensions(self, module: Module, uses: dict[ClassKey, list[bool]]) -> None:
        """`{cls.status: cls for cls in (Missing, Throttled)}`: what status each class says it stands for."""
        for vid, node in module.of(s.Comprehension):
            if node.kind != "dict" or node.key is None:
                continue
            key = module.values[node.key]
            if not isinstance(key, s.Attr):
                continue
            frame = self._program.root(FunctionKey(module, module.summary.owners[vid]))
            for value in self._program.eval(Ref(module, node.element, frame)):
                if isinstance(value, ClassRef):
                    said = numbers(self._program.attributes.of(value, key.name, Ref(module, node.key, frame)))
                    statuses = {n for n in said if isinstance(n, int) and 100 <= n < 600}
                    if statuses:
                        uses[value.cls].append(statuses <= ANSWERS)

    def _in_choices(self, function: s.Function, frame: Frame, uses: dict[ClassKey, list[bool]]) -> None:
        """`NotFound if status == 404 else cls`, and under such a test `kind = NotFound` or
        `return NotFound(…)`: the class that is chosen for an answer."""
        module = frame.function.module
        for vid in self._conditionals.get((module, function.number), ()):
            node = module.values[vid]
            if isinstance(node, s.Conditional) and self._asks_for_answer(Ref(module, node.test, frame)):
                for cls in self._named(Ref(module, node.then, frame)):
                    uses[cls].append(True)
        for st in statements(function.body):
            if not isinstance(st, s.If) or not self._asks_for_answer(Ref(module, st.test, frame)):
                continue
            for inner in st.then:
                values = [inner.value] if isinstance(inner, s.Return) and inner.value is not None else []
                values += [v for _, v in inner.names] if isinstance(inner, s.Bind) else []
                for value in values:
                    for cls in self._named(Ref(module, value, frame)):
                        uses[cls].append(True)

    @cached_property
    def _conditionals(self) -> dict[tuple[Module, int], list[int]]:
        found: dict[tuple[Module, int], list[int]] = defaultdict(list)
        for module in list(self._program.table.loaded()):
            for vid, _ in module.of(s.Conditional):
                found[module, module.summary.owners[vid]].append(vid)
        return found

    def _named(self, ref: Ref) -> list[ClassKey]:
        """The one class that a name, or a call of it, says."""
        node = ref.module.values[ref.vid]
        named = Ref(ref.module, node.func, ref.frame) if isinstance(node, s.Call) else ref
        found = [v.cls for v in self._program.eval(named) if isinstance(v, ClassRef)]
        return found if len(found) == 1 else []

    def _in_raises(
        self, function: s.Function, frame: Frame, uses: dict[ClassKey, list[bool]], *, answers: bool
    ) -> None:
        """What a function raises; `answers` says that it is called for an answer status only."""
        module = frame.function.module
        answering = set()
        raised = []
        for st in statements(function.body):
            if isinstance(st, s.If) and self._asks_for_answer(Ref(module, st.test, frame)):
                answering |= {x.span for x in st.then if isinstance(x, s.Raise)}
            elif isinstance(st, s.Match):
                for case in st.cases:
                    if case.test is not None and self._asks_for_answer(Ref(module, case.test, frame)):
                        answering |= {x.span for x in case.body if isinstance(x, s.Raise)}
            elif isinstance(st, s.Raise) and st.error is not None:
                raised.append((st.span, st.error))
        for span, error in raised:
            node = module.values[error]
            direct = isinstance(node, s.Call)
            classes = self._classes(Ref(module, node.func if isinstance(node, s.Call) else error, frame))
            direct = direct and len(classes) == 1  # one of several is chosen by a mapping: see there
            for cls in classes:
                if direct or span in answering:
                    uses[cls].append(answers or span in answering)

    def _asks_for_answer(self, ref: Ref) -> bool:
        node = ref.module.values[ref.vid]
        if not isinstance(node, s.Compare) or node.ops not in (("==",), ("in",)):
            return False
        said = self._numbers(Ref(ref.module, node.operands[0], ref.frame))
        return bool(said) and said <= ANSWERS

    def _numbers(self, ref: Ref) -> set[object]:
        return {n for n in numbers(self._program.eval(ref)) if isinstance(n, int) and 100 <= n < 600}

    def _classes(self, ref: Ref) -> list[ClassKey]:
        values = self._program.eval(ref)
        return [v.cls for v in values if isinstance(v, (ClassRef, Instance))]
