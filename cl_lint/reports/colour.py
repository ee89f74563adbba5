"""Colours for terminals, without a library: most runs need none."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import IO, Any

from cl_lint.findings import Severity

_SEVERITY = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.ADVICE: "1;36"}


@dataclass(frozen=True)
class Palette:
    """Paints texts where colour is on, and returns them as they are where it is off."""

    on: bool

    def bold(self, text: str) -> str:
        return self._paint("1", text)

    def faint(self, text: str) -> str:
        return self._paint("2", text)

    def help(self, text: str) -> str:
        return self._paint("1;32", text)

    def severity(self, severity: Severity, text: str) -> str:
        return self._paint(_SEVERITY[severity], text)

    def _paint(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text


def wants_colour(choice: str, stream: IO[Any]) -> bool:
    """Whether to paint what goes to `stream`; `choice` is auto, always or never."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"
