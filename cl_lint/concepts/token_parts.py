"""Parts of tokens: a value followed back to where a token was cut at its dots."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..program import External, FunctionKey, Known, Ref
from ..program.binding import closure_of
from ..syntax import summary as s
from .definitions import steps
from .token_origins import CUTS, Origin

if TYPE_CHECKING:
    from .application import Application

MOST = 500
FINDS = frozenset({"find", "rfind", "index", "rindex"})
REGEXES = frozenset({"re.split", "re.match", "re.fullmatch", "re.search", "re.findall", "re.finditer"})
DOT = re.compile(r"\\\.|\[\.\]|\[\^\.\]")


class Part(NamedTuple):
    """`cut` is the call (or slice) that takes the token apart, `passed` the calls on the way from it to
    the decoder."""

    origin: Origin
    cut: Ref
    passed: tuple[Ref, ...]


class TokenParts:
    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program

    def find(self, start: Ref) -> Part | None:
        """The CloudLink token of which `start` is made from a part, if it is."""
        todo: deque[tuple[Ref, tuple[Ref, ...]]] = deque([(start, ())])
        seen: set[Ref] = set()
        while todo and len(seen) < MOST:
            ref, passed = todo.popleft()
            if ref in seen:
                continue
            seen.add(ref)
            for whole in self._cut(ref):
                origin = self._app.token_origins.of(whole)
                if origin is not None:
                    return Part(origin, ref, (*passed, *self._callers(ref, whole)))
            todo += [(inner, (*passed, call) if call else passed) for inner, call in self._back(ref)]
        return None

    def _callers(self, ref: Ref, whole: Ref) -> Iterator[Ref]:
        """The calls that pass the token to the function which cuts it."""
        for frame in self._program.callers(ref.frame.function):
            if frame.call is not None and self._app.token_origins.of(Ref(whole.module, whole.vid, frame)):
                yield frame.call

    # -- cutting

    def _cut(self, ref: Ref) -> Iterator[Ref]:
        """What a value is cut from at a dot: `token.split(".")`, `token[a.index("."):]`, `re.split`."""
        node = ref.module.values[ref.vid]
        if isinstance(node, s.Call):
            func = ref.module.values[node.func]
            if isinstance(func, s.Attr) and func.name in CUTS and self._is_dot(ref, node):
                yield self._at(ref, func.base)
            yield from self._by_regex(ref, node)
        elif isinstance(node, s.Item) and self._up_to_dot(ref, node.key):
            yield self._at(ref, node.base)

    def _at(self, ref: Ref, vid: s.ValueId) -> Ref:
        return Ref(ref.module, vid, ref.frame)

    def _is_dot(self, ref: Ref, node: s.Call) -> bool:
        values = [v for a in node.args[:1] for v in self._program.eval(self._at(ref, a.value))]
        return any(isinstance(v, Known) and v.value in (".", b".") for v in values)

    def _by_regex(self, ref: Ref, node: s.Call) -> Iterator[Ref]:
        for callee in self._program.callees(ref):
            if not isinstance(callee, External):
                continue
            name = callee.name.replace("re.Pattern.", "re.").replace("re.compile().", "re.")
            if name not in REGEXES:
                continue
            own = callee.name == name
            pattern = (
                self._at(ref, node.args[0].value)
                if own and node.args
                else getattr(callee.receiver, "site", None)
            )
            texts = self._program.eval(pattern) if own and pattern else self._compiled(pattern)
            if any(isinstance(v, Known) and isinstance(v.value, str) and DOT.search(v.value) for v in texts):
                rest = node.args[1:2] if own else node.args[:1]
                yield from (self._at(ref, a.value) for a in rest)

    def _compiled(self, site: Ref | None) -> tuple[object, ...]:
        node = site.module.values[site.vid] if site is not None else None
        if site is None or not isinstance(node, s.Call) or not node.args:
            return ()
        return self._program.eval(self._at(site, node.args[0].value))

    def _up_to_dot(self, ref: Ref, key: s.ValueId) -> bool:
        bounds = ref.module.values[key]
        if not isinstance(bounds, s.Slice):
            return False
        return any(self._finds_dot(ref, vid, 4) for vid in (bounds.lower, bounds.upper) if vid is not None)

    def _finds_dot(self, ref: Ref, vid: s.ValueId, depth: int) -> bool:
        node = ref.module.values[vid]
        if isinstance(node, s.Call):
            func = ref.module.values[node.func]
            return isinstance(func, s.Attr) and func.name in FINDS and self._is_dot(ref, node)
        if isinstance(node, s.Binary) and depth:
            return self._finds_dot(ref, node.left, depth - 1) or self._finds_dot(ref, node.right, depth - 1)
        return False

    # -- going back

    def _back(self, ref: Ref) -> Iterator[tuple[Ref, Ref | None]]:
        """What a value is made of, with the call that passes it where that is a caller's."""
        node = ref.module.values[ref.vid]
        if isinstance(node, s.Param):
            yield from self._arguments(ref, node)
            return
        if isinstance(node, s.Item):
            yield self._at(ref, node.base), None
        for inner in steps(self._program, ref):
            yield inner, None
        if isinstance(node, s.Call):
            for frame in self._program.called_frames(ref):
                yield from (
                    (given, None)
                    for many in self._program.bound(frame).parameters.values()
                    for given in many
                    if isinstance(given, Ref)
                )

    def _arguments(self, ref: Ref, node: s.Param) -> Iterator[tuple[Ref, Ref | None]]:
        program = self._program
        frame = program.names._holder(ref.frame, node.function, ref.module)
        frames = [frame] if frame.call is not None else program.callers(frame.function)
        for one in frames:
            for given in program.bound(one).parameters.get(node.name, ()):
                if isinstance(given, Ref):
                    yield given, one.call
        if not frames:
            yield from ((given, call) for given, call in self._mapped(frame.function))

    def _mapped(self, key: FunctionKey) -> Iterator[tuple[Ref, Ref]]:
        """`map(function, values)`: the values are passed one by one."""
        for module, vid in self._program.callers_index.named("map"):
            node = module.values[vid]
            if not isinstance(node, s.Call) or len(node.args) < 2:
                continue
            ref = Ref(module, vid, self._program.root(FunctionKey(module, module.summary.owners[vid])))
            for value in self._program.eval(self._at(ref, node.args[0].value)):
                pair = closure_of(value)
                if pair is not None and pair[0].function == key:
                    yield self._at(ref, node.args[1].value), ref
