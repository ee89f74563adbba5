"""`check --add-ignores`: suppression comments for all open findings, tried before they are written."""

from __future__ import annotations

import ast
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cl_lint.catalog import LINTER
from cl_lint.findings import Finding
from cl_lint.sources import read
from cl_lint.sources.writing import WriteError, encoded, replace_file
from cl_lint.suppressions.adding import can_be_suppressed, lines_for, with_comments
from cl_lint.workspace import Outcome, Settle, run

UNUSED = "CL002"


@dataclass(frozen=True)
class Added:
    """What was done: the run as it is now, how many lines got a comment in how many files, and a sentence for
    each finding or file that is still as it was."""

    outcome: Outcome
    comments: int
    files: int
    problems: tuple[str, ...]


@dataclass
class _Edit:
    path: Path
    name: str
    old: bytes
    text: str
    lines: dict[int, set[str]]

    def drop_idle(self, findings: Iterable[Finding]) -> bool:
        """Drop the comments that are reported as suppressing nothing; whether there were any."""
        idle = {f.place.line for f in findings if f.code == UNUSED and f.place.path == self.name}
        before = len(self.lines)
        self.lines = {line: codes for line, codes in self.lines.items() if line not in idle}
        return len(self.lines) < before

    def new(self, reason: str) -> bytes:
        text = with_comments(self.text, self.lines, reason)
        if ast.dump(ast.parse(text)) != ast.dump(ast.parse(self.text)):
            raise WriteError("a comment would change its meaning")
        return encoded(text, self.old, self.text)


def add_ignores(
    paths: Sequence[Path], outcome: Outcome, reason: str, settle: Settle = lambda part, result: result
) -> Added:
    """Write a comment with this reason for each open finding of the run over `paths`.

    The comments are tried by a second run over the texts in memory; those that suppress nothing are dropped.
    A file that has changed since, or cannot be written, is left as it is. `settle` is as in `run`.
    Raises what `run` raises.
    """
    problems: list[str] = []
    edits = list(_edits(outcome, problems))
    contents = _contents(edits, reason, problems)
    tried = run(paths, outcome.parts, overlay=contents, settle=settle) if contents else outcome
    dropped = [edit for edit in edits if edit.drop_idle(tried.result.open_findings)]
    written = [edit for edit in edits if edit.lines and _write(edit, reason, problems)]
    # What was tried is what is on disk now, unless something came in between.
    final = run(paths, outcome.parts, settle=settle) if dropped or problems else tried
    open_findings = [finding for finding in final.result.open_findings if finding.practice != LINTER]
    return Added(
        final,
        comments=sum(len(edit.lines) for edit in written),
        files=len(written),
        problems=(*problems, *map(_left, open_findings)),
    )


def _edits(outcome: Outcome, problems: list[str]) -> Iterator[_Edit]:
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for finding in outcome.result.open_findings:
        if can_be_suppressed(finding):
            by_file[finding.place.path].append(finding)
    for name, findings in by_file.items():
        path, text = outcome.root / name, outcome.result.sources[name]
        source = read(path, outcome.root)
        if source.text != text:
            problems.append(f"{name} was not changed: it has changed since it was checked")
        else:
            yield _Edit(path, name, source.data, text, lines_for(text, findings))


def _contents(edits: list[_Edit], reason: str, problems: list[str]) -> dict[Path, bytes]:
    """What the files are to hold, by absolute path; an edit that cannot be made loses its lines."""
    contents = {}
    for edit in edits:
        try:
            if edit.lines:
                contents[Path(os.path.abspath(edit.path))] = edit.new(reason)
        except WriteError as error:
            problems.append(f"{edit.name} was not changed: {error}")
            edit.lines.clear()
    return contents


def _write(edit: _Edit, reason: str, problems: list[str]) -> bool:
    try:
        replace_file(edit.path, edit.old, edit.new(reason))
    except (WriteError, OSError) as error:
        problems.append(f"{edit.name} was not changed: {getattr(error, 'strerror', None) or error}")
        return False
    return True


def _left(finding: Finding) -> str:
    place = finding.place
    where = f"{place.path}:{place.line}: {finding.code}"
    if can_be_suppressed(finding):
        return f"{where} is not suppressed: there is no line for the comment"
    return f"{where} cannot be suppressed by a comment: use a waiver"
