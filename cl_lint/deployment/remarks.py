"""What the examination of a registration file says."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from cl_lint.findings import Confidence, Place, Step


class Verdict(enum.Enum):
    BREACH = "breach"
    KEPT = "kept"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Remark:
    """One thing that is wrong, right or undecided. An empty `remedy` stands for that of the rule."""

    verdict: Verdict
    place: Place
    message: str
    remedy: str = ""
    confidence: Confidence = Confidence.HIGH
    trace: tuple[Step, ...] = ()
