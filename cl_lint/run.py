"""A run: from paths to verdicts. The whole program on one screen."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from cl_lint.catalog import load_catalog
from cl_lint.config import UNASSESSED, Config
from cl_lint.findings import Confidence, Finding, Place, Verdicts
from cl_lint.project import Project
from cl_lint.result import Result
from cl_lint.sources import Problem

Progress = Callable[[int, int], None]


def check(paths: Sequence[Path], config: Config, root: Path, progress: Progress | None = None) -> Result:
    """Check the Python files among and below `paths`; names of files are relative to `root`.

    `progress` is called with the number of files done and of all. Raises `MissingPathError`.
    """
    started = time.perf_counter()
    with no_collector():
        project = Project(paths, config, root, progress)
        verdicts = Verdicts()
        api_calls, kind = 0, config.kind
        if project.uses_cloudlink():
            from cl_lint.checks import load_checks
            from cl_lint.suppressions import apply

            app = project.application()
            api_calls, kind = len(app.api_calls.all), app.kind
            for code, judge in load_checks():
                if config.selects(code):
                    verdicts.extend(judge(app))
            verdicts = apply(verdicts, app, config, project.texts())
        for name, problem in project.problems().items():
            if config.selects(UNASSESSED):
                verdicts.findings.append(unassessed(name, problem))
    return Result(
        verdicts=settled(verdicts, config),
        files=tuple(n for n in project.names if n not in project.problems()),
        not_assessed=tuple(project.problems()),
        api_calls=api_calls,
        kind=kind,
        level=config.level,
        seconds=time.perf_counter() - started,
        sources=project.texts(),
    )


@contextmanager
def no_collector() -> Iterator[None]:
    """Trees and summaries have no cycles worth collecting: the collector would cost a quarter."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def settled(verdicts: Verdicts, config: Config) -> Verdicts:
    """Findings of the asked confidence, in order of place."""
    kept = [f for f in verdicts.findings if f.confidence.rank >= config.min_confidence.rank]
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
