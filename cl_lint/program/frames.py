"""Frames: the context in which a function's values are evaluated."""

from __future__ import annotations

from dataclasses import dataclass

from .values import Abstract, FunctionKey, Ref

MAX_DEPTH = 12
"""Calls remembered on the way to a value; deeper ones are evaluated without their caller."""

MAX_ACTIVE = 2
"""Activations of one function on the way to a value that are told apart."""


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
            frame = _folded(function, call, closure) or Frame(function, call, receiver, closure, depth, extra)
            self._made[key] = frame
        return frame


def _folded(function: FunctionKey, call: Ref | None, closure: Frame | None) -> Frame | None:
    """The activation that one of a function that runs itself, by whatever way, is taken for: from
    the third on they are one, or wrappers that may wrap each other would have as many as there are
    orders of them."""
    active = 0
    around = call.frame if call is not None else None
    while around is not None:
        if around.function == function and around.closure is closure:
            active += 1
            if active == MAX_ACTIVE:
                return around
        around = around.call.frame if around.call is not None else None
    return None
