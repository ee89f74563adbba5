"""Waivers at work: findings they cover are marked, and those that have ended or cover nothing are named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from cl_lint.catalog import load_catalog
from cl_lint.clock import today
from cl_lint.config import Config
from cl_lint.config_keys import PerFile
from cl_lint.findings import Finding, Severity, Verdicts
from cl_lint.sources.ignoring import Ignored
from cl_lint.waivers import Waiver

LONGEST = timedelta(days=366)  # that an error is waived for without being looked at again


def waive(
    verdicts: Verdicts, config: Config, root: Path, files: Iterable[str], kind: str
) -> tuple[Verdicts, tuple[str, ...]]:
    """The verdicts with waived findings marked as suppressed, and a sentence for each waiver that has ended,
    that runs for longer than a year though it covers an error, or that covers nothing in the `files` of the
    run, of which it matches one."""
    if not config.waivers:
        return verdicts, ()
    duties = [_Duty(waiver, root) for waiver in config.waivers]
    day = today()
    current = [duty for duty in duties if not duty.waiver.has_ended(day)]
    findings = [_waived(finding, current) for finding in verdicts.findings]
    notes = [
        *_ended(duties, current, verdicts.findings),
        *_long(current, day),
        *_idle(current, verdicts.findings, config, files, kind),
    ]
    return replace(verdicts, findings=findings), tuple(notes)


class PerFileIgnores:
    """What `per-file-ignores` leaves out: findings of some rules in files that a pattern matches."""

    def __init__(self, patterns: PerFile, root: Path) -> None:
        self._root = root
        self._patterns = [(Ignored.of(root, [pattern]), codes) for pattern, codes in patterns]

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is left out."""
        path = os.path.join(self._root, finding.place.path)
        return any(finding.code in codes and rules.verdict(path, False) for rules, codes in self._patterns)


class _Duty:
    """A waiver and the files it is about."""

    def __init__(self, waiver: Waiver, root: Path) -> None:
        self.waiver = waiver
        self._root = root

    @cached_property
    def _pattern(self) -> Ignored:
        return Ignored.of(self._root, [self.waiver.path])

    def matches(self, name: str) -> bool:
        return bool(self._pattern.verdict(os.path.join(self._root, name), False))

    def covers(self, finding: Finding) -> bool:
        return finding.code in self.waiver.codes and self.matches(finding.place.path)


def _waived(finding: Finding, duties: list[_Duty]) -> Finding:
    if finding.suppressed:
        return finding
    for duty in duties:
        if duty.covers(finding):
            waiver = duty.waiver
            return replace(finding, suppressed=True, reason=waiver.reason, until=waiver.expires, by=waiver.by)
    return finding


def _ended(duties: list[_Duty], current: list[_Duty], findings: list[Finding]) -> Iterator[str]:
    for duty in duties:
        if duty not in current:
            waiver = duty.waiver
            back = sum(duty.covers(finding) and not finding.suppressed for finding in findings)
            what = f"{back} {'finding is' if back == 1 else 'findings are'} back" if back else "remove it"
            yield (
                f"the waiver of {waiver.rule} for {waiver.path} by {waiver.by} ended on {waiver.expires}:"
                f" {what} ({waiver.reason})"
            )


def _long(duties: list[_Duty], day: date) -> Iterator[str]:
    rules = load_catalog().rules
    for duty in duties:
        waiver = duty.waiver
        grave = any(rules[code].severity is Severity.ERROR for code in waiver.codes)
        if grave and waiver.expires - day > LONGEST:
            yield (
                f"the waiver of {waiver.rule} for {waiver.path} by {waiver.by} runs until {waiver.expires}:"
                " an error is best looked at again within a year"
            )


def _idle(
    duties: list[_Duty], findings: list[Finding], config: Config, files: Iterable[str], kind: str
) -> Iterator[str]:
    rules, names = load_catalog().rules, tuple(files)
    for duty in duties:
        run = all(
            config.selects(code) and config.level in rules[code].levels and kind in rules[code].kinds
            for code in duty.waiver.codes
        )
        if run and any(map(duty.matches, names)) and not any(map(duty.covers, findings)):
            yield f"the waiver of {duty.waiver.rule} for {duty.waiver.path} covers no finding: remove it"
