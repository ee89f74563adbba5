"""What has changed since a revision, as git tells: lines of files, and files it does not know yet.

git is asked with everything off that a repository could make it run, and every answer is read by NUL bytes
or line by line; a name never reaches a shell.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cl_lint.findings import Finding, Place

_SAFE = (
    "--no-pager",
    "-c",
    "core.fsmonitor=false",
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    "core.quotePath=true",
)
_HUNK = re.compile(rb"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}
_SECONDS = 120
_OF_HOOKS = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF"})


class ChangesError(ValueError):
    """git cannot say what has changed; the text says what to do."""


@dataclass(frozen=True)
class Changes:
    """Changed lines by absolute path of the file; None stands for all lines of a file."""

    lines: dict[str, tuple[range, ...] | None]

    def touches(self, place: Place, root: Path) -> bool:
        """Whether a place, in a file relative to `root`, is on a changed line."""
        path = os.path.realpath(root / place.path)
        if path not in self.lines:
            return False
        changed = self.lines[path]
        return changed is None or any(r.start <= place.end_line and place.line < r.stop for r in changed)

    def concerns(self, finding: Finding, root: Path) -> bool:
        """Whether a finding, or a step on the way to it, is on a changed line: a wrapper that is changed here
        can break what stands elsewhere."""
        return any(self.touches(place, root) for place in (finding.place, *(s.place for s in finding.trace)))


def changes_since(revision: str, folder: Path, whole_files: bool = False) -> Changes:
    """The changes in the working tree of the repository that holds `folder`, since its history left that of
    `revision`; with `whole_files`, all lines of each changed file. Raises `ChangesError`."""
    top = Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))
    base = _base(revision, top)
    diff = _git(
        top,
        *("diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames"),
        *("--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules", base, "--"),
    )
    lines: dict[str, tuple[range, ...] | None] = {}
    for name, ranges in _changed_lines(diff):
        lines[os.path.realpath(top / os.fsdecode(name))] = None if whole_files else ranges
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    for name in filter(None, new.split(b"\0")):
        lines[os.path.realpath(top / os.fsdecode(name))] = None
    return Changes(lines)


def _base(revision: str, top: Path) -> str:
    try:
        found = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except ChangesError as error:
        raise ChangesError(
            f"there is no revision {revision!r} in {top}; a shallow clone has to fetch it first"
        ) from error
    commit = found.strip().decode("ascii")
    try:
        return _git(top, "merge-base", commit, "HEAD").strip().decode("ascii")
    except ChangesError:  # no common history, or nothing committed yet
        return commit


def _git(folder: Path, *arguments: str) -> bytes:
    # A hook of git names its repository in the environment, relative to where the hook runs.
    environment = {key: value for key, value in os.environ.items() if key not in _OF_HOOKS}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", *_SAFE, *arguments],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
        )
    except FileNotFoundError as error:
        raise ChangesError("git is not installed, and only git can say what has changed") from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ChangesError(f"git did not answer: {error}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ChangesError(f"git: {said[0] if said else 'no answer'}")
    return done.stdout


def _changed_lines(diff: bytes) -> Iterable[tuple[bytes, tuple[range, ...]]]:
    """Name and changed lines of each file of a diff without context; removed files are left out."""
    name: bytes | None = None
    ranges: list[range] = []
    in_header = True
    for line in diff.split(b"\n"):
        if line.startswith(b"diff --git "):
            if name is not None:
                yield name, tuple(ranges)
            name, ranges, in_header = None, [], True
        elif in_header and line.startswith(b"+++ "):
            name = _name(line[4:])
        elif hunk := _HUNK.match(line):
            in_header = False
            start, count = int(hunk[1]), int(hunk[2]) if hunk[2] is not None else 1
            # Where lines were only removed, what is around the gap has changed its meaning.
            ranges.append(range(start, start + count) if count else range(start, start + 2))
    if name is not None:
        yield name, tuple(ranges)


def _name(text: bytes) -> bytes | None:
    text = text.rstrip(b"\t")
    if text.startswith(b'"'):
        text = _ESCAPE.sub(_unescaped, text.strip(b'"'))
    return text[2:] if text.startswith(b"b/") else None


def _unescaped(found: re.Match[bytes]) -> bytes:
    code = found[1]
    return bytes([int(code, 8)]) if len(code) == 3 else _ESCAPES.get(code, code)
