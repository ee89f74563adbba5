"""Completion in the shell."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from cl_lint.cli import group
from cl_lint.cli.completing import complete_rules

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, **environment: str) -> tuple[int, str, str]:
    result = CliRunner(env=environment).invoke(group, ["completion", *arguments])
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script(shell: str) -> None:
    status, script, _ = run(shell)
    assert status == 0
    assert script.startswith("# ")
    assert f"_CL_LINT_COMPLETE={shell}_complete" in script


def test_the_shell_in_use() -> None:
    assert run(SHELL="/usr/bin/zsh")[1] == run("zsh")[1]
    assert run(SHELL="/bin/odd")[0] == 2


def test_rules_are_completed_behind_the_last_comma() -> None:
    context = click.Context(group)
    values = [item.value for item in complete_rules(context, click.Option(["--select"]), "CL301,cl10")]
    assert "CL301,CL101" in values
    assert all(value.startswith("CL301,CL10") for value in values)
    (item,) = complete_rules(context, click.Option(["--select"]), "unlogged")
    assert (item.value, bool(item.help)) == ("unlogged-api-error", True)


def test_commands_are_completed_by_the_program_itself() -> None:
    code = "from cl_lint.cli import group; group.main(prog_name='cl-lint', standalone_mode=False)"
    environment = {"_CL_LINT_COMPLETE": "bash_complete", "COMP_WORDS": "cl-lint ba", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.stdout == "plain,baseline\n"
