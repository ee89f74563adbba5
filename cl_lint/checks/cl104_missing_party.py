"""CL104: an API error is logged with nothing that names a user, account, device or endpoint."""

from __future__ import annotations

from ..concepts.application import Application
from ..findings import Verdicts
from .error_messages import handled, origin
from .reporting import Reporter
from .sites import per_site

CODE = "CL104"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    records = app.error_records
    for log, record, _ in per_site(app, lambda r: not records.names_party(r)):
        report.finding(
            app.place_of(log.ref),
            f"{handled(app, record)} is logged with nothing that names a user, account, device or endpoint",
            record.site.confidence,
            origin(app, record),
        )
    for record in records.all:
        if record.first is not None and records.names_party(record):
            report.evidence(app.place_of(record.first.ref), "the record names who is involved")
    return report.verdicts
