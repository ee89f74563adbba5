"""The dossier as one self-contained page: no script, no network, dark and light, made to be printed."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from cl_lint.reports.diagram_svg import STYLE
from cl_lint.reports.dossier.content import Dossier
from cl_lint.reports.dossier.markdown_format import MARKS
from cl_lint.reports.escaping import escape
from cl_lint.reports.self_assessment.sections import Facts, Figure, Mark, Paragraph, Table, Where

_FOLDER = Path(__file__).parent / "templates"
_KINDS = {
    "mark": Mark,
    "where": Where,
    "paragraph": Paragraph,
    "facts": Facts,
    "table": Table,
    "figure": Figure,
}


def render(dossier: Dossier) -> str:
    """The page. What could deceive a reader is written out, and every text is escaped for HTML; only the
    drawing is markup already."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["trusted"] = Markup
    environment.tests.update({name: _is(kind) for name, kind in _KINDS.items()})
    style = f"{(_FOLDER / 'dossier.css').read_text(encoding='utf-8')}\n{STYLE}\n"
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    page = environment.get_template("dossier.html")
    return page.render(dossier=dossier, style=Markup(style), digest=digest, marks=MARKS) + "\n"


def _finalize(value: Any) -> Any:
    return escape(value) if type(value) is str else value


def _is(kind: type) -> Any:
    return lambda value: isinstance(value, kind)
