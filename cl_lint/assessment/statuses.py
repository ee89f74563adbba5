"""The statuses that a practice can have, and what an assessment is made of."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from cl_lint.assessment.attestations import Attestation, AttestationFile
from cl_lint.catalog import Practice
from cl_lint.config import Config
from cl_lint.findings import Evidence, Finding, Place, Unknown


class Status(str, enum.Enum):
    """How an application stands to one practice, at one level."""

    NOT_MET = "not met"  # there are findings
    UNKNOWN = "unknown"  # the analysis could not decide
    NEEDS_ATTESTATION = "needs attestation"  # source cannot show it, or only a part
    WAIVED = "waived"  # every finding is suppressed, with a reason
    ATTESTED = "attested"  # a person has stated it
    MET = "met"  # there is evidence, and no finding
    NOT_APPLICABLE = "not applicable"

    @property
    def is_open(self) -> bool:
        """Whether somebody has to do something about it."""
        return self in (Status.NOT_MET, Status.UNKNOWN, Status.NEEDS_ATTESTATION)


@dataclass(frozen=True)
class Ruling:
    """A status and why: a sentence without a full stop, and the places that show it."""

    status: Status
    reason: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class PracticeStatus:
    """The ruling on a practice at one level, and all that it rests on.

    `findings` are the open ones, `waived` those suppressed with a reason. `advisory` says that the practice
    is a good habit: being open, it is no obstacle.
    """

    practice: Practice
    ruling: Ruling
    advisory: bool = False
    findings: tuple[Finding, ...] = ()
    waived: tuple[Finding, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    attestation: Attestation | None = None  # the one that holds
    expired: Attestation | None = None

    @property
    def status(self) -> Status:
        return self.ruling.status

    @property
    def blocks(self) -> bool:
        """Whether the level cannot be reached like this."""
        return self.status.is_open and not self.advisory


@dataclass(frozen=True)
class LevelVerdict:
    """How an application stands to one level: every practice in the catalogue's order, and the obstacles that
    are no practice's (files that could not be assessed, nothing to assess)."""

    level: str
    practices: tuple[PracticeStatus, ...]
    obstacles: tuple[str, ...]

    @property
    def ready(self) -> bool:
        return not self.obstacles and not self.blockers

    @property
    def blockers(self) -> tuple[PracticeStatus, ...]:
        return tuple(item for item in self.practices if item.blocks)

    def of(self, practice: str) -> PracticeStatus:
        """The status of the practice with this id; raises `KeyError` where there is none."""
        for item in self.practices:
            if item.practice.id == practice:
                return item
        raise KeyError(practice)


@dataclass(frozen=True)
class Assessment:
    """All that a report says about an application. File names are relative to the project's root, with `/`.

    `remarks` are findings about the linter's own comments and files; `levels` are all levels, the lowest
    first.
    """

    config: Config
    kind: str
    kind_reason: str
    levels: tuple[LevelVerdict, ...]
    remarks: tuple[Finding, ...]
    attestations: AttestationFile
    files: tuple[str, ...]
    not_assessed: Mapping[str, str]  # why, by name
    api_calls: int
    sources: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def asked(self) -> LevelVerdict:
        """The verdict for the level that the configuration asks for."""
        return next(verdict for verdict in self.levels if verdict.level == self.config.level)
