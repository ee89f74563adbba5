"""A survey: from paths to the inventory, the diagram and the stack of an application."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cl_lint.assess import judged
from cl_lint.assessment import Assessment
from cl_lint.config import Config
from cl_lint.diagram import Diagram, build_diagram
from cl_lint.findings import Verdicts
from cl_lint.inventory import Inventory, build_inventory
from cl_lint.project import Project
from cl_lint.run import Progress, no_collector
from cl_lint.sources import Problem
from cl_lint.stack import Stack

if TYPE_CHECKING:
    from cl_lint.concepts.application import Application


@dataclass(frozen=True)
class Survey:
    """What an application does with CloudLink, and how it is built. `files` are those looked into,
    `unread` says of each other file why it could not be; `stack` is what it is built with."""

    inventory: Inventory
    diagram: Diagram
    files: tuple[str, ...]
    unread: Mapping[str, Problem]
    stack: Stack


def survey(paths: Sequence[Path], config: Config, root: Path, progress: Progress | None = None) -> Survey:
    """Survey the Python files among and below `paths`; names of files are relative to `root`.

    `progress` is called with the number of files done and of all. Raises `MissingPathError`, and `ModelError`
    where a model of the configuration cannot be used.
    """
    with no_collector():
        project = Project(paths, config, root, progress)
        app = project.application() if project.uses_cloudlink() else None
        return _surveyed(project, app, Verdicts(), root)


def examine(
    paths: Sequence[Path], config: Config, root: Path, progress: Progress | None = None
) -> tuple[Assessment, Survey]:
    """An assessment and a survey of one reading of the files; the inventory tells what suppressions waive.

    Arguments and errors are those of `survey` and `cl_lint.assess.assess`.
    """
    with no_collector():
        found = judged(paths, config, root, progress)
        return found.assessment, _surveyed(found.project, found.application, found.verdicts, root)


def _surveyed(project: Project, app: Application | None, verdicts: Verdicts, root: Path) -> Survey:
    texts = project.texts()
    inventory = Inventory() if app is None else build_inventory(app, verdicts)
    python = {name: texts[name] for name in project.names if name in texts}
    diagram = build_diagram(app, inventory, python, root)
    return Survey(inventory, diagram, tuple(python), project.unreadable(), project.stack())
