"""`cl-lint check`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from cl_lint.catalog import KINDS, LEVELS, CatalogError
from cl_lint.cli import Failure
from cl_lint.cli.output import echo_note, write_report
from cl_lint.cli.progress import Progress
from cl_lint.config import Config, ConfigError, common_folder, find_root, load_config
from cl_lint.config_keys import CONFIDENCES, FAIL_ON
from cl_lint.reports import FORMATS, View, render
from cl_lint.reports.colour import Palette, wants_colour
from cl_lint.result import Result
from cl_lint.sources import MissingPathError


@dataclass(frozen=True)
class _Options:
    """What was typed."""

    paths: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    level: str | None
    kind: str | None
    config: Path | None
    min_confidence: str | None
    fail_on: str | None
    exit_zero: bool
    output_format: str
    output_file: Path | None
    statistics: bool
    quiet: bool
    verbose: bool
    no_cache: bool
    color: str


def _words(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for text in value for word in text.split(",") if word.strip())


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--select",
    multiple=True,
    callback=_words,
    metavar="RULES",
    help="Only these rules: codes, names or prefixes such as CL1, separated by commas.",
)
@click.option("--ignore", multiple=True, callback=_words, metavar="RULES", help="Leave these rules out.")
@click.option("--level", type=click.Choice(LEVELS), help="The level the application is to reach.")
@click.option("--kind", type=click.Choice(KINDS), help="What the application is.  [default: inferred]")
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this configuration file."
)
@click.option(
    "--min-confidence",
    type=click.Choice(CONFIDENCES),
    help="Report findings from this confidence on.  [default: medium]",
)
@click.option(
    "--fail-on", type=click.Choice(FAIL_ON), help="Exit with 1 from this severity on.  [default: warning]"
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@click.option("--output-format", type=click.Choice(tuple(FORMATS)), default="full", show_default=True)
@click.option(
    "--output-file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the report to this file.",
)
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
@click.option("-v", "--verbose", is_flag=True, help="Say which configuration and files were used.")
@click.option("--no-cache", is_flag=True, help="Read nothing from a cache and write none.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True)
@click.pass_context
def command(ctx: click.Context, /, **options: object) -> None:
    """Check the Python files among and below the PATHs (the working folder by default)."""
    chosen = _Options(**options)  # type: ignore[arg-type]
    config, root, result = _run(chosen)
    _report(chosen, root, result)
    _explain(chosen, config, root, result)
    failing = any(config.fails(finding) for finding in result.findings)
    ctx.exit(1 if failing and not chosen.exit_zero else 0)


def _run(options: _Options) -> tuple[Config, Path, Result]:
    from cl_lint.run import check

    paths = options.paths or (Path(),)
    try:
        config = load_config(common_folder(paths), options.config).override(
            level=options.level,
            kind=options.kind,
            select=options.select,
            ignore=options.ignore,
            min_confidence=options.min_confidence,
            fail_on=options.fail_on,
        )
        root = find_root(paths, config)
        with Progress(enabled=not options.quiet) as progress:
            return config, root, check(paths, config, root, progress)
    except (ConfigError, MissingPathError, CatalogError) as error:
        raise Failure(str(error)) from error


def _report(options: _Options, root: Path, result: Result) -> None:
    to_terminal = options.output_file is None and wants_colour(options.color, sys.stdout)
    view = View(
        result,
        palette=Palette(to_terminal or options.color == "always"),
        quiet=options.quiet,
        statistics=options.statistics,
        root=root,
        base=Path.cwd(),
    )
    try:
        write_report(render(options.output_format, view), options.output_file)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise Failure(f"{options.output_file}: cannot be written: {error.strerror}") from error


def _explain(options: _Options, config: Config, root: Path, result: Result) -> None:
    if options.verbose:
        echo_note(f"configuration: {config.file or 'none found'}")
        echo_note(f"root: {root}")
        echo_note(f"level: {result.level}, kind: {result.kind}, API calls: {result.api_calls}")
        for name in result.files:
            echo_note(f"checked: {name}")
        for name in result.not_assessed:
            echo_note(f"not assessed: {name}")
    if options.quiet:
        return
    if not result.files and not result.not_assessed:
        echo_note("no Python file found: nothing to assess")
    elif not result.files:
        echo_note("no file could be assessed")
    elif not result.api_calls and not any(name.endswith(".json") for name in result.files):
        echo_note("no CloudLink API call found: nothing to assess")
