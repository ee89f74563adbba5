"""What must hold of the fixes of any application, whatever its findings are."""

from __future__ import annotations

import io
import itertools
import tokenize
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import libcst as cst

from cl_lint.findings import Finding, Place
from cl_lint.fixes.model import Change, apply_changes
from cl_lint.fixes.source import Source
from cl_lint.fixing import Mended, Mending, mend, write
from cl_lint.result import Result
from cl_lint.run import check
from cl_lint.sources.lines import starts_of_lines
from cl_lint.store import SummaryStore
from cl_lint.workspace import plan

_CONSTANT = (cst.Integer, cst.Float, cst.SimpleString, cst.UnaryOperation, cst.BinaryOperation)


@dataclass(frozen=True)
class Outcome:
    """What fixing an application came to: what was mended, and each property that does not hold, in words."""

    mended: tuple[Finding, ...]
    faults: tuple[str, ...]


def fixed(root: Path, unsafe: bool) -> Outcome:
    """Make the fixes of the application at `root`, on disk, and look at what they have done."""
    (part,) = plan([root])
    store = SummaryStore()
    before = check(part.paths, part.config, part.root, store=store)
    done = mend(part, before, before.open_findings, unsafe, store=store)
    if not done.files:
        return Outcome(done.findings, ("findings are gone and no file has changed",) * bool(done.findings))
    problems = list(write(done.files))
    after = check(part.paths, part.config, part.root, store=store)
    faults = [*problems, *done.problems, *_on_disk(root, done)]
    faults += [f"does not parse: {name}" for name in set(after.not_assessed) - set(before.not_assessed)]
    faults += _new_findings(before, after, done)
    for file in done.files:
        faults += [f"{file.name}: {fault}" for fault in _of_file(root, file, before, done)]
    again = mend(part, after, after.open_findings, unsafe, store=store)
    faults += [f"a second run changes {file.name}" for file in again.files]
    return Outcome(done.findings, tuple(faults))


def _on_disk(root: Path, done: Mending) -> Iterator[str]:
    for file in done.files:
        if (root / file.name).read_bytes() != file.new:
            yield f"{file.name} does not hold what was promised"
        if not file.rounds or file.new == file.old:
            yield f"{file.name} is named and not changed"


# -- findings


def _new_findings(before: Result, after: Result, done: Mending) -> Iterator[str]:
    """The findings afterwards that were not there before, or were there and count as mended."""
    rounds = {file.name: file.rounds for file in done.files}
    gone = Counter(done.findings)
    left: list[tuple[str, str, int, int]] = []
    for finding in before.findings:
        if gone[finding] > 0:
            gone[finding] -= 1
            continue
        start = _start(before, finding.place)
        low, high = _range(start, rounds.get(finding.place.path, ()))
        left.append((finding.place.path, finding.code, low, high))
    for finding in after.findings:
        path, code, at = finding.place.path, finding.code, _start(after, finding.place)
        known = next((each for each in left if each[:2] == (path, code) and each[2] <= at <= each[3]), None)
        if known is not None:
            left.remove(known)
        else:
            yield f"{path}:{finding.place.line} has {code} that was not there: {finding.message}"


def _start(result: Result, place: Place) -> int:
    starts = starts_of_lines(result.sources.get(place.path, ""))
    return starts[min(place.line, len(starts)) - 1] + place.column - 1


def _range(at: int, rounds: Iterable[Sequence[Change]]) -> tuple[int, int]:
    """Between which offsets that may be afterwards which was at `at`: one, unless it was replaced."""
    low = high = at
    for changes in rounds:
        low, high = _moved(low, changes)[0], _moved(high, changes)[1]
    return low, high


def _moved(at: int, changes: Sequence[Change]) -> tuple[int, int]:
    low = high = at
    for change in changes:
        shift = len(change.text) - (change.end - change.start)
        if change.end <= at and (change.start, change.end) != (at, at):
            low, high = low + shift, high + shift
        elif change.start <= at:
            low, high = low + change.start - at, high + change.start - at + len(change.text)
    return low, high


# -- the text


