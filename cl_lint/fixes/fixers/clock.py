"""CL201: the time is taken in UTC, and says so; texts that are formed of it say it, too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import libcst as cst

from cl_lint.fixes import imports
from cl_lint.fixes.arguments import argument
from cl_lint.fixes.context import Context
from cl_lint.fixes.imports import Reference
from cl_lint.fixes.model import Change, Fix
from cl_lint.fixes.time_texts import DATE_AND_TIME, TimeTexts
from cl_lint.models.time_rows import Clock

UTC_FORMAT = f"{DATE_AND_TIME}Z"


@dataclass(frozen=True)
class Taken:
    """The changes with which a call takes UTC; `is_open`: what the user had chosen is overruled, or what
    it gives is of another kind."""

    changes: tuple[Change, ...]
    is_open: bool = False


def fixes(context: Context) -> Iterator[Fix]:
    """The call with UTC as its zone; safe where all that is done with the time is to form texts."""
    call = context.found(cst.Call)
    if call is None:
        yield from _handed_over(context)
        return
    taken = _by_text(context, call) or _by_row(context, call) or _moved(context, call)
    if taken is None:
        return
    changes, formed = _uses(context, call)
    made = [*taken.changes, *changes]
    yield context.fix("Take the time in UTC", made, is_safe=formed and not taken.is_open)


def utc(context: Context, node: cst.CSTNode) -> Reference | None:
    """How the zone UTC is written at `node`."""
    short = imports.present(context.source, context.names, "datetime.UTC", node, context.source.span(node)[0])
    if short is not None:
        return Reference(short)
    found = context.reference("datetime", "timezone", node)
    return Reference(f"{found.text}.utc", found.changes) if found is not None else None


# -- the call


def _by_row(context: Context, call: cst.Call) -> Taken | None:
    """A call that takes a zone, or has a neighbour that does or that takes UTC."""
    qualified = context.names.qualified(call.func)
    row = context.models.row(Clock, qualified) if qualified else None
    if row is None or row.form == "date" or row.taken == "django":
        return None
    changes: list[Change] = []
    if row.instead:
        renamed = _renamed(context, call, row.instead)
        row = context.models.row(Clock, f"{qualified.rpartition('.')[0]}.{row.instead}")
        if renamed is None or row is None:
            return None
        changes += renamed
        if row.taken == "bare-utc":
            return Taken(tuple(changes))
    zoned = _with_zone(context, call, row)
    return Taken((*changes, *zoned.changes), zoned.is_open) if zoned is not None else None


def _renamed(context: Context, call: cst.Call, name: str) -> list[Change] | None:
    if isinstance(call.func, cst.Attribute):
        return [context.source.replaced(call.func.attr, name)]
    module = context.names.qualified(call.func).rpartition(".")[0]
    found = context.reference(module, name, call) if "." not in module else None
    if found is None:
        return None
    return [*found.changes, context.source.replaced(call.func, found.text)]


def _with_zone(context: Context, call: cst.Call, row: Clock) -> Taken | None:
    zone = utc(context, call)
    if zone is None or any(arg.star for arg in call.args) or (row.zone < 0 and not row.zone_keyword):
        return None
    for number, arg in enumerate(call.args):
        named = arg.keyword.value if arg.keyword is not None else ""
        if (named and named == row.zone_keyword) or (not named and number == row.zone):
            is_none = isinstance(arg.value, cst.Name) and arg.value.value == "None"
            change = context.source.replaced(arg.value, zone.text)
            return Taken((*zone.changes, change), is_open=not is_none)
    positional = all(arg.keyword is None for arg in call.args) and len(call.args) == row.zone
    if not positional and not row.zone_keyword:
        return None
    text = zone.text if positional else f"{row.zone_keyword}={zone.text}"
    return Taken((*zone.changes, argument(context, call, text)))


def _by_text(context: Context, call: cst.Call) -> Taken | None:
    """`time.strftime(form)`, `time.ctime()` and `time.asctime()`, which take the time and form the text."""
    qualified = context.names.qualified(call.func)
    positional = [arg for arg in call.args if arg.keyword is None and not arg.star]
    if len(positional) != len(call.args) or len(call.args) > 1:
        return None
    if qualified == "time.strftime" and call.args:
        gmtime = context.reference("time", "gmtime", call)
        texts = TimeTexts(context.source, context.names)
        form = texts.of_literal(call.args[0].value, call)
        if gmtime is None:
            return None
        changes = [*gmtime.changes, *(form or []), argument(context, call, f"{gmtime.text}()")]
        return Taken(tuple(changes), is_open=form is None)
    if qualified == "time.ctime" or (qualified == "time.asctime" and not call.args):
        gmtime = context.reference("time", "gmtime", call)
        renamed = _renamed(context, call, "strftime")
        if gmtime is None or renamed is None:
            return None
        given = context.source.code(call.args[0].value) if call.args else ""
        start = context.source.text.index("(", context.source.span(call.func)[1]) + 1
        inside = Change(start, context.source.span(call)[1] - 1, f'"{UTC_FORMAT}", {gmtime.text}({given})')
        if "#" in context.source.text[inside.start : inside.end]:
            return None
        return Taken((*gmtime.changes, *renamed, inside))
    return None


def _moved(context: Context, call: cst.Call) -> Taken | None:
    """`time.astimezone(…)`, which moves the time to another zone."""
    if not (isinstance(call.func, cst.Attribute) and call.func.attr.value == "astimezone"):
        return None
    if len(call.args) > 1 or any(arg.star for arg in call.args):
        return None
    zone = utc(context, call)
    if zone is None:
        return None
    if call.args:
        change = context.source.replaced(call.args[0].value, zone.text)
        return Taken((*zone.changes, change), is_open=True)
    return Taken((*zone.changes, argument(context, call, zone.text)))


def _handed_over(context: Context) -> Iterator[Fix]:
    """`default=datetime.now`: a function that takes the time when it is called."""
    node = context.found(cst.Attribute)
    row = context.models.row(Clock, context.names.qualified(node)) if node is not None else None
    if node is None or row is None or row.form != "object":
        return
    name = node.attr.value
    if row.instead:
        name = row.instead
        row = context.models.row(Clock, f"{row.name.rpartition('.')[0]}.{name}")
    zone = utc(context, node)
    if row is None or zone is None or row.zone != 0:
        return
    text = f"lambda: {context.source.code(node.value)}.{name}({zone.text})"
    changes = [*zone.changes, context.source.replaced(node, text)]
    yield context.fix("Take the time in UTC", changes, is_safe=False)


# -- what is done with the time


def _uses(context: Context, call: cst.Call) -> tuple[list[Change], bool]:
    """The changes to texts that are formed of the time, and whether it goes into nothing else."""
    source, names = context.source, context.names
    texts = TimeTexts(source, names)
    if context.names.qualified(call.func) in ("time.strftime", "time.ctime", "time.asctime"):
        return [], True
    formed = _formed(context, texts, call)
    if formed is not None:
        return formed, True
    name = _variable(context, call)
    scope = names.scope(call)
    if name is None or not isinstance(scope, cst.FunctionDef) or len(names.bindings(name, call)[1]) != 1:
        return [], False
    uses = [_formed(context, texts, load) for load in names.loads(name, scope)]
    changes = [change for use in uses for change in use or ()]
    return changes, bool(uses) and all(use is not None for use in uses)


def _formed(context: Context, texts: TimeTexts, value: cst.CSTNode) -> list[Change] | None:
    """The changes to a text that is formed of the time, also by `time.strftime(form, time)`."""
    arg = context.source.parent(value)
    call = context.source.parent(arg)
    if isinstance(arg, cst.Arg) and isinstance(call, cst.Call):
        qualified = context.names.qualified(call.func)
        if qualified == "time.strftime" and len(call.args) == 2 and arg is call.args[1]:
            return texts.of_literal(call.args[0].value, call)
        if qualified == "time.asctime" and len(call.args) == 1:
            renamed = _renamed(context, call, "strftime")
            start = context.source.span(arg)[0]
            return None if renamed is None else [*renamed, Change(start, start, f'"{UTC_FORMAT}", ')]
    return texts.formed(value)


def _variable(context: Context, call: cst.Call) -> str | None:
    """The name that the time is bound to, and only that."""
    parent = context.source.parent(call)
    if isinstance(parent, cst.Assign) and len(parent.targets) == 1:
        target: cst.CSTNode = parent.targets[0].target
    elif isinstance(parent, cst.AnnAssign):
        target = parent.target
    else:
        return None
    return target.value if isinstance(target, cst.Name) else None
