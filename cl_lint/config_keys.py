"""The keys a configuration may have, and how each is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Any

from cl_lint.catalog import KINDS, LEVELS, Catalog
from cl_lint.config_files import ConfigError, ConfigFile
from cl_lint.findings import Confidence, Severity
from cl_lint.policy import nearest
from cl_lint.selection import resolve
from cl_lint.sources.ignoring import is_pattern

FAIL_ON = ("error", "warning", "advice", "never")
CONFIDENCES = tuple(item.value for item in sorted(Confidence, key=lambda item: item.rank))

Reader = Callable[[object], object]


def read_keys(source: ConfigFile, catalog: Catalog) -> dict[str, Any]:
    """The arguments of `Config` that a file gives. Raises `ConfigError` with every problem in the file."""
    readers = _readers(source, catalog)
    read: dict[str, Any] = {}
    problems: list[str] = []
    for key, value in source.keys.items():
        if key in _POLICY_KEYS:
            continue
        if key not in readers:
            problems.append(f"unknown key {key!r}{nearest(key, [*readers, *_POLICY_KEYS])}")
            continue
        try:
            read[key.replace("-", "_")] = readers[key](value)
        except ValueError as error:
            problems += [f"{key}: {line}" for line in str(error).splitlines()]
    try:
        read["policy"] = catalog.policy.override(_policy_values(source))
    except ValueError as error:
        problems += str(error).splitlines()
    if problems:
        raise ConfigError(f"{source.path}: {problem}" for problem in problems)
    return read


_POLICY_KEYS = ("hosts", "policy")


def _readers(source: ConfigFile, catalog: Catalog) -> dict[str, Reader]:
    def rules(value: object) -> frozenset[str]:
        return resolve(_texts(value), catalog.rules)

    return {
        "level": _choice(LEVELS),
        "kind": _choice(KINDS),
        "client-id-issued": _flag,
        "select": rules,
        "ignore": rules,
        "exclude": _patterns,
        "min-confidence": lambda value: Confidence(_choice(CONFIDENCES)(value)),
        "fail-on": read_fail_on,
        "webhook-justification": _sentence,
        "models": lambda value: _files(value, source.path.parent),
        "attestations": lambda value: _file_below(value, source.path.parent),
    }


def _policy_values(source: ConfigFile) -> dict[str, object]:
    table = source.keys.get("policy", {})
    if not isinstance(table, dict):
        raise ValueError(f"policy: expected a table, not {table!r}")
    if "hosts" in source.keys and "hosts" in table:
        raise ValueError("hosts: given twice, by itself and under policy")
    values = dict(table)
    if "hosts" in source.keys:
        values["hosts"] = source.keys["hosts"]
    return values


def _choice(known: tuple[str, ...]) -> Callable[[object], str]:
    def read(value: object) -> str:
        if not isinstance(value, str) or value not in known:
            hint = nearest(value, known) if isinstance(value, str) else ""
            raise ValueError(f"expected one of {', '.join(known)}, not {value!r}{hint}")
        return value

    return read


def read_fail_on(value: object) -> Severity | None:
    """The severity from which on findings fail a run; `never` is None."""
    word = _choice(FAIL_ON)(value)
    return None if word == "never" else Severity(word)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"expected true or false, not {value!r}")
    return value


def _sentence(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"expected a sentence, not {value!r}")
    return value.strip()


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"expected a list of texts, not {value!r}")
    return tuple(value)


def _patterns(value: object) -> tuple[str, ...]:
    patterns = _texts(value)
    wrong = [pattern for pattern in patterns if not is_pattern(pattern)]
    if wrong:
        raise ValueError("\n".join(f"{pattern!r} is no pattern that .gitignore knows" for pattern in wrong))
    return patterns


def _file_below(value: object, folder: Path) -> Path:
    """A file that the program may write: never outside the folder of the configuration."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"expected the name of a file, not {value!r}")
    parts = PurePath(value)
    if parts.is_absolute() or parts.drive or ".." in parts.parts or "\0" in value:
        raise ValueError(f"{value!r} is not below the folder of this file")
    return folder / parts


def _files(value: object, folder: Path) -> tuple[Path, ...]:
    paths = tuple(folder / name for name in _texts(value))
    missing = [str(path) for path in paths if not path.is_file()]
    if missing:
        raise ValueError("\n".join(f"{path}: no such file" for path in missing))
    return paths
