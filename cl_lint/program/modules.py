"""Modules of the program: their names, and what their imports mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import PurePosixPath
from typing import TypeVar

from ..models import Models
from ..syntax import summary as s
from ..syntax.traverse import children, composed, statements
from .runs import with_runs

V = TypeVar("V", bound=s.Value)
S = TypeVar("S", bound=s.Statement)


class Module:
    """A source file of the program; compared by identity. `models` say which of its calls run a callable
    (see `runs`); without them none does."""

    def __init__(self, summary: s.Summary, models: Models | None = None) -> None:
        self.summary, self.runs = with_runs(summary, models) if models is not None else (summary, {})
        self.values = self.summary.values
        self.path = summary.path
        self.parts = module_parts(summary.path)
        self.is_package = PurePosixPath(summary.path).name == "__init__.py"

    def __repr__(self) -> str:
        return f"Module({self.path})"

    @cached_property
    def _by_type(self) -> dict[type, list[tuple[s.ValueId, s.Value]]]:
        found: dict[type, list[tuple[s.ValueId, s.Value]]] = defaultdict(list)
        for numbered in enumerate(self.values):
            found[type(numbered[1])].append(numbered)
        return found

    def of(self, kind: type[V]) -> list[tuple[s.ValueId, V]]:
        """The values of one type, each with its number, in order. Most questions are about one type, and
        calls are but one value in ten."""
        return self._by_type.get(kind, [])  # type: ignore[return-value]  # by construction

    @cached_property
    def _statements(self) -> list[list[s.Statement]]:
        return [list(statements(function.body)) for function in self.summary.functions]

    def statements(self, function: int) -> list[s.Statement]:
        """Every statement of a function, nested ones included, outer before inner, in source order."""
        return self._statements[function]

    @cached_property
    def _placed(self) -> dict[type, list[tuple[int, s.Statement]]]:
        found: dict[type, list[tuple[int, s.Statement]]] = defaultdict(list)
        for number, inside in enumerate(self._statements):
            for statement in inside:
                found[type(statement)].append((number, statement))
        return found

    def placed(self, kind: type[S]) -> list[tuple[int, S]]:
        """The statements of one type, each with the number of the function that it stands in, in order."""
        return self._placed.get(kind, [])  # type: ignore[return-value]  # by construction

    @cached_property
    def _by_owner(self) -> dict[int, list[s.ValueId]]:
        found: dict[int, list[s.ValueId]] = defaultdict(list)
        for vid, owner in enumerate(self.summary.owners):
            found[owner].append(vid)
        return found

    def owned(self, function: int) -> list[s.ValueId]:
        """The numbers of the values that stand in a function, nested functions left out; in order."""
        return self._by_owner.get(function, [])

    @cached_property
    def generators(self) -> frozenset[int]:
        """The numbers of the functions that yield."""
        owners = self.summary.owners
        return frozenset(owners[i] for i, _ in self.of(s.Received))

    @cached_property
    def names_setattr(self) -> bool:
        """Whether the file calls `setattr`, or hands it to something."""
        return any(node.name == "setattr" for _, node in self.of(s.GlobalName))

    @cached_property
    def taken(self) -> frozenset[str]:
        """Names of functions that are used here other than by calling them, or that only a value leads to."""
        found = {f.name for f in self.summary.functions if _is_taken(f)}
        used = set(_used(self))
        found.update(node.name for vid, node in self.of(s.Attr) if vid in used)
        found.update(node.name for vid, node in self.of(s.GlobalName) if vid in used)
        found.update(node.name for vid, node in self.of(s.FreeName) if vid in used)
        found.update(node.name or "" for vid, node in self.of(s.Imported) if vid in used)
        made = (value.function for vid, value in self.of(s.FunctionValue) if vid in used)
        found.update(self.summary.functions[number].name for number in made)
        return frozenset(found)

    @cached_property
    def imports_of_names(self) -> frozenset[str]:
        """Every dotted module this file imports from, relative ones left out."""
        return frozenset(
            i.module if i.name is None or not i.module else f"{i.module}.{i.name}"
            for i in self.summary.imports
            if not i.level
        )


def _is_taken(function: s.Function) -> bool:
    is_nested = bool(function.parent) and function.cls is None
    return bool(function.decorators) or is_nested or not function.name.isidentifier()


def _used(module: Module) -> Iterator[s.ValueId]:
    """The values of a module that are used, other than by being called."""
    for _, call in module.of(s.Call):
        for arg in call.args:
            yield arg.value
    for kind in composed():
        if kind is not s.Call:
            for _, node in module.of(kind):
                yield from children(node)
    for function in module.summary.functions:
        yield from function.returns
        yield from function.yields
        yield from (p.default for p in function.params if p.default is not None)
    for store in module.summary.stores:
        yield store.value
    for bound in module.summary.globals.values():
        yield from (vid for vid in bound if not isinstance(module.values[vid], s.FunctionValue))
    for cls in module.summary.classes:
        yield from (v for v in cls.attributes.values() if not isinstance(module.values[v], s.FunctionValue))


def module_parts(path: str) -> tuple[str, ...]:
    """The dotted name's parts as seen from the project root: "a/b/__init__.py" is ("a", "b")."""
    pure = PurePosixPath(path)
    parts = pure.with_suffix("").parts
    return parts[:-1] if parts and parts[-1] == "__init__" else parts


