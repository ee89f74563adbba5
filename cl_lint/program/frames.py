"""Frames: the context in which a function's values are evaluated."""

from __future__ import annotations

from dataclasses import dataclass

from .values import Abstract, FunctionKey, Ref

MAX_DEPTH = 12
"""Calls remembered on the way to a value; deeper ones are evaluated without their caller."""


@dataclass(frozen=True, eq=False)
class Frame:
    """One activation of `function`.

    `call` is the call that made it (its `frame` is the caller's), None when any caller may have.
    `receiver` is what `self` or `cls` is, `closure` the frame of the function around it.
    `extra` is set where the call is not spelled by the program as such: an event hook or a
    callback called by a library with one positional argument. Frames are interned by `Frames`:
    equal ones are identical.
    """

    function: FunctionKey
    call: Ref | None
    receiver: Abstract | None
    closure: Frame | None
    depth: int
    extra: Abstract | None = None


class Frames:
    """Makes frames, each once."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], Frame] = {}

    def make(
        self,
        function: FunctionKey,
        call: Ref | None = None,
        receiver: Abstract | None = None,
        closure: Frame | None = None,
        extra: Abstract | None = None,
    ) -> Frame:
        depth = call.frame.depth + 1 if call else 0
        if depth > MAX_DEPTH:
            call, depth = None, 0
        key = (function, call, receiver, closure, extra)
        frame = self._made.get(key)
        if frame is None:
            frame = self._made[key] = Frame(function, call, receiver, closure, depth, extra)
        return frame
