"""Clocks and durations in a trial run."""

from __future__ import annotations

import math

from . import intervals
from .iterating import Args, Named, fail
from .machine import Machine
from .things import (
    AskedText,
    Moment,
    Num,
    Span,
    Thing,
    number,
    plain,
)

# ---------------------------------------------------------------------------------- time

UNITS = {
    "weeks": 604800.0,
    "days": 86400.0,
    "hours": 3600.0,
    "minutes": 60.0,
    "seconds": 1.0,
    "milliseconds": 0.001,
    "microseconds": 1e-6,
}
POSITIONS = ("days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks")


def duration(m: Machine, args: Args, named: Named) -> Thing:
    """datetime.timedelta"""
    total_ = Num(0.0, 0.0)
    for unit, thing in [*zip(POSITIONS, args, strict=False), *named.items()]:
        num = number(thing)
        if num is None or unit not in UNITS:
            return Span(Num(-math.inf, math.inf))
        total_ = intervals.compute("+", total_, intervals.compute("*", num, Num(UNITS[unit], UNITS[unit])))
    # Sums of milliseconds must not come out a hair below a whole second.
    return Span(Num(round(total_.low, 9), round(total_.high, 9), total_.asked))


def clock(m: Machine, args: Args, named: Named) -> Thing:
    return Num(m.clock, m.clock) if m.clock != int(m.clock) else int(m.clock)


def nanoseconds(m: Machine, args: Args, named: Named) -> Thing:
    return int(m.clock * 1e9)


def now(m: Machine, args: Args, named: Named) -> Thing:
    return Moment(Num(m.clock, m.clock))


def asked_moment(m: Machine, args: Args, named: Named) -> Thing:
    """A date out of the header: the time asked for from now on."""
    if args and isinstance(args[0], AskedText):
        later = m.clock + m.app.policy.min_retry_delay
        return Moment(Num(later, later, True))
    if args and args[0] is None:
        raise fail("TypeError")
    if args and isinstance(args[0], str):
        raise fail("ValueError")
    return m.fresh("moment")


def timestamp_of(m: Machine, args: Args, named: Named) -> Thing:
    return plain(args[0].seconds) if args and isinstance(args[0], Moment) else m.fresh("time")
