"""Where findings about subscriptions point: at the value that says webhook."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.definitions import Said, said
from ..concepts.subscriptions import WEBHOOK, Subscription
from ..findings import Place, Step
from ..program import Abstract, Known


def webhook_place(app: Application, subscription: Subscription) -> tuple[Place, list[Step]]:
    """The place at which the webhook is chosen, and how it gets into the request."""
    found = _said(app, subscription)
    place = app.place_of(found.place if found is not None else subscription.ref)
    trace = [Step(app.place_of(subscription.ref), "this subscribes")]
    if found is not None:
        trace.append(Step(app.place_of(found.literal), "the transport is webhook"))
    return place, trace + [Step(app.place_of(call), "called here") for call in subscription.chain]


def _said(app: Application, subscription: Subscription) -> Said | None:
    def wanted(value: Abstract) -> bool:
        return isinstance(value, Known) and str(value.value).strip().lower() == WEBHOOK

    for field in subscription.transports:
        if field.text == WEBHOOK and field.ref is not None:
            return said(app.program, field.ref, wanted) or Said(field.ref, field.ref)
    return None
