"""CL202: the text of a time is formed as ISO 8601 with a designator of UTC."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from cl_lint.fixes.context import Context
from cl_lint.fixes.fixers.clock import UTC_FORMAT, utc
from cl_lint.fixes.model import Change, Fix
from cl_lint.fixes.time_texts import TimeTexts

_ISO = "Write the time in ISO 8601"


def fixes(context: Context) -> Iterator[Fix]:
    """The format as ISO 8601, or `isoformat()` where there is no format."""
    texts = TimeTexts(context.source, context.names)
    field = context.found(cst.FormattedStringExpression)
    call = context.found(cst.Call)
    changes = None
    if field is not None:
        changes = texts.of_field(field)
    elif call is not None:
        changes = _of_call(context, texts, call)
        if changes is None and isinstance(call.func, cst.Attribute) and call.func.attr.value == "strftime":
            yield from _by_value(context, call)
            return
    if changes is None or not changes:
        if call is not None:
            yield from _number(context, call)
        return
    yield context.fix(_ISO, changes, is_safe=True)


def _of_call(context: Context, texts: TimeTexts, call: cst.Call) -> list[Change] | None:
    qualified = context.names.qualified(call.func)
    if qualified == "time.strftime":
        return texts.of_literal(call.args[0].value, call) if call.args else None
    if qualified == "time.asctime" and len(call.args) == 1 and isinstance(call.func, cst.Attribute):
        start = context.source.span(call.args[0])[0]
        renamed = context.source.replaced(call.func.attr, "strftime")
        return [renamed, Change(start, start, f'"{UTC_FORMAT}", ')]
    if isinstance(call.func, cst.Attribute) and not qualified.startswith("time."):
        return texts.of_method(call, call.func.attr.value)
    return None


def _by_value(context: Context, call: cst.Call) -> Iterator[Fix]:
    """`time.strftime(FORMAT)` with a format from elsewhere, which others may use, too."""
    if len(call.args) != 1 or context.names.qualified(call.func) == "time.strftime":
        return
    func, source = call.func, context.source
    assert isinstance(func, cst.Attribute)
    inside = (source.span(func.attr)[0], source.span(call)[1])
    if "#" not in source.text[slice(*inside)]:
        yield context.fix(_ISO, [Change(*inside, "isoformat()")], is_safe=False)


def _number(context: Context, call: cst.Call) -> Iterator[Fix]:
    """`time.time()` and `moment.timestamp()` where a text is wanted: a number becomes a text."""
    qualified = context.names.qualified(call.func)
    outer = context.source.parent(call)
    if not isinstance(outer, (cst.DictElement, cst.Arg)) or call.args:
        return
    if isinstance(outer, cst.Arg) and outer.keyword is None:
        return
    if qualified == "time.time":
        zone, datetime = utc(context, call), context.reference("datetime", "datetime", call)
        if zone is not None and datetime is not None and not (zone.changes and datetime.changes):
            text = f"{datetime.text}.now({zone.text}).isoformat()"
            changes = [*zone.changes, *datetime.changes, context.source.replaced(call, text)]
            yield context.fix(_ISO, changes, is_safe=False)
    elif isinstance(call.func, cst.Attribute) and call.func.attr.value == "timestamp":
        yield context.fix(_ISO, [context.source.replaced(call.func.attr, "isoformat")], is_safe=False)
