"""CL202: a timestamp that is not written in ISO 8601 with a designator of UTC."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.timestamps import Clock, Fault, Form, Verdict
from ..concepts.timestamps.messages import steps_of, where_it_ends
from ..findings import Verdicts
from .reporting import Reporter

CODE = "CL202"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    for verdict in app.timestamps.verdicts:
        moment = verdict.moment
        place = app.place_of(moment.formed or moment.origin)
        if verdict.fault is Fault.SHAPE:
            report.finding(place, _message(app, verdict), trace=steps_of(app, verdict))
        elif verdict.fault is Fault.NONE and moment.form is Form.TEXT:
            report.evidence(place, f"the text is like {moment.sample}; {where_it_ends(app, verdict)}")
        elif verdict.fault is Fault.UNKNOWN and moment.clock is not Clock.OPEN:
            what = "str() of a time" if moment.printed else "a time, not a text of one,"
            report.unknown(place, f"{what} is used as it is; {where_it_ends(app, verdict)}")
    return report.verdicts


def _message(app: Application, verdict: Verdict) -> str:
    moment = verdict.moment
    if moment.form is Form.NUMBER:
        return f"the time is a number of seconds since 1970; {where_it_ends(app, verdict)}"
    return f"the time is written like {moment.sample!r}; {where_it_ends(app, verdict)}"
