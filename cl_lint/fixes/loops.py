"""Loops that retry by hand: where they go on after a failure, and how they are left."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from cl_lint.fixes.context import Context
from cl_lint.fixes.model import Change

_DEFINES = (cst.FunctionDef, cst.Lambda, cst.ClassDef)
_LEAVES = (cst.Return, cst.Raise, cst.Break)


def loop_at(context: Context) -> cst.For | cst.While | None:
    """The loop whose header is the finding's place."""
    place = context.finding.place
    start = context.source.offset(place.line, place.column)
    for node in context.source.nodes:
        if isinstance(node, (cst.For, cst.While)) and context.source.span(node)[0] == start:
            return node
    return None


def is_of(context: Context, node: cst.CSTNode, loop: cst.CSTNode) -> bool:
    """Whether a node is executed by the loop itself, not by a function or a loop within it."""
    return context.source.enclosing(node, cst.For, cst.While, *_DEFINES) is loop


def leaves(body: cst.BaseSuite) -> bool:
    """Whether a block, if nothing fails in it, ends by leaving the loop or the function."""
    last = body.body[-1] if body.body else None
    while isinstance(last, cst.SimpleStatementLine):
        last = last.body[-1]
    if isinstance(last, _LEAVES):
        return True
    if isinstance(last, cst.With):
        return leaves(last.body)
    if isinstance(last, cst.Try):
        return leaves(last.orelse.body) if last.orelse is not None else leaves(last.body)
    if isinstance(last, cst.If):
        other = last.orelse
        is_left = leaves(other.body) if isinstance(other, cst.Else) else False
        return leaves(last.body) and is_left
    return False


def handlers(context: Context, loop: cst.For | cst.While) -> Iterator[cst.ExceptHandler]:
    """The handlers of the loop after which it may go on."""
    for handler in context.source.within(loop.body, cst.ExceptHandler):
        if is_of(context, handler, loop) and (
            not leaves(handler.body) or any(_continues(context, loop, handler))
        ):
            yield handler


def continues(context: Context, loop: cst.For | cst.While) -> Iterator[cst.Continue]:
    """The `continue` statements of the loop."""
    yield from _continues(context, loop, loop.body)


def _continues(context: Context, loop: cst.For | cst.While, node: cst.CSTNode) -> Iterator[cst.Continue]:
    for each in context.source.within(node, cst.Continue):
        if is_of(context, each, loop):
            yield each


def before(context: Context, statement: cst.CSTNode, text: str) -> Change | None:
    """`text`, lines without indentation, before the first statement of its line."""
    source = context.source
    start = source.span(statement)[0]
    if source.text[source.line_start(start) : start].strip():
        return None
    ends, indent = source.newline_at(start), source.indent(start)
    made = "".join(f"{line}{ends}{indent}" for line in text.split("\n"))
    return Change(start, start, made)


def behind(context: Context, body: cst.BaseSuite, text: str) -> Change | None:
    """`text`, one line, as the last statement of a block, in the place of a `pass`."""
    source = context.source
    if not isinstance(body, cst.IndentedBlock) or not body.body:
        return None
    last = body.body[-1]
    if isinstance(last, cst.SimpleStatementLine):
        if isinstance(last.body[-1], cst.Pass):
            return source.replaced(last.body[-1], text)
        end = source.line_end(source.span(last.body[-1])[1])
    else:
        end = source.line_end(source.span(last)[1])
    first = source.span(body.body[0])[0]
    if isinstance(body.body[0], cst.SimpleStatementLine):
        first = source.span(body.body[0].body[0])[0]
    ends, indent = source.newline_at(first), source.indent(first)
    if not source.text[:end].endswith(("\n", "\r")):
        return Change(end, end, f"{ends}{indent}{text}")
    return Change(end, end, f"{indent}{text}{ends}")
