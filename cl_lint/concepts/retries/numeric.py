"""Numbers in a trial run: min, max, rounding, randomness."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from . import intervals
from .iterating import MANY, Args, Named, Work, fail, written_out
from .machine import Machine
from .statuses import Status, StatusText, status
from .things import (
    AskedText,
    Items,
    Num,
    Sym,
    Table,
    Thing,
    frozen,
    number,
    plain,
)

# ---------------------------------------------------------------------------------- numbers


def to_number(kind: type) -> Work:
    def work(m: Machine, args: Args, named: Named) -> Thing:
        thing = args[0] if args else 0
        if isinstance(thing, AskedText):
            return Num(m.app.policy.min_retry_delay, m.app.policy.min_retry_delay, True)
        if isinstance(thing, Status):
            return thing
        if thing is None or isinstance(thing, (Items, Table)):
            raise fail("TypeError")
        if isinstance(thing, (str, bytes)):
            try:
                return status(int(thing), _as_int(thing)) if isinstance(thing, StatusText) else kind(thing)
            except ValueError:
                raise fail("ValueError") from None
        num = number(thing)
        if num is None:
            return Sym(("number", frozen(thing)))
        if kind is int and math.isfinite(num.low) and math.isfinite(num.high):
            return plain(Num(float(int(num.low)), float(int(num.high)), num.asked))
        if isinstance(thing, Sym):
            return thing
        return kind(thing) if isinstance(thing, (int, float)) and not isinstance(thing, bool) else plain(num)

    return work


def _as_int(thing: StatusText) -> Callable[[int], int]:
    return lambda other: int(thing.make(other))


def extreme(name: str) -> Work:
    def work(m: Machine, args: Args, named: Named) -> Thing:
        things = written_out(m, args[0]) if len(args) == 1 else args
        if not things and "default" in named:
            return named["default"]
        if any(isinstance(t, AskedText) for t in things):
            things = [to_number(float)(m, [t], {}) if isinstance(t, AskedText) else t for t in things]
        found = intervals.extreme(name, things)
        return Sym((name, *(frozen(t) for t in things))) if found is None else found

    return work


def monotone(work: Callable[[float], float]) -> Work:
    """A function of one growing number."""

    def apply(m: Machine, args: Args, named: Named) -> Thing:
        num = number(args[0]) if args else None
        if num is None or isinstance(args[0], Sym):
            return Sym(("number", frozen(args[0]) if args else None))
        low, high = (_safe(work, v) for v in (num.low, num.high))
        return plain(Num(low, high, num.asked))

    return apply


def _safe(work: Callable[[float], float], value: float) -> float:
    try:
        return float(work(value))
    except (OverflowError, ValueError):
        return value if math.isinf(value) else math.inf


def absolute(m: Machine, args: Args, named: Named) -> Thing:
    num = number(args[0])
    if num is None:
        return args[0]
    if num.low >= 0:
        return args[0]
    low = 0.0 if num.high >= 0 else -num.high
    return plain(Num(low, max(-num.low, num.high), num.asked))


def rounded(m: Machine, args: Args, named: Named) -> Thing:
    digits = args[1] if len(args) > 1 and isinstance(args[1], int) else 0
    if isinstance(args[0], Status) or (type(args[0]) is int and digits >= 0):
        return args[0]
    return monotone(lambda v: round(v, digits))(m, args, named)


def power(m: Machine, args: Args, named: Named) -> Thing:
    from .operations import operate

    return operate(m, "**", args[0], args[1]) if len(args) > 1 else None


def total(m: Machine, args: Args, named: Named) -> Thing:
    from .operations import operate

    things = written_out(m, args[0])
    result: Thing = named.get("start", args[1] if len(args) > 1 else 0)
    for thing in things:
        result = (
            thing
            if result == 0 and not isinstance(thing, (int, float, Num))
            else operate(m, "+", result, thing)
        )
    return result


def length(m: Machine, args: Args, named: Named) -> Thing:
    thing = args[0]
    if isinstance(thing, (Items, Table)):
        count = len(thing.items if isinstance(thing, Items) else thing.entries)
        return (
            Sym(("len", id(thing)))
            if thing.open
            else (Num(MANY, math.inf) if getattr(thing, "endless", False) else count)
        )
    return len(thing) if isinstance(thing, (str, bytes)) else Sym(("len", frozen(thing)))


# ---------------------------------------------------------------------------------- randomness


def between(m: Machine, args: Args, named: Named) -> Thing:
    """uniform, randint, triangular: between the two ends."""
    given = [*args, *(named[k] for k in ("a", "b", "low", "high") if k in named)]
    ends = [number(a) for a in given[:2]]
    if len(ends) < 2:
        return Num(0.0, 1.0) if not ends else _hull([Num(0.0, 0.0), ends[0]])
    return _hull(ends)


def _hull(ends: list[Any]) -> Thing:
    if any(e is None for e in ends):
        return Num(-math.inf, math.inf)
    return Num(min(e.low for e in ends), max(e.high for e in ends), any(e.asked for e in ends))


def below(m: Machine, args: Args, named: Named) -> Thing:
    """randrange, randbelow: from the first number (or 0) to below the last."""
    ends = [number(a) for a in args[:2]]
    low = Num(0.0, 0.0) if len(ends) < 2 else ends[0]
    last = ends[-1] if ends else None
    if low is None or last is None:
        return Num(-math.inf, math.inf)
    return Num(low.low, max(low.low, last.high - 1), low.asked or last.asked)


def choice(m: Machine, args: Args, named: Named) -> Thing:
    found = [number(t) for t in written_out(m, args[0])] if args else []
    return _hull(found) if found and all(f is not None for f in found) else m.fresh("choice")


def fixed(low: float, high: float) -> Work:
    return lambda m, args, named: Num(low, high)
