"""Polling: API resources that are read again and again although a notification exists for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Union

from ..models.retry_rows import Sleep
from ..program import Abstract, External, Frame, FunctionKey, Known, Module, Ref
from ..program.binding import closure_of
from ..program.texts import text_template
from ..syntax import summary as s
from ..syntax.traverse import calls_of, statements
from .definitions import sources
from .retry_loops import exits_on_success
from .urls import service, url_path

if TYPE_CHECKING:
    from .api_calls import ApiCall, Context
    from .application import Application

Loop = Union[s.While, s.For]
NOTIFIED = re.compile(
    r"/(presentities|presences?|conversations|messages|participants|calls|users|accounts)(?=/|$)"
)
ENDLESS = frozenset({"itertools.count", "itertools.repeat", "itertools.cycle", "builtins.iter"})
REARMING = frozenset({"after", "Timer", "call_later", "singleShot", "schedule_once", "enter"})
REPEATING = frozenset(
    (
        "add_job do schedule_interval timeout_add timeout_add_seconds set_interval run_repeating "
        "add_periodic_task PeriodicCallback"
    ).split()
)
DECORATING = frozenset({"scheduled_job", "repeat_every", "periodic_task"})
TICKS = "timeout"
"""The signal of Qt's timers."""


@dataclass(frozen=True)
class Poll:
    """A loop or a repeating task at `span` of `module`, and the API call by which it asks; `context` is that
    call as the loop comes to make it, None where that is not known."""

    module: Module
    span: s.Span
    call: ApiCall
    is_loop: bool
    context: Context | None = None


