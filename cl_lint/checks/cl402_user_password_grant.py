"""CL402: a user signs in with the password grant."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.sign_ins import CODE as CODE_GRANT
from ..concepts.sign_ins import PASSWORD, SignIn
from ..findings import Verdicts
from .reporting import Reporter
from .sign_in_places import grant_place, grant_trace

CODE = "CL402"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    must = app.config.level in report.rule.levels and app.config.client_id_issued
    for sign_in in app.sign_ins.all:
        if sign_in.what == "authorize":
            if sign_in.by_password:
                report.evidence(
                    app.place_of(sign_in.ref),
                    "a code is asked for with the user's password",
                    sign_in.confidence,
                )
            continue
        for grant in sign_in.grants:
            if grant.text == PASSWORD:
                _judge(report, sign_in, must)
            elif grant.text == CODE_GRANT:
                report.evidence(
                    app.place_of(sign_in.ref), "a code is exchanged for the token", sign_in.confidence
                )
            elif grant.text is None:
                report.unknown(app.place_of(sign_in.ref), "the grant type of this token request is not known")
    return report.verdicts


def _judge(report: Reporter, sign_in: SignIn, must: bool) -> None:
    app = report.app
    place = grant_place(app, sign_in, PASSWORD)
    trace = grant_trace(app, sign_in, PASSWORD)
    if must:
        message = "a user signs in with the password grant, not by the Authorization Code Flow"
        report.finding(place, message, sign_in.confidence, trace)
    else:
        why = "no client id is issued yet" if app.config.level in report.rule.levels else "self-assessed"
        report.evidence(
            place, f"the password grant is used as an allowed exception ({why})", sign_in.confidence, trace
        )
