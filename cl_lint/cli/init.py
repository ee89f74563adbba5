"""`cl-lint init`."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cl_lint.catalog import LEVELS, CatalogError
from cl_lint.cli import Failure
from cl_lint.cli.output import echo_note, write
from cl_lint.cli.progress import Progress
from cl_lint.config import ConfigError, load_config
from cl_lint.config_files import OWN_NAME, PROJECT_NAME, find_file
from cl_lint.reports.escaping import escape
from cl_lint.snippets import CI_FILES, PRE_COMMIT_FILE, ci, pre_commit

if TYPE_CHECKING:
    from cl_lint.initialise import Proposal

_KINDS = ("server", "client", "unknown")
_NO_CI = "none"
_MARK = re.compile(r"^[^#\n]*\bcl-lint\b", re.MULTILINE)  # a job or hook, not a comment


@click.command("init")
@click.argument("folder", default=".", type=click.Path(file_okay=False, path_type=Path))
@click.option("--level", type=click.Choice(LEVELS), help="The level the application is to reach.")
@click.option("--kind", type=click.Choice(_KINDS), help="What the application is.")
@click.option(
    "--file",
    "name",
    type=click.Choice((PROJECT_NAME, OWN_NAME)),
    help="The file to write.  [default: pyproject.toml if there is one]",
)
@click.option("--pre-commit/--no-pre-commit", "hook", default=None, help="Add a hook for pre-commit.")
@click.option("--ci", "service", type=click.Choice((*CI_FILES, _NO_CI)), help="Add a job for this CI.")
@click.option("-y", "--yes", is_flag=True, help="Ask nothing: take what is proposed.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
def command(
    folder: Path,
    level: str | None,
    kind: str | None,
    name: str | None,
    hook: bool | None,
    service: str | None,
    yes: bool,
    dry_run: bool,
) -> None:
    """Look at the application in FOLDER, and write a configuration for it.

    Asks before it writes if there is somebody to ask. Files that exist are never replaced, and a
    configuration that exists is left as it is: only what else is asked for is added.
    """
    from cl_lint.initialise import InitError, propose, section, target, with_section

    asks = not yes and not dry_run and sys.stdin.isatty()
    if not folder.is_dir():
        raise Failure(f"{folder}: no such folder")
    folder = Path(os.path.abspath(folder))
    try:
        configured = _configured(folder)
        file = configured or target(folder, name)
        files = {}
        if configured is None:
            with_section(file, "")  # whether it can be written at all, before anybody waits or is asked
            with Progress(enabled=True) as progress:
                proposal = propose(folder, progress)
            _show(proposal)
            proposal = _decided(proposal, level, kind, asks)
            files[file] = with_section(file, section(proposal))
        elif level or kind or name not in (None, file.name):
            raise Failure(f"{file}: configures this folder already; edit it")
        else:
            load_config(folder)  # one that cannot be used is an error here too
            write(f"{escape(str(file))} configures this folder already; left as it is\n")
    except (ConfigError, CatalogError, InitError) as error:
        raise Failure(str(error)) from error
    if hook is None:
        hook = asks and click.confirm("Add a hook for pre-commit?", default=True)
    if service is None:
        service = (
            click.prompt("Add a job for CI?", type=click.Choice((*CI_FILES, _NO_CI)), default=_NO_CI)
            if asks
            else _NO_CI
        )
    for path, text in (files | _extras(folder, hook, service)).items():
        _put(path, text, path == file, dry_run)
    if not dry_run:
        write("\nNext: `cl-lint check`, and `cl-lint baseline` if there is more than can be mended today.\n")


def _configured(folder: Path) -> Path | None:
    """The file that configures this very folder; one above it is only named."""
    found = find_file(folder)
    if found is None:
        return None
    if found.path.parent == folder:
        return found.path
    above = Path(os.path.relpath(found.path, folder)).as_posix()
    echo_note(f'note: {found.path} counts here so far; add `extend = "{above}"` to keep its keys')
    return None


def _show(proposal: Proposal) -> None:
    write(
        f"files: {proposal.files}, calls of the API: {proposal.api_calls}, findings: {proposal.findings}\n\n"
    )
    for key, value, reason in (
        ("level", proposal.level, proposal.level_reason),
        ("kind", proposal.kind, proposal.kind_reason),
    ):
        write(f"{key}: {value} ({escape(reason)})\n")
    write("\n")


def _decided(proposal: Proposal, level: str | None, kind: str | None, asks: bool) -> Proposal:
    if level is None and asks:
        level = click.prompt("Level", type=click.Choice(LEVELS), default=proposal.level)
    if kind is None and asks:
        kind = click.prompt("Kind", type=click.Choice(_KINDS), default=proposal.kind)
    if level is not None and level != proposal.level:
        proposal = replace(proposal, level=level, level_reason="as decided")
    if kind is not None and kind != proposal.kind:
        proposal = replace(proposal, kind=kind, kind_reason="as decided")
    return proposal


def _extras(folder: Path, hook: bool, service: str) -> dict[Path, str]:
    from cl_lint.initialise import repository

    top = repository(folder)
    files = {}
    if hook:
        files[top / PRE_COMMIT_FILE] = pre_commit()
    if service != _NO_CI:
        files[top / CI_FILES[service]] = ci(service, Path(os.path.relpath(folder, top)).as_posix())
    return files


def _put(path: Path, text: str, replaces: bool, dry_run: bool) -> None:
    """Write a file, or show what to add to it where it exists."""
    from cl_lint.sources.writing import write_text

    shown = escape(str(path))
    if path.exists() and not replaces:
        if _MARK.search(path.read_text(encoding="utf-8", errors="replace")):
            write(f"{shown} names cl-lint already; left as it is\n")
            return
        write(f"{shown} exists; add to it:\n\n{_indented(text)}\n")
        return
    if dry_run:
        write(f"{shown} would be:\n\n{_indented(text)}\n")
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, text)
    except OSError as error:
        raise Failure(f"{path}: cannot be written: {error.strerror}") from error
    write(f"{shown} written\n")


def _indented(text: str) -> str:
    return "".join(f"    {escape(line)}\n" if line else "\n" for line in text.splitlines())
