"""Fixes at work: made in memory, checked with the whole application, and kept only where that is content.

A fix is dropped if the file does not parse afterwards, if its finding is still there, or if another comes up.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from cl_lint.config import Config
from cl_lint.findings import Finding
from cl_lint.fixes import FIXERS, Fix, fixes_for
from cl_lint.fixes.model import Change, apply_changes, changes_of, overlap
from cl_lint.result import Result
from cl_lint.run import check
from cl_lint.sources import read, take
from cl_lint.sources.lines import starts_of_lines
from cl_lint.sources.writing import WriteError, encoded, replace_file
from cl_lint.store import SummaryStore
from cl_lint.workspace import Part

MOST_CHECKS = 60  # for each application: what is left then is mended by the next run

_Check = Callable[[Mapping[Path, bytes]], Result]
_Key = tuple[str, str, int]  # path, code, offset


@dataclass
class Mended:
    """One file that has fixes: what it held, what it is to hold, and the changes between, round by round."""

    path: Path
    name: str
    old: bytes
    was: str
    text: str
    rounds: tuple[tuple[Change, ...], ...] = ()

    @property
    def new(self) -> bytes:
        """Raises `WriteError` where the encoding lacks a character."""
        return encoded(self.text, self.old, self.was)


@dataclass(frozen=True)
class Mending:
    """What was done in one application: the findings that are gone, the files, and a sentence for each file
    that could not be changed."""

    findings: tuple[Finding, ...]
    files: tuple[Mended, ...]
    problems: tuple[str, ...]


@dataclass
class _Open:
    """A finding that is to be mended, and where it stands by now; `tried` fixes of it were dropped."""

    finding: Finding
    start: int
    end: int
    tried: int = 0

    @property
    def path(self) -> str:
        return self.finding.place.path

    @property
    def key(self) -> _Key:
        return self.path, self.finding.code, self.start


@dataclass(frozen=True)
class _Attempt:
    target: _Open
    fix: Fix
    changes: tuple[Change, ...]


def mend(
    part: Part,
    found: Result,
    wanted: Iterable[Finding],
    unsafe: bool = False,
    overlay: Mapping[Path, bytes] | None = None,
    store: SummaryStore | None = None,
) -> Mending:
    """Mend the `wanted` findings among those `found` in an application; nothing is written.

    With `unsafe`, fixes that a person should look at are made, too. `overlay` and `store`
    are as in `run.check`.
    """
    return _Workshop(part, found, overlay or {}, unsafe, store or SummaryStore()).mend(list(wanted))


def write(files: Iterable[Mended]) -> Iterator[str]:
    """Write the files; a sentence for each that had to stay as it is."""
    for each in files:
        try:
            replace_file(each.path, each.old, each.new)
        except (WriteError, OSError) as error:
            yield f"{each.name} was not changed: {getattr(error, 'strerror', None) or error}"


def hints(result: Result, configs: Callable[[Finding], Config], unsafe: bool) -> Result:
    """The result with its findings marked that have a fix; `configs` gives the configuration for each."""
    findings = [_marked(finding, result, configs, unsafe) for finding in result.findings]
    return replace(result, verdicts=replace(result.verdicts, findings=findings))


def _marked(finding: Finding, result: Result, configs: Callable[[Finding], Config], unsafe: bool) -> Finding:
    text = result.sources.get(finding.place.path)
    if finding.code not in FIXERS or not finding.is_open or text is None:
        return finding
    fixes = fixes_for(finding, text, configs(finding).policy)
    is_made = bool(fixes) and (unsafe or any(fix.is_safe for fix in fixes))
    return replace(finding, fixable=is_made, hidden_fix=bool(fixes) and not is_made)


@dataclass
class _Workshop:
    """The files of one application, as they are by now."""

    part: Part
    found: Result
    overlay: Mapping[Path, bytes]
    unsafe: bool
    store: SummaryStore
    files: dict[str, Mended] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    checks: int = 0

    def mend(self, wanted: list[Finding]) -> Mending:
        targets = [each for each in map(self._open, wanted) if each is not None]
        batch = list(self._batch(targets))
        if batch:
            self._widen()
        while batch and self.checks < MOST_CHECKS:
            self._make(batch, targets)
            batch = list(self._batch(targets))
        left = {key for key, _ in self._places(self.found)}
        gone = tuple(each.finding for each in targets if each.key not in left)
        changed = tuple(each for each in self.files.values() if each.text != each.was)
        return Mending(gone, changed, tuple(self.problems))

    def _widen(self) -> None:
        """The other rules count, too: no fix may break one that was not asked for."""
        config = self.part.config
        if config.select or config.ignore:
            self.part = replace(self.part, config=replace(config, select=frozenset(), ignore=frozenset()))
            self.found = self._check({})

    # -- what is tried

    def _open(self, finding: Finding) -> _Open | None:
        name = finding.place.path
        text = self.found.sources.get(name)
        if finding.code not in FIXERS or text is None:
            return None
        if name not in self.files and not self._take(name, text):
            return None
        starts, place = starts_of_lines(text), finding.place
        start = starts[place.line - 1] + place.column - 1
        return _Open(finding, start, starts[place.end_line - 1] + place.end_column - 1)

    def _take(self, name: str, text: str) -> bool:
        path = self.part.root / name
        typed = self.overlay.get(Path(os.path.abspath(path)))
        source = read(path, self.part.root) if typed is None else take(path, self.part.root, typed)
        if source.text != text:
            self.problems.append(f"{name} was not changed: it has changed since it was checked")
            return False
        self.files[name] = Mended(path, name, source.data, text, text)
        return True

    def _batch(self, targets: list[_Open]) -> Iterator[_Attempt]:
        """A fix for each finding that can be mended at the same time."""
        config = self.part.config
        here = dict(reversed(self._places(self.found)))
        taken: dict[str, list[tuple[Change, ...]]] = {}
        for target in targets:
            finding = here.get(target.key)
            if finding is None:
                continue
            # Of several findings of a rule at one place, each has its own message.
            if finding.message != target.finding.message:
                others = [f for key, f in self._places(self.found) if key == target.key]
                finding = next((f for f in others if f.message == target.finding.message), finding)
            text = self.files[target.path].text
            fixes = fixes_for(finding, text, config.policy, self.store.models(config.models))
            allowed = [fix for fix in fixes if fix.is_safe or self.unsafe][target.tried :]
            if not allowed:
                continue
            changes = changes_of(allowed[0], text)
            if not any(overlap(changes, other) for other in taken.get(target.path, ())):
                taken.setdefault(target.path, []).append(changes)
                yield _Attempt(target, allowed[0], changes)

    # -- trying it

    def _make(self, batch: Sequence[_Attempt], targets: list[_Open]) -> None:
        """Make the fixes of a batch that turn out well; those that do not are dropped, by halves."""
        if not batch or self.checks >= MOST_CHECKS:
            return
        bad = self._try(batch, targets)
        if not bad:
            return
        if len(batch) == 1:
            batch[0].target.tried += 1
            return
        # After one half is made, the changes of the other no longer fit: the next round makes them anew.
        if len(bad) < len(batch):
            self._make([each for each in batch if each not in bad], targets)
            for each in bad:
                each.target.tried += self._is_certain(batch, bad)
        else:
            self._make(batch[: len(batch) // 2], targets)

    @staticmethod
    def _is_certain(batch: Sequence[_Attempt], bad: Sequence[_Attempt]) -> int:
        return int(len(bad) == 1 and len(batch) > 1)

    def _try(self, batch: Sequence[_Attempt], targets: list[_Open]) -> list[_Attempt]:
        """Make all fixes of a batch at once; the bad ones, and then nothing is made."""
        changes: dict[str, list[Change]] = {}
        for attempt in batch:
            changes.setdefault(attempt.target.path, []).extend(attempt.changes)
        texts = {name: apply_changes(self.files[name].text, made) for name, made in changes.items()}
        unfit = [name for name, text in texts.items() if not self._fits(name, text)]
        if unfit:
            return [each for each in batch if each.target.path in unfit]
        result = self._check(texts)
        bad = self._bad(batch, result, changes)
        if not bad:
            for name, text in texts.items():
                self.files[name].text = text
                self.files[name].rounds += (tuple(sorted(set(changes[name]))),)
            for target in targets:
                if target.path in changes:
                    target.start, target.end = _moved((target.start, target.end), changes[target.path])
            self.found = result
        return bad

    def _fits(self, name: str, text: str) -> bool:
        """Whether the file's encoding has all characters."""
        try:
            return bool(replace(self.files[name], text=text).new)
        except WriteError:
            return False

    def _check(self, texts: Mapping[str, str]) -> Result:
        self.checks += 1
        contents = dict(self.overlay)
        for name, each in self.files.items():
            mended = replace(each, text=texts.get(name, each.text))
            if mended.text != mended.was:
                contents[Path(os.path.abspath(each.path))] = mended.new
        return check(self.part.paths, self.part.config, self.part.root, overlay=contents, store=self.store)

    def _bad(
        self, batch: Sequence[_Attempt], result: Result, changes: Mapping[str, list[Change]]
    ) -> list[_Attempt]:
        """The fixes of which `result` shows that they must not be made."""
        expected: Counter[_Key] = Counter()
        for (path, code, start), finding in self._places(self.found):
            if not any(_is_of(each, (path, code, start), finding) for each in batch):
                expected[path, code, _moved((start, start), changes.get(path, []))[0]] += 1
        surplus: list[tuple[_Key, Finding]] = []
        for key, finding in self._places(result):
            if expected[key] > 0:
                expected[key] -= 1
            else:
                surplus.append((key, finding))
        if not surplus:
            return []
        bad = [each for each in batch if any(_remains(each, key, f, changes) for key, f in surplus)]
        if not bad:
            paths = {key[0] for key, _ in surplus}
            bad = [each for each in batch if each.target.path in paths]
        return bad or list(batch)

    def _places(self, result: Result) -> list[tuple[_Key, Finding]]:
        found = []
        starts: dict[str, tuple[int, ...]] = {}
        for finding in result.findings:
            place = finding.place
            if place.path not in starts:
                starts[place.path] = starts_of_lines(result.sources.get(place.path, ""))
            lines = starts[place.path]
            line = min(place.line, len(lines))
            found.append(((place.path, finding.code, lines[line - 1] + place.column - 1), finding))
        return found


def _is_of(attempt: _Attempt, key: _Key, finding: Finding) -> bool:
    """Whether a finding is the one that is to be mended."""
    target = attempt.target
    return key == target.key and finding.message == target.finding.message


def _remains(attempt: _Attempt, key: _Key, finding: Finding, changes: Mapping[str, list[Change]]) -> bool:
    """Whether a finding after the fix is what it was to mend: the same rule, about the same code."""
    target = attempt.target
    if (key[0], key[1]) != target.key[:2]:
        return False
    start, end = _moved((target.start, target.end), changes[target.path])
    return start <= key[2] <= end


def _moved(span: tuple[int, int], changes: Iterable[Change]) -> tuple[int, int]:
    """Where a span is after changes; a bound inside a change goes to its end that is farther out."""
    start, end = span
    new_start, new_end = start, end
    for change in set(changes):
        shift = len(change.text) - (change.end - change.start)
        if change.end <= start:
            new_start += shift
        elif change.start < start:
            new_start += change.start - start
        if change.end <= end:
            new_end += shift
        elif change.start < end:
            new_end += change.start + len(change.text) - end
    return new_start, max(new_start, new_end)
