"""Error sites: where the failure of an API call is handled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Union

from ..findings import Confidence, Place
from ..program import (
    Abstract,
    ClassRef,
    Container,
    External,
    Frame,
    FunctionKey,
    Instance,
    Known,
    Module,
    Ref,
)
from ..program.binding import closure_of
from ..syntax import summary as s
from ..syntax.traverse import statements
from .dispatching import chosen_on_failure
from .failures import STATUS, Failure
from .hooks import hook_frames
from .log_records import LogCall
from .responses import FAILS, FAILS_SOME, SUCCEEDS
from .returned_errors import returned_errors

if TYPE_CHECKING:
    from .application import Application

NEXT_HANDLERS = ("handler", "call_next", "get_response")
REGISTERING = ("add_exception_handler", "register_error_handler", "add_error_handler")
APPLICATIONS = ("FastAPI", "Starlette", "Litestar")
HANDLER, BRANCH, SUPPRESS, EXIT = "handler", "branch", "suppress", "exit"
FRAMEWORK, FINALLY, CATCHER = "framework", "finally", "catcher"


@dataclass(frozen=True, eq=False)
class ErrorSite:
    """Where an API error is handled.

    `kind`: HANDLER (an except clause), BRANCH (a branch on a failing status), SUPPRESS
    (contextlib.suppress and the like), EXIT (an `__exit__` that swallows), FRAMEWORK (an error
    handler registered with a web framework). `starts` is what the failing path begins with: a
    block, and for a branch without one the statement itself. `mark` is how failures that pass
    through name this site.
    """

    kind: str
    frame: Frame
    statement: Union[s.Try, s.If, s.Match, s.With, s.Return, s.Expr, s.Bind, None]
    block: s.Block | None
    failures: tuple[Failure, ...]
    span: s.Span
    mark: tuple[FunctionKey, int]
    types: tuple[Abstract, ...] = ()
    case: s.Case | None = None
    logs: tuple[LogCall, ...] = ()

    @property
    def module(self) -> Module:
        return self.frame.function.module

    @property
    def confidence(self) -> Confidence:
        return max((f.call.confidence for f in self.failures), key=lambda c: c.rank)


class ErrorSites:
    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._handlers: dict[tuple[Module, int], ErrorSite | None] = {}
        self._asked: dict[Ref, ErrorSite | None] = {}
        self._building = False
        self._looking = False
        self._chains: dict[Frame, list[s.If]] = {}

    def place(self, site: ErrorSite) -> Place:
        return self._app.place(site.module, site.span)

    def else_place(self, site: ErrorSite) -> Place | None:
        """Where the failing path of `if reply.ok: … else: …` begins, which is shown with its test."""
        st = site.statement
        first = site.block[0] if site.block else None
        if not isinstance(st, s.If) or site.block is not st.orelse or site.span != st.span:
            return None
        span = getattr(first, "span", None)
        return self._app.place(site.module, span) if span else None

    # -- handlers, by number

    def of_handler(self, ref: Ref) -> ErrorSite | None:
        """The site of the handler whose `Caught` value stands at `ref`, or of the call at `ref` by which a
        future tells its error; None when no API error can arrive there."""
        node = ref.module.values[ref.vid]
        if not isinstance(node, s.Caught):
            return self._of_asked(ref)
        key = (ref.module, node.handler)
        if key not in self._handlers:
            self._handlers[key] = None  # a handler that is asked about while it is looked into
            self._handlers[key] = self._handler_site(ref.module, node.handler)
        return self._handlers[key]

    def _of_asked(self, ref: Ref) -> ErrorSite | None:
        if ref not in self._asked:
            self._asked[ref] = None
            left = tuple(dict.fromkeys(self._app.failures.kept.told(ref)))
            if left:
                span = ref.module.summary.spans[ref.vid]
                mark = (ref.frame.function, -1 - span[0])
                self._asked[ref] = ErrorSite(BRANCH, ref.frame, None, (), left, span, mark)
        return self._asked[ref]

    def _handler_site(self, module: Module, number: int) -> ErrorSite | None:
        owner = FunctionKey(module, module.summary.handlers[number][1])
        frame = self._program.root(owner)
        for st in statements(self._program.function(owner).body):
            if isinstance(st, s.Try) and any(h.number == number for h in st.handlers):
                return next((x for x in self._of_try(st, frame) if x.mark[1] == number), None)
        return None

    def _of_try(self, st: s.Try, frame: Frame) -> Iterator[ErrorSite]:
        failures = self._app.failures
        left = failures.raised(st.body, frame)
        for handler in st.handlers:
            types = failures.handler_types(frame.function.module, frame, handler.type)
            caught = tuple(dict.fromkeys(self._narrow(f, types) for f in left if failures.catches(types, f)))
            if caught and not self._says_an_answer(caught):
                yield ErrorSite(
                    HANDLER,
                    frame,
                    st,
                    handler.body,
                    caught,
                    handler.span,
                    (frame.function, handler.number),
                    tuple(types),
                )
            left = [f for f in left if not failures.catches_all(types, f)]

    def _says_an_answer(self, caught: tuple[Failure, ...]) -> bool:
        """Whether a handler gets nothing but what the application treats as an answer."""
        return all(f.types and all(t in self._app.answer_classes for t in f.types) for f in caught)

    def _narrow(self, failure: Failure, types: Sequence[Abstract]) -> Failure:
        """The failure with the classes that the handler catches of it."""
        kept = tuple(t for t in failure.types if any(self._app.failures._is_a(t, h) for h in types))
        return replace(failure, types=kept or failure.types)

    def given_to(self, key: FunctionKey, name: str) -> tuple[Failure, ...]:
        """The failures that a framework or a `with` statement hands to a function's parameter."""
        if self._building:
            return ()
        site = self._given.get(key)
        if site is None:
            return ()
        params = self._program.function(key).params
        index = 2 if site.kind == EXIT else (1 if self._program.function(key).cls is not None else 0)
        names = [p.name for p in params]
        if site.kind == FRAMEWORK and len(names) > index + 1:
            index += 1 if names[index] in ("request", "req", "ctx") else 0
        return site.failures if index < len(names) and names[index] == name else ()

    @cached_property
    def _given(self) -> dict[FunctionKey, ErrorSite]:
        return {x.frame.function: x for x in self.all if x.kind in (FRAMEWORK, EXIT)}

    # -- all sites

    @cached_property
    def all(self) -> tuple[ErrorSite, ...]:
        self._building = True
        try:
            return self._find_all()
        finally:
            self._building = False

    def _find_all(self) -> tuple[ErrorSite, ...]:
        found: list[ErrorSite] = []
        if not self._app.api_calls.all:
            return ()
        for module in list(self._program.table.loaded()):
            for function in module.summary.functions:
                key = FunctionKey(module, function.number)
                found += self._in_function(key, self._program.root(key))
        for call in self._app.api_calls.all:
            for frame in hook_frames(self._app, call):
                found += self._in_function(frame.function, frame)
        return tuple(found)

    @cached_property
    def outer_marks(self) -> frozenset[tuple[FunctionKey, int]]:
        """Sites whose failures arrive at another site further out."""
        return frozenset(m for site in self.all for f in site.failures for m in f.passed if m != site.mark)

    def _in_function(self, key: FunctionKey, frame: Frame) -> Iterator[ErrorSite]:
        function = self._program.function(key)
        for st in key.module.statements(key.number):
            if isinstance(st, s.Try):
                for handler in st.handlers:
                    site = self._numbered(key.module, handler.number)
                    if site is not None:
                        yield site
                yield from self._of_finally(st, frame)
            elif isinstance(st, s.If):
                yield from self._of_if(st, frame)
            elif isinstance(st, s.Match):
                yield from self._of_match(st, frame)
            elif isinstance(st, s.With):
                yield from self._of_with(st, frame)
            elif isinstance(st, s.Return) and st.value is not None:
                yield from self._of_conditional(st, frame)
            elif isinstance(st, (s.Bind, s.Expr)):
                yield from self._of_kept(st, frame)
        yield from self._of_framework(function, frame)
        yield from self._of_catcher(function, frame)
        for chosen, about in chosen_on_failure(self._app, frame):
            mark = (chosen, -1)
            failures = self._status_failures(about, mark)
            if failures:
                body = self._program.function(chosen)
                root = self._program.root(chosen)
                yield ErrorSite(BRANCH, root, None, body.body, failures, body.span, mark)

    def _of_catcher(self, function: s.Function, frame: Frame) -> Iterator[ErrorSite]:
        """`@logger.catch`: a decorator that logs what escapes, and drops it."""
        module = frame.function.module
        for vid in function.decorators:
            ref = Ref(module, vid, frame.closure or frame)
            if self._app.failures.catcher(ref):
                left = tuple(dict.fromkeys(self._app.failures.raised(function.body, frame)))
                if left:
                    log = LogCall(ref, "loguru", True, True, -1)
                    mark = (frame.function, -1)
                    yield ErrorSite(
                        CATCHER, frame, None, (), left, module.summary.spans[vid], mark, logs=(log,)
                    )

    def _of_finally(self, st: s.Try, frame: Frame) -> Iterator[ErrorSite]:
        """`finally: return …` drops whatever is being raised."""
        ends = next((x for x in st.final if isinstance(x, s.Return)), None)
        if ends is None:
            return
        left = self._app.failures.raised(st.body, frame)
        for handler in st.handlers:
            types = self._app.failures.handler_types(frame.function.module, frame, handler.type)
            left = [f for f in left if not self._app.failures.catches_all(types, f)]
        if left:
            first = getattr(st.final[0], "span", st.span)
            yield ErrorSite(
                FINALLY,
                frame,
                None,
                st.final,
                tuple(dict.fromkeys(left)),
                first,
                (frame.function, -1 - first[0]),
            )

    def _numbered(self, module: Module, number: int) -> ErrorSite | None:
        key = (module, number)
        if key not in self._handlers:
            self._handlers[key] = None
            self._handlers[key] = self._handler_site(module, number)
        return self._handlers[key]

    def _status_failures(
        self, about: list[Abstract], mark: tuple[FunctionKey, int], test: Ref | None = None
    ) -> tuple[Failure, ...]:
        """The failures of responses that a `test` finds failing."""
        calls = dict.fromkeys(self._app.responses.calls_of(about))
        noted = self._app.failures.noted.marks(about, test) if test is not None else ()
        passed = tuple(dict.fromkeys((*noted, mark)))
        return tuple(replace(self._app.failures.of_status(c), passed=passed) for c in calls)

    def _of_if(self, st: s.If, frame: Frame) -> Iterator[ErrorSite]:
        test = Ref(frame.function.module, st.test, frame)
        verdict, about = self._app.responses.test(test)
        if verdict not in (FAILS, SUCCEEDS, FAILS_SOME) or not about:
            if verdict is None:
                yield from self._of_returned_error(st, test)
            return
        mark = (frame.function, -1 - st.span[0])
        failures = self._status_failures(about, mark, test)
        if not failures:
            return
        block: s.Block | None = st.then if verdict in (FAILS, FAILS_SOME) else (st.orelse or None)
        span = st.span
        if verdict == SUCCEEDS and len(st.orelse) == 1 and isinstance(st.orelse[0], s.If):
            inner: s.Block = st.orelse
            while len(inner) == 1 and isinstance(inner[0], s.If):
                said = self._app.responses.test(Ref(frame.function.module, inner[0].test, frame))
                if said[0] in (FAILS, SUCCEEDS, FAILS_SOME):
                    return  # the `elif` is the site
                inner = inner[0].orelse
        yield ErrorSite(BRANCH, frame, st, block, failures, span, mark)
        if (
            verdict in (FAILS, FAILS_SOME)
            and st.orelse
            and st in self._after_success(frame)
            and not isinstance(st.orelse[0], s.If)
        ):
            first = getattr(st.orelse[0], "span", span)
            rest = (frame.function, -1 - first[0])
            failures = self._status_failures(about, rest, test)
            yield ErrorSite(BRANCH, frame, st, st.orelse, failures, first, rest)

    def _of_returned_error(self, st: s.If, test: Ref) -> Iterator[ErrorSite]:
        """`if isinstance(answer, Exception):` where a function gives back the error that it has caught, and
        `if task.exception():`."""
        found = returned_errors(self._app, st, test)
        here = tuple(dict.fromkeys(self._narrow(f, found.types) for f in found.failures))
        if here:
            mark = (test.frame.function, -1 - st.span[0])
            block: s.Block | None = st.then if found.when else (st.orelse or None)
            yield ErrorSite(BRANCH, test.frame, st, block, here, st.span, mark, found.types)

    def _after_success(self, frame: Frame) -> list[s.If]:
        """The `elif`s of chains that begin by testing for success: what follows a failing one there
        is a failure too."""
        known = self._chains.get(frame)
        if known is None:
            known = self._chains[frame] = []
            for st in frame.function.module.statements(frame.function.number):
                if isinstance(st, s.If):
                    verdict, about = self._app.responses.test(Ref(frame.function.module, st.test, frame))
                    if (verdict == SUCCEEDS and about) or st in known:
                        known += [x for x in st.orelse[:1] if isinstance(x, s.If) and len(st.orelse) == 1]
        return known

    def _of_conditional(self, st: s.Return, frame: Frame) -> Iterator[ErrorSite]:
        """`return body if resp.ok else None`."""
        assert st.value is not None
        node = frame.function.module.values[st.value]
        if isinstance(node, s.Conditional):
            test = Ref(frame.function.module, node.test, frame)
            verdict, about = self._app.responses.test(test)
            if verdict in (FAILS, SUCCEEDS) and about:
                mark = (frame.function, -1 - st.span[0])
                failures = self._status_failures(about, mark, test)
                if failures:
                    yield ErrorSite(BRANCH, frame, st, (), failures, st.span, mark)

    def _of_match(self, st: s.Match, frame: Frame) -> Iterator[ErrorSite]:
        module = frame.function.module
        about = self._app.responses.subject(Ref(module, st.subject, frame), ("status",))
        tests = [
            (None, []) if c.test is None else self._app.responses.test(Ref(module, c.test, frame))
            for c in st.cases
        ]
        by_status = bool(about)
        about += [a for _, found in tests for a in found]
        if not about:
            return
        succeeded = by_status
        for case, (verdict, _) in zip(st.cases, tests, strict=True):
            fails = verdict in (FAILS, FAILS_SOME) or (case.test is None and succeeded)
            if fails or (by_status and self._is_failing(case, module, frame)):
                mark = (frame.function, -1 - case.span[0])
                failures = self._status_failures(about, mark)
                if failures:
                    yield ErrorSite(BRANCH, frame, st, case.body, failures, case.span, mark, case=case)
            succeeded = succeeded or verdict == SUCCEEDS

    def _is_failing(self, case: s.Case, module: Module, frame: Frame) -> bool:
        if case.irrefutable and case.guard is None:
            return True
        numbers = [
            v.value
            for vid in case.values
            for v in self._program.eval(Ref(module, vid, frame))
            if isinstance(v, Known)
        ]
        failing = [n for n in numbers if isinstance(n, int) and n >= 400]
        if case.guard is not None and not numbers:
            verdict, _ = self._app.responses.test(Ref(module, case.guard, frame))
            return verdict in (FAILS, FAILS_SOME)
        return len(failing) > 1 and len(failing) == len(numbers)

    def _of_with(self, st: s.With, frame: Frame) -> Iterator[ErrorSite]:
        failures = self._app.failures
        left = tuple(dict.fromkeys(failures.raised(st.body, frame)))
        if not left:
            return
        for item in st.items:
            for value in self._program.eval(Ref(frame.function.module, item.context, frame)):
                types = failures.suppressed(value)
                caught = tuple(f for f in left if types and failures.catches(types, f))
                if caught:
                    mark = (frame.function, -1 - st.span[0])
                    yield ErrorSite(SUPPRESS, frame, st, (), caught, st.span, mark, tuple(types))
                if failures.catcher(Ref(frame.function.module, item.context, frame)):
                    log = LogCall(Ref(frame.function.module, item.context, frame), "loguru", True, True, -1)
                    mark = (frame.function, -1 - st.span[0])
                    yield ErrorSite(CATCHER, frame, None, (), left, st.span, mark, logs=(log,))
                if isinstance(value, Instance) and failures.swallows(value):
                    yield from self._of_exit(value, left)

    def _of_kept(self, st: s.Bind | s.Expr, frame: Frame) -> Iterator[ErrorSite]:
        """`await gather(…, return_exceptions=True)` whose errors nobody looks at."""
        kept, module = self._app.failures.kept, frame.function.module
        for vid in kept.keeping(st.calls, frame):
            if kept.are_dropped(vid, st, frame):
                left = tuple(dict.fromkeys(kept.failures(vid, frame)))
                if left:
                    mark = (frame.function, -1 - st.span[0])
                    yield ErrorSite(SUPPRESS, frame, None, (), left, module.summary.spans[vid], mark)

    def _of_exit(self, value: Instance, left: tuple[Failure, ...]) -> Iterator[ErrorSite]:
        for name in ("__exit__", "__aexit__"):
            key = self._program.classes.method(value.cls, name)
            if key is not None:
                function = self._program.function(key)
                frame = self._program.method_frame(key, Instance(value.cls))
                yield ErrorSite(EXIT, frame, None, function.body, left, function.span, (key, -1))

    def _of_framework(self, function: s.Function, frame: Frame) -> Iterator[ErrorSite]:
        """`@app.errorhandler(Error)`: what escapes from the program and is an Error."""
        module = frame.function.module
        types: list[Abstract] = []
        for vid in function.decorators:
            node = module.values[vid]
            if isinstance(node, s.Call) and node.args:
                func = module.values[node.func]
                if isinstance(func, s.Attr) and func.name in (
                    "errorhandler",
                    "exception_handler",
                    "app_errorhandler",
                    "exception",
                ):
                    types += self._program.eval(Ref(module, node.args[0].value, frame.closure or frame))
        types += self._registered.get(frame.function, [])
        if function.name == "process_exception" and function.cls is not None and len(function.params) == 3:
            yield from self._of_process_exception(function, frame)
            return
        kinds = [t for t in types if isinstance(t, (ClassRef, External))]
        if not kinds:
            return
        caught = tuple(self._narrow(f, kinds) for f in self.escaping if self._app.failures.catches(kinds, f))
        if caught and function.params and not self._says_an_answer(caught):
            yield ErrorSite(
                FRAMEWORK,
                frame,
                None,
                function.body,
                caught,
                function.span,
                (frame.function, -1),
                tuple(kinds),
            )

    def _of_process_exception(self, function: s.Function, frame: Frame) -> Iterator[ErrorSite]:
        """Django's hook for what escapes from views; where it returns nothing the error goes on."""
        if self.escaping:
            mark = (frame.function, -1)
            yield ErrorSite(EXIT, frame, None, function.body, self.escaping, function.span, mark)

    def in_middleware(self, ref: Ref) -> tuple[Failure, ...]:
        """What the call of the next handler raises in a middleware: all that escapes from the program."""
        node = ref.module.values[ref.vid]
        func = ref.module.values[node.func] if isinstance(node, s.Call) else None
        if getattr(func, "name", None) not in NEXT_HANDLERS or self._looking:
            return ()
        if ref.frame.function not in self._middlewares:
            return ()
        return self.escaping

    @cached_property
    def _middlewares(self) -> frozenset[FunctionKey]:
        """Functions that stand between a web framework and its handlers: decorated as middleware, or given
        the next handler by one of the usual names."""
        found = set()
        for module in list(self._program.table.loaded()):
            for function in module.summary.functions:
                key = FunctionKey(module, function.number)
                names = {p.name for p in function.params}
                if (
                    "middleware" in self._program.decorations(key)
                    or {"request", "call_next"} <= names
                    or ({"request", "handler"} == names and function.number)
                    or (function.name == "__call__" and {"self", "request"} == names)
                    or (function.name == "middleware" and "request" in names)
                ):
                    found.add(key)
        return frozenset(found)

    @cached_property
    def _registered(self) -> dict[FunctionKey, list[Abstract]]:
        """The types for which functions are registered as error handlers by a call:
        `app.register_error_handler(Error, function)`, `FastAPI(exception_handlers={Error: function})`."""
        program = self._program
        found: dict[FunctionKey, list[Abstract]] = {}
        pairs: list[tuple[Ref, Ref]] = []
        for name in REGISTERING:
            for module, vid in program.callers_index.named(name):
                node = module.values[vid]
                frame = program.root(FunctionKey(module, module.summary.owners[vid]))
                args = node.args if isinstance(node, s.Call) else ()
                if len(args) == 2:
                    pairs.append((Ref(module, args[0].value, frame), Ref(module, args[1].value, frame)))
        for name in APPLICATIONS:
            for module, vid in program.callers_index.named(name):
                frame = program.root(FunctionKey(module, module.summary.owners[vid]))
                given = program.arguments(Ref(module, vid, frame)).keywords.get("exception_handlers", [])
                for value in program.eval_all(given):
                    shown = value.ref.module.values[value.ref.vid] if isinstance(value, Container) else None
                    if isinstance(value, Container) and isinstance(shown, s.Mapping):
                        where = value.ref
                        pairs += [
                            (Ref(where.module, k, where.frame), Ref(where.module, v, where.frame))
                            for k, v in shown.entries
                            if k is not None
                        ]
        for kind, function in pairs:
            for callee in program.eval(function):
                pair = closure_of(callee)
                if pair is not None:
                    types = program.calling.exception_types(kind)
                    found.setdefault(pair[0].function, []).extend(types)
        return found

    @cached_property
    def escaping(self) -> tuple[Failure, ...]:
        """Everything that gets out of functions which nobody in the program calls."""
        self._looking = True
        try:
            return self._find_escaping()
        finally:
            self._looking = False

    def _find_escaping(self) -> tuple[Failure, ...]:
        found: dict[Failure, None] = {}
        for module in list(self._program.table.loaded()):
            for function in module.summary.functions:
                key = FunctionKey(module, function.number)
                if function.number and not self._program.callers(key):
                    found.update(dict.fromkeys(self._app.failures.escapes(self._program.root(key))))
        return tuple(found)


def modes(site: ErrorSite) -> list[str]:
    """The modes of failure that arrive at a site, status first."""
    found = {f.mode for f in site.failures}
    return sorted(found, key=lambda m: m != STATUS)
