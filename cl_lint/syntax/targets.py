"""Assignment targets: which names get which value, and which attributes and items are stored."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Optional

import libcst as cst

from .dispatch import EXPRESSIONS
from .expressions import lower_key
from .state import Lowering
from .summary import (
    Arg,
    Bind,
    Sequence,
    Span,
    Statement,
    Store,
    StoreAttr,
    StoreItem,
    Unpacked,
    Updated,
    ValueId,
)

Bound = tuple[str, ValueId]


def bind_target(low: Lowering, target: Any, value: ValueId) -> list[Bound]:
    """The names that unpacking `value` into the target binds; it binds nothing itself."""
    return [(leaf.value, item) for leaf, item in _leaves(low, target, value) if type(leaf) is cst.Name]


def store_target(
    low: Lowering, target: Any, value: ValueId, mark: int, span: Span, out: list[Statement]
) -> None:
    """Bind and store what the target says and emit it. `mark` is where the statement's calls begin."""
    if type(target) is cst.Name:
        low.bind(target.value, value)
        out.append(Bind(((target.value, value),), low.calls_since(mark), span))
        return
    leaves = list(_leaves(low, target, value))
    names = tuple((leaf.value, item) for leaf, item in leaves if type(leaf) is cst.Name)
    if names:
        for name, item in names:
            low.bind(name, item)
        out.append(Bind(names, low.calls_since(mark), span))
        mark = len(low.calls)
    for leaf, item in leaves:
        if type(leaf) is cst.Attribute:
            base = EXPRESSIONS[type(leaf.value)](low, leaf.value)
            store_attr(low, base, leaf.attr.value, item, None, mark, span, out)
        elif type(leaf) is cst.Subscript:
            base = EXPRESSIONS[type(leaf.value)](low, leaf.value)
            store_item(low, leaf, base, lower_key(low, leaf), item, mark, span, out)
        mark = len(low.calls)


def bind_or_store(
    low: Lowering, target: Any, value: ValueId, span: Span, out: list[Statement]
) -> list[Bound]:
    """For `for` and `with` targets: bind the names and return them, emit the other stores."""
    leaves = list(_leaves(low, target, value))
    names = [(leaf.value, item) for leaf, item in leaves if type(leaf) is cst.Name]
    for name, item in names:
        low.bind(name, item)
    for leaf, item in leaves:
        if type(leaf) is not cst.Name:
            store_target(low, leaf, item, len(low.calls), span, out)
    return names


def store_attr(
    low: Lowering,
    base: ValueId,
    name: str,
    value: ValueId,
    annotation: Optional[ValueId],
    mark: int,
    span: Span,
    out: list[Statement],
) -> None:
    out.append(StoreAttr(base, name, value, annotation, low.calls_since(mark), span))
    low.stores.append(Store(low.scope.number, base, name, value, annotation, span))


def store_item(
    low: Lowering,
    target: cst.Subscript,
    base: ValueId,
    key: ValueId,
    value: ValueId,
    mark: int,
    span: Span,
    out: list[Statement],
) -> None:
    out.append(StoreItem(base, key, value, low.calls_since(mark), span))
    owner = target.value
    if type(owner) is cst.Name and owner.value in low.env:
        low.bind(owner.value, low.put(Updated(base, key, value), span))


def _leaves(low: Lowering, target: Any, value: ValueId) -> Iterator[tuple[Any, ValueId]]:
    """Pair every name, attribute and subscript of a target with the part of the value it gets."""
    kind = type(target)
    if kind is not cst.Tuple and kind is not cst.List:
        yield target, value
        return
    elements = target.elements
    star = next((i for i, element in enumerate(elements) if type(element) is cst.StarredElement), None)
    items = _display_items(low, value)
    for index, element in enumerate(elements):
        part = _display_part(items, index, len(elements), star)
        if part is None:
            position = index if star is None or index <= star else index - len(elements)
            part = low.add(Unpacked(value, position, index == star), element.value)
        yield from _leaves(low, element.value, part)


def _display_items(low: Lowering, value: ValueId) -> tuple[Arg, ...]:
    described = low.values[value]
    if (
        type(described) is Sequence
        and described.kind != "set"
        and not any(arg.star for arg in described.items)
    ):
        return described.items
    return ()


def _display_part(items: tuple[Arg, ...], index: int, count: int, star: Optional[int]) -> Optional[ValueId]:
    """The item of a display that the target at `index` gets, where lengths agree."""
    if star is None:
        return items[index].value if len(items) == count else None
    if len(items) < count - 1 or index == star:
        return None
    return items[index if index < star else index - count].value
