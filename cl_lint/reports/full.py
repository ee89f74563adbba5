"""Findings with their source lines, the way that led to each, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from cl_lint.findings import Finding, Place, Step
from cl_lint.reports.concise import headline, shown_message
from cl_lint.reports.snippet import Snippets
from cl_lint.reports.summary import closing_line, fix_lines, statistics
from cl_lint.reports.view import View


def render(view: View) -> str:
    """A paragraph for each finding to show, then the counts."""
    findings = view.findings
    snippets = Snippets(view.result.sources)
    paragraphs = [list(_paragraph(finding, snippets, view)) for finding in findings]
    if view.statistics and view.result.open_findings:
        paragraphs.append(statistics(view.result.open_findings, view))
    if not view.quiet:
        paragraphs.append([closing_line(view), *fix_lines(view)])
    return "\n".join("".join(f"{line}\n" for line in lines) for lines in paragraphs)


def _paragraph(finding: Finding, snippets: Snippets, view: View) -> Iterator[str]:
    places = [finding.place, *(step.place for step in finding.trace)]
    gutter = max(len(str(place.end_line)) for place in places)
    yield headline(finding, view)
    yield from _snippet(finding.place, snippets, gutter, view)
    for step in finding.trace:
        yield _note(step, view)
        yield from _snippet(step.place, snippets, gutter, view)
    if finding.remedy:
        yield f"{' ' * gutter} = {view.palette.help('help:')} {shown_message(finding.remedy)}"


def _note(step: Step, view: View) -> str:
    where = f"{view.path(step.place.path)}:{step.place.line}:{step.place.column}"
    return f"{view.palette.bold('note:')} {where}: {shown_message(step.message)}"


def _snippet(place: Place, snippets: Snippets, gutter: int, view: View) -> Iterator[str]:
    paint, last = view.palette, place.line
    rows = list(snippets.underlined(place))
    if not any(text for _, text, _ in rows):
        return
    for number, text, underline in rows:
        last = number
        yield f"{paint.faint(f'{number:>{gutter}} |')} {text}"
        yield f"{paint.faint(' ' * gutter + ' |')} {paint.help(underline)}"
    if last < place.end_line and len(rows) > 1:
        yield paint.faint(f"{' ' * gutter} | ...")
