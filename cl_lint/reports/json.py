"""The findings for programs. The shape is a contract: keys are added, never changed, within a version."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

from cl_lint.findings import Finding, Place, Severity
from cl_lint.fingerprints import Fingerprints
from cl_lint.reports.secrets import mask_shapes
from cl_lint.reports.view import View
from cl_lint.result import Checked, Result

VERSION = 1


def render(view: View) -> str:
    """One JSON object in ASCII. Suppressed findings are in it, and marked."""
    result = view.result
    prints = Fingerprints(result.sources)
    document = {
        "version": VERSION,
        "findings": [
            {**_finding(finding), "fingerprint": prints.of(finding).digest} for finding in result.findings
        ],
        "applications": [_application(each, view) for each in result.applications],
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
        "reason": None if finding.reason is None else mask_shapes(finding.reason),
        "until": None if finding.until is None else finding.until.isoformat(),
        "by": finding.by,
        "known": finding.known,
    }


def _application(each: Checked, view: View) -> dict[str, Any]:
    root = view.root or each.root
    return {
        "path": _relative(each.root, root),
        "configuration": None if each.file is None else _relative(each.file, root),
        "kind": each.kind,
        "kind_reason": each.kind_reason,
        "level": each.level,
        "api_calls": each.api_calls,
        "open_requests": each.open_requests,
        "files": each.files,
    }


def _relative(path: Path, root: Path) -> str:
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


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
        "suppressed": len(result.suppressed_findings),
        "known": len(result.known_findings),
        "rules": dict(sorted(rules.items())),
        "files_checked": len(result.files),
        "files_not_assessed": len(result.not_assessed),
        "api_calls": result.api_calls,
        "kind": result.kind,
        "level": result.level,
    }
