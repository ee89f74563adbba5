"""CL103: an API error is logged without its code, or without its message."""

from __future__ import annotations

from ..concepts.application import Application
from ..findings import Verdicts
from .error_messages import handled, origin
from .reporting import Reporter
from .sites import per_site

CODE = "CL103"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    for log, record, missing in per_site(app, app.error_records.missing_detail):
        report.finding(
            app.place_of(log.ref),
            f"{handled(app, record)} is logged without its {' and '.join(missing)}",
            record.site.confidence,
            origin(app, record),
        )
    for record in app.error_records.all:
        if record.first is not None and not app.error_records.missing_detail(record):
            report.evidence(app.place_of(record.first.ref), "code and message are logged")
    return report.verdicts
