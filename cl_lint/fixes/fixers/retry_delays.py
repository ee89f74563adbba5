"""CL301: a retry waits: longer than it did, or where it did not wait at all."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import libcst as cst

from cl_lint.fixes.arguments import argument
from cl_lint.fixes.context import Context
from cl_lint.fixes.fixers import figures
from cl_lint.fixes.loops import before, behind, continues, handlers, leaves, loop_at
from cl_lint.fixes.model import Change, Fix

_NO_WAIT = "may not wait at all"
_TENACITY = frozenset({"tenacity.retry", "tenacity.Retrying", "tenacity.AsyncRetrying"})
_ASYNCHRONOUS = ("asyncio", "trio", "anyio")


def fixes(context: Context) -> Iterator[Fix]:
    """Figures that are too low are raised; a wait is added where there is none."""
    yield from figures.fixes(context)
    least = figures.written(Fraction(context.policy.min_retry_delay).limit_denominator(1000))
    loop = loop_at(context)
    changes = _of_tenacity(context, least)
    if changes is None and loop is not None and context.finding.message.startswith(_NO_WAIT):
        changes = _in_loop(context, loop, least)
    if changes:
        yield context.fix(f"Wait {least} s before a retry", changes, is_safe=False)


# -- a loop


def _in_loop(context: Context, loop: cst.For | cst.While, least: str) -> list[Change] | None:
    slept = _sleep(context, loop, least)
    if slept is None:
        return None
    text, needed = slept
    changes = [before(context, each, text) for each in continues(context, loop)]
    if not leaves(loop.body):
        changes.append(behind(context, loop.body, text))
    else:
        # A handler that ends without leaving goes on with the next pass only where nothing follows it.
        for handler in handlers(context, loop):
            if not _ends(handler.body) and _is_last(context, handler, loop):
                changes.append(behind(context, handler.body, text))
    made = [each for each in changes if each is not None]
    return [*made, *needed] if made and len(made) == len(changes) else None


def _sleep(context: Context, loop: cst.For | cst.While, least: str) -> tuple[str, tuple[Change, ...]] | None:
    """The statement that waits, and the import that it needs."""
    function = context.source.enclosing(loop, cst.FunctionDef)
    if not (isinstance(function, cst.FunctionDef) and function.asynchronous is not None):
        found = context.reference("time", "sleep", loop) if _has(context, "time.sleep") else None
        if found is not None:
            return f"{found.text}({least})", found.changes
        module = context.module("time", loop)
        return (f"{module.text}.sleep({least})", module.changes) if module is not None else None
    known = next((each for each in _ASYNCHRONOUS if _has(context, each)), _ASYNCHRONOUS[0])
    module = context.module(known, loop)
    return (f"await {module.text}.sleep({least})", module.changes) if module is not None else None


def _has(context: Context, qualified: str) -> bool:
    return any(each.qualified == qualified for _, each in context.names.all_imports())


def _ends(body: cst.BaseSuite) -> bool:
    """Whether a block ends with `continue` or by leaving."""
    last = body.body[-1] if body.body else None
    while isinstance(last, cst.SimpleStatementLine):
        last = last.body[-1]
    return isinstance(last, cst.Continue) or leaves(body)


def _is_last(context: Context, handler: cst.ExceptHandler, loop: cst.For | cst.While) -> bool:
    statement = context.source.parent(handler)
    return loop.body.body[-1] is statement


# -- tenacity


def _of_tenacity(context: Context, least: str) -> list[Change] | None:
    """A fixed wait where there is none, or before the one that is there."""
    call = context.found(cst.Call)
    if call is None or any(arg.star for arg in call.args):
        return None
    fixed = context.reference("tenacity", "wait_fixed", call)
    if fixed is None:
        return None
    text = f"{fixed.text}({least})"
    if context.names.qualified(call.func) in _TENACITY:
        if any(arg.keyword is not None and arg.keyword.value == "wait" for arg in call.args):
            return None
        return [*fixed.changes, argument(context, call, f"wait={text}")]
    outer = context.source.parent(call)
    if isinstance(outer, cst.Arg) and outer.keyword is not None and outer.keyword.value == "wait":
        maker = context.source.parent(outer)
        if isinstance(maker, cst.Call) and context.names.qualified(maker.func) in _TENACITY:
            start = context.source.span(call)[0]
            return [*fixed.changes, Change(start, start, f"{text} + ")]
    return None
