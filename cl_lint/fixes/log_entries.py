"""Formatters in the mapping of a `dictConfig`, or in Django's `LOGGING`."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from cl_lint.fixes.context import Context
from cl_lint.fixes.log_formats import Stamped, has_clock, least, rewritten, stamped, text_of, utc_class
from cl_lint.fixes.model import Change

_OWN_CLASSES = ("logging.Formatter", "logging.config.Formatter")


def entries(context: Context) -> Stamped | None:
    """The entries that the finding is about, with a class that has a clock in UTC; None where one of them is
    in another file, or cannot be mended."""
    changes: list[Change] = []
    for entry in _entries(context):
        made = _entry(context, entry) if entry is not None else None
        if made is None:
            return None
        changes += made
    return stamped(changes)


def _entries(context: Context) -> Iterator[cst.Dict | None]:
    finding, source = context.finding, context.source
    own = context.found(cst.Dict)
    if own is not None:
        if any(key in ("format", "fmt", "datefmt", "()", "class") for key in _items(own) or ()):
            yield own
        elif any(isinstance(each.value, cst.Dict) for each in own.elements):  # all the formatters
            yield from (each.value for each in own.elements if isinstance(each.value, cst.Dict))
        return
    for step in finding.trace:
        if step.message.startswith("formatter "):
            is_here = step.place.path == finding.place.path
            yield source.at(step.place, cst.Dict) if is_here else None


def _items(entry: cst.Dict) -> dict[str, cst.DictElement] | None:
    """The elements by their keys; None where not all keys are texts."""
    found: dict[str, cst.DictElement] = {}
    for element in entry.elements:
        if not isinstance(element, cst.DictElement) or not isinstance(element.key, cst.SimpleString):
            return None
        found[str(element.key.evaluated_value)] = element
    return found


def _entry(context: Context, entry: cst.Dict) -> list[Change] | None:
    items = _items(entry)
    if not items:
        return None
    form, date, style = items.get("format") or items.get("fmt"), items.get("datefmt"), items.get("style")
    maker = items.get("()") or items.get("class")
    named = text_of(context, maker.value) if maker is not None else None
    if named is not None and named.startswith("pythonjsonlogger."):
        bears_other = form is not None and "asctime" in (text_of(context, form.value) or "asctime")
        return None if bears_other or "timestamp" in items else [_last(context, entry, '"timestamp": True')]
    if maker is not None and (maker is items.get("()") or named not in _OWN_CLASSES):
        return None
    line = least(
        text_of(context, form.value) if form is not None else "%(message)s",
        form is not None,
        text_of(context, date.value) if date is not None else None,
        date is not None,
        (text_of(context, style.value) if style is not None else "%") or "",
        not has_clock(context),
    )
    if line is None:
        return None
    changes: list[Change] = []
    for key, element, value in (("format", form, line.fmt), ("datefmt", date, line.datefmt)):
        if value is None:
            continue
        if element is None:
            changes.append(_last(context, entry, f'"{key}": "{value}"'))
            continue
        change = rewritten(context, element.value, value, is_free=key == "datefmt")
        if change is None:
            return None
        changes.append(change)
    return changes if has_clock(context) else _with_class(context, entry, maker, changes)


def _with_class(
    context: Context, entry: cst.Dict, maker: cst.DictElement | None, changes: list[Change]
) -> list[Change] | None:
    source = context.source
    made = utc_class(context, entry, None)
    if made is None:
        return None
    factory = f'"()": {made.name}'
    if maker is not None:
        place = Change(source.span(maker.key)[0], source.span(maker.value)[1], factory)
    else:
        first = source.span(entry.elements[0])[0]
        is_alone = not source.text[source.line_start(first) : first].strip()
        behind = f"{source.newline_at(first)}{source.indent(first)}" if is_alone else " "
        place = Change(first, first, f"{factory},{behind}")
    return [*made.changes, *changes, place]


def _last(context: Context, entry: cst.Dict, item: str) -> Change:
    """An item behind the others."""
    source = context.source
    start, end = source.span(entry.elements[-1])
    last = entry.elements[-1].value
    end = max(end, source.span(last)[1] + len(last.rpar))
    is_alone = not source.text[source.line_start(start) : start].strip()
    if is_alone and source.text[end : source.line_end(end)].strip() in (",", ""):
        return Change(end, end, f",{source.newline_at(start)}{source.indent(start)}{item}")
    return Change(end, end, f", {item}")
