"""The words for where a time ends, and the places on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...findings import Step
from .verdicts import Verdict

if TYPE_CHECKING:
    from ..application import Application

ENDS = {
    "log": "it reaches the log call",
    "payload": "it reaches the body of the request",
    "header": "it reaches a header of the request",
    "url": "it reaches the URL or query of the request",
    "file": "it is written to a file",
    "table": "it is stored in a table",
    "message": "it is sent in a message",
    "response": "it is part of the answer",
    "return": "it is returned",
}


def where_it_ends(app: Application, verdict: Verdict) -> str:
    """ "it reaches the log call at audit.py:12 as 'lockedAt'"."""
    sink = verdict.arrival.sink
    place = app.place_of(sink.ref)
    name = f" as {sink.name!r}" if sink.name else ""
    return f"{ENDS[sink.kind]} at {place.path}:{place.line}{name}"


def steps_of(app: Application, verdict: Verdict) -> list[Step]:
    """The origin, what was done to the time, and its end."""
    moment = verdict.moment
    steps = [Step(app.place_of(moment.origin), moment.fact)]
    steps += [Step(app.place_of(ref), text) for ref, text in moment.notes]
    steps.append(Step(app.place_of(verdict.arrival.sink.ref), ENDS[verdict.arrival.sink.kind]))
    return steps
