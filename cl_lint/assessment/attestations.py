"""Attestations: what a person states about a practice because source cannot show it.

They are kept in a TOML file that is committed with the application, one table for each practice:

    [attestations."logging.retrievable"]
    statement = "The log is kept for ninety days; the help desk sends it."
    by = "Ada Lindqvist"
    date = 2026-11-25
    expires = 2027-11-25
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from cl_lint.catalog import load_catalog
from cl_lint.config import Config
from cl_lint.policy import nearest

DEFAULT_NAME = "cl-lint-attestations.toml"
TABLE = "attestations"
KEYS = ("statement", "by", "date", "expires")

_MOST_BYTES = 1_000_000
_LONGEST = 4_000  # characters of a statement


class AttestationError(ValueError):
    """An attestation or its file cannot be used: a sentence for each problem, one a line."""


@dataclass(frozen=True)
class Attestation:
    """A statement about a practice, by whom, and on which day (UTC). It holds through the day `expires`,
    for good where that is None."""

    practice: str
    statement: str
    by: str
    stated: date
    expires: date | None = None

    def holds(self, day: date) -> bool:
        return self.expires is None or day <= self.expires


@dataclass(frozen=True)
class AttestationFile:
    """What a file says on a certain day. `name` is relative to the project's root where it is inside, ""
    where there is no file; `unknown` are the ids in it that mean no practice, each with a hint."""

    name: str = ""
    current: tuple[Attestation, ...] = ()
    expired: tuple[Attestation, ...] = ()
    unknown: tuple[str, ...] = ()

    def of(self, practice: str) -> Attestation | None:
        """The attestation of a practice that holds."""
        return next((a for a in self.current if a.practice == practice), None)

    def lapsed(self, practice: str) -> Attestation | None:
        """The attestation of a practice that held until some day."""
        return next((a for a in self.expired if a.practice == practice), None)


def attestation_path(config: Config, root: Path) -> Path:
    """Where the attestations are, or would be written: as configured, else beside the configuration."""
    if config.attestations is not None:
        return config.attestations
    return (config.file.parent if config.file is not None else root) / DEFAULT_NAME


def load_attestations(config: Config, root: Path, day: date) -> AttestationFile:
    """The attestations of a project on a day. No file is no problem, unless the configuration names one.

    Raises `AttestationError` naming the file and every problem in it.
    """
    path = attestation_path(config, root)
    if not path.is_file():
        if config.attestations is not None:
            raise AttestationError(f"{path}: no such file; `cl-lint attest` writes it")
        return AttestationFile()
    try:
        name = path.relative_to(root).as_posix()
    except ValueError:
        name = path.name
    known = {practice.id for practice in load_catalog().practices}
    found = read_attestations(read_text(path), str(path))
    mine = [a for a in found if a.practice in known]
    return AttestationFile(
        name,
        tuple(a for a in mine if a.holds(day)),
        tuple(a for a in mine if not a.holds(day)),
        tuple(f"{a.practice}{nearest(a.practice, known)}" for a in found if a.practice not in known),
    )


def read_text(path: Path) -> str:
    """The text of an attestation file; raises `AttestationError` where it cannot be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise AttestationError(f"{path}: larger than {_MOST_BYTES // 1_000_000} MB")
        return data.decode("utf-8-sig")
    except OSError as error:
        raise AttestationError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise AttestationError(f"{path}: not valid UTF-8") from error


def read_attestations(text: str, where: str) -> list[Attestation]:
    """The attestations in a TOML text, in its order; raises `AttestationError` with every problem."""
    import tomli

    try:
        values = tomli.loads(text.replace("\r\n", "\n"))
    except (tomli.TOMLDecodeError, RecursionError) as error:
        raise AttestationError(f"{where}: not valid TOML: {error}") from error
    problems = [f"unknown key {key!r}{nearest(key, [TABLE])}" for key in values if key != TABLE]
    tables = values.get(TABLE, {})
    if not isinstance(tables, dict):
        problems.append(f"{TABLE}: expected a table")
        tables = {}
    found = []
    for practice, table in tables.items():
        try:
            found.append(_read(practice, table))
        except ValueError as error:
            problems += [f"{practice}: {line}" for line in str(error).splitlines()]
    if problems:
        raise AttestationError("\n".join(f"{where}: {problem}" for problem in problems))
    return found


def _read(practice: str, table: object) -> Attestation:
    if not isinstance(table, dict):
        raise ValueError(f'expected a table [{TABLE}."{practice}"]')
    problems = [f"unknown key {key!r}{nearest(key, KEYS)}" for key in table if key not in KEYS]
    problems += [f"missing key {key!r}" for key in KEYS[:3] if key not in table]
    for key, reader in _READERS.items():
        try:
            if key in table:
                reader(table[key])
        except ValueError as error:
            problems.append(f"{key}: {error}")
    if problems:
        raise ValueError("\n".join(problems))
    return attestation(
        practice,
        statement(table["statement"]),
        signature(table["by"]),
        day(table["date"]),
        day(table["expires"]) if "expires" in table else None,
    )


def attestation(practice: str, text: str, by: str, stated: date, expires: date | None) -> Attestation:
    """An attestation; raises `ValueError` where its days contradict each other."""
    if expires is not None and expires < stated:
        raise ValueError("expires: is before the date of the statement")
    return Attestation(practice, text, by, stated, expires)


def statement(value: object) -> str:
    """The text of a statement; raises `ValueError` where it is none."""
    if not isinstance(value, str) or not any(character.isalnum() for character in value):
        raise ValueError(f"expected a sentence, not {value!r}")
    return _fit(value).strip()


def signature(value: object) -> str:
    """Who says so; raises `ValueError` where that is nobody."""
    if not isinstance(value, str) or not any(character.isalnum() for character in value):
        raise ValueError(f"expected the name of a person, not {value!r}")
    return " ".join(_fit(value).split())


def _fit(text: str) -> str:
    if len(text) > _LONGEST:
        raise ValueError(f"longer than {_LONGEST} characters")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ValueError("holds bytes that are not valid UTF-8") from error
    return text


def day(value: object) -> date:
    """A date, or a text such as 2027-03-31; raises `ValueError` otherwise."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return date(value.year, value.month, value.day)
    # Later versions of Python read more forms than this one.
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    shown = value.isoformat() if isinstance(value, datetime) else value
    raise ValueError(f"expected a date such as 2027-03-31, not {shown!r}")


_READERS: Mapping[str, Callable[[object], object]] = {
    "statement": statement,
    "by": signature,
    "date": day,
    "expires": day,
}
