"""`cl-lint dossier`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from cl_lint.catalog import KINDS, LEVELS, CatalogError
from cl_lint.cli import Failure
from cl_lint.cli.application import one_application
from cl_lint.cli.output import write_report
from cl_lint.cli.progress import Progress
from cl_lint.config import Config, ConfigError
from cl_lint.sources import MissingPathError


@click.command("dossier")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(("html", "markdown")),
    help="The form of the document.  [default: by the file's name, else html]",
)
@click.option(
    "--output-file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the document to this file.",
)
@click.option("--level", type=click.Choice(LEVELS), help="The level the application is to reach.")
@click.option("--kind", type=click.Choice(KINDS), help="What the application is.  [default: inferred]")
@click.option(
    "--config", "config_file", type=click.Path(path_type=Path), metavar="FILE", help="Use this configuration."
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def command(
    paths: tuple[Path, ...],
    form: str | None,
    output_file: Path | None,
    level: str | None,
    kind: str | None,
    config_file: Path | None,
    quiet: bool,
) -> None:
    """Write the document for the vendor's review of the application in the PATHs (default: working folder).

    It holds the overview with the architecture, the technology stack, the APIs in use, logging and
    performance, the self-assessment, and the points to talk through. What only a person can say is taken from
    the statements that `cl-lint attest` keeps.
    """

    def adjusted(config: Config) -> Config:
        return config.override(level=level, kind=kind)

    text = _document(
        paths or (Path(),), form or _by_name(output_file), output_file, config_file, adjusted, quiet
    )
    try:
        write_report(text, output_file)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise Failure(f"{output_file}: cannot be written: {error.strerror}") from error


def _by_name(file: Path | None) -> str:
    return "markdown" if file is not None and file.suffix.lower() in (".md", ".markdown") else "html"


def _document(
    paths: tuple[Path, ...],
    form: str,
    output_file: Path | None,
    config_file: Path | None,
    adjusted: Callable[[Config], Config],
    quiet: bool,
) -> str:
    from cl_lint.assessment import AttestationError
    from cl_lint.reports.dossier import build_dossier, html_format, markdown_format
    from cl_lint.revision import revision_of
    from cl_lint.survey import examine

    try:
        part = one_application(paths, config_file, adjusted)
        with Progress(enabled=not quiet) as progress:
            found, seen = examine(part.paths, part.config, part.root, progress)
    except (ConfigError, MissingPathError, CatalogError, AttestationError) as error:
        raise Failure(str(error)) from error
    if not found.files and not found.not_assessed:
        raise Failure("no Python file found: nothing to write about")
    written = () if output_file is None else (output_file.absolute(),)
    dossier = build_dossier(found, seen, part.root, revision_of(part.root.resolve(), written))
    return markdown_format.render(dossier) if form == "markdown" else html_format.render(dossier)
