"""CL101: an error site from which some path ends with the error neither logged nor passed on."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.error_records import ErrorRecord
from ..findings import Step, Verdicts
from .error_messages import handled, origin
from .reporting import Reporter

CODE = "CL101"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    silent = set()
    for record in app.error_records.all:
        if not (record.logs or record.outputs or record.passed) and record.site not in silent:
            silent.add(record.site)
            report.finding(
                app.error_sites.place(record.site),
                f"{handled(app, record)} is neither logged nor passed on",
                record.site.confidence,
                (*origin(app, record), *_failing_branch(app, record)),
            )
    for record in app.error_records.all:
        if record.site not in silent and (record.logs or record.passed):
            how = "logged" if record.logs else "passed on"
            report.evidence(app.error_sites.place(record.site), f"{handled(app, record)} is {how}")
    return report.verdicts


def _failing_branch(app: Application, record: ErrorRecord) -> list[Step]:
    place = app.error_sites.else_place(record.site)
    return [Step(place, "the failing response comes here")] if place is not None else []
