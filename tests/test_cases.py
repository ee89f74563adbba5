"""Every labelled case: what must be reported is, where it should be, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from labelled_cases import Case, find_cases, problems

CASES = list(find_cases(Path(__file__).parent / "cases"))


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case, tmp_path: Path) -> None:
    assert problems(case, tmp_path) == []
