"""An assessment: from paths to a status for every practice at every level. The sister of `run.check`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cl_lint.assessment import Assessment, judge_levels, load_attestations
from cl_lint.catalog import LEVELS, LINTER
from cl_lint.clock import today
from cl_lint.config import UNASSESSED, Config
from cl_lint.findings import Verdicts
from cl_lint.project import Project
from cl_lint.run import Progress, judge, no_collector, settled
from cl_lint.suppressions.waiving import waive

if TYPE_CHECKING:
    from cl_lint.concepts.application import Application


@dataclass(frozen=True)
class Judged:
    """An assessment with what it was made from: the application (None where nothing is about CloudLink), and
    all verdicts at the level asked for, of every confidence."""

    assessment: Assessment
    project: Project
    application: Application | None
    verdicts: Verdicts


def assess(paths: Sequence[Path], config: Config, root: Path, progress: Progress | None = None) -> Assessment:
    """Assess the Python files among and below `paths`; names of files are relative to `root`.

    `progress` is called with the number of files done and of all. Raises `MissingPathError`, and
    `AttestationError` where the file of attestations cannot be used.
    """
    with no_collector():
        return judged(paths, config, root, progress).assessment


def judged(paths: Sequence[Path], config: Config, root: Path, progress: Progress | None = None) -> Judged:
    """As `assess`, with what the assessment was made from, for those who have more to ask of it."""
    attestations = load_attestations(config, root, today())
    # All levels are judged: what only the highest asks for is looked for as well.
    project = Project(paths, replace(config, level=LEVELS[-1]), root, progress)
    texts = project.texts()
    every = {level: Verdicts() for level in LEVELS}
    app = project.application() if project.uses_cloudlink() else None
    kind, reason = (config.kind, "nothing is about CloudLink") if app is None else app.kind_and_reason
    if app is not None:
        for level in LEVELS:
            at_level = replace(config, level=level)
            found = judge(app.at(level), at_level, texts)
            every[level], _ = waive(found, at_level, root, project.names, kind)
    verdicts = {level: settled(found, config, root) for level, found in every.items()}
    problems = {name: problem.reason for name, problem in project.problems().items()}
    assessment = Assessment(
        config=config,
        kind=kind,
        kind_reason=reason,
        levels=judge_levels(app, config, kind, verdicts, attestations, problems),
        remarks=tuple(f for f in verdicts[config.level].findings if f.practice == LINTER),
        attestations=attestations,
        files=tuple(name for name in project.names if name not in problems),
        not_assessed={} if UNASSESSED in config.ignore else problems,
        api_calls=0 if app is None else app.operations.number,
        sources=texts,
    )
    return Judged(assessment, project, app and app.at(config.level), every[config.level])
