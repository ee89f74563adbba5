"""A survey: from paths to the inventory, the diagram and the stack of an application."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cl_lint.config import Config
from cl_lint.diagram import Diagram, build_diagram
from cl_lint.findings import Verdicts
from cl_lint.inventory import Inventory, build_inventory
from cl_lint.project import Project
from cl_lint.run import Progress, judge, no_collector
from cl_lint.stack import Stack
from cl_lint.suppressions.waiving import waive


@dataclass(frozen=True)
class Survey:
    """What an application does with CloudLink, and how it is built. `files` are those looked into,
    `stack` what it is built with."""

    inventory: Inventory
    diagram: Diagram
    files: tuple[str, ...]
    stack: Stack


def survey(
    paths: Sequence[Path], config: Config, root: Path, progress: Progress | None = None, judged: bool = False
) -> Survey:
    """Survey the Python files among and below `paths`; names of files are relative to `root`.

    With `judged` the checks speak too, so that the inventory tells what is waived by suppressions. `progress`
    is called with the number of files done and of all. Raises `MissingPathError`, and `ModelError`
    where a model of the configuration cannot be used.
    """
    with no_collector():
        project = Project(paths, config, root, progress)
        app = project.application() if project.uses_cloudlink() else None
        texts = project.texts()
        verdicts = Verdicts()
        if app is not None and judged:
            verdicts, _ = waive(judge(app, config, texts), config, root, project.names, app.kind)
        inventory = Inventory() if app is None else build_inventory(app, verdicts)
        python = {name: texts[name] for name in project.names if name in texts}
        diagram = build_diagram(app, inventory, python, root)
        stack = project.stack()
    return Survey(inventory, diagram, tuple(python), stack)
