"""CL502: a webhook is used with no recorded justification."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.subscriptions import WEBHOOK, WEBSOCKET
from ..findings import Verdicts
from .reporting import Reporter
from .subscription_places import webhook_place

CODE = "CL502"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    kind, reason = app.kind_and_reason
    if kind == "client":
        return report.verdicts
    what = "a server" if kind == "server" else "an application of unknown kind"
    for subscription in app.subscriptions.all:
        names = {t.text for t in subscription.transports}
        place, trace = webhook_place(app, subscription)
        if WEBHOOK in names and app.config.webhook_justification:
            message = f"the webhook is justified in the configuration: {app.config.webhook_justification}"
            report.evidence(place, message, subscription.confidence, trace)
        elif WEBHOOK in names:
            message = f"{what} ({reason}) subscribes with a webhook, and no justification is recorded"
            report.finding(place, message, subscription.confidence, trace)
        elif names == {WEBSOCKET}:
            report.evidence(place, "the transport is websocket", subscription.confidence)
        elif None in names:
            report.unknown(place, "the transport of this subscription is not known")
    return report.verdicts
