"""Walks over the statements of a summary."""

from __future__ import annotations

from collections.abc import Iterator

from . import summary as s


def blocks_of(statement: s.Statement) -> tuple[s.Block, ...]:
    """The nested blocks of a statement, in source order."""
    if isinstance(statement, (s.If,)):
        return (statement.then, statement.orelse)
    if isinstance(statement, (s.While, s.For)):
        return (statement.body, statement.orelse)
    if isinstance(statement, s.Try):
        handlers = tuple(h.body for h in statement.handlers)
        return (statement.body, *handlers, statement.orelse, statement.final)
    if isinstance(statement, s.With):
        return (statement.body,)
    if isinstance(statement, s.Match):
        return tuple(c.body for c in statement.cases)
    return ()


def statements(block: s.Block) -> Iterator[s.Statement]:
    """Every statement of a block, nested ones included, outer before inner, in source order."""
    stack = [iter(block)]
    while stack:
        statement = next(stack[-1], None)
        if statement is None:
            stack.pop()
            continue
        yield statement
        nested = blocks_of(statement)
        if nested:
            stack.extend(iter(b) for b in reversed(nested))


def calls_of(statement: s.Statement) -> tuple[s.ValueId, ...]:
    """The calls that the statement's own expressions make, in order of evaluation."""
    if isinstance(statement, (s.Break, s.Continue)):
        return ()
    if isinstance(statement, s.Try):
        return tuple(c for h in statement.handlers for c in h.calls)
    if isinstance(statement, s.Match):
        return statement.calls + tuple(c for case in statement.cases for c in case.calls)
    return statement.calls


def extent(block: s.Block) -> s.Span:
    """From the first character of a block to its last."""
    spans = [getattr(x, "span", (0, 0)) for x in statements(block)]
    spans = [x for x in spans if x != (0, 0)]
    return (min(a for a, _ in spans), max(b for _, b in spans)) if spans else (0, 0)


def children(value: s.Value) -> tuple[s.ValueId, ...]:
    """The values that a value is directly made of."""
    kind = type(value)
    if kind in (s.Attr, s.Updated, s.Merged, s.Appended, s.Item, s.Binary):
        return tuple(v for v in value if isinstance(v, int))
    if isinstance(value, s.Call):
        return (value.func, *(a.value for a in value.args))
    if isinstance(value, (s.BoolOp, s.Phi)):
        return value.operands
    if isinstance(value, s.Compare):
        return (value.left, *value.operands)
    if isinstance(value, s.Conditional):
        return (value.test, value.then, value.orelse)
    if isinstance(value, s.Sequence):
        return tuple(a.value for a in value.items)
    if isinstance(value, s.Mapping):
        return tuple(v for pair in value.entries for v in pair if v is not None)
    if isinstance(value, s.Comprehension):
        head = () if value.key is None else (value.key,)
        return (*head, value.element, *value.sources, *value.conditions)
    if isinstance(value, s.Template):
        return value.parts
    if isinstance(value, s.Formatted):
        return (value.value,) if value.spec is None else (value.value, value.spec)
    if isinstance(value, s.Slice):
        return tuple(v for v in value if v is not None)
    if isinstance(value, s.Unary):
        return (value.operand,)
    if isinstance(value, s.Element):
        return (value.iterable,)
    if isinstance(value, s.Unpacked):
        return (value.value,)
    if isinstance(value, s.Entered):
        return (value.context,)
    if isinstance(value, s.Typed):
        return (value.value,)
    if isinstance(value, s.Matched):
        return (value.subject,)
    if isinstance(value, s.Received):
        return () if value.value is None else (value.value,)
    return ()
