"""The hooks, run by the real pre-commit from a clone of this project in a scratch repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# What a hook is built from. The working tree counts, not the last commit.
BUILT_FROM = ("cl_lint", "rules", ".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE")
HOST = "https://chat.api.mitel.io/2017-09-01"
CONFIGURATION = """\
repos:
  - repo: {clone}
    rev: v1
    hooks:
      - id: cl-lint
      - id: cl-lint-report
"""
WRAPPER = f"""\
import requests


def get(path, seconds):
    return requests.get(f"{HOST}/{{path}}", timeout=seconds)
"""
CLEAN = """\
import wrapper


def rooms():
    answer = wrapper.get("rooms", 10)
    answer.raise_for_status()
    return answer.json()
"""
FAULTY = """\
import base64

import wrapper


def me(token):
    wrapper.get("me", 10).raise_for_status()
    return base64.urlsafe_b64decode(token.split(".")[1] + "==")


def sign_in(session):
    answer = session.post("https://authentication.api.mitel.io/2017-09-01/token", json={}, timeout=10)
    answer.raise_for_status()
    return me(answer.json()["access_token"])
"""
STAMPED = """\
import logging
from datetime import datetime

import wrapper


def rooms():
    answer = wrapper.get("rooms", 10)
    answer.raise_for_status()
    logging.info("read at %s", datetime.now().isoformat())
    return answer.json()
"""
DECODING = """\
import base64


def me(token):
    return base64.urlsafe_b64decode(token.split(".")[1] + "==")
"""
SESSION = """\
import decoding


def sign_in(session):
    answer = session.post("https://authentication.api.mitel.io/2017-09-01/token", json={}, timeout=10)
    answer.raise_for_status()
    return decoding.me(answer.json()["access_token"])
"""


def git(folder: Path, *words: str) -> str:
    settings = ["user.name=t", "user.email=t@example.org", "core.hooksPath=/dev/null", "commit.gpgsign=false"]
    options = [word for setting in settings for word in ("-c", setting)]
    done = subprocess.run(["git", *options, *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def committed(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An application with the hooks installed."""
    pytest.importorskip("pre_commit")
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    base = tmp_path_factory.mktemp("hooks")
    _need_an_index(base)
    for name in BUILT_FROM:
        source, target = ROOT / name, base / "project" / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.parent.mkdir(exist_ok=True)
            shutil.copy(source, target)
    committed(base / "project")
    git(base / "project", "tag", "v1")
    git(base, "clone", "-q", "project", "clone")
    application = base / "application"
    application.mkdir()
    (application / ".pre-commit-config.yaml").write_text(CONFIGURATION.format(clone=base / "clone"))
    (application / "cl-lint.toml").write_text('kind = "server"\nselect = ["CL305", "CL401"]\n')
    (application / "wrapper.py").write_text(WRAPPER)
    (application / "rooms.py").write_text(CLEAN)
    committed(application)
    installed = pre_commit(application, "install-hooks")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return application


def _need_an_index(base: Path) -> None:
    """Skip where nothing can be installed: pre-commit builds the hook in an environment of its own."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "-q",
        "--no-deps",
        "-d",
        str(base / "probe"),
        "hatchling",
    ]
    if subprocess.run(command, capture_output=True).returncode:
        pytest.skip("no package index can be reached")


def pre_commit(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "SKIP")}
    environment["PRE_COMMIT_HOME"] = str(folder.parent / "cache")
    command = [sys.executable, "-m", "pre_commit", *words, "--color=never"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.fixture
def application(folder: Path) -> Path:
    """The application as it was committed."""
    git(folder, "reset", "-q", "--hard")
    git(folder, "clean", "-qfd")
    return folder


def test_a_clean_application_passes(application: Path) -> None:
    done = pre_commit(application, "run", "--all-files")
    assert done.returncode == 0, done.stdout
    assert "Passed" in done.stdout


def test_a_changed_file_with_a_finding_fails(application: Path) -> None:
    (application / "tokens.py").write_text(FAULTY)
    git(application, "add", "tokens.py")
    done = pre_commit(application, "run")
    assert done.returncode == 1, done.stdout
    assert "tokens.py:8:12: error CL401" in done.stdout


def test_only_changed_files_are_reported_and_all_are_known(application: Path) -> None:
    (application / "old.py").write_text(FAULTY)
    (application / "session.py").write_text(SESSION)
    (application / "decoding.py").write_text("def me(token):\n    return None\n")
    committed(application)
    # What makes this a fault is in a file that has not changed and is not passed.
    (application / "decoding.py").write_text(DECODING)
    git(application, "add", "decoding.py")
    try:
        done = pre_commit(application, "run", "cl-lint")
        assert done.returncode == 1, done.stdout
        assert "decoding.py:5:12: error CL401" in done.stdout
        assert "session.py" in done.stdout
        assert not [line for line in done.stdout.splitlines() if line.startswith("old.py:")]
    finally:
        git(application, "reset", "-q", "--hard", "HEAD~1")


def test_the_report_fails_where_a_practice_is_not_met(application: Path) -> None:
    words = ("run", "cl-lint-report", "--all-files", "--hook-stage", "manual")
    (application / "tokens.py").write_text(FAULTY)
    git(application, "add", "tokens.py")
    done = pre_commit(application, *words)
    assert done.returncode == 1, done.stdout
    assert "CL401" in done.stdout


def test_a_hook_that_fixes_fails_once_and_then_passes(application: Path) -> None:
    hooks = CONFIGURATION.format(clone=application.parent / "clone")
    fixing = hooks.replace("- id: cl-lint\n", "- id: cl-lint\n        args: [--fix]\n", 1)
    (application / ".pre-commit-config.yaml").write_text(fixing)
    (application / "cl-lint.toml").write_text('kind = "server"\nselect = ["CL201"]\n')
    (application / "rooms.py").write_text(STAMPED)
    git(application, "add", "-A")
    # pre-commit fails a hook that changes a file, so that a person looks at it before it is committed.
    first = pre_commit(application, "run", "cl-lint")
    assert first.returncode == 1, first.stdout
    assert "files were modified by this hook" in first.stdout
    mended = (application / "rooms.py").read_text()
    assert "datetime.now(timezone.utc).isoformat()" in mended
    assert "from datetime import datetime, timezone\n" in mended
    git(application, "add", "rooms.py")
    second = pre_commit(application, "run", "cl-lint")
    assert second.returncode == 0, second.stdout
    assert (application / "rooms.py").read_text() == mended
