"""A run over whatever paths were named: each application among them with its own configuration.

The configuration nearest to a file decides for it. A folder below with a configuration of its own is an
application of its own. A file that is named limits what is reported; its application is analysed whole, for
what is wrong with a file often shows only in the others.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from cl_lint.config import Config, find_root, load_config
from cl_lint.config_files import OWN_NAME, PROJECT_NAME, has_settings
from cl_lint.findings import Evidence, Finding, Place, Unknown, Verdicts
from cl_lint.result import Result
from cl_lint.run import Progress, check
from cl_lint.sources import MissingPathError, find_named
from cl_lint.sources.ignoring import leaves_out
from cl_lint.store import SummaryStore

_MARKS = (PROJECT_NAME, "setup.py", "setup.cfg", "requirements.txt", "Pipfile", "manage.py", ".git")
_Verdict = TypeVar("_Verdict", Finding, Evidence, Unknown)
_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\*?[]!# "})


@dataclass(frozen=True)
class Part:
    """One application of a run. All files among and below `paths` are analysed; findings are reported on
    those among and below `shown` (absolute), on all of them where it is None."""

    paths: tuple[Path, ...]
    config: Config
    root: Path
    shown: tuple[Path, ...] | None = None
    excluded: tuple[Path, ...] = ()  # named files that the configuration leaves out

    def shows(self, name: str) -> bool:
        """Whether findings in the file of this name are reported."""
        if self.shown is None:
            return True
        path = Path(os.path.abspath(self.root / name))
        return any(each == path or each in path.parents for each in self.shown)


def plan(
    paths: Iterable[Path],
    file: Path | None = None,
    adjust: Callable[[Config], Config] = lambda config: config,
    overlay: Mapping[Path, bytes] | None = None,
) -> tuple[Part, ...]:
    """The applications that `paths` are about; `file` configures them all, whatever lies nearer to them.

    `adjust` is applied to each configuration; files in `overlay` exist whether or not they are on disk.
    Raises `ConfigError` and `MissingPathError`.
    """
    present = overlay or {}
    named = [Path(os.path.abspath(path)) for path in paths]
    missing = [path for path in named if path not in present and not path.exists()]
    if missing:
        raise MissingPathError("\n".join(f"{path}: no such file or folder" for path in missing))
    groups: dict[Path | None, tuple[Config, list[Path]]] = {}
    inner: dict[Path, None] = {}  # folders with a configuration of their own, in order
    for path in named:
        config = adjust(load_config(path, file))
        groups.setdefault(_home(path, config), (config, []))[1].append(path)
        if file is None and path.is_dir():
            inner.update(dict.fromkeys(_configured_below(path, config)))
    parts = [_part(config, group, inner) for config, group in groups.values()]
    for folder in inner:
        config = adjust(load_config(folder))
        if not any(folder in part.paths for part in parts):
            parts.append(_part(config, [folder], inner))
    return tuple(parts)


def _part(config: Config, named: Sequence[Path], inner: Iterable[Path]) -> Part:
    folders = [path for path in named if path.is_dir()]
    files = [path for path in named if not path.is_dir()]
    homes = [home for home in (_home(path, config) for path in files) if home is not None]
    root = find_root([*named, *homes[:1]], config)
    excluded = [path for path in files if leaves_out(config.exclude, root, path)]
    taken = [path for path in files if path not in excluded]
    around = homes[:1] if taken else []
    if around and around[0] not in folders:
        inner = [*inner, *_configured_below(around[0], config)]
    holes = [_hole(folder, root) for folder in dict.fromkeys(inner) if root in folder.parents]
    return Part(
        paths=tuple(dict.fromkeys([*folders, *around, *taken])),
        config=replace(config, exclude=(*config.exclude, *holes)) if holes else config,
        root=root,
        shown=(*folders, *taken) if files else None,
        excluded=tuple(excluded),
    )


def _home(path: Path, config: Config) -> Path | None:
    """The folder of the application that a file or folder belongs to; None where nothing tells."""
    if config.file is not None and config.file.parent in (path, *path.parents):
        return config.file.parent
    if not path.is_dir():
        for folder in path.parents:
            if folder != Path.home() and any((folder / mark).exists() for mark in _MARKS):
                return folder
    return None


def _configured_below(top: Path, config: Config) -> Iterator[Path]:
    """The folders below `top` that have a configuration."""
    root = find_root([top], config)
    found = {
        p.parent for p in find_named(top, root, (OWN_NAME, PROJECT_NAME), config.exclude) if has_settings(p)
    }
    yield from sorted(found - {top})


def _hole(folder: Path, root: Path) -> str:
    return f"/{folder.relative_to(root).as_posix().translate(_SPECIAL)}/"


Settle = Callable[[Part, Result], Result]


@dataclass(frozen=True)
class Outcome:
    """What a run found in all its applications; names of files are relative to `root`."""

    parts: tuple[Part, ...]
    root: Path
    result: Result
    fails: bool  # whether some finding fails the run, by the configuration of its application


def run(
    paths: Sequence[Path],
    parts: Sequence[Part],
    progress: Progress | None = None,
    overlay: Mapping[Path, bytes] | None = None,
    settle: Settle = lambda part, result: result,
    store: SummaryStore | None = None,
) -> Outcome:
    """Check each application. `settle` is applied to its result before that is limited to what is shown;
    `store` keeps what is learnt of single files for the next run."""
    results = []
    for part in parts:
        found = check(part.paths, part.config, part.root, progress, overlay, store)
        results.append((part, limited(settle(part, found), part)))
    # A folder that only holds applications is none itself.
    results = [(part, each) for part, each in results if each.files or each.not_assessed] or results[:1]
    root = parts[0].root if len(parts) == 1 else find_root(paths, Config())
    fails = any(part.config.fails(finding) for part, result in results for finding in result.findings)
    return Outcome(tuple(parts), root, joined(results, root), fails)


def joined(results: Sequence[tuple[Part, Result]], root: Path) -> Result:
    """The results of several applications as one, with names of files relative to `root`."""
    if len(results) == 1:
        return results[0][1]
    moved = [_moved(result, part.root, root) for part, result in results]
    first = moved[0]
    for other in moved[1:]:
        first.verdicts.extend(other.verdicts)
    first.verdicts.findings.sort(key=lambda f: (f.place, f.code, f.message))
    return Result(
        verdicts=first.verdicts,
        files=tuple(name for result in moved for name in result.files),
        not_assessed=tuple(name for result in moved for name in result.not_assessed),
        api_calls=sum(result.api_calls for result in moved),
        kind=_common(result.kind for result in moved),
        level=_common(result.level for result in moved),
        seconds=sum(result.seconds for result in moved),
        sources={name: text for result in moved for name, text in result.sources.items()},
        notes=tuple(note for result in moved for note in result.notes),
        applications=tuple(each for result in moved for each in result.applications),
    )


def _common(values: Iterable[str]) -> str:
    found = set(values)
    return found.pop() if len(found) == 1 else "mixed"


def _moved(result: Result, old: Path, new: Path) -> Result:
    def name(path: str) -> str:
        return Path(os.path.relpath(old / path, new)).as_posix()

    def place(where: Place) -> Place:
        return replace(where, path=name(where.path))

    def moved(item: _Verdict) -> _Verdict:
        trace = tuple(replace(step, place=place(step.place)) for step in item.trace)
        return replace(item, place=place(item.place), trace=trace)

    verdicts = result.verdicts
    return replace(
        result,
        verdicts=Verdicts(
            [moved(finding) for finding in verdicts.findings],
            [moved(evidence) for evidence in verdicts.evidence],
            [moved(unknown) for unknown in verdicts.unknown],
        ),
        files=tuple(map(name, result.files)),
        not_assessed=tuple(map(name, result.not_assessed)),
        sources={name(path): text for path, text in result.sources.items()},
    )


def limited(result: Result, part: Part) -> Result:
    """The result without the findings in files that are not shown."""
    if part.shown is None:
        return result
    findings = [finding for finding in result.findings if part.shows(finding.place.path)]
    return replace(
        result,
        verdicts=replace(result.verdicts, findings=findings),
        files=tuple(filter(part.shows, result.files)),
        not_assessed=tuple(filter(part.shows, result.not_assessed)),
    )
