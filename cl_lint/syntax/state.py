"""The state of lowering one file: its arena of values, the scope at work, and what names are bound to.

Within a scope, `env` holds the value of every name bound on the path being lowered; `trail` records
every binding made, in order, so that a join only looks at the names that changed since the fork.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, Optional

from .names import Names, Places
from .summary import (
    Class,
    Const,
    FreeName,
    Function,
    GlobalName,
    Imported,
    Opaque,
    Parameter,
    Phi,
    Span,
    Store,
    Value,
    ValueId,
)

Env = dict[str, ValueId]
Trail = list[tuple[str, ValueId]]

NOWHERE: Span = (0, 0)
UNBOUND = -1
"""Stands in a trail for the deletion of a name."""
_SINGLETONS: dict[str, Value] = {"None": Const(None), "True": Const(True), "False": Const(False)}


class Draft(NamedTuple):
    """A function whose body is lowered once its enclosing function is complete."""

    number: int
    name: str
    qualname: str
    parent: int
    cls: Optional[int]
    params: tuple[Parameter, ...]
    param_spans: tuple[Span, ...]
    decorators: tuple[ValueId, ...]
    annotation: Optional[ValueId]
    is_async: bool
    body: Any
    span: Span
    body_span: Span
    scope: Scope


class Loop:
    """The states in which `break` and `continue` leave the body of one loop."""

    __slots__ = ("breaks", "continues")

    def __init__(self) -> None:
        self.breaks: list[Env] = []
        self.continues: list[Env] = []


class Scope:
    """One namespace: the module, a function or a class body.

    `special` names are not tracked in `env`: they are declared global or nonlocal here, or
    rebound by a nested function. `captures` are the comprehension targets and type parameters of
    the enclosing function that were visible where this one was defined."""

    __slots__ = (
        "annotations", "bound", "calls", "captures", "cls", "env", "globals", "loops", "nonlocals", "number",
        "parent", "prefix", "resolved", "returns", "shared", "special", "trail", "yields",
    )  # fmt: skip

    def __init__(self, number: int, parent: Optional[Scope], prefix: str, cls: Optional[int] = None) -> None:
        self.number = number
        self.parent = parent
        self.prefix = prefix
        self.cls = cls
        self.bound: set[str] = set()
        self.globals: set[str] = set()
        self.nonlocals: set[str] = set()
        self.shared: set[str] = set()
        self.special: set[str] = set()
        self.loops: dict[int, set[str]] = {}
        self.captures: Env = {}
        self.annotations: dict[str, ValueId] = {}
        self.resolved: dict[str, Value] = {}
        self.env: Env = {}
        self.trail: Trail = []
        self.calls: list[ValueId] = []
        self.returns: list[ValueId] = []
        self.yields: list[ValueId] = []

    def declare(self, names: Names, params: Iterable[str] = (), rebound: Iterable[str] = ()) -> None:
        """Take over what a scan of the body found out about its names; `rebound` are those that
        nested functions declare nonlocal."""
        self.globals = names.globals
        self.nonlocals = names.nonlocals
        self.bound = names.bound.union(params) - names.globals - names.nonlocals
        self.shared = self.bound.intersection(rebound)
        self.special = self.globals | self.nonlocals | self.shared
        self.loops = names.loops


class Lowering:
    """Everything that is under construction while one file is lowered."""

    def __init__(self, spans: dict[int, Span], text: str, module: Any) -> None:
        self.values: list[Value] = []
        self.spans: list[Span] = []
        self.owners: list[int] = []
        self.span_of = spans.get
        self.text = text
        self.module = module
        self.walruses = Places(":=", spans, text)
        self.nonlocals = Places("nonlocal", spans, text)
        self.functions: list[Optional[Function]] = []
        self.classes: list[Optional[Class]] = []
        self.drafts: list[Draft] = []
        self.handlers: list[tuple[Optional[ValueId], int]] = []
        self.stores: list[Store] = []
        self.imports: list[Imported] = []
        self.star_imports: list[Imported] = []
        self.global_writes: dict[str, list[ValueId]] = {}
        self.hidden: Env = {}
        self.loop = Loop()
        self.live = True
        self.module_scope = Scope(0, None, "")
        self.enter(self.module_scope)

    # ---------------------------------------------------------------------------------- values

    def add(self, value: Value, node: Any) -> ValueId:
        """Append a value that stands where `node` stands."""
        values = self.values
        values.append(value)
        self.spans.append(self.span_of(id(node), NOWHERE))
        return len(values) - 1

    def put(self, value: Value, span: Span) -> ValueId:
        values = self.values
        values.append(value)
        self.spans.append(span)
        return len(values) - 1

    def span(self, node: Any) -> Span:
        return self.span_of(id(node), NOWHERE)

    def extent(self, first: Any, last: Any) -> Span:
        """The range from the start of one node to the end of another."""
        return self.span_of(id(first), NOWHERE)[0], self.span_of(id(last), NOWHERE)[1]

    def calls_since(self, mark: int) -> tuple[ValueId, ...]:
        calls = self.calls
        return tuple(calls[mark:]) if len(calls) > mark else ()

    # ---------------------------------------------------------------------------------- scopes

    def enter(self, scope: Scope) -> None:
        self.scope = scope
        self.env = scope.env
        self.trail = scope.trail
        self.calls = scope.calls

    def number_function(self) -> int:
        self.functions.append(None)
        return len(self.functions) - 1

    # ----------------------------------------------------------------------------------- names

    def bind(self, name: str, value: ValueId) -> None:
        scope = self.scope
        if name in scope.special:
            self._bind_special(scope, name, value)
        else:
            self.env[name] = value
            self.trail.append((name, value))

    def _bind_special(self, scope: Scope, name: str, value: ValueId) -> None:
        if name in scope.globals:
            self.global_writes.setdefault(name, []).append(value)
        elif name in scope.nonlocals:
            owner = find_owner(scope, name)
            if owner is not None:
                owner.trail.append((name, value))
        else:
            self.trail.append((name, value))

    def unbind(self, name: str) -> None:
        self.env.pop(name, None)
        self.trail.append((name, UNBOUND))

    def read(self, name: str, node: Any) -> ValueId:
        """The value of a name read at `node`."""
        value = self.env.get(name)
        if value is not None:
            return value
        scope = self.scope
        described = scope.resolved.get(name)
        if described is None:
            if scope.cls is not None and name not in scope.globals:
                return self._read_around_class(scope, name, node)
            described = scope.resolved[name] = _describe(scope, name)
        return self.add(described, node)

    def _read_around_class(self, scope: Scope, name: str, node: Any) -> ValueId:
        # A class body runs at once, so it sees the current values of the code around it.
        while scope.cls is not None and scope.parent is not None:
            scope = scope.parent
        value = scope.env.get(name)
        if value is not None:
            return value
        return self.add(_describe(scope, name), node)

    # ----------------------------------------------------------------------------------- joins

    def changed_since(self, mark: int) -> dict[str, None]:
        """The names bound or deleted since the trail had the given length."""
        return dict.fromkeys([name for name, _ in self.trail[mark:]])

    def join(self, states: list[Env], names: Iterable[str], span: Span) -> Env:
        """Merge the states of paths that meet; they may only differ in `names`.

        A name that one path leaves unbound keeps the values of the others: reading it there fails."""
        merged = states[0]
        if len(states) == 1:
            return merged
        for name in names:
            operands = {state[name]: None for state in states if name in state}
            if operands:
                merged[name] = self.phi(operands, span)
        return merged

    def phi(self, operands: dict[ValueId, None], span: Span) -> ValueId:
        if len(operands) == 1:
            return next(iter(operands))
        return self.put(Phi(tuple(sorted(operands))), span)

    def join_versions(self, before: Env, mark: int, end: int, span: Span) -> Env:
        """The state after an exception may have left the code that made trail[mark:end]."""
        versions: dict[str, dict[ValueId, None]] = {}
        for name, value in self.trail[mark:end]:
            known = versions.get(name)
            if known is None:
                known = versions[name] = {before[name]: None} if name in before else {}
            if value != UNBOUND:
                known[value] = None
        state = dict(before)
        for name, operands in versions.items():
            if operands and name not in self.scope.special:
                state[name] = self.phi(operands, span)
        return state


def find_owner(scope: Scope, name: str) -> Optional[Scope]:
    """The enclosing function's scope whose variable a nested function means by `name`."""
    inner, outer = scope, scope.parent
    while outer is not None:
        if name in inner.captures:
            owner = outer
            while owner.cls is not None and owner.parent is not None:
                owner = owner.parent
            owner.trail.append((name, inner.captures[name]))
            return owner
        if outer.parent is None:
            return None
        if outer.cls is None:
            if name in outer.bound:
                return outer
            if name in outer.globals:
                return None
        inner, outer = outer, outer.parent
    return None


def _describe(scope: Scope, name: str) -> Value:
    if name in _SINGLETONS:
        return _SINGLETONS[name]
    if name in scope.globals or scope.parent is None:
        return GlobalName(name)
    if name in scope.shared:
        return FreeName(scope.number, name)
    if name in scope.bound:
        return Opaque()
    owner = find_owner(scope, name)
    if owner is None:
        return GlobalName(name)
    return FreeName(owner.number, name)
