"""Files and the URIs that editors write for them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cl_lint.server.addresses import path_of, path_text, uri_of


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///home/me/app.py", "/home/me/app.py"),
        ("file:///home/me/a%20b%23c.py", "/home/me/a b#c.py"),
        ("file:///home/me/%C3%A9.py", "/home/me/é.py"),
        ("file:///c%3A/app.py", "/c:/app.py"),
    ],
)
def test_elsewhere(uri, path):
    assert path_text(uri, windows=False) == path


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///c%3A/Users/me/app.py", "c:\\Users\\me\\app.py"),
        ("file:///C:/Users/me/a%20b.py", "C:\\Users\\me\\a b.py"),
        ("file://localhost/C:/app.py", "C:\\app.py"),
        ("file://server/share/app.py", "\\\\server\\share\\app.py"),
    ],
)
def test_on_windows(uri, path):
    assert path_text(uri, windows=True) == path


@pytest.mark.parametrize(
    "uri", ["untitled:Untitled-1", "git:/home/me/app.py", "https://example.org/app.py", ""]
)
def test_what_names_no_file(uri):
    assert path_text(uri, windows=False) is None
    assert path_text(uri, windows=True) is None


def test_a_path_comes_back_from_its_uri(tmp_path: Path):
    path = Path(os.path.abspath(tmp_path / "ä b#c%41.py"))
    assert path_of(uri_of(path)) == path


def test_a_uri_that_no_file_can_have():
    assert path_of("file:///home/me/%00.py") is None
