"""CL203: log lines are stamped in UTC and ISO 8601."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from cl_lint.concepts.log_setups import BASIC_FORMAT
from cl_lint.fixes import imports
from cl_lint.fixes.arguments import argument
from cl_lint.fixes.context import Context
from cl_lint.fixes.imports import Reference
from cl_lint.fixes.log_entries import entries
from cl_lint.fixes.log_formats import Line, Stamped, has_clock, least, rewritten, stamped, text_of, utc_class
from cl_lint.fixes.model import Change, Fix
from cl_lint.fixes.structured_logs import structured


def fixes(context: Context) -> Iterator[Fix]:
    """A clock in UTC and a form in ISO 8601 for what is configured."""
    made = _of_call(context) or structured(context) or entries(context)
    if made is not None and made.changes:
        yield context.fix("Stamp the lines in UTC and ISO 8601", made.changes, made.is_safe)


def _of_call(context: Context) -> Stamped | None:
    call = context.found(cst.Call)
    if call is None or any(arg.star for arg in call.args):
        return None
    qualified = context.names.qualified(call.func)
    if qualified == "logging.basicConfig":
        # The clock of the class is also that of formatters which other packages make.
        return stamped(_basic(context, call), is_safe=has_clock(context))
    if qualified == "logging.Formatter":
        return stamped(_formatter(context, call))
    if qualified == "structlog.processors.TimeStamper":
        return stamped(_set(context, call, (("fmt", '"iso"'), ("utc", "True"))))
    if qualified.startswith("pythonjsonlogger.") and qualified.endswith("JsonFormatter"):
        return stamped(_set(context, call, (("timestamp", "True"),)))
    return None


# -- the arguments of a call


def _argument(call: cst.Call, name: str, position: int) -> cst.Arg | None:
    for number, arg in enumerate(call.args):
        if (arg.keyword.value == name) if arg.keyword is not None else number == position:
            return arg
    return None


def _text(context: Context, arg: cst.Arg | None) -> str | None:
    return text_of(context, arg.value) if arg is not None else None


def _set(context: Context, call: cst.Call, wanted: tuple[tuple[str, str], ...]) -> list[Change]:
    """The call with these arguments; positions count in the order in which they are named."""
    changes: list[Change] = []
    missing: list[str] = []
    for position, (name, value) in enumerate(wanted):
        arg = _argument(call, name, position if len(wanted) > 1 else -1)
        if arg is not None:
            if context.source.code(arg.value) != value:
                changes.append(context.source.replaced(arg.value, value))
        else:
            missing.append(f"{name}={value}")
    if missing:
        changes.append(argument(context, call, ", ".join(missing)))
    return changes


# -- lines of the standard library


def _line(context: Context, call: cst.Call, name: str, default: str, has_own_form: bool) -> Line | None:
    """The least that makes the lines right under a clock in UTC; None where that is not known."""
    given, form = (
        _argument(call, name, 0 if name == "fmt" else -1),
        _argument(call, "datefmt", 1 if name == "fmt" else -1),
    )
    style = _text(context, _argument(call, "style", 2 if name == "fmt" else -1)) or "%"
    old = _text(context, given) if given is not None else default
    return least(old, given is not None, _text(context, form), form is not None, style, has_own_form)


def _arguments(context: Context, call: cst.Call, name: str, line: Line) -> list[Change] | None:
    """The changes to the arguments; None where a format is not written as a plain literal."""
    changes: list[Change] = []
    missing: list[str] = []
    for key, value, position in ((name, line.fmt, 0), ("datefmt", line.datefmt, 1)):
        if value is None:
            continue
        arg = _argument(call, key, position if name == "fmt" else -1)
        if arg is None:
            missing.append(f'{key}="{value}"')
            continue
        change = rewritten(context, arg.value, value, is_free=key == "datefmt")
        if change is None:
            return None
        changes.append(change)
    if missing:
        changes.append(argument(context, call, ", ".join(missing)))
    return changes


def _basic(context: Context, call: cst.Call) -> list[Change] | None:
    """`basicConfig` makes its formatter itself: the clock is set on the class."""
    line = _line(context, call, "format", BASIC_FORMAT, has_own_form=False)
    if line is None:
        return None
    changes = _arguments(context, call, "format", line)
    if changes is None or has_clock(context):
        return changes
    statement = context.source.parent(call)
    gmtime = _gmtime(context, call)
    formatter = context.reference("logging", "Formatter", call)
    if not isinstance(statement, cst.Expr) or gmtime is None or formatter is None:
        return None
    start = context.source.span(statement)[0]
    alone = not context.source.text[context.source.line_start(start) : start].strip()
    separator = f"{context.source.newline_at(start)}{context.source.indent(start)}" if alone else "; "
    clock = Change(start, start, f"{formatter.text}.converter = {gmtime.text}{separator}")
    return [*changes, clock, *gmtime.changes, *formatter.changes]


def _gmtime(context: Context, call: cst.Call) -> Reference | None:
    start = context.source.span(call)[0]
    if imports.present(context.source, context.names, "time.gmtime", call, start) is None:
        whole = context.module("time", call)
        if whole is not None:
            return Reference(f"{whole.text}.gmtime", whole.changes)
    return context.reference("time", "gmtime", call)


def _formatter(context: Context, call: cst.Call) -> list[Change] | None:
    """A formatter of a class with a clock and a form of its own."""
    if has_clock(context):
        line = _line(context, call, "fmt", "%(message)s", has_own_form=False)
        return None if line is None else _arguments(context, call, "fmt", line)
    line = _line(context, call, "fmt", "%(message)s", has_own_form=True)
    changes = _arguments(context, call, "fmt", line) if line is not None else None
    made = utc_class(context, call, call.func) if changes is not None else None
    if changes is None or made is None:
        return None
    return [*changes, *made.changes, context.source.replaced(call.func, made.name)]
