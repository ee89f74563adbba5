"""The places that explain a finding about a retry construct."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.retries import RetryPolicy
from ..findings import Step
from ..program import ClassKey, FunctionKey, Ref
from ..syntax import summary as s

REQUESTS = 4
USES = 8
CONSTRUCTS = {
    "loop": "this loop",
    "recursion": "this call of itself",
    "repeat": "this second request",
    "queue": "putting it back into the queue",
}


def steps_of(app: Application, policy: RetryPolicy, *more: Step) -> list[Step]:
    """The construct, what else is given, and the requests that are sent again."""
    name = CONSTRUCTS.get(policy.kind, policy.kind)
    steps = [Step(app.place(*policy.spot), f"{name} makes the retries"), *more]
    steps += [Step(app.place_of(ref), "the retries are asked for here") for ref in _uses(app, policy)[:USES]]
    steps += [Step(app.place(*spot), "this request is sent again") for spot in policy.requests[:REQUESTS]]
    return steps


def _uses(app: Application, policy: RetryPolicy) -> list[Ref]:
    """Where a decorator, or a helper that is given what to try, is asked to retry."""
    module, span = policy.spot
    inner = [f for f in module.summary.functions if f.number and _holds(f.body_span, span)]
    found: dict[Ref, None] = {}
    for function in inner:
        key = FunctionKey(module, function.number)
        if function is not inner[-1] or _calls_what_it_is_given(function, module.values):
            found.update((f.call, None) for f in app.program.callers(key) if f.call is not None)
        if function.cls is not None and function.name == "__call__":
            found.update(dict.fromkeys(app.program.constructions(ClassKey(module, function.cls))))
    return list(found)


def _holds(outer: s.Span, inner: s.Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _calls_what_it_is_given(function: s.Function, values: tuple[s.Value, ...]) -> bool:
    calls = [values[vid] for vid in function.calls]
    return any(isinstance(c, s.Call) and isinstance(values[c.func], s.Param) for c in calls)
