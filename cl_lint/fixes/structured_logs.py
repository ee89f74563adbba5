"""loguru's sinks and structlog's processors, as they are configured."""

from __future__ import annotations

import re

import libcst as cst

from cl_lint.fixes.arguments import argument
from cl_lint.fixes.context import Context
from cl_lint.fixes.log_formats import Stamped, rewritten, stamped, text_of
from cl_lint.fixes.logs import Library, library_of
from cl_lint.fixes.model import Change

_TIME = re.compile(r"\{time(?:![rsa])?(?::[^{}]*)?\}")
_ISO_TIME = "{time:YYYY-MM-DDTHH:mm:ss.SSS[Z]!UTC}"
# loguru's own format, but for the time.
_DEFAULT = (
    f"<green>{_ISO_TIME}</green> | <level>{{level: <8}}</level> | "
    "<cyan>{name}</cyan>:<cyan>{function}</cyan>:<cyan>{line}</cyan> - <level>{message}</level>"
)


def structured(context: Context) -> Stamped | None:
    """The changes to what is configured at the finding's place; None where it is nothing of these."""
    call = context.found(cst.Call)
    if call is None:
        entry = context.found(cst.Dict)
        return _entry(context, entry) if entry is not None else None
    if isinstance(call.func, cst.Attribute) and call.func.attr.value == "add":
        if library_of(context, call.func.value) is Library.LOGURU:
            return _sink(context, call)
    if context.names.qualified(call.func) == "structlog.configure":
        return _processors(context, call)
    return None


def _sink(context: Context, call: cst.Call) -> Stamped | None:
    """`logger.add(…)`."""
    if any(arg.star for arg in call.args):
        return None
    named = {arg.keyword.value: arg.value for arg in call.args if arg.keyword is not None}
    if "serialize" in named:
        return None
    if "format" in named:
        return _format(context, named["format"])
    return stamped([argument(context, call, f'format="{_DEFAULT}"')])


def _entry(context: Context, entry: cst.Dict) -> Stamped | None:
    """A sink in `logger.configure(handlers=[…])`."""
    items = {
        element.key.evaluated_value: element.value
        for element in entry.elements
        if isinstance(element, cst.DictElement) and isinstance(element.key, cst.SimpleString)
    }
    if "sink" not in items or "format" not in items or "serialize" in items:
        return None
    return _format(context, items["format"])


def _format(context: Context, value: cst.BaseExpression) -> Stamped | None:
    """A format, where it stands or where its name is bound: others may use it there."""
    old = text_of(context, value)
    if old is None:
        return None
    new, count = _TIME.subn(_ISO_TIME, old)
    if not count:
        new = f"{_ISO_TIME} {old}"
    literal = value
    if isinstance(value, cst.Name):
        bound = context.names.bindings(value.value, value)[1][0]
        assert isinstance(bound, (cst.Assign, cst.AnnAssign))
        assert bound.value is not None
        literal = bound.value
    change = rewritten(context, literal, new)
    return stamped([change], is_safe=literal is value) if change is not None else None


def _processors(context: Context, call: cst.Call) -> Stamped | None:
    """A stamper before the last processor, which renders the line."""
    source = context.source
    given = next((a.value for a in call.args if a.keyword is None or a.keyword.value == "processors"), None)
    if not isinstance(given, (cst.List, cst.Tuple)) or not given.elements:
        return None
    library = context.module("structlog", call)
    if library is None:
        return None
    start = source.span(given.elements[-1])[0]
    is_alone = not source.text[source.line_start(start) : start].strip()
    behind = f"{source.newline_at(start)}{source.indent(start)}" if is_alone else " "
    stamper = f'{library.text}.processors.TimeStamper(fmt="iso", utc=True),{behind}'
    return stamped([Change(start, start, stamper), *library.changes])
