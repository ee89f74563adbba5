"""What is shown, and how: the result, and what the user chose about its display."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from cl_lint.reports.colour import Palette
from cl_lint.reports.escaping import escape
from cl_lint.result import Result


@dataclass(frozen=True)
class View:
    """A result and how to show it. With `base`, texts show paths relative to that folder, not to `root`."""

    result: Result
    palette: Palette = field(default_factory=lambda: Palette(False))
    quiet: bool = False
    statistics: bool = False
    root: Path | None = None
    base: Path | None = None

    def path(self, name: str) -> str:
        """The file of this name, as a text shows it: from the working folder, escaped."""
        if self.root is not None and self.base is not None and self.root != self.base:
            try:
                name = Path(os.path.relpath(self.root / name, self.base)).as_posix()
            except ValueError:  # another drive
                name = (self.root / name).as_posix()
        return escape(name)
