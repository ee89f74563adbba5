"""The findings for programs. The shape is a contract: keys are added, never changed, within a version."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from cl_lint.findings import Finding, Place, Severity
from cl_lint.reports.secrets import mask_shapes
from cl_lint.reports.view import View
from cl_lint.result import Result

VERSION = 1


def render(view: View) -> str:
    """One JSON object in ASCII. Suppressed findings are in it, and marked."""
    result = view.result
    document = {
        "version": VERSION,
        "findings": [_finding(finding) for finding in result.findings],
        "summary": _summary(result),
    }
    # ASCII leaves one control character that JSON does not escape.
    return json.dumps(document, indent=2).replace("\x7f", "\\u007f") + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": mask_shapes(finding.message),
        **_range(finding.place),
        "practice": finding.practice,
        "trace": [
            {
                "path": step.place.path,
                "line": step.place.line,
                "column": step.place.column,
                "message": mask_shapes(step.message),
            }
            for step in finding.trace
        ],
        "fixable": finding.fixable,
        "suppressed": finding.suppressed,
    }


def _range(place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def _summary(result: Result) -> dict[str, Any]:
    counts = Counter(finding.severity for finding in result.open_findings)
    rules = Counter(finding.code for finding in result.open_findings)
    return {
        **{severity.value: counts[severity] for severity in Severity},
        "suppressed": len(result.findings) - len(result.open_findings),
        "rules": dict(sorted(rules.items())),
        "files_checked": len(result.files),
        "files_not_assessed": len(result.not_assessed),
        "api_calls": result.api_calls,
        "kind": result.kind,
        "level": result.level,
    }
