"""CL602: the project declares only platforms that CloudLink does not support."""

from __future__ import annotations

from ..concepts.application import Application
from ..findings import Step, Verdicts
from .reporting import Reporter

CODE = "CL602"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    declared = app.platforms.declared
    supported = [d for d in declared if d.is_supported]
    for platform in supported:
        report.evidence(platform.place, f"the project declares {platform.name}")
    if declared and not supported:
        names = ", ".join(d.name for d in declared)
        trace = [Step(d.place, f"and {d.name}") for d in declared[1:]]
        report.finding(declared[0].place, f"the project declares only {names}", trace=trace)
    return report.verdicts
