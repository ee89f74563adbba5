"""Formatters of the standard library: formats with a time in ISO 8601, and a class with a clock in UTC."""

from __future__ import annotations

import re
from dataclasses import dataclass

import libcst as cst

from cl_lint.concepts.log_setups import State
from cl_lint.concepts.log_setups.lines import names_in, of_line, time_text
from cl_lint.fixes import imports
from cl_lint.fixes.context import Context
from cl_lint.fixes.model import Change
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


@dataclass(frozen=True)
class Stamped:
    """The changes after which lines are stamped as they should be."""

    changes: tuple[Change, ...]
    is_safe: bool = True


def stamped(changes: list[Change] | None, is_safe: bool = True) -> Stamped | None:
    """These changes; None where there are none."""
    return Stamped(tuple(changes), is_safe) if changes else None


def text_of(context: Context, value: cst.BaseExpression) -> str | None:
    """The constant text of an expression, also by way of a name that is bound once."""
    if isinstance(value, cst.Name):
        imported, others = context.names.bindings(value.value, value)
        if imported or len(others) != 1 or not isinstance(others[0], (cst.Assign, cst.AnnAssign)):
            return None
        bound = others[0].value
        if bound is None:
            return None
        value = bound
    if isinstance(value, (cst.SimpleString, cst.ConcatenatedString)):
        text = value.evaluated_value
        return text if isinstance(text, str) else None
    return None


def rewritten(context: Context, value: cst.BaseExpression, text: str, is_free: bool = False) -> Change | None:
    """`text` in the place of a plain literal, or of any expression where it `is_free` to go."""
    literal = _PLAIN.match(context.source.code(value))
    if literal is not None and literal["quote"] not in text:
        return context.source.replaced(value, f"{literal['quote']}{text}{literal['quote']}")
    return context.source.replaced(value, f'"{text}"') if is_free else None


@dataclass(frozen=True)
class Line:
    """How a formatter is to be called: a format and a form of the time; None where it stays as it is."""

    fmt: str | None
    datefmt: str | None


def least(
    old: str | None, is_given: bool, form: str | None, has_form: bool, style: str, has_own_form: bool
) -> Line | None:
    """The least that makes the lines right under a clock in UTC; None where that is not known.

    `old` is the format, by default where it is not `is_given`, None where its text is not known; `form` the
    `datefmt`, if it `has_form`. `has_own_form`: without one, the formatter writes ISO 8601 already.
    """
    if style not in _STAMP:
        return None
    fmt = _stamped(old, style) if old is not None else None
    candidates: list[str | None] = [form] if form is not None else []
    if not has_form and has_own_form:
        candidates.append(None)
    candidates += [_ISO_UTC, DATE_AND_TIME]
    for candidate in candidates:
        own = (DATE_AND_TIME, _MSEC) if has_own_form else (None, None)
        asctime = time_text(candidate, True, *own)
        shown = fmt if fmt is not None else _STAMP[style]
        if of_line(shown, style, asctime, True, {}).state is State.RIGHT:
            return Line(fmt if fmt != old or not is_given else None, candidate if candidate != form else None)
    return None


def _stamped(fmt: str, style: str) -> str:
    """A format with the time in it."""
    if "asctime" in names_in(fmt, style):
        return fmt
    by_number, count = _CREATED[style].subn(lambda _: _STAMP[style], fmt, count=1)
    return by_number if count else f"{_STAMP[style]} {fmt}"


def has_clock(context: Context) -> bool:
    """Whether the file sets the clock of all formatters."""
    for target in context.source.within(context.source.tree, cst.AssignTarget):
        if isinstance(target.target, cst.Attribute) and target.target.attr.value == "converter":
            if context.names.qualified(target.target.value) == "logging.Formatter":
                return True
    return False


@dataclass(frozen=True)
class Named:
    """How a class is written, and the changes that make it."""

    name: str
    changes: tuple[Change, ...] = ()


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


def utc_class(context: Context, node: cst.CSTNode, base: cst.BaseExpression | None) -> Named | None:
    """A class for use at `node`: one of the file, else one that is added below the imports at its top.

    `base` is how `logging.Formatter` is written there; None where it is not.
    """
    known = _known_class(context)
    if known is not None and not _is_other(context, known, node):
        return Named(known)
    made = _class(context, node, base)
    return Named(CLASS, (made,)) if made is not None else None


def _class(context: Context, node: cst.CSTNode, base: cst.BaseExpression | None) -> Change | None:
    """The class, below the imports at the top of the file."""
    source, names = context.source, context.names
    place = imports.top(source)
    if names.is_bound(CLASS, node) or not place.is_after:
        return None
    logging: str | None = None
    if base is not None:
        root = base
        while isinstance(root, cst.Attribute):
            root = root.value
        if not isinstance(root, cst.Name):
            return None
        logging, parent = root.value, source.code(base)
    else:
        logging = imports.present(source, names, "logging", node, place.offset)
        if logging is None and names.is_bound("logging", source.tree.body[-1]):
            return None
        parent = f"{logging or 'logging'}.Formatter"
    if source.span(node)[0] < place.offset or not source.text[: place.offset].endswith(("\n", "\r")):
        return None
    gmtime = imports.present(source, names, "time.gmtime", node, place.offset)
    time = imports.present(source, names, "time", node, place.offset)
    clock = gmtime or f"{time or 'time'}.gmtime"
    if not gmtime and not time and names.is_bound("time", source.tree.body[-1]):
        return None
    for name in filter(None, (logging, gmtime, time)):
        by = names.imported(name, node)
        if by is None or by.scope is not source.tree or source.span(by.statement)[0] >= place.offset:
            return None
    indent = source.tree.default_indent
    lines = [
        *(["import logging"] if logging is None else []),
        *(["import time"] if not gmtime and not time else []),
        "",
        "",
        f"class {CLASS}({parent}):",
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
