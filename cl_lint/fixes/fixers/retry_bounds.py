"""CL302: a retry is bounded: by the figure that it has, or by one that it lacked."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from cl_lint.fixes.arguments import argument
from cl_lint.fixes.context import Context
from cl_lint.fixes.failures import is_free
from cl_lint.fixes.fixers import figures
from cl_lint.fixes.loops import before, continues, handlers, leaves, loop_at
from cl_lint.fixes.model import Change, Fix
from cl_lint.models.retry_rows import Retry

_SAID = "Retry at most {} times"
_STOP = "stop"  # tenacity takes an object that counts, in place of a figure
_NAMES = ("attempt", "tried", "attempt_number")


def fixes(context: Context) -> Iterator[Fix]:
    """Figures that are too high are lowered; a loop without end gets one, at which the error is raised."""
    yield from figures.fixes(context)
    yield from _of_library(context)
    loop = loop_at(context)
    changes = _bounded(context, loop) if loop is not None else None
    if changes:
        description = f"{_SAID.format(context.policy.max_retries)}, then raise the error"
        yield context.fix(description, changes, is_safe=False)


def _of_library(context: Context) -> Iterator[Fix]:
    """A bound for a retry of a library that is given none. Whether the library counts attempts or retries
    does not matter: a run tries both figures, and keeps the first that is content."""
    call = context.found(cst.Call)
    if call is None or any(arg.star for arg in call.args):
        return
    name = context.names.qualified(call.func)
    row = context.models.row(Retry, name) if name else None
    if row is None or not row.bound or row.form == "client":
        return
    given = {arg.keyword.value for arg in call.args if arg.keyword is not None}
    given.update(row.arguments[index].partition("=")[0] for index in range(_positional(call, row)))
    figure, last = row.bound[0], context.policy.max_retries
    if figure == _STOP:
        made = context.reference("tenacity", "stop_after_attempt", call)
        if made is not None and figure not in given:
            change = argument(context, call, f"{figure}={made.text}({last + 1})")
            yield context.fix(_SAID.format(last), [*made.changes, change], is_safe=False)
    elif figure not in given:
        for number in (last + 1, last):
            change = argument(context, call, f"{figure}={number}")
            yield context.fix(_SAID.format(last), [change], is_safe=False)


def _positional(call: cst.Call, row: Retry) -> int:
    return min(len(row.arguments), sum(arg.keyword is None for arg in call.args))


def _bounded(context: Context, loop: cst.For | cst.While) -> list[Change] | None:
    """The loop with a bound, if nothing but errors that it catches keeps it going."""
    source, last = context.source, context.policy.max_retries
    caught = list(handlers(context, loop))
    if not caught or loop.orelse is not None or not leaves(loop.body) or _goes_on_otherwise(context, loop):
        return None
    if context.names.is_bound("range", loop):
        return None
    if isinstance(loop, cst.While):
        if source.code(loop.test) not in ("True", "1") or loop.test.lpar:
            return None
        name = next((each for each in _NAMES if is_free(context, each)), None)
        if name is None:
            return None
        start, end = source.span(loop)[0], source.span(loop.test)[1]
        changes = [Change(start, end, f"for {name} in range({last + 1})")]
    else:
        if (
            not isinstance(loop.target, cst.Name)
            or context.names.qualified(_made_by(loop.iter)) != "itertools.count"
        ):
            return None
        if not isinstance(loop.iter, cst.Call) or loop.iter.args or loop.asynchronous is not None:
            return None
        name = loop.target.value
        changes = [source.replaced(loop.iter, f"range({last + 1})")]
    for handler in caught:
        first = handler.body.body[0]
        if isinstance(first, cst.SimpleStatementLine):
            first = first.body[0]
        end_of_it = f"if {name} == {last}:\n{source.tree.default_indent}raise"
        change = before(context, first, end_of_it) if isinstance(handler.body, cst.IndentedBlock) else None
        if change is None:
            return None
        changes.append(change)
    return changes


def _goes_on_otherwise(context: Context, loop: cst.For | cst.While) -> bool:
    source = context.source
    inside = {id(each) for each in handlers(context, loop)}
    return not all(
        any(id(outer) in inside for outer in source.above(each)) for each in continues(context, loop)
    )


def _made_by(node: cst.BaseExpression) -> cst.BaseExpression:
    return node.func if isinstance(node, cst.Call) else node
