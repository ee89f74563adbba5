"""What a run says: one module per format, all fed by the same result."""

from __future__ import annotations

from cl_lint.reports import concise, full, json
from cl_lint.reports.view import View

FORMATS = {"full": full.render, "concise": concise.render, "json": json.render}

__all__ = ["FORMATS", "View", "render"]


def render(format_name: str, view: View) -> str:
    """The report in one of `FORMATS`, ending with a line end, or empty where there is nothing to say."""
    return FORMATS[format_name](view)
