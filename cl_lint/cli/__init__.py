"""The command line. Commands are imported when they are called: most need what the others do not."""

from __future__ import annotations

import importlib
import os
import sys

import click

from cl_lint.version import VERSION

_COMMANDS = {
    "attest": "State what source cannot show.",
    "baseline": "Record the findings there are today, so that only new ones fail.",
    "check": "Check Python files and folders.",
    "completion": "Print the script for completion in the shell.",
    "config": "Show the configuration in force, and where it is from.",
    "deployment": "Check the files that register the application.",
    "diagram": "Draw the architecture of an application.",
    "dossier": "Write the document for the vendor's review.",
    "init": "Write a configuration for an application.",
    "report": "Assess an application and write the report.",
    "rule": "Show the page of a rule.",
    "rules": "List the rules.",
    "server": "Serve an editor (Language Server Protocol).",
}
FAILURE = 2


class _Group(click.Group):
    """A group that imports a command's module, named like the command, on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"cl_lint.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_COMMANDS.items()))


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 nothing to report, 1 findings, 2 the run itself failed.",
)
@click.version_option(VERSION, prog_name="cl-lint")
def group() -> None:
    """Check Mitel CloudLink applications against the vendor's best practices."""
    if os.environ.get("SOURCE_DATE_EPOCH"):
        # Refused before any work is done, and never taken for the time of the day.
        from cl_lint.clock import ClockError, now

        try:
            now()
        except ClockError as error:
            raise Failure(str(error)) from error


class Failure(click.ClickException):
    """The run cannot be done; each line of the message is one reason. Exit status 2."""

    exit_code = FAILURE

    def show(self, file: object = None) -> None:
        from cl_lint.reports.escaping import escape

        for line in self.message.splitlines():
            click.echo(f"error: {escape(line)}", err=True)


def main() -> None:
    """Run the program and exit: no failure of the program itself may look like a finding."""
    try:
        status = group.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        status = FAILURE
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        status = 130
    except BrokenPipeError:
        # Whoever read our output has seen enough; what is left in the buffer must not raise at exit.
        sys.stdout = None
        status = FAILURE
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo("error: this is a defect of cl-lint itself, please report it", err=True)
        status = FAILURE
    sys.exit(status if isinstance(status, int) else 0)
