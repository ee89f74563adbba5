"""What a run says: one module per format, all fed by the same result."""

from __future__ import annotations

import importlib

from cl_lint.reports.view import View

# Each is a module of this package; those that are not asked for are not loaded.
FORMATS = ("full", "concise", "json", "sarif", "junit", "github", "gitlab", "csv")

__all__ = ["FORMATS", "View", "render"]


def render(format_name: str, view: View) -> str:
    """The report in one of `FORMATS`, ending with a line end, or empty where there is nothing to say."""
    text: str = importlib.import_module(f"{__name__}.{format_name}").render(view)
    return text
