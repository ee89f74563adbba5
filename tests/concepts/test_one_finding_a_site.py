"""A handler that drops both refusals and broken connections is one finding, not one for each."""

from __future__ import annotations

from pathlib import Path

from cl_lint.config import load_config
from cl_lint.run import check

SOURCE = """import httpx


async def contacts(client: httpx.AsyncClient) -> list:
    try:
        reply = await client.get("https://admin.us.api.mitel.io/2017-09-01/contacts")
        reply.raise_for_status()
    except httpx.HTTPError:
        return []
    return reply.json()
"""


def test_handler_of_both_kinds_of_error_is_reported_once(tmp_path: Path) -> None:
    (tmp_path / "contacts.py").write_text(SOURCE)
    findings = check([tmp_path], load_config(tmp_path), tmp_path).open_findings
    assert [(f.code, f.place.line) for f in findings if f.code == "CL101"] == [("CL101", 8)]
