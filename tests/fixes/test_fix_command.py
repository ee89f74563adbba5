"""`check --fix`, `--unsafe-fixes` and `--diff` as a user meets them."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cl_lint import fixing
from cl_lint.cli import group
from tests.fixes.projects import times

DT, DTZ = "from datetime import datetime", "from datetime import datetime, timezone"
OLD = times(DT, "sent = datetime.now().isoformat()")
NEW = times(DTZ, "sent = datetime.now(timezone.utc).isoformat()")
UNSAFE = times(
    "from datetime import datetime",
    "sent = datetime.now()\nif seconds: print(sent > seconds)\nsent = sent.isoformat()",
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cl-lint.toml").write_text('kind = "server"\nignore = ["CL601"]\n')
    (tmp_path / "app.py").write_text(OLD)
    return tmp_path


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(group, ["check", *arguments], input=typed)


def text(project: Path) -> str:
    return (project / "app.py").read_text()


def test_a_fix_is_offered_and_nothing_written(project: Path) -> None:
    result = run("--output-format", "concise")
    assert result.exit_code == 1
    assert "CL201 non-utc-timestamp: [*] datetime.now()" in result.stdout
    assert "[*] fixable with --fix: 1." in result.stdout
    assert text(project) == OLD


def test_fixing_writes_and_counts(project: Path) -> None:
    result = run("--fix")
    assert (result.exit_code, text(project)) == (0, NEW)
    assert "Found 1 error (1 fixed, 0 remaining, 1 file checked" in result.stdout


def test_a_second_run_changes_nothing(project: Path) -> None:
    run("--fix")
    result = run("--fix")
    assert (result.exit_code, text(project)) == (0, NEW)
    assert "fixed" not in result.stdout


def test_a_diff_shows_and_writes_nothing(project: Path) -> None:
    result = run("--diff")
    assert (result.exit_code, text(project)) == (1, OLD)
    assert result.stdout.startswith("--- app.py\n+++ app.py\n")
    assert "+    sent = datetime.now(timezone.utc).isoformat()\n" in result.stdout
    assert result.stderr == "Would fix 1 finding.\n"


def test_a_diff_of_nothing_is_success(project: Path) -> None:
    (project / "app.py").write_text(UNSAFE)
    result = run("--diff")
    assert (result.exit_code, result.stdout) == (0, "")


def test_unsafe_fixes_are_hidden_until_asked_for(project: Path) -> None:
    (project / "app.py").write_text(UNSAFE)
    result = run("--fix", "--output-format", "concise")
    assert (result.exit_code, text(project)) == (1, UNSAFE)
    assert "[*]" not in result.stdout
    assert "No fix that is safe (1 fix with --unsafe-fixes)." in result.stdout
    assert "[*] fixable with --fix: 1.\n" in run("--unsafe-fixes").stdout
    assert run("--fix", "--unsafe-fixes").exit_code == 0
    assert "datetime.now(timezone.utc)" in text(project)


def test_json_says_what_is_fixable(project: Path) -> None:
    (finding,) = json.loads(run("--output-format", "json").stdout)["findings"]
    assert finding["fixable"] is True


@pytest.mark.parametrize("options", [("--fix",), ("--fix", "--output-format", "json")])
def test_standard_input_comes_out_fixed(project: Path, options: tuple[str, ...]) -> None:
    (project / "app.py").write_text("")
    result = run("-", "--stdin-filename", "app.py", *options, typed=OLD)
    assert (result.exit_code, result.stdout) == (0, NEW)
    assert "1 fixed" in result.stderr or '"findings": []' in result.stderr
    assert text(project) == ""


@pytest.mark.parametrize(
    ("setting", "kept"),
    [
        pytest.param("  # cl-lint: ignore[CL201] -- local by contract", True, id="suppressed"),
        pytest.param("", False, id="open"),
    ],
)
def test_what_may_stay_stays(project: Path, setting: str, kept: bool) -> None:
    marked = OLD.replace("isoformat()\n", f"isoformat(){setting}\n")
    (project / "app.py").write_text(marked)
    run("--fix")
    assert (text(project) == marked) is kept


def test_what_the_baseline_knows_stays(project: Path) -> None:
    assert CliRunner().invoke(group, ["baseline"]).exit_code == 0
    assert run("--baseline", "--fix").exit_code == 0
    assert text(project) == OLD


def test_only_files_that_are_shown_are_fixed(project: Path) -> None:
    (project / "other.py").write_text(OLD)
    run("--fix", "other.py")
    assert (project / "other.py").read_text() == NEW
    assert text(project) == OLD


def test_only_selected_rules_are_fixed(project: Path) -> None:
    run("--fix", "--select", "CL202")
    assert text(project) == OLD


def test_an_unused_suppression_goes_and_its_neighbours_stay(project: Path) -> None:
    def line(comment: str) -> str:
        return NEW.replace("timeout=10,\n", f"timeout=10,{comment}\n")

    (project / "app.py").write_text(line("  # s  # cl-lint: ignore[CL305, CL101] -- why # noqa"))
    result = run("--fix")
    assert (result.exit_code, text(project)) == (0, line("  # s   # noqa"))


def test_a_line_that_held_only_the_comment_goes(project: Path) -> None:
    (project / "app.py").write_text(f"# cl-lint: ignore-file[CL401] -- no tokens here\n{NEW}")
    run("--fix")
    assert text(project) == NEW


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")
def test_mode_and_links_stay(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    real = tmp_path_factory.mktemp("elsewhere") / "code.py"
    (project / "app.py").rename(real)
    real.chmod(0o750)
    (project / "app.py").symlink_to(real)
    assert run("--fix", "app.py").exit_code == 0
    assert (project / "app.py").is_symlink()
    assert real.read_text() == NEW
    assert stat.S_IMODE(real.stat().st_mode) == 0o750


def test_a_file_that_has_changed_meanwhile_is_left(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = fixing.replace_file

    def meanwhile(path: Path, old: bytes, new: bytes) -> None:
        path.write_text("x = 1\n")
        original(path, old, new)

    monkeypatch.setattr(fixing, "replace_file", meanwhile)
    result = run("--fix")
    assert text(project) == "x = 1\n"
    assert "app.py was not changed: it has changed since it was checked" in result.stderr
    assert "fixed" not in result.stdout
    assert sorted(os.listdir(project)) == ["app.py", "cl-lint.toml"]


def test_a_fix_that_breaks_another_rule_is_dropped(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cl_lint.fixes.model import Edit, Fix

    for change in (
        "sent = (",  # no Python
        "sent = datetime.today().isoformat()",  # still the same
        'sent = str(requests.get("https://chat.api.mitel.io/x"))',  # CL305
    ):
        monkeypatch.setattr(
            fixing,
            "fixes_for",
            lambda finding, text, policy, models=None, change=change: [
                Fix("x", True, (Edit(6, 5, 6, 38, change),))
            ],
        )
        run("--fix", "--select", "CL201")
        assert text(project) == OLD


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--fix", "--add-ignores", "--reason", "x"), "--add-ignores goes with neither --fix nor --diff"),
        (("--diff", "--update"), "--diff writes nothing: leave out --update"),
    ],
)
def test_what_does_not_go_together(project: Path, options: tuple[str, ...], problem: str) -> None:
    result = run(*options)
    assert result.exception is not None or result.exit_code == 2
    assert problem in str(result.exception) + result.output
