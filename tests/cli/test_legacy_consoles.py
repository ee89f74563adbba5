"""Consoles that cannot show everything: no traceback, escapes for what is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = 'import requests\n\nu = "https://chat.api.mitel.io/2017-09-01/größe"\nrequests.post(u, json={"x": "名前"}, timeout=2)  # 名前\n'


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_findings_are_shown_with_escapes(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "app.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "cl-lint.toml").write_text('kind = "server"\nselect = ["CL305"]\n')
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "cl_lint", "check"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True)
    assert done.returncode == 1, done.stderr
    shown = done.stdout.decode(encoding)
    assert "app.py:4:1: error CL305" in shown
    assert "# \\u540d\\u524d" in shown
    assert ("größe" if encoding == "cp1252" else "gr\\xf6\\xdfe") in shown
