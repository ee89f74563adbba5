"""`cl-lint report`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cl_lint.catalog import KINDS, LEVELS, CatalogError
from cl_lint.cli import Failure
from cl_lint.cli.application import one_application
from cl_lint.cli.output import echo_note, write_report
from cl_lint.cli.progress import Progress
from cl_lint.config import Config, ConfigError
from cl_lint.reports.colour import wants_colour
from cl_lint.sources import MissingPathError

if TYPE_CHECKING:
    from cl_lint.reports.self_assessment.document import Document

FORMATS = ("html", "markdown", "json", "text")
FAILING = {"not-met": ("not met",), "open": ("not met", "unknown", "needs attestation")}
_BY_SUFFIX = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".txt": "text",
}
_WIDEST = 160


@dataclass(frozen=True)
class _Options:
    """What was typed."""

    paths: tuple[Path, ...]
    form: str | None
    output_file: Path | None
    open_page: bool
    fail_on: str | None
    level: str | None
    kind: str | None
    config_file: Path | None
    color: str
    quiet: bool

    @property
    def format(self) -> str:
        """The form asked for, else that of the file's name; a screen where nothing tells."""
        if self.form is not None:
            return self.form
        if self.output_file is None:
            return "html" if self.open_page else "text"
        return _BY_SUFFIX.get(self.output_file.suffix.lower(), "html")

    def adjusted(self, config: Config) -> Config:
        """The configuration with what was typed in place of what it says. Raises `ConfigError`."""
        return config.override(level=self.level, kind=self.kind)


@click.command("report")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="The form of the report.  [default: by the file's name, else text]",
)
@click.option(
    "--output-file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the report to this file.",
)
@click.option(
    "--open", "open_page", is_flag=True, help="Show the written file (by default cl-lint-report.html)."
)
@click.option(
    "--fail-on",
    type=click.Choice(tuple(FAILING)),
    help="Exit with 1 if a practice is not met; open: or unknown, or still to be stated.",
)
@click.option("--level", type=click.Choice(LEVELS), help="The level the application is to reach.")
@click.option("--kind", type=click.Choice(KINDS), help="What the application is.  [default: inferred]")
@click.option(
    "--config", "config_file", type=click.Path(path_type=Path), metavar="FILE", help="Use this configuration."
)
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress and no notes.")
@click.pass_context
def command(ctx: click.Context, /, **options: object) -> None:
    """Assess the application in the PATHs (the working folder by default) and write the report.

    Every practice of the vendor gets a status with its evidence, every level a verdict. What source cannot
    show is taken from the statements that `cl-lint attest` keeps. Exit status 0 once the report is written.
    """
    chosen = _Options(**options)  # type: ignore[arg-type]
    file = chosen.output_file
    if file is None and chosen.open_page:
        suffix = next(end for end, form in _BY_SUFFIX.items() if form == chosen.format)
        file = Path(f"cl-lint-report{suffix}")
    document = _document(chosen, file)
    try:
        write_report(_rendered(chosen, document, file), file)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise Failure(f"{file}: cannot be written: {error.strerror}") from error
    if file is not None and not chosen.quiet:
        echo_note(f"{file}: {document.asked.summary}")
    if chosen.open_page and file is not None:
        click.launch(str(file))
    failing = FAILING.get(chosen.fail_on or "", ())
    ctx.exit(1 if any(count.number and count.status in failing for count in document.asked.counts) else 0)


def _document(options: _Options, file: Path | None) -> Document:
    from cl_lint.assessment import AttestationError
    from cl_lint.reports.report_sections import sections_of
    from cl_lint.reports.self_assessment.building import build
    from cl_lint.revision import revision_of
    from cl_lint.survey import examine

    try:
        part = one_application(options.paths, options.config_file, options.adjusted)
        with Progress(enabled=not options.quiet) as progress:
            found, seen = examine(part.paths, part.config, part.root, progress)
    except (AttestationError, ConfigError, MissingPathError, CatalogError) as error:
        raise Failure(str(error)) from error
    if not found.files and not found.not_assessed:
        raise Failure("no Python file found: nothing to report on")
    written = () if file is None else (file.absolute(),)
    return build(found, part.root, revision_of(part.root.resolve(), written), sections_of(seen))


def _rendered(options: _Options, document: Document, file: Path | None) -> str:
    if options.format == "json":
        from cl_lint.reports.self_assessment import json_format

        return json_format.render(document)
    if options.format == "markdown":
        from cl_lint.reports.self_assessment import markdown_format

        return markdown_format.render(document)
    if options.format == "html":
        from cl_lint.reports.self_assessment import html_format

        return html_format.render(document)
    from shutil import get_terminal_size

    from cl_lint.reports.self_assessment import text_format

    colour = options.color == "always" or (file is None and wants_colour(options.color, sys.stdout))
    width = (
        min(get_terminal_size().columns, _WIDEST)
        if file is None and sys.stdout.isatty()
        else text_format.WIDTH
    )
    return text_format.render(document, width, colour)
