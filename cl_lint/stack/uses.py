"""What packages are for, by the rows of the models, and which files import them, by their bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from cl_lint.models import Models
from cl_lint.models.auth_rows import GrantClass, Socket, TokenGrant, TokenReader
from cl_lint.models.package_rows import Package
from cl_lint.models.retry_rows import Retry
from cl_lint.models.rows import Client, Log, Request, Row
from cl_lint.models.time_rows import Clock

# What it says of a package that one of its names has a row in such a table.
_BY_TABLE: tuple[tuple[type[Row], str], ...] = (
    (Request, "HTTP client"),
    (Client, "HTTP client"),
    (Socket, "WebSocket"),
    (Retry, "retry"),
    (Log, "logging"),
    (TokenReader, "JWT"),
    (TokenGrant, "OAuth"),
    (GrantClass, "OAuth"),
    (Clock, "time"),
)
# A statement at the start of a line, or behind a colon or semicolon.
_IMPORT = re.compile(
    rb"(?:^|[:;])[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b|import[ \t]+([\w., \t]+))", re.MULTILINE
)
_NAMES = re.compile(rb"(?:from[ \t]+[\w.]+[ \t]+import)[ \t]*(?:\(([^)]*)\)|([^\r\n;#]*))")


class Uses:
    """Answers for one set of models and one set of source files (names and bytes)."""

    def __init__(self, models: Models, sources: Mapping[str, bytes]) -> None:
        self._packages = models.rows(Package)
        self._by_module = _by_module(models)
        self._importers: dict[str, set[str]] = {}
        for name, data in sources.items():
            for dotted in imported_names(data):
                self._importers.setdefault(dotted.lower(), set()).add(name)
        self._own = {part for name in sources for part in _own_modules(name)}

    def modules(self, name: str) -> tuple[str, ...]:
        """The modules under which a package (normalised name) is imported."""
        row = self._packages.get(name)
        return row.imports if row is not None and row.imports else (name.replace("-", "_"),)

    def uses(self, name: str) -> tuple[str, ...]:
        """What a package is for; empty where nobody knows."""
        row = self._packages.get(name)
        if row is not None:
            return (*row.uses, *self._uses_of_parts(name))
        return tuple(
            dict.fromkeys(use for module in self.modules(name) for use in self._by_module.get(module, ()))
        )

    def _uses_of_parts(self, name: str) -> Iterator[str]:
        """What else a package is for because of the modules of it that are imported."""
        starts = tuple(f"{module}." for module in self.modules(name))
        for part, row in self._packages.items():
            if part.startswith(starts) and self._importers.get(part.lower()):
                yield from row.uses

    def importers(self, name: str) -> tuple[str, ...]:
        """The files that import a package, in order."""
        found: set[str] = set()
        for module in self.modules(name):
            found |= self._importers.get(module.lower(), set())
        return tuple(sorted(found))

    def is_known(self, name: str) -> bool:
        """Whether it is known how the package is imported."""
        return name in self._packages

    def undeclared(self, declared: Iterable[str]) -> Iterator[str]:
        """The known packages that are imported although no file declares them, and that are not the
        project's own."""
        taken = {module.lower() for name in declared for module in self.modules(name)}
        for name in self._packages:
            if "." in name:
                continue
            modules = {module.lower() for module in self.modules(name)}
            if modules & taken or {module.split(".")[0] for module in modules} & self._own:
                continue
            if self.importers(name):
                taken |= modules
                yield name


def imported_names(data: bytes) -> set[str]:
    """The absolute dotted names that a file imports, with all their beginnings, as far as a scan tells."""
    found: set[str] = set()
    for match in _IMPORT.finditer(data):
        if match[1] is not None:
            names = [match[1]]
            inner = _NAMES.match(data, match.start() + match[0].index(b"from"))
            if inner is not None:
                words = re.findall(rb"(?:^|[,(\s])\s*(\w+)", inner[1] or inner[2] or b"")
                names += [match[1] + b"." + word for word in words]
        else:
            names = [clause.split()[0] for clause in match[2].split(b",") if clause.split()]
        for name in names:
            parts = name.decode("ascii", "replace").split(".")
            if parts[0]:
                found |= {".".join(parts[: count + 1]) for count in range(len(parts))}
    return found


def _by_module(models: Models) -> dict[str, dict[str, None]]:
    found: dict[str, dict[str, None]] = {}
    for kind, use in _BY_TABLE:
        for name in models.rows(kind):
            found.setdefault(name.split(".")[0], {})[use] = None
    return found


def _own_modules(name: str) -> Iterator[str]:
    parts = name.lower().split("/")
    yield from parts[:-1]
    yield parts[-1].removesuffix(".py")
