"""Failures that are left when control comes past statements that leave the function on success:
`if reply.ok: return …` and what follows, a loop of attempts that is run through."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..program import Frame, Ref
from ..syntax import summary as s
from ..syntax.traverse import statements
from .responses import FAILS, SUCCEEDS

if TYPE_CHECKING:
    from .failures import Failure, Failures

LEAVING = (s.Return, s.Raise, s.Break, s.Continue)


class Leftovers:
    def __init__(self, failures: Failures) -> None:
        self._failures = failures
        self._app = failures._app

    def before(self, block: s.Block, end: int, frame: Frame) -> tuple[Failure, ...]:
        """The failures left where statement `end` of a block begins."""
        found: dict[Failure, None] = {}
        for statement in block[:end]:
            found.update(dict.fromkeys(self._after(statement, frame, LEAVING)))
        return tuple(found)

    def _after(self, st: s.Statement, frame: Frame, leaving: tuple[type, ...]) -> list[Failure]:
        """What a statement leaves; `leaving` are the statements by which success goes elsewhere."""
        if isinstance(st, s.If):
            return self._after_if(st, frame, leaving)
        if isinstance(st, s.With):
            return self._in_block(st.body, frame, leaving)
        if isinstance(st, s.Try):
            inner = [*self._in_block(st.body, frame, leaving), *self._in_block(st.orelse, frame, leaving)]
            returns = self._holds(st.body, s.Return) or self._holds(st.orelse, s.Return)
            return inner + (self._past_handlers(st, frame) if returns else [])
        if isinstance(st, (s.For, s.While)):
            found = self._in_block(st.body, frame, (s.Return,))
            if self._holds(st.body, s.Return):
                for inner_st in st.body:
                    for part in (inner_st, *(inner_st.body if isinstance(inner_st, s.With) else ())):
                        if isinstance(part, s.Try):
                            found += self._past_handlers(part, frame)
            return found
        return []

    def _in_block(self, block: s.Block, frame: Frame, leaving: tuple[type, ...]) -> list[Failure]:
        return [f for st in block for f in self._after(st, frame, leaving)]

    def _after_if(self, st: s.If, frame: Frame, leaving: tuple[type, ...]) -> list[Failure]:
        leaves = [isinstance(b[-1], leaving) if b else False for b in (st.then, st.orelse)]
        if leaves[0] == leaves[1]:
            return []
        said, about = self._app.responses.test(Ref(frame.function.module, st.test, frame))
        if said != (SUCCEEDS if leaves[0] else FAILS):
            return []
        mark = (frame.function, -1 - st.span[0])
        calls = dict.fromkeys(self._app.responses.calls_of(about))
        return [replace(self._failures.of_status(c), passed=(mark,)) for c in calls]

    def _past_handlers(self, st: s.Try, frame: Frame) -> list[Failure]:
        """What the handlers of a `try` statement catch and do not pass on."""
        failures = self._failures
        left = failures.raised(st.body, frame)
        found: list[Failure] = []
        for handler in st.handlers:
            types = failures.handler_types(frame.function.module, frame, handler.type)
            if not (handler.body and isinstance(handler.body[-1], (s.Return, s.Raise))):
                mark = (frame.function, handler.number)
                found += [replace(f, passed=(*f.passed, mark)) for f in left if failures.catches(types, f)]
            left = [f for f in left if not failures.catches_all(types, f)]
        return found

    def _holds(self, block: s.Block, kind: type) -> bool:
        return any(isinstance(st, kind) for st in statements(block))
