"""CL503: a resource is polled although a notification exists."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.subscriptions import WEBSOCKET
from ..findings import Step, Verdicts
from .reporting import Reporter

CODE = "CL503"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    for poll in app.polling.all:
        what = "loop" if poll.is_loop else "repeating task"
        trace = [Step(app.place_of(poll.call.ref), "the resource is read here")]
        message = f"this {what} polls a resource for which a notification exists"
        report.finding(app.place(poll.module, poll.span), message, poll.call.confidence, trace)
    if not app.polling.all:
        for subscription in app.subscriptions.all:
            if any(t.text == WEBSOCKET for t in subscription.transports):
                report.evidence(
                    app.place_of(subscription.ref), "changes are subscribed to", subscription.confidence
                )
    return report.verdicts
