"""What a run found out, as the reports take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cl_lint.findings import Finding, Verdicts


@dataclass(frozen=True)
class Checked:
    """One application of a run: its root, the file that configures it, and what it was taken for.
    `open_requests` have an address that is not known, and were left out."""

    root: Path
    file: Path | None
    kind: str
    kind_reason: str
    level: str
    api_calls: int
    files: int
    open_requests: int = 0


@dataclass(frozen=True)
class Result:
    """Everything a report may show. File names are relative to the project's root, with `/`."""

    verdicts: Verdicts
    files: tuple[str, ...]  # those that were checked
    not_assessed: tuple[str, ...]
    api_calls: int
    kind: str
    level: str
    seconds: float
    sources: Mapping[str, str] = field(default_factory=dict)  # texts of the files that findings point into
    notes: tuple[str, ...] = ()  # what the run has to say besides: waivers that ended, entries that are fixed
    applications: tuple[Checked, ...] = ()  # those that the run was about
    fixed: tuple[Finding, ...] = ()  # those that a fix has removed, as they were

    @property
    def findings(self) -> list[Finding]:
        """The findings in order of place, suppressed ones included."""
        return self.verdicts.findings

    @property
    def open_findings(self) -> list[Finding]:
        """The findings that neither a suppression nor the baseline covers."""
        return [finding for finding in self.findings if finding.is_open]

    @property
    def suppressed_findings(self) -> list[Finding]:
        """The findings that a comment or a waiver covers."""
        return [finding for finding in self.findings if finding.suppressed]

    @property
    def known_findings(self) -> list[Finding]:
        """The findings that the baseline holds."""
        return [finding for finding in self.findings if finding.known and not finding.suppressed]
