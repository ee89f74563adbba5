"""`cl-lint deployment`."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cl_lint.catalog import LEVELS, CatalogError
from cl_lint.cli import Failure
from cl_lint.cli.output import echo_note, write_report
from cl_lint.config import Config, ConfigError, common_folder, find_root, load_config
from cl_lint.reports import FORMATS, View, render
from cl_lint.reports.colour import Palette, wants_colour
from cl_lint.result import Result

if TYPE_CHECKING:
    from cl_lint.deployment import Document, PortalUse


@click.command("deployment")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--level", type=click.Choice(LEVELS), help="The level of the application.")
@click.option(
    "--portal/--no-portal",
    "portal",
    default=None,
    help="Whether the application uses the vendor's authentication portal.  [default: as its source says]",
)
@click.option(
    "--project",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Where the application's source is.  [default: the folder of the configuration, else of the FILEs]",
)
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this configuration file."
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@click.option("--output-format", type=click.Choice(tuple(FORMATS)), default="full", show_default=True)
@click.option(
    "--output-file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the report to this file.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True)
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[Path, ...],
    level: str | None,
    portal: bool | None,
    project: Path | None,
    config: Path | None,
    exit_zero: bool,
    output_format: str,
    output_file: Path | None,
    quiet: bool,
    color: str,
) -> None:
    """Check the FILEs that register the application: Postman environment and collection, request body."""
    try:
        settings = load_config(common_folder(files), config).override(level=level)
        root = find_root(files, settings)
        result = _run(files, settings, root, project, portal)
    except (ConfigError, CatalogError) as error:
        raise Failure(str(error)) from error
    to_terminal = output_file is None and wants_colour(color, sys.stdout)
    view = View(
        result,
        palette=Palette(to_terminal or color == "always"),
        quiet=quiet,
        root=root,
        base=Path.cwd(),
    )
    try:
        write_report(render(output_format, view), output_file)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise Failure(f"{output_file}: cannot be written: {error.strerror}") from error
    if not quiet:
        for unknown in result.verdicts.unknown:
            echo_note(f"undecided: {view.path(unknown.place.path)}:{unknown.place.line}: {unknown.message}")
    failing = any(settings.fails(finding) for finding in result.findings)
    ctx.exit(1 if failing and not exit_zero else 0)


def _run(
    files: tuple[Path, ...], config: Config, root: Path, project: Path | None, portal: bool | None
) -> Result:
    import time

    from cl_lint.checks.cl603_deployment_values import judge
    from cl_lint.deployment import masked

    started = time.perf_counter()
    documents = _read(files, root)
    verdicts = judge(documents, _portal(config, root, project, portal), config.hosts)
    sure = [f for f in verdicts.findings if f.confidence.rank >= config.min_confidence.rank]
    return Result(
        verdicts=replace(verdicts, findings=sorted(sure, key=lambda f: (f.place, f.message))),
        files=tuple(document.name for document in documents),
        not_assessed=(),
        api_calls=0,
        kind=config.kind,
        level=config.level,
        seconds=time.perf_counter() - started,
        sources={document.name: masked(document) for document in documents},
    )


def _read(files: tuple[Path, ...], root: Path) -> list[Document]:
    """The files in the order of their names; raises `Failure` with a line for each that cannot be used."""
    from cl_lint.deployment import Document, read_document

    documents: dict[str, Document] = {}
    problems: dict[str, None] = {}
    for path in files:
        if not path.exists():
            problems[f"{path}: no such file"] = None
        elif path.is_dir():
            problems[f"{path}: a folder; name the files in it"] = None
        else:
            found = read_document(Path(os.path.abspath(path)), root)
            if isinstance(found, Document):
                documents[found.name] = found
            else:
                at = f":{found.line}:{found.column}" if found.reason.startswith("not valid") else ""
                problems[f"{path}{at}: {found.reason}"] = None
    if problems:
        raise Failure("\n".join(problem.replace("\n", "\\n") for problem in problems))
    return [documents[name] for name in sorted(documents)]


def _portal(config: Config, root: Path, project: Path | None, stated: bool | None) -> PortalUse:
    """Whether the portal is used: by what was typed, else by the level, else by the source."""
    from cl_lint.deployment import PortalUse

    if stated is not None:
        return PortalUse(stated, "the command line says so")
    if config.level == LEVELS[0]:
        return PortalUse(False, f"it is closed to applications at level {LEVELS[0]}")
    from cl_lint.checks.cl603_deployment_values import portal_use
    from cl_lint.project import Project
    from cl_lint.run import no_collector
    from cl_lint.sources import MissingPathError

    try:
        with no_collector():
            source = Project([project or root], replace(config, select=frozenset({"CL404"})), root, None)
            if source.uses_cloudlink():
                return portal_use(source.application())
    except MissingPathError as error:
        raise Failure(str(error)) from error
    return PortalUse(None, "no source that calls CloudLink is at hand; say --portal or --no-portal")
