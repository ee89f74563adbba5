"""`cl-lint check --watch`: the check again after each change of a file."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cl_lint.cli import Failure
from cl_lint.cli.output import echo_note
from cl_lint.sources import is_never_entered
from cl_lint.sources.writing import TEMPORARY

if TYPE_CHECKING:
    from watchfiles.main import FileChange

    from cl_lint.workspace import Outcome, Part

_TURN = 200  # milliseconds between two looks at what has been collected


def watch(paths: Collection[Path], run: Callable[[], Outcome], written: Collection[Path] = ()) -> None:
    """Call `run`, and again after each change that can matter for it, until it is interrupted.

    `paths` are what is checked, `written` the files that `run` writes itself. A `Failure` of `run` is shown,
    and the next change waited for. Raises `Failure` if nothing can be watched, and `KeyboardInterrupt`.
    """
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise Failure("\n".join(f"{path}: no such file or folder" for path in missing))
    own = {Path(spelled) for path in written for spelled in (os.path.abspath(path), os.path.realpath(path))}
    parts: tuple[Part, ...] = ()
    watcher = _Watcher(_Targets.of(paths, parts), own)
    while True:
        click.clear()
        try:
            parts = run().parts
        except Failure as failure:
            failure.show()
        targets = _Targets.of(paths, parts)
        if targets != watcher.targets:
            watcher = _Watcher(targets, own)
            continue  # what has changed before the new one began is seen now
        echo_note(f"{time.strftime('%H:%M:%S')} watching for changes; Ctrl-C ends")
        watcher.wait()


@dataclass(frozen=True)
class _Targets:
    """What to watch: folders with all that is in them, and the settings that lie elsewhere."""

    folders: tuple[Path, ...]
    settings: frozenset[Path]

    @classmethod
    def of(cls, paths: Collection[Path], parts: Collection[Part]) -> _Targets:
        """For a run on `paths` that consists of `parts`."""
        wanted = {_existing(Path(os.path.abspath(path))) for path in paths}
        settings: set[Path] = set()
        for part in parts:
            wanted.update(map(_existing, part.paths))
            config = part.config
            named = [*map(Path, config.origins.values()), *config.models, config.file, config.baseline]
            settings.update(path for path in named if path is not None and path.is_absolute())
        inside = frozenset(path for path in settings if not wanted.isdisjoint(path.parents))
        folders = sorted(path for path in wanted if wanted.isdisjoint(path.parents))
        return cls(tuple(folders), frozenset(settings - inside))

    def matters(self, path: Path) -> bool:
        """Whether the change of a file can change what is found."""
        if path.name.startswith(TEMPORARY):
            return False  # a file of ours on its way to its place
        if path in self.settings or path in self.folders:
            return True
        folder = next((each for each in self.folders if each in path.parents), None)
        if folder is None or any(map(is_never_entered, path.relative_to(folder).parts)):
            return False
        if path.suffix == ".json":
            from cl_lint.deployment.finding import find_document

            return not path.exists() or find_document(path, path.parent, named=False) is not None
        if path.suffix in (".py", ".toml") or path.name == ".gitignore":
            return True
        return not path.suffix and not path.is_file()  # a folder that was moved or removed


def _existing(path: Path) -> Path:
    """The nearest folder that is there."""
    return next(folder for folder in (path, *path.parents) if folder.is_dir())


class _Watcher:
    """Collects changes of its targets from its making on, the files `own` apart. Raises `Failure` where that
    cannot be done."""

    def __init__(self, targets: _Targets, own: Collection[Path]) -> None:
        self.targets = targets
        self._own = own
        # A watch on a single file is lost when an editor puts a new one in its place: its folder is watched.
        around = {path.parent for path in targets.settings if path.parent.is_dir()}
        self._found = [_collected(targets.folders, recursive=True)]
        if around:
            self._found.append(_collected(sorted(around), recursive=False))
        self._has_changed()

    def wait(self) -> None:
        """Return as soon as something that matters has changed."""
        while not self._has_changed():
            pass

    def _has_changed(self) -> bool:
        try:
            changed = {Path(path) for found in self._found for _, path in next(found)}
        except (OSError, RuntimeError) as error:
            raise Failure(f"the files cannot be watched: {error}") from error
        return any(path not in self._own and self.targets.matters(path) for path in changed)


def _collected(paths: Iterable[Path], recursive: bool) -> Iterator[set[FileChange]]:
    """Each time what has changed below `paths` since the last; it begins with the first question."""
    try:
        from watchfiles import watch
    except ModuleNotFoundError as error:
        raise Failure("--watch needs watchfiles: pip install 'cl-lint[watch]'") from error
    return watch(
        *paths,
        watch_filter=None,
        debounce=2 * _TURN,
        rust_timeout=_TURN,
        yield_on_timeout=True,
        recursive=recursive,
        ignore_permission_denied=True,
    )
