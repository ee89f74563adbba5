"""CL106: the only record of an API error is shown and not kept; or error logging is switched off."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.silencing import silenced
from ..findings import Verdicts
from .error_messages import handled, origin
from .reporting import Reporter

CODE = "CL106"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    seen = set()
    for record in app.error_records.all:
        if record.outputs and not record.logs and not record.passed and record.site not in seen:
            seen.add(record.site)
            output = record.outputs[0]
            report.finding(
                app.place_of(output.ref),
                f"{handled(app, record)} is only shown by {output.name}, not logged",
                record.site.confidence,
                origin(app, record),
            )
    for switch in silenced(app):
        report.finding(app.place_of(switch.ref), f"{switch.how} switches the logging of errors off")
    return report.verdicts
