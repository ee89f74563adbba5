"""Exports of Postman as the tests need them: complete ones, to be damaged."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cl_lint.deployment import Document, PortalUse, Remark, Verdict, examine, read_document

HOSTS = ("mitel.io",)
UNUSED = PortalUse(False, "nothing leads there")
USED = PortalUse(True, "sign_in.py:3 leads there")
UNKNOWN = PortalUse(None, "nothing tells")
ACCOUNT = "8a4a9a57-3f5e-4a0f-8f5d-6c2d7a2f9e10"
CLIENT = "5d1e0c5a-93b1-4b7e-9d0c-0f5f6a1f2b11"
VALUES = {
    "username": "dana@partner.example",
    "password": "",
    "PartnerPrimeAccountId": "402177310",
    "accountIdGUID": ACCOUNT,
    "applicationId": CLIENT,
    "appName": "Front Desk",
    "appDescription": "Wakes guests, and shows who calls.",
    "admin_url": "https://admin.api.mitel.io/2017-09-01",
    "auth_url": "https://authentication.api.mitel.io/2017-09-01",
    "access_token": "",
    "refresh_token": "",
    "x-mitel-app": "app=FrontDesk/2.1;platform=windows/11;session-id=1",
}


def environment(**changes: Any) -> dict[str, Any]:
    """A complete environment; a change of None drops the variable, names take `_` for `-`."""
    values: dict[str, Any] = dict(VALUES)
    values.update({"x-mitel-app" if key == "x_mitel_app" else key: value for key, value in changes.items()})
    return {
        "id": "0d7d8c58-37a8-4a4b-8e85-5c1d7f6f0b55",
        "name": "Application Registration",
        "values": [
            {"key": key, "value": value, "type": "default", "enabled": True}
            for key, value in values.items()
            if value is not None
        ],
        "_postman_variable_scope": "environment",
        "_postman_exported_at": "2026-05-04T09:00:00.000Z",
    }


def body(**changes: Any) -> dict[str, Any]:
    """A complete body without redirect addresses; a change of None drops the member."""
    members: dict[str, Any] = {
        "accountId": ACCOUNT,
        "name": "Front Desk",
        "description": "Wakes guests, and shows who calls.",
        "active": True,
    }
    members.update(changes)
    return {key: value for key, value in members.items() if value is not None}


REFERRING = '{\r\n  "accountId": "{{accountIdGUID}}",\r\n  "name": "{{appName}}",\r\n  "description": "{{appDescription}}",\r\n  "active": true\r\n}'


def token_request() -> dict[str, Any]:
    fields = {
        "grant_type": "password",
        "username": "{{username}}",
        "password": "{{password}}",
        "account_id": "{{PartnerPrimeAccountId}}",
    }
    return {
        "name": "Auth Token",
        "request": {
            "method": "POST",
            "header": [],
            "body": {"mode": "urlencoded", "urlencoded": [{"key": k, "value": v} for k, v in fields.items()]},
            "url": {"raw": "{{auth_url}}/token", "host": ["{{auth_url}}"], "path": ["token"]},
        },
        "response": [],
    }


def enable_request(raw: str = REFERRING) -> dict[str, Any]:
    return {
        "name": "Enable Application",
        "request": {
            "method": "PUT",
            "header": [{"key": "x-mitel-app", "value": "{{x-mitel-app}}"}],
            "body": {"mode": "raw", "raw": raw},
            "url": {
                "raw": "{{auth_url}}/applications/{{applicationId}}",
                "host": ["{{auth_url}}"],
                "path": ["applications", "{{applicationId}}"],
            },
        },
        "response": [],
    }


def collection(*items: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The vendor's two requests, or these; with more members at the top."""
    return {
        "info": {
            "name": "Application Registration",
            "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
        },
        "item": list(items) if items else [token_request(), enable_request()],
        "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "{{access_token}}"}]},
        **more,
    }


def documents(folder: Path, *contents: object) -> list[Document]:
    """The files with these contents, JSON of whatever is no text, written and read."""
    made = []
    for number, content in enumerate(contents, 1):
        path = folder / f"file{number}.json"
        text = content if isinstance(content, str) else json.dumps(content, indent=2)
        path.write_text(text, encoding="utf-8", newline="")
        document = read_document(path, folder)
        assert isinstance(document, Document), document
        made.append(document)
    return made


def remarks(folder: Path, *contents: object, portal: PortalUse = UNUSED) -> list[Remark]:
    return examine(documents(folder, *contents), portal, HOSTS)


def breaches(folder: Path, *contents: object, portal: PortalUse = UNUSED) -> list[str]:
    """The messages about what is wrong."""
    return [r.message for r in remarks(folder, *contents, portal=portal) if r.verdict is Verdict.BREACH]


def marked_text(document: Document, found: Sequence[Remark]) -> list[str]:
    """What stands at the places of the remarks."""
    lines = document.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [lines[r.place.line - 1][r.place.column - 1 : r.place.end_column - 1] for r in found]
