"""Several reports of one run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cl_lint.cli import group


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cl-lint.toml").touch()
    (tmp_path / "old.py").write_text("print 'x'\n")
    return tmp_path


def run(line: str) -> Result:
    arguments = line.replace("-F", "--output-format").replace("-O", "--output-file").split()
    return CliRunner().invoke(group, ["check", *arguments])


@pytest.mark.parametrize(
    "line",
    [
        "-F sarif -O a.sarif -F concise",
        "-F concise -F sarif -O a.sarif",
        "-O a.sarif -F sarif -F concise",
        "--output-format=sarif --output-file=a.sarif old.py -F concise",
    ],
)
def test_a_file_belongs_to_the_format_before_it(project: Path, line: str) -> None:
    result = run(line)
    assert result.exit_code == 1
    assert result.stdout.startswith("old.py:1:1: error CL001")
    assert json.loads((project / "a.sarif").read_text())["version"] == "2.1.0"


def test_three_files(project: Path) -> None:
    result = run("-F csv -O a.csv -F junit -O b.xml -F json -O c.json")
    assert result.stdout == ""
    assert (project / "a.csv").read_text().startswith("code,")
    assert (project / "b.xml").read_text().startswith("<?xml")
    assert json.loads((project / "c.json").read_text())["version"] == 1


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("-F csv -F json", "only one report can go to standard output"),
        ("-F csv -O a -O b", "there is no --output-format for --output-file b"),
        ("-O a -O b -F csv", "there is no --output-format for --output-file b"),
        ("-F csv -O a -F json -O a", "two reports cannot go to the same file: a"),
        ("-F xml", "'xml' is not one of"),
    ],
)
def test_what_cannot_be_paired(project: Path, line: str, problem: str) -> None:
    result = run(line)
    assert (result.exit_code, problem in result.stderr) == (2, True)
    assert sorted(path.name for path in project.iterdir()) == ["cl-lint.toml", "old.py"]
