"""What crosses every border after the checks: places, findings, evidence, unknowns."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import date


class Severity(str, enum.Enum):
    """How bad a breach is."""

    ERROR = "error"  # forbidden or mandatory in the source: fails a run
    WARNING = "warning"  # asked for: fails a run by default
    ADVICE = "advice"  # a good habit the source implies: fails a run only when asked to

    @property
    def rank(self) -> int:
        return ("advice", "warning", "error").index(self.value)


class Confidence(str, enum.Enum):
    """How sure the analysis is that the code is about CloudLink at all."""

    HIGH = "high"  # the host is resolved
    MEDIUM = "medium"  # a name or key in the URL's chain says so
    LOW = "low"  # a guess: shown only on request

    @property
    def rank(self) -> int:
        return ("low", "medium", "high").index(self.value)


@dataclass(frozen=True, order=True)
class Place:
    """A range in a file; lines and columns are one-based, columns count characters, the end is
    just past the last character. `path` is relative to the project root, with `/`."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Step:
    """One place on the way to a finding, and what happens there."""

    place: Place
    message: str


@dataclass(frozen=True)
class Finding:
    """A breach of a practice: `message` holds the facts, `remedy` what to do."""

    code: str
    name: str
    practice: str
    severity: Severity
    confidence: Confidence
    place: Place
    message: str
    remedy: str = ""
    trace: tuple[Step, ...] = ()
    fixable: bool = False  # by --fix, or by --unsafe-fixes where that is asked for
    hidden_fix: bool = False  # only --unsafe-fixes would mend it, and that is not asked for
    suppressed: bool = False
    reason: str | None = None  # why it may stay, where it is suppressed
    until: date | None = None  # the last day of that
    by: str | None = None  # who answers for it, where a waiver covers it and no comment
    known: bool = False  # recorded in the baseline: it fails no run

    @property
    def is_open(self) -> bool:
        """Whether it is to be dealt with: neither suppressed nor in the baseline."""
        return not self.suppressed and not self.known


@dataclass(frozen=True)
class Evidence:
    """A place where a practice is kept."""

    code: str
    practice: str
    confidence: Confidence
    place: Place
    message: str
    trace: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Unknown:
    """A place where the analysis could not decide; neither a finding nor evidence."""

    code: str
    practice: str
    place: Place
    message: str
    trace: tuple[Step, ...] = ()


@dataclass
class Verdicts:
    """All that a check had to say."""

    findings: list[Finding] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)

    def extend(self, other: Verdicts) -> None:
        self.findings += other.findings
        self.evidence += other.evidence
        self.unknown += other.unknown
