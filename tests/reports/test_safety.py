"""What reports must never show: terminal commands, hidden characters, secrets."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cl_lint.findings import Verdicts
from cl_lint.reports import FORMATS, View, render
from cl_lint.reports.escaping import encodable, escape
from cl_lint.reports.secrets import mask, mask_shapes
from cl_lint.result import Result

HOSTILE = "\x1b]52;c;x\x07\r\n\x9b2J\u202egnp.exe\u2028\ud800\x7f"


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_that_a_terminal_obeys(result: Result, name: str) -> None:
    path = f"a{HOSTILE}.py"
    finding = result.findings[0]
    hostile = replace(
        finding, place=replace(finding.place, path=path), message=HOSTILE, remedy=HOSTILE, trace=()
    )
    sources = {path: "\n" * 6 + HOSTILE.replace("\r\n", "")}
    text = render(name, View(replace(result, verdicts=Verdicts([hostile]), sources=sources)))
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u202f\ud800-\udfff]", text) is None
    if name == "json":
        assert json.loads(text)["findings"][0]["path"] == path
    elif name == "gitlab":
        assert json.loads(text)[0]["location"]["path"] == path
    elif name == "sarif":
        assert json.loads(text)["runs"][0]["results"][0]["message"]["text"].startswith(r"\\x1b\]52")
    else:
        assert r"\x1b]52;c;x\x07\r\n\x9b2J\u202egnp.exe\u2028\ud800\x7f" in text


@given(st.text())
def test_escaped_text_is_one_printable_line(text: str) -> None:
    assert len(escape(text).splitlines()) <= 1
    assert escape(escape(text)) == escape(text)


def test_consoles_of_any_encoding() -> None:
    assert encodable("é 名", "cp1252") == r"é \u540d"
    assert encodable("é", "no-such-encoding") == r"\xe9"
    assert encodable("é", None) == r"\xe9"


@pytest.mark.parametrize(
    "text",
    [
        'PASSWORD = "CANARY"',
        'client_secret: str = "CANARY"',
        'def f(password="CANARY"): ...',
        'd["api_key"] = "CANARY"',
        '{"refresh_token": "CANARY"}',
        'os.environ.get("API_TOKEN", "CANARY")',
        'headers["Authorization"] = "Bearer CANARY"',
        'headers = {"Authorization": f"Basic CANARY{x}"}',
        'auth=("user", "CANARY")',
        'PASSWORD = (\n    "CANARY"\n    "CANARY"\n)',
        "SECRET = '''\nCANARY\n'''",
        'if password == "CANARY": ...',
        '# password = "CANARY" (don\'t)',
        'url = "https://user:CANARY@host/path"',
        'x = "eyJhbGciOiJIUzI1NiJ9.CANARY.CANARY"',
    ],
)
def test_secrets_are_masked_in_place(text: str) -> None:
    masked = mask(text)
    assert "CANARY" not in masked
    assert len(masked) == len(text)
    assert [len(line) for line in masked.splitlines()] == [len(line) for line in text.splitlines()]


@pytest.mark.parametrize(
    "text",
    [
        'TOKEN_URL = "https://auth.example/token"',
        'token = os.environ["API_TOKEN"]',
        'token = answer.json()["access_token"]',
        'headers = {"Authorization": f"Bearer {token}"}',
        '{"grant_type": "password", "username": name}',
        'log.error("token refresh failed", "again")',
        'fetch(token, "GET")',
        '"token_type": "bearer"',
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert mask(text) == text


def test_messages_are_masked_too() -> None:
    assert mask_shapes("sent Bearer abcdefghijklmnop") == "sent Bearer " + "*" * 16
