"""What is wrong with a time at the place where it ends."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from . import names, shapes
from .moments import Clock, Form, Moment
from .spots import Arrival, Journey, Sink


class Fault(enum.Enum):
    NONE = "kept"
    CLOCK = "not taken in UTC"
    SHAPE = "not written in ISO 8601 with a designator of UTC"
    UNKNOWN = "not known"


@dataclass(frozen=True)
class Verdict:
    """The judgement of one time: `arrival` is the place that decides."""

    fault: Fault
    arrival: Arrival
    sure: bool = True

    @property
    def moment(self) -> Moment:
        return self.arrival.moment


RECORDS = frozenset({"log", "payload", "header", "url", "file", "table", "message", "response"})
TEXT_SINKS = frozenset({"payload", "response", "message"})


def judge(journey: Journey) -> list[Verdict]:
    """The verdicts of a journey: where the clock is at fault one, otherwise one for each text that is."""
    found: list[Verdict] = []
    for arrival in journey.arrivals:
        fault = fault_at(arrival)
        if fault is not None:
            sure = arrival.sink.kind in RECORDS
            if sure or not journey.ends:
                found.append(Verdict(fault, arrival, sure))
    certain = [v for v in found if v.sure]
    found = certain or found
    clocks = [v for v in found if v.fault is Fault.CLOCK]
    return clocks[:1] or found


def fault_at(arrival: Arrival) -> Fault | None:
    """What is wrong at one place; None where no timestamp is kept there."""
    sink, moment = arrival.sink, arrival.moment
    if sink.kind == "return":
        return _returned(sink, moment)
    if sink.kind not in RECORDS or _is_something_else(sink, moment):
        return None
    if moment.form is Form.NUMBER:
        return _number(sink, moment)
    if moment.form is Form.TEXT:
        return _text(moment)
    return _object(sink, moment)


def _is_something_else(sink: Sink, moment: Moment) -> bool:
    """A protocol's field, a text for people, or something that may be no record at all."""
    if names.is_protocol(sink.name):
        return True
    if sink.weak and (moment.embedded or not names.says_time(sink.name)):
        return True
    if sink.kind in TEXT_SINKS:
        return names.is_for_people(sink.name) or (moment.embedded and not names.says_time(sink.name))
    return False


def _returned(sink: Sink, moment: Moment) -> Fault | None:
    """A function that nobody calls gives it away: only what clearly is a timestamp counts."""
    if moment.form is not Form.TEXT or moment.embedded or names.is_protocol(sink.name):
        return None
    if not (shapes.UNZONED.search(moment.sample) and (not sink.name or names.says_time(sink.name))):
        return None
    fault = _text(moment)
    return fault if fault is Fault.CLOCK else None


def _number(sink: Sink, moment: Moment) -> Fault | None:
    """Seconds since 1970 under a name that says time."""
    if moment.embedded:
        return None
    name = sink.name or names.name_before(sink.before)
    if not names.says_epoch(name) or sink.kind not in ("log", "payload", "url"):
        return None
    return Fault.CLOCK if moment.clock is Clock.WRONG else Fault.SHAPE


def _object(sink: Sink, moment: Moment) -> Fault | None:
    clock = moment.clock
    if clock in (Clock.LOCAL, Clock.ZONE, Clock.WRONG):
        return Fault.CLOCK
    if clock is Clock.NAIVE_UTC:
        return Fault.CLOCK if moment.form is Form.OBJECT else None
    if clock is Clock.OPEN:
        return Fault.UNKNOWN
    if moment.form is Form.DATE:
        return None
    return Fault.UNKNOWN if sink.kind == "log" else Fault.NONE


def _text(moment: Moment) -> Fault | None:
    sample = moment.sample
    if moment.clock in (Clock.LOCAL, Clock.ZONE, Clock.WRONG):
        return Fault.CLOCK
    if not shapes.has_time(sample):
        return None  # a bare date
    if moment.clock is Clock.OPEN or shapes.UNKNOWN_FORM in sample:
        return Fault.UNKNOWN
    if shapes.is_iso(sample):
        return Fault.NONE
    if moment.clock is Clock.NAIVE_UTC and not shapes.is_designated(sample):
        return Fault.CLOCK
    if moment.printed and moment.clock is Clock.UTC:
        return Fault.UNKNOWN
    return Fault.SHAPE
