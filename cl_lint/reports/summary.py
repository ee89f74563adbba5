"""The closing lines of the texts: how many findings, in how many files; and how many of each rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from cl_lint.findings import Finding, Severity
from cl_lint.reports.view import View

_WORDS = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.ADVICE: ("advice", "advice"),
}


def closing_line(view: View) -> str:
    """One sentence on the whole run."""
    result = view.result
    counts = Counter(finding.severity for finding in (*result.fixed, *result.open_findings))
    present = [(severity, words) for severity, words in _WORDS.items() if counts[severity]]
    found = ", ".join(_count(counts[severity], *words) for severity, words in present)
    suppressed, known = len(result.suppressed_findings), len(result.known_findings)
    remaining = f"{len(result.fixed)} fixed, {len(result.open_findings)} remaining" if result.fixed else ""
    notes = [
        remaining,
        f"{_count(len(result.files), 'file', 'files')} checked",
        f"{len(result.not_assessed)} not assessed" if result.not_assessed else "",
        f"{suppressed} suppressed" if suppressed else "",
        f"{known} in the baseline" if known else "",
        f"{result.seconds:.1f} s",
    ]
    head = f"Found {found}" if found else "Found nothing to report"
    return f"{view.palette.bold(head)} ({', '.join(note for note in notes if note)})."


def fix_lines(view: View) -> list[str]:
    """What fixes could still do, as a line; none where they could do nothing."""
    open_findings = view.result.open_findings
    fixable = sum(finding.fixable for finding in open_findings)
    hidden = sum(finding.hidden_fix for finding in open_findings)
    more = f"{_count(hidden, 'fix', 'fixes')} with --unsafe-fixes" if hidden else ""
    if fixable:
        return [f"[*] fixable with --fix: {fixable}" + (f" (and {more})" if more else "") + "."]
    return [f"No fix that is safe ({more})."] if more else []


def statistics(findings: Iterable[Finding], view: View) -> list[str]:
    """A table of the rules and their findings, the most frequent first."""
    counts = Counter((finding.code, finding.name, finding.severity) for finding in findings)
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0][0]))
    width = max((len(str(count)) for _, count in rows), default=0)
    words = max((len(severity.value) for (_, _, severity), _ in rows), default=0)
    return [
        f"{count:>{width}}  {view.palette.severity(severity, severity.value.ljust(words))}  {code}  {name}"
        for (code, name, severity), count in rows
    ]


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
