"""`setup.cfg`, `setup.py` (as text, never run) and `Pipfile`."""

from __future__ import annotations

import ast
import configparser
import warnings
from collections.abc import Iterator
from typing import Any

from packaging.utils import canonicalize_name

from cl_lint.stack.facts import BUILD, MAIN, Declaration, Facts, Pin, PythonVersion
from cl_lint.stack.pyproject import add_classifiers
from cl_lint.stack.requirement import add_requirement, exact_version
from cl_lint.stack.sources import Source, UnreadableError

_MOST_SETUP = 200_000  # characters of a setup.py


def read_setup_cfg(source: Source, facts: Facts) -> None:
    """Note what `setup.cfg` declares; raises `UnreadableError`."""
    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read_string(source.text)
    except configparser.Error as error:
        raise UnreadableError(f"not valid: {error.message.splitlines()[0]}") from error
    wanted = _option(parser, "options", "python_requires")
    if wanted:
        facts.pythons.append(PythonVersion(wanted, "requires-python", source.key("python_requires")))
    add_classifiers(source, facts, _option(parser, "metadata", "classifiers").splitlines())
    _lines(source, facts, _option(parser, "options", "install_requires"), MAIN)
    _lines(source, facts, _option(parser, "options", "setup_requires"), BUILD)
    _lines(source, facts, _option(parser, "options", "tests_require"), "tests")
    if parser.has_section("options.extras_require"):
        for extra, listed in parser.items("options.extras_require"):
            _lines(source, facts, listed, f"extra {extra}")


def _option(parser: configparser.RawConfigParser, section: str, key: str) -> str:
    spelled = (key, key.replace("_", "-"))
    return next((parser.get(section, k).strip() for k in spelled if parser.has_option(section, k)), "")


def _lines(source: Source, facts: Facts, text: str, group: str) -> None:
    for line in text.splitlines():
        line = line.strip()
        if line and not line.startswith(("#", "file:")):
            add_requirement(facts, line, group, source.literal(line))


def read_setup_py(source: Source, facts: Facts) -> None:
    """Note what the call of `setup` in `setup.py` says in literals; raises `UnreadableError`."""
    if len(source.text) > _MOST_SETUP:
        raise UnreadableError(f"longer than {_MOST_SETUP} characters")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # they are about the application, and go to standard error
            tree = ast.parse(source.text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise UnreadableError("not valid Python") from error
    for name, value in _setup_arguments(tree):
        if name == "python_requires" and isinstance(value, str):
            facts.pythons.append(PythonVersion(value, "requires-python", source.key(name)))
        elif name == "classifiers":
            add_classifiers(source, facts, value)
        elif name == "install_requires":
            _literals(source, facts, value, MAIN)
        elif name == "extras_require" and isinstance(value, dict):
            for extra, listed in value.items():
                _literals(source, facts, listed, f"extra {extra}")


def _setup_arguments(tree: ast.Module) -> Iterator[tuple[str, Any]]:
    known: dict[str, Any] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            known[node.targets[0].id] = _literal(node.value)
    for node in tree.body:
        for call in ast.walk(node):
            if (
                isinstance(call, ast.Call)
                and getattr(call.func, "attr", getattr(call.func, "id", "")) == "setup"
            ):
                for keyword in call.keywords:
                    value = keyword.value
                    named = known.get(value.id) if isinstance(value, ast.Name) else _literal(value)
                    if keyword.arg and named is not None:
                        yield keyword.arg, named


def _literal(node: ast.expr) -> Any:
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return None


def _literals(source: Source, facts: Facts, listed: object, group: str) -> None:
    for item in listed if isinstance(listed, (list, tuple)) else [listed]:
        if isinstance(item, str):
            for line in item.splitlines():
                if line.strip():
                    add_requirement(facts, line, group, source.literal(line.strip()))


def read_pipfile(source: Source, facts: Facts) -> None:
    """Note what a `Pipfile` declares; raises `UnreadableError`."""
    values = source.toml()
    requires = values.get("requires")
    for key in ("python_full_version", "python_version"):
        wanted = requires.get(key) if isinstance(requires, dict) else None
        if isinstance(wanted, str):
            facts.pythons.append(PythonVersion(wanted, "Pipfile", source.key(key)))
            break
    for section, group in (("packages", MAIN), ("dev-packages", "dev")):
        table = values.get(section)
        start = max(source.text.find(f"[{section}]"), 0)
        for name, wanted in table.items() if isinstance(table, dict) else ():
            entry = wanted if isinstance(wanted, dict) else {"version": wanted}
            extras = entry.get("extras")
            specifier = str(entry.get("version", "")).strip()
            origins = (("git", "vcs"), ("file", "url"), ("path", "path"))
            facts.declarations.append(
                Declaration(
                    name=canonicalize_name(name),
                    written=name,
                    specifier="" if specifier == "*" else specifier,
                    group=group,
                    place=source.key(name, start),
                    extras=tuple(sorted(map(str, extras))) if isinstance(extras, list) else (),
                    marker=str(entry.get("markers", "")),
                    origin=next((origin for key, origin in origins if key in entry), "index"),
                )
            )
            if version := exact_version(specifier):
                facts.pins.append(Pin(canonicalize_name(name), version, source.key(name, start)))
