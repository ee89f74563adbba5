"""A run: from paths to verdicts. The whole program on one screen."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cl_lint.catalog import load_catalog
from cl_lint.config import UNASSESSED, Config
from cl_lint.findings import Confidence, Finding, Place, Verdicts
from cl_lint.project import Project
from cl_lint.result import Checked, Result
from cl_lint.sources import Problem
from cl_lint.store import SummaryStore
from cl_lint.suppressions.waiving import PerFileIgnores, waive

if TYPE_CHECKING:
    from cl_lint.concepts.application import Application

Progress = Callable[[int, int], None]
COLLECTED_AFTER = 2.0  # seconds of runs, some hundred megabytes


@dataclass
class _Left:
    """How much may be left to collect, as the seconds of the runs since that was done."""

    seconds: float = 0.0


_left = _Left()


def check(
    paths: Sequence[Path],
    config: Config,
    root: Path,
    progress: Progress | None = None,
    overlay: Mapping[Path, bytes] | None = None,
    store: SummaryStore | None = None,
) -> Result:
    """Check the Python files among and below `paths`; names of files are relative to `root`.

    `progress` is called with the number of files done and of all, and may raise to give up. `overlay` holds
    the contents of files, by absolute path, that count in place of what is on disk; `store` keeps what is
    learnt of single files for the next run. Raises `MissingPathError`.
    """
    started = time.perf_counter()
    with no_collector():
        project = Project(paths, config, root, progress, overlay or {}, store)
        verdicts = Verdicts()
        api_calls, left_out, kind, kind_reason = 0, 0, config.kind, ""
        if project.uses_cloudlink():
            app = project.application()
            kind, kind_reason = app.kind_and_reason
            verdicts = judge(app, config, project.texts(), project.report_progress)
            api_calls = app.operations.number
            if config.min_confidence is not Confidence.LOW:
                left_out = len(app.api_calls.open)
        for name, problem in project.problems().items():
            if config.selects(UNASSESSED):
                verdicts.findings.append(unassessed(name, problem))
    verdicts, notes = waive(verdicts, config, root, project.names, kind)
    return Result(
        verdicts=settled(verdicts, config, root),
        files=tuple(n for n in project.names if n not in project.problems()),
        not_assessed=tuple(project.problems()),
        api_calls=api_calls,
        kind=kind,
        level=config.level,
        seconds=time.perf_counter() - started,
        sources=project.texts(),
        notes=notes,
        applications=(
            Checked(
                root, config.file, kind, kind_reason, config.level, api_calls, len(project.names), left_out
            ),
        ),
    )


def judge(
    app: Application,
    config: Config,
    texts: Mapping[str, str],
    before_each: Callable[[], None] = lambda: None,
) -> Verdicts:
    """All that the selected checks say of an application, suppressions marked; `texts` are its files' texts
    by name. `before_each` is called before each check, and may raise to give up."""
    from cl_lint.checks import load_checks
    from cl_lint.suppressions import apply

    verdicts = Verdicts()
    for code, check_rule in load_checks():
        if config.selects(code):
            before_each()
            verdicts.extend(check_rule(app))
    return apply(verdicts, app, config, texts)


@contextmanager
def no_collector() -> Iterator[None]:
    """Trees and summaries have no cycles worth collecting while a run goes on: the collector would cost a
    quarter. What earlier runs of the process have left in cycles is collected before one, now and then."""
    was_on = gc.isenabled()
    if was_on and _left.seconds > COLLECTED_AFTER:
        _left.seconds = 0.0
        gc.collect()
    gc.disable()
    started = time.perf_counter()
    try:
        yield
    finally:
        _left.seconds += time.perf_counter() - started
        if was_on:
            # By way of the frozen ones into the oldest generation: young ones would all be looked at now.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def settled(verdicts: Verdicts, config: Config, root: Path) -> Verdicts:
    """Findings of the asked confidence that their files do not ignore, in order of place."""
    ignored = PerFileIgnores(config.per_file_ignores, root)
    kept = [
        f
        for f in verdicts.findings
        if f.confidence.rank >= config.min_confidence.rank and not ignored.covers(f)
    ]
    kept.sort(key=lambda f: (f.place, f.code, f.message))
    return replace(verdicts, findings=kept)


def unassessed(name: str, problem: Problem) -> Finding:
    """The finding for a file that could not be read or parsed."""
    rule = load_catalog().rules[UNASSESSED]
    return Finding(
        code=rule.code,
        name=rule.name,
        practice=rule.practice,
        severity=rule.severity,
        confidence=Confidence.HIGH,
        place=Place(name, problem.line, problem.column, problem.line, problem.column + 1),
        message=f"not assessed: {problem.reason}",
        remedy=rule.remedy,
    )
