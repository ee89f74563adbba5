"""A readable line for a value, for debugging and tests."""

from __future__ import annotations

from typing import Any

from .summary import Arg, Const, FunctionValue, GlobalName, Param, Phi, Summary, ValueId


def show(summary: Summary, value: ValueId, depth: int = 12) -> str:
    """The value as nested text, e.g. `Call(Attr(Param(1 x), get), 'u', k=3)`; cycles show as `#id`."""
    return _show(summary, value, depth, frozenset())


def _show(summary: Summary, value: ValueId, depth: int, seen: frozenset[ValueId]) -> str:
    if value in seen or depth == 0:
        return f"#{value}"
    described: Any = summary.values[value]
    if isinstance(described, Const):
        return repr(described.value)
    if isinstance(described, GlobalName):
        return described.name
    if isinstance(described, Param):
        return f"Param({described.function} {described.name})"
    if isinstance(described, FunctionValue):
        return f"<{summary.functions[described.function].qualname}>"
    inner = seen | {value} if isinstance(described, Phi) else seen
    fields = type(described).__annotations__
    parts = [
        _field(summary, getattr(described, field), str(kind), depth - 1, inner)
        for field, kind in fields.items()
    ]
    return f"{type(described).__name__}({', '.join(part for part in parts if part)})"


def _field(summary: Summary, content: Any, kind: str, depth: int, seen: frozenset[ValueId]) -> str:
    if content is None:
        return "None"
    if isinstance(content, Arg):
        prefix = f"{content.name}=" if content.name is not None else "*" * content.star
        return prefix + _show(summary, content.value, depth, seen)
    if isinstance(content, tuple):
        return ", ".join(_field(summary, item, kind, depth, seen) for item in content)
    if isinstance(content, bool):
        return "starred" if content else ""
    if isinstance(content, int) and "ValueId" in kind:
        return _show(summary, content, depth, seen)
    return str(content)
