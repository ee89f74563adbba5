"""A request body by itself, and when it lists redirect addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from postman_exports import (
    ACCOUNT,
    REFERRING,
    UNKNOWN,
    UNUSED,
    USED,
    body,
    breaches,
    documents,
    environment,
    marked_text,
    remarks,
)

from cl_lint.deployment import PortalUse, Verdict
from cl_lint.findings import Confidence, Place, Step

GOOD = ["https://frontdesk.example/signed-in"]


def test_a_body_that_is_right(tmp_path: Path) -> None:
    assert {r.verdict for r in remarks(tmp_path, body())} == {Verdict.KEPT}
    assert {r.verdict for r in remarks(tmp_path, body(redirectUris=GOOD), portal=USED)} == {Verdict.KEPT}


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"accountId": "string"}, "accountId (the account for which the application is enabled) still holds"),
        ({"accountId": 402177310}, "is no GUID"),
        ({"accountId": ["x"]}, "is no text"),
        ({"accountId": True}, "is no text"),
        ({"accountId": ""}, "is not filled in"),
        ({"name": "string"}, "name (the application's name) still holds a placeholder"),
        ({"description": " "}, "description (the application's description) is not filled in"),
        ({"active": False}, "active is false: the application would not be enabled"),
        ({"active": "true"}, "active (whether the application is switched on) is neither true nor false"),
        ({"description": None}, "the body lacks description (the application's description)"),
        ({"active": None}, "the body lacks active"),
        ({"accountId": None}, "the body lacks accountId"),
    ],
)
def test_a_member_that_is_wrong(tmp_path: Path, changes: dict[str, object], problem: str) -> None:
    [message] = breaches(tmp_path, body(**changes))
    assert problem in message


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("string", "is still a placeholder"),
        ("", "is not filled in"),
        ("http://frontdesk.example/", "does not start with https://"),
        ("frontdesk://signed-in", "does not start with https://"),
        ("frontdesk.example/signed-in", "https:// is missing"),
        ("https:///signed-in", "names no host"),
        ("https://[frontdesk/", "is no URL"),
        ("https://frontdesk.example:port/", "is no URL"),
        ("https://frontdesk.example/signed in", "is no URL"),
        ("https://localhost/", "leads to the user's own machine"),
        ("https://LOCALHOST:8443/x", "leads to the user's own machine"),
        ("https://app.localhost./", "leads to the user's own machine"),
        ("https://127.0.0.1/", "leads to the user's own machine"),
        ("https://127.9.9.9:1/", "leads to the user's own machine"),
        ("https://[::1]:3000/", "leads to the user's own machine"),
        ("https://[::ffff:127.0.0.1]/", "leads to the user's own machine"),
        ("https://0.0.0.0/", "leads to the user's own machine"),
        ("https://user@localhost/", "leads to the user's own machine"),
    ],
)
def test_an_address_that_is_wrong(tmp_path: Path, address: str, problem: str) -> None:
    content = body(redirectUris=[*GOOD, address])
    [document] = documents(tmp_path, content)
    found = [r for r in remarks(tmp_path, content, portal=USED) if r.verdict is Verdict.BREACH]
    assert len(found) == 1
    assert problem in found[0].message
    assert marked_text(document, found) == [f'"{address}"']


@pytest.mark.parametrize(
    "address",
    [
        "https://localhost.example/",
        "https://frontdesk.example:8443/signed-in?next=/#x",
        "HTTPS://frontdesk.example",
        "https://10.1.2.3/",
        "https://[2001:db8::1]/",
        "https://münchen.example/",
    ],
)
def test_an_address_that_is_right(tmp_path: Path, address: str) -> None:
    assert breaches(tmp_path, body(redirectUris=[address]), portal=USED) == []


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ([], "redirectUris is empty"),
        ("https://frontdesk.example/", "redirectUris is no list"),
        ([7], "7 is no redirect address"),
        ([{}], "this is no redirect address"),
    ],
)
def test_a_list_that_is_none(tmp_path: Path, value: object, problem: str) -> None:
    assert breaches(tmp_path, body(redirectUris=value), portal=USED) == [problem]


def test_addresses_that_belong_to_no_portal(tmp_path: Path) -> None:
    content = body(redirectUris=["string"])
    [document] = documents(tmp_path, content)
    found = [r for r in remarks(tmp_path, content, portal=UNUSED) if r.verdict is Verdict.BREACH]
    assert [r.message for r in found] == [
        "redirectUris is given, but the application does not use the portal: nothing leads there"
    ]
    assert marked_text(document, found) == ['"redirectUris"']


def test_addresses_that_are_missing(tmp_path: Path) -> None:
    step = Step(Place("sign_in.py", 3, 5, 3, 40), "the portal is used here")
    portal = PortalUse(True, "sign_in.py:3 leads there", (step,), Confidence.MEDIUM)
    [found] = [r for r in remarks(tmp_path, body(), portal=portal) if r.verdict is Verdict.BREACH]
    assert found.message == (
        "redirectUris is missing, but the application uses the portal: sign_in.py:3 leads there"
    )
    assert (found.trace, found.confidence) == ((step,), Confidence.MEDIUM)
    assert (found.place.line, found.place.column) == (1, 1)


def test_where_nothing_tells_whether_the_portal_is_used(tmp_path: Path) -> None:
    for content in (body(), body(redirectUris=GOOD)):
        found = remarks(tmp_path, content, portal=UNKNOWN)
        assert not [r for r in found if r.verdict is Verdict.BREACH]
        assert len([r for r in found if r.verdict is Verdict.UNKNOWN]) == 1
    assert breaches(tmp_path, body(redirectUris=["http://a.example/"]), portal=UNKNOWN) == [
        "the redirect address does not start with https://"
    ]


def test_a_name_in_other_letters_is_not_read_by_the_api(tmp_path: Path) -> None:
    found = [
        r for r in remarks(tmp_path, body(redirectURIs=GOOD), portal=USED) if r.verdict is Verdict.BREACH
    ]
    assert [r.message for r in found] == ["redirectURIs is not what the API reads: the name is redirectUris"]
    assert found[0].remedy == "Spell it redirectUris."


def test_references_are_filled_in_from_the_environment(tmp_path: Path) -> None:
    content = body(accountId="{{accountIdGUID}}", redirectUris=["https://{{host}}/in", "{{unknown}}"])
    variables = environment()
    variables["values"].append({"key": "host", "value": "localhost", "enabled": True})
    found = remarks(tmp_path, content, variables, portal=USED)
    assert [r.message for r in found if r.verdict is Verdict.BREACH] == [
        "the redirect address leads to the user's own machine"
    ]
    assert [r.message for r in found if r.verdict is Verdict.UNKNOWN] == [
        "the redirect address is filled in from unknown"
    ]


def test_a_body_with_bare_references_can_be_read(tmp_path: Path) -> None:
    text = REFERRING.replace('"{{accountIdGUID}}"', "{{accountIdGUID}}")
    assert breaches(tmp_path, text) == [
        "accountId stands without quotes: with the value filled in, the body is no JSON"
    ]


def test_the_last_of_equal_members_counts(tmp_path: Path) -> None:
    text = f'{{"accountId": "1", "name": "Desk", "description": "x y", "active": true, "accountId": "{ACCOUNT}"}}'
    assert breaches(tmp_path, text) == []
