"""`cl-lint diagram`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cl_lint.catalog import CatalogError
from cl_lint.cli import Failure
from cl_lint.cli.application import one_application
from cl_lint.cli.output import echo_note, write_report
from cl_lint.cli.progress import Progress
from cl_lint.config import ConfigError
from cl_lint.sources import MissingPathError

if TYPE_CHECKING:
    from cl_lint.diagram import Diagram

SUFFIXES = {".svg": "svg", ".mmd": "mermaid", ".mermaid": "mermaid"}


@click.command("diagram")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(("svg", "mermaid")),
    help="The form of the diagram.  [default: by the file's name, else svg]",
)
@click.option(
    "--output-file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the diagram to this file.",
)
@click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Use this configuration file.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress and no notes.")
def command(
    paths: tuple[Path, ...], form: str | None, output_file: Path | None, config_file: Path | None, quiet: bool
) -> None:
    """Draw the architecture of the application in the PATHs (the working folder by default).

    It shows what starts the application, its modules or packages, the CloudLink services that they call,
    other hosts, and the ways on which events come in.
    """
    from cl_lint.survey import survey

    chosen = paths or (Path(),)
    try:
        part = one_application(chosen, config_file)
        with Progress(enabled=not quiet) as progress:
            found = survey(part.paths, part.config, part.root, progress)
    except (ConfigError, MissingPathError, CatalogError) as error:
        raise Failure(str(error)) from error
    if not found.files and found.unread:
        raise Failure(
            "\n".join(f"{name}: {why.reason}: nothing to draw" for name, why in found.unread.items())
        )
    if not found.files:
        raise Failure("no Python file found: nothing to draw")
    if not quiet and not found.inventory.api_calls:
        echo_note("no CloudLink API call found: the diagram shows the modules only")
    by_name = SUFFIXES.get(output_file.suffix.lower()) if output_file is not None else None
    _write(_rendered(found.diagram, form or by_name or "svg"), output_file)


def _rendered(diagram: Diagram, form: str) -> str:
    from cl_lint.diagram import lay_out
    from cl_lint.reports.diagram_mermaid import render_mermaid
    from cl_lint.reports.diagram_svg import render_svg

    return render_mermaid(diagram) if form == "mermaid" else render_svg(lay_out(diagram))


def _write(text: str, file: Path | None) -> None:
    try:
        write_report(text, file)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise Failure(f"{file}: cannot be written: {error.strerror}") from error
