"""Arithmetic on numbers that are known between bounds."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from typing import Any, Optional

from .things import Moment, Num, Span, Sym, Thing, number, plain

INFINITE = math.inf


def _corner(work: Callable[[float, float], float], a: float, b: float) -> float:
    try:
        result = work(a, b)
    except (OverflowError, ZeroDivisionError, ValueError, TypeError):
        return math.nan
    return math.nan if isinstance(result, complex) else float(result)


def corners(work: Callable[[float, float], float], left: Num, right: Num) -> Num:
    """The range of an operation that is monotone in each operand, by its corners."""
    found = [_corner(work, a, b) for a in (left.low, left.high) for b in (right.low, right.high)]
    asked = left.asked or right.asked
    if any(math.isnan(f) for f in found):
        return Num(-INFINITE, INFINITE, asked)
    return Num(min(found), max(found), asked)


def _power(a: float, b: float) -> float:
    if abs(b) > 400 or abs(a) > 1e9:
        return INFINITE if a > 1 and b > 0 else math.nan
    return math.pow(a, b)


def _times(a: float, b: float) -> float:
    return 0.0 if a == 0 or b == 0 else a * b


OPERATIONS: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": _times,
    "/": operator.truediv,
    "//": operator.floordiv,
    "**": _power,
}


def compute(op: str, left: Num, right: Num) -> Num:
    """`left op right`."""
    if op == "%":
        if left.low == left.high and right.low == right.high and right.low:
            value = left.low % right.low
            return Num(value, value, left.asked or right.asked)
        return Num(0.0, max(right.high, 0.0), left.asked or right.asked)
    if op == "<<":
        return compute("*", left, compute("**", Num(2, 2), right))
    if op == ">>":
        return compute("//", left, compute("**", Num(2, 2), right))
    if op in ("&", "|", "^"):
        exact = left.low == left.high and right.low == right.high
        if exact and left.low.is_integer() and right.low.is_integer():
            work = {"&": operator.and_, "|": operator.or_, "^": operator.xor}[op]
            value = float(work(int(left.low), int(right.low)))
            return Num(value, value)
        return Num(0.0, INFINITE)
    work = OPERATIONS.get(op)  # type: ignore[assignment]
    if work is None:
        return Num(-INFINITE, INFINITE)
    return corners(work, left, right)


def arithmetic(op: str, left: Thing, right: Thing) -> Optional[Thing]:
    """The result of an operation on things, None where they are not numbers."""
    a, b = number(left), number(right)
    if a is None or b is None or (isinstance(left, Sym) and isinstance(right, Sym)):
        return None
    result = compute(op, a, b)
    if isinstance(left, Moment) or isinstance(right, Moment):
        both = isinstance(left, Moment) and isinstance(right, Moment)
        return Span(result) if both else Moment(result)
    if isinstance(left, Span) or isinstance(right, Span):
        ratio = op in ("/", "//", "%") and isinstance(left, Span) and isinstance(right, Span)
        return plain(result) if ratio else Span(result)
    if isinstance(left, Sym) or isinstance(right, Sym):
        return result
    exact = type(left) in (int, float) and type(right) in (int, float)
    if exact and op == "/" and not result.asked and result.low == result.high:
        return result.low
    return plain(result)


def extreme(name: str, things: list[Thing]) -> Thing:
    """min or max of things."""
    nums = [number(t) for t in things]
    if not nums or any(n is None for n in nums):
        return None
    known: list[Num] = [n for n in nums if n is not None]
    choose: Callable[[Any], float] = min if name == "min" else max
    low, high = choose(n.low for n in known), choose(n.high for n in known)
    result = Num(low, high, any(n.asked for n in known))
    first = next((t for t in things if isinstance(t, (Span, Moment))), None)
    if first is not None:
        return type(first)(result)
    return plain(result)


def compare(op: str, left: Num, right: Num) -> Optional[bool]:
    """The truth of a comparison, None where it is open."""
    if op in (">", ">="):
        return compare("<" if op == ">" else "<=", right, left)
    if op == "<":
        if left.high < right.low:
            return True
        return False if left.low >= right.high else None
    if op == "<=":
        if left.high <= right.low:
            return True
        return False if left.low > right.high else None
    same = left.low == left.high == right.low == right.high
    apart = left.high < right.low or right.high < left.low
    if op in ("==", "is"):
        return True if same else (False if apart else None)
    return False if same else (True if apart else None)
