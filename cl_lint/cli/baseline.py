"""`cl-lint baseline`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cl_lint.catalog import CatalogError
from cl_lint.cli import Failure
from cl_lint.cli.output import echo_note
from cl_lint.cli.progress import Progress
from cl_lint.config import ConfigError
from cl_lint.sources import MissingPathError

if TYPE_CHECKING:
    from cl_lint.fingerprints import Fingerprint
    from cl_lint.result import Result
    from cl_lint.workspace import Part

_MOST_LINES = 20


@click.command("baseline")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this configuration file."
)
@click.option(
    "--baseline-file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Record in this file.  [default: the configuration's, else cl-lint-baseline.json at the root]",
)
@click.option("--add", is_flag=True, help="Record new findings in a baseline that exists, too.")
@click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
def command(
    paths: tuple[Path, ...], config: Path | None, baseline_file: Path | None, add: bool, quiet: bool
) -> None:
    """Record the findings there are today, so that `check --baseline` fails only on new ones.

    A baseline that exists loses the entries that are fixed; new findings come in only with --add.
    """
    from cl_lint.baseline import BaselineError
    from cl_lint.run import check
    from cl_lint.workspace import plan

    try:
        parts = plan(paths or (Path(),), config)
        if baseline_file is not None and len(parts) > 1:
            raise Failure("--baseline-file: the paths belong to several applications, each with a baseline")
        for part in parts:
            with Progress(enabled=not quiet) as progress:
                result = check(part.paths, part.config, part.root, progress)
            if result.files or result.not_assessed:
                _record(part, result, baseline_path(part, baseline_file), add, quiet)
    except (ConfigError, MissingPathError, CatalogError, BaselineError) as error:
        raise Failure(str(error)) from error


def baseline_path(part: Part, named: Path | None) -> Path:
    """The baseline of an application: the one named, else the configuration's, else the usual one."""
    from cl_lint.baseline import NAME

    return named or part.config.baseline or part.root / NAME


def _as_key(part: Part, path: Path) -> str:
    """How a configuration would name this baseline, which it can only in its own folder or below."""
    folder = part.root if part.config.file is None else part.config.file.parent
    whole = Path(os.path.abspath(path))
    if folder not in whole.parents:
        return ""
    return f', or name it in the configuration: baseline = "{whole.relative_to(folder).as_posix()}"'


def _record(part: Part, result: Result, path: Path, add: bool, quiet: bool) -> None:
    from cl_lint.baseline import compare, load, record

    if not path.exists():
        entries = record(result)
        save(path, entries)
        if not quiet:
            findings = "finding" if len(entries) == 1 else "findings"
            echo_note(f"{path}: {len(entries)} {findings} recorded")
            if part.config.baseline is None:
                echo_note(f"use it with `cl-lint check --baseline`{_as_key(part, path)}")
        return
    comparison = compare(result, load(path), part.config, part.root)
    if comparison.new and not add:
        lines = [f"{f.place.path}:{f.place.line}: {f.code} {f.name} is new" for f in comparison.new]
        more = [f"... and {len(lines) - _MOST_LINES} more"] if len(lines) > _MOST_LINES else []
        raise Failure(
            "\n".join([*lines[:_MOST_LINES], *more, f"{path}: mend them, or record them with --add"])
        )
    save(path, [*comparison.kept, *record(comparison.result)])
    if not quiet:
        echo_note(
            f"{path}: {len(comparison.kept)} findings kept, {len(comparison.new)} added,"
            f" {len(comparison.fixed)} removed as fixed"
        )


def save(path: Path, entries: Sequence[Fingerprint]) -> None:
    """Write a baseline. Raises `Failure`."""
    from cl_lint.baseline import render
    from cl_lint.sources.writing import write_text

    try:
        write_text(path, render(entries))
    except OSError as error:
        raise Failure(f"{path}: cannot be written: {error.strerror}") from error