class ModuleTable:
    """All modules, found by the names under which they can be imported.

    A file can be imported by its path from the project root, or from any folder above it: which
    folder is on the path (a `src` folder, a scripts folder) is not known, so that the nearest
    candidate to the importing file wins. `load` gives a module for a path that has not been
    lowered so far, or None.
    """

    def __init__(self, paths: Iterable[str], load: Callable[[str], Module | None]) -> None:
        self._load = load
        self._by_suffix: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._folders: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
        self._modules: dict[str, Module | None] = {}
        for path in sorted(paths):
            parts = module_parts(path)
            for start in range(len(parts)):
                self._by_suffix[parts[start:]].append(path)
            for end in range(1, len(parts)):
                for start in range(end):
                    self._folders[parts[start:end]].add(parts[:end])

    def module(self, path: str) -> Module | None:
        if path not in self._modules:
            self._modules[path] = self._load(path)
        return self._modules[path]

    def loaded(self) -> Iterator[Module]:
        """The modules in use so far, in order of path."""
        for path in sorted(self._modules):
            module = self._modules[path]
            if module is not None:
                yield module

    def find(self, parts: tuple[str, ...], importer: Module) -> Module | None:
        """The module that an absolute import of `parts` in `importer` means, or None."""
        path = self.locate(parts, importer.path)
        return None if path is None else self.module(path)

    def locate(self, parts: tuple[str, ...], importer: str) -> str | None:
        """The path of that module, without loading it; `importer` is the importing file's path."""
        candidates = self._by_suffix.get(parts)
        if not candidates:
            return None
        home = PurePosixPath(importer).parts[:-1]
        best = min(candidates, key=lambda path: (-_shared(home, path, parts), len(path), path))
        if len(parts) == 1 and (best == importer or not self._importable(best, importer)):
            return None
        return best

    def _importable(self, path: str, importer: str) -> bool:
        """A single name is a neighbour, a module at the root of its tree, or of a `src` folder:
        `import json` never means a/b/json.py of another package."""
        pure = PurePosixPath(path)
        folder = pure.parent.parent if pure.name == "__init__.py" else pure.parent
        home = PurePosixPath(importer).parent
        if folder == home:
            return not self._is_package(home) or len(home.parts) == 0
        if self._is_package(folder):
            return False
        return folder in home.parents or folder.name in ("src", "lib", "app") or len(folder.parts) == 0

    def _is_package(self, folder: PurePosixPath) -> bool:
        return f"{folder.as_posix()}/__init__.py" in self._by_suffix.get((*folder.parts,), [])

    def relative(self, importer: Module, level: int, module: str) -> tuple[str, ...] | None:
        """The parts, from the root, of what `from ..module import` in `importer` names."""
        return relative_parts(importer.path, level, module)

    def by_parts(self, parts: tuple[str, ...]) -> Module | None:
        """The module at exactly these parts from the root."""
        path = self.path_of(parts)
        return None if path is None else self.module(path)

    def path_of(self, parts: tuple[str, ...]) -> str | None:
        """The path of that module, without loading it."""
        for path in self._by_suffix.get(parts, ()):
            if module_parts(path) == parts:
                return path
        return None

    def is_folder(self, parts: tuple[str, ...]) -> bool:
        """Whether these parts name a folder with modules in it (a namespace package)."""
        return parts in self._folders

    def named(self, name: str) -> list[Module]:
        """Modules whose last part is `name`."""
        found = (self.module(path) for path in self.paths(name))
        return [m for m in found if m is not None]

    def paths(self, name: str) -> list[str]:
        """The paths of these modules, without loading them."""
        return self._by_suffix.get((name,), [])


def relative_parts(importer: str, level: int, module: str) -> tuple[str, ...] | None:
    """The parts, from the root, of what `from ..module import` names in the file at `importer`."""
    base = PurePosixPath(importer).parts[:-1]
    up = level - 1
    if up > len(base):
        return None
    base = base[: len(base) - up] if up else base
    return (*base, *(module.split(".") if module else ()))


def _shared(home: tuple[str, ...], path: str, parts: tuple[str, ...]) -> int:
    """How many folders the importing file shares with the tree in which `path` is `parts`."""
    tree = module_parts(path)[: -len(parts)]
    count = 0
    for ours, theirs in zip(home, tree, strict=False):
        if ours != theirs:
            break
        count += 1
    return count if count == len(tree) else -1
