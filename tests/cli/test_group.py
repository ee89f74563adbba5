"""The group, and what start-up may cost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from cl_lint import cli
from cl_lint.version import VERSION

ROOT = Path(__file__).resolve().parents[2]


def test_version() -> None:
    result = CliRunner().invoke(cli.group, ["--version"])
    assert result.stdout == f"cl-lint, version {VERSION}\n"


def test_help_lists_the_commands_without_importing_them() -> None:
    output = CliRunner().invoke(cli.group, ["-h"]).stdout
    for name in ("check", "rule", "rules"):
        assert f"  {name} " in output


def test_every_listed_command_exists() -> None:
    context = click.Context(cli.group)
    for name in cli.group.list_commands(context):
        command = cli.group.get_command(context, name)
        assert command is not None
        assert command.name == name


def test_an_unknown_command() -> None:
    result = CliRunner().invoke(cli.group, ["chekc"])
    assert result.exit_code == 2
    assert "No such command" in result.stderr


@pytest.mark.parametrize("arguments", ["['--version']", "['--help']", "['rules']", "['rule', 'CL102']"])
def test_start_up_imports_nothing_heavy(arguments: str) -> None:
    code = f"""
import sys
from cl_lint.cli import group
group.main({arguments}, standalone_mode=False)
heavy = {{"libcst", "rich", "jinja2", "pathspec", "importlib.metadata"}}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("error", "status", "text"),
    [
        (RuntimeError("odd"), 2, "error: this is a defect of cl-lint itself, please report it\n"),
        (KeyboardInterrupt(), 130, "interrupted\n"),
        (cli.Failure("a\nb\x1b"), 2, "error: a\nerror: b\\x1b\n"),
        (click.UsageError("wrong"), 2, "Error: wrong\n"),
    ],
)
def test_no_failure_looks_like_a_finding(
    error: BaseException,
    status: int,
    text: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr(cli.group, "main", fail)
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == status
    assert capsys.readouterr().err.endswith(text)


@pytest.mark.parametrize("moment", ["yesterday", "1.5", "9" * 30])
def test_a_source_date_epoch_that_is_no_moment_is_refused(moment: str, tmp_path: Path) -> None:
    for command in ("check", "report", "dossier"):
        done = CliRunner().invoke(cli.group, [command, str(tmp_path)], env={"SOURCE_DATE_EPOCH": moment})
        assert done.exit_code == 2
        assert "SOURCE_DATE_EPOCH is" in done.output
        assert done.output.count("\n") == 1
