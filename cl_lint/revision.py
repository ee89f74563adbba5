"""Which commit a folder is at, asked of git without running anything that the folder's repository names."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_SECONDS = 20
# A repository may name programs for git to run: monitors, hooks, filters.
_SAFE = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "--no-pager")


@dataclass(frozen=True)
class Revision:
    """The commit (hexadecimal) and whether the files below the folder are those of it; None where git cannot
    tell, for the reason in `note`."""

    commit: str | None
    clean: bool | None
    note: str = ""


def revision_of(folder: Path, without: Sequence[Path] = ()) -> Revision:
    """The revision of a folder; changes to the files `without` (absolute paths) do not count."""
    program = shutil.which("git")
    if program is None:
        return Revision(None, None, "git is not installed")
    git = _Git(program, folder)
    inside = git.run("rev-parse", "--is-inside-work-tree")
    if inside is None or inside.strip() != "true":
        return Revision(None, None, "not in a git work tree, or not one that git trusts")
    commit = git.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    if commit is None:
        return Revision(None, None, "there is no commit yet")
    status = git.status([path for path in without if folder in path.parents])
    if status is None:
        return Revision(commit.strip(), None, "git cannot tell whether files were changed")
    return Revision(commit.strip(), not status)


@dataclass(frozen=True)
class _Git:
    program: str
    folder: Path

    def run(self, *arguments: str, options: Sequence[str] = ()) -> str | None:
        """The output; None where git fails."""
        environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
        command = [self.program, "-C", str(self.folder), *_SAFE, *options, *arguments]
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                env=environment,
                timeout=_SECONDS,
                check=False,
                stdin=subprocess.DEVNULL,
            )
        except (OSError, subprocess.TimeoutExpired):
            return None
        return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else None

    def status(self, without: Sequence[Path]) -> str | None:
        """What is changed or not under version control below the folder."""
        excluded = [f":(exclude,literal,top){self._from_top(path)}" for path in without]
        return self.run(
            "status",
            "--porcelain",
            "-z",
            "--ignore-submodules=all",
            "--",
            ".",
            *excluded,
            options=list(self._no_filters()),
        )

    def _from_top(self, path: Path) -> str:
        prefix = (self.run("rev-parse", "--show-prefix") or "").rstrip("\n")
        return prefix + path.relative_to(self.folder).as_posix()

    def _no_filters(self) -> Iterator[str]:
        """Options that switch off the content filters which the repository itself defines."""
        listed = self.run(
            "config", "--show-scope", "-z", "--get-regexp", r"^filter\..*\.(clean|process|smudge)$"
        )
        parts = (listed or "").split("\0")
        for scope, entry in zip(parts[::2], parts[1::2], strict=False):
            key = entry.split("\n", 1)[0]
            if scope not in ("system", "global"):
                yield from ("-c", f"{key}=", "-c", f"{key.rpartition('.')[0]}.required=false")
