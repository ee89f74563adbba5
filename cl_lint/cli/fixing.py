"""`check --fix`, `--unsafe-fixes` and `--diff`."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from cl_lint.cli.output import echo_note
from cl_lint.fixing import Mended, Mending, mend, write
from cl_lint.result import Result
from cl_lint.sources.lines import starts_of_lines
from cl_lint.store import SummaryStore
from cl_lint.workspace import Outcome, Part, Settle, limited, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cl_lint.findings import Finding


class Repairs:
    """Watches a run, mends what it shows, and runs again where anything has changed.

    `overlay` is what stands on standard input, as in `run`.
    """

    def __init__(self, settle: Settle, unsafe: bool, overlay: Mapping[Path, bytes]) -> None:
        self._settle = settle
        self._unsafe = unsafe
        self._overlay = dict(overlay)
        self.store = SummaryStore()
        self._found: list[tuple[Part, Result, list[Finding]]] = []

    def watch(self, part: Part, found: Result) -> Result:
        """To be given to the first run as `settle`."""
        settled = self._settle(part, found)
        shown = limited(settled, part).open_findings
        self._found.append((part, found, shown))
        return settled

    def mend(self) -> list[Mending]:
        """Mend the findings that the run has shown, in memory."""
        return [
            mend(part, found, shown, self._unsafe, self._overlay, self.store)
            for part, found, shown in self._found
        ]

    def again(
        self, paths: Sequence[Path], outcome: Outcome, mendings: list[Mending], settle: Settle
    ) -> Outcome:
        """Write the files, those on standard input apart, and run once more."""
        files = [each for mending in mendings for each in mending.files]
        problems = [line for mending in mendings for line in mending.problems]
        on_disk = []
        for each in files:
            absolute = Path(os.path.abspath(each.path))
            if absolute in self._overlay:
                self._overlay[absolute] = each.new
            else:
                on_disk.append(each)
        problems += write(on_disk)
        for line in problems:
            echo_note(f"note: {line}")
        final = run(paths, outcome.parts, overlay=self._overlay, settle=settle, store=self.store)
        fixed = tuple(finding for mending in mendings for finding in mending.findings)
        failed = {line.partition(" was not changed")[0] for line in problems}
        kept = tuple(finding for finding in fixed if finding.place.path not in failed)
        return replace(final, result=replace(final.result, fixed=kept))

    def typed(self) -> bytes:
        """What standard input holds after the fixes."""
        return next(iter(self._overlay.values()), b"")


def diff(mendings: list[Mending], base: Path) -> str:
    """The changes as a unified diff, with file names from the folder `base`."""
    return "".join(_diff(each, base) for mending in mendings for each in mending.files)


def _diff(file: Mended, base: Path) -> str:
    try:
        name = Path(os.path.relpath(file.path, base)).as_posix()
    except ValueError:  # another drive
        name = file.path.as_posix()
    lines = difflib.unified_diff(_lines(file.was), _lines(file.text), name, name)
    return "".join(_shown(line) for line in lines)


def _lines(text: str) -> list[str]:
    starts = (*starts_of_lines(text), len(text))
    found = [text[start:end] for start, end in pairwise(starts)]
    return [line for line in found if line]


def _shown(line: str) -> str:
    if line.endswith(("\n", "\r")):
        return line
    return f"{line}\n\\ No newline at end of file\n"
