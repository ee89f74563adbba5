"""The items of a list that is put together in any of the usual ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...program import Abstract, Container, Ref
from ...syntax import summary as s

if TYPE_CHECKING:
    from ...program import Program

DEPTH = 8


def items_of(program: Program, value: Abstract, depth: int = DEPTH) -> tuple[list[Ref], bool]:
    """Where the items of a list or tuple stand, and whether there may be others."""
    if not isinstance(value, Container) or depth <= 0:
        return [], True
    ref = value.ref
    node = ref.module.values[ref.vid]
    found: list[Ref] = []
    is_open = False
    if isinstance(node, s.Sequence):
        for item in node.items:
            if item.star:
                inner, more = _inside(program, ref, item.value, depth)
                found, is_open = found + inner, is_open or more
            else:
                found.append(Ref(ref.module, item.value, ref.frame))
        return found, is_open
    if isinstance(node, s.Binary) and node.op == "+":
        parts = [node.left, node.right]
    elif isinstance(node, s.Merged):
        parts = [node.base, node.other]
    elif isinstance(node, s.Appended):
        inner, more = _inside(program, ref, node.base, depth)
        return [*inner, Ref(ref.module, node.item, ref.frame)], more
    else:
        return [], True
    for part in parts:
        inner, more = _inside(program, ref, part, depth)
        found, is_open = found + inner, is_open or more
    return found, is_open


def _inside(program: Program, ref: Ref, vid: s.ValueId, depth: int) -> tuple[list[Ref], bool]:
    values = program.eval(Ref(ref.module, vid, ref.frame))
    found: list[Ref] = []
    is_open = not values
    for value in values:
        inner, more = items_of(program, value, depth - 1)
        found, is_open = found + inner, is_open or more
    return list(dict.fromkeys(found)), is_open