def _of_file(root: Path, file: Mended, before: Result, done: Mending) -> Iterator[str]:
    text = file.was
    for changes in file.rounds:
        text = apply_changes(text, changes)
    if text != file.text:
        yield "the changes do not lead to the new text"
    try:
        compile(file.new, file.name, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        yield f"does not compile: {error}"
        return
    lost = Counter(_comments(file.was)) - Counter(_comments(file.text))
    yield from (f"comment lost: {each}" for each in lost if "cl-lint" not in each)
    touched = yield from _lines(file, root)
    meant = _meant(Source(file.was), [f for f in done.findings if f.place.path == file.name])
    yield from (f"line {line} has been changed for no reason" for line in sorted(touched - meant))


def _lines(file: Mended, root: Path) -> Generator[str, None, set[int]]:
    """That each line outside the ranges of the changes has the bytes that it had. Gives the other lines."""
    old = file.old.splitlines(keepends=True)
    origins: list[int | None] = list(range(len(starts_of_lines(file.was))))
    touched: set[int] = set()
    text = file.was
    for changes in file.rounds:
        origins, gone = _carried(text, changes, origins)
        touched |= gone
        text = apply_changes(text, changes)
    new = (root / file.name).read_bytes().splitlines(keepends=True)
    seen = set()
    for number, origin in enumerate(origins):
        if origin is None:
            continue
        seen.add(origin)
        if origin in touched or origin >= len(old):
            continue
        if number >= len(new) or new[number] != old[origin]:
            yield f"line {origin + 1} is not what it was"
    missing = set(range(len(old))) - seen - touched
    yield from (f"line {line + 1} is missing" for line in sorted(missing))
    return {line + 1 for line in touched}


def _carried(
    text: str, changes: Sequence[Change], origins: list[int | None]
) -> tuple[list[int | None], set[int]]:
    """Which line each line of the text after a round of changes was, and the lines that were changed."""
    starts = starts_of_lines(text)
    bounds = [*starts, len(text) + 1]
    gone: set[int] = set()
    for line, (start, end) in enumerate(itertools.pairwise(bounds)):
        if any(_reaches(change, start, end) for change in changes) and origins[line] is not None:
            gone.add(origins[line])  # type: ignore[arg-type]
    after = apply_changes(text, changes)
    new: list[int | None] = [None] * len(starts_of_lines(after))
    new_starts = {start: line for line, start in enumerate(starts_of_lines(after))}
    for line, start in enumerate(starts):
        at = start + sum(
            len(c.text) - (c.end - c.start)
            for c in changes
            if c.end <= start and (c.start, c.text) != (start, "")
        )
        if at in new_starts and not any(c.start < start < c.end for c in changes):
            new[new_starts[at]] = origins[line]
    return new, gone


def _reaches(change: Change, start: int, end: int) -> bool:
    """Whether a change alters the line from `start` to `end`. Whole lines before it do not."""
    if change.start == change.end == start and change.text.endswith(("\n", "\r")):
        return False
    if change.start == change.end:
        return start <= change.start < end
    return change.start < end and start < change.end


def _comments(text: str) -> Iterator[str]:
    for token in tokenize.generate_tokens(io.StringIO(text, newline="").readline):
        if token.type == tokenize.COMMENT:
            yield token.string.rstrip("\r\n")


def _meant(source: Source, findings: Sequence[Finding]) -> set[int]:
    """The lines that fixes of these findings may change: those of the statements that they point at or pass
    by, of imports, and of constants."""
    meant: set[int] = set()
    for node in source.nodes:
        if isinstance(node, cst.BaseSmallStatement):
            lines = _span(source, node)
            value = getattr(node, "value", None)
            is_constant = isinstance(node, (cst.Assign, cst.AnnAssign)) and isinstance(value, _CONSTANT)
            is_import = isinstance(node, (cst.Import, cst.ImportFrom))
            if is_import or is_constant or any(_meets(lines, place) for place in _places(findings)):
                meant |= lines
        elif isinstance(node, cst.BaseCompoundStatement) and hasattr(node, "body"):
            start = source.span(node)[0]
            header = set(range(source.line_of(start), source.line_of(source.span(node.body)[0]) + 1))
            if any(_meets(header, place) for place in _places(findings)):
                meant |= header
            if isinstance(node, (cst.For, cst.While)) and any(_meets(header, f.place) for f in findings):
                for kind in (cst.Expr, cst.Pass, cst.Continue):  # where the loop waits, or is to wait
                    for statement in source.within(node.body, kind):
                        meant |= _span(source, statement)
        elif isinstance(node, cst.ExceptHandler) and node.type is not None:  # where the error gets a name
            if any(_meets(_span(source, node), finding.place) for finding in findings):
                meant |= _span(source, node.type)
    for place in (finding.place for finding in findings):
        meant |= set(range(place.line, place.end_line + 1))
    return meant


def _places(findings: Iterable[Finding]) -> Iterator[Place]:
    for finding in findings:
        yield finding.place
        yield from (step.place for step in finding.trace if step.place.path == finding.place.path)


def _meets(lines: set[int], place: Place) -> bool:
    return not lines.isdisjoint(range(place.line, place.end_line + 1))


def _span(source: Source, node: cst.CSTNode) -> set[int]:
    start, end = source.span(node)
    return set(range(source.line_of(start), source.line_of(end) + 1))
