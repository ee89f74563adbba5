"""CL303: errors are retried that a retry has no reasonable chance to mend."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.retries import RetryPolicy
from ..findings import Step, Verdicts
from .reporting import Reporter
from .retry_places import steps_of

CODE = "CL303"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    for policy in app.retries:
        hopeless = [s for s in policy.statuses if s not in app.policy.retryable_statuses]
        if not hopeless:
            report.evidence(app.place(*policy.spot), _kept(policy), policy.confidence)
            continue
        spots = [*policy.predicate_spots, policy.spot]
        waits = [Step(app.place(*d.spot), "the wait before the retry") for d in policy.delays]
        others = [Step(app.place(*spot), "this decides as well") for spot in spots[1:-1]]
        message = f"retries {_named(policy, hopeless)}, which have no reasonable chance"
        report.finding(
            app.place(*spots[0]), message, policy.confidence, steps_of(app, policy, *others, *waits)
        )
    return report.verdicts


def _kept(policy: RetryPolicy) -> str:
    retried = [str(status) for status in policy.statuses] + (["transport errors"] if policy.transport else [])
    return f"retries only {', '.join(retried) or 'answers with Retry-After'}"


def _named(policy: RetryPolicy, hopeless: list[int]) -> str:
    """The statuses, or the class of them where all of it is retried."""
    tried = set(policy.tried)
    if tried <= set(policy.statuses) | {401}:
        return "errors of every status"
    for first, name in ((500, "every 5xx"), (400, "every 4xx")):
        whole = {s for s in tried if first <= s < first + 100}
        if whole <= set(policy.statuses):
            rest = [s for s in hopeless if s not in whole]
            return ", ".join([name, *map(str, rest)])
    return ", ".join(map(str, hopeless))
