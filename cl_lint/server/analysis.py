"""The findings in all applications of the workspace, as the editor shows them at the moment.

An application is checked anew where one of its files, or its configuration, has changed; of the others the
last findings stand.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cl_lint.baseline import BaselineError, compare, load
from cl_lint.catalog import CatalogError
from cl_lint.config import ConfigError
from cl_lint.findings import Finding
from cl_lint.models import Models
from cl_lint.policy import Policy
from cl_lint.result import Result
from cl_lint.run import check
from cl_lint.server.documents import Document
from cl_lint.sources import MissingPathError, is_never_entered, relative_name
from cl_lint.store import SummaryStore
from cl_lint.workspace import Part, limited, plan

Stale = Callable[[], bool]


class StaleError(Exception):
    """The run was given up: something has changed meanwhile."""


@dataclass(frozen=True)
class Snapshot:
    """The workspace at one moment. `changed` are the files that have changed since the last snapshot, on disk
    or in the editor; with `everything` any file may have."""

    folders: tuple[Path, ...]
    documents: Mapping[Path, Document]
    changed: frozenset[Path] = frozenset()
    everything: bool = False


@dataclass(frozen=True)
class FileFindings:
    """The open findings in one file, with the text that they were found in (None where it could not be read).
    Names of files in findings are relative to `root`; `texts` holds the texts of the application's files, and
    `policy` and `models` are those that it is judged by."""

    path: Path
    root: Path
    text: str | None
    findings: tuple[Finding, ...]
    texts: Mapping[str, str] = field(repr=False)
    policy: Policy
    models: Models = field(repr=False)


@dataclass(frozen=True)
class State:
    """What is known after a run: all files with findings, and why some applications could not be checked.
    `checked` counts the files of the applications that were checked in this run."""

    files: Mapping[Path, FileFindings]
    problems: tuple[str, ...]
    checked: int


@dataclass(frozen=True)
class _Known:
    """What the last check of an application found, and the models that it went by."""

    part: Part
    result: Result
    models: Models


class Analysis:
    """Runs over the workspace again and again. For one thread; `file` configures all applications."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._store = SummaryStore()
        self._known: list[_Known] = []

    def run(self, snapshot: Snapshot, stale: Stale = lambda: False) -> State:
        """The findings now. Raises `StaleError` as soon as `stale` says that they are not wanted any more;
        what was found out till then is kept for the next run."""
        problems: dict[str, None] = {}
        parts = list(self._plan(snapshot, problems))
        self._forget(parts, snapshot)
        overlay = {path: document.data for path, document in snapshot.documents.items()}
        current: list[_Known] = []
        checked = 0
        for part in parts:
            known = self._known_of(part)
            if known is None:
                known = self._check(part, overlay, problems, stale)
                if known is None:
                    continue
                self._known.append(known)
                checked += len(known.result.files) + len(known.result.not_assessed)
            current.append(known)
        self._known = current
        files = {file.path: file for known in current for file in _by_file(known, problems)}
        return State(files, tuple(problems), checked)

    def _known_of(self, part: Part) -> _Known | None:
        return next((known for known in self._known if known.part == part), None)

    def _plan(self, snapshot: Snapshot, problems: dict[str, None]) -> Iterator[Part]:
        """The applications in the folders, and those of documents elsewhere."""
        present = dict.fromkeys(snapshot.documents, b"")
        for paths in _groups(snapshot):
            try:
                yield from plan(paths, self._file, overlay=present)
            except (ConfigError, CatalogError, MissingPathError) as error:
                problems.update(dict.fromkeys(str(error).splitlines()))

    def _forget(self, parts: Sequence[Part], snapshot: Snapshot) -> None:
        """Forget the results for applications in which something has changed."""
        if snapshot.everything:
            self._known = []
        touched = [p for path in snapshot.changed for p in concerned(parts, path) if self._matters(path, p)]
        self._known = [known for known in self._known if known.part not in touched]

    def _matters(self, path: Path, part: Part) -> bool:
        """Whether a changed file has to do with an application: of JSON, what registers it."""
        if path.suffix != ".json":
            return True
        name = relative_name(path, part.root)
        known = self._known_of(part)
        if known is None or name in (*known.result.files, *known.result.not_assessed):
            return True
        from cl_lint.deployment.finding import find_document

        return find_document(path, part.root, named=False) is not None

    def _check(
        self, part: Part, overlay: Mapping[Path, bytes], problems: dict[str, None], stale: Stale
    ) -> _Known | None:
        def progress(done: int, total: int) -> None:
            if stale():
                raise StaleError

        progress(0, 1)
        try:
            result = check(part.paths, part.config, part.root, progress, overlay, self._store)
            known = _Known(part, result, self._store.models(part.config.models))
        except (ConfigError, CatalogError, MissingPathError) as error:
            problems.update(dict.fromkeys(str(error).splitlines()))
            return None
        progress(1, 1)
        return known


def concerned(parts: Sequence[Part], path: Path) -> list[Part]:
    """The applications that a file belongs to: those with the nearest folder around it."""
    depths = [
        max((len(each.parts) for each in part.paths if each in (path, *path.parents)), default=0)
        for part in parts
    ]
    deepest = max(depths, default=0)
    return [part for part, depth in zip(parts, depths, strict=True) if depth and depth == deepest]


def _groups(snapshot: Snapshot) -> Iterator[list[Path]]:
    """The paths to plan for, together: each folder with the new documents in it, then documents elsewhere."""
    folders = [folder for folder in snapshot.folders if folder.is_dir()]
    outer = [f for f in dict.fromkeys(folders) if not any(other in f.parents for other in folders)]
    for folder in outer:
        inside = (path for path in snapshot.documents if folder in path.parents)
        yield [folder, *(path for path in inside if path.suffix != ".py" or not path.exists())]
    elsewhere = [
        path
        for path in snapshot.documents
        if not any(folder in path.parents for folder in outer) and not _is_library(path)
    ]
    if elsewhere:
        yield elsewhere


def _is_library(path: Path) -> bool:
    """Whether a file is one that somebody looks into, and does not work on."""
    return "dist-packages" in path.parts or any(map(is_never_entered, path.parts))


def _by_file(known: _Known, problems: dict[str, None]) -> Iterator[FileFindings]:
    part = known.part
    settled = limited(_against_baseline(part, known.result, problems), part)
    grouped: dict[str, list[Finding]] = {}
    for finding in settled.open_findings:
        grouped.setdefault(finding.place.path, []).append(finding)
    for name, findings in grouped.items():
        yield FileFindings(
            path=Path(os.path.abspath(part.root / name)),
            root=part.root,
            text=settled.sources.get(name),
            findings=tuple(findings),
            texts=settled.sources,
            policy=part.config.policy,
            models=known.models,
        )


def _against_baseline(part: Part, result: Result, problems: dict[str, None]) -> Result:
    """The result with what the baseline holds marked as known, where the configuration names one."""
    if part.config.baseline is None:
        return result
    try:
        return compare(result, load(part.config.baseline), part.config, part.root).result
    except BaselineError as error:
        problems[str(error)] = None
        return result


def is_setting(path: Path) -> bool:
    """Whether a file of this name can change what is reported beyond its application's own files."""
    return path.suffix == ".toml" or path.name == ".gitignore"
