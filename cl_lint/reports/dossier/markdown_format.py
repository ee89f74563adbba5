"""The dossier in Markdown, as the forges show it."""

from __future__ import annotations

from collections.abc import Iterator

from cl_lint.reports import markdown_escaping as markdown
from cl_lint.reports.dossier.content import Dossier
from cl_lint.reports.self_assessment.sections import Block, Cell, Facts, Figure, Mark, Paragraph, Where

MARKS = {"yes": "✓", "no": "✗", "unknown": "?", "none": "\N{EN DASH}"}


def render(dossier: Dossier) -> str:
    """The document; the same bytes for the same dossier."""
    blocks = [f"# {markdown.text(dossier.title)}: review dossier", *_block(dossier.facts)]
    for section in dossier.sections:
        blocks.append(f"## {markdown.text(section.title)}")
        for block in section.blocks:
            blocks += _block(block)
    return "\n\n".join(block.rstrip("\n") for block in blocks) + "\n"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield markdown.text(block.text)
    elif isinstance(block, Facts):
        yield "\n".join(f"- **{markdown.text(name)}**: {markdown.text(value)}" for name, value in block.rows)
    elif isinstance(block, Figure):
        yield f"```mermaid\n{block.mermaid}```"
    else:
        yield f"### {markdown.text(block.caption)}"
        columns = [markdown.text(column) for column in block.columns]
        yield markdown.table(columns, [[_cell(cell) for cell in row] for row in block.rows])


def _cell(cell: Cell) -> str:
    if isinstance(cell, Where):
        return markdown.code(f"{cell.path}:{cell.line}")
    if isinstance(cell, Mark):
        noted = cell.state in ("no", "unknown") and cell.note
        return f"{MARKS[cell.state]} {markdown.text(cell.note)}" if noted else MARKS[cell.state]
    return markdown.text(cell)
