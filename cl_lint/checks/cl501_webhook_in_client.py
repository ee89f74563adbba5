"""CL501: a client-side application subscribes with a webhook."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.subscriptions import WEBHOOK, WEBSOCKET
from ..findings import Verdicts
from .reporting import Reporter
from .subscription_places import webhook_place

CODE = "CL501"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    kind, reason = app.kind_and_reason
    for subscription in app.subscriptions.all:
        names = {t.text for t in subscription.transports}
        if WEBHOOK in names and kind == "client":
            place, trace = webhook_place(app, subscription)
            message = f"a client-side application ({reason}) subscribes with a webhook"
            report.finding(place, message, subscription.confidence, trace)
        elif names == {WEBSOCKET}:
            report.evidence(
                app.place_of(subscription.ref), "the transport is websocket", subscription.confidence
            )
        elif None in names and kind == "client":
            report.unknown(app.place_of(subscription.ref), "the transport of this subscription is not known")
    for opened in app.sockets.opened:
        report.evidence(app.place_of(opened), "a WebSocket to CloudLink is opened")
    return report.verdicts
