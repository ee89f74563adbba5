"""CL403: a client-side application signs in with a client secret."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.sign_ins import CLIENT_CREDENTIALS
from ..findings import Verdicts
from .reporting import Reporter
from .sign_in_places import grant_place, grant_trace

CODE = "CL403"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    kind, reason = app.kind_and_reason
    for sign_in in app.sign_ins.all:
        if CLIENT_CREDENTIALS in sign_in.grant_names:
            place = grant_place(app, sign_in, CLIENT_CREDENTIALS)
            trace = grant_trace(app, sign_in, CLIENT_CREDENTIALS)
            if kind == "client":
                message = f"the client_credentials grant in a client-side application ({reason})"
                report.finding(place, message, sign_in.confidence, trace)
            elif kind == "server":
                report.evidence(
                    place, f"the client_credentials grant in a server ({reason})", sign_in.confidence
                )
            else:
                report.unknown(place, "the client_credentials grant in an application of unknown kind", trace)
        elif sign_in.grant_names:
            grants = ", ".join(sign_in.grant_names)
            report.evidence(app.place_of(sign_in.ref), f"the grant is {grants}", sign_in.confidence)
    return report.verdicts
