"""SARIF 2.1.0, as code scanning reads it.

GitHub reads one run a file, regions whose numbers all start at one, paths relative to the repository and
without `./`, and as fingerprint only `primaryLocationLineHash`. It ignores `suppressions` and opens an
alert for every result, so suppressed findings are left out unless they are asked for.
https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

import json
import os
from typing import Any
from urllib.parse import quote

from cl_lint.catalog import load_catalog
from cl_lint.findings import Confidence, Finding, Place, Severity
from cl_lint.fingerprints import Fingerprint, Fingerprints, numbered
from cl_lint.reports.concise import shown_message
from cl_lint.reports.view import View
from cl_lint.rule_page import Rule
from cl_lint.version import VERSION

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
CATEGORY = "cl-lint/"  # the text before the last slash

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "recommendation"}
_RANKS = {Confidence.HIGH: 90.0, Confidence.MEDIUM: 60.0, Confidence.LOW: 30.0}
# A score makes an alert one of security: what is wrong with tokens, secrets and who may send events.
_SCORES = {"CL401": "5.0", "CL402": "6.0", "CL403": "8.0", "CL404": "4.0", "CL405": "3.0", "CL501": "5.0"}
_MOST_TEXT = 1024


def render(view: View) -> str:
    """One log with one run, in ASCII."""
    findings = view.findings
    rules = {
        code: rule for code, rule in load_catalog().rules.items() if any(f.code == code for f in findings)
    }
    numbers = {code: number for number, code in enumerate(rules)}
    prints = Fingerprints(view.result.sources)
    results = [
        _result(finding, numbers[finding.code], mark, count, view)
        for finding, (mark, count) in zip(findings, numbered(map(prints.of, findings)), strict=True)
    ]
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "cl-lint",
                "semanticVersion": VERSION,
                "version": VERSION,
                "rules": [_rule(rule) for rule in rules.values()],
            }
        },
        "automationDetails": {"id": CATEGORY},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(view)],
        "results": results,
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, indent=2).replace("\x7f", "\\u007f") + "\n"


def _invocation(view: View) -> dict[str, Any]:
    notes = [{"level": "note", "message": {"text": shown_message(note)}} for note in view.result.notes]
    return {"executionSuccessful": True, "toolExecutionNotifications": notes}


def _rule(rule: Rule) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "tags": ["cloudlink", rule.practice],
        "precision": "high",
        "problem.severity": _PROBLEMS[rule.severity],
    }
    if rule.code in _SCORES:
        properties["security-severity"] = _SCORES[rule.code]
        properties["tags"].append("security")
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _short(rule.title)},
        "fullDescription": {"text": _short(f"{rule.title}. {rule.remedy}")},
        "help": {"text": rule.text, "markdown": rule.text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": properties,
    }


def _short(text: str) -> str:
    return text if len(text) <= _MOST_TEXT else text[: _MOST_TEXT - 3] + "..."


def _result(finding: Finding, number: int, mark: Fingerprint, count: int, view: View) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "rank": _RANKS[finding.confidence],
        "message": {"text": _message(finding)},
        "locations": [_location(finding.place, view)],
        "partialFingerprints": {"primaryLocationLineHash": f"{mark.digest}:{count + 1}"},
    }
    if finding.trace:
        result["relatedLocations"] = [
            {"id": index, **_location(step.place, view, step.message)}
            for index, step in enumerate(finding.trace, 1)
        ]
        result["codeFlows"] = [{"threadFlows": [{"locations": _flow(finding, view)}]}]
    if finding.suppressed:
        reason = shown_message(finding.reason or "")
        result["suppressions"] = [
            {"kind": "external" if finding.by else "inSource", "status": "accepted", "justification": reason}
        ]
    elif finding.known:
        result["baselineState"] = "unchanged"
    return result


def _message(finding: Finding) -> str:
    # Brackets would be read as links to the related locations.
    message = shown_message(finding.message).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return f"{message}. {shown_message(finding.remedy)}" if finding.remedy else message


def _flow(finding: Finding, view: View) -> list[dict[str, Any]]:
    """The way to the finding: the trace leads away from it, so it is told backwards."""
    steps = [(step.place, step.message) for step in reversed(finding.trace)]
    steps.append((finding.place, finding.message))
    return [{"location": _location(place, view, message)} for place, message in steps]


def _location(place: Place, view: View, message: str | None = None) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(view.repository_path(place.path))},
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": max(place.end_column, 1),
            },
        }
    }
    if message is not None:
        location["message"] = {"text": shown_message(message)}
    return location


def _uri(path: str) -> str:
    try:
        raw = os.fsencode(path)
    except UnicodeEncodeError:
        raw = path.encode("utf-8", "backslashreplace")
    return quote(raw, safe="/")
