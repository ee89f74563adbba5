"""The report in Markdown, for forges.

Untrusted texts are either in code spans, where nothing is interpreted, or have every character escaped that
Markdown, or a forge's own additions to it, would interpret.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cl_lint.reports.escaping import escape
from cl_lint.reports.self_assessment.areas import areas
from cl_lint.reports.self_assessment.document import (
    Document,
    Excerpt,
    FindingRow,
    Location,
    PracticeRow,
    Statement,
)
from cl_lint.reports.self_assessment.sections import Block, Cell, Facts, Figure, Mark, Paragraph, Table, Where
from cl_lint.reports.self_assessment.words import SPOKEN, SYMBOLS, shown_revision, shown_setting

MOST_PLACES = 5
MOST_STEPS = 12

# Within a line; a colon or full stop only where it would make a link or a picture.
_SPECIAL = re.compile(r"[\\`*_\[\]|~$&<>]|:(?=\S)|(?<=www)\.", re.IGNORECASE)
_AT_START = re.compile(r"^(?=[-+=#])|^\d{1,9}(?=[.)])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MENTION = re.compile(r"@(?=\w)")


def render(document: Document) -> str:
    """The report, ending with a line end."""
    return "\n".join(_lines(document)).rstrip("\n") + "\n"


def text(raw: str) -> str:
    """`raw` so that it reads as it is, on one line: no markup, no link, nobody mentioned."""
    line = escape(" ".join(raw.split()))
    cleaned = _SPECIAL.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), line)
    cleaned = _AT_START.sub(lambda found: f"{found[0]}\\", cleaned)
    return _MENTION.sub("`@`", cleaned)


def code(raw: str, in_table: bool = False) -> str:
    """`raw` as a code span, in a table or elsewhere."""
    cleaned = escape(raw)
    if in_table:
        cleaned = cleaned.replace("|", "\\|")
    longest = max((len(run) for run in re.findall("`+", cleaned)), default=0)
    ticks = "`" * (longest + 1)
    pad = " " if cleaned.startswith("`") or cleaned.endswith("`") or not cleaned.strip() else ""
    return f"{ticks}{pad}{cleaned}{pad}{ticks}"


def fence(lines: Sequence[str], language: str = "") -> list[str]:
    """Lines as a block of code that none of them can end."""
    longest = max((len(run) for line in lines for run in re.findall("`{3,}", line)), default=2)
    ticks = "`" * (longest + 1)
    return [ticks + language, *lines, ticks]


def _lines(doc: Document) -> Iterator[str]:
    app = doc.application
    yield f"# CloudLink self-assessment: {text(app.name)}" + (f" {text(app.version)}" if app.version else "")
    yield ""
    if app.description:
        yield from (text(app.description), "")
    yield from (f"**{text(doc.asked.summary)}**", "")
    yield from _facts(_basics(doc))
    yield from _levels(doc)
    yield from _practices(doc)
    yield from _findings(doc)
    for section in doc.sections:
        yield from ("", f"## {text(section.title)}", "")
        for block in section.blocks:
            yield from _block(block)
    yield from _statements(doc)
    yield from _basis(doc)


def _basics(doc: Document) -> list[tuple[str, str]]:
    app, files = doc.application, doc.files
    assessed = f"{len(files.assessed)} assessed"
    if files.not_assessed:
        assessed += f", {len(files.not_assessed)} not assessed"
    return [
        ("Assessed on", doc.generated),
        ("Commit", shown_revision(doc.revision.commit, doc.revision.clean, doc.revision.note)),
        ("Level asked for", doc.level),
        ("Kind", f"{app.kind} ({app.kind_reason})"),
        ("CloudLink API calls", str(app.api_calls)),
        ("Files", assessed),
        ("Tool", f"{doc.tool.name} {doc.tool.version}, rules {doc.tool.rules}"),
    ]


# -- levels and practices


def _levels(doc: Document) -> Iterator[str]:
    yield from ("", "## Levels", "")
    rows = [
        (
            level.level + (" (asked for)" if level.asked else ""),
            _sign("ready" if level.ready else "not ready"),
            ", ".join(f"{count.number} {count.status}" for count in level.counts if count.number),
        )
        for level in doc.levels
    ]
    yield from _rows(("Level", "Verdict", "Practices"), rows)
    for level in doc.levels:
        if level.blockers:
            yield from ("", f"What stands in the way of **{level.level}**:", "")
        for each in level.blockers:
            said = ", ".join(part for part in (each.status, each.reason) if part)
            yield f"- {text(each.title)}" + (f": {text(said)}" if said else "")


def _practices(doc: Document) -> Iterator[str]:
    yield from ("", "## Practices")
    names = {finding.id: finding for finding in doc.findings}
    for area in areas(doc.practices):
        yield from ("", f"### {area.name}", "")
        heads = ("Practice", *(level.level for level in doc.levels), f"Why ({doc.level})")
        rows = [
            (text(p.title), *(_sign(each.status) for each in p.levels), text(p.reason))
            for p in area.practices
        ]
        yield from _rows(heads, rows)
        for practice in area.practices:
            yield from _practice(practice, names)


def _practice(practice: PracticeRow, findings: dict[str, FindingRow]) -> Iterator[str]:
    body = [
        *(f"- finding {findings[i].code} at {_place(findings[i])}" for i in practice.findings[:MOST_PLACES]),
        *_more(practice.findings),
        *(f"- suppressed {findings[i].code} at {_place(findings[i])}" for i in practice.waived[:MOST_PLACES]),
        *_more(practice.waived),
        *_places("could not be decided", practice.unknown),
        *_places("evidence", practice.evidence),
    ]
    if practice.attestation is not None:
        body += ["", *_statement(practice.attestation)]
    if body:
        yield from ("", f"**{text(practice.title)}** ({code(practice.id)})", "", *body)


def _places(what: str, places: Sequence[Location]) -> Iterator[str]:
    for place in places[:MOST_PLACES]:
        yield f"- {what}: {_place(place)}" + (f" {text(place.message)}" if place.message else "")
    yield from _more(places)


def _more(items: Sequence[object]) -> Iterator[str]:
    if len(items) > MOST_PLACES:
        yield f"- and {len(items) - MOST_PLACES} more"


def _place(where: FindingRow | Location | Where) -> str:
    return code(f"{where.path}:{where.line}")


def _sign(word: str) -> str:
    sign = SYMBOLS.get(word, "")
    return f"{sign if sign != '-' else '–'} {word}"  # noqa: RUF001 a hyphen would start a list


# -- findings


def _findings(doc: Document) -> Iterator[str]:
    yield from ("", "## Findings", "")
    if not doc.findings:
        yield "No finding at any level."
    for finding in doc.findings:
        yield from _finding(finding, every=len(doc.levels))


def _finding(finding: FindingRow, every: int) -> Iterator[str]:
    yield f"### {finding.code} {finding.name} at {_place(finding)}"
    yield ""
    counts = f", counts for {' and '.join(finding.levels)}" if len(finding.levels) < every else ""
    yield f"**{finding.severity}**, confidence {finding.confidence}{counts}: {text(finding.message)}"
    yield ""
    yield from _code(finding.source)
    if finding.state != "open":
        reason = (
            f"May stay: {text(finding.reason)}"
            if finding.reason
            else "Suppressed without a reason, so it counts"
        )
        by = f" ({text(finding.by)})" if finding.by else ""
        until = f", until {finding.until}" if finding.until else ""
        yield from (f"{reason}{by}{until}", "")
    if finding.remedy:
        yield from (f"Remedy: {text(finding.remedy)}", "")
    for number, step in enumerate(finding.trace[:MOST_STEPS], 1):
        yield f"{number}. {_place(step)} {text(step.message)}"
    if finding.trace:
        yield ""


def _code(lines: Sequence[Excerpt]) -> list[str]:
    if not lines:
        return []
    width = len(str(lines[-1].line))
    rows = []
    for each in lines:
        sign = ">" if each.mark[0] < each.mark[1] else " "
        rows.append(f"{sign} {each.line:>{width}}  {escape(each.text.replace(chr(9), '    '))}".rstrip())
    return [*fence(rows, "text"), ""]


# -- the other parts


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from (text(block.text), "")
    elif isinstance(block, Facts):
        yield from (*_facts(block.rows), "")
    elif isinstance(block, Table):
        yield from (f"**{text(block.caption)}**", "")
        rows = [tuple(_cell(cell) for cell in row) for row in block.rows]
        yield from (*_rows(tuple(map(text, block.columns)), rows), "")
    elif isinstance(block, Figure):
        yield from (f"**{text(block.title)}**", "")
        if block.mermaid:
            yield from (*fence(block.mermaid.splitlines(), "mermaid"), "")
        yield from (text(block.text), "")


def _cell(cell: Cell) -> str:
    if isinstance(cell, Mark):
        return _sign(cell.state).replace(cell.state, SPOKEN[cell.state])
    if isinstance(cell, Where):
        return code(f"{cell.path}:{cell.line}", in_table=True)
    return text(cell)


def _statements(doc: Document) -> Iterator[str]:
    said = doc.attestations
    yield from ("", "## Statements and exceptions", "")
    if said.file:
        yield f"Statements of people, from {code(said.file)}."
    else:
        yield "No file of statements; `cl-lint attest` writes one."
    for made in said.current:
        yield from ("", code(made.practice), "", *_statement(made))
    for made in said.expired:
        yield from ("", f"{code(made.practice)}, expired", "", *_statement(made))
    for name in said.unknown:
        yield from ("", f"No such practice: {text(name)}")
    yield ""
    suppressed = [finding for finding in doc.findings if finding.state != "open"]
    if suppressed:
        rows = [
            (
                code(f"{f.path}:{f.line}", in_table=True),
                f.code,
                text(f.reason) or "none given",
                text(f.by),
                f.until or "",
            )
            for f in suppressed
        ]
        yield from _rows(("Suppressed at", "Rule", "Reason", "By", "Until"), rows)
    else:
        yield "No finding is suppressed."
    if doc.remarks:
        yield ""
    for remark in doc.remarks:
        yield f"- {code(f'{remark.path}:{remark.line}')} {remark.code}: {text(remark.message)}"


def _statement(made: Statement) -> Iterator[str]:
    for line in made.statement.splitlines():
        yield f"> {text(line)}".rstrip()
    until = f", until {made.expires}" if made.expires else ""
    yield from (">", f"> {text(made.by)}, {made.date}{until}")


def _basis(doc: Document) -> Iterator[str]:
    yield from ("", "## Basis", "")
    yield "The source was read, not run. An assessment by its developer; the vendor has not reviewed it."
    if doc.files.not_assessed:
        yield from ("", "Files that were not assessed:", "")
    for file in doc.files.not_assessed:
        yield f"- {code(file.path)}: {text(file.reason)}"
    yield from ("", f"Files that were assessed ({len(doc.files.assessed)}):", "")
    yield from (f"- {code(name)}" for name in doc.files.assessed)
    yield from (
        "",
        "Configuration" + (f" ({code(doc.configuration.file)}):" if doc.configuration.file else ":"),
        "",
    )
    rows = [(code(s.key), text(shown_setting(s.value))) for s in doc.configuration.settings]
    yield from _rows(("Key", "Value"), rows)


def _facts(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, value in rows:
        yield f"- {text(name)}: {text(value)}"


def _rows(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table; cells are ready for one."""
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
