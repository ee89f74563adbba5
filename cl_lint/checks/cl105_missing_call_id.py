"""CL105: the error of a media or call request is logged without the call id that is at hand."""

from __future__ import annotations

from ..concepts.application import Application
from ..findings import Verdicts
from .error_messages import handled, origin
from .reporting import Reporter
from .sites import per_site

CODE = "CL105"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    for log, record, name in per_site(app, app.error_records.missing_call_id):
        report.finding(
            app.place_of(log.ref),
            f"{handled(app, record)} is logged without the call id, which is at hand as {name}",
            record.site.confidence,
            origin(app, record),
        )
    for record in app.error_records.all:
        if record.first is not None and app.error_records.holds_call_id(record):
            report.evidence(app.place_of(record.first.ref), "the call id is logged", record.site.confidence)
    return report.verdicts
