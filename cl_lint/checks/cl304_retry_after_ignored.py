"""CL304: an answer of the rate limit is retried without heeding `Retry-After`."""

from __future__ import annotations

from ..concepts.application import Application
from ..findings import Verdicts
from .reporting import Reporter
from .retry_places import steps_of

CODE = "CL304"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    header = app.policy.retry_after_header
    for policy in app.retries:
        place = app.place(*policy.spot)
        if policy.ignored:
            statuses = " and ".join(map(str, policy.ignored))
            message = f"retries {statuses}, but {header} does not decide how long it waits"
            report.finding(place, message, policy.confidence, steps_of(app, policy))
        elif policy.limited:
            report.evidence(place, f"waits as long as {header} asks", policy.confidence)
    return report.verdicts
