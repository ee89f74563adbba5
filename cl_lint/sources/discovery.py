"""Which files a run is about."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
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


class MissingPathError(ValueError):
    """Paths that were asked for and do not exist, one a line."""


def discover(
    paths: Iterable[Path], root: Path, exclude: Sequence[str] = (), suffixes: tuple[str, ...] = (SUFFIX,)
) -> tuple[Path, ...]:
    """The Python files among and below `paths`, sorted by their names relative to `root`.

    `exclude` holds gitignore patterns relative to `root`, `suffixes` the endings of the wanted files. A file
    that is named itself is always taken. A folder that cannot be listed stands in the answer itself, so that
    reading it reports it.
    Raises `MissingPathError` if one of `paths` does not exist.
    """
    paths = [Path(os.path.abspath(path)) for path in paths]
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise MissingPathError("\n".join(f"{path}: no such file or folder" for path in missing))
    root = Path(os.path.abspath(root))
    excluded = Ignored.of(root, exclude)
    found: dict[str, Path] = {}
    for path in paths:
        # Links come last: the file they lead to is reported under its own name where it is part of the run.
        for each in sorted(_files(path, root, excluded, suffixes), key=_is_link):
            found.setdefault(os.path.realpath(each) if _is_link(each) else str(each), each)
    return tuple(sorted(found.values(), key=lambda path: relative_name(path, root)))


def relative_name(path: Path, root: Path) -> str:
    """`path` as findings show it: relative to `root`, with `/`."""
    try:
        relative = os.path.relpath(path, root)
    except ValueError:  # another drive
        relative = str(path)
    return PurePath(relative).as_posix()


def _files(path: Path, root: Path, excluded: Ignored, suffixes: tuple[str, ...]) -> Iterator[Path]:
    if path.is_dir():
        return _walk(path, [excluded, *ignored_above(path, root)], suffixes)
    return iter([path])


def _is_link(path: Path) -> bool:
    return path.is_symlink()


def _walk(top: Path, ignored: list[Ignored], suffixes: tuple[str, ...]) -> Iterator[Path]:
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
            elif _is_source(entry, suffixes) and not _matched(entry.path, False, ignored):
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


def _is_source(entry: os.DirEntry[str], suffixes: tuple[str, ...]) -> bool:
    # A link must lead to the same kind of file, so that `x.py` cannot bring in another.
    try:
        suffix = next((each for each in suffixes if entry.name.endswith(each)), None)
        return (
            suffix is not None
            and entry.is_file()
            and (not entry.is_symlink() or os.path.realpath(entry.path).endswith(suffix))
        )
    except OSError:
        return False
