"""CL105: the call id that is at hand goes into the error's log record."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from cl_lint.fixes.context import Context
from cl_lint.fixes.logs import log_call
from cl_lint.fixes.model import Fix

KEY = "call_id"
_NAMED = re.compile(r"call_?id", re.IGNORECASE)


def fixes(context: Context) -> Iterator[Fix]:
    """As `extra` of the standard library, by keywords or `bind` of structlog and loguru."""
    call = context.found(cst.Call)
    logged = log_call(context, call) if call is not None else None
    value = _at_hand(context, call) if call is not None else None
    changes = logged.with_value(KEY, value) if logged is not None and value is not None else None
    if changes:
        yield context.fix("Log the call id", changes, is_safe=False)


def _at_hand(context: Context, call: cst.Call) -> str | None:
    """How the function spells a call id before the log call: a name, else an attribute or an item."""
    source = context.source
    function = source.enclosing(call, cst.FunctionDef)
    if not isinstance(function, cst.FunctionDef):
        return None
    end = source.span(call)[0]
    for param in source.within(function.params, cst.Param):
        if _NAMED.fullmatch(param.name.value):
            return param.name.value
    for name in source.within(function.body, cst.Name):
        is_target = isinstance(source.parent(name), cst.AssignTarget)
        if is_target and source.span(name)[1] < end and _NAMED.fullmatch(name.value):
            return name.value
    for node in source.within(function.body, cst.BaseExpression):  # type: ignore[type-abstract]
        if source.has_span(node) and source.span(node)[1] < end and _is_read(node):
            return source.code(node)
    return None


def _is_read(node: cst.BaseExpression) -> bool:
    """`event.call_id`, `event["callId"]`: nothing is called to have it again."""
    if isinstance(node, cst.Attribute):
        return bool(_NAMED.fullmatch(node.attr.value)) and _is_plain(node.value)
    if (
        isinstance(node, cst.Subscript)
        and len(node.slice) == 1
        and isinstance(node.slice[0].slice, cst.Index)
    ):
        key = node.slice[0].slice.value
        text = key.evaluated_value if isinstance(key, cst.SimpleString) else ""
        return isinstance(text, str) and bool(_NAMED.fullmatch(text)) and _is_plain(node.value)
    return False


def _is_plain(node: cst.BaseExpression) -> bool:
    while isinstance(node, cst.Attribute):
        node = node.value
    return isinstance(node, cst.Name)
