"""A run: from paths to verdicts."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from cl_lint.catalog import load_catalog
from cl_lint.config import UNASSESSED, Config
from cl_lint.findings import Confidence, Finding, Place, Verdicts
from cl_lint.result import Result
from cl_lint.sources import Problem, discover, read, valid

Progress = Callable[[int, int], None]


def check(paths: Sequence[Path], config: Config, root: Path, progress: Progress | None = None) -> Result:
    """Check the Python files among and below `paths`; names of files are relative to `root`.

    `progress` is called with the number of files done and of all. Raises `MissingPathError`.
    """
    started = time.perf_counter()
    files = discover(paths, root, config.exclude)
    verdicts, failed, sources, names = Verdicts(), [], {}, []
    for number, path in enumerate(files, 1):
        source = read(path, root)
        names.append(source.name)
        problem = source.problem or (valid(source.text) if source.text is not None else None)
        if problem is not None:
            failed.append(source.name)
            sources[source.name] = source.text or ""
            if config.selects(UNASSESSED):
                verdicts.findings.append(unassessed(source.name, problem))
        if progress is not None:
            progress(number, len(files))
    return Result(
        verdicts=verdicts,
        files=tuple(name for name in names if name not in failed),
        not_assessed=tuple(failed),
        api_calls=0,
        kind=config.kind,
        level=config.level,
        seconds=time.perf_counter() - started,
        sources=sources,
    )


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
