"""The requests of the collection, and the body inside one of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from postman_exports import (
    CLIENT,
    REFERRING,
    USED,
    breaches,
    collection,
    documents,
    enable_request,
    environment,
    marked_text,
    remarks,
    token_request,
)

from cl_lint.deployment import Verdict


def changed(request: dict[str, Any], change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    change(request["request"])
    return request


def test_the_vendors_collection_is_right(tmp_path: Path) -> None:
    found = remarks(tmp_path, collection(), environment())
    assert {r.verdict for r in found} == {Verdict.KEPT}
    assert "the request Enable Application has the vendor's method and path" in [r.message for r in found]


def test_without_an_environment_nothing_is_held_against_the_collection(tmp_path: Path) -> None:
    found = remarks(tmp_path, collection())
    assert {r.verdict for r in found} == {Verdict.KEPT}
    assert "accountId is taken from the environment" in [r.message for r in found]


def test_what_the_environment_gets_wrong_is_said_once(tmp_path: Path) -> None:
    assert breaches(tmp_path, collection(), environment(appName="TODO")) == [
        "appName (the application's name as the customer sees it) still holds a placeholder"
    ]


def test_requests_in_folders_and_others_beside_them(tmp_path: Path) -> None:
    other = {"name": "Who am I", "request": "{{auth_url}}/token"}
    folder = {"name": "Registration", "item": [{"name": "Both", "item": [token_request(), enable_request()]}]}
    assert breaches(tmp_path, collection(other, folder)) == []


@pytest.mark.parametrize(
    ("items", "lacking"),
    [
        ([token_request()], "PUT {{auth_url}}/applications/{{applicationId}} (Enable Application)"),
        ([enable_request()], "POST {{auth_url}}/token (Auth Token)"),
    ],
)
def test_a_request_that_is_missing(tmp_path: Path, items: list[dict[str, Any]], lacking: str) -> None:
    assert breaches(tmp_path, collection(*items)) == [f"the collection lacks the request {lacking}"]


def test_an_empty_collection(tmp_path: Path) -> None:
    content = collection()
    content["item"] = []
    assert len(breaches(tmp_path, content)) == 2


def use_method(method: str) -> Callable[[dict[str, Any]], object]:
    return lambda request: request.update(method=method)


def use_url(url: object) -> Callable[[dict[str, Any]], object]:
    return lambda request: request.update(url=url)


@pytest.mark.parametrize(
    ("change", "problem", "marked"),
    [
        (use_method("POST"), "is sent as POST, not PUT", '"POST"'),
        (use_method("put"), "is sent as put, not PUT", '"put"'),
        (lambda request: request.pop("method"), "is sent as GET, not PUT", None),
        (
            use_url("{{auth_url}}/application/{{applicationId}}"),
            "goes to the path application/{{applicationId}}",
            '"{{auth_url}}/application/{{applicationId}}"',
        ),
        (
            use_url({"raw": "{{auth_url}}/applications", "host": ["{{auth_url}}"], "path": ["applications"]}),
            "goes to the path applications;",
            '"{{auth_url}}/applications"',
        ),
        (
            use_url({"raw": "{{auth_url}}/applications/{{applicationId}}", "host": ["{{auth_url}}"], "path": ["clients", "{{applicationId}}"]}),
            "goes to the path clients/{{applicationId}}",
            None,
        ),
        (use_url("{{auth_url}}/applications/{{accountIdGUID}}"), "goes to the path", None),
        (use_url("{{auth_url}}/applications/<client id>"), "goes to the path", None),
        (use_url("{{admin_url}}/applications/{{applicationId}}"), "goes to {{admin_url}};", None),
        (use_url("https://api.example/2017-09-01/applications/{{applicationId}}"), "does not go to the auth", None),
        (use_url("http://authentication.api.mitel.io/2017-09-01/applications/{{applicationId}}"), "does not go to", None),
        (lambda request: request.pop("url"), "has no address", None),
    ],
)  # fmt: skip
def test_a_request_that_was_altered(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], problem: str, marked: str | None
) -> None:
    content = collection(token_request(), changed(enable_request(), change))
    [document] = documents(tmp_path, content)
    found = [r for r in remarks(tmp_path, content) if r.verdict is Verdict.BREACH]
    assert len(found) == 1
    assert problem in found[0].message
    if marked is not None:
        assert marked_text(document, found)[0].startswith(marked)


@pytest.mark.parametrize(
    "url",
    [
        "{{auth_url}}/applications/{{applicationId}}",
        "{{ auth_url }}/applications/{{applicationId}}?trace=1",
        f"{{{{auth_url}}}}/applications/{CLIENT}",
        "https://authentication.api.mitel.io/2017-09-01/applications/{{applicationId}}",
        {"raw": "{{auth_url}}/applications/{{applicationId}}"},
        {"host": "{{auth_url}}", "path": "applications/{{applicationId}}"},
        {
            "protocol": "https",
            "host": ["authentication", "api", "mitel", "io"],
            "path": ["2017-09-01", "applications", {"type": "string", "value": "{{applicationId}}"}],
        },
        {
            "host": ["{{auth_url}}"],
            "path": ["applications", ":clientId"],
            "variable": [{"key": "clientId", "value": "{{applicationId}}"}],
        },
    ],
)
def test_other_spellings_of_the_same_address(tmp_path: Path, url: object) -> None:
    request = changed(enable_request(), use_url(url))
    assert breaches(tmp_path, collection(token_request(), request)) == []


def test_another_base_is_followed(tmp_path: Path) -> None:
    request = changed(enable_request(), use_url("{{base}}/applications/{{applicationId}}"))
    variable = [{"key": "base", "value": "https://authentication.eu.api.mitel.io/2017-09-01"}]
    assert breaches(tmp_path, collection(token_request(), request, variable=variable)) == []
    assert breaches(tmp_path, collection(token_request(), request)) == [
        "the request Enable Application goes to {{base}}; it belongs to "
        "{{auth_url}}/applications/{{applicationId}}"
    ]


def with_body(raw: str) -> dict[str, Any]:
    return collection(token_request(), enable_request(raw))


def test_the_place_inside_the_body(tmp_path: Path) -> None:
    raw = REFERRING.replace(
        '"active"', '"redirectUris": [\r\n    "http://größe.example/"\r\n  ],\r\n  "active"'
    )
    content = json.dumps(with_body(raw), indent=1)  # with escapes for all that is not ASCII
    [document] = documents(tmp_path, content)
    found = [r for r in remarks(tmp_path, content, portal=USED) if r.verdict is Verdict.BREACH]
    assert [r.message for r in found] == ["the redirect address does not start with https://"]
    assert marked_text(document, found) == ['\\"http://gr\\u00f6\\u00dfe.example/\\"']


def test_a_bare_reference_in_the_body(tmp_path: Path) -> None:
    content = with_body(REFERRING.replace('"{{accountIdGUID}}"', "{{accountIdGUID}}"))
    [document] = documents(tmp_path, content)
    found = [r for r in remarks(tmp_path, content) if r.verdict is Verdict.BREACH]
    assert [r.message for r in found] == [
        "accountId stands without quotes: with the value filled in, the body is no JSON"
    ]
    assert found[0].remedy == 'Write "accountId": "{{accountIdGUID}}", with quotes.'
    assert marked_text(document, found) == ["{{accountIdGUID}}"]


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ("", "has no JSON body"),
        ('{"accountId": }', "is no JSON: a value is missing"),
        ("[]", "is no JSON object"),
        (REFERRING.replace("true", "true,"), "is no JSON: there is a comma too many"),
    ],
)
def test_a_body_that_cannot_be_read(tmp_path: Path, raw: str, problem: str) -> None:
    [message] = breaches(tmp_path, with_body(raw))
    assert problem in message


def test_a_wrong_variable_in_the_body(tmp_path: Path) -> None:
    raw = REFERRING.replace("{{accountIdGUID}}", "{{PartnerPrimeAccountId}}")
    assert breaches(tmp_path, with_body(raw), environment()) == [
        "accountId (the account for which the application is enabled) is no GUID"
    ]
