"""Passwords and tokens: found wherever they stand, and never shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from postman_exports import (
    REFERRING,
    breaches,
    collection,
    documents,
    enable_request,
    environment,
    token_request,
)

from cl_lint.deployment import masked

TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkYW5hIn0.c2lnbmF0dXJl"
SECRET = "Kestrel-4711"


def with_variable(**entry: Any) -> dict[str, Any]:
    content = environment()
    content["values"].append({"enabled": True, **entry})
    return content


def in_request(**changes: Any) -> dict[str, Any]:
    request = enable_request()
    request["request"].update(changes)
    return collection(token_request(), request)


def with_response(body: str) -> dict[str, Any]:
    request = token_request()
    request["response"] = [{"name": "OK", "body": body}]
    return collection(request, enable_request())


def with_field(value: str) -> dict[str, Any]:
    request = token_request()
    request["request"]["body"]["urlencoded"][2]["value"] = value
    return collection(request, enable_request())


STORED = {
    "password": (environment(password=SECRET), SECRET),
    "password as a number": (environment(password=471147114711), "471147114711"),
    "access token": (environment(access_token=TOKEN), TOKEN),
    "another secret": (with_variable(key="clientSecret", value=SECRET), SECRET),
    "marked as a secret": (with_variable(key="whatever", value=SECRET, type="secret"), SECRET),
    "current value in a backup": (with_variable(key="oldPassword", value="", sessionValue=SECRET), SECRET),
    "switched off": (with_variable(key="old_password", value=SECRET, enabled=False), SECRET),
    "a token under any name": (with_variable(key="note", value=f"use {TOKEN}"), TOKEN),
    "form field": (with_field(SECRET), SECRET),
    "header": (in_request(header=[{"key": "Authorization", "value": f"Bearer {SECRET}{SECRET}"}]), SECRET + SECRET),
    "bearer": (collection(auth={"type": "bearer", "bearer": [{"key": "token", "value": SECRET}]}), SECRET),
    "basic": (in_request(auth={"type": "basic", "basic": [{"key": "password", "value": SECRET}]}), SECRET),
    "saved answer": (with_response(json.dumps({"access_token": SECRET, "expires_in": 3600})), SECRET),
    "saved answer, a token": (with_response(f"<html>{TOKEN}</html>"), TOKEN),
    "script": (
        collection(event=[{"listen": "test", "script": {"exec": [f'pm.environment.set("password", "{SECRET}");']}}]),
        SECRET,
    ),
    "variable of the collection": (collection(variable=[{"key": "password", "value": SECRET}]), SECRET),
    "body": (collection(token_request(), enable_request(REFERRING.replace('"active"', f'"client_secret": "{SECRET}", "active"'))), SECRET),
}  # fmt: skip


@pytest.mark.parametrize("name", STORED)
def test_a_stored_secret_is_found_and_masked(tmp_path: Path, name: str) -> None:
    content, secret = STORED[name]
    [message] = breaches(tmp_path, content)
    assert message.endswith("is stored in the file")
    assert secret not in message
    [document] = documents(tmp_path, content)
    assert secret in document.text
    text = masked(document)
    assert secret not in text
    assert len(text) == len(document.text)
    assert text.count("\n") == document.text.count("\n")


@pytest.mark.parametrize(
    "content",
    [
        environment(password="{{vault:admin}}", access_token=" "),
        with_variable(key="token_url", value="https://authentication.api.mitel.io/2017-09-01/token"),
        with_variable(key="tokenType", value="Bearer"),
        with_variable(key="password_file", value=""),
        with_variable(key="apiKey", value="<your key>"),
        with_variable(key="monkey", value="see no evil"),
        in_request(header=[{"key": "Authorization", "value": "Bearer {{access_token}}"}]),
        in_request(auth={"type": "oauth2", "oauth2": [{"key": "addTokenTo", "value": "header"}, {"key": "tokenName", "value": "partner"}]}),
        with_response(json.dumps({"access_token": "", "token_type": "Bearer"})),
        collection(event=[{"listen": "test", "script": {"exec": ['pm.environment.set("access_token", jsonData["access_token"]);']}}]),
    ],
)  # fmt: skip
def test_what_is_no_secret(tmp_path: Path, content: object) -> None:
    assert breaches(tmp_path, content) == []
    [document] = documents(tmp_path, content)
    assert masked(document) == document.text


def test_a_secret_that_stands_twice_is_masked_twice(tmp_path: Path) -> None:
    content = environment(password=SECRET, appDescription=f"Sign in with {SECRET}, then knock.")
    [document] = documents(tmp_path, content)
    assert SECRET not in masked(document)


def test_an_escaped_secret_is_masked_in_full(tmp_path: Path) -> None:
    [document] = documents(tmp_path, environment(password='k"ä\\str\u00e9l'))
    assert '"value": "' + "*" * len(json.dumps('k"ä\\str\u00e9l')[1:-1]) + '"' in masked(document)


def test_any_nesting_of_texts_ends(tmp_path: Path) -> None:
    text = "[1]"
    for _ in range(8):
        text = json.dumps([text])
    assert breaches(tmp_path, with_response(text)) == []
