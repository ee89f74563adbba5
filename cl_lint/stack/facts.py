"""What a technology stack consists of."""

from __future__ import annotations

from dataclasses import dataclass, field

from cl_lint.findings import Place

MAIN = ""  # the group of what the application needs to run
BUILD = "build"


@dataclass(frozen=True)
class PythonVersion:
    """A statement about the Python version: `version` as it is written (`>=3.10`, `3.12`), `origin` the sort
    of file or key that makes it (`requires-python`, `Dockerfile` ...)."""

    version: str
    origin: str
    place: Place


@dataclass(frozen=True)
class Declaration:
    """A dependency that a file declares.

    `name` is normalised, `written` as it is spelled. `specifier` is what limits the version, empty for any;
    `group` is empty for what runs, else the extra or group. `origin`: "index", "url", "vcs" or "path"; an
    address itself is not kept, since it may hold a password.
    """

    name: str
    written: str
    specifier: str
    group: str
    place: Place
    extras: tuple[str, ...] = ()
    marker: str = ""
    origin: str = "index"


@dataclass(frozen=True)
class Pin:
    """A version that a lock file, or a requirement with `==`, fixes."""

    name: str
    version: str
    place: Place


@dataclass(frozen=True)
class Unread:
    """A file of the stack that could not be read, wholly or at one entry, and why."""

    place: Place
    reason: str


@dataclass
class Facts:
    """What the files say, before it is put together."""

    pythons: list[PythonVersion] = field(default_factory=list)
    declarations: list[Declaration] = field(default_factory=list)
    pins: list[Pin] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def extend(self, other: Facts) -> None:
        self.pythons += other.pythons
        self.declarations += other.declarations
        self.pins += other.pins
        self.unread += other.unread


@dataclass(frozen=True)
class Dependency:
    """A package of the stack.

    `specifiers` and `groups` are those of its declarations, none for a package that only a lock file or an
    import names. `versions` are the locked ones. `uses` says what it is for, where that is known.
    `is_imported` is None where it is not known under which name it would be. `places` are its declarations,
    else its pins, else empty.
    """

    name: str
    written: str
    specifiers: tuple[str, ...]
    groups: tuple[str, ...]
    versions: tuple[str, ...]
    extras: tuple[str, ...]
    markers: tuple[str, ...]
    origins: tuple[str, ...]
    uses: tuple[str, ...]
    is_imported: bool | None
    imported_by: tuple[str, ...]  # names of files
    places: tuple[Place, ...]

    @property
    def is_declared(self) -> bool:
        return bool(self.groups)

    @property
    def is_main(self) -> bool:
        """Whether the running application needs it, as far as it is declared."""
        return MAIN in self.groups


@dataclass(frozen=True)
class Stack:
    """The whole stack. `dependencies` are those declared, by name, then those that are imported without a
    declaration; `locked` the further packages that lock files name. `files` are those that were read."""

    pythons: tuple[PythonVersion, ...]
    dependencies: tuple[Dependency, ...]
    locked: tuple[Dependency, ...]
    files: tuple[str, ...]
    unread: tuple[Unread, ...]

    def by_use(self) -> dict[str, tuple[Dependency, ...]]:
        """The dependencies for each use, ordered by use; a package with several stands under each."""
        uses = sorted({use for each in self.dependencies for use in each.uses}, key=str.lower)
        return {use: tuple(each for each in self.dependencies if use in each.uses) for use in uses}
