"""CL601: an API call does not say which application makes it."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.identification import MISSING, SENT
from ..findings import Step, Verdicts
from .reporting import Reporter

CODE = "CL601"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    header = app.policy.app_header
    for call in app.identification.all:
        place = app.place_of(call.ref)
        if call.state == MISSING:
            trace = [Step(app.place_of(site), "called here") for site in call.chain]
            report.finding(place, f"this API call is sent without {header}", call.confidence, trace)
        elif call.state == SENT:
            report.evidence(place, f"this API call is sent with {header}", call.confidence)
        else:
            report.unknown(
                place, f"whether this API call is sent with {header}: its headers come from elsewhere"
            )
    return report.verdicts
