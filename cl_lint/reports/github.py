"""Workflow commands of GitHub Actions: an annotation for each finding.

GitHub shows ten errors and ten warnings of a step, so the errors come first.
https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from cl_lint.findings import Finding, Severity
from cl_lint.reports.concise import shown_message, standing
from cl_lint.reports.escaping import escape
from cl_lint.reports.summary import closing_line
from cl_lint.reports.view import View

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def render(view: View) -> str:
    """A command for each finding, the worst first, then the counts as a plain line."""
    findings = sorted(view.findings, key=lambda finding: -finding.severity.rank)
    lines = [_command(finding, view) for finding in findings]
    if not view.quiet:
        lines.append(closing_line(view))
    return "".join(f"{line}\n" for line in lines)


def _command(finding: Finding, view: View) -> str:
    place = finding.place
    where = {
        "title": f"{finding.code} {finding.name}",
        "file": escape(view.repository_path(place.path)),
        "line": str(place.line),
        "endLine": str(place.end_line),
    }
    if place.line == place.end_line:  # columns hold within one line only
        where |= {"col": str(place.column), "endColumn": str(place.end_column)}
    properties = ",".join(f"{key}={_property(value)}" for key, value in where.items())
    # The log of the run shows the message alone, so it names the place too.
    at = f"{view.path(place.path)}:{place.line}:{place.column}"
    text = f"{at}: {finding.code} {shown_message(finding.message)}"
    remedy = f" {shown_message(finding.remedy)}" if finding.remedy else ""
    command = "notice" if not finding.is_open else _COMMANDS[finding.severity]
    return f"::{command} {properties}::{_data(f'{text}.{remedy}{standing(finding)}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
