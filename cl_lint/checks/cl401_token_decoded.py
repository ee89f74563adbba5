"""CL401: a CloudLink token is decoded by the application."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.tokens import TokenRead
from ..findings import Step, Verdicts
from .reporting import Reporter

CODE = "CL401"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    for read in app.tokens.reads:
        message = f"{read.reader} reads a CloudLink token: {read.origin.text}"
        report.finding(app.place_of(read.ref), message, read.origin.confidence, _trace(app, read))
    for ref, name in app.tokens.others:
        report.unknown(app.place_of(ref), f"{name} reads a token that is not known to be CloudLink's")
    tokens = next(iter(app.token_origins.bearer_calls), None)
    if not app.tokens.reads and tokens is not None:
        report.evidence(app.place_of(tokens), "the bearer tokens of API calls are passed on, never read")
    return report.verdicts


def _trace(app: Application, read: TokenRead) -> list[Step]:
    steps: list[Step] = []
    if read.cut is not None:
        steps.append(Step(app.place_of(read.cut), "the token is cut into its parts here"))
    steps += [Step(app.place_of(call), "the token is passed on here") for call in read.passed]
    if read.origin.ref is not None:
        steps.append(Step(app.place_of(read.origin.ref), f"this is where it is from: {read.origin.text}"))
    return steps
