"""Reading one file: its bytes, its text, or the reason why there is none."""

from __future__ import annotations

import codecs
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from cl_lint.sources.discovery import relative_name

MOST_BYTES = 1_000_000

_COOKIE = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK = re.compile(rb"[ \t\f]*(?:#.*)?$")
# Text encodings by name only: their decoders are quadratic, or change the number of lines.
_UNFIT_CODECS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7"})
# Without these a FIFO that takes a file's place would block the open, and Windows would alter line ends.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True)
class Problem:
    """Why a file cannot be assessed, and where; line and column are one-based."""

    line: int
    column: int
    reason: str


@dataclass(frozen=True)
class SourceFile:
    """A file as it was read. Exactly one of `text` and `problem` is set.

    `name` is the path relative to the project's root, with `/`. `text` has its line ends as they are in
    the file, and no byte order mark.
    """

    path: Path
    name: str
    data: bytes
    text: str | None
    problem: Problem | None


def read(path: Path, root: Path) -> SourceFile:
    """The file at `path`; never raises, whatever is there. Opens regular files only."""
    name = relative_name(path, root)
    try:
        data = _read_bytes(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return SourceFile(path, name, b"", None, Problem(1, 1, f"cannot be read: {reason}"))
    return take(path, root, data)


def take(path: Path, root: Path, data: bytes) -> SourceFile:
    """The file at `path` as if it held `data`; never raises."""
    name = relative_name(path, root)
    if len(data) > MOST_BYTES:
        problem = Problem(1, 1, f"larger than {MOST_BYTES // 1_000_000} MB")
        return SourceFile(path, name, b"", None, problem)
    decoded = decode(data)
    if isinstance(decoded, Problem):
        return SourceFile(path, name, data, None, decoded)
    return SourceFile(path, name, data, decoded, None)


def _read_bytes(path: Path) -> bytes:
    if stat.S_ISDIR(os.stat(path).st_mode):
        raise ValueError("the folder cannot be listed")
    descriptor = os.open(path, _FLAGS)
    with open(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise ValueError("not a regular file")
        return stream.read(MOST_BYTES + 1)


def decode(data: bytes) -> str | Problem:
    """The text of a module's bytes, by its byte order mark or coding comment, else as UTF-8."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Problem(1, 1, "encoded as UTF-16, which Python does not read")
    zero = data.find(0)
    if zero >= 0:
        return _problem_at(data, zero, "contains NUL bytes; is it a binary file?")
    encoding, line = _declaration(data)
    if data.startswith(codecs.BOM_UTF8):
        data, encoding = data[len(codecs.BOM_UTF8) :], "utf-8"
    try:
        codec = codecs.lookup(encoding)
        if codec.name in _UNFIT_CODECS:
            raise LookupError(encoding)
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        return _problem_at(data, error.start, f"not valid {codec.name}: {error.reason}")
    except (LookupError, ValueError):
        return Problem(line, 1, f"unknown encoding {encoding!r}")
    if "\0" in text:
        return Problem(1, 1, "contains NUL characters")
    return text


def declared_encoding(data: bytes) -> str:
    """The encoding that a module's bytes declare, byte order marks left aside; UTF-8 where there is none."""
    return _declaration(data)[0]


def _declaration(data: bytes) -> tuple[str, int]:
    # PEP 263: the first two lines, the second only below a blank or a comment.
    for number, line in enumerate(re.split(rb"\r\n|\r|\n", data[:2000], maxsplit=2)[:2], 1):
        line = line.removeprefix(codecs.BOM_UTF8)
        if found := _COOKIE.match(line):
            return found[1].decode("ascii", "replace"), number
        if not _BLANK.match(line):
            break
    return "utf-8", 1


def _problem_at(data: bytes, offset: int, reason: str) -> Problem:
    before = data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.rpartition(b"\n")[2].decode("utf-8", "replace")
    return Problem(before.count(b"\n") + 1, len(line) + 1, reason)
