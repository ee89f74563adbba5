"""CL305: an API response is used or dropped with no check that would notice an error."""

from __future__ import annotations

from ..concepts.application import Application
from ..findings import Step, Verdicts
from .reporting import Reporter

CODE = "CL305"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    for call in app.api_calls.all:
        where = app.response_checks.unchecked(call)
        place = app.place_of(call.ref)
        target = " ".join(part for part in (call.method, _target(call.urls)) if part)
        if where is None:
            report.evidence(place, f"the response of {target} is checked", call.confidence)
            continue
        trace = [] if where.vid == call.ref.vid else [Step(app.place_of(where), "the response arrives here")]
        report.finding(
            place, f"nothing checks whether the response of {target} is an error", call.confidence, trace
        )
    return report.verdicts


def _target(urls: tuple[object, ...]) -> str:
    if not urls:
        return "this API call"
    first = urls[0]
    return str(getattr(first, "value", first))
