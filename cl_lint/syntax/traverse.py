"""Walks over the statements of a summary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from . import summary as s


def blocks_of(statement: s.Statement) -> tuple[s.Block, ...]:
    """The nested blocks of a statement, in source order."""
    blocks = _BLOCKS.get(type(statement))
    return () if blocks is None else blocks(statement)


_BLOCKS: dict[type, Callable[[Any], tuple[s.Block, ...]]] = {
    s.If: lambda statement: (statement.then, statement.orelse),
    s.While: lambda statement: (statement.body, statement.orelse),
    s.For: lambda statement: (statement.body, statement.orelse),
    s.Try: lambda statement: (
        statement.body,
        *[handler.body for handler in statement.handlers],
        statement.orelse,
        statement.final,
    ),
    s.With: lambda statement: (statement.body,),
    s.Match: lambda statement: tuple([case.body for case in statement.cases]),
}


def statements(block: s.Block) -> Iterator[s.Statement]:
    """Every statement of a block, nested ones included, outer before inner, in source order."""
    pending = list(reversed(block))
    while pending:
        statement = pending.pop()
        yield statement
        blocks = _BLOCKS.get(type(statement))
        if blocks is not None:
            for nested in reversed(blocks(statement)):
                pending.extend(reversed(nested))


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
    parts = _PARTS.get(type(value))
    return () if parts is None else parts(value)


def composed() -> Iterable[type[s.Value]]:
    """The types of values that are made of others."""
    return _PARTS


def _numbers(value: Any) -> tuple[s.ValueId, ...]:
    return tuple([part for part in value if isinstance(part, int)])


def _of_comprehension(value: s.Comprehension) -> tuple[s.ValueId, ...]:
    head = () if value.key is None else (value.key,)
    return (*head, value.element, *value.sources, *value.conditions)


# By type: this is asked of every value of a program, several times. What is not here is made of nothing.
_PARTS: dict[type[s.Value], Callable[[Any], tuple[s.ValueId, ...]]] = {
    s.Attr: lambda value: (value.base,),
    s.Updated: tuple,
    s.Merged: tuple,
    s.Appended: tuple,
    s.Item: tuple,
    s.Binary: lambda value: (value.left, value.right),
    s.Call: lambda value: (value.func, *[arg.value for arg in value.args]),
    s.BoolOp: lambda value: value.operands,
    s.Phi: lambda value: value.operands,
    s.Compare: lambda value: (value.left, *value.operands),
    s.Conditional: tuple,
    s.Sequence: lambda value: tuple([arg.value for arg in value.items]),
    s.Mapping: lambda value: tuple([part for pair in value.entries for part in pair if part is not None]),
    s.Comprehension: _of_comprehension,
    s.Template: lambda value: value.parts,
    s.Formatted: lambda value: (value.value,) if value.spec is None else (value.value, value.spec),
    s.Slice: _numbers,
    s.Unary: lambda value: (value.operand,),
    s.Element: lambda value: (value.iterable,),
    s.Unpacked: lambda value: (value.value,),
    s.Entered: lambda value: (value.context,),
    s.Typed: lambda value: (value.value,),
    s.Matched: lambda value: (value.subject,),
    s.Received: _numbers,
}
