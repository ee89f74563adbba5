"""Making untrusted text harmless in Markdown, as the forges and CommonMark read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cl_lint.reports.escaping import escape

# Marks anywhere; `www.` that would become a link; and what makes a list or a heading of a line's beginning.
_MARKS = re.compile(r"([\\`*_\[\]<>#|~$&@:]|(?<=[wW][wW][wW])\.|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)])")
_TICKS = re.compile(r"`+")


def text(value: str) -> str:
    """`value` on one line as running text: nothing in it is markup, a link, a mention or HTML."""
    return _MARKS.sub(r"\\\1", escape(value))


def code(value: str) -> str:
    """`value` on one line as code, in a table too; nothing for an empty text."""
    shown = escape(value)
    if not shown.strip():
        return ""
    fence = "`" * (max((len(run) for run in _TICKS.findall(shown)), default=0) + 1)
    # A space keeps ticks at the ends apart from the fence; Markdown takes it off again.
    space = " " if shown.startswith("`") or shown.endswith("`") or shown != shown.strip() else ""
    return f"{fence}{space}{shown}{space}{fence}".replace("|", "\\|")


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already; ends with a line end."""
    lines = [_row(columns), _row(["---"] * len(columns)), *(_row(row) for row in rows)]
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
