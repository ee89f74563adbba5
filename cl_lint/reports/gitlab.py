"""A Code Quality report of GitLab.

GitLab drops a finding whose fingerprint it has seen in the same report: each is made unique.
https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from cl_lint.findings import Finding, Severity
from cl_lint.fingerprints import Fingerprint, Fingerprints, numbered
from cl_lint.reports.concise import shown_message, standing
from cl_lint.reports.view import View

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.ADVICE: "info"}


def render(view: View) -> str:
    """A JSON list in ASCII."""
    prints = Fingerprints(view.result.sources)
    marks = numbered(map(prints.of, view.findings))
    issues = [
        _issue(finding, mark, count, view)
        for finding, (mark, count) in zip(view.findings, marks, strict=True)
    ]
    return json.dumps(issues, indent=2).replace("\x7f", "\\u007f") + "\n"


def _issue(finding: Finding, mark: Fingerprint, count: int, view: View) -> dict[str, Any]:
    return {
        "description": f"{finding.code} {shown_message(finding.message)}{standing(finding)}",
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": _unique(mark, count),
        "severity": _SEVERITIES[finding.severity] if finding.is_open else "info",
        "location": {
            "path": view.repository_path(finding.place.path),
            "lines": {"begin": finding.place.line, "end": finding.place.end_line},
        },
    }


def _unique(mark: Fingerprint, count: int) -> str:
    parts = "\0".join([mark.path, mark.symbol, mark.digest, str(count)])
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:40]
