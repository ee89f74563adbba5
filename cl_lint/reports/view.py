"""What is shown, and how: the result, and what the user chose about its display."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from cl_lint.findings import Finding
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
    show_suppressed: bool = False

    @property
    def findings(self) -> list[Finding]:
        """The findings to show, in order of place."""
        return self.result.findings if self.show_suppressed else self.result.open_findings

    @cached_property
    def _repository(self) -> Path | None:
        if self.root is None:
            return None
        folders = (self.root, *self.root.parents)
        return next((folder for folder in folders if (folder / ".git").exists()), None)

    def repository_path(self, name: str) -> str:
        """The file of this name from the top of its repository, with `/` and not escaped, as services that
        show findings beside the code expect it; as it is where there is no repository."""
        if self.root is None or self._repository is None:
            return name
        return Path(os.path.relpath(self.root / name, self._repository)).as_posix()

    def path(self, name: str) -> str:
        """The file of this name, as a text shows it: from the working folder, escaped."""
        if self.root is not None and self.base is not None and self.root != self.base:
            try:
                name = Path(os.path.relpath(self.root / name, self.base)).as_posix()
            except ValueError:  # another drive
                name = (self.root / name).as_posix()
        return escape(name)
