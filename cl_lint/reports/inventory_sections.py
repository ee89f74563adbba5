"""The inventory and the diagram as blocks of a report."""

from __future__ import annotations

from cl_lint.diagram import Diagram, lay_out
from cl_lint.reports import inventory_tables as tables
from cl_lint.reports.diagram_mermaid import render_mermaid
from cl_lint.reports.diagram_svg import description, heading, render_svg
from cl_lint.reports.self_assessment.sections import NO, NONE, UNKNOWN, YES, Cell, Figure, Mark, Table, Where

STATES = {"met": YES, "not-met": NO, "waived": NO, "unknown": UNKNOWN, "not-applicable": NONE}


def figure(diagram: Diagram) -> Figure:
    """The architecture. Its style is `diagram_svg.STYLE`, which the page has to bring."""
    svg = render_svg(lay_out(diagram), styled=False)
    return Figure(heading(diagram), description(diagram), svg, render_mermaid(diagram))


def table(made: tables.Table) -> Table:
    """A table of the inventory, as the formats of a report show it."""
    rows = tuple(tuple(_cell(entry) for entry in row) for row in made.rows)
    return Table(made.title, made.columns, rows)


def _cell(entry: tables.Entry) -> Cell:
    if entry.state:
        note = f"waived: {entry.note}" if entry.state == tables.WAIVED else entry.note
        return Mark(STATES[entry.state], note)
    if entry.place is not None:
        return Where(entry.place.path, entry.place.line)
    return entry.text
