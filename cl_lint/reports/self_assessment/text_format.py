"""The report as a screen for the terminal: the verdicts, the practices, what is open; no source lines."""

from __future__ import annotations

from io import StringIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from cl_lint.reports.escaping import escape
from cl_lint.reports.self_assessment.areas import areas
from cl_lint.reports.self_assessment.document import Document, FindingRow, Level
from cl_lint.reports.self_assessment.sections import Block, Cell, Facts, Figure, Mark, Paragraph, Table, Where
from cl_lint.reports.self_assessment.words import SPOKEN, SYMBOLS

WIDTH = 100
MOST_FINDINGS = 50

_STYLES = {
    "met": "green",
    "ready": "bold green",
    "attested": "cyan",
    "waived": "magenta",
    "not met": "bold red",
    "not ready": "bold red",
    "unknown": "yellow",
    "needs attestation": "yellow",
    "not applicable": "dim",
    "error": "bold red",
    "warning": "bold yellow",
    "advice": "cyan",
    "yes": "green",
    "no": "bold red",
    "none": "dim",
}


def render(document: Document, width: int = WIDTH, colour: bool = False) -> str:
    """The screen, `width` columns wide; with `colour`, with the terminal's own commands for it."""
    stream = StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for part in (_head(document), _levels(document), _practices(document), _findings(document)):
        console.print(part)
    for section in document.sections:
        console.print(Text(f"\n{escape(section.title)}", "bold"))
        for block in section.blocks:
            console.print(_block(block))
    console.print(_foot(document))
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().split("\n")).rstrip("\n") + "\n"


def _word(word: str, text: str | None = None) -> Text:
    return Text(f"{SYMBOLS.get(word, '')} {text or word}".strip(), _STYLES.get(word, ""))


def _plain(text: str, style: str = "") -> Text:
    return Text(escape(text), style)


def _head(doc: Document) -> Group:
    app = doc.application
    title = Text.assemble(
        "CloudLink self-assessment of ", (escape(app.name), "bold"), f" {escape(app.version)}"
    )
    commit = doc.revision.commit
    state = {True: "clean", False: "changed", None: "unknown"}[doc.revision.clean]
    facts = [
        f"{app.kind} ({app.kind_reason})",
        f"{app.api_calls} API calls",
        f"{len(doc.files.assessed)} files assessed",
        f"{len(doc.files.not_assessed)} not assessed" if doc.files.not_assessed else "",
        f"commit {commit[:12]} ({state})" if commit else doc.revision.note,
        doc.generated,
        f"{doc.tool.name} {doc.tool.version}, rules {doc.tool.rules}",
    ]
    return Group(title, _plain("; ".join(fact for fact in facts if fact), "dim"))


def _levels(doc: Document) -> Group:
    grid = Grid(box=box.SIMPLE, padding=(0, 1), expand=True)
    for level in doc.levels:
        grid.add_column(level.level + (" (asked for)" if level.asked else ""), ratio=1)
    grid.add_row(*(_word("ready" if level.ready else "not ready") for level in doc.levels))
    grid.add_row(*(_counts(level) for level in doc.levels))
    obstacles = [_plain(b.title, "red") for b in doc.asked.blockers if not b.practice]
    return Group(grid, _plain(doc.asked.summary, "bold"), *obstacles)


def _counts(level: Level) -> Text:
    rows = [_word(count.status, f"{count.number} {count.status}") for count in level.counts if count.number]
    return Text("\n").join(rows)


def _practices(doc: Document) -> Group:
    parts: list[RenderableType] = []
    for area in areas(doc.practices):
        grid = Grid(box=None, padding=(0, 1), expand=True, show_header=False, title=None)
        grid.add_column(width=20, no_wrap=True)
        grid.add_column(ratio=3)
        grid.add_column(ratio=4)
        for practice in area.practices:
            grid.add_row(_word(practice.status), practice.title, _plain(practice.reason, "dim"))
        parts += [Text(f"\n{area.name}", "bold"), grid]
    return Group(*parts)


def _findings(doc: Document) -> Group:
    shown = [finding for finding in doc.findings if finding.state != "waived"]
    if not shown:
        return Group(Text("\nNo open finding at any level.", "bold"))
    parts = [Text("\nFindings", "bold"), *(_finding(f, len(doc.levels)) for f in shown[:MOST_FINDINGS])]
    if len(shown) > MOST_FINDINGS:
        parts.append(Text(f"and {len(shown) - MOST_FINDINGS} more: see cl-lint check, or --format html"))
    return Group(*parts)


def _finding(finding: FindingRow, every: int) -> Text:
    counts = f" ({', '.join(finding.levels)})" if len(finding.levels) < every else ""
    return Text.assemble(
        f"{escape(finding.path)}:{finding.line}:{finding.column}: ",
        (finding.severity, _STYLES[finding.severity]),
        f" {finding.code} {finding.name}: {escape(finding.message)}{counts}",
    )


def _block(block: Block) -> Group | Grid | Text:
    if isinstance(block, Table):
        grid = Grid(*(escape(column) for column in block.columns), box=box.SIMPLE, title=None)
        for row in block.rows:
            grid.add_row(*(_cell(cell) for cell in row))
        return Group(_plain(block.caption), grid)
    if isinstance(block, Facts):
        return Group(*(Text(f"{escape(name)}: {escape(value)}") for name, value in block.rows))
    if isinstance(block, Figure):
        return Group(_plain(block.title), _plain(block.text))
    assert isinstance(block, Paragraph)
    return _plain(block.text)


def _cell(cell: Cell) -> Text:
    if isinstance(cell, Mark):
        return _word(cell.state, SPOKEN[cell.state])
    if isinstance(cell, Where):
        return _plain(f"{cell.path}:{cell.line}")
    return _plain(cell)


def _foot(doc: Document) -> Group:
    said = doc.attestations
    parts = []
    for file in doc.files.not_assessed:
        parts.append(_plain(f"not assessed: {file.path}: {file.reason}", "red"))
    for made in said.expired:
        parts.append(_plain(f"expired: the statement about {made.practice}, on {made.expires}", "yellow"))
    parts += [_plain(f"no such practice in {said.file}: {name}", "yellow") for name in said.unknown]
    waived = sum(finding.state == "waived" for finding in doc.findings)
    if waived:
        parts.append(
            Text(f"{waived} finding{'' if waived == 1 else 's'} suppressed with a reason", "magenta")
        )
    if any(p.status in ("needs attestation", "unknown") for p in doc.practices):
        parts.append(Text("State what source cannot show with cl-lint attest.", "dim"))
    return Group(Padding("", 0), *parts)
