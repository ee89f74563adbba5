"""Which files a run is about."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path, PurePath

from cl_lint.sources.ignoring import Ignored, ignored_above, read_ignored

SUFFIX = ".py"

_NEVER_ENTERED = frozenset(
    {
        ".git",
        ".hg",
        ".svn",
        ".bzr",
        "CVS",
        "__pycache__",
        "__pypackages__",
        "build",
        "dist",
        "_build",
        "buck-out",
        "node_modules",
        "site-packages",
        ".cl-lint-cache",
        ".direnv",
        ".eggs",
        ".ipynb_checkpoints",
        ".mypy_cache",
        ".nox",
        ".pants.d",
        ".pytest_cache",
        ".pytype",
        ".ruff_cache",
        ".tox",
        ".venv",
    }
)
# What `venv`, virtualenv and conda leave at the top of an environment.
_ENVIRONMENT_MARKS = frozenset({"pyvenv.cfg", "conda-meta"})


def is_never_entered(name: str) -> bool:
    """Whether a folder of this name is left out wherever it is found."""
    return name in _NEVER_ENTERED


class MissingPathError(ValueError):
    """Paths that were asked for and do not exist, one a line."""


def discover(
    paths: Iterable[Path], root: Path, exclude: Sequence[str] = (), present: Collection[Path] = ()
) -> tuple[Path, ...]:
    """The Python files among and below `paths`, sorted by their names relative to `root`.

    `exclude` holds gitignore patterns relative to `root`. A file that is named itself is always taken. A
    folder that cannot be listed stands in the answer itself, so that reading it reports it. The absolute
    paths in `present` count as files that exist, and are taken where they are among `paths`.
    Raises `MissingPathError` if one of `paths` does not exist.
    """
    paths = [Path(os.path.abspath(path)) for path in paths]
    missing = [path for path in paths if path not in present and not path.exists()]
    if missing:
        raise MissingPathError("\n".join(f"{path}: no such file or folder" for path in missing))
    root = Path(os.path.abspath(root))
    excluded = Ignored.of(root, exclude)
    found: dict[str, Path] = {}
    for path in paths:
        # Links come last: the file they lead to is reported under its own name where it is part of the run.
        for each in sorted(_files(path, root, excluded), key=_is_link):
            found.setdefault(os.path.realpath(each) if _is_link(each) else str(each), each)
    return tuple(sorted(found.values(), key=lambda path: relative_name(path, root)))


def find_named(top: Path, root: Path, names: Collection[str], exclude: Sequence[str] = ()) -> Iterator[Path]:
    """The files of these names in and below the folder `top`, where `discover` would look."""
    ignored = [Ignored.of(root, exclude), *ignored_above(top, root)]
    for path in _walk(top, ignored, lambda entry: entry.name in names and entry.is_file()):
        if path.name in names:
            yield path


def relative_name(path: Path, root: Path) -> str:
    """`path` as findings show it: relative to `root`, with `/`."""
    try:
        relative = os.path.relpath(path, root)
    except ValueError:  # another drive
        relative = str(path)
    return PurePath(relative).as_posix()


def _files(path: Path, root: Path, excluded: Ignored) -> Iterator[Path]:
    if path.is_dir():
        return _walk(path, [excluded, *ignored_above(path, root)])
    return iter([path])


def _is_link(path: Path) -> bool:
    return path.is_symlink()


def _walk(
    top: Path, ignored: list[Ignored], wanted: Callable[[os.DirEntry[str]], bool] | None = None
) -> Iterator[Path]:
    wanted = wanted or _is_source
    pending = [(str(top), ignored)]
    while pending:
        folder, ignored = pending.pop()
        try:
            with os.scandir(folder) as listing:
                entries = list(listing)
        except OSError:
            yield Path(folder)
            continue
        names = {entry.name for entry in entries}
        if folder != str(top) and not _ENVIRONMENT_MARKS.isdisjoint(names):
            continue
        if ".gitignore" in names:
            ignored = [*ignored, *read_ignored(Path(folder))]
        for entry in entries:
            if _is_folder(entry):
                if entry.name not in _NEVER_ENTERED and not _matched(entry.path, True, ignored):
                    pending.append((entry.path, ignored))
            elif wanted(entry) and not _matched(entry.path, False, ignored):
                yield Path(entry.path)


def _matched(path: str, folder: bool, ignored: Sequence[Ignored]) -> bool:
    # The first list is the configuration's and stands apart; among .gitignore files the deepest decides.
    if ignored[0].verdict(path, folder):
        return True
    verdicts = (rules.verdict(path, folder) for rules in reversed(ignored[1:]))
    return next((verdict for verdict in verdicts if verdict is not None), False)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_source(entry: os.DirEntry[str]) -> bool:
    # A link must lead to Python too, so that `x.py` cannot bring in a file of another kind.
    try:
        return (
            entry.name.endswith(SUFFIX)
            and entry.is_file()
            and (not entry.is_symlink() or os.path.realpath(entry.path).endswith(SUFFIX))
        )
    except OSError:
        return False


def discover_others(
    paths: Iterable[Path], root: Path, exclude: Sequence[str], wanted: Callable[[str], bool]
) -> tuple[Path, ...]:
    """The files below the folders among `paths` whose names are `wanted`, where `discover` looks, sorted.

    A link is taken only where the name of its target is wanted, too.
    """
    root = Path(os.path.abspath(root))
    excluded = Ignored.of(root, exclude)
    found: set[Path] = set()
    for path in paths:
        path = Path(os.path.abspath(path))
        if path.is_dir():
            ignored = [excluded, *ignored_above(path, root)]
            found.update(each for each in _walk(path, ignored, lambda entry: _is_wanted(entry, wanted)))
    return tuple(sorted(path for path in found if wanted(path.name) and not path.is_dir()))


def _is_wanted(entry: os.DirEntry[str], wanted: Callable[[str], bool]) -> bool:
    try:
        if not wanted(entry.name) or not entry.is_file():
            return False
        return not entry.is_symlink() or wanted(os.path.basename(os.path.realpath(entry.path)))
    except OSError:
        return False
