"""`check --changed-since`: the whole application is analysed, what a change concerns is reported."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cl_lint.changes import ChangesError, changes_since
from cl_lint.cli import group
from cl_lint.findings import Place

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

CALL = 'requests.post("https://chat.api.mitel.io/2017-09-01/x", timeout=2)\n'
WRAPPER = """
import requests

HOST = "https://chat.api.mitel.io"


def post(path):
    return requests.post(HOST + path, timeout=5)
"""
USE = """
import requests
from wrapper import post

try:
    post("/x").raise_for_status()
except requests.RequestException:
    pass
"""


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=n", "-c", "user.email=e@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x")


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "cl-lint.toml").write_text('kind = "server"\n')
    (tmp_path / "app.py").write_text(f"import requests\n\n{CALL}\n\n\n{CALL}")
    commit(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["check", "--output-format", "json", *arguments])


def found(*arguments: str, code: str = "CL305") -> list[tuple[str, int]]:
    findings = json.loads(run(*arguments).stdout)["findings"]
    return sorted({(f["path"], f["line"]) for f in findings if f["code"] == code})


def test_nothing_has_changed(repository: Path) -> None:
    assert found() == [("app.py", 3), ("app.py", 7)]
    assert run("--changed-since", "HEAD").exit_code == 0


def test_changed_lines_or_changed_files(repository: Path) -> None:
    text = (repository / "app.py").read_text()
    (repository / "app.py").write_text(f"{text}\n{CALL.replace('/x', '/y')}")
    assert found("--changed-since", "HEAD") == [("app.py", 9)]
    assert found("--changed-since", "HEAD", "--changed-files") == [
        ("app.py", 3),
        ("app.py", 7),
        ("app.py", 9),
    ]
    git(repository, "add", "-A")  # staged or not makes no difference
    assert found("--changed-since", "HEAD") == [("app.py", 9)]


def test_new_files_count_whole_and_ignored_ones_not(repository: Path) -> None:
    name = 'gr\u00f6\u00dfe "1" \\n.py' if os.name != "nt" else "gr\u00f6\u00dfe.py"
    (repository / name).write_text(f"import requests\n{CALL}")
    assert found("--changed-since", "main") == [(name, 2)]
    commit(repository)
    assert found("--changed-since", "HEAD~1") == [(name, 2)]


def test_a_renamed_file_has_not_changed(repository: Path) -> None:
    git(repository, "mv", "app.py", "moved.py")
    assert found("--changed-since", "HEAD") == []


def test_a_branch_is_compared_with_where_it_began(repository: Path) -> None:
    git(repository, "checkout", "-qb", "work")
    (repository / "mine.py").write_text(f"import requests\n{CALL}")
    commit(repository)
    git(repository, "checkout", "-q", "main")
    (repository / "app.py").write_text(f"import requests\n{CALL}")
    commit(repository)
    git(repository, "checkout", "-q", "work")
    assert found("--changed-since", "main") == [("mine.py", 2)]


def test_a_change_elsewhere_on_the_way_counts(repository: Path) -> None:
    (repository / "wrapper.py").write_text(WRAPPER)
    (repository / "use.py").write_text(USE)
    commit(repository)
    assert found("--changed-since", "HEAD", code="CL101") == []
    (repository / "wrapper.py").write_text(WRAPPER.replace("timeout=5", "timeout=9"))
    assert found("--changed-since", "HEAD", code="CL101") == [("use.py", 7)]


def test_from_a_folder_below(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "sub").mkdir()
    (repository / "sub/new.py").write_text(f"import requests\n{CALL}")
    (repository / "sub/cl-lint.toml").write_text('kind = "server"\n')
    monkeypatch.chdir(repository / "sub")
    monkeypatch.setenv("GIT_DIR", ".git")  # as in a hook
    assert found("--changed-since", "HEAD") == [("new.py", 2)]


def test_lines_around_a_removal_count(repository: Path) -> None:
    (repository / "app.py").write_text("a = 1\nb = 2\nc = 3\nd = 4\n")
    commit(repository)
    (repository / "app.py").write_text("a = 1\nb = 2\nd = 4\n")
    changes = changes_since("HEAD", repository)
    touched = [line for line in (1, 2, 3) if changes.touches(Place("app.py", line, 1, line, 2), repository)]
    assert touched == [2, 3]


@pytest.mark.parametrize("revision", ["no-such", "", "--output=x", "HEAD~9"])
def test_a_revision_that_is_not_there(repository: Path, revision: str) -> None:
    result = run(f"--changed-since={revision}")
    assert result.exit_code == 2
    assert result.stderr == (
        f"error: there is no revision {revision!r} in {repository}; a shallow clone has to fetch it first\n"
    )
    assert sorted(p.name for p in repository.iterdir()) == [".git", "app.py", "cl-lint.toml"]


def test_outside_of_a_repository(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("plain")
    (folder / "app.py").write_text("x = 1\n")
    monkeypatch.chdir(folder)
    result = run("--changed-since", "HEAD")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: git: fatal: not a git repository")


def test_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(ChangesError, match="git is not installed"):
        changes_since("HEAD", repository)


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_nothing_of_the_repository_is_run(repository: Path) -> None:
    trap = repository / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {repository / 'sprung'}\n")
    trap.chmod(0o755)
    for key in ("core.fsmonitor", "diff.external", "core.pager", "diff.x.textconv"):
        git(repository, "config", key, str(trap))
    (repository / ".gitattributes").write_text("*.py diff=x\n")
    (repository / "app.py").write_text(f"import requests\n{CALL}")
    (repository / "sprung").unlink(missing_ok=True)
    assert ("app.py", 2) in found("--changed-since", "HEAD")
    assert not (repository / "sprung").exists()


def test_options_that_need_each_other(repository: Path) -> None:
    result = run("--changed-files")
    assert (result.exit_code, result.stderr) == (2, "error: --changed-files needs --changed-since\n")


def test_only_what_has_changed_is_fixed(repository: Path) -> None:
    other = repository / "other.py"
    other.write_text(f"import requests\n\n{CALL}")
    commit(repository)
    app = repository / "app.py"
    app.write_text(app.read_text().replace("timeout=2", "timeout=3", 1))
    result = CliRunner().invoke(
        group, ["check", "--changed-since", "HEAD", "--fix", "--unsafe-fixes", "--select", "CL305"]
    )
    assert result.exit_code == 0, result.output
    first, *_, last = [line for line in app.read_text().splitlines() if line.startswith("requests.")]
    assert first.endswith("timeout=3).raise_for_status()")
    assert last == CALL.strip()
    assert "raise_for_status" not in other.read_text()
