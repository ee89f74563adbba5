"""Every example of every rule page, run both ways."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked_projects import ADVICE, findings_of, hits, marks_in, without_marks

from cl_lint.catalog import Example, Rule, load_catalog

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{example.name}")
    for rule in load_catalog().rules.values()
    for example in rule.examples
]


def write_example(example: Example, root: Path) -> None:
    kind = "" if example.kind == "unknown" else f'kind = "{example.kind}"\n'
    (root / "cl-lint.toml").write_text(f'level = "{example.level}"\n{kind}', encoding="utf-8")
    for file in example.files:
        path = root / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(without_marks(file.path, file.text), encoding="utf-8")


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_the_marks_say_what_the_example_is_for(rule: Rule, example: Example) -> None:
    marked = {code for file in example.files for _, _, code in marks_in(file.path, file.text)}
    assert marked == (set() if example.good else {rule.code})


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_the_example_is_reported_as_its_page_says(rule: Rule, example: Example, tmp_path: Path) -> None:
    write_example(example, tmp_path)
    found = findings_of(tmp_path)
    others = [finding for finding in found if finding.code not in ADVICE | {rule.code}]
    assert others == []
    own = [finding for finding in found if finding.code == rule.code]
    if example.good:
        assert own == []
        return
    marks = {mark for file in example.files for mark in marks_in(file.path, file.text)}
    assert own, f"{rule.code} is not reported"
    assert all(hits(finding, marks) for finding in own), own