class Polling:
    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program

    @cached_property
    def all(self) -> tuple[Poll, ...]:
        if not any(self._is_notified(call) for call in self._app.api_calls.all):
            return ()
        return (*self._loops(), *self._tasks(), *self._decorated())

    def _is_notified(self, call: ApiCall) -> bool:
        """Whether the call reads a resource for which the Notification API has a topic."""
        return self._reads_notified(call.method, call.urls)

    def _reads_notified(self, method: str, urls: Iterable[Abstract]) -> bool:
        if method not in ("GET", ""):
            return False
        for url in urls:
            pair = text_template(url_path(url))
            if service(url) == "presence" or (pair is not None and NOTIFIED.search(pair[0])):
                return True
        return False

    def _polling_context(self, call: ApiCall, site: Ref | None, frames: Iterable[Frame]) -> Context | None:
        """The call as the loop's call at `site` makes it, by way of `frames`, where it reads what is
        notified. A wrapper that reads for others may do something else here."""
        frames = list(frames)
        inside = {
            inner.function
            for frame in frames
            for inner in self._app.api_calls.paths.below(frame, self._app.api_calls.reaching)
        }
        spot = None if site is None else (site.module, site.vid)
        for context in self._app.api_calls.contexts(call):
            made_here = not context.chain or any((r.module, r.vid) == spot for r in context.chain)
            if site is None:
                made_here = any(call.function == frame.function for frame in frames) or any(
                    r.frame.function in inside for r in context.chain
                )
            if (made_here or context.chain[-1].frame.function in inside) and self._reads_notified(
                context.method, context.urls
            ):
                return context
        return None

    # -- loops

    def _loops(self) -> Iterator[Poll]:
        for module in list(self._program.table.loaded()):
            for function in module.summary.functions:
                frame = self._program.root(FunctionKey(module, function.number))
                for statement in module.statements(function.number):
                    if isinstance(statement, (s.While, s.For)):
                        context = self._polled(module, statement, frame)
                        if context is not None:
                            yield Poll(module, statement.span, context.call, True, context)

    def _polled(self, module: Module, loop: Loop, frame: Frame) -> Context | None:
        calls = [Ref(module, vid, frame) for vid in self._calls(loop)]
        if not any(self._sleeps(ref) for ref in calls):
            return None
        if isinstance(loop, s.For) and not self._is_endless(Ref(module, loop.iterable, frame)):
            return None
        if (
            isinstance(loop, s.While)
            and self._app.responses.test(Ref(module, loop.test, frame))[0] is not None
        ):
            return None  # it repeats while the request fails
        for ref in calls:
            for call in self._app.api_calls.reached(ref):
                if not self._is_notified(call) or self._is_paging(ref, loop):
                    continue
                context = self._polling_context(call, ref, self._program.called_frames(ref))
                if context is not None:
                    return None if exits_on_success(self._app, loop, frame) else context
        return None

    def _calls(self, loop: Loop) -> Iterator[s.ValueId]:
        """The calls of each pass; those of handlers only wait after a failure."""
        yield from loop.calls
        handled = {
            id(x)
            for t in statements(loop.body)
            if isinstance(t, s.Try)
            for h in t.handlers
            for x in statements(h.body)
        }
        for statement in statements(loop.body):
            if id(statement) not in handled and not isinstance(statement, s.Try):
                yield from calls_of(statement)

    def _sleeps(self, ref: Ref) -> bool:
        rows = self._app.models
        return any(
            isinstance(c, External) and rows.row(Sleep, c.name) is not None
            for c in self._program.callees(ref)
        )

    def _is_endless(self, iterable: Ref) -> bool:
        values = self._program.eval(iterable)
        return any(getattr(v, "maker", "") in ENDLESS for v in values)

    def _is_paging(self, ref: Ref, loop: Loop) -> bool:
        """Whether what is asked for is taken from the last answer, and the answers come to an end."""
        node = ref.module.values[ref.vid]
        args = node.args if isinstance(node, s.Call) else ()
        taken = any(
            self._from_answer(Ref(ref.module, a.value, ref.frame), ref) for a in args if a.name != "headers"
        )
        ends = any(isinstance(x, (s.Break, s.Return)) for x in statements(loop.body))
        return taken and (ends or not self._is_forever(ref, loop))

    def _from_answer(self, argument: Ref, call: Ref) -> bool:
        return any(r.module is call.module and r.vid == call.vid for r in sources(self._program, argument))

    def _is_forever(self, ref: Ref, loop: Loop) -> bool:
        return isinstance(loop, s.While) and Known(True) in self._program.eval(
            Ref(ref.module, loop.test, ref.frame)
        )

    # -- repeating tasks

    def _tasks(self) -> Iterator[Poll]:
        for module in list(self._program.table.loaded()):
            for vid, node in module.of(s.Call):
                if not node.args:
                    continue
                name = getattr(module.values[node.func], "name", None)
                if name not in REARMING and name not in REPEATING and not self._ticks(module, node):
                    continue
                ref = Ref(module, vid, self._program.root(FunctionKey(module, module.summary.owners[vid])))
                context = self._repeated(ref, node, name in REARMING)
                if context is not None:
                    yield Poll(module, module.summary.spans[vid], context.call, False, context)

    def _decorated(self) -> Iterator[Poll]:
        """Functions that a scheduler's decorator has run again and again."""
        for module in list(self._program.table.loaded()):
            for function in module.summary.functions:
                for vid in function.decorators:
                    node = module.values[vid]
                    func = module.values[node.func] if isinstance(node, s.Call) else None
                    if getattr(func, "name", None) not in DECORATING:
                        continue
                    context = self._asked_by(FunctionKey(module, function.number))
                    if context is not None:
                        yield Poll(module, module.summary.spans[vid], context.call, False, context)

    def _ticks(self, module: Module, node: s.Call) -> bool:
        """Whether a call connects a function to a timer's ticks: `timer.timeout.connect(self.poll)`, the
        timer not one that ticks once."""
        func = module.values[node.func]
        signal = module.values[func.base] if isinstance(func, s.Attr) and func.name == "connect" else None
        if not isinstance(signal, s.Attr) or signal.name != TICKS:
            return False
        root = self._program.module_frame(module)
        timer = self._program.spell(Ref(module, signal.base, root))
        return not any(
            m is module and timer and timer in self._program.spell(Ref(m, vid, root))
            for m, vid in self._program.callers_index.named("setSingleShot")
        )

    def _repeated(self, ref: Ref, node: s.Call, rearming: bool) -> Context | None:
        """The API call of a function that is run again and again: scheduled, or by itself each time."""
        for arg in node.args:
            for value in self._program.eval(Ref(ref.module, arg.value, ref.frame)):
                key = self._function(value)
                if key is None or (rearming and key != ref.frame.function):
                    continue
                context = self._asked_by(key)
                if context is not None:
                    return context
        return None

    def _asked_by(self, key: FunctionKey) -> Context | None:
        """The API call by which a function reads what is notified."""
        for call in self._app.api_calls.reached_by(key):
            if self._is_notified(call):
                context = self._polling_context(call, None, [self._program.root(key)])
                if context is not None:
                    return context
        return None

    def _function(self, value: Abstract) -> FunctionKey | None:
        pair = closure_of(value)
        return pair[0].function if pair is not None else None
