"""Failures: which errors of API calls a piece of code can raise, and which handlers catch them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ..models.rows import Error, Log
from ..models.rows import Failures as FailuresRow
from ..program import (
    Abstract,
    CaughtError,
    ClassRef,
    External,
    Frame,
    FunctionKey,
    Instance,
    Known,
    Module,
    Obj,
    Ref,
    Unknown,
)
from ..syntax import summary as s
from ..syntax.traverse import calls_of, statements
from .generators import CONTEXTS, Generators
from .giving_up import GivingUp
from .hooks import hook_frames
from .kept_errors import KeptErrors
from .leftovers import Leftovers
from .noted import Noted

if TYPE_CHECKING:
    from .api_calls import ApiCall
    from .application import Application

STATUS, TRANSPORT = "status", "transport"


@dataclass(frozen=True)
class Failure:
    """An error that may come up: `mode` is STATUS (an error status) or TRANSPORT; `types` are the
    classes it can have; `call` the API call that failed; `raised` the statement that raised it in
    the program (None for the library's own); `places` the (function, statement) chain of handlers
    it has passed, innermost first."""

    mode: str
    types: tuple[External | ClassRef, ...]
    call: ApiCall
    raised: Ref | None = None
    passed: tuple[tuple[FunctionKey, int], ...] = ()


class Failures:
    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._waiting: set[Ref] = set()
        self._with_users: dict[FunctionKey, list[tuple[Frame, s.With]]] | None = None
        self._leftovers = Leftovers(self)
        self._generators = Generators(app)
        self._giving_up = GivingUp(app)
        self.noted = Noted(app)
        self.kept = KeptErrors(app)

    # -- what a library raises

    def of_call(self, call: ApiCall) -> list[Failure]:
        """What sending can raise by itself."""
        found = [Failure(TRANSPORT, self._types(call.library, "transport"), call)]
        if call.raises:
            found.append(self.of_status(call))
        return found

    def of_status(self, call: ApiCall) -> Failure:
        """What `raise_for_status` raises."""
        return Failure(STATUS, self._types(call.library, "status"), call)

    def _types(self, library: str, field: str) -> tuple[External, ...]:
        rows = self._app.models.rows(FailuresRow)
        chosen = [rows[library]] if library in rows else list(rows.values())
        return tuple(External(n) for row in chosen for n in getattr(row, field))

    def catcher(self, ref: Ref) -> bool:
        """Whether a decorator or context manager logs and drops errors (`logger.catch`)."""
        node = ref.module.values[ref.vid]
        if isinstance(node, s.Call) and any(a.name == "reraise" for a in node.args):
            return False
        for value in self._program.eval(ref):
            name = (
                value.maker if isinstance(value, Obj) else value.name if isinstance(value, External) else ""
            )
            if name.rsplit(".", 1)[-1] in ("catch", "catch_exceptions") and self._app.models.row(Log, name):
                return True
        return False

    # -- handlers

    def handler_types(self, module: Module, frame: Frame, kind: s.ValueId | None) -> list[Abstract]:
        if kind is None:
            return [External("builtins.BaseException")]
        return list(self._program.calling.exception_types(Ref(module, kind, frame)))

    def catches(self, types: Iterable[Abstract], failure: Failure) -> bool:
        """Whether a handler for `types` can catch a failure."""
        return any(self._is_a(t, h) for h in types for t in failure.types)

    def catches_all(self, types: Iterable[Abstract], failure: Failure) -> bool:
        """Whether nothing of a failure gets past a handler for `types`."""
        kinds = list(types)
        return all(any(self._is_a(t, h) for h in kinds) for t in failure.types)

    def _is_a(self, raised: External | ClassRef, handled: Abstract) -> bool:
        if isinstance(raised, ClassRef):
            if isinstance(handled, ClassRef):
                return self._program.classes.is_subclass(raised.cls, handled.cls)
            if isinstance(handled, External):
                bases = self._program.classes.external_bases(raised.cls)
                names = {handled.name, *self._aliases(handled.name)}
                return any(b in names or names & set(self._error_bases(b)) for b in bases) or (
                    handled.name in ("builtins.Exception", "builtins.BaseException")
                )
            return False
        if isinstance(handled, ClassRef):
            return False
        if isinstance(handled, External):
            return raised.name == handled.name or handled.name in self._error_bases(raised.name)
        return False

    def _aliases(self, name: str) -> tuple[str, ...]:
        return ()

    def _error_bases(self, name: str) -> tuple[str, ...]:
        rows = self._app.models.rows(Error)
        found: dict[str, None] = {}
        todo = [name]
        while todo:
            row = rows.get(todo.pop())
            for base in row.bases if row is not None else ():
                if base not in found:
                    found[base] = None
                    todo.append(base)
        return (*found, "builtins.Exception", "builtins.BaseException")

    def carries(self, types: Iterable[Abstract]) -> bool:
        """Whether an error of one of these handler types may hold a response."""
        for kind in types:
            if isinstance(kind, External):
                row = self._app.models.rows(Error).get(kind.name)
                if row is None or row.carries:
                    return True
            else:
                return True
        return False

    # -- what code can raise

    def escapes(self, frame: Frame) -> tuple[Failure, ...]:
        """The failures that get out of a function."""
        found: tuple[Failure, ...] = self._program.answers.ask(("escapes", frame), self._escaping, ())
        return found

    def _escaping(self, question: tuple[str, Frame]) -> tuple[Failure, ...]:
        frame = question[1]
        function = self._program.function(frame.function)
        outer = frame.closure or frame
        if any(self.catcher(Ref(frame.function.module, v, outer)) for v in function.decorators):
            return ()
        found = self._giving_up.of_function(frame, self.raised(function.body, frame))
        return tuple(dict.fromkeys(found))

    def raised(self, block: s.Block, frame: Frame, active: tuple[Failure, ...] = ()) -> list[Failure]:
        """The failures that a block can raise; `active` are those being handled around it."""
        found: list[Failure] = []
        for index, statement in enumerate(block):
            dealt = active
            if index and not active and isinstance(statement, s.Raise) and statement.error is not None:
                dealt = self._leftovers.before(block, index, frame)
            found += self._in_statement(statement, frame, dealt)
        return found

    def _in_statement(self, st: s.Statement, frame: Frame, active: tuple[Failure, ...]) -> list[Failure]:
        if isinstance(st, s.Try):
            return self._in_try(st, frame, active)
        found = [_after(f, active) for f in self._in_calls(self.kept.raising(st, frame), frame)]
        found += self._in_special_methods(st, frame)
        found += self._in_generators(st, frame)
        if isinstance(st, s.Raise):
            return found + self._in_raise(st, frame, active)
        if isinstance(st, s.If):
            return found + self._in_if(st, frame, active)
        if isinstance(st, s.With):
            return found + self._in_with(st, frame, active)
        if isinstance(st, s.Match):
            inner = active or self._about(Ref(frame.function.module, st.subject, frame), st.cases)
            return found + [f for c in st.cases for f in self.raised(c.body, frame, inner)]
        if isinstance(st, (s.While, s.For)):
            inside = self.raised(st.body, frame, active)
            if isinstance(st, s.For):
                inside = self._giving_up.under(Ref(frame.function.module, st.iterable, frame), inside)
            return found + inside + self.raised(st.orelse, frame, active)
        if isinstance(st, s.Expr) and self._is_yield(st, frame):
            return found + self._at_yield(frame)
        if isinstance(st, s.Assert):
            verdict, about = self._app.responses.test(Ref(frame.function.module, st.test, frame))
            if verdict is not None:
                calls = self._app.responses.calls_of(about)
                found += [Failure(STATUS, (External("builtins.AssertionError"),), c) for c in calls]
        return found

    def _in_calls(self, calls: Iterable[s.ValueId], frame: Frame) -> list[Failure]:
        found: list[Failure] = []
        for vid in calls:
            found += self.of_node(Ref(frame.function.module, vid, frame))
        return found

    def _in_special_methods(self, st: s.Statement, frame: Frame) -> list[Failure]:
        """What the properties and operators raise that a statement's own expressions run."""
        special = self._program.special_methods
        module = frame.function.module
        low, high = getattr(st, "span", (0, 0))
        entered = special.of_statement(st, frame)
        for vid in special.places(frame.function):
            if low <= module.summary.spans[vid][0] < high:
                entered += special.frames(Ref(module, vid, frame))
        return [f for inner in dict.fromkeys(entered) for f in self.escapes(inner)]

    def _in_generators(self, st: s.Statement, frame: Frame) -> list[Failure]:
        """What the generators of the program raise that a statement runs through."""
        return [f for inner in self._generators.run_by(st, frame) for f in self.escapes(inner)]

    def of_node(self, ref: Ref) -> list[Failure]:
        """The failures of one call expression."""
        call = self._app.api_calls.at(ref)
        found: list[Failure] = []
        if call is not None:
            found += self.of_call(call)
            for frame in hook_frames(self._app, call):
                found += self._hooked(frame, call)
        found += self._raise_for_status(ref)
        found += self._app.error_sites.in_middleware(ref)
        for origin in self._app.awaited.origins_of(ref):
            found += self._of_origin(origin)
        for frame in self._program.called_frames(ref):
            if not self._program.calling.is_generator(frame.function):
                found += self.escapes(frame)
        return found

    def _of_origin(self, ref: Ref) -> list[Failure]:
        """What waiting for a call that was made earlier raises."""
        if ref in self._waiting:
            return []
        self._waiting.add(ref)
        try:
            return self.of_node(ref)
        finally:
            self._waiting.discard(ref)

    def _hooked(self, frame: Frame, call: ApiCall) -> list[Failure]:
        """What a response hook raises of a call."""
        passed = next((f.passed for f in self.escapes(frame) if f.call == call and f.mode == STATUS), ())
        found: list[Failure] = []
        for st in statements(self._program.function(frame.function).body):
            if isinstance(st, s.Raise) and st.error is not None:
                types = self._raised_types(Ref(frame.function.module, st.error, frame))
                if types:
                    found.append(Failure(STATUS, types, call, passed=passed))
            for vid in calls_of(st):
                if (
                    self._program.attr_name(frame.function.module, _func(frame.function.module, vid))
                    == "raise_for_status"
                ):
                    found.append(replace(self.of_status(call), passed=passed))
        return found

    def _raise_for_status(self, ref: Ref) -> list[Failure]:
        node = ref.module.values[ref.vid]
        assert isinstance(node, s.Call)
        func = ref.module.values[node.func]
        if not isinstance(func, s.Attr) or func.name not in self._app.responses.names("raises"):
            return []
        values = self._program.at(ref, func.base)
        calls = self._app.responses.calls_of(values)
        if not calls:
            return []
        passed = self.noted.marks(values, ref)
        return [replace(self.of_status(c), passed=passed) for c in dict.fromkeys(calls)]

    def _in_try(self, st: s.Try, frame: Frame, active: tuple[Failure, ...]) -> list[Failure]:
        module = frame.function.module
        left = self.raised(st.body, frame, active)
        found: list[Failure] = []
        for handler in st.handlers:
            types = self.handler_types(module, frame, handler.type)
            caught = tuple(f for f in left if self.catches(types, f))
            if caught:
                mark = (frame.function, handler.number)
                passing = tuple(replace(f, passed=(*f.passed, mark)) for f in caught)
                found += self.raised(handler.body, frame, passing)
            else:
                found += self.raised(handler.body, frame, active)
            left = [f for f in left if not self.catches_all(types, f)]
        found += left
        found += self.raised(st.orelse, frame, active)
        if any(isinstance(x, s.Return) for x in statements(st.final)):
            return []
        return found + self.raised(st.final, frame, active)

    def _in_if(self, st: s.If, frame: Frame, active: tuple[Failure, ...]) -> list[Failure]:
        ref = Ref(frame.function.module, st.test, frame)
        inner = active
        if not inner and self._mentions(st.test, frame):
            _, about = self._app.responses.test(ref)
            calls = self._app.responses.calls_of(about)
            mark = ((frame.function, -1 - st.span[0]),)
            inner = tuple(
                Failure(STATUS, self._types(c.library, "status"), c, passed=mark)
                for c in dict.fromkeys(calls)
            )
        return self.raised(st.then, frame, inner) + self.raised(st.orelse, frame, inner)

    def _mentions(self, vid: s.ValueId, frame: Frame) -> bool:
        return not isinstance(frame.function.module.values[vid], s.Const)

    def _about(self, ref: Ref, cases: tuple[s.Case, ...]) -> tuple[Failure, ...]:
        about = self._app.responses.subject(ref, ("status",))
        for case in cases:
            if case.test is not None:
                about += self._app.responses.test(Ref(ref.module, case.test, ref.frame))[1]
        calls = self._app.responses.calls_of(about)
        return tuple(Failure(STATUS, self._types(c.library, "status"), c) for c in dict.fromkeys(calls))

    def _in_raise(self, st: s.Raise, frame: Frame, active: tuple[Failure, ...]) -> list[Failure]:
        if st.error is None:
            return list(active)
        ref = Ref(frame.function.module, st.error, frame)
        values = self._program.eval(ref)
        if any(isinstance(v, CaughtError) for v in values):
            return list(active) or self._of_caught(values)
        types = self._raised_types(ref)
        if not types:
            return list(active) if any(isinstance(v, Unknown) for v in values) else []
        source = active or self._from_arguments(ref)
        return [Failure(f.mode, types, f.call, ref, f.passed) for f in source]

    def _of_caught(self, values: Iterable[Abstract]) -> list[Failure]:
        """`raise error` after the handler that saved it."""
        found: list[Failure] = []
        for value in values:
            if isinstance(value, CaughtError):
                site = self._app.error_sites.of_handler(value.ref)
                found += site.failures if site is not None else ()
        return found

    def _raised_types(self, ref: Ref) -> tuple[External | ClassRef, ...]:
        found: list[External | ClassRef] = []
        for value in self._program.eval(ref):
            if isinstance(value, Instance):
                found.append(ClassRef(value.cls))
            elif isinstance(value, ClassRef):
                found.append(value)
            elif isinstance(value, Obj) and value.maker:
                found.append(External(value.maker))
            elif isinstance(value, External):
                found.append(value)
        return tuple(dict.fromkeys(found))

    def _from_arguments(self, ref: Ref) -> tuple[Failure, ...]:
        """`raise Error(response)` outside a test or handler."""
        node = ref.module.values[ref.vid]
        if not isinstance(node, s.Call):
            return ()
        found: list[Failure] = []
        for arg in node.args:
            values = self._program.at(ref, arg.value)
            for call in self._app.responses.calls_of(values):
                found.append(Failure(STATUS, self._types(call.library, "status"), call))
            found += self._of_caught(values)
        return tuple(found)

    # -- context managers

    def _in_with(self, st: s.With, frame: Frame, active: tuple[Failure, ...]) -> list[Failure]:
        left = self.raised(st.body, frame, active)
        for item in st.items:
            left = self._past(item, frame, left)
        return left

    def _past(self, item: s.WithItem, frame: Frame, left: list[Failure]) -> list[Failure]:
        """What gets past a context manager that catches."""
        ref = Ref(frame.function.module, item.context, frame)
        for value in self._program.eval(ref):
            suppressed = self.suppressed(value)
            if suppressed:
                return [f for f in left if not self.catches_all(suppressed, f)]
            if isinstance(value, Obj) and value.type == "generator" and value.site is not None:
                for inner in self._program.called_frames(value.site):
                    if left:
                        return [f for f in self.escapes(inner) if True]
            if isinstance(value, Instance) and self.swallows(value):
                return []
        return left

    def swallows(self, value: Instance) -> bool:
        """Whether a class's `__exit__` can return true."""
        for name in ("__exit__", "__aexit__"):
            key = self._program.classes.method(value.cls, name)
            if key is not None:
                frame = self._program.method_frame(key, value)
                results = self._program.returned(frame)
                if any(isinstance(v, Known) and v.value is True for v in results) or any(
                    not isinstance(v, Known) for v in results
                ):
                    return True
        return False

    def suppressed(self, value: Abstract) -> list[Abstract]:
        """The types that `contextlib.suppress(…)` is made with."""
        if isinstance(value, Obj) and value.maker == "contextlib.suppress" and value.site is not None:
            found: list[Abstract] = []
            for given in self._program.arguments(value.site).positional:
                if isinstance(given, Ref):
                    found += self._program.calling.exception_types(given)
            return found
        return []

    def _is_yield(self, st: s.Expr, frame: Frame) -> bool:
        return isinstance(frame.function.module.values[st.value], s.Received) and bool(
            CONTEXTS & self._program.decorations(frame.function)
        )

    def _at_yield(self, frame: Frame) -> list[Failure]:
        """What the bodies of `with manager():` raise comes up at the manager's yield."""
        found: list[Failure] = []
        for outer, st in self.with_users.get(frame.function, []):
            found += self.raised(st.body, outer)
        return found

    @cached_property
    def with_users(self) -> dict[FunctionKey, list[tuple[Frame, s.With]]]:
        """The `with` statements that enter a generator of the program, by its function."""
        found: dict[FunctionKey, list[tuple[Frame, s.With]]] = {}
        for module in list(self._program.table.loaded()):
            for function in module.summary.functions:
                frame = self._program.root(FunctionKey(module, function.number))
                for st in statements(function.body):
                    if isinstance(st, s.With):
                        for item in st.items:
                            for value in self._program.eval(Ref(module, item.context, frame)):
                                if isinstance(value, Obj) and value.type == "generator" and value.site:
                                    for inner in self._program.called_frames(value.site):
                                        found.setdefault(inner.function, []).append((frame, st))
        return found


def _after(failure: Failure, active: tuple[Failure, ...]) -> Failure:
    """The failure that `raise_for_status` brings up once a branch or handler has dealt with it."""
    if failure.raised is None and not failure.passed and failure.mode == STATUS:
        for dealt in active:
            if dealt.call == failure.call and dealt.mode == STATUS:
                return replace(failure, passed=dealt.passed)
    return failure


def _func(module: Module, vid: s.ValueId) -> s.ValueId:
    node = module.values[vid]
    assert isinstance(node, s.Call)
    return node.func
