"""Arguments of calls, as they are added."""

from __future__ import annotations

import libcst as cst

from cl_lint.fixes.context import Context
from cl_lint.fixes.model import Change


def argument(context: Context, call: cst.Call, text: str) -> Change:
    """An argument behind those of a call."""
    source = context.source
    if call.args:
        end = source.span(call.args[-1])[1]
        if call.args[-1].value.rpar:
            end = max(end, source.text.rfind(")", end, source.span(call)[1] - 1) + 1)
        first = source.span(call.args[-1])[0]
        is_alone = not source.text[source.line_start(first) : first].strip()
        # A comment behind the last argument stays with it.
        if is_alone and source.text[end : source.line_end(end)].strip() in (",", ""):
            return Change(end, end, f",{source.newline_at(first)}{source.indent(first)}{text}")
        return Change(end, end, f", {text}")
    start = source.text.index("(", source.span(call.func)[1]) + 1
    return Change(start, start, text)
