"""Sentences and traces that the checks of error sites share."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.error_records import ErrorRecord
from ..concepts.failures import STATUS
from ..findings import Step


def handled(app: Application, record: ErrorRecord) -> str:
    """ "the error of GET https://… " for the first failing call of a record."""
    call = record.failures[0].call
    target = (
        str(call.urls[0].value)
        if call.urls and hasattr(call.urls[0], "value")
        else str(call.urls[0])
        if call.urls
        else ""
    )
    what = "the failure" if record.mode != STATUS else "the error"
    request = " ".join(part for part in (call.method, target) if part)
    return f"{what} of {request}" if request else f"{what} of this API call"


def origin(app: Application, record: ErrorRecord) -> list[Step]:
    """Where the error comes from: the API calls, what raises it, the handler."""
    steps = []
    for failure in record.failures[:3]:
        steps.append(Step(app.place_of(failure.call.ref), "the API call that fails"))
        if failure.raised is not None:
            steps.append(Step(app.place_of(failure.raised), "raised here"))
    steps.append(Step(app.error_sites.place(record.site), "handled here"))
    return list(dict.fromkeys(steps))
