"""Rows of a table that differ only in where they are, as one: a document of an hour's review has no room for
the same row a hundred times."""

from __future__ import annotations

from cl_lint.reports.self_assessment.sections import Cell, Table, Where


def merged(table: Table) -> Table:
    """The table with one row for all that say the same, which names the first place and counts the others."""
    places: dict[tuple[Cell, ...], list[Where]] = {}
    for row in table.rows:
        said = tuple("" if isinstance(cell, Where) else cell for cell in row)
        places.setdefault(said, []).extend(cell for cell in row if isinstance(cell, Where))
    column = next((i for row in table.rows for i, cell in enumerate(row) if isinstance(cell, Where)), None)
    if column is None:
        return table
    rows = tuple(
        tuple(_cell(found) if index == column and found else cell for index, cell in enumerate(said))
        for said, found in places.items()
    )
    return Table(table.caption, table.columns, rows)


def _cell(places: list[Where]) -> Cell:
    first, *others = dict.fromkeys(places)
    return f"{first.path}:{first.line} and {len(others)} more" if others else first
