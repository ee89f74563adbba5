"""How the source spells a value: names for messages, hints and the recognition of parties."""

from __future__ import annotations

from ..syntax import summary as s


def spell(summary: s.Summary, vid: s.ValueId, depth: int = 8) -> str:
    """A short text such as "self._call_id", "person[email]" or "call.id"; "" when nothing fits."""
    if depth <= 0:
        return ""
    value = summary.values[vid]
    if isinstance(value, (s.Param, s.FreeName, s.GlobalName)):
        return value.name
    if isinstance(value, s.Attr):
        base = spell(summary, value.base, depth - 1)
        return f"{base}.{value.name}" if base else value.name
    if isinstance(value, s.Item):
        key = summary.values[value.key]
        inner = str(key.value) if isinstance(key, s.Const) else spell(summary, value.key, depth - 1)
        return f"{spell(summary, value.base, depth - 1)}[{inner}]"
    if isinstance(value, s.Call):
        return _spell_call(summary, value, depth)
    if isinstance(value, s.Imported):
        return value.name or value.module
    if isinstance(value, (s.Element, s.Unpacked)):
        source = value.iterable if isinstance(value, s.Element) else value.value
        return _bound_name(summary, vid) or spell(summary, source, depth - 1)
    if isinstance(value, (s.Formatted, s.Typed)):
        return spell(summary, value.value, depth - 1)
    if isinstance(value, s.Phi):
        names = [spell(summary, v, depth - 3) for v in value.operands[:3] if v != vid]
        return next((n for n in names if n), "")
    if isinstance(value, s.BoolOp):
        return next((n for n in (spell(summary, v, depth - 2) for v in value.operands) if n), "")
    if isinstance(value, s.Entered):
        return spell(summary, value.context, depth - 1)
    if isinstance(value, (s.Updated, s.Merged, s.Appended)):
        return spell(summary, value.base, depth - 1)
    return ""


def _bound_name(summary: s.Summary, vid: s.ValueId) -> str:
    """The name of the loop variable or unpacking target that a value is bound to."""
    function = summary.functions[summary.owners[vid]]
    return next((name for name, vids in function.bindings.items() if vid in vids), "")


def _spell_call(summary: s.Summary, value: s.Call, depth: int) -> str:
    func = summary.values[value.func]
    if isinstance(func, s.Attr) and func.name == "__await__":
        return spell(summary, func.base, depth - 1)
    name = spell(summary, value.func, depth - 1)
    if value.args and value.args[0].name is None:
        first = summary.values[value.args[0].value]
        if isinstance(first, s.Const) and isinstance(first.value, str) and not set(" /") & set(first.value):
            return f"{name}[{first.value}]"
    return f"{name}()"
