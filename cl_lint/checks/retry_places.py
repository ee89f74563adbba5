"""The places that explain a finding about a retry construct."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.retries import RetryPolicy
from ..findings import Step

REQUESTS = 4
CONSTRUCTS = {"loop": "this loop", "recursion": "this call of itself", "repeat": "this second request"}


def steps_of(app: Application, policy: RetryPolicy, *more: Step) -> list[Step]:
    """The construct, what else is given, and the requests that are sent again."""
    name = CONSTRUCTS.get(policy.kind, policy.kind)
    steps = [Step(app.place(*policy.spot), f"{name} makes the retries"), *more]
    steps += [Step(app.place(*spot), "this request is sent again") for spot in policy.requests[:REQUESTS]]
    return steps
