"""Runs of one process, as a language server and `--watch` make them."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from cl_lint import run
from cl_lint.config import Config
from cl_lint.program import Program

CALLING = """\
import requests

requests.get("https://admin.api.mitel.io/2017-09-01/users", timeout=10).raise_for_status()
"""


def test_earlier_runs_do_not_pile_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "app.py").write_text(CALLING)
    monkeypatch.setattr(run, "COLLECTED_AFTER", 0.0)
    gc.collect()
    before = sum(isinstance(each, Program) for each in gc.get_objects())
    for _ in range(6):
        assert run.check([tmp_path], Config(), tmp_path).api_calls == 1
    left = sum(isinstance(each, Program) for each in gc.get_objects()) - before
    assert left <= 1
    assert gc.isenabled()
