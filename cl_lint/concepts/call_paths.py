"""Chains of callers above a function, and what runs below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..program import Frame, FunctionKey, Ref

if TYPE_CHECKING:
    from ..program import Program

MAX_CHAINS = 40
MAX_LENGTH = 6
MAX_BELOW = 300

Chain = tuple[Frame, tuple[Ref, ...]]


class CallPaths:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._chains: dict[FunctionKey, list[Chain]] = {}
        self._below: dict[tuple[Frame, bool], tuple[Frame, ...]] = {}
        self._called: dict[Frame, tuple[Frame, ...]] = {}

    def chains(self, key: FunctionKey) -> list[Chain]:
        """Frames of the function, one per chain of callers up to a function that nobody calls,
        each with its call sites, nearest first."""
        known = self._chains.get(key)
        if known is None:
            known = self._chains[key] = self._climb(key, (key,))
        return known

    def _climb(self, key: FunctionKey, above: tuple[FunctionKey, ...]) -> list[Chain]:
        callers = self._program.callers(key) if len(above) <= MAX_LENGTH else []
        found: list[Chain] = []
        for frame in callers:
            call = frame.call
            if call is None or call.frame.function in above:
                continue
            for outer, chain in self._climb(call.frame.function, (*above, call.frame.function)):
                site = Ref(call.module, call.vid, outer)
                inner = [f for f in self._program.called_frames(site) if f.function == key]
                for one in inner or [frame]:
                    found.append((one, (site, *chain)))
                    if len(found) >= MAX_CHAINS:
                        return found
        return found or [(self._program.root(key), ())]

    def called(self, frame: Frame) -> tuple[Frame, ...]:
        """The frames that the calls of a frame's function enter."""
        known = self._called.get(frame)
        if known is None:
            module = frame.function.module
            found: dict[Frame, None] = {}
            for vid in self._program.function(frame.function).calls:
                found.update(dict.fromkeys(self._program.called_frames(Ref(module, vid, frame))))
            special = self._program.special_methods
            for vid in special.places(frame.function):
                found.update(dict.fromkeys(special.frames(Ref(module, vid, frame))))
            for statement in module.statements(frame.function.number):
                found.update(dict.fromkeys(special.of_statement(statement, frame)))
            known = self._called[frame] = tuple(found)
        return known

    def below(self, frame: Frame, among: frozenset[FunctionKey] | None = None) -> tuple[Frame, ...]:
        """The frame itself and every frame entered from it, at any depth (bounded); only those of functions
        `among` some, where given, by way of such functions."""
        if among is not None and frame.function not in among:
            return ()
        question = (frame, among is None)
        known = self._below.get(question)
        if known is None:
            seen: dict[FunctionKey, int] = {}
            order: dict[Frame, None] = {frame: None}
            todo = [frame]
            while todo and len(order) < MAX_BELOW:
                for inner in self.called(todo.pop()):
                    count = seen.get(inner.function, 0)
                    if inner not in order and count < 4 and (among is None or inner.function in among):
                        seen[inner.function] = count + 1
                        order[inner] = None
                        todo.append(inner)
            known = self._below[question] = tuple(order)
        return known
