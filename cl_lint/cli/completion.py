"""`cl-lint completion`."""

from __future__ import annotations

import os

import click
from click.shell_completion import get_completion_class

from cl_lint.cli import Failure, group
from cl_lint.cli.output import write

_SHELLS = ("bash", "zsh", "fish")
_WHERE = {
    "bash": 'add to ~/.bashrc:  eval "$(cl-lint completion bash)"',
    "zsh": 'add to ~/.zshrc:  eval "$(cl-lint completion zsh)"',
    "fish": "run:  cl-lint completion fish > ~/.config/fish/completions/cl-lint.fish",
}


@click.command("completion")
@click.argument("shell", type=click.Choice(_SHELLS), required=False)
def command(shell: str | None) -> None:
    """Print the script that lets SHELL complete commands, options and rules.

    The shell is the one you use, unless it is named.
    """
    shell = shell or os.path.basename(os.environ.get("SHELL", ""))
    made = get_completion_class(shell) if shell in _SHELLS else None
    if made is None:
        raise Failure(f"name the shell: {', '.join(_SHELLS)}")
    write(f"# {_WHERE[shell]}\n{made(group, {}, 'cl-lint', '_CL_LINT_COMPLETE').source()}\n")
