"""The inventory, the diagram and the technology stack as blocks of a report."""

from __future__ import annotations

from collections.abc import Iterator

from cl_lint.diagram import Diagram, lay_out
from cl_lint.reports import inventory_tables as tables
from cl_lint.reports.diagram_mermaid import render_mermaid
from cl_lint.reports.diagram_svg import description, heading, render_svg
from cl_lint.reports.self_assessment.sections import (
    NO,
    NONE,
    UNKNOWN,
    YES,
    Block,
    Cell,
    Facts,
    Figure,
    Mark,
    Paragraph,
    Table,
    Where,
)
from cl_lint.stack import Stack

STATES = {"met": YES, "not-met": NO, "waived": NO, "unknown": UNKNOWN, "not-applicable": NONE}


def figure(diagram: Diagram) -> Figure:
    """The architecture. Its style is `diagram_svg.STYLE`, which the page has to bring."""
    svg = render_svg(lay_out(diagram), styled=False)
    return Figure(heading(diagram), description(diagram), svg, render_mermaid(diagram))


def table(made: tables.Table) -> Table:
    """A table of the inventory, as the formats of a report show it."""
    rows = tuple(tuple(_cell(entry) for entry in row) for row in made.rows)
    return Table(made.title, made.columns, rows)


def stack_blocks(stack: Stack) -> Iterator[Block]:
    """The Python versions and the libraries that a project declares, with what each is used for."""
    pythons = [(f"Python ({p.origin})", p.version) for p in stack.pythons]
    if pythons:
        yield Facts(tuple(pythons))
    rows = []
    for each in stack.dependencies:
        place = each.places[0] if each.places else None
        rows.append(
            (
                each.written,
                ", ".join(each.specifiers) or ("any" if each.is_declared else "not declared"),
                ", ".join(each.versions),
                ", ".join(each.uses),
                Where(place.path, place.line) if place is not None else "",
            )
        )
    if rows:
        yield Table("Libraries", ("library", "declared", "locked", "used for", "where"), tuple(rows))
    else:
        yield Paragraph("No library is declared or imported.")
    for unread in stack.unread:
        yield Paragraph(f"{unread.place.path} could not be read: {unread.reason}.")


def _cell(entry: tables.Entry) -> Cell:
    if entry.state:
        note = f"waived: {entry.note}" if entry.state == tables.WAIVED else entry.note
        return Mark(STATES[entry.state], note)
    if entry.place is not None:
        return Where(entry.place.path, entry.place.line)
    return entry.text
