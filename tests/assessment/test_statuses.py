"""The status of a practice: what leads to each, and what it says then."""

from __future__ import annotations

from pathlib import Path

import pytest
from assessing import assessment_of, statement, status_of, write

from cl_lint.assess import assess
from cl_lint.config import load_config

UNCHECKED = "import requests\nrequests.post(BASE + '/users')\n"
CHECKED = "import requests\nrequests.post(BASE + '/users').raise_for_status()\n"
WEBHOOK = """\
import requests
requests.post("https://notifications.us.api.mitel.io/2017-09-01/subscriptions",
              json={"topic": "t", "transport": "webhook"}).raise_for_status()
"""
PASSWORD = """\
import requests
requests.post("https://authentication.us.api.mitel.io/2017-09-01/token", json={
    "grant_type": "password", "username": "u", "password": input(), "client_id": "c",
}).raise_for_status()
"""


def test_met_needs_evidence_and_names_its_places(tmp_path: Path) -> None:
    item = assessment_of(tmp_path, CHECKED).asked.of("errors.captured")
    assert (item.status.value, item.ruling.reason) == ("met", "kept at 1 place, broken nowhere")
    assert [(p.path, p.line) for p in item.ruling.places] == [("app.py", 3)]


def test_one_breach_is_enough_to_be_not_met(tmp_path: Path) -> None:
    item = assessment_of(tmp_path, CHECKED + UNCHECKED).asked.of("errors.captured")
    assert (item.status.value, item.ruling.reason, len(item.findings)) == ("not met", "1 finding", 1)
    assert item.blocks


@pytest.mark.parametrize(
    ("comment", "status", "reason"),
    [
        (
            "  # cl-lint: ignore[CL305] -- nobody waits for it",
            "waived",
            "1 finding, suppressed with a reason",
        ),
        ("  # cl-lint: ignore[CL305]", "not met", "1 finding, all suppressed without a reason"),
    ],
)
def test_only_a_reason_waives_a_finding(tmp_path: Path, comment: str, status: str, reason: str) -> None:
    item = assessment_of(tmp_path, UNCHECKED.rstrip() + comment + "\n").asked.of("errors.captured")
    assert (item.status.value, item.ruling.reason) == (status, reason)
    assert [f.reason for f in item.waived] == (["nobody waits for it"] if status == "waived" else [])


def test_nothing_is_met_where_there_is_no_api_call(tmp_path: Path) -> None:
    found = assessment_of(tmp_path, "print(BASE)\n")
    assert status_of(found, "errors.captured") == "not applicable"
    assert {i.status.value for i in found.asked.practices} == {"not applicable"}
    assert found.asked.obstacles == ("no CloudLink API call is in the source: there is nothing to assess",)
    assert not found.asked.ready


def test_an_application_without_cloudlink_is_not_ready_for_anything(tmp_path: Path) -> None:
    write(tmp_path, {"app.py": "print('hello')\n"})
    found = assess([tmp_path], load_config(tmp_path), tmp_path)
    assert [verdict.ready for verdict in found.levels] == [False, False, False]


def test_a_file_that_cannot_be_read_stands_in_the_way(tmp_path: Path) -> None:
    write(tmp_path, {"broken.py": "def (\n"})
    found = assessment_of(tmp_path, CHECKED)
    assert list(found.not_assessed) == ["broken.py"]
    assert "1 file could not be assessed" in found.asked.obstacles


def test_a_rule_that_is_switched_off_leaves_its_practice_unknown(tmp_path: Path) -> None:
    item = assessment_of(tmp_path, CHECKED, 'ignore = ["CL305"]').asked.of("errors.captured")
    assert item.status.value == "unknown"
    assert item.ruling.reason == "CL305 is switched off by the configuration"


def test_unknown_says_where_the_analysis_cannot_decide(tmp_path: Path) -> None:
    source = "import requests\nfrom elsewhere import HEADERS\nrequests.get(BASE, headers=HEADERS)\n"
    item = assessment_of(tmp_path, source).asked.of("platform.identification")
    assert (item.status.value, [p.line for p in item.ruling.places]) == ("unknown", [4])
    assert not item.blocks  # what is only a good habit holds nobody up


@pytest.mark.parametrize(
    ("practice", "reason"),
    [
        ("logging.call-id", "there is no media or call request"),
        ("errors.retry-delay", "no API call is retried"),
        ("errors.rate-limit", "neither 429 nor 503 is retried"),
        ("authentication.code-flow", "no sign-in to CloudLink is in the source"),
        ("authentication.client-credentials", "no token is asked for with client credentials"),
        ("authentication.no-token-decoding", "no CloudLink token is in the source"),
        ("realtime.websocket", "no notifications are received"),
        ("realtime.webhook-last-resort", "no notifications are subscribed to"),
        ("review.partnership", "asked of certified applications only"),
    ],
)
def test_not_applicable_says_why(tmp_path: Path, practice: str, reason: str) -> None:
    item = assessment_of(tmp_path, CHECKED).asked.of(practice)
    assert (item.status.value, item.ruling.reason) == ("not applicable", reason)


