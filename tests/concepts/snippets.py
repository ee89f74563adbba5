"""Applications of a few lines, judged by one check; marks in the lines say what must be found there."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Mapping

from cl_lint.concepts.application import Application
from cl_lint.config import Config
from cl_lint.findings import Verdicts
from cl_lint.models import load_models
from cl_lint.program import Module, Program
from cl_lint.sources import Problem, parse
from cl_lint.syntax import lower

MODELS = load_models()
MARK = re.compile(r"# !((?:CL\d{3} ?)+)")
HEAD = """
import json, logging, time, datetime as dt
from datetime import UTC, date, datetime, timedelta, timezone
import requests
log = logging.getLogger(__name__)
API = "https://admin.api.mitel.io/2017-09-01"
"""


def application(files: Mapping[str, str]) -> Application:
    """The application that the texts are."""

    def load(path: str) -> Module:
        tree = parse(files[path])
        assert not isinstance(tree, Problem), tree
        return Module(lower(tree, path), MODELS)

    program = Program(files, load, MODELS)
    for path in files:
        program.table.module(path)
    config = Config()
    return Application(program, config, config.policy)


def snippet(code: str) -> dict[str, str]:
    """A file of its own, or several where lines like `## name.py` part them."""
    parts = re.split(r"^## (\S+)\n", textwrap.dedent(code), flags=re.MULTILINE)
    files = {"app.py": HEAD + parts[0]} if parts[0].strip() else {}
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        files[name] = HEAD + text
    return files


def compare(files: Mapping[str, str], checks: Mapping[str, Callable[[Application], Verdicts]]) -> None:
    """Asserts that the checks find what the marks say, at those lines, and nothing else."""
    app = application(files)
    found = {
        (f.place.path, f.place.line, code) for code, check in checks.items() for f in check(app).findings
    }  # fmt: skip
    wanted = {
        (path, number, code)
        for path, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        for mark in MARK.finditer(line)
        for code in mark[1].split()
    }
    assert found == wanted
