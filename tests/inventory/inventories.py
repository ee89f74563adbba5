"""Inventories of small applications, and how tables in tests spell them."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

from cl_lint.checks import load_checks
from cl_lint.concepts.application import Application
from cl_lint.config import common_folder, find_root, load_config
from cl_lint.findings import Place, Verdicts
from cl_lint.inventory import Inventory, State, build_inventory
from cl_lint.inventory.model import ApiCall
from cl_lint.project import Project
from cl_lint.suppressions import apply

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "concepts"))

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
SIGNS = {State.MET: "y", State.NOT_MET: "n", State.UNKNOWN: "?", State.NOT_APPLICABLE: "-"}


@lru_cache(maxsize=4)
def of_example(name: str) -> Inventory:
    """The inventory of an example application, suppressions applied as in a run."""
    paths = [EXAMPLES / name]
    config = load_config(common_folder(paths), None)
    project = Project(paths, config, find_root(paths, config), None)
    app = project.application()
    return build_inventory(app, apply(judged(app), app, config, project.texts()))


def of_code(code: str) -> Inventory:
    """The inventory of an application in one text: app.py, then a file for each line like `## name.py`."""
    from judging import made

    app = made(code)
    return build_inventory(app, judged(app))


def judged(app: Application) -> Verdicts:
    verdicts = Verdicts()
    for _, check in load_checks():
        verdicts.extend(check(app))
    return verdicts


def at(place: Place | None) -> str:
    """ "gateway.py:54": the last part of the path, and the line."""
    return "" if place is None else f"{place.path.rsplit('/', 1)[-1]}:{place.line}"


def signs(call: ApiCall) -> str:
    """A letter for each practice, in the order of the columns."""
    return " ".join(SIGNS[cell.state] for _, cell in call.cells)
