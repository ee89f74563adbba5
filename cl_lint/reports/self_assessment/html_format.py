"""The report as one self-contained page: no network, readable without JavaScript.

Untrusted texts pass two gates: what a reader could be deceived by (control characters, turned writing
direction) is written out by `escape`, then everything is escaped for HTML. The page allows its own style and
script by their digests, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from cl_lint.assessment.statuses import Status
from cl_lint.reports.diagram_svg import STYLE
from cl_lint.reports.escaping import escape
from cl_lint.reports.self_assessment.areas import areas
from cl_lint.reports.self_assessment.document import Document, Excerpt, LevelStatus, PracticeRow
from cl_lint.reports.self_assessment.sections import Facts, Figure, Mark, Paragraph, Table, Where
from cl_lint.reports.self_assessment.words import SPOKEN, SYMBOLS, shown_setting

MOST_PLACES = 10
MOST_STEPS = 12
_FOLDER = Path(__file__).parent / "templates"
_TAB = "    "


def render(document: Document) -> str:
    """The page."""
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        clean=lambda text: escape(str(text)),
        differ=_differ,
        groupby_area=areas,
        is_advice=is_advice,
        pieces=pieces,
        setting=shown_setting,
        slug=lambda word: str(word).replace(" ", "-"),
        spoken=SPOKEN.__getitem__,
        symbol=lambda word: SYMBOLS.get(str(word), ""),
        trusted=Markup,
    )
    kinds = {
        "mark": Mark,
        "where": Where,
        "paragraph": Paragraph,
        "facts": Facts,
        "table": Table,
        "figure": Figure,
    }
    environment.tests.update({name: _is(kind) for name, kind in kinds.items()})
    style, script = f"{_text('report.css')}\n{STYLE}\n", _text("report.js")
    return (
        environment.get_template("report.html").render(
            doc=document,
            style=style,
            script=script,
            style_hash=_digest(style),
            script_hash=_digest(script),
            statuses=[status.value for status in Status],
            finding_files=sorted({escape(finding.path) for finding in document.findings}),
            finding_names={f.id: f"{f.code} {f.path}:{f.line}" for f in document.findings},
            suppressed=[finding for finding in document.findings if finding.state != "open"],
            most=MOST_PLACES,
            most_steps=MOST_STEPS,
        )
        + "\n"
    )


def is_advice(practice: PracticeRow) -> bool:
    """Whether the practice is open, and yet no obstacle."""
    mine = next(
        each for each in practice.levels if (each.status, each.reason) == (practice.status, practice.reason)
    )
    return mine.advisory and Status(practice.status).is_open


def pieces(excerpt: Excerpt) -> tuple[str, str, str]:
    """The text before what is meant, what is meant, and the text after; tabs as spaces."""
    start, end = excerpt.mark
    text = excerpt.text
    before, meant, after = (text[:start], text[start:end], text[end:]) if start < end else (text, "", "")
    return before.replace("\t", _TAB), meant.replace("\t", _TAB), after.replace("\t", _TAB)


def _finalize(value: Any) -> Any:
    """What every expression of a template passes: texts lose what could deceive a reader."""
    return escape(value) if type(value) is str else value


def _differ(levels: Sequence[LevelStatus]) -> bool:
    return len({(each.status, each.reason) for each in levels}) > 1


def _is(kind: type) -> Any:
    return lambda value: isinstance(value, kind)


def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
