"""What is kept of files between runs: the findings are those of a run that knows nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cl_lint.findings import Finding
from cl_lint.result import Result
from cl_lint.store import SummaryStore
from cl_lint.workspace import plan, run

EXAMPLES = Path(__file__).parent.parent / "examples"
STATE = "a = 1\n"


def checked(folder: Path, store: SummaryStore | None = None) -> Result:
    return run([folder], plan([folder]), store=store).result


def findings(result: Result) -> list[Finding]:
    return result.findings


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()))
def test_edits_are_seen(tmp_path, name):
    folder = tmp_path / name
    shutil.copytree(EXAMPLES / name, folder)
    store = SummaryStore()
    first = checked(folder, store)
    assert findings(first) == findings(checked(folder))
    assert findings(checked(folder, store)) == findings(first)
    moved, *_, gone = sorted(folder.rglob("*.py"))
    moved.write_text(f"# moved\n\n{moved.read_text('utf-8')}", encoding="utf-8")
    gone.unlink()
    assert findings(checked(folder, store)) == findings(checked(folder))


def test_a_file_that_breaks_and_is_mended(tmp_path):
    path = tmp_path / "users.py"
    good = 'import requests\nrequests.get("https://admin.api.mitel.io/users")\n'
    store = SummaryStore()
    for text in (good, f"{good})", good, f"{good}(", f"{good}# more\n"):
        path.write_text(text)
        assert findings(checked(tmp_path, store)) == findings(checked(tmp_path))


def test_a_file_that_does_not_matter_breaks_and_is_mended(tmp_path):
    path = tmp_path / "plain.py"
    store = SummaryStore()
    for text in (STATE, "a = (", STATE):
        path.write_text(text)
        assert [finding.code for finding in findings(checked(tmp_path, store))] == ["CL001"] * (text != STATE)


def test_a_model_that_changes(tmp_path):
    (tmp_path / "cl-lint.toml").write_text('models = ["ours.toml"]\n')
    (tmp_path / "users.py").write_text(
        'import ours\n\nusers = ours.fetch("https://admin.api.mitel.io/users")\n'
    )
    store = SummaryStore()
    unchecked = []
    for row in (
        "",
        '[[request]]\nname = "ours.fetch"\nlibrary = "ours"\nmethod = "GET"\nraises = true\n',
        "",
    ):
        (tmp_path / "ours.toml").write_text(row)
        assert findings(checked(tmp_path, store)) == findings(checked(tmp_path))
        unchecked.append(any(finding.code == "CL305" for finding in findings(checked(tmp_path, store))))
    assert unchecked == [True, False, True]
