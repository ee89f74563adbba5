"""Branches that note a failing response and let it go on: `if not reply.ok: log.error(…)`, and then
`reply.raise_for_status()`, there or in a caller that gets the response; also in a helper that is given it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..program import Abstract, Frame, FunctionKey, Obj, Ref
from ..syntax import summary as s
from .leftovers import LEAVING
from .responses import FAILS, SUCCEEDS

if TYPE_CHECKING:
    from .api_calls import ApiCall
    from .application import Application

Mark = tuple[FunctionKey, int]
Test = tuple[s.If, str, "tuple[ApiCall, ...]"]
DEPTH = 8


class Noted:
    """Which branches a failing response has come through on its way."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._known: dict[Frame, list[Test]] = {}

    def marks(self, values: Iterable[Abstract], ref: Ref) -> tuple[Mark, ...]:
        """The marks of the branches that a failing response has come through before the place at `ref`: in
        the function of that place, above it, and in those between the request and that function."""
        found: dict[Mark, None] = {}
        here = ref.module.summary.spans[ref.vid][0]
        for value in values:
            call = self._app.responses.call_of(value)
            if call is None or not isinstance(value, Obj) or value.site is None:
                continue
            frame: Frame | None = value.site.frame
            for _ in range(DEPTH):
                if frame is None or frame.function == ref.frame.function:
                    break
                found.update(dict.fromkeys(self._in_function(frame, call)))
                frame = frame.call.frame if frame.call is not None else None
            found.update(dict.fromkeys(self._in_function(ref.frame, call, here)))
        return tuple(found)

    def _in_function(self, frame: Frame, call: ApiCall, end: int | None = None) -> list[Mark]:
        found = [
            (frame.function, -1 - st.span[0])
            for st, said, calls in self._tests(frame)
            if call in calls and _comes_through(st, said) and (end is None or st.span[0] < end)
        ]
        module = frame.function.module
        for vid in self._app.program.function(frame.function).calls:
            if end is None or module.summary.spans[vid][0] < end:
                for inner in self._app.program.called_frames(Ref(module, vid, frame)):
                    found += self._in_helper(inner, call)
        return found

    def _in_helper(self, frame: Frame, call: ApiCall) -> list[Mark]:
        """The branches on the failure in a function that is given the response, whatever they do next."""
        if frame.function == call.function:
            return []
        return [(frame.function, -1 - st.span[0]) for st, _, calls in self._tests(frame) if call in calls]

    def _tests(self, frame: Frame) -> list[Test]:
        """The branches of a function that tell failing responses from others, and of which calls."""
        known = self._known.get(frame)
        if known is None:
            self._known[frame] = []  # while it is looked into
            found: list[Test] = []
            for st in frame.function.module.statements(frame.function.number):
                if not isinstance(st, s.If):
                    continue
                said, about = self._app.responses.test(Ref(frame.function.module, st.test, frame))
                if said is not None and said in (FAILS, SUCCEEDS):
                    found.append((st, said, tuple(self._app.responses.calls_of(about))))
            known = self._known[frame] = found
        return known


def _comes_through(st: s.If, said: str) -> bool:
    """Whether a failing response goes through a branch of its own, and on behind it."""
    block = st.then if said == FAILS else st.orelse
    return bool(block) and not isinstance(block[-1], LEAVING)
