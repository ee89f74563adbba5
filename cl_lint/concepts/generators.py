"""Generators: which of them a statement runs through, now that calling one runs nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..program import Abstract, Container, External, Frame, FunctionKey, Instance, Module, Obj, Ref
from ..syntax import summary as s
from ..syntax.traverse import calls_of

if TYPE_CHECKING:
    from .application import Application

# What only promises items when it is made: its sources run when it is run through.
LAZY = frozenset(
    f"builtins.{name}" for name in ("enumerate", "zip", "map", "filter", "iter", "aiter", "reversed")
)
LAZY_MODULES = ("itertools.", "more_itertools.", "contextlib.")
CONTEXTS = frozenset({"contextmanager", "asynccontextmanager"})
DEPTH = 6


class Generators:
    """What running through values asks of the generators of the program."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._eager: dict[Module, dict[int, list[s.ValueId]]] = {}

    def run_by(self, st: s.Statement, frame: Frame) -> list[Frame]:
        """The frames of the generators that a statement's own expressions run through, not those that it
        only makes or hands to a function of the program, whose own statements tell."""
        module = frame.function.module
        found: dict[Frame, None] = {}
        for vid in self._run_through(st, frame):
            found.update(dict.fromkeys(self._sources(self._program.eval(Ref(module, vid, frame)))))
        return list(found)

    def _run_through(self, st: s.Statement, frame: Frame) -> Iterator[s.ValueId]:
        """The values whose items a statement takes."""
        module = frame.function.module
        if isinstance(st, s.For):
            yield st.iterable
        if isinstance(st, s.Expr):
            node = module.values[st.value]
            if isinstance(node, s.Received) and node.value is not None:  # yield from
                yield node.value
        entered = {i.context for i in st.items} if isinstance(st, s.With) else set()
        for vid in calls_of(st):
            call = module.values[vid]
            if isinstance(call, s.Call) and vid not in entered and self._takes_items(vid, frame):
                yield from (arg.value for arg in call.args)
        low, high = getattr(st, "span", (0, 0))
        for vid in self._comprehensions(frame.function):
            if low <= module.summary.spans[vid][0] < high:
                node = module.values[vid]
                assert isinstance(node, s.Comprehension)
                yield from node.sources

    def _takes_items(self, vid: s.ValueId, frame: Frame) -> bool:
        """Whether a call may run through its arguments where no function of the program tells."""
        ref = Ref(frame.function.module, vid, frame)
        if self._program.called_frames(ref):
            return False
        return not any(
            isinstance(c, External) and (c.name in LAZY or c.name.startswith(LAZY_MODULES))
            for c in self._program.callees(ref)
        )

    def _comprehensions(self, key: FunctionKey) -> list[s.ValueId]:
        """The comprehensions of a function that run where they stand."""
        known = self._eager.get(key.module)
        if known is None:
            known = self._eager[key.module] = {}
            for vid, node in key.module.of(s.Comprehension):
                if node.kind != "generator":
                    known.setdefault(key.module.summary.owners[vid], []).append(vid)
        return known.get(key.number, [])

    def _sources(self, values: Iterable[Abstract], depth: int = DEPTH) -> Iterator[Frame]:
        """The generators that running through a value runs."""
        for value in values if depth else ():
            if isinstance(value, Obj) and value.site is not None:
                if value.type == "generator":
                    for inner in self._program.called_frames(value.site):
                        if not CONTEXTS & self._program.decorations(inner.function):
                            yield inner
                elif value.maker in LAZY or value.maker.startswith(LAZY_MODULES):
                    for given in self._program.arguments(value.site).positional:
                        yield from self._sources(self._program.eval_given(given), depth - 1)
            elif isinstance(value, Instance):
                for inner in self._program.special_methods.opened(value):
                    yield inner
                    for given in self._program.returned(inner):
                        yield from self._program.special_methods.stepped(given)
                        if given != value:
                            yield from self._sources((given,), depth - 1)
            elif isinstance(value, Container):
                node = value.ref.module.values[value.ref.vid]
                if isinstance(node, s.Comprehension) and node.kind == "generator":
                    for vid in node.sources:
                        yield from self._sources(self._program.at(value.ref, vid), depth - 1)
