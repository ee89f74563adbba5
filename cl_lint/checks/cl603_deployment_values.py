"""CL603: the files that register the application for deployment are not ready."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..catalog import load_catalog
from ..deployment import Document, PortalUse, Verdict, examine
from ..findings import Confidence, Step, Verdicts
from .rule_reporting import RuleReporter

if TYPE_CHECKING:
    from ..concepts.application import Application

CODE = "CL603"
MOST_PLACES = 3


def check(app: Application) -> Verdicts:
    if not app.documents or app.config.level not in load_catalog().rules[CODE].levels:
        return Verdicts()
    return judge(app.documents, portal_use(app), app.policy.hosts)


def judge(documents: Sequence[Document], portal: PortalUse, hosts: Sequence[str]) -> Verdicts:
    """The verdicts about registration files, taken together; `hosts` are those of the API."""
    report = RuleReporter(CODE)
    for remark in examine(documents, portal, hosts):
        if remark.verdict is Verdict.BREACH:
            report.finding(remark.place, remark.message, remark.confidence, remark.trace, remark.remedy)
        elif remark.verdict is Verdict.KEPT:
            report.evidence(remark.place, remark.message, remark.confidence, remark.trace)
        else:
            report.unknown(remark.place, remark.message, remark.trace)
    return report.verdicts


def portal_use(app: Application) -> PortalUse:
    """Whether the application's source uses the portal; unknown where it does not call CloudLink at all."""
    if app.portal.uses:
        places = [app.place_of(use.ref) for use in app.portal.uses]
        trace = tuple(Step(place, "the portal is used here") for place in places[:MOST_PLACES])
        return PortalUse(True, f"{places[0].path}:{places[0].line} leads there", trace)
    if app.api_calls.all or app.sign_ins.all:
        return PortalUse(False, "its source leads nowhere to it", confidence=Confidence.MEDIUM)
    return PortalUse(None, "no source that calls CloudLink shows whether the portal is used")
