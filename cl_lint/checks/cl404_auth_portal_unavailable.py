"""CL404: a self-assessed application uses the authentication portal."""

from __future__ import annotations

from ..concepts.application import Application
from ..findings import Step, Verdicts
from .reporting import Reporter

CODE = "CL404"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    for use in app.portal.uses:
        place = app.place_of(use.ref)
        trace = [Step(app.place_of(origin), "the portal's address stands here") for origin in use.origins]
        trace += [Step(app.place_of(used), "the address is used here") for used in use.used]
        if app.config.level in report.rule.levels:
            report.finding(place, "a self-assessed application uses the authentication portal", trace=trace)
        else:
            report.evidence(place, "the portal is open to a reviewed application", trace=trace)
    if not app.portal.uses:
        for sign_in in app.sign_ins.all:
            message = "the sign-in goes to the authentication API, not to the portal"
            report.evidence(app.place_of(sign_in.ref), message, sign_in.confidence)
    return report.verdicts
