"""The keys a configuration may have, and how each is read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from cl_lint.catalog import KINDS, LEVELS, Catalog, load_catalog
from cl_lint.config_files import EXTEND, ConfigError, ConfigFile
from cl_lint.findings import Confidence, Severity
from cl_lint.policy import Policy, nearest
from cl_lint.selection import resolve
from cl_lint.sources.ignoring import is_pattern
from cl_lint.version import VERSION
from cl_lint.waivers import read_waivers

FAIL_ON = ("error", "warning", "advice", "never")
CONFIDENCES = tuple(item.value for item in sorted(Confidence, key=lambda item: item.rank))

REQUIRED_VERSION = "required-version"

Reader = Callable[[object], object]
PerFile = tuple[tuple[str, frozenset[str]], ...]


def read_keys(chain: Sequence[ConfigFile], catalog: Catalog) -> tuple[dict[str, Any], dict[str, Path]]:
    """The arguments of `Config` that the files give, and for each key the file it is from.

    The nearest file comes first and wins; `policy` and `per-file-ignores` are joined key by key, waivers are
    added to those of the files further on. Raises `ConfigError` with every problem in the files.
    """
    read: dict[str, Any] = {"policy": catalog.policy}
    origins: dict[str, Path] = {}
    problems: list[str] = []
    for source in reversed(chain):
        try:
            own = _read_file(source, catalog, read["policy"])
        except ConfigError as error:
            problems += str(error).splitlines()
            continue
        for key, value in own.items():
            read[key] = _JOINED[key](read[key], value) if key in _JOINED and key in read else value
        origins.update(dict.fromkeys(_named(source), source.path))
    if problems:
        raise ConfigError(problems)
    return read, origins


def key_names() -> tuple[str, ...]:
    """Every key that a configuration may have, those of the policy table left out."""
    return tuple(sorted([EXTEND, *_POLICY_KEYS, *_readers(Path(), load_catalog())]))


def _read_file(source: ConfigFile, catalog: Catalog, policy: Policy) -> dict[str, Any]:
    readers = _readers(source.path.parent, catalog)
    read: dict[str, Any] = {}
    problems: list[str] = []
    if REQUIRED_VERSION in source.keys:
        # By itself and first: what else is wrong may be what only the version asked for knows.
        try:
            _required_version(source.keys[REQUIRED_VERSION])
        except ValueError as error:
            raise ConfigError([f"{source.path}: {REQUIRED_VERSION}: {error}"]) from error
    for key, value in source.keys.items():
        if key in (*_POLICY_KEYS, EXTEND):
            continue
        if key not in readers:
            problems.append(f"unknown key {key!r}{nearest(key, [*readers, *_POLICY_KEYS, EXTEND])}")
            continue
        try:
            read[key.replace("-", "_")] = readers[key](value)
        except ValueError as error:
            problems += [f"{key}: {line}" for line in str(error).splitlines()]
    try:
        read["policy"] = policy.override(_policy_values(source))
    except ValueError as error:
        problems += str(error).splitlines()
    if problems:
        raise ConfigError(f"{source.path}: {problem}" for problem in problems)
    return read


def _named(source: ConfigFile) -> Iterator[str]:
    """The keys that a file gives, those of its policy table as `policy.max-retries`."""
    for key in source.keys:
        if key == "policy":
            table = source.keys[key]
            yield from (f"policy.{name}" for name in (table if isinstance(table, dict) else ()))
        elif key == "hosts":
            yield "policy.hosts"
        elif key != EXTEND:
            yield key


_POLICY_KEYS = ("hosts", "policy")


def _both_patterns(parent: PerFile, child: PerFile) -> PerFile:
    return tuple({**dict(parent), **dict(child)}.items())


_JOINED: dict[str, Callable[[Any, Any], Any]] = {
    "per_file_ignores": _both_patterns,
    "waivers": lambda parent, child: (*child, *parent),
}


def _readers(folder: Path, catalog: Catalog) -> dict[str, Reader]:
    def rules(value: object) -> frozenset[str]:
        return resolve(_texts(value), catalog.rules)

    return {
        REQUIRED_VERSION: _required_version,
        "level": _choice(LEVELS),
        "kind": _choice(KINDS),
        "client-id-issued": _flag,
        "select": rules,
        "ignore": rules,
        "exclude": _patterns,
        "min-confidence": lambda value: Confidence(_choice(CONFIDENCES)(value)),
        "fail-on": read_fail_on,
        "webhook-justification": _sentence,
        "models": lambda value: _files(value, folder),
        "per-file-ignores": lambda value: _per_file(value, catalog),
        "waivers": lambda value: read_waivers(value, catalog.rules),
        "baseline": lambda value: _path_inside(value, folder),
        "attestations": lambda value: _path_inside(value, folder),
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


def _required_version(value: object) -> str:
    """A specifier that this version of cl-lint meets; a version alone stands for exactly that one."""
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"expected versions such as '>=0.1,<0.2', not {value!r}")
    text = value.strip()
    try:
        versions = SpecifierSet(f"=={text}" if text[0].isdigit() else text)
    except InvalidSpecifier:
        raise ValueError(f"expected versions such as '>=0.1,<0.2', not {value!r}") from None
    if not versions.contains(VERSION, prereleases=True):
        raise ValueError(f"asks for cl-lint {text}, this is {VERSION}: install a version that fits")
    return text


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


def _files(value: object, folder: Path) -> tuple[Path, ...]:
    paths = tuple(folder / name for name in _texts(value))
    missing = [str(path) for path in paths if not path.is_file()]
    if missing:
        raise ValueError("\n".join(f"{path}: no such file" for path in missing))
    return paths


def _path(value: object, folder: Path) -> Path:
    """The path of a file that need not exist yet."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"expected the path of a file, not {value!r}")
    return Path(os.path.abspath(folder / value))


def _path_inside(value: object, folder: Path) -> Path:
    """As `_path`, but below `folder`: the file is written to, and the configuration may be a stranger's."""
    path = _path(value, folder)
    if Path(os.path.abspath(folder)) not in path.parents:
        raise ValueError(f"{value!r} lies outside the folder of this file")
    return path


def _per_file(value: object, catalog: Catalog) -> PerFile:
    if not isinstance(value, dict):
        raise ValueError(f"expected a table of patterns, each with a list of rules, not {value!r}")
    found: dict[str, frozenset[str]] = {}
    problems: list[str] = []
    for pattern, selectors in value.items():
        try:
            _patterns([pattern])
            found[pattern] = resolve(_texts(selectors), catalog.rules)
        except ValueError as error:
            problems += [f"{pattern!r}: {line}" for line in str(error).splitlines()]
    if problems:
        raise ValueError("\n".join(problems))
    return tuple(found.items())
