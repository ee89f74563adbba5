"""Operators, comparisons and truth in a trial run."""

from __future__ import annotations

from functools import partial
from typing import Optional

from . import intervals
from .machine import Machine
from .statuses import Status, made_of, status
from .things import (
    AskedText,
    Headers,
    Items,
    Made,
    Num,
    Reply,
    Span,
    Sym,
    Table,
    Thing,
    frozen,
    number,
)


def _is_ok(status: int) -> bool:
    return status < 400


def truth_of(m: Machine, thing: Thing) -> Optional[bool]:
    if isinstance(thing, Sym):
        return None
    if isinstance(thing, Num):
        return intervals.compare("!=", thing, Num(0, 0))
    if isinstance(thing, Span):
        return intervals.compare("!=", thing.seconds, Num(0, 0))
    if isinstance(thing, (Items, Table)):
        inside = thing.items[thing.position :] if isinstance(thing, Items) else thing.entries
        return True if inside else (None if thing.open else False)
    if isinstance(thing, Reply):
        row = m.shared.get(("truth", thing.kind))
        if row is None:
            from ...models.rows import Response

            found = m.models.rows(Response).get(thing.kind)
            row = m.shared["truth", thing.kind] = found.truth if found else "always"
        if row == "ok" and thing.failing:
            m.suspect(m.spot)
            m.watch(_is_ok, thing.status < 400)
        return thing.status < 400 if row == "ok" else True
    if isinstance(thing, (str, bytes, int, float, type(None))):
        return bool(thing)
    return True


def joined(parts: list[Thing]) -> Thing:
    """A text from its parts."""
    if all(isinstance(p, (str, int, float)) for p in parts):
        return "".join(str(p) for p in parts)
    return Sym(("text", *(p if isinstance(p, (str, int, float, Sym)) else str(frozen(p)) for p in parts)))


def operate(m: Machine, op: str, left: Thing, right: Thing) -> Thing:
    if isinstance(left, Made) or isinstance(right, Made):
        from .things import Given

        return Made(f"operator.{op}", [Given(left, getattr(left, "spot", None)), Given(right, None)], {})
    if isinstance(left, Items) or isinstance(right, Items):
        return _of_items(op, left, right)
    if op == "|" and isinstance(left, Table) and isinstance(right, Table):
        return Table(
            {**left.entries, **right.entries}, left.open or right.open, {**left.spots, **right.spots}
        )
    if isinstance(left, str) or (isinstance(right, str) and op == "+"):
        return _of_texts(op, left, right)
    result = intervals.arithmetic(op, left, right)
    if result is None:
        return Sym(("op", op, frozen(left), frozen(right)))
    if isinstance(left, Status) and isinstance(result, (int, float)):
        return status(int(result), partial(_operated_for, m, op, left, right))
    return result


def _operated_for(m: Machine, op: str, left: Status, right: Thing, other: int) -> Thing:
    return operate(m, op, left.make(other), right)


def _of_texts(op: str, left: Thing, right: Thing) -> Thing:
    if op == "+":
        return joined([left, right])
    if op == "*" and isinstance(right, int):
        return left * min(right, 50)
    if op == "%":
        items = tuple(right.items) if isinstance(right, Items) else (right,)
        return joined([left, *items])
    return Sym(("op", op, frozen(left), frozen(right)))


def _of_items(op: str, left: Thing, right: Thing) -> Thing:
    if isinstance(left, Items) and isinstance(right, Items):
        if op in ("+", "|"):
            return Items(
                left.kind, left.items + right.items, right.endless, left.open or right.open, right.step
            )
        if op in ("-", "&"):
            theirs = [frozen(i) for i in right.items]
            return Items(
                left.kind, [i for i in left.items if (frozen(i) in theirs) == (op == "&")], open=left.open
            )
    if op == "*":
        items, times = (left, right) if isinstance(left, Items) else (right, left)
        if isinstance(times, int):
            return Items(items.kind, items.items * min(max(times, 0), 100), open=items.open)
    return Items("list", [], open=True)


def compared_for(m: Machine, op: str, left: Thing, right: Thing, other: int) -> Optional[bool]:
    """The comparison for another status."""
    return compared(m, op, made_of(left, other), made_of(right, other))


def compared(m: Machine, op: str, left: Thing, right: Thing) -> Optional[bool]:
    """The truth of one comparison, None where it is open."""
    if op in ("in", "not in"):
        inside = _contains(m, right, left)
        return None if inside is None else inside == (op == "in")
    if op in ("is", "is not", "==", "!="):
        same = _same(left, right)
        return None if same is None else same == (op in ("is", "=="))
    a, b = number(left), number(right)
    if a is None or b is None:
        if isinstance(left, str) and isinstance(right, str):
            return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[op]
        return None
    return intervals.compare(op, a, b)


def _same(left: Thing, right: Thing) -> Optional[bool]:
    if isinstance(left, Sym) or isinstance(right, Sym):
        return True if isinstance(left, Sym) and left == right and not left.volatile else None
    if left is None or right is None:
        return left is right
    if isinstance(left, (str, bytes)) or isinstance(right, (str, bytes)):
        return None if isinstance(left, AskedText) or isinstance(right, AskedText) else left == right
    a, b = number(left), number(right)
    if a is not None and b is not None:
        return intervals.compare("==", a, b)
    if isinstance(left, Items) and isinstance(right, Items):
        return None if left.open or right.open else frozen(left) == frozen(right)
    if isinstance(left, (Items, Table)) or isinstance(right, (Items, Table)):
        return None
    return left == right or left is right


def _contains(m: Machine, container: Thing, thing: Thing) -> Optional[bool]:
    if isinstance(container, Headers):
        if isinstance(thing, str) and thing.lower() == m.app.policy.retry_after_header.lower():
            m.suspect(m.spot)
            return container.reply.asked
        return None
    if isinstance(container, str):
        return str(thing) in container if isinstance(thing, str) else None
    if isinstance(container, (Items, Table)):
        inside = container.items if isinstance(container, Items) else list(container.entries)
        answers = [_same(thing, item) for item in inside]
        if any(a is True for a in answers):
            return True
        return None if container.open or any(a is None for a in answers) else False
    return None
