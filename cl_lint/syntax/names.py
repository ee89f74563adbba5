"""Which names the body of a function, class or module binds, found before it is lowered.

A name bound anywhere in a function is local everywhere in it, and a loop must know at its head
what its body will bind. The scan looks at statements and targets only; an expression is searched
for walrus targets where its text holds a `:=`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Optional

import libcst as cst

from .summary import Span

MUTATORS = frozenset({"append", "add", "insert", "extend", "update", "setdefault"})
"""Methods that, called as a statement on a local, count as binding a new version of it."""

_SCOPES = (cst.FunctionDef, cst.ClassDef, cst.Lambda)


class Places:
    """Where a word stands in the text, to tell which nodes may be about it."""

    def __init__(self, word: str, spans: dict[int, Span], text: str) -> None:
        self.spans = spans
        self.offsets = [match.start() for match in re.finditer(word, text)] if word in text else []

    def within(self, start: int, end: int) -> bool:
        index = bisect_left(self.offsets, start)
        return index < len(self.offsets) and self.offsets[index] < end

    def inside(self, node: Any) -> bool:
        span = self.spans.get(id(node))
        return span is None or self.within(*span)


class Names:
    """`loops` maps id(loop node) to the names its body binds or mutates."""

    __slots__ = ("bound", "globals", "loops", "nonlocals")

    def __init__(self) -> None:
        self.bound: set[str] = set()
        self.globals: set[str] = set()
        self.nonlocals: set[str] = set()
        self.loops: dict[int, set[str]] = {}


def scan_names(body: Any, walruses: Places) -> Names:
    """Scan the body (a module, block or suite) of one scope, not of those nested in it."""
    names = Names()
    _Scan(names, walruses).block(body, set())
    return names


def scan_expression(node: Any, walruses: Places) -> Names:
    """The same for the body of a lambda."""
    names = Names()
    _Scan(names, walruses).header(node, set())
    return names


def target_names(target: Any) -> Iterator[str]:
    """The plain names that an assignment target binds."""
    kind = type(target)
    if kind is cst.Name:
        yield target.value
    elif kind is cst.Tuple or kind is cst.List:
        for element in target.elements:
            yield from target_names(element.value)
    elif kind is cst.StarredElement:
        yield from target_names(target.value)


def import_bindings(node: Any) -> Iterator[tuple[str, Any]]:
    """The local name and the alias node of everything an import statement binds by name."""
    if isinstance(node.names, cst.ImportStar):
        return
    for alias in node.names:
        if alias.asname is not None:
            yield alias.asname.name.value, alias
        else:
            name = alias.name
            while type(name) is cst.Attribute:
                name = name.value
            yield name.value, alias


def mutated_local(call: Any) -> Optional[tuple[str, str]]:
    """(local, method) if the call is `local.method(...)` with a mutating method."""
    if type(call) is not cst.Call:
        return None
    func = call.func
    if type(func) is cst.Attribute and type(func.value) is cst.Name and func.attr.value in MUTATORS:
        return func.value.value, func.attr.value
    return None


class _Scan:
    """`touched` collects, per loop, what is bound or mutated; `names.bound` what is bound."""

    def __init__(self, names: Names, walruses: Places) -> None:
        self.names = names
        self.walruses = walruses if walruses.offsets else None

    def block(self, body: Any, touched: set[str]) -> None:
        for statement in body.body:
            kind = type(statement)
            if kind is cst.SimpleStatementLine:
                self.small_statements(statement.body, touched)
                continue
            scan = _COMPOUND.get(kind)
            if scan is not None:
                scan(self, statement, touched)
            else:
                self.small_statements((statement,), touched)

    def small_statements(self, statements: Any, touched: set[str]) -> None:
        for statement in statements:
            scan = _SMALL.get(type(statement))
            if scan is not None:
                scan(self, statement, touched)
            if self.walruses is not None:
                self.walrus(statement, touched)

    def bind(self, name: str, touched: set[str]) -> None:
        self.names.bound.add(name)
        touched.add(name)

    def target(self, target: Any, touched: set[str]) -> None:
        kind = type(target)
        if kind is cst.Name:
            self.names.bound.add(target.value)
            touched.add(target.value)
        elif kind is cst.Subscript:
            if type(target.value) is cst.Name:
                touched.add(target.value.value)
        elif kind is cst.Tuple or kind is cst.List:
            for element in target.elements:
                self.target(element.value, touched)

    def walrus(self, node: Any, touched: set[str]) -> None:
        if self.walruses is None or not self.walruses.inside(node):
            return
        for found in _walk(node):
            if type(found) is cst.NamedExpr and type(found.target) is cst.Name:
                self.bind(found.target.value, touched)

    def header(self, node: Any, touched: set[str]) -> None:
        if node is not None:
            self.walrus(node, touched)

    # Small statements

    def assign(self, node: cst.Assign, touched: set[str]) -> None:
        for target in node.targets:
            self.target(target.target, touched)

    def single_target(self, node: Any, touched: set[str]) -> None:
        self.target(node.target, touched)

    def delete(self, node: cst.Del, touched: set[str]) -> None:
        for name in target_names(node.target):
            self.bind(name, touched)

    def imports(self, node: Any, touched: set[str]) -> None:
        for name, _ in import_bindings(node):
            self.bind(name, touched)

    def expression(self, node: cst.Expr, touched: set[str]) -> None:
        mutated = mutated_local(node.value)
        if mutated is not None:
            touched.add(mutated[0])

    def global_names(self, node: cst.Global, touched: set[str]) -> None:
        self.names.globals.update(item.name.value for item in node.names)

    def nonlocal_names(self, node: cst.Nonlocal, touched: set[str]) -> None:
        self.names.nonlocals.update(item.name.value for item in node.names)

    # Compound statements

    def definition(self, node: Any, touched: set[str]) -> None:
        self.bind(node.name.value, touched)
        if self.walruses is not None:
            for part in _definition_expressions(node):
                self.walrus(part, touched)

    def type_alias(self, node: cst.TypeAlias, touched: set[str]) -> None:
        self.bind(node.name.value, touched)

    def branches(self, node: cst.If, touched: set[str]) -> None:
        current: Any = node
        while type(current) is cst.If:
            self.header(current.test, touched)
            self.block(current.body, touched)
            current = current.orelse
        self.optional(current, touched)

    def optional(self, clause: Any, touched: set[str]) -> None:
        if clause is not None:
            self.block(clause.body, touched)

    def while_loop(self, node: cst.While, touched: set[str]) -> None:
        inner: set[str] = set()
        self.header(node.test, inner)
        self.block(node.body, inner)
        self.names.loops[id(node)] = inner
        touched |= inner
        self.optional(node.orelse, touched)

    def for_loop(self, node: cst.For, touched: set[str]) -> None:
        inner: set[str] = set()
        self.header(node.iter, touched)
        self.target(node.target, inner)
        self.block(node.body, inner)
        self.names.loops[id(node)] = inner
        touched |= inner
        self.optional(node.orelse, touched)

    def with_block(self, node: cst.With, touched: set[str]) -> None:
        for item in node.items:
            self.header(item.item, touched)
            if item.asname is not None:
                self.target(item.asname.name, touched)
        self.block(node.body, touched)

    def try_block(self, node: Any, touched: set[str]) -> None:
        self.block(node.body, touched)
        for handler in node.handlers:
            if handler.name is not None:
                self.target(handler.name.name, touched)
            self.block(handler.body, touched)
        self.optional(node.orelse, touched)
        self.optional(node.finalbody, touched)

    def match(self, node: cst.Match, touched: set[str]) -> None:
        self.header(node.subject, touched)
        for case in node.cases:
            for name in capture_names(case.pattern):
                self.bind(name.value, touched)
            self.header(case.guard, touched)
            self.block(case.body, touched)


_SMALL: dict[type, Any] = {
    cst.Assign: _Scan.assign,
    cst.AnnAssign: _Scan.single_target,
    cst.AugAssign: _Scan.single_target,
    cst.Expr: _Scan.expression,
    cst.Del: _Scan.delete,
    cst.Import: _Scan.imports,
    cst.ImportFrom: _Scan.imports,
    cst.Global: _Scan.global_names,
    cst.Nonlocal: _Scan.nonlocal_names,
    cst.TypeAlias: _Scan.type_alias,
}
for _lazy in ("LazyImport", "LazyImportFrom"):
    if hasattr(cst, _lazy):
        _SMALL[getattr(cst, _lazy)] = _Scan.imports

_COMPOUND: dict[type, Any] = {
    cst.If: _Scan.branches,
    cst.While: _Scan.while_loop,
    cst.For: _Scan.for_loop,
    cst.With: _Scan.with_block,
    cst.Try: _Scan.try_block,
    cst.TryStar: _Scan.try_block,
    cst.Match: _Scan.match,
    cst.FunctionDef: _Scan.definition,
    cst.ClassDef: _Scan.definition,
}


def capture_names(pattern: Any) -> Iterator[cst.Name]:
    """The name nodes that a match pattern captures, in source order."""
    pending = [pattern]
    while pending:
        node = pending.pop()
        kind = type(node)
        if kind is cst.MatchAs or kind is cst.MatchStar:
            if node.name is not None:
                yield node.name
            if kind is cst.MatchAs and node.pattern is not None:
                pending.append(node.pattern)
        elif kind is cst.MatchMapping:
            if node.rest is not None:
                yield node.rest
            pending.extend(element.pattern for element in reversed(node.elements))
        elif kind is cst.MatchSequenceElement:
            pending.append(node.value)
        elif kind is cst.MatchOrElement or kind is cst.MatchKeywordElement:
            pending.append(node.pattern)
        elif kind is cst.MatchClass:
            pending.extend(reversed((*node.patterns, *node.kwds)))
        elif kind is cst.MatchOr or kind is cst.MatchTuple or kind is cst.MatchList:
            pending.extend(reversed(node.patterns))


def _definition_expressions(node: Any) -> Iterator[Any]:
    """What of a definition is evaluated in the scope that holds it."""
    yield from node.decorators
    if type(node) is cst.ClassDef:
        yield from node.bases
        yield from node.keywords
    else:
        yield node.params


_CHILD_FIELDS: dict[type, tuple[str, ...]] = {}


def _child_fields(kind: type) -> tuple[str, ...]:
    known = _CHILD_FIELDS.get(kind)
    if known is None:
        known = tuple(
            field.name
            for field in fields(kind)
            if "whitespace" not in field.name and "lines" not in field.name
        )
        _CHILD_FIELDS[kind] = known
    return known


def _walk(root: Any) -> Iterator[Any]:
    """Every node under `root`, except in the bodies of nested scopes (their headers excluded too)."""
    pending = [root]
    while pending:
        node = pending.pop()
        yield node
        kind = type(node)
        if kind in _SCOPES:
            continue
        for name in _child_fields(kind):
            child = getattr(node, name)
            if type(child) is tuple or type(child) is list:
                pending.extend(child)
            elif isinstance(child, cst.CSTNode):
                pending.append(child)


def nested_nonlocals(body: Any) -> set[str]:
    """The names declared nonlocal in any function nested in the body."""
    found: set[str] = set()
    pending: list[tuple[Any, bool]] = [(body, False)]
    while pending:
        node, nested = pending.pop()
        if type(node) is cst.Nonlocal:
            if nested:
                found.update(item.name.value for item in node.names)
            continue
        nested = nested or type(node) in _SCOPES
        for name in ("body", "orelse", "handlers", "finalbody", "cases"):
            child = getattr(node, name, None)
            if type(child) is tuple or type(child) is list:
                pending.extend((item, nested) for item in child)
            elif child is not None:
                pending.append((child, nested))
    return found
