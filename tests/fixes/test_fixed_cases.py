"""Fixes on labelled cases: the finding is gone, none comes up, and a second run has nothing to do.

A fifth of the cases is tried; CL_LINT_ALL_FIXES=1 tries them all.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from cl_lint.catalog import load_catalog
from cl_lint.fixes import FIXERS
from cl_lint.fixing import mend, write
from tests.fixes.projects import checked
from tests.labelled_cases import Case, find_cases

CASES = [c for c in find_cases(Path(__file__).parent.parent / "cases") if c.expects & set(FIXERS)]
STEP = 1 if os.environ.get("CL_LINT_ALL_FIXES") else 5


@pytest.mark.parametrize("case", CASES[::STEP], ids=lambda case: case.name)
def test_a_case(case: Case, tmp_path: Path) -> None:
    root = tmp_path / "app"
    if case.path.is_dir():
        shutil.copytree(case.path, root, ignore=shutil.ignore_patterns("case.toml"))
    else:
        root.mkdir()
        shutil.copy(case.path, root / case.path.name)
    if not (root / "cl-lint.toml").exists() and not (root / "pyproject.toml").exists():
        kind = f'kind = "{case.kind}"\n' if case.kind != "unknown" else ""
        (root / "cl-lint.toml").write_text(f'level = "{case.level}"\n{kind}')
    part, before = checked(root)
    done = mend(part, before, before.open_findings, unsafe=True)
    old = {each.name: each.old.splitlines() for each in done.files}
    assert list(write(done.files)) == []
    part, after = checked(root)
    assert not after.not_assessed
    counts = [len([f for f in r.findings if f.code == code]) for code in FIXERS for r in (before, after)]
    assert all(new <= was for was, new in zip(counts[::2], counts[1::2], strict=True))
    assert len(after.findings) <= len(before.findings) - len(done.findings)
    for name, lines in old.items():
        new = set((root / name).read_bytes().splitlines())
        assert sum(line not in new for line in lines) <= 12 * len(done.findings)
    assert mend(part, after, after.open_findings, unsafe=True).files == ()


def test_the_pages_say_which_rules_have_a_fix() -> None:
    assert {rule.code for rule in load_catalog().rules.values() if rule.fix != "none"} == set(FIXERS)
