"""CL405: a token or authorize request carries no client id."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.portal import PortalUse
from ..concepts.request_fields import ABSENT, PRESENT
from ..concepts.sign_ins import SignIn
from ..findings import Step, Verdicts
from .reporting import Reporter
from .sign_in_places import lacking_place

CODE = "CL405"


def check(app: Application) -> Verdicts:
    report = Reporter(app, CODE)
    must = app.config.level in report.rule.levels and app.config.client_id_issued
    for sign_in in app.sign_ins.all:
        if sign_in.client_id == ABSENT:
            _absent(report, sign_in, must)
        elif sign_in.client_id == PRESENT:
            report.evidence(
                app.place_of(sign_in.ref),
                f"this {sign_in.what} request carries the client id",
                sign_in.confidence,
            )
        elif must:
            report.unknown(
                app.place_of(sign_in.ref), f"whether this {sign_in.what} request carries the client id"
            )
    for use in app.portal.uses:
        _link(report, use, must)
    return report.verdicts


def _link(report: Reporter, use: PortalUse, must: bool) -> None:
    """A link to the sign-in page; a request to it is a sign-in of its own."""
    app = report.app
    if not use.client_id or (use.call is not None and app.api_calls.at(use.call) is not None):
        return
    place = app.place_of(use.ref)
    if use.client_id == PRESENT:
        report.evidence(place, "the link to the sign-in page carries the client id")
    elif use.client_id == ABSENT and must:
        trace = [Step(app.place_of(used), "the link is used here") for used in use.used]
        report.finding(place, "the link to the sign-in page carries no client id", trace=trace)
    elif must:
        report.unknown(place, "whether the link to the sign-in page carries the client id")


def _absent(report: Reporter, sign_in: SignIn, must: bool) -> None:
    app = report.app
    siblings = [
        s for s in app.sign_ins.all if s.ref.module is sign_in.ref.module and s.ref.vid == sign_in.ref.vid
    ]
    place = app.place_of(lacking_place(app, sign_in, siblings))
    grant = f" ({', '.join(sign_in.grant_names)})" if sign_in.grant_names else ""
    if not must:
        report.evidence(
            place, f"this {sign_in.what} request{grant} may go without a client id", sign_in.confidence
        )
        return
    trace = [Step(app.place_of(sign_in.ref), f"this is the {sign_in.what} request")]
    trace += [Step(app.place_of(call), "called here") for call in sign_in.chain]
    report.finding(
        place, f"this {sign_in.what} request{grant} carries no client id", sign_in.confidence, trace
    )
