"""The stack of one project, put together from all its files."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from cl_lint.findings import Place
from cl_lint.models import Models, load_models
from cl_lint.sources import relative_name
from cl_lint.stack.facts import Declaration, Dependency, Facts, Pin, Stack, Unread
from cl_lint.stack.locks import read_pipfile_lock, read_toml_lock
from cl_lint.stack.pyproject import read_pyproject
from cl_lint.stack.pythons import read_dockerfile, read_python_version, read_runtime, read_tool_versions
from cl_lint.stack.requirements import read_requirements
from cl_lint.stack.setup_files import read_pipfile, read_setup_cfg, read_setup_py
from cl_lint.stack.sources import Source, UnreadableError, find_files, read_source
from cl_lint.stack.uses import Uses

_READERS: dict[str, Callable[[Source, Facts], None]] = {
    "setup.cfg": read_setup_cfg,
    "setup.py": read_setup_py,
    "Pipfile": read_pipfile,
    "Pipfile.lock": read_pipfile_lock,
    "poetry.lock": read_toml_lock,
    "uv.lock": read_toml_lock,
    "pdm.lock": read_toml_lock,
    ".python-version": read_python_version,
    "runtime.txt": read_runtime,
    ".tool-versions": read_tool_versions,
}


def read_stack(
    root: Path,
    sources: Mapping[str, bytes],
    exclude: Sequence[str] = (),
    models: Models | None = None,
) -> Stack:
    """The stack of the project in the folder `root`.

    `sources` are the bytes of its Python files by name, which tell what is imported; `exclude` holds
    gitignore patterns. A file that cannot be read is in the answer, and stops nothing.
    """
    facts, files = Facts(), []
    ordered = sorted(find_files(root, exclude), key=lambda path: relative_name(path, root))
    for path in ordered:
        try:
            source = read_source(path, root)
            _read(source, facts, root)
            files.append(source.name)
        except UnreadableError as error:
            facts.unread.append(Unread(Place(relative_name(path, root), 1, 1, 1, 2), str(error)))
    uses = Uses(models or load_models(), sources)
    return _assembled(facts, uses, files)


def _read(source: Source, facts: Facts, root: Path) -> None:
    def open_file(path: Path) -> Source:
        if Path(os.path.realpath(root)) not in Path(os.path.realpath(path)).parents:
            raise UnreadableError("lies outside of the project")
        return read_source(path, root)

    name = source.path.name
    if name == "pyproject.toml":
        read_pyproject(source, facts, open_file)
    elif name in _READERS:
        _READERS[name](source, facts)
    elif name.startswith("pylock"):
        read_toml_lock(source, facts)
    elif "dockerfile" in name.lower() or "containerfile" in name.lower():
        read_dockerfile(source, facts)
    else:
        read_requirements(source, facts, open_file)


def _assembled(facts: Facts, uses: Uses, files: Iterable[str]) -> Stack:
    declared: dict[str, dict[Declaration, None]] = defaultdict(dict)
    for declaration in facts.declarations:
        declared[declaration.name][declaration] = None
    pinned: dict[str, list[Pin]] = defaultdict(list)
    for pin in facts.pins:
        pinned[pin.name].append(pin)
    dependencies = [_dependency(name, list(declared[name]), pinned[name], uses) for name in sorted(declared)]
    undeclared = [] if pinned and not declared else sorted(uses.undeclared(declared))
    dependencies += [_dependency(name, [], pinned[name], uses) for name in undeclared]
    rest = sorted(set(pinned) - set(declared) - set(undeclared))
    return Stack(
        pythons=tuple(dict.fromkeys(facts.pythons)),
        dependencies=tuple(dependencies),
        locked=tuple(_dependency(name, [], pinned[name], uses) for name in rest if pinned[name]),
        files=tuple(files),
        unread=tuple(dict.fromkeys(facts.unread)),
    )


def _dependency(name: str, declared: Sequence[Declaration], pins: Sequence[Pin], uses: Uses) -> Dependency:
    importers = uses.importers(name)
    places = [each.place for each in declared] or [pin.place for pin in pins]
    return Dependency(
        name=name,
        written=declared[0].written if declared else name,
        specifiers=_unique(each.specifier for each in declared if each.specifier),
        groups=tuple(sorted({each.group for each in declared})),
        versions=_unique(pin.version for pin in pins),
        extras=_unique(extra for each in declared for extra in each.extras),
        markers=_unique(each.marker for each in declared if each.marker),
        origins=_unique(each.origin for each in declared),
        uses=uses.uses(name),
        is_imported=bool(importers) if importers or uses.is_known(name) else None,
        imported_by=importers,
        places=tuple(dict.fromkeys(places)),
    )


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
