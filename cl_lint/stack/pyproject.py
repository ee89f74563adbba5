"""`pyproject.toml`: PEP 621 and 735, Poetry, and the groups of uv and PDM from before PEP 735."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from packaging.utils import canonicalize_name

from cl_lint.findings import Place
from cl_lint.stack.facts import BUILD, MAIN, Declaration, Facts, Pin, PythonVersion, Unread
from cl_lint.stack.requirement import add_requirement, exact_version
from cl_lint.stack.requirements import Opener, read_requirements
from cl_lint.stack.sources import Source, UnreadableError

CLASSIFIER = "Programming Language :: Python :: "


def read_pyproject(source: Source, facts: Facts, open_file: Opener) -> None:
    """Note what the file declares; raises `UnreadableError` where it is no TOML."""
    values = source.toml()
    project = _table(values, "project")
    tool = _table(values, "tool")
    _requires_python(source, facts, project)
    _listed(source, facts, project.get("dependencies"), MAIN)
    for extra, listed in _table(project, "optional-dependencies").items():
        _listed(source, facts, listed, f"extra {extra}")
    for group, listed in _groups(values, tool):
        _listed(source, facts, listed, group)
    _listed(source, facts, _table(values, "build-system").get("requires"), BUILD)
    _dynamic(source, facts, tool, open_file)
    _poetry(source, facts, _table(tool, "poetry"))


def _table(values: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = values.get(key)
    return found if isinstance(found, dict) else {}


def _requires_python(source: Source, facts: Facts, project: Mapping[str, Any]) -> None:
    wanted = project.get("requires-python")
    if isinstance(wanted, str) and wanted.strip():
        place = source.key("requires-python")
        facts.pythons.append(PythonVersion(wanted.strip(), "requires-python", place))
    add_classifiers(source, facts, project.get("classifiers"))


def add_classifiers(source: Source, facts: Facts, listed: object) -> None:
    """Note the Python versions among trove classifiers."""
    for text in listed if isinstance(listed, list) else ():
        if isinstance(text, str) and text.startswith(CLASSIFIER):
            version = text.removeprefix(CLASSIFIER).strip()
            if version[:1].isdigit() and "::" not in version and " " not in version:
                facts.pythons.append(PythonVersion(version, "classifier", source.literal(text)))


def _groups(values: Mapping[str, Any], tool: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    yield from _table(values, "dependency-groups").items()
    yield "dev", _table(tool, "uv").get("dev-dependencies")
    yield from _table(_table(tool, "pdm"), "dev-dependencies").items()
    for name, environment in _table(_table(tool, "hatch"), "envs").items():
        if isinstance(environment, dict):
            for key in ("dependencies", "extra-dependencies"):
                yield name, environment.get(key)


def _listed(source: Source, facts: Facts, listed: object, group: str) -> None:
    """Note a list of requirements; tables in it include another group, which stands for itself."""
    for item in listed if isinstance(listed, list) else ():
        if isinstance(item, str):
            add_requirement(facts, item, group, source.literal(item))


def _dynamic(source: Source, facts: Facts, tool: Mapping[str, Any], open_file: Opener) -> None:
    """The files that setuptools reads dependencies from."""
    dynamic = _table(_table(tool, "setuptools"), "dynamic")
    named = {MAIN: dynamic.get("dependencies")}
    named.update({f"extra {k}": v for k, v in _table(dynamic, "optional-dependencies").items()})
    for group, entry in named.items():
        files = entry.get("file") if isinstance(entry, dict) else None
        for name in [files] if isinstance(files, str) else files if isinstance(files, list) else ():
            try:
                read_requirements(open_file(source.path.parent / str(name)), facts, open_file, group)
            except UnreadableError as error:
                facts.unread.append(Unread(source.literal(str(name)), f"the included file {error}"))


def _poetry(source: Source, facts: Facts, poetry: Mapping[str, Any]) -> None:
    add_classifiers(source, facts, poetry.get("classifiers"))
    tables = {MAIN: ("[tool.poetry.dependencies]", poetry.get("dependencies"))}
    tables["dev"] = ("[tool.poetry.dev-dependencies]", poetry.get("dev-dependencies"))
    for group, table in _table(poetry, "group").items():
        inner = table.get("dependencies") if isinstance(table, dict) else None
        tables[group] = (f"[tool.poetry.group.{group}.dependencies]", inner)
    for group, (header, table) in tables.items():
        start = max(source.text.find(header), 0)
        for name, wanted in table.items() if isinstance(table, dict) else ():
            if name.lower() == "python":
                version = _version(wanted)
                if version:
                    place = source.key(name, start)
                    facts.pythons.append(PythonVersion(version, "requires-python", place))
                continue
            for each in wanted if isinstance(wanted, list) else [wanted]:
                _add_poetry(facts, name, each, group, source.key(name, start))


def _add_poetry(facts: Facts, name: str, wanted: object, group: str, place: Place) -> None:
    table: Mapping[str, Any] = wanted if isinstance(wanted, dict) else {}
    origin = next(
        (o for key, o in (("git", "vcs"), ("url", "url"), ("path", "path")) if key in table), "index"
    )
    specifier = _version(wanted)
    if table.get("optional") is True and group == MAIN:
        group = "extra"
    extras = table.get("extras")
    facts.declarations.append(
        Declaration(
            name=canonicalize_name(name),
            written=name,
            specifier="" if specifier == "*" else specifier,
            group=group,
            place=place,
            extras=tuple(sorted(map(str, extras))) if isinstance(extras, list) else (),
            marker=str(table.get("markers", "")),
            origin=origin,
        )
    )
    if version := exact_version(specifier):
        facts.pins.append(Pin(canonicalize_name(name), version, place))


def _version(wanted: object) -> str:
    if isinstance(wanted, dict):
        wanted = wanted.get("version", "")
    return wanted.strip() if isinstance(wanted, str) else ""
