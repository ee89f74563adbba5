"""`cl-lint check`, as a user meets it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cl_lint.cli import group

BROKEN = "x = 1\nprint 'x'\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["check", *arguments])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cl-lint.toml").touch()
    return tmp_path


@pytest.fixture
def broken(project: Path) -> Path:
    (project / "src").mkdir()
    (project / "src/old.py").write_text(BROKEN)
    (project / "src/new.py").write_text("x = 1\n")
    return project


def test_findings_and_status_one(broken: Path) -> None:
    result = run()
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "src/old.py:2:1: error CL001 unassessed-file: not assessed: Python 2 syntax: print statement\n"
        "2 | print 'x'\n"
        "  | ^\n"
        "  = help: "
    )
    assert result.stdout.splitlines()[-1].startswith("Found 1 error (1 file checked, 1 not assessed, ")
    assert result.stderr.splitlines() == [
        "no CloudLink API call found: nothing to assess",
        "to mend it: cl-lint rule CL001 says why and how",
    ]


def test_json(broken: Path) -> None:
    result = run("src", "--output-format", "json", "--no-cache")
    document = json.loads(result.stdout)
    assert [(each["code"], each["path"], each["line"]) for each in document["findings"]] == [
        ("CL001", "src/old.py", 2)
    ]
    assert document["summary"]["files_checked"] == 1


@pytest.mark.parametrize("options", [["--exit-zero"], ["--fail-on", "never"], ["--ignore", "CL0"]])
def test_findings_that_do_not_fail(broken: Path, options: list[str]) -> None:
    assert run(*options).exit_code == 0


def test_quiet(broken: Path) -> None:
    result = run("-q", "--output-format", "concise")
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == ""
    assert run("-q", "src/new.py").output == ""


def test_verbose(broken: Path) -> None:
    assert run("-v", "--level", "certified", "--kind", "client").stderr.splitlines() == [
        f"configuration: {broken / 'cl-lint.toml'}",
        f"root: {broken}",
        "level: certified, kind: client, API calls: 0",
        "checked: src/new.py",
        "not assessed: src/old.py",
        "no CloudLink API call found: nothing to assess",
        "to mend it: cl-lint rule CL001 says why and how",
    ]


def test_requests_to_an_unknown_address_are_counted(project: Path) -> None:
    asking = "import requests\n\n\ndef ask(base):\n    return requests.get(base, timeout=5).json()\n"
    known = (
        '\n\nrequests.get("https://admin.api.mitel.io/2017-09-01/accounts", timeout=5).raise_for_status()\n'
    )
    (project / "app.py").write_text(asking + known)
    note = "note: 1 request has an address that is not known: --min-confidence low checks it, too"
    assert note in run().stderr
    result = run("--min-confidence", "low", "--output-format", "concise")
    assert "app.py:5:12: error CL305" in result.stdout
    assert note not in result.stderr


def test_paths_from_a_folder_below_the_root(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(broken / "src")
    assert run("--output-format", "concise").stdout.startswith("old.py:2:1: ")
    assert json.loads(run("--output-format", "json").stdout)["findings"][0]["path"] == "src/old.py"


def test_output_file(broken: Path) -> None:
    result = run("--output-file", "out.txt", "--output-format", "concise")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert (broken / "out.txt").read_text(encoding="utf-8").startswith("src/old.py:2:1: error CL001")


def test_an_output_file_that_cannot_be_written(broken: Path) -> None:
    result = run("--output-file", "no/out.txt")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: no/out.txt: cannot be written: No such file or directory\n",
    )


def test_no_python_file(project: Path) -> None:
    result = run()
    assert (result.exit_code, result.stderr) == (0, "no Python file found: nothing to assess\n")


def test_missing_paths(project: Path) -> None:
    result = run("no", "nor\x1b.py")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        f"error: {project / 'no'}: no such file or folder",
        f"error: {project}/nor\\x1b.py: no such file or folder",
    ]


def test_a_wrong_configuration(project: Path) -> None:
    (project / "cl-lint.toml").write_text("levle = 1\nkind = 2\n")
    result = run()
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        f"error: {project / 'cl-lint.toml'}: unknown key 'levle'; did you mean 'level'?",
        f"error: {project / 'cl-lint.toml'}: kind: expected one of server, client, unknown, not 2",
    ]


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (["--select", "CL777"], "error: --select: no rule 'CL777'"),
        (["--config", "no.toml"], "no.toml: no such file"),
        (["--level", "top"], "Invalid value for '--level'"),
        (["--nonsense"], "No such option"),
    ],
)
def test_wrong_options(project: Path, options: list[str], text: str) -> None:
    result = run(*options)
    assert result.exit_code == 2
    assert text in result.stderr
    assert "Traceback" not in result.output


def test_lists_are_split_at_commas(broken: Path) -> None:
    assert run("--ignore", "CL104, unassessed-file").exit_code == 0


@pytest.mark.parametrize(
    ("environment", "options", "coloured"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({}, ["--color", "always"], True),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
    ],
)
def test_colour(
    broken: Path,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    options: list[str],
    coloured: bool,
) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run(*options).stdout) is coloured


def test_as_a_program(broken: Path) -> None:
    (broken / "src/größe.py").write_text("x = (\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "cl_lint", "check", "--output-format", "concise"],
        env={"PYTHONPATH": str(Path(__file__).resolve().parents[2]), "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert (
        done.stdout.splitlines()[0]
        == r"src/gr\xf6\xdfe.py:1:5: error CL001 unassessed-file: not assessed: '(' was never closed"
    )
    assert done.stdout.splitlines()[1].startswith("src/old.py:2:1: error CL001")
