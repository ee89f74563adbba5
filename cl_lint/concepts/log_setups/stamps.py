"""How log lines are stamped: right, wrong (and why), or not known."""

from __future__ import annotations

import datetime as dt
import enum
import re
from dataclasses import dataclass, field

from ...findings import Place
from ..timestamps import Clock, Form, Moment, shapes


class State(enum.Enum):
    RIGHT = "right"
    WRONG = "wrong"
    OPEN = "open"


Note = tuple[Place, str]


@dataclass(frozen=True)
class Stamp:
    """How lines are stamped; `reason` says what was found, as the end of a sentence."""

    state: State
    reason: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Setup:
    """A call or entry that configures the log: `what` it is, and how its lines are stamped."""

    place: Place
    what: str
    stamp: Stamp
    notes: tuple[Note, ...] = field(default=())


NO_TIME = "its lines hold no time"
NUMBER = "its lines hold a number of seconds instead of a date"


def right(reason: str) -> Stamp:
    return Stamp(State.RIGHT, reason)


def wrong(reason: str) -> Stamp:
    return Stamp(State.WRONG, reason)


def unclear(reason: str) -> Stamp:
    return Stamp(State.OPEN, reason)


def worst(stamps: list[Stamp]) -> Stamp:
    """The stamp that decides: a wrong one, else an open one, else a right one."""
    for state in (State.WRONG, State.OPEN, State.RIGHT):
        for stamp in stamps:
            if stamp.state is state:
                return stamp
    return unclear("nothing is known of it")


def of_sample(sample: str, is_utc: bool) -> Stamp:
    """The judgement of a stamp that looks like `sample`, taken from a clock in UTC or not."""
    if not is_utc:
        if re.search(r"\dZ", sample) and shapes.has_time(sample):
            return wrong("its lines bear local time with a Z behind it, which is not true")
        return wrong("its lines bear local time")
    if not (shapes.has_time(sample) or shapes.has_date(sample)):
        return wrong(NO_TIME)
    if shapes.is_iso(sample):
        return right("its lines bear UTC in ISO 8601")
    shown = sample.replace("\x00", " ").strip()
    if not shapes.is_designated(sample):
        return wrong(f"its lines bear a time like {shown!r}, which does not say UTC in ISO 8601")
    return wrong(f"its lines bear a time like {shown!r}, which is not ISO 8601")


def of_moments(moments: list[Moment]) -> Stamp:
    """The judgement of the times that a function puts into a line."""
    return worst([_of_moment(m) for m in moments])


def _of_moment(moment: Moment) -> Stamp:
    if moment.form is Form.NUMBER:
        return wrong(NUMBER)
    if moment.clock is Clock.OPEN:
        return unclear("the zone of its time is not known")
    if moment.clock in (Clock.LOCAL, Clock.ZONE):
        return wrong(f"{moment.fact}")
    if moment.clock is Clock.WRONG:
        return wrong(f"{moment.fact}, and is labelled falsely")
    if moment.form is not Form.TEXT:
        return unclear("a time is put into the line as an object")
    if shapes.UNKNOWN_FORM in moment.sample:
        return unclear("the format of its time is not known")
    return of_sample(moment.sample, is_utc=True)


def zone_of_clock(is_utc: bool) -> dt.tzinfo:
    return dt.timezone.utc if is_utc else shapes.OFFSET
