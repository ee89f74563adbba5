"""The platforms that a project declares: the operating system classifiers of its packaging files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..findings import Place

if TYPE_CHECKING:
    from .application import Application

FILES = ("pyproject.toml", "setup.cfg", "setup.py")
CLASSIFIER = re.compile(r"Operating System :: ([^\"'\n#,\]]+)")
SUPPORTED = ("MacOS", "iOS", "Android", "Microsoft", "OS Independent")
MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class Declared:
    """A platform that a packaging file declares, as its classifier spells it."""

    name: str
    place: Place

    @property
    def is_supported(self) -> bool:
        """Whether CloudLink supports it, or it says nothing against one that is."""
        return self.name.startswith(SUPPORTED) and not self.name.startswith("Microsoft :: MS-DOS")


class Platforms:
    def __init__(self, app: Application) -> None:
        self._root = app.root

    @cached_property
    def declared(self) -> tuple[Declared, ...]:
        """The platforms declared at the root of the project, in order; empty where none is."""
        if self._root is None:
            return ()
        return tuple(d for name in FILES for d in self._in_file(self._root / name))

    def _in_file(self, path: Path) -> list[Declared]:
        try:
            if path.stat().st_size > MOST_BYTES:
                return []
            lines = path.read_text("utf-8", "replace").splitlines()
        except OSError:
            return []
        found = []
        for number, line in enumerate(lines, 1):
            if line.lstrip().startswith("#"):
                continue
            for match in CLASSIFIER.finditer(line):
                place = Place(path.name, number, match.start() + 1, number, match.end() + 1)
                found.append(Declared(match.group(1).strip(), place))
        return found
