"""Lock files: which version of what is installed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from packaging.utils import canonicalize_name

from cl_lint.stack.facts import Facts, Pin, PythonVersion
from cl_lint.stack.requirement import exact_version
from cl_lint.stack.sources import Source

_NAME = re.compile(r"^[ \t]*name[ \t]*=[ \t]*[\"']([^\"'\r\n]+)[\"']", re.MULTILINE)
_OWN = ("editable", "virtual", "directory")  # what uv and PEP 751 say of the project itself, or of its parts


def read_toml_lock(source: Source, facts: Facts) -> None:
    """Note the packages of a lock file in TOML: Poetry, uv, PDM, PEP 751. Raises `UnreadableError`."""
    values = source.toml()
    listed = values.get("package", values.get("packages"))
    offsets = _offsets(source)
    for package in listed if isinstance(listed, list) else ():
        if isinstance(package, dict) and not _is_own(package):
            name, version = package.get("name"), package.get("version")
            if isinstance(name, str) and isinstance(version, str):
                taken = offsets.get(name, [])
                start, end = taken.pop(0) if taken else (0, 1)
                facts.pins.append(Pin(canonicalize_name(name), version, source.place(start, end)))
    wanted = values.get("requires-python") or _metadata_python(values)
    if isinstance(wanted, str) and wanted.strip():
        facts.pythons.append(PythonVersion(wanted.strip(), "lock file", source.literal(wanted)))


def read_pipfile_lock(source: Source, facts: Facts) -> None:
    """Note the packages of a `Pipfile.lock`; raises `UnreadableError`."""
    values = source.json()
    for section in ("default", "develop"):
        table = values.get(section)
        for name, entry in table.items() if isinstance(table, dict) else ():
            wanted = entry.get("version", "") if isinstance(entry, dict) else ""
            version = exact_version(wanted) if isinstance(wanted, str) else ""
            if version:
                facts.pins.append(Pin(canonicalize_name(name), version, source.literal(name)))


def _offsets(source: Source) -> dict[str, list[tuple[int, int]]]:
    """Where each name stands, in order."""
    found: dict[str, list[tuple[int, int]]] = {}
    for match in _NAME.finditer(source.text):
        found.setdefault(match[1], []).append(match.span())
    return found


def _is_own(package: Mapping[str, Any]) -> bool:
    origin = package.get("source")
    keys: Iterable[str] = origin if isinstance(origin, dict) else package
    return any(key in keys for key in _OWN)


def _metadata_python(values: Mapping[str, Any]) -> object:
    metadata = values.get("metadata")
    if not isinstance(metadata, dict):
        return None
    targets = metadata.get("targets")
    first = targets[0] if isinstance(targets, list) and targets and isinstance(targets[0], dict) else {}
    return metadata.get("python-versions") or first.get("requires_python")
