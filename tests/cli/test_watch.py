"""`cl-lint check --watch`, as somebody runs it in a terminal beside the editor."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

LONGEST = 30.0  # seconds until a test gives up
UNCHECKED = """\
import requests

APP = {"x-mitel-app": "app=Desk/1.0;platform=Linux;session-id=1"}
users = requests.get("https://admin.api.mitel.io/2017-09-01/users", headers=APP, timeout=10).json()
"""
CHECKED = UNCHECKED.replace("users = ", "answer = ").replace(".json()", "\nanswer.raise_for_status()")
WAITING = "watching for changes; Ctrl-C ends"


def listen_to_ctrl_c() -> None:
    """A shell that starts the tests in the background has it ignored, by them and by all they start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Watching:
    """A running `cl-lint check --watch`, and all it has printed."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.text = ""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "cl_lint", "check", "--watch", *options],
            cwd=folder,
            env={
                **os.environ,
                "PYTHONUNBUFFERED": "1",
                "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            preexec_fn=None if os.name == "nt" else listen_to_ctrl_c,
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.text += line

    @property
    def runs(self) -> list[str]:
        """What each finished run has printed."""
        return self.text.split(WAITING)[:-1]

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something is the case."""
        end = time.monotonic() + LONGEST
        while not condition():
            assert time.monotonic() < end, self.text
            assert self._process.poll() is None or condition(), self.text
            time.sleep(0.05)

    def until_last(self, *words: str) -> None:
        """Wait until all of these are in what the last run has printed."""
        self.until(lambda: bool(self.runs) and all(word in self.runs[-1] for word in words))

    def interrupt(self) -> int:
        """Press Ctrl-C; the exit status."""
        self._process.send_signal(getattr(signal, "CTRL_BREAK_EVENT", signal.SIGINT))
        return self._process.wait(LONGEST)

    def stop(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait(LONGEST)


@pytest.fixture
def started() -> Iterator[Callable[..., Watching]]:
    """Starts watching; ends with the test."""
    pytest.importorskip("watchfiles")
    made: list[Watching] = []

    def start(folder: Path, *options: str) -> Watching:
        made.append(Watching(folder, *options))
        return made[-1]

    yield start
    for watching in made:
        watching.stop()


def test_each_change_is_checked(started, tmp_path):
    path = tmp_path / "users.py"
    path.write_text(UNCHECKED)
    watching = started(tmp_path)
    watching.until_last("users.py:4:9: error CL305", "Found 1 error (1 file checked")
    path.write_text(CHECKED)
    watching.until_last("nothing to report")
    (tmp_path / "more.py").write_text(UNCHECKED)
    watching.until_last("more.py:4:9: error CL305")
    (tmp_path / "more.py").unlink()
    watching.until_last("nothing to report")


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C cannot be sent to one process there")
def test_ctrl_c_ends_it(started, tmp_path):
    watching = started(tmp_path)
    watching.until(lambda: len(watching.runs) == 1)
    assert watching.interrupt() == 130
    assert "Traceback" not in watching.text
    assert watching.text.endswith("interrupted\n")


def test_a_broken_configuration_is_shown_and_waited_out(started, tmp_path):
    (tmp_path / "users.py").write_text(UNCHECKED)
    settings = tmp_path / "cl-lint.toml"
    settings.write_text("")
    watching = started(tmp_path)
    watching.until_last("CL305")
    settings.write_text('levle = "certified"\n')
    watching.until_last("error: ", "levle")
    settings.write_text('ignore = ["CL305"]\n')
    watching.until_last("nothing to report")


def test_a_configuration_above_that_editors_replace(started, tmp_path):
    inner = tmp_path / "app"
    inner.mkdir()
    (inner / "users.py").write_text(UNCHECKED)
    settings, new = tmp_path / "cl-lint.toml", tmp_path / "new"
    settings.write_text("")
    watching = started(inner)
    watching.until_last("CL305")
    for text, expected in (('ignore = ["CL305"]\n', "nothing to report"), ("", "CL305")):
        new.write_text(text)
        os.replace(new, settings)
        watching.until_last(expected)


def test_a_folder_that_goes_and_comes_back(started, tmp_path):
    inner = tmp_path / "app"
    inner.mkdir()
    (inner / "users.py").write_text(UNCHECKED)
    watching = started(tmp_path, "app")
    watching.until_last("CL305")
    (inner / "users.py").unlink()
    inner.rmdir()
    watching.until_last("no such file or folder")
    inner.mkdir()
    (inner / "users.py").write_text(UNCHECKED)
    watching.until_last("CL305")


def test_a_report_that_it_writes_itself_is_no_change(started, tmp_path):
    path = tmp_path / "users.py"
    path.write_text(UNCHECKED)
    report = tmp_path / "report.json"
    watching = started(tmp_path, "--output-format", "json", "--output-file", "report.json")
    watching.until(lambda: len(watching.runs) == 1)
    assert "CL305" in report.read_text("utf-8")
    path.write_text(CHECKED)
    watching.until(lambda: len(watching.runs) == 2)
    assert "CL305" not in report.read_text("utf-8")
    time.sleep(1)
    assert len(watching.runs) == 2


def run(*arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    code = f"import sys; {before}sys.argv = ['cl-lint', 'check', *{arguments!r}]; import cl_lint.cli as c; c.main()"
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=LONGEST, check=False
    )


def test_without_the_library_it_says_what_to_install(tmp_path):
    done = run("--watch", str(tmp_path), before="sys.modules['watchfiles'] = None; ")
    assert done.returncode == 2
    assert done.stderr == "error: --watch needs watchfiles: pip install 'cl-lint[watch]'\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--watch", "-"), "--watch goes with files and folders"),
        (("--watch", "--add-ignores", "--reason", "later"), "--watch goes with files and folders"),
        (("--watch", "nowhere"), "nowhere: no such file or folder"),
    ],
)
def test_what_cannot_be_watched(arguments, words):
    done = run(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
