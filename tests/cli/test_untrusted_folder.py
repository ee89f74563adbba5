"""The application that is checked is never run, whatever its files are called."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import cl_lint

CALL = """
import requests

import http


class Own(requests.adapters.HTTPAdapter):
    pass


def users(session, account_id):
    response = session.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users")
    response.raise_for_status()
    if response.status_code == http.HTTPStatus.OK:
        return response.json()
"""


@pytest.mark.parametrize("name", ["http", "html", "json", "symtable", "rich", "click"])
def test_a_file_named_like_a_library_is_not_run(tmp_path: Path, name: str) -> None:
    ran = tmp_path / "ran"
    (tmp_path / f"{name}.py").write_text(f"open({str(ran)!r}, 'w').close()\n")
    (tmp_path / "app.py").write_text(CALL)
    home = str(Path(cl_lint.__file__).parent.parent)
    done = subprocess.run(
        [sys.executable, "-m", "cl_lint", "check", ".", "--output-format", "json"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": home},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not ran.exists()
    assert done.returncode in (0, 1), done.stderr


def test_an_untyped_session_beside_two_libraries_is_checked(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("import httpx\n" + CALL)
    from cl_lint.config import Config
    from cl_lint.run import check

    assert check([tmp_path], Config(), tmp_path).api_calls == 1
