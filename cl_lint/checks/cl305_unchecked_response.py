"""CL305: an API response is used or dropped with no check that would notice an error."""

from __future__ import annotations

from ..concepts.application import Application
from ..findings import Step, Verdicts
from .error_messages import target
from .reporting import Reporter

CODE = "CL305"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    for call in app.api_calls.all:
        where = app.response_checks.unchecked(call)
        place = app.place_of(call.ref)
        asked = target(call)
        if where is None:
            report.evidence(place, f"the response of {asked} is checked", call.confidence)
            continue
        trace = [] if where.vid == call.ref.vid else [Step(app.place_of(where), "the response arrives here")]
        report.finding(
            place, f"nothing checks whether the response of {asked} is an error", call.confidence, trace
        )
    return report.verdicts
