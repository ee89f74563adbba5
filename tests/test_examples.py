"""The applications in `examples/`: what their marks say is what the linter says."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked_projects import ADVICE, Mark, findings_of, marks_in

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def marks_of(root: Path) -> set[Mark]:
    return {
        mark
        for path in root.rglob("*.py")
        for mark in marks_in(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
    }


def test_the_compliant_application_has_no_marks() -> None:
    assert marks_of(EXAMPLES / "frontdesk") == set()


def test_the_other_application_shows_a_range_of_rules() -> None:
    assert len({code for _, _, code in marks_of(EXAMPLES / "switchboard")}) >= 8


@pytest.mark.parametrize("name", ["frontdesk", "switchboard"])
def test_the_findings_are_those_that_are_marked(name: str) -> None:
    root = EXAMPLES / name
    found = {
        (finding.place.path, finding.place.line, finding.code)
        for finding in findings_of(root)
        if finding.code not in ADVICE
    }
    assert found == marks_of(root)
