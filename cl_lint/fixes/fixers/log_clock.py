"""CL203: log lines are stamped in UTC and ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import libcst as cst

from cl_lint.concepts.log_setups import BASIC_FORMAT, State
from cl_lint.concepts.log_setups.lines import names_in, of_line, time_text
from cl_lint.fixes import imports
from cl_lint.fixes.arguments import argument
from cl_lint.fixes.context import Context
from cl_lint.fixes.imports import Reference
from cl_lint.fixes.model import Change, Fix
from cl_lint.fixes.time_texts import DATE_AND_TIME

CLASS = "UtcFormatter"
_STAMP = {"%": "%(asctime)s", "{": "{asctime}", "$": "${asctime}"}
_CREATED = {
    "%": re.compile(r"%\(created\)[-#0 +]*\d*(?:\.\d+)?[a-zA-Z]"),
    "{": re.compile(r"\{created(?:![rsa])?(?::[^{}]*)?\}"),
    "$": re.compile(r"\$\{created\}|\$created\b"),
}
_ISO_UTC = f"{DATE_AND_TIME}Z"
_MSEC = "%s.%03dZ"
_PLAIN = re.compile(r"(?P<prefix>[uU]?)(?P<quote>\"|')(?P<body>[^\\]*)(?P=quote)\Z")


def fixes(context: Context) -> Iterator[Fix]:
    """A clock in UTC and a form in ISO 8601 for what is configured."""
    call = context.found(cst.Call)
    if call is None or any(arg.star for arg in call.args):
        return
    qualified = context.names.qualified(call.func)
    changes: list[Change] | None = None
    is_safe = True
    if qualified == "logging.basicConfig":
        changes = _basic(context, call)
        # The clock of the class is also that of formatters which other packages make.
        is_safe = _has_clock(context)
    elif qualified == "logging.Formatter":
        changes = _formatter(context, call)
    elif qualified == "structlog.processors.TimeStamper":
        changes = _set(context, call, (("fmt", '"iso"'), ("utc", "True")))
    elif qualified.startswith("pythonjsonlogger.") and qualified.endswith("JsonFormatter"):
        changes = _set(context, call, (("timestamp", "True"),))
    if changes:
        yield context.fix("Stamp the lines in UTC and ISO 8601", changes, is_safe)


# -- the arguments of a call


def _argument(call: cst.Call, name: str, position: int) -> cst.Arg | None:
    for number, arg in enumerate(call.args):
        if (arg.keyword.value == name) if arg.keyword is not None else number == position:
            return arg
    return None


def _text(context: Context, arg: cst.Arg | None) -> str | None:
    """The constant text of an argument, also by way of a name that is bound once."""
    value = arg.value if arg is not None else None
    if isinstance(value, cst.Name):
        imported, others = context.names.bindings(value.value, value)
        if imported or len(others) != 1 or not isinstance(others[0], (cst.Assign, cst.AnnAssign)):
            return None
        value = others[0].value
    if isinstance(value, (cst.SimpleString, cst.ConcatenatedString)):
        text = value.evaluated_value
        return text if isinstance(text, str) else None
    return None


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


@dataclass(frozen=True)
class _Line:
    """How a formatter is to be called: a format and a form of the time; None where it stays as it is."""

    fmt: str | None
    datefmt: str | None


def _line(context: Context, call: cst.Call, name: str, default: str, has_own_form: bool) -> _Line | None:
    """The least that makes the lines right under a clock in UTC; None where that is not known.

    `has_own_form`: without a `datefmt`, the formatter writes ISO 8601 already.
    """
    given, form = (
        _argument(call, name, 0 if name == "fmt" else -1),
        _argument(call, "datefmt", 1 if name == "fmt" else -1),
    )
    style = _text(context, _argument(call, "style", 2 if name == "fmt" else -1)) or "%"
    if style not in _STAMP:
        return None
    old = _text(context, given) if given is not None else default
    fmt = _stamped(old, style) if old is not None else None
    current = _text(context, form) if form is not None else None
    candidates: list[str | None] = [current] if current is not None else []
    if form is None and has_own_form:
        candidates.append(None)
    candidates += [_ISO_UTC, DATE_AND_TIME]
    for candidate in candidates:
        own = (DATE_AND_TIME, _MSEC) if has_own_form else (None, None)
        asctime = time_text(candidate, True, *own)
        shown = fmt if fmt is not None else _STAMP[style]
        if of_line(shown, style, asctime, True, {}).state is State.RIGHT:
            return _Line(
                fmt if fmt != old or given is None else None, candidate if candidate != current else None
            )
    return None


def _stamped(fmt: str, style: str) -> str:
    """A format with the time in it."""
    if "asctime" in names_in(fmt, style):
        return fmt
    by_number, count = _CREATED[style].subn(lambda _: _STAMP[style], fmt, count=1)
    return by_number if count else f"{_STAMP[style]} {fmt}"


def _arguments(context: Context, call: cst.Call, name: str, line: _Line) -> list[Change] | None:
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
        literal = _PLAIN.match(context.source.code(arg.value))
        if literal is not None and literal["quote"] not in value:
            changes.append(context.source.replaced(arg.value, f"{literal['quote']}{value}{literal['quote']}"))
        elif key == "datefmt":
            changes.append(context.source.replaced(arg.value, f'"{value}"'))
        else:
            return None
    if missing:
        changes.append(argument(context, call, ", ".join(missing)))
    return changes


def _basic(context: Context, call: cst.Call) -> list[Change] | None:
    """`basicConfig` makes its formatter itself: the clock is set on the class."""
    line = _line(context, call, "format", BASIC_FORMAT, has_own_form=False)
    if line is None:
        return None
    changes = _arguments(context, call, "format", line)
    if changes is None or _has_clock(context):
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


def _has_clock(context: Context) -> bool:
    """Whether the file sets the clock of all formatters."""
    for target in context.source.within(context.source.tree, cst.AssignTarget):
        if isinstance(target.target, cst.Attribute) and target.target.attr.value == "converter":
            if context.names.qualified(target.target.value) == "logging.Formatter":
                return True
    return False


def _formatter(context: Context, call: cst.Call) -> list[Change] | None:
    """A formatter of a class with a clock and a form of its own."""
    source = context.source
    if _has_clock(context):
        line = _line(context, call, "fmt", "%(message)s", has_own_form=False)
        return None if line is None else _arguments(context, call, "fmt", line)
    line = _line(context, call, "fmt", "%(message)s", has_own_form=True)
    changes = _arguments(context, call, "fmt", line) if line is not None else None
    if changes is None:
        return None
    known = _known_class(context)
    if known is not None and not _is_other(context, known, call):
        return [*changes, source.replaced(call.func, known)]
    made = _class(context, call)
    return [*changes, made, source.replaced(call.func, CLASS)] if made is not None else None


def _known_class(context: Context) -> str | None:
    """A class of the file that is such a formatter."""
    for node in context.source.tree.body:
        if isinstance(node, cst.ClassDef) and len(node.bases) == 1:
            body = {
                target.target.value: assign.value
                for assign in context.source.within(node.body, cst.Assign)
                for target in assign.targets
                if isinstance(target.target, cst.Name)
            }
            clock = body.get("converter")
            if context.names.qualified(node.bases[0].value) == "logging.Formatter" and clock is not None:
                if context.names.qualified(clock) == "time.gmtime" and "default_time_format" in body:
                    return node.name.value
    return None


def _is_other(context: Context, name: str, node: cst.CSTNode) -> bool:
    """Whether a name of the module means another thing at `node`, or nothing yet."""
    imported, others = context.names.bindings(name, node)
    if imported or len(others) != 1 or not isinstance(others[0], cst.ClassDef):
        return True
    in_function = context.source.enclosing(node, cst.FunctionDef, cst.Lambda) is not None
    return not in_function and context.source.span(others[0])[0] > context.source.span(node)[0]


def _class(context: Context, call: cst.Call) -> Change | None:
    """The class, below the imports at the top of the file."""
    source, names = context.source, context.names
    root: cst.BaseExpression = call.func
    while isinstance(root, cst.Attribute):
        root = root.value
    imported = names.imported(root.value, call) if isinstance(root, cst.Name) else None
    place = imports.top(source)
    if imported is None or names.is_bound(CLASS, call) or not place.is_after:
        return None
    if imported.scope is not source.tree or source.span(imported.statement)[0] >= place.offset:
        return None
    if source.span(call)[0] < place.offset or not source.text[: place.offset].endswith(("\n", "\r")):
        return None
    gmtime = imports.present(source, names, "time.gmtime", call, place.offset)
    time = imports.present(source, names, "time", call, place.offset)
    clock = gmtime or f"{time or 'time'}.gmtime"
    if not gmtime and not time and names.is_bound("time", source.tree.body[-1]):
        return None
    for name in filter(None, (gmtime, time)):
        by = names.imported(name, call)
        if by is None or by.scope is not source.tree or source.span(by.statement)[0] >= place.offset:
            return None
    indent = source.tree.default_indent
    lines = [
        *(["import time"] if not gmtime and not time else []),
        "",
        "",
        f"class {CLASS}({source.code(call.func)}):",
        f'{indent}"""Stamps log lines in UTC and ISO 8601."""',
        "",
        f"{indent}converter = {clock}",
        f'{indent}default_time_format = "{DATE_AND_TIME}"',
        f'{indent}default_msec_format = "{_MSEC}"',
    ]
    following = source.text[place.offset :]
    blank = len(following) - len(following.lstrip("\r\n"))
    lines += [""] * max(0, 2 - blank // len(source.newline))
    return Change(place.offset, place.offset, "".join(f"{line}{source.newline}" for line in lines))
