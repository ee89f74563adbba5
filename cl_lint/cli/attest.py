"""`cl-lint attest`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cl_lint.assessment.attestations import (
    Attestation,
    AttestationError,
    attestation,
    attestation_path,
    day,
    load_attestations,
    read_attestations,
    signature,
    statement,
)
from cl_lint.assessment.statuses import PracticeStatus, Status
from cl_lint.catalog import LEVELS, CatalogError, Practice, load_catalog
from cl_lint.cli import Failure
from cl_lint.cli.application import one_application
from cl_lint.cli.output import encodable_line
from cl_lint.clock import today
from cl_lint.config import Config, ConfigError
from cl_lint.policy import nearest
from cl_lint.sources import MissingPathError

if TYPE_CHECKING:
    from cl_lint.workspace import Part

_NEVER = "never"


@dataclass(frozen=True)
class _Options:
    """What was typed."""

    paths: tuple[Path, ...]
    practice: str | None
    statement: str | None
    by: str | None
    expires: str | None
    remove: str | None
    list: bool
    level: str | None
    config: Path | None


@click.command("attest")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--practice", metavar="ID", help="State this practice only, such as logging.retrievable.")
@click.option("--statement", metavar="TEXT", help="The statement; with --practice and --by nothing is asked.")
@click.option("--by", metavar="NAME", help="Who states it.")
@click.option("--expires", metavar="DATE", help="The last day it holds, such as 2027-03-31, or never.")
@click.option("--remove", metavar="ID", help="Take the statement of this practice back.")
@click.option("--list", "list", is_flag=True, help="List what is stated, and what is still to be stated.")
@click.option("--level", type=click.Choice(LEVELS), help="The level the application is to reach.")
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this configuration file."
)
def command(**options: object) -> None:
    """State what source cannot show: where logs are kept, who retrieves them, which client id was issued ...

    Asks for every statement that the application among and below the PATHs (the working folder by default)
    still needs, and writes the answers to cl-lint-attestations.toml beside the configuration, to be
    committed.
    """
    chosen = _Options(**options)  # type: ignore[arg-type]
    try:
        part, file = _place(chosen)
        config, root = part.config, part.root
        if chosen.remove is not None:
            _take_back(file, _practice(chosen.remove).id)
        elif chosen.practice is not None:
            _state_one(chosen, file)
        elif chosen.statement is not None:
            raise Failure("--statement: say with --practice which practice is meant")
        else:
            statuses = _open(part)
            if chosen.list:
                _list(config, root, statuses)
            else:
                _ask_all(chosen, file, statuses)
    except (AttestationError, ConfigError, MissingPathError, CatalogError) as error:
        raise Failure(str(error)) from error


@dataclass(frozen=True)
class _File:
    """The attestation file, and the folder out of which no link may lead."""

    path: Path
    below: Path

    def text(self) -> str:
        from cl_lint.assessment.attestation_writing import text_of

        return text_of(self.path)

    def add(self, made: Attestation) -> None:
        from cl_lint.assessment.attestation_writing import add, save

        save(self.path, add(self.text(), made, str(self.path)), self.below)


def _place(options: _Options) -> tuple[Part, _File]:
    paths = options.paths or (Path(),)
    part = one_application(paths, options.config, lambda config: config.override(level=options.level))
    config, root = part.config, part.root
    path = attestation_path(config, root)
    return part, _File(path, config.file.parent if config.file is not None else root)


def _practice(name: str) -> Practice:
    practices = {practice.id: practice for practice in load_catalog().practices}
    if name not in practices:
        raise Failure(f"no practice {name!r}{nearest(name, practices)}")
    return practices[name]


def _open(part: Part) -> list[PracticeStatus]:
    """The practices for which a statement is missing, in the order of the catalogue. A missing file that the
    configuration names is no error here: this command writes it."""
    from dataclasses import replace

    from cl_lint.assess import assess
    from cl_lint.cli.progress import Progress

    config, file = part.config, part.config.attestations
    if file is not None and not file.exists():
        config = replace(config, attestations=None)
    with Progress(enabled=True) as progress:
        found = assess(part.paths, config, part.root, progress)
    return [item for item in found.asked.practices if _asks(item)]


def _asks(item: PracticeStatus) -> bool:
    if item.status is Status.NOT_MET:
        return bool(item.findings) and {f.code for f in item.findings} <= set(item.practice.answered)
    return item.status in (Status.NEEDS_ATTESTATION, Status.UNKNOWN)


# -- one statement, by flags


def _state_one(options: _Options, file: _File) -> None:
    practice = _practice(options.practice or "")
    if options.statement is None:
        _say(f"{practice.id}: {practice.title}")
        _say(f"  {_question(practice)}")
    text = _checked("--statement", options.statement) if options.statement is not None else _ask_text()
    by = _checked_name(options.by) if options.by is not None else _ask_name(file)
    until = _checked_day(options.expires)
    _write(file, practice, text, by, until)
    _say(f"{practice.id} is attested in {file.path}")


def _checked(option: str, value: str) -> str:
    try:
        return statement(value)
    except ValueError as error:
        raise Failure(f"{option}: {error}") from error


def _checked_name(value: str) -> str:
    try:
        return signature(value)
    except ValueError as error:
        raise Failure(f"--by: {error}") from error


def _checked_day(value: str | None) -> date | None:
    try:
        return _last_day(value or _NEVER)
    except ValueError as error:
        raise Failure(f"--expires: {error}") from error


def _last_day(value: str) -> date | None:
    """The last day; None for never. Raises `ValueError` for anything else, and for a day that is past."""
    if value.strip().lower() in ("", _NEVER):
        return None
    last = day(value.strip())
    if last < today():
        raise ValueError(f"{last} is past")
    return last


def _write(file: _File, practice: Practice, text: str, by: str, until: date | None) -> None:
    file.add(attestation(practice.id, text, by, today(), until))


def _take_back(file: _File, practice: str) -> None:
    from cl_lint.assessment.attestation_writing import remove, save

    save(file.path, remove(file.text(), practice, str(file.path)), file.below)
    _say(f"{practice} is no longer attested in {file.path}")


# -- all that is open, in the terminal


def _ask_all(options: _Options, file: _File, statuses: list[PracticeStatus]) -> None:
    if not statuses:
        _say("Nothing needs a statement.")
        return
    _say(f"{_count(len(statuses), 'practice')} to state. An empty answer leaves one open; Ctrl+C ends.")
    by = _checked_name(options.by) if options.by is not None else ""
    until = _checked_day(options.expires)
    given = 0
    for number, item in enumerate(statuses, 1):
        practice = item.practice
        _say("")
        _say(f"{number} of {len(statuses)}  {practice.id}: {practice.title}", bold=True)
        _say(f"  {item.ruling.reason}")
        if item.expired is not None:
            _say(f"  until {item.expired.expires}: {item.expired.statement}")
        _say(f"  {_question(practice)}")
        text = _ask_text(required=False)
        if not text:
            continue
        by = by or _ask_name(file)
        last = until if options.expires is not None else _ask_day()
        _write(file, practice, text, by, last)
        given += 1
    left = len(statuses) - given
    _say("")
    _say(
        f"{_count(given, 'statement')} written to {file.path}; {left} left open."
        if given
        else "Nothing written."
    )


def _question(practice: Practice) -> str:
    return practice.question or f"How is it known that this is kept? {practice.summary}"


def _ask_text(required: bool = True) -> str:
    while True:
        given = click.prompt("Statement", default="" if not required else None, show_default=False)
        if not required and not given.strip():
            return ""
        try:
            return statement(given)
        except ValueError as error:
            _say(f"  {error}")


def _ask_name(file: _File) -> str:
    """Who states it; whoever did so last in the file is offered."""
    text = file.text()
    last = max(read_attestations(text, str(file.path)), key=lambda a: a.stated, default=None)
    while True:
        given = click.prompt("Stated by", default=None if last is None else encodable_line(last.by))
        try:
            return signature(given)
        except ValueError as error:
            _say(f"  {error}")


def _ask_day() -> date | None:
    while True:
        given = click.prompt("Valid until, such as 2027-03-31", default=_NEVER)
        try:
            return _last_day(given)
        except ValueError as error:
            _say(f"  {error}")


# -- what is stated


def _list(config: Config, root: Path, statuses: list[PracticeStatus]) -> None:
    path = attestation_path(config, root)
    if path.exists():
        found = load_attestations(config, root, today())
        for made in found.current:
            until = f", until {made.expires}" if made.expires is not None else ""
            _say(f"stated   {made.practice}: {made.statement} ({made.by}, {made.stated}{until})")
        for made in found.expired:
            _say(f"expired  {made.practice}: {made.statement} ({made.by}, until {made.expires})")
        for name in found.unknown:
            _say(f"unknown  {name}")
    for item in statuses:
        _say(f"open     {item.practice.id}: {_question(item.practice)}")


def _say(text: str, bold: bool = False) -> None:
    click.secho(encodable_line(text), bold=bold)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
