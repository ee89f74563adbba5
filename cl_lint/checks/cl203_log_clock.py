"""CL203: the logging set-up stamps lines in local time, in another form, or not at all."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.log_setups import State
from ..findings import Step, Verdicts
from .reporting import Reporter

CODE = "CL203"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    for setup in app.log_setups.all:
        message = f"{setup.what}: {setup.stamp.reason}"
        if setup.stamp.state is State.WRONG:
            report.finding(setup.place, message, trace=[Step(place, text) for place, text in setup.notes])
        elif setup.stamp.state is State.RIGHT:
            report.evidence(setup.place, message)
        else:
            report.unknown(setup.place, message)
    return report.verdicts
