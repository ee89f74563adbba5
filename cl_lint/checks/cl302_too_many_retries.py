"""CL302: an API call is retried too often, or without end."""

from __future__ import annotations

from ..concepts.application import Application
from ..findings import Verdicts
from .reporting import Reporter
from .retry_places import steps_of

CODE = "CL302"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    allowed = app.policy.max_retries
    for policy in app.retries:
        place = app.place(*policy.bound_spot)
        if policy.retries is None:
            message = f"retries without bound; {allowed} allowed"
            report.finding(place, message, policy.confidence, steps_of(app, policy))
        elif policy.retries > allowed:
            message = f"up to {policy.retries} retries; {allowed} allowed"
            report.finding(place, message, policy.confidence, steps_of(app, policy))
        elif policy.retries < 0:
            report.unknown(place, "how often the request is retried cannot be told", steps_of(app, policy))
        else:
            plural = "retry" if policy.retries == 1 else "retries"
            report.evidence(place, f"at most {policy.retries} {plural}", policy.confidence)
    return report.verdicts
