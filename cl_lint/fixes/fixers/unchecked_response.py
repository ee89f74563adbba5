"""CL305: `raise_for_status()` behind an API call whose response nobody checks."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from cl_lint.fixes.context import Context
from cl_lint.fixes.model import Change, Fix

_CHECK = "raise_for_status()"
# Clients whose responses have the method; in a file that imports another one, nothing is known.
_CLIENTS = frozenset({"requests", "httpx", "aiohttp", "niquests"})
_OTHERS = frozenset({"urllib", "urllib3", "http", "httplib2", "tornado", "pycurl", "treq"})
_NAME = "response"


def fixes(context: Context) -> Iterator[Fix]:
    """The check in the statement of the call, or in one of its own."""
    call = context.found(cst.Call)
    roots = {each.qualified.partition(".")[0] for _, each in context.names.all_imports()}
    if call is None or not roots & _CLIENTS or roots & _OTHERS:
        return
    changes = _checked(context, call)
    if changes:
        yield context.fix("Raise an error where the response is one", changes, is_safe=False)


def _checked(context: Context, call: cst.Call) -> list[Change] | None:
    source = context.source
    awaited = source.parent(call)
    value: cst.CSTNode = awaited if isinstance(awaited, cst.Await) else call
    statement = source.parent(value)
    if getattr(value, "lpar", ()):
        return None
    if isinstance(statement, cst.Expr):
        start, end = source.span(value)
        if value is call:
            return [Change(end, end, f".{_CHECK}")]
        return [Change(start, start, "("), Change(end, end, f").{_CHECK}")]
    if isinstance(statement, (cst.Assign, cst.AnnAssign)) and statement.value is value:
        target = statement.target if isinstance(statement, cst.AnnAssign) else statement.targets[0].target
        several = isinstance(statement, cst.Assign) and len(statement.targets) > 1
        if several or not isinstance(target, cst.Name):
            return None
        return _behind(context, statement, f"{target.value}.{_CHECK}")
    return _before(context, call) if value is call else None


def _behind(context: Context, statement: cst.CSTNode, text: str) -> list[Change] | None:
    """A statement behind another one: on the next line, or on the same where others follow."""
    source = context.source
    line = source.parent(statement)
    start, end = source.span(statement)
    if not isinstance(line, cst.SimpleStatementLine) or len(line.body) > 1:
        return [Change(end, end, f"; {text}")]
    after = source.line_end(end)
    ends, indent = source.newline_at(start), source.indent(start)
    if source.text[:after].endswith(("\n", "\r")):
        return [Change(after, after, f"{indent}{text}{ends}")]
    return [Change(after, after, f"{ends}{indent}{text}")]


def _before(context: Context, call: cst.Call) -> list[Change] | None:
    """`return get(…).json()`: the response gets a name first."""
    source = context.source
    statement = source.enclosing(call, cst.BaseSmallStatement)  # type: ignore[type-abstract]
    if not isinstance(statement, (cst.Return, cst.Assign)) or statement.value is None:
        return None
    line = source.parent(statement)
    if not isinstance(line, cst.SimpleStatementLine) or len(line.body) > 1:
        return None
    start, end = source.span(call)
    # What is evaluated before the call must stay before it.
    if source.span(statement.value)[0] != start or context.names.is_bound(_NAME, call):
        return None
    if any(isinstance(each, (cst.Lambda, cst.BaseComp)) for each in source.above(call)):
        return None
    first = source.span(statement)[0]
    separator = f"{source.newline_at(first)}{source.indent(first)}"
    head = source.text[first:start]
    if "\n" in head or "\r" in head:
        return None
    # The call stays where it is: other findings are about it, too.
    text = f"{separator}{_NAME}.{_CHECK}{separator}{head}{_NAME}"
    return [Change(first, start, f"{_NAME} = "), Change(end, end, text)]
