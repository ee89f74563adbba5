"""Changing an attestation file: what people have written and noted in it stays as it is."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import tomlkit
import tomlkit.exceptions
from tomlkit.items import Table

from cl_lint.assessment.attestations import TABLE, Attestation, AttestationError, read_attestations, read_text
from cl_lint.catalog import load_catalog

PREFACE = """\
# What cl-lint cannot see in the source, stated by people. Commit this file with the application.
# `cl-lint attest` asks and writes; edit it as you like. Dates are UTC; `expires` is optional, the last day.
"""


def add(text: str, made: Attestation, where: str) -> str:
    """`text`, the text of an attestation file or nothing, with this attestation instead of an older one of
    the same practice. Raises `AttestationError` where the text cannot be used; `where` names the file."""
    expected = {**_by_practice(text, where), made.practice: made}
    document = tomlkit.parse(text or PREFACE)
    try:
        if TABLE not in document:
            document.add(TABLE, tomlkit.table(is_super_table=True))
        _put(document[TABLE], made)
        written = tomlkit.dumps(document).rstrip() + "\n"
    except (AttributeError, ValueError, tomlkit.exceptions.TOMLKitError):
        written = ""
    return _checked(written, expected, where)


def remove(text: str, practice: str, where: str) -> str:
    """`text` without the attestation of this practice; a comment that stands behind a blank line belongs to
    what follows, and stays. Raises `AttestationError` where there is none."""
    expected = _by_practice(text, where)
    if expected.pop(practice, None) is None:
        raise AttestationError(f"{where}: there is no attestation of {practice}")
    lines = text.splitlines(keepends=True)
    heads = [number for number, line in enumerate(lines) if line.lstrip().startswith("[")]
    mine = [number for number in heads if _opens(lines[number], practice)]
    if len(mine) != 1:
        return _checked("", expected, where)
    end = next((number for number in heads if number > mine[0]), len(lines))
    last = next(n for n in range(end, mine[0], -1) if lines[n - 1].split("#")[0].strip())
    blank = next((n for n in range(last, end) if not lines[n].strip()), end)
    return _checked("".join([*lines[: mine[0]], *lines[blank + 1 :]]), expected, where)


def save(path: Path, text: str, below: Path) -> None:
    """Write the file in one step: it is either as it was or as it shall be. Raises `AttestationError` where
    it cannot be written, or where links lead out of the folder `below`."""
    try:
        if path.is_symlink() or below.resolve() not in path.resolve().parents:
            raise AttestationError(f"{path}: not written, because a link leads elsewhere")
        mode = path.stat().st_mode & 0o777 if path.exists() else None
        number, name = tempfile.mkstemp(prefix=".cl-lint-", dir=path.parent)
        try:
            with os.fdopen(number, "w", encoding="utf-8", newline="") as stream:
                stream.write(text)
            os.chmod(name, _default_mode() if mode is None else mode)
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        raise AttestationError(f"{path}: cannot be written: {error.strerror}") from error


def text_of(path: Path) -> str:
    """The text of the file, empty where there is none. Raises `AttestationError` where it cannot be read."""
    return read_text(path) if path.exists() else ""


def _by_practice(text: str, where: str) -> dict[str, Attestation]:
    return {a.practice: a for a in read_attestations(text, where)}


def _checked(written: str, expected: dict[str, Attestation], where: str) -> str:
    """The new text, if it says what it should: better no change than a wrong one."""
    try:
        right = bool(written) and _by_practice(written, where) == expected
    except AttestationError:
        right = False
    if not right:
        raise AttestationError(f'{where}: this layout cannot be changed; write tables [{TABLE}."..."]')
    return written


def _opens(line: str, practice: str) -> bool:
    """Whether the line is the head of the table of this practice."""
    try:
        return bool(tomlkit.parse(line).unwrap() == {TABLE: {practice: {}}})
    except tomlkit.exceptions.TOMLKitError:
        return False


def _put(tables: Any, made: Attestation) -> None:
    if made.practice not in tables:
        tables[made.practice] = _table(made)
        return
    table = tables[made.practice]
    table["statement"] = _text(made.statement)
    table["by"] = _text(made.by)
    table["date"] = made.stated
    if made.expires is None:
        if "expires" in table:
            table.remove("expires")
    elif "expires" in table or not isinstance(table, Table):
        table["expires"] = made.expires
    else:
        # Not at the end: the comment there belongs to the next table.
        table.value._insert_after("date", "expires", tomlkit.date(made.expires.isoformat()))


def _table(made: Attestation) -> Table:
    table = tomlkit.table()
    practice = next((p for p in load_catalog().practices if p.id == made.practice), None)
    if practice is not None:
        table.add(tomlkit.comment(f"{practice.title}."))
        if practice.question:
            table.add(tomlkit.comment(practice.question))
    table.add("statement", _text(made.statement))
    table.add("by", _text(made.by))
    table.add("date", tomlkit.date(made.stated.isoformat()))
    if made.expires is not None:
        table.add("expires", tomlkit.date(made.expires.isoformat()))
    table.add(tomlkit.nl())
    return table


def _text(value: str) -> tomlkit.items.String:
    return tomlkit.string(value, multiline="\n" in value)


def _default_mode() -> int:
    """What a new file may be read and written by, as the system has it."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
