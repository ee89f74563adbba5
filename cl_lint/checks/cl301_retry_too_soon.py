"""CL301: a retry of an API call may start too soon after the failure."""

from __future__ import annotations

from ..concepts.application import Application
from ..findings import Verdicts
from .reporting import Reporter
from .retry_places import steps_of

CODE = "CL301"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    needed = app.policy.min_retry_delay
    for policy in app.retries:
        for delay in policy.delays:
            place = app.place(*delay.spot)
            if delay.seconds >= needed:
                said = f"waits at least {delay.seconds:g} s before retry {delay.number}"
                report.evidence(place, said, policy.confidence)
            elif not delay.known:
                report.unknown(
                    place, f"the wait before retry {delay.number} cannot be told", steps_of(app, policy)
                )
            else:
                waits = f"waits at least {delay.seconds:g} s" if delay.seconds else "may not wait at all"
                message = f"{waits} before retry {delay.number}; {needed:g} s needed"
                report.finding(place, message, policy.confidence, steps_of(app, policy))
    return report.verdicts
