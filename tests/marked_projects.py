"""Small projects whose lines say what must be reported there: `# !CL102`, in JSON `// !CL102`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from cl_lint.findings import Finding

ADVICE = frozenset({"CL104", "CL503", "CL601", "CL602"})
_MARK = re.compile(r"(?:#|//)\s*!((?:CL\d{3}[ ,]*)+)")
_CODE = re.compile(r"CL\d{3}")

Mark = tuple[str, int, str]  # path, line, code


def marks_in(path: str, text: str) -> set[Mark]:
    """The marks of one file."""
    return {
        (path, number, code)
        for number, line in enumerate(text.splitlines(), 1)
        for mark in _MARK.finditer(line)
        for code in _CODE.findall(mark[1])
    }


def without_marks(path: str, text: str) -> str:
    """What goes into the file: JSON has no comments that could hold the marks."""
    return re.sub(rf" *{_MARK.pattern}", "", text) if path.endswith(".json") else text


def findings_of(root: Path) -> list[Finding]:
    """What the engine reports for a project with a configuration of its own, suppressed findings left out."""
    run = pytest.importorskip("cl_lint.run")
    config = pytest.importorskip("cl_lint.config")
    outcome = run.check([root], config.load_config(root), root)
    return [finding for finding in outcome.findings if not finding.suppressed]


def hits(finding: Finding, marks: Iterable[Mark]) -> bool:
    """Whether the finding or a step of its trace is at a mark of its code, one line either way."""
    places = [finding.place, *(step.place for step in finding.trace)]
    return any(
        code == finding.code and place.path == path and abs(place.line - line) <= 1
        for path, line, code in marks
        for place in places
    )
