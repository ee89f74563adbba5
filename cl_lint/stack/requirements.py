"""Requirements files of pip: includes, constraints, continued lines, markers, hashes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from cl_lint.stack.facts import MAIN, Facts, Unread
from cl_lint.stack.requirement import add_requirement
from cl_lint.stack.sources import Source, UnreadableError, folder_group, is_declaring

MOST_INCLUDED = 20  # files deep

_COMMENT = re.compile(r"(?:^|\s)#(?!egg=).*$")
_INCLUDE = re.compile(r"(?:-r|--requirement|-c|--constraint)(?:\s*=\s*|\s+|(?=[^-\s]))(?P<file>\S.*)")
_EDITABLE = re.compile(r"(?:-e|--editable)(?:\s*=\s*|\s+)(?P<what>\S.*)")
_HASHES = re.compile(r"\s--(?:hash|global-option|config-settings?|config-setting)[=\s]\S+")
_GROUP = re.compile(r"(?:requirements[-_.]?)?(?P<word>[A-Za-z]\w*?)?(?:[-_.]?requirements)?", re.IGNORECASE)
_MAIN_WORDS = frozenset(
    {"", "base", "main", "common", "prod", "production", "app", "requirements", "default", "all", "lock"}
)

Opener = Callable[[Path], Source]


def group_of(name: str) -> str:
    """The group that a file's name tells: `requirements-dev.txt` is for "dev"."""
    if by_folder := folder_group(name):
        return by_folder
    found = _GROUP.fullmatch(PurePosixPath(name).stem)
    word = (found["word"] or "").lower() if found else PurePosixPath(name).stem.lower()
    return MAIN if word in _MAIN_WORDS else word


def read_requirements(source: Source, facts: Facts, open_file: Opener, group: str | None = None) -> None:
    """Note what the file and those that it includes require.

    `open_file` reads an included file and raises `UnreadableError`. A file beside its `.in` is what that was
    compiled to: its versions are pins, not declarations.
    """
    seen: set[Path] = set()
    group = group_of(source.name) if group is None else group
    _read(source, facts, open_file, group, seen, 0)


def _read(source: Source, facts: Facts, open_file: Opener, group: str, seen: set[Path], depth: int) -> None:
    path = source.path.resolve()
    if path in seen:
        return
    seen.add(path)
    is_compiled = source.path.suffix == ".txt" and source.path.with_suffix(".in").is_file()
    is_bound = source.path.name.startswith("constraints")
    for number, line in logical_lines(source.text):
        place = source.line_place(number)
        if found := _INCLUDE.fullmatch(line):
            if depth >= MOST_INCLUDED:
                facts.unread.append(Unread(place, "files that include each other too deeply"))
                continue
            path = source.path.parent / found["file"].strip("\"'")
            try:
                included = open_file(path)
            except UnreadableError as error:
                facts.unread.append(Unread(place, f"the included file {error}"))
                continue
            if is_declaring(path):
                continue  # read by itself, under its own group
            inner = Facts()
            _read(included, inner, open_file, group, seen, depth + 1)
            if line.startswith(("-c", "--constraint")):
                inner.declarations.clear()  # a constraint asks for nothing
            facts.extend(inner)
            continue
        if found := _EDITABLE.fullmatch(line):
            line = found["what"]
        if line.startswith("-"):
            continue  # an option of pip
        inner = Facts()
        add_requirement(inner, _HASHES.sub("", line), group, place)
        if is_compiled or is_bound:
            inner.declarations.clear()
        facts.extend(inner)


def logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their one-based numbers: continued ones joined, comments and blank ones left out."""
    start, parts = 0, []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        start = start or number
        continued = line.endswith("\\") and not _COMMENT.search(line)
        parts.append(line[:-1] if continued else _COMMENT.sub("", line))
        if continued:
            continue
        joined = " ".join(part.strip() for part in parts).strip()
        if joined:
            yield start, joined
        start, parts = 0, []
    joined = " ".join(part.strip() for part in parts).strip()
    if joined:
        yield start, joined
