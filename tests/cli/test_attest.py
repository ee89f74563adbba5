"""`cl-lint attest`: asked in the terminal, and by flags."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cl_lint.assessment.attestations import read_attestations
from cl_lint.cli import group

EPOCH = "1795000000"  # 2026-11-18
SOURCE = """\
import requests
requests.post("https://admin.us.api.mitel.io/2017-09-01/users").raise_for_status()
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "app.py").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "cl-lint.toml").write_text('kind = "server"\n', encoding="utf-8")
    return tmp_path


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(group, ["attest", *arguments], input=typed)


def said(project: Path) -> dict[str, tuple[str, str, str, str]]:
    text = (project / "cl-lint-attestations.toml").read_text(encoding="utf-8")
    return {
        a.practice: (a.statement, a.by, str(a.stated), str(a.expires))
        for a in read_attestations(text, "file")
    }


STATE = ("--practice", "logging.retrievable", "--statement", "Ninety days, help desk.", "--by", "Ada")


def test_flags_write_a_statement_without_a_question(project: Path) -> None:
    result = run(*STATE, "--expires", "2027-11-18")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("logging.retrievable is attested in ")
    assert said(project) == {
        "logging.retrievable": ("Ninety days, help desk.", "Ada", "2026-11-18", "2027-11-18")
    }


def test_a_second_statement_replaces_the_first_and_keeps_comments(project: Path) -> None:
    run(*STATE)
    path = project / "cl-lint-attestations.toml"
    path.write_text(path.read_text(encoding="utf-8") + "# ask Bo again in May\n", encoding="utf-8")
    run(*STATE, "--by", "Bo")
    assert said(project) == {"logging.retrievable": ("Ninety days, help desk.", "Bo", "2026-11-18", "None")}
    assert "# ask Bo again in May\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("--practice", "logging.retrieve", "--statement", "x"), "did you mean 'logging.retrievable'?"),
        ((*STATE, "--statement", " "), "--statement: expected a sentence, not ' '"),
        ((*STATE, "--by", ""), "--by: expected the name of a person, not ''"),
        ((*STATE, "--expires", "soon"), "--expires: expected a date such as 2027-03-31, not 'soon'"),
        ((*STATE, "--expires", "2026-11-17"), "--expires: 2026-11-17 is past"),
        (("--statement", "x"), "--statement: say with --practice which practice is meant"),
        (("--remove", "review.stack"), "there is no attestation of review.stack"),
        (("nowhere.py",), "nowhere.py"),
    ],
)
def test_what_cannot_be_stated_is_one_line_and_leaves_no_file(
    project: Path, arguments: tuple[str, ...], problem: str
) -> None:
    result = CliRunner().invoke(group, ["attest", *arguments], standalone_mode=False)
    assert result.exit_code != 0
    assert problem in str(result.exception)
    assert not (project / "cl-lint-attestations.toml").exists()


def test_a_broken_file_is_named_and_left_as_it_is(project: Path) -> None:
    path = project / "cl-lint-attestations.toml"
    path.write_text("[attestations\n", encoding="utf-8")
    result = CliRunner().invoke(group, ["attest", *STATE], standalone_mode=False)
    assert f"{path}: not valid TOML" in str(result.exception)
    assert path.read_text(encoding="utf-8") == "[attestations\n"


def test_the_terminal_asks_for_what_is_open(project: Path) -> None:
    typed = "Sentry.\nAda\n\nKept a year.\n2027-01-01\nYes.\n\n" + "\n" * 4
    result = run(typed=typed)
    assert result.exit_code == 0, result.output
    assert "1 of 7  logging.errors-logged: Every error is logged" in result.stdout
    assert "Where are the logs kept, for how long, and who retrieves them for support?" in result.stdout
    assert "3 statements written to " in result.stdout
    assert result.stdout.endswith("; 4 left open.\n")
    assert said(project) == {
        "logging.errors-logged": ("Sentry.", "Ada", "2026-11-18", "None"),
        "logging.retrievable": ("Kept a year.", "Ada", "2026-11-18", "2027-01-01"),
        "logging.correlation": ("Yes.", "Ada", "2026-11-18", "None"),
    }


