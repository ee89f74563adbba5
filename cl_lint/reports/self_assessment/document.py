"""The data of a report. Its shape is the JSON format, whose contract is `schemas/report.schema.json`: within
a version fields are added, never changed. Texts are masked and otherwise raw; each format escapes them for
where it shows them. Lines and columns are one-based, as in `findings.Place`."""

from __future__ import annotations

from dataclasses import dataclass

from cl_lint.reports.self_assessment.sections import Section

FORMAT = "cl-lint report"
VERSION = 1


@dataclass(frozen=True)
class Tool:
    """The program; `rules` is a digest of the rules, practices and models that it judged by."""

    name: str
    version: str
    rules: str


@dataclass(frozen=True)
class Revision:
    """The commit, and whether the project's files were those of the commit; None where git cannot tell, for
    the reason in `note`."""

    commit: str | None
    clean: bool | None
    note: str


@dataclass(frozen=True)
class Application:
    """What was assessed. `kind_reason` says how the kind is known."""

    name: str
    version: str
    description: str
    kind: str
    kind_reason: str
    api_calls: int


@dataclass(frozen=True)
class Setting:
    """One key of the configuration in force; the value is a text, a number, a flag, or a list of these."""

    key: str
    value: object


@dataclass(frozen=True)
class Configuration:
    """The file, relative to the project's root ("" where there is none), and the values in force."""

    file: str
    settings: tuple[Setting, ...]


@dataclass(frozen=True)
class NotAssessed:
    """A file that could not be read or parsed."""

    path: str
    reason: str


@dataclass(frozen=True)
class Files:
    """The files that were looked at."""

    assessed: tuple[str, ...]
    not_assessed: tuple[NotAssessed, ...]


@dataclass(frozen=True)
class Blocker:
    """What stands between the application and a level. `practice` is "" where it is no practice."""

    practice: str
    title: str
    status: str
    reason: str


@dataclass(frozen=True)
class Count:
    """How many practices have a status."""

    status: str
    number: int


@dataclass(frozen=True)
class Level:
    """The verdict for one level; `summary` is a sentence. `asked` marks the level that the application is to
    reach."""

    level: str
    asked: bool
    ready: bool
    summary: str
    counts: tuple[Count, ...]
    blockers: tuple[Blocker, ...]


@dataclass(frozen=True)
class LevelStatus:
    """The status of a practice at one level. `advisory`: being open, it is no obstacle."""

    level: str
    status: str
    reason: str
    advisory: bool


@dataclass(frozen=True)
class Excerpt:
    """A line of source; `mark` is the first and the end (one past the last) of the columns that are meant,
    counted from 0 in `text`, both 0 where none is."""

    line: int
    text: str
    mark: tuple[int, int]


@dataclass(frozen=True)
class Location:
    """A place in a file, with what is said about it and, for the first few, the line that shows it."""

    path: str
    line: int
    column: int
    message: str
    source: Excerpt | None


@dataclass(frozen=True)
class Statement:
    """An attestation; days as 2027-03-31, `expires` None where it holds for good."""

    practice: str
    statement: str
    by: str
    date: str
    expires: str | None


@dataclass(frozen=True)
class PracticeRow:
    """One practice. `status` and `reason` are those at the asked level; `findings` and `waived` hold the ids
    of findings at any level; `places` are where an unknown or a proof without a message is."""

    id: str
    area: str
    title: str
    summary: str
    source: str
    settled_by: str
    rules: tuple[str, ...]
    question: str
    status: str
    reason: str
    levels: tuple[LevelStatus, ...]
    findings: tuple[str, ...]
    waived: tuple[str, ...]
    evidence: tuple[Location, ...]
    unknown: tuple[Location, ...]
    attestation: Statement | None


@dataclass(frozen=True)
class FindingRow:
    """A breach. `state` is "open", "waived" (suppressed with a reason) or "unexplained" (suppressed without);
    `reason`, `by` and `until` (None: for good) are those of the suppression. `levels` are those at which it
    counts; `known`: it is in the baseline."""

    id: str
    code: str
    name: str
    severity: str
    confidence: str
    state: str
    reason: str
    by: str
    until: str | None
    known: bool
    practices: tuple[str, ...]
    levels: tuple[str, ...]
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    remedy: str
    source: tuple[Excerpt, ...]
    trace: tuple[Location, ...]


@dataclass(frozen=True)
class Remark:
    """A finding about the linter's own comments or files."""

    code: str
    name: str
    path: str
    line: int
    message: str


@dataclass(frozen=True)
class Attestations:
    """The statements in the attestation file; `unknown` are ids in it that mean no practice."""

    file: str
    current: tuple[Statement, ...]
    expired: tuple[Statement, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """A whole report."""

    format: str
    version: int
    tool: Tool
    generated: str
    application: Application
    revision: Revision
    configuration: Configuration
    level: str
    files: Files
    levels: tuple[Level, ...]
    practices: tuple[PracticeRow, ...]
    findings: tuple[FindingRow, ...]
    remarks: tuple[Remark, ...]
    attestations: Attestations
    sections: tuple[Section, ...]

    @property
    def asked(self) -> Level:
        """The verdict for the level that the application is to reach."""
        return next(level for level in self.levels if level.asked)
