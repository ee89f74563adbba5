"""The dossier for the vendor's review: one set of sections, shown as a page or as Markdown."""

from __future__ import annotations

from cl_lint.reports.dossier.content import Dossier, build_dossier

__all__ = ["Dossier", "build_dossier"]
