"""Finding and parsing the file that holds the configuration."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

OWN_NAME = "cl-lint.toml"
PROJECT_NAME = "pyproject.toml"

EXTEND = "extend"

_MOST_BYTES = 1_000_000
_LONGEST_CHAIN = 8


class ConfigError(ValueError):
    """The configuration cannot be used: a sentence for each problem, one a line."""

    def __init__(self, problems: Iterable[str]) -> None:
        super().__init__("\n".join(problems))


@dataclass(frozen=True)
class ConfigFile:
    """The keys of a configuration file, as TOML gives them."""

    path: Path
    keys: Mapping[str, object]


def find_file(start: Path) -> ConfigFile | None:
    """The configuration nearest to `start`, from its folder upwards. `cl-lint.toml` wins over
    `pyproject.toml`, which counts only with a `[tool.cl-lint]` table. Raises `ConfigError`."""
    start = Path(os.path.abspath(start))
    for folder in (start, *start.parents) if start.is_dir() else start.parents:
        if (folder / OWN_NAME).is_file():
            return read_file(folder / OWN_NAME)
        project = folder / PROJECT_NAME
        if project.is_file() and b"cl-lint" in _read(project):
            found = _project_table(project, _parse(project))
            if found is not None:
                return found
    return None


def read_file(path: Path) -> ConfigFile:
    """The configuration in this file, whatever its name. Raises `ConfigError`."""
    path = Path(os.path.abspath(path))
    if not path.is_file():
        raise ConfigError([f"{path}: no such file"])
    values = _parse(path)
    found = _project_table(path, values)
    if found is not None:
        return found
    if path.name == PROJECT_NAME:
        raise ConfigError([f"{path}: there is no [tool.cl-lint] table"])
    return ConfigFile(path, values)


def chain(source: ConfigFile) -> tuple[ConfigFile, ...]:
    """`source`, the file that its `extend` names (relative to it), that file's, and so on.

    Raises `ConfigError` for a file that cannot be used, a circle, or a chain longer than eight files.
    """
    files = [source]
    while EXTEND in files[-1].keys:
        last = files[-1]
        named = last.keys[EXTEND]
        if not isinstance(named, str) or not named.strip():
            raise ConfigError([f"{last.path}: {EXTEND}: expected the path of a file, not {named!r}"])
        parent = Path(os.path.abspath(last.path.parent / named))
        if any(parent == each.path for each in files):
            raise ConfigError([f"{last.path}: {EXTEND}: {parent} extends this file in turn"])
        if len(files) == _LONGEST_CHAIN:
            raise ConfigError([f"{source.path}: {EXTEND}: more than {_LONGEST_CHAIN} files in a row"])
        if not parent.is_file():
            raise ConfigError([f"{last.path}: {EXTEND}: {parent}: no such file"])
        files.append(read_file(parent))
    return tuple(files)


def has_settings(path: Path) -> bool:
    """Whether the file at this path, of one of the two names, configures cl-lint. Raises `ConfigError`."""
    if path.name == OWN_NAME:
        return path.is_file()
    return path.is_file() and b"cl-lint" in _read(path) and _project_table(path, _parse(path)) is not None


def _project_table(path: Path, values: Mapping[str, object]) -> ConfigFile | None:
    tool = values.get("tool")
    if not isinstance(tool, dict) or "cl-lint" not in tool:
        return None
    table = tool["cl-lint"]
    if not isinstance(table, dict):
        raise ConfigError([f"{path}: tool.cl-lint: expected a table"])
    if path.name == OWN_NAME:
        raise ConfigError([f"{path}: the keys belong at the top of this file, not in [tool.cl-lint]"])
    return ConfigFile(path, table)


def _parse(path: Path) -> dict[str, object]:
    import tomli

    try:
        return dict(tomli.loads(_read(path).decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise ConfigError([f"{path}: not valid UTF-8"]) from error
    except (tomli.TOMLDecodeError, RecursionError) as error:
        raise ConfigError([f"{path}: not valid TOML: {error}"]) from error


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise ConfigError([f"{path}: cannot be read: {error.strerror}"]) from error
    if len(data) > _MOST_BYTES:
        raise ConfigError([f"{path}: larger than {_MOST_BYTES // 1_000_000} MB"])
    return data
