"""How the source spells a value: names for messages, hints and the recognition of parties."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..syntax import summary as s


def spell(summary: s.Summary, vid: s.ValueId, depth: int = 8) -> str:
    """A short text such as "self._call_id", "person[email]" or "call.id"; "" when nothing fits."""
    if depth <= 0:
        return ""
    value = summary.values[vid]
    way = _WAYS.get(type(value))
    return way(summary, value, vid, depth) if way is not None else ""


def _name(summary: s.Summary, value: s.Param | s.FreeName | s.GlobalName, vid: s.ValueId, depth: int) -> str:
    return value.name


def _attribute(summary: s.Summary, value: s.Attr, vid: s.ValueId, depth: int) -> str:
    base = spell(summary, value.base, depth - 1)
    return f"{base}.{value.name}" if base else value.name


def _item(summary: s.Summary, value: s.Item, vid: s.ValueId, depth: int) -> str:
    key = summary.values[value.key]
    inner = str(key.value) if isinstance(key, s.Const) else spell(summary, value.key, depth - 1)
    return f"{spell(summary, value.base, depth - 1)}[{inner}]"


def _call(summary: s.Summary, value: s.Call, vid: s.ValueId, depth: int) -> str:
    func = summary.values[value.func]
    if isinstance(func, s.Attr) and func.name == "__await__":
        return spell(summary, func.base, depth - 1)
    name = spell(summary, value.func, depth - 1)
    if value.args and value.args[0].name is None:
        first = summary.values[value.args[0].value]
        if isinstance(first, s.Const) and isinstance(first.value, str) and not set(" /") & set(first.value):
            return f"{name}[{first.value}]"
    return f"{name}()"


def _element(summary: s.Summary, value: s.Element, vid: s.ValueId, depth: int) -> str:
    return _bound_name(summary, vid) or spell(summary, value.iterable, depth - 1)


def _unpacked(summary: s.Summary, value: s.Unpacked, vid: s.ValueId, depth: int) -> str:
    return _bound_name(summary, vid) or spell(summary, value.value, depth - 1)


def _phi(summary: s.Summary, value: s.Phi, vid: s.ValueId, depth: int) -> str:
    names = [spell(summary, v, depth - 3) for v in value.operands[:3] if v != vid]
    return next((n for n in names if n), "")


def _either(summary: s.Summary, value: s.BoolOp, vid: s.ValueId, depth: int) -> str:
    return next((n for n in (spell(summary, v, depth - 2) for v in value.operands) if n), "")


def _bound_name(summary: s.Summary, vid: s.ValueId) -> str:
    """The name of the loop variable or unpacking target that a value is bound to."""
    function = summary.functions[summary.owners[vid]]
    return next((name for name, vids in function.bindings.items() if vid in vids), "")


_WAYS: dict[type, Callable[[s.Summary, Any, s.ValueId, int], str]] = {
    s.Param: _name,
    s.FreeName: _name,
    s.GlobalName: _name,
    s.Imported: lambda summary, value, vid, depth: value.name or value.module,
    s.Attr: _attribute,
    s.Item: _item,
    s.Call: _call,
    s.Element: _element,
    s.Unpacked: _unpacked,
    s.Phi: _phi,
    s.BoolOp: _either,
    s.Formatted: lambda summary, value, vid, depth: spell(summary, value.value, depth - 1),
    s.Typed: lambda summary, value, vid, depth: spell(summary, value.value, depth - 1),
    s.Entered: lambda summary, value, vid, depth: spell(summary, value.context, depth - 1),
    s.Updated: lambda summary, value, vid, depth: spell(summary, value.base, depth - 1),
    s.Merged: lambda summary, value, vid, depth: spell(summary, value.base, depth - 1),
    s.Appended: lambda summary, value, vid, depth: spell(summary, value.base, depth - 1),
}
