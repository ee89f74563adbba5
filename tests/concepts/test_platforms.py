"""The platforms that packaging files declare."""

from __future__ import annotations

from pathlib import Path

import pytest
from judging import made

from cl_lint.checks import cl602_unsupported_platform

LINUX, WINDOWS = "Operating System :: POSIX :: Linux", "Operating System :: Microsoft :: Windows"

FILES = [
    ("pyproject.toml", f'[project]\nclassifiers = ["{LINUX}"]\n', [2]),
    ("pyproject.toml", f'[project]\nclassifiers = [\n  "{LINUX}",\n  "{WINDOWS}",\n]\n', []),
    ("pyproject.toml", f'[project]\nclassifiers = [\n  "{LINUX}",\n  # "{WINDOWS}",\n]\n', [3]),
    ("pyproject.toml", '[project]\nclassifiers = ["Operating System :: OS Independent"]\n', []),
    ("pyproject.toml", '[project]\nname = "x"\n', []),
    ("setup.cfg", f"[metadata]\nclassifiers =\n    {LINUX}\n    Programming Language :: Python\n", [3]),
    ("setup.py", f"setup(classifiers=['{LINUX}'])\n", [1]),
    ("README.md", LINUX, []),
]


@pytest.mark.parametrize(("name", "text", "lines"), FILES)
def test_platforms(tmp_path: Path, name: str, text: str, lines: list[int]) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    app = made("")
    app.root = tmp_path
    assert [f.place.line for f in cl602_unsupported_platform.check(app).findings] == lines


def test_no_root() -> None:
    assert not cl602_unsupported_platform.check(made("")).findings
