"""A survey: from paths to the inventory and the diagram of an application, nothing judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cl_lint.config import Config
from cl_lint.diagram import Diagram, build_diagram
from cl_lint.findings import Verdicts
from cl_lint.inventory import Inventory, build_inventory
from cl_lint.project import Project
from cl_lint.run import Progress, no_collector


@dataclass(frozen=True)
class Survey:
    """What an application does with CloudLink, and how it is built. `files` are those looked into."""

    inventory: Inventory
    diagram: Diagram
    files: tuple[str, ...]


def survey(paths: Sequence[Path], config: Config, root: Path, progress: Progress | None = None) -> Survey:
    """Survey the Python files among and below `paths`; names of files are relative to `root`.

    `progress` is called with the number of files done and of all. Raises `MissingPathError`, and `ModelError`
    where a model of the configuration cannot be used.
    """
    with no_collector():
        project = Project(paths, config, root, progress)
        app = project.application() if project.uses_cloudlink() else None
        inventory = Inventory() if app is None else build_inventory(app, Verdicts())
        texts = project.texts()
        diagram = build_diagram(app, inventory, texts, root)
    return Survey(inventory, diagram, tuple(texts))