def test_a_bad_answer_is_asked_again(project: Path) -> None:
    typed = "\nKept a year.\n?\nAda\n1.1.2027\n2020-01-01\n2027-01-01\n" + "\n" * 5
    result = run(typed=typed)
    assert "expected the name of a person" in result.stdout
    assert "expected a date such as 2027-03-31" in result.stdout
    assert "2020-01-01 is past" in result.stdout
    assert said(project) == {"logging.retrievable": ("Kept a year.", "Ada", "2026-11-18", "2027-01-01")}


def test_ending_early_keeps_what_was_answered(project: Path) -> None:
    result = run(typed="Sentry.\nAda\n\n")
    assert result.exit_code != 0
    assert list(said(project)) == ["logging.errors-logged"]


def test_who_stated_last_is_offered(project: Path) -> None:
    run(*STATE)
    run("--practice", "review.stack", typed="Python.\n\n")
    assert said(project)["review.stack"][:2] == ("Python.", "Ada")


def test_nothing_is_asked_where_nothing_is_open(project: Path) -> None:
    (project / "app.py").write_text("print('mitel')\n", encoding="utf-8")
    assert run().stdout == "Nothing needs a statement.\n"


def test_the_list_tells_stated_expired_unknown_and_open(project: Path) -> None:
    run(*STATE, "--expires", "2027-01-01")
    path = project / "cl-lint-attestations.toml"
    text = path.read_text(encoding="utf-8")
    old = 'statement = "Old."\nby = "Bo"\ndate = 2025-01-01\nexpires = 2026-01-01\n'
    path.write_text(
        text + f'[attestations."logging.utc-iso"]\n{old}[attestations."no.such"]\n{old}', encoding="utf-8"
    )
    lines = run("--list").stdout.splitlines()
    assert (
        "stated   logging.retrievable: Ninety days, help desk. (Ada, 2026-11-18, until 2027-01-01)" in lines
    )
    assert "expired  logging.utc-iso: Old. (Bo, until 2026-01-01)" in lines
    assert "unknown  no.such" in lines
    assert [line.split()[1] for line in lines if line.startswith("open ")] == [
        "logging.errors-logged:",
        "logging.correlation:",
        "logging.error-detail:",
        "logging.parties:",
        "logging.utc-iso:",
        "platform.supported:",
    ]


def test_a_statement_is_taken_back(project: Path) -> None:
    run(*STATE)
    assert run("--remove", "logging.retrievable").exit_code == 0
    assert said(project) == {}


def test_the_file_that_the_configuration_names_is_made(project: Path) -> None:
    (project / "cl-lint.toml").write_text('attestations = "said.toml"\n', encoding="utf-8")
    assert run("--list").exit_code == 0
    run(*STATE)
    assert (project / "said.toml").is_file()


def test_a_webhook_is_asked_for_its_reason(project: Path) -> None:
    (project / "app.py").write_text(
        "import requests\n"
        "requests.post('https://notifications.us.api.mitel.io/2017-09-01/subscriptions',\n"
        "              json={'topic': 't', 'transport': 'webhook'}).raise_for_status()\n",
        encoding="utf-8",
    )
    assert "realtime.webhook-last-resort: Why can the application not hold" in run("--list").stdout


def test_what_is_said_cannot_drive_the_terminal(project: Path) -> None:
    run("--practice", "review.stack", "--statement", "a\x1b[2Jb\u202ec", "--by", "x\x07y")
    listed = run("--list").stdout
    assert "a\\x1b[2Jb\\u202ec (x\\x07y" in listed
    assert "\x1b" not in listed


def test_the_command_line_alone_needs_no_parser_of_python() -> None:
    import subprocess

    code = "import sys, cl_lint.cli.attest; sys.exit('libcst' in sys.modules or 'tomlkit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
