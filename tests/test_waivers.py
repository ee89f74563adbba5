"""Waivers: findings that somebody answers for until a day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cl_lint.cli import group

CALL = 'import requests\nrequests.post("https://chat.api.mitel.io/2017-09-01/conversations/1/typing", timeout=2)\n'
DAY = "1798675200"  # 2026-12-31


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    (tmp_path / "app").mkdir()
    (tmp_path / "app/a.py").write_text(CALL)
    (tmp_path / "app/b.py").write_text(CALL)
    return tmp_path


def run(*options: str) -> Result:
    return CliRunner().invoke(group, ["check", "--select", "CL305", "--output-format", "json", *options])


def waive(project: Path, path: str, expires: str, rule: str = "CL305") -> None:
    (project / "cl-lint.toml").write_text(
        f'[[waivers]]\nrule = "{rule}"\npath = "{path}"\nreason = "Sent again."\nby = "Ann"\nexpires = {expires}\n'
    )


def outcome(result: Result) -> dict[str, object]:
    return {
        f["path"]: (f["reason"], f["by"], f["until"]) if f["suppressed"] else None
        for f in json.loads(result.stdout)["findings"]
    }


@pytest.mark.parametrize("path", ["app/a.py", "a.py", "/app/a*"])
def test_it_covers_the_files_of_its_pattern(project: Path, path: str) -> None:
    waive(project, path, "2026-12-31")
    result = run()
    assert outcome(result) == {"app/a.py": ("Sent again.", "Ann", "2026-12-31"), "app/b.py": None}
    assert (result.exit_code, result.stderr) == (1, "")


def test_a_folder_and_a_name(project: Path) -> None:
    waive(project, "app/", '"2027-01-01"', "unchecked-response")
    assert run().exit_code == 0


def test_past_its_day_the_findings_are_back_and_the_run_says_so(project: Path) -> None:
    waive(project, "app/", "2026-12-30")
    result = run()
    assert result.exit_code == 1
    assert outcome(result) == {"app/a.py": None, "app/b.py": None}
    assert result.stderr == (
        "note: the waiver of CL305 for app/ by Ann ended on 2026-12-30: 2 findings are back (Sent again.)\n"
    )


def test_an_error_that_is_waived_for_longer_than_a_year_is_named(project: Path) -> None:
    waive(project, "app/", "2028-06-30")
    result = run()
    assert result.exit_code == 0
    assert result.stderr == (
        "note: the waiver of CL305 for app/ by Ann runs until 2028-06-30: an error is best looked at again"
        " within a year\n"
    )


def test_one_that_ended_and_has_nothing_left(project: Path) -> None:
    waive(project, "gone.py", "2026-12-30")
    assert "ended on 2026-12-30: remove it" in run().stderr


def test_one_that_covers_nothing(project: Path) -> None:
    (project / "app/a.py").write_text("x = 1\n")
    waive(project, "app/a.py", "2026-12-31")
    assert run().stderr == "note: the waiver of CL305 for app/a.py covers no finding: remove it\n"
    assert "note:" not in run("--ignore", "CL305").stderr


def test_a_file_that_cannot_be_assessed_may_be_waived(project: Path) -> None:
    (project / "app/old.py").write_text("print 'x'\n")
    waive(project, "app/old.py", "2026-12-31", "CL001")
    assert outcome(run())["app/old.py"] == ("Sent again.", "Ann", "2026-12-31")


def test_a_comment_comes_before_a_waiver(project: Path) -> None:
    (project / "app/a.py").write_text(CALL.rstrip() + "  # cl-lint: ignore[CL305] -- here\n")
    waive(project, "app/", "2026-12-31")
    assert outcome(run())["app/a.py"] == ("here", None, None)
