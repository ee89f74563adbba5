"""Sentences and traces that the checks of error sites share."""

from __future__ import annotations

from dataclasses import replace

from ..concepts.api_calls import ApiCall
from ..concepts.application import Application
from ..concepts.error_records import ErrorRecord
from ..concepts.failing_requests import failing
from ..concepts.failures import STATUS
from ..findings import Step
from ..program import Text
from ..program.values import parts_of, text_of


def target(call: ApiCall) -> str:
    """ "GET https://…": what a call asks for; of several URLs the one that says most."""
    urls = sorted(call.urls, key=lambda url: len(url.parts) if isinstance(url, Text) else 0)
    text = text_of(list(parts_of(urls[-1]))) if urls else ""
    shown = str(getattr(text, "value", text))
    return " ".join(part for part in (call.method, shown) if part) or "this API call"


def handled(app: Application, record: ErrorRecord) -> str:
    """ "the error of GET https://…" for the first failing call of a record."""
    what = "the error" if record.mode == STATUS else "the failure"
    call = record.failures[0].call
    contexts = failing(app, record.site, call)
    if len(contexts) == 1 and contexts[0].urls:
        call = replace(call, method=contexts[0].method, urls=contexts[0].urls)
    return f"{what} of {target(call)}"


def origin(app: Application, record: ErrorRecord) -> list[Step]:
    """Where the error comes from: the API calls, what raises it, the handler."""
    steps = []
    for failure in record.failures[:3]:
        steps.append(Step(app.place_of(failure.call.ref), "the API call that fails"))
        if failure.raised is not None:
            steps.append(Step(app.place_of(failure.raised), "raised here"))
    steps.append(Step(app.error_sites.place(record.site), "handled here"))
    return list(dict.fromkeys(steps))
