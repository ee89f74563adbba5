"""One line for each finding."""

from __future__ import annotations

from cl_lint.findings import Finding
from cl_lint.reports.escaping import escape
from cl_lint.reports.secrets import mask_shapes
from cl_lint.reports.summary import closing_line, fix_lines, statistics
from cl_lint.reports.view import View


def render(view: View) -> str:
    """A line for each finding to show, then the counts."""
    findings = view.findings
    lines = [headline(finding, view) for finding in findings]
    if view.statistics:
        lines += statistics(view.result.open_findings, view)
    if not view.quiet:
        lines += [closing_line(view), *fix_lines(view)]
    return "".join(f"{line}\n" for line in lines)


def headline(finding: Finding, view: View) -> str:
    """`path:line:column: severity code name: message`; `[*]` before the message of what a fix can mend."""
    place, paint = finding.place, view.palette
    where = paint.bold(f"{view.path(place.path)}:{place.line}:{place.column}:")
    rule = f"{finding.code} {finding.name}"
    mark = "[*] " if finding.fixable else ""
    label = paint.severity(finding.severity, finding.severity.value)
    return f"{where} {label} {paint.bold(rule)}: {mark}{shown_message(finding.message)}{standing(finding)}"


def standing(finding: Finding) -> str:
    """Why a finding is not open, in brackets; empty for one that is."""
    if finding.suppressed:
        until = f" (until {finding.until})" if finding.until else ""
        how = f"waived by {escape(finding.by)}" if finding.by else "suppressed"
        return f" [{how}: {shown_message(finding.reason or '-')}{until}]"
    return " [in the baseline]" if finding.known else ""


def shown_message(text: str) -> str:
    """A message of a finding or step, safe to show."""
    return escape(mask_shapes(text))
