"""The assessment: a status for every practice and a verdict for every level, with what each rests on."""

from __future__ import annotations

from cl_lint.assessment.attestations import Attestation, AttestationError, AttestationFile, load_attestations
from cl_lint.assessment.judging import judge_levels
from cl_lint.assessment.statuses import Assessment, LevelVerdict, PracticeStatus, Ruling, Status

__all__ = [
    "Assessment",
    "Attestation",
    "AttestationError",
    "AttestationFile",
    "LevelVerdict",
    "PracticeStatus",
    "Ruling",
    "Status",
    "judge_levels",
    "load_attestations",
]
