"""`cl-lint server`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cl_lint.cli import Failure
from cl_lint.cli.output import echo_note


@click.command("server")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Use this configuration file for every application.",
)
@click.option("--stdio", is_flag=True, hidden=True, help="What it does anyway; some editors ask for it.")
def command(config: Path | None, stdio: bool) -> None:
    """Serve an editor: the Language Server Protocol on standard input and output."""
    try:
        from cl_lint.server.language_server import serve
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise Failure("the language server needs pygls: pip install 'cl-lint[server]'") from error
    if sys.stdin.isatty():
        echo_note("the language server is started by an editor; Ctrl-C ends it")
    serve(None if config is None else config.absolute())
