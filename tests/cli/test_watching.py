"""What `--watch` waits for, in the process of the tests."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from cl_lint.cli import Failure
from cl_lint.workspace import Outcome, plan, run

pytest.importorskip("watchfiles")
from cl_lint.cli.watching import watch

UNCHECKED = 'import requests\n\nrequests.get("https://admin.api.mitel.io/2017-09-01/users")\n'


def runs_after(
    paths: list[Path], steps: Iterable[Callable[[], object]], written: Iterable[Path] = ()
) -> list[int]:
    """The numbers of findings of the runs on `paths`, of which each but the first follows on a step; -1 for a
    run that failed. It is interrupted after the last."""
    left = list(steps)
    found: list[int] = []

    def next_run() -> Outcome:
        try:
            outcome = run(paths, plan(paths))
            found.append(len(outcome.result.open_findings))
        except ValueError as error:
            found.append(-1)
            raise Failure(str(error)) from error
        finally:
            if left:
                threading.Timer(0.5, left.pop(0)).start()
            elif len(found) > count:
                raise KeyboardInterrupt
        return outcome

    count = len(left)
    with pytest.raises(KeyboardInterrupt):
        watch(paths, next_run, list(written))
    return found


def test_files_of_the_application_and_its_settings(tmp_path, capsys):
    path, settings = tmp_path / "users.py", tmp_path / "cl-lint.toml"
    path.write_text(UNCHECKED)
    settings.write_text('select = ["CL305"]\n')
    found = runs_after(
        [tmp_path],
        [
            lambda: path.write_text("import requests\n"),
            lambda: settings.write_text("select = 3\n"),
            lambda: settings.write_text('select = ["CL305"]\n'),
            lambda: path.write_text(UNCHECKED),
        ],
    )
    assert found == [1, 0, -1, 0, 1]
    shown = capsys.readouterr().err
    assert "select" in shown
    assert shown.count("watching for changes; Ctrl-C ends") == 4


def test_files_that_do_not_matter(tmp_path):
    path = tmp_path / "users.py"
    path.write_text(UNCHECKED)
    (tmp_path / "cl-lint.toml").write_text('select = ["CL305"]\n')
    (tmp_path / ".venv").mkdir()
    report = tmp_path / "out.json"

    def several() -> None:
        (tmp_path / ".venv" / "library.py").write_text("")
        (tmp_path / "notes.txt").write_text("")
        (tmp_path / "data.json").write_text("{}")
        report.write_text('{"name": "Application Registration", "values": []}')
        threading.Timer(1.5, lambda: path.write_text("import requests\n")).start()

    assert runs_after([tmp_path], [several], [report]) == [1, 0]


def test_settings_above_the_folder(tmp_path):
    inner = tmp_path / "app"
    inner.mkdir()
    (inner / "users.py").write_text(UNCHECKED)
    settings, new = tmp_path / "cl-lint.toml", tmp_path / "new"
    settings.write_text('select = ["CL305"]\n')

    def replace_settings() -> None:
        new.write_text('select = ["CL401"]\n')
        os.replace(new, settings)

    # The first run finds out what to watch besides, and is done again with that watched.
    assert runs_after([inner], [lambda: None, replace_settings]) == [1, 1, 0]


def test_a_path_that_is_not_there(tmp_path):
    with pytest.raises(Failure, match="no such file or folder"):
        watch([tmp_path / "nowhere"], lambda: pytest.fail("it was run"))
