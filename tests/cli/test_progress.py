"""The progress bar: only on a terminal, only when a run takes long."""

from __future__ import annotations

import io

import pytest

from cl_lint.cli import progress as module
from cl_lint.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("patience", "enabled", "shown"), [(0.0, True, True), (60.0, True, False), (0.0, False, False)]
)
def test_on_a_terminal(monkeypatch: pytest.MonkeyPatch, patience: float, enabled: bool, shown: bool) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr(module, "PATIENCE", patience)
    with Progress(enabled) as progress:
        progress(1, 2)
        progress(2, 2)
    assert ("checking" in terminal.getvalue()) is shown


def test_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(module, "PATIENCE", 0.0)
    with Progress(True) as progress:
        progress(1, 2)
    assert stream.getvalue() == ""
