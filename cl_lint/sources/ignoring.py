"""What `.gitignore` files and the configuration's `exclude` leave out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NAME = ".gitignore"

_MOST_BYTES = 1_000_000
# Every further `*` of a segment multiplies the work of a match by the length of the name.
_MOST_STARS = 5
_STAR = re.compile(r"(?<!\*)\*(?!\*)")


@dataclass(frozen=True)
class Ignored:
    """Patterns that count below one folder."""

    folder: str
    spec: GitIgnoreSpec | None

    @classmethod
    def of(cls, folder: Path, patterns: Sequence[str]) -> Ignored:
        """The patterns, as if they stood in a `.gitignore` of `folder`; unusable ones are passed over."""
        return cls(str(folder), _compile(patterns) if patterns else None)

    def verdict(self, path: str, folder: bool) -> bool | None:
        """True where `path` is left out, False where a `!` pattern takes it in again, else None."""
        if self.spec is None:
            return None
        relative = os.path.relpath(path, self.folder) if not path.startswith(self._prefix) else None
        name = path[len(self._prefix) :] if relative is None else relative
        if name.startswith(".."):
            return None
        return self.spec.check_file(name + "/" if folder else name).include

    @property
    def _prefix(self) -> str:
        return self.folder.rstrip(os.sep) + os.sep


def read_ignored(folder: Path) -> list[Ignored]:
    """The `.gitignore` of a folder as a list of none or one."""
    path = folder / NAME
    try:
        if not path.is_file():
            return []
        with path.open("rb") as stream:
            data = stream.read(_MOST_BYTES)
    except OSError:
        return []
    rules = Ignored.of(folder, data.decode("utf-8", "surrogateescape").splitlines())
    return [rules] if rules.spec is not None else []


def ignored_above(folder: Path, root: Path) -> list[Ignored]:
    """The `.gitignore` files above `folder` that count for it, from the top down.

    They are those of its git repository, or up to `root`. One that leaves out `folder` itself is passed
    over: who names a folder wants it checked.
    """
    found: list[Ignored] = []
    for parent in _parents(folder, root):
        found[:0] = [rules for rules in read_ignored(parent) if not _covers(rules, folder)]
    return found


def _covers(rules: Ignored, folder: Path) -> bool:
    inner = [folder, *folder.parents]
    return any(rules.verdict(str(each), True) for each in inner if Path(rules.folder) in each.parents)


def _parents(folder: Path, root: Path) -> Sequence[Path]:
    if (folder / ".git").exists():
        return ()
    parents = list(folder.parents)
    for count, parent in enumerate(parents, 1):
        if (parent / ".git").exists():
            return parents[:count]
    return parents[: parents.index(root) + 1] if root in parents else ()


def _compile(lines: Iterable[str]) -> GitIgnoreSpec | None:
    from pathspec import GitIgnoreSpec

    usable = [line for line in lines if _usable(line)]
    try:
        return GitIgnoreSpec.from_lines(usable) if usable else None
    except ValueError:
        good = [line for line in usable if is_pattern(line)]
        return GitIgnoreSpec.from_lines(good) if good else None


def _usable(line: str) -> bool:
    if not line.strip() or line.startswith("#"):
        return False
    return all(len(_STAR.findall(segment)) <= _MOST_STARS for segment in line.split("/"))


def is_pattern(line: str) -> bool:
    """Whether `line` can stand in a `.gitignore` file."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def leaves_out(patterns: Sequence[str], root: Path, path: Path) -> bool:
    """Whether the patterns, relative to `root`, leave out a file, or a folder below `root` that holds it."""
    rules = Ignored.of(root, patterns)
    folders = [parent for parent in reversed(path.parents) if root in parent.parents]
    return any(rules.verdict(str(folder), True) for folder in folders) or bool(
        rules.verdict(str(path), False)
    )
