"""`cl-lint init`: what it sees, what it writes, and what it leaves alone."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
import tomli
import yaml
from click.testing import CliRunner, Result

from cl_lint.cli import group
from cl_lint.config import load_config

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SERVER = "import flask\nimport requests\n\nrequests.get('https://chat.api.mitel.io/2017-09-01/x')\n"
CODE_FLOW = """
import flask
import requests

requests.post(
    "https://authentication.api.mitel.io/2017-09-01/token",
    json={"grant_type": "authorization_code", "code": "x", "client_id": "y"},
).raise_for_status()
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["init", *arguments])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "repo/.git").mkdir(parents=True)
    (tmp_path / "repo/app.py").write_text(SERVER)
    monkeypatch.chdir(tmp_path / "repo")
    return tmp_path / "repo"


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("example", "level", "kind", "reasons"),
    [
        (
            "frontdesk",
            "compatible",
            "server",
            ["authentication portal (frontdesk/tokens.py:", "imports flask"],
        ),
        ("switchboard", "self-assessed", "client", ["with their passwords (api.py:", "imports tkinter"]),
    ],
)
def test_it_sees_what_the_examples_are(
    project: Path, example: str, level: str, kind: str, reasons: list[str]
) -> None:
    for path in (EXAMPLES / example).rglob("*.py"):
        place = project / path.relative_to(EXAMPLES / example)
        place.parent.mkdir(exist_ok=True)
        shutil.copy(path, place)
    (project / "app.py").unlink()
    result = run("--yes")
    assert result.exit_code == 0
    assert all(reason in result.stdout for reason in reasons)
    config = load_config(project)
    assert (config.level, config.kind) == (level, kind)


def test_a_code_flow_is_no_password(project: Path) -> None:
    (project / "app.py").write_text(CODE_FLOW)
    assert "level: self-assessed (the level to begin with" in run("--yes").stdout


def test_nothing_else_in_the_file_changes(project: Path) -> None:
    before = b'# mine\r\n[project] # a comment\r\nname = "x"   # y\r\n\r\n[tool.ruff]\r\nline-length = 99\r\n'
    (project / "pyproject.toml").write_bytes(before)
    (project / "pyproject.toml").chmod(0o640)
    assert run("--yes").exit_code == 0
    after = (project / "pyproject.toml").read_bytes()
    assert after.startswith(before + b"\r\n[tool.cl-lint]\r\n")
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert tomli.loads(after.decode())["tool"]["cl-lint"] == {"level": "self-assessed", "kind": "server"}
    if os.name != "nt":
        assert (project / "pyproject.toml").stat().st_mode & 0o777 == 0o640


def test_without_a_project_file(project: Path) -> None:
    (project / "app.py").write_text("x = 1\n")
    assert run("--yes").exit_code == 0
    assert files(project) == {"app.py", "cl-lint.toml"}
    text = (project / "cl-lint.toml").read_text()
    assert '# kind = "server" or "client": nothing in the source tells\n' in text
    assert load_config(project).kind == "unknown"


def test_what_is_decided_counts(project: Path) -> None:
    assert run("--yes", "--level", "certified", "--kind", "client", "--file", "pyproject.toml").exit_code == 0
    config = load_config(project)
    assert (config.level, config.kind, config.file) == ("certified", "client", project / "pyproject.toml")


def test_hooks_and_jobs(project: Path) -> None:
    service = project / "services/a"
    service.mkdir(parents=True)
    shutil.move(project / "app.py", service / "app.py")
    assert run("services/a", "--yes", "--pre-commit", "--ci", "github").exit_code == 0
    assert files(project) == {
        ".github/workflows/cl-lint.yml",
        ".pre-commit-config.yaml",
        "services/a/app.py",
        "services/a/cl-lint.toml",
    }
    (repo,) = yaml.safe_load((project / ".pre-commit-config.yaml").read_text())["repos"]
    assert repo["hooks"][0]["entry"] == "cl-lint check"
    workflow = yaml.safe_load((project / ".github/workflows/cl-lint.yml").read_text())
    steps = workflow["jobs"]["cl-lint"]["steps"]
    assert steps[3]["run"].endswith(" services/a")


def test_files_that_exist_are_never_replaced(project: Path) -> None:
    (project / ".gitlab-ci.yml").write_text("mine: {}\n")
    (project / ".pre-commit-config.yaml").write_text("repos: []\n")
    result = run("--yes", "--pre-commit", "--ci", "gitlab")
    assert result.exit_code == 0
    assert (project / ".gitlab-ci.yml").read_text() == "mine: {}\n"
    assert (project / ".pre-commit-config.yaml").read_text() == "repos: []\n"
    assert f"{project / '.gitlab-ci.yml'} exists; add to it:\n\n    cl-lint:\n" in result.stdout


def test_a_dry_run_writes_nothing(project: Path) -> None:
    result = run("--dry-run", "--pre-commit", "--ci", "github")
    assert result.exit_code == 0
    assert files(project) == {"app.py"}
    assert '    level = "self-assessed" # ' in result.stdout


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("cl-lint.toml", 'level = "best"', "level"),
        ("pyproject.toml", "[tool", "not valid TOML"),
        ("pyproject.toml", "tool = {x = 1}\n", "no table can be added to it; use --file cl-lint.toml"),
    ],
)
def test_what_cannot_be_written(project: Path, name: str, text: str, problem: str) -> None:
    (project / name).write_text(text)
    result = run("--yes", "--pre-commit")
    assert (result.exit_code, problem in result.stderr, len(result.stderr.splitlines())) == (2, True, 1)
    assert (project / name).read_text() == text
    assert files(project) == {"app.py", name}


def test_a_configuration_above_is_named(project: Path) -> None:
    (project / "cl-lint.toml").write_text('level = "certified"\n')
    (project / "a").mkdir()
    result = run("a", "--yes")
    assert result.exit_code == 0
    assert (
        f'note: {project / "cl-lint.toml"} counts here so far; add `extend = "../cl-lint.toml"`'
        in result.stderr
    )


def test_a_missing_folder(project: Path) -> None:
    assert (run("no").exit_code, run("no").stderr) == (2, "error: no: no such folder\n")


def test_a_second_run_changes_nothing(project: Path) -> None:
    words = ("--yes", "--pre-commit", "--ci", "github")
    assert run(*words).exit_code == 0
    before = {name: (project / name).read_bytes() for name in files(project)}
    again = run(*words)
    assert again.exit_code == 0
    assert again.stdout.count("left as it is\n") == 3
    assert {name: (project / name).read_bytes() for name in files(project)} == before


def test_what_is_missing_is_added_to_what_is_configured(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.cl-lint]\nlevel = "certified"\n')
    assert run("--yes", "--ci", "gitlab").exit_code == 0
    assert files(project) == {"app.py", "pyproject.toml", ".gitlab-ci.yml"}
    for words in (["--level", "compatible"], ["--kind", "client"], ["--file", "cl-lint.toml"]):
        result = run("--yes", *words)
        assert (result.exit_code, "configures this folder already; edit it" in result.stderr) == (2, True)
    assert (project / "pyproject.toml").read_text() == '[tool.cl-lint]\nlevel = "certified"\n'


def test_the_hook_of_another_kind_does_not_count_as_ours(project: Path) -> None:
    (project / ".pre-commit-config.yaml").write_text("repos: [] # no cl-lint yet\n")
    assert "exists; add to it:" in run("--yes", "--pre-commit").stdout
