"""The files that declare a stack: found, read, and searched for the places of what they say."""

from __future__ import annotations

import json
import os
import re
import stat
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from cl_lint.findings import Place
from cl_lint.sources import relative_name
from cl_lint.sources.discovery import discover_others

MOST_BYTES = 8_000_000

_NAMES = re.compile(
    r"""(?:
        pyproject\.toml | setup\.(?:cfg|py) | Pipfile(?:\.lock)?
      | (?:poetry|uv|pdm)\.lock | pylock(?:\.[^.]+)?\.toml
      | (?:.*[-_.])?requirements(?:[-_.].*)?\.(?:txt|in) | constraints.*\.txt
      | \.python-version | runtime\.txt | \.tool-versions
      | (?:Dockerfile|Containerfile)(?:\..+)? | .+\.(?:Dockerfile|Containerfile)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_FOLDERS = ("requirements", "reqs")  # every .txt and .in of such a folder is one of requirements
# What is in such folders is no part of the application; only their requirements say what its makers use.
_BESIDE = re.compile(r"tests?|testing|testdata|fixtures|docs?|examples?|samples?|benchmarks?", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\r|\n")
# Without it a FIFO that takes a file's place would block the open.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class UnreadableError(ValueError):
    """A file cannot be used; the text says why."""


@dataclass(frozen=True)
class Source:
    """A file that declares something. `name` is relative to the root, with `/`."""

    path: Path
    name: str
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    def place(self, start: int, end: int) -> Place:
        line, last = bisect_right(self._starts, start), bisect_right(self._starts, max(end - 1, start))
        return Place(
            self.name, line, start - self._starts[line - 1] + 1, last, end - self._starts[last - 1] + 1
        )

    def line_place(self, number: int) -> Place:
        """The text of a one-based line."""
        start = self._starts[number - 1]
        line = _LINE_END.split(self.text[start : start + 2000], maxsplit=1)[0]
        lead = len(line) - len(line.lstrip())
        return Place(self.name, number, lead + 1, number, max(len(line.rstrip()), lead + 1) + 1)

    def literal(self, text: str) -> Place:
        """Where `text` stands in quotes, else where it stands at all, else the first line."""
        for spelled in (f'"{text}"', f"'{text}'", text):
            at = self.text.find(spelled)
            if at >= 0 and spelled:
                return self.place(at, at + len(spelled))
        return self.line_place(1)

    def key(self, name: str, start: int = 0) -> Place:
        """The line that sets the key `name`, from the offset `start` on; else the first line."""
        spelled = rf"([\"']?){re.escape(name)}\1"
        pattern = re.compile(rf"^[ \t]*{spelled}[ \t]*[=.:]", re.MULTILINE | re.IGNORECASE)
        found = pattern.search(self.text, start) or pattern.search(self.text)
        return self.line_place(bisect_right(self._starts, found.start()) if found else 1)

    def toml(self) -> dict[str, Any]:
        """The content as TOML; raises `UnreadableError`."""
        import tomli

        try:
            values: dict[str, Any] = tomli.loads(self.text)
        except (tomli.TOMLDecodeError, RecursionError) as error:
            raise UnreadableError(f"not valid TOML: {error}") from error
        return values

    def json(self) -> dict[str, Any]:
        """The content as a JSON object; raises `UnreadableError`."""
        try:
            values = json.loads(self.text)
        except (ValueError, RecursionError) as error:
            raise UnreadableError(f"not valid JSON: {error}") from error
        if not isinstance(values, dict):
            raise UnreadableError("not a JSON object")
        return values


def find_files(root: Path, exclude: Sequence[str] = ()) -> list[Path]:
    """The files below `root` that declare something, in order. `exclude` holds gitignore patterns."""
    found = discover_others([root], root, exclude, _may_declare)
    return [path for path in found if is_declaring(path) and _belongs(relative_name(path, root))]


def _may_declare(name: str) -> bool:
    return _NAMES.fullmatch(name) is not None or name.endswith((".txt", ".in"))


def _belongs(name: str) -> bool:
    folders = name.split("/")[:-1]
    beside = [folder for folder in folders if _BESIDE.fullmatch(folder)]
    return not beside or (len(folders) == 1 and name.endswith((".txt", ".in")))


def folder_group(name: str) -> str:
    """The group that a file's folder tells: "docs" for what only the documentation needs; else empty."""
    folder = name.partition("/")[0]
    return folder.lower() if "/" in name and _BESIDE.fullmatch(folder) else ""


def is_declaring(path: Path) -> bool:
    """Whether a file of this name declares dependencies or a Python version."""
    if _NAMES.fullmatch(path.name):
        return True
    return path.parent.name in _FOLDERS and path.suffix in (".txt", ".in")


def read_source(path: Path, root: Path) -> Source:
    """The file at `path`; raises `UnreadableError`."""
    try:
        descriptor = os.open(path, _FLAGS)
        with open(descriptor, "rb") as stream:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise UnreadableError("not a regular file")
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror}") from error
    if len(data) > MOST_BYTES:
        raise UnreadableError(f"larger than {MOST_BYTES // 1_000_000} MB")
    if b"\0" in data:
        raise UnreadableError("contains NUL bytes; is it a binary file?")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError("not valid UTF-8") from error
    return Source(path, relative_name(path, root), text)