def test_errors_that_nothing_handles_are_unknown_not_met(tmp_path: Path) -> None:
    found = assessment_of(tmp_path, CHECKED)
    for practice in ("errors-logged", "correlation", "error-detail"):
        assert status_of(found, f"logging.{practice}") == "unknown"


def test_a_log_set_up_that_is_not_in_the_source_has_to_be_attested(tmp_path: Path) -> None:
    assert status_of(assessment_of(tmp_path, CHECKED), "logging.utc-iso") == "needs attestation"


# -- what people state


def test_a_statement_settles_what_source_cannot_show(tmp_path: Path) -> None:
    item = assessment_of(tmp_path, CHECKED, "", statement("logging.retrievable")).asked.of(
        "logging.retrievable"
    )
    assert (item.status.value, item.ruling.reason) == ("attested", "stated by Ada Lindqvist on 2026-01-31")


def test_a_statement_settles_what_the_analysis_cannot_decide(tmp_path: Path) -> None:
    found = assessment_of(tmp_path, CHECKED, "", statement("logging.errors-logged"))
    assert status_of(found, "logging.errors-logged") == "attested"


def test_a_statement_does_not_outweigh_a_finding_or_evidence(tmp_path: Path) -> None:
    said = statement("errors.captured")
    assert status_of(assessment_of(tmp_path, UNCHECKED, "", said), "errors.captured") == "not met"
    assert status_of(assessment_of(tmp_path, CHECKED, "", said), "errors.captured") == "met"


def test_a_statement_that_has_ended_settles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1806364800")  # 2027-03-30
    said = statement("logging.retrievable", "2027-03-29") + statement("platform.supported", "2027-03-30")
    found = assessment_of(tmp_path, CHECKED, "", said)
    assert status_of(found, "logging.retrievable") == "needs attestation"
    assert status_of(found, "platform.supported") == "attested"
    assert [a.practice for a in found.attestations.expired] == ["logging.retrievable"]


def test_a_statement_about_no_known_practice_is_told_of(tmp_path: Path) -> None:
    found = assessment_of(tmp_path, CHECKED, "", statement("logging.retrieveable"))
    assert found.attestations.unknown == ("logging.retrieveable; did you mean 'logging.retrievable'?",)


SERVER = 'kind = "server"\n'


@pytest.mark.parametrize(
    ("config", "attested", "end", "status"),
    [
        (SERVER, "", "", "not met"),
        (SERVER, statement("realtime.webhook-last-resort"), "", "attested"),
        (SERVER + 'webhook-justification = "The network forbids it."', "", "", "attested"),
        (SERVER, "", "  # cl-lint: ignore-file[CL502] -- the network forbids it", "waived"),
    ],
)
def test_a_webhook_needs_a_reason_wherever_it_is_given(
    tmp_path: Path, config: str, attested: str, end: str, status: str
) -> None:
    found = assessment_of(tmp_path, WEBHOOK.rstrip() + end + "\n", config, attested)
    assert status_of(found, "realtime.webhook-last-resort") == status
    assert status_of(found, "realtime.websocket") == "not applicable"


def test_a_webhook_in_a_client_cannot_be_attested(tmp_path: Path) -> None:
    found = assessment_of(tmp_path, WEBHOOK, 'kind = "client"\n', statement("realtime.websocket"))
    assert status_of(found, "realtime.websocket") == "not met"
    assert status_of(found, "realtime.webhook-last-resort") == "not applicable"


# -- levels


def test_each_level_is_judged_by_its_own_rules(tmp_path: Path) -> None:
    found = assessment_of(tmp_path, PASSWORD, 'level = "compatible"')
    levels = ("self-assessed", "compatible", "certified")
    assert [status_of(found, "authentication.code-flow", level) for level in levels] == [
        "not applicable",
        "not met",
        "not met",
    ]
    reason = found.levels[0].of("authentication.code-flow").ruling.reason
    assert reason == "the vendor's exception for self-assessed applications is used: the password grant"


def test_until_a_client_id_is_issued_the_password_grant_is_an_exception(tmp_path: Path) -> None:
    found = assessment_of(tmp_path, PASSWORD, 'level = "compatible"\nclient-id-issued = false')
    assert status_of(found, "authentication.code-flow") == "not applicable"
    assert status_of(found, "deployment.client-id") == "not met"


def test_a_level_is_ready_when_nothing_is_open(tmp_path: Path) -> None:
    open_ones = [i.practice.id for i in assessment_of(tmp_path, CHECKED).asked.blockers]
    said = "".join(statement(practice) for practice in open_ones)
    found = assessment_of(tmp_path, CHECKED, "", said)
    assert [verdict.ready for verdict in found.levels] == [True, False, False]
