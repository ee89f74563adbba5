"""CL201: a timestamp that is not taken in UTC."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.timestamps import Clock, Fault, Verdict
from ..concepts.timestamps.messages import steps_of, where_it_ends
from ..findings import Confidence, Verdicts
from .reporting import Reporter

CODE = "CL201"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    for verdict in app.timestamps.verdicts:
        place = app.place_of(verdict.moment.origin)
        if verdict.fault is Fault.CLOCK:
            confidence = Confidence.HIGH if verdict.sure else Confidence.MEDIUM
            report.finding(place, _message(app, verdict), confidence, steps_of(app, verdict))
        elif verdict.fault is Fault.NONE:
            report.evidence(place, f"{verdict.moment.fact}; {where_it_ends(app, verdict)}")
        elif verdict.fault is Fault.UNKNOWN and verdict.moment.clock is Clock.OPEN:
            report.unknown(place, f"{verdict.moment.fact}; {where_it_ends(app, verdict)}")
    return report.verdicts


def _message(app: Application, verdict: Verdict) -> str:
    moment = verdict.moment
    shifts = [text for _, text in moment.notes if "label" in text or "shifted" in text]
    what = f"{moment.fact}, and {shifts[0]}" if moment.clock is Clock.WRONG and shifts else moment.fact
    return f"{what}; {where_it_ends(app, verdict)}"
