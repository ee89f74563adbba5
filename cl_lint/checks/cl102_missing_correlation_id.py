"""CL102: an API error is logged without one of the identifying headers."""

from __future__ import annotations

from ..concepts.application import Application
from ..findings import Verdicts
from .error_messages import handled, origin
from .reporting import Reporter
from .sites import per_site

CODE = "CL102"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    for log, record, missing in per_site(app, app.error_records.missing_identifiers):
        names = " and ".join(missing)
        report.finding(
            app.place_of(log.ref),
            f"{handled(app, record)} is logged without {names}",
            record.site.confidence,
            origin(app, record),
        )
    for record in app.error_records.all:
        if (
            record.first is not None
            and record.mode == "status"
            and not app.error_records.missing_identifiers(record)
        ):
            report.evidence(app.place_of(record.first.ref), "both identifying headers are logged")
    return report.verdicts
