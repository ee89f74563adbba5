"""Items of `*args` by an index, also one that no call reaches."""

from __future__ import annotations

from pathlib import Path

from cl_lint.config import Config
from cl_lint.project import Project

SOURCE = """
import requests

def last(*parts):
    return parts[-3], parts[2], parts[-1]

def get():
    missing, _, path = last("a", "/users")
    return requests.get("https://admin.api.mitel.io" + path + missing)
"""


def test_an_index_that_is_out_of_range_is_unknown(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(SOURCE)
    app = Project([tmp_path], Config(), tmp_path, None).application()
    (call,) = app.api_calls.all
    assert any("admin.api.mitel.io/users" in str(getattr(url, "value", url)) for url in call.urls)
