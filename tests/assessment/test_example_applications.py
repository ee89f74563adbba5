"""The assessment of the applications in `examples/`, against a table written by hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from cl_lint.assess import assess
from cl_lint.assessment import Assessment
from cl_lint.catalog import LEVELS, load_catalog
from cl_lint.config import load_config

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

WORDS = {
    "met": "met",
    "NOT": "not met",
    "ask": "needs attestation",
    "n/a": "not applicable",
}

# practice, then the front desk and the switchboard, each at self-assessed, compatible, certified
TABLE = """
logging.errors-logged              met met met   NOT NOT NOT
logging.retrievable                ask ask ask   ask ask ask
logging.correlation                met met met   NOT NOT NOT
logging.error-detail               met met met   met met met
logging.parties                    met met met   met met met
logging.call-id                    met met met   NOT NOT NOT
logging.utc-iso                    met met met   NOT NOT NOT
errors.captured                    met met met   NOT NOT NOT
errors.hopeless-retry              met met met   met met met
errors.retry-delay                 met met met   NOT NOT NOT
errors.retry-limit                 met met met   met met met
errors.rate-limit                  met met met   n/a n/a n/a
authentication.code-flow           met met met   n/a NOT NOT
authentication.client-credentials  met met met   n/a n/a n/a
authentication.no-token-decoding   met met met   NOT NOT NOT
authentication.portal              NOT n/a n/a   met n/a n/a
realtime.websocket                 met met met   NOT NOT NOT
realtime.webhook-last-resort       met met met   n/a n/a n/a
platform.supported                 ask ask ask   ask ask ask
platform.identification            met met met   met met met
deployment.registration            n/a ask ask   n/a ask ask
deployment.administrator           n/a ask ask   n/a ask ask
deployment.redirect-addresses      n/a ask ask   n/a n/a n/a
deployment.client-id               n/a ask ask   n/a NOT NOT
review.request                     n/a ask ask   n/a ask ask
review.functionality               n/a ask ask   n/a ask ask
review.stack                       n/a ask ask   n/a ask ask
review.apis                        n/a ask ask   n/a ask ask
review.logging-performance         n/a ask ask   n/a ask ask
review.code-review                 n/a n/a ask   n/a n/a ask
review.test-suite                  n/a n/a ask   n/a n/a ask
review.partnership                 n/a n/a ask   n/a n/a ask
"""
ROWS = {line.split()[0]: line.split()[1:] for line in TABLE.split("\n") if line}
COLUMNS = [(name, level) for name in ("frontdesk", "switchboard") for level in LEVELS]


@cache
def assessed(name: str) -> Assessment:
    root = EXAMPLES / name
    return assess([root], load_config(root), root)


def test_the_table_has_every_practice() -> None:
    assert list(ROWS) == [practice.id for practice in load_catalog().practices]


@pytest.mark.parametrize(("column", "name", "level"), [(i, *pair) for i, pair in enumerate(COLUMNS)])
def test_every_practice_has_the_status_of_the_table(column: int, name: str, level: str) -> None:
    verdict = next(v for v in assessed(name).levels if v.level == level)
    expected = {practice: WORDS[row[column]] for practice, row in ROWS.items()}
    assert {item.practice.id: item.status.value for item in verdict.practices} == expected


@pytest.mark.parametrize("name", ["frontdesk", "switchboard"])
def test_what_is_met_has_its_evidence_in_the_source(name: str) -> None:
    found = assessed(name)
    for verdict in found.levels:
        for item in verdict.practices:
            if item.status.value == "met":
                assert item.ruling.places or item.evidence
            for evidence in item.evidence:
                assert (EXAMPLES / name / evidence.place.path).is_file()


def test_the_front_desk_is_held_up_by_the_portal_alone_at_self_assessed() -> None:
    verdict = assessed("frontdesk").levels[0]
    findings = [finding for item in verdict.blockers for finding in item.findings]
    assert [(f.code, f.place.path) for f in findings] == [("CL404", "frontdesk/tokens.py")]


def test_no_practice_of_the_front_desk_is_broken_at_the_level_it_asks_for() -> None:
    verdict = assessed("frontdesk").asked
    assert verdict.level == "compatible"
    assert {item.status.value for item in verdict.blockers} == {"needs attestation"}
