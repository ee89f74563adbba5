"""`check -`: what an editor holds, before it is saved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cl_lint.cli import group

WRAPPER = """
import requests


def post(path):
    return requests.post("https://chat.api.mitel.io/2017-09-01" + path, timeout=5)
"""
USE = """
import requests
from wrapper import post

try:
    post("/x").raise_for_status()
except requests.RequestException:
    pass
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cl-lint.toml").write_text('exclude = ["gone/"]\n')
    (tmp_path / "wrapper.py").write_text(WRAPPER)
    (tmp_path / "use.py").write_text("x = 1\n")
    return tmp_path


def run(text: str | bytes, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["check", "--output-format", "json", *arguments], input=text)


def found(result: Result) -> set[tuple[str, int, str]]:
    findings = json.loads(result.stdout)["findings"]
    return {(f["path"], f["line"], f["code"]) for f in findings if f["code"] in ("CL101", "CL001")}


def test_it_counts_in_place_of_the_file(project: Path) -> None:
    assert found(run(USE, "-", "--stdin-filename", "use.py")) == {("use.py", 7, "CL101")}
    assert (project / "use.py").read_text() == "x = 1\n"


def test_a_file_that_does_not_exist_yet(project: Path) -> None:
    assert found(run(USE, "-", "--stdin-filename", "new/app.py")) == {("new/app.py", 7, "CL101")}
    assert found(run(USE, "-")) == {("stdin.py", 7, "CL101")}


def test_only_what_is_typed_is_reported(project: Path) -> None:
    (project / "use.py").write_text(USE)
    assert found(run("x = 1\n", "-", "--stdin-filename", "other.py")) == set()


def test_an_excluded_file_is_left_alone(project: Path) -> None:
    result = run(USE, "-", "--stdin-filename", "gone/app.py")
    assert (result.exit_code, found(result)) == (0, set())


def test_what_cannot_be_parsed(project: Path) -> None:
    assert found(run(b"\xff\xfe", "-", "--stdin-filename", "use.py")) == {("use.py", 1, "CL001")}
    assert found(run("def f(:\n", "-", "--stdin-filename", "use.py")) == {("use.py", 1, "CL001")}


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["-", "use.py"], "goes with no other path"),
        (["-", "--add-ignores", "--reason", "x"], "nothing that writes files"),
        (["--stdin-filename", "use.py"], "--stdin-filename needs the path -"),
    ],
)
def test_what_does_not_go_together(arguments: list[str], problem: str) -> None:
    result = run(USE, *arguments)
    assert (result.exit_code, problem in result.stderr) == (2, True)
