"""The data files beside an application's sources: settings in TOML, JSON, YAML and INI, and `.env` files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

SUFFIXES = (".toml", ".json", ".yaml", ".yml", ".ini", ".cfg", ".conf")
# What belongs to tools and packaging, and is no setting of the application.
TOOLS = re.compile(
    r"^(?:pyproject|cl-lint|poetry|uv|pdm|ruff|mypy|tox|setup|package(?:-lock)?|tsconfig|mkdocs|pytest"
    r"|\.pre-commit.*|.*[-.]lock)\.(?:toml|json|yaml|yml|ini|cfg)$"
)
ENVIRONMENT = re.compile(r"^(?:\.env(?:\.[\w-]+)*|[\w.-]+\.env)$")
LOCAL = frozenset({".env", ".env.local"})
VARIABLE = re.compile(r"^\s*(?:export\s+)?(\w+)\s*=\s*(.*?)\s*$")
MAX_SIZE = 1 << 16
MAX_FILES = 400


class ProjectData:
    """The data files in the folders of a project's sources and above them, up to the project's root.
    They are listed and read when they are first asked for."""

    def __init__(self, root: Path, modules: Iterable[str]) -> None:
        self._root = Path(os.path.abspath(root))
        self._modules = tuple(modules)
        self._texts: dict[str, str | None] = {}

    @cached_property
    def _files(self) -> dict[str, str]:
        """The files, by name relative to the root; the values are their own names."""
        folders = {""}
        for module in self._modules:
            folder = module.rpartition("/")[0]
            while folder and folder not in folders and not folder.startswith(("..", "/")):
                folders.add(folder)
                folder = folder.rpartition("/")[0]
        found: dict[str, str] = {}
        for folder in sorted(folders):
            try:
                with os.scandir(self._root / folder) as listing:
                    entries = sorted(listing, key=lambda entry: entry.name)
            except OSError:
                continue
            for entry in entries:
                wanted = entry.name.endswith(SUFFIXES) or ENVIRONMENT.match(entry.name)
                if wanted and len(found) < MAX_FILES and _is_small(entry):
                    found[f"{folder}/{entry.name}" if folder else entry.name] = entry.name
        return found

    def _text(self, name: str) -> str | None:
        if name not in self._texts:
            try:
                self._texts[name] = (self._root / name).read_text("utf-8", "replace")
            except OSError:
                self._texts[name] = None
        return self._texts[name]

    def near(self, module_path: str, name: str) -> str | None:
        """The text of the file `name` beside the module, or anywhere between it and the root of the
        project; None where there is none."""
        if "://" in name or not self._files:
            return None
        parts = [part for part in re.split(r"[\\/]", name) if part not in ("", ".", "..")]
        folder = module_path.rpartition("/")[0]
        while True:
            for wanted in ("/".join(parts), parts[-1] if parts else ""):
                path = f"{folder}/{wanted}" if folder else wanted
                if path in self._files:
                    return self._text(path)
            if not folder:
                return None
            folder = folder.rpartition("/")[0]

    @cached_property
    def environment(self) -> Mapping[str, str]:
        """What the files of environment variables set. A variable of several files has the value of the
        first, in the order of their names, those of one machine last."""
        found: dict[str, str] = {}
        names = [name for name, own in self._files.items() if ENVIRONMENT.match(own)]
        for name in sorted(names, key=lambda name: (self._files[name] in LOCAL, name)):
            for key, value in variables(self._text(name) or "").items():
                found.setdefault(key, value)
        return found

    def words(self, hints: Iterable[str]) -> tuple[str, ...]:
        """What a source has to name to be about the API by way of a data file that holds one of `hints`:
        the file's name, or the environment variable."""
        hints = tuple(hints)
        found = [key for key, value in self.environment.items() if any(h in value.lower() for h in hints)]
        for name, own in self._files.items():
            if ENVIRONMENT.match(own) or TOOLS.match(own):
                continue
            text = (self._text(name) or "").lower()
            if any(hint in text for hint in hints):
                found.append(own)
        return tuple(dict.fromkeys(found))


def _is_small(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file() and entry.stat().st_size <= MAX_SIZE
    except OSError:
        return False


def variables(text: str) -> dict[str, str]:
    """The variables that a `.env` file sets, quotes and comments taken off."""
    found = {}
    for line in text.splitlines():
        match = VARIABLE.match(line)
        if match:
            value = match[2]
            if value[:1] in ("'", '"') and value.find(value[0], 1) > 0:
                value = value[1 : value.index(value[0], 1)]
            else:
                value = value.split(" #")[0].rstrip()
            found[match[1]] = value
    return found
