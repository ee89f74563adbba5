"""What a run found out, as the reports take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cl_lint.findings import Finding, Verdicts


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

    @property
    def findings(self) -> list[Finding]:
        """The findings in order of place, suppressed ones included."""
        return self.verdicts.findings

    @property
    def open_findings(self) -> list[Finding]:
        """The findings that no suppression covers."""
        return [finding for finding in self.findings if not finding.suppressed]
