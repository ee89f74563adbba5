"""A table of the findings for spreadsheets."""

from __future__ import annotations

import csv
import io

from cl_lint.findings import Finding
from cl_lint.reports.concise import shown_message
from cl_lint.reports.escaping import escape
from cl_lint.reports.view import View

COLUMNS = (
    "code",
    "name",
    "severity",
    "confidence",
    "practice",
    "path",
    "line",
    "column",
    "message",
    "remedy",
    "suppressed",
    "reason",
    "until",
    "by",
)
# A cell that begins so is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(view: View) -> str:
    """A line of names, then a line for each finding."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for finding in view.findings:
        writer.writerow(_cell(value) for value in _row(finding))
    return stream.getvalue()


def _row(finding: Finding) -> list[str]:
    place = finding.place
    return [
        finding.code,
        finding.name,
        finding.severity.value,
        finding.confidence.value,
        finding.practice,
        escape(place.path),
        str(place.line),
        str(place.column),
        shown_message(finding.message),
        shown_message(finding.remedy),
        "yes" if finding.suppressed else "no",
        shown_message(finding.reason or ""),
        "" if finding.until is None else finding.until.isoformat(),
        escape(finding.by or ""),
    ]


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
