"""Applications of a few lines, judged at a level and for a kind; marks say what a finding leads by."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import replace

from snippets import application

from cl_lint.concepts.application import Application
from cl_lint.findings import Verdicts

Check = Callable[[Application], Verdicts]
MARK = re.compile(r"# !((?:CL\d{3} ?)+)")


def made(code: str, level: str = "self-assessed", kind: str = "unknown") -> Application:
    """The application in `code`: app.py, then a file for each line like `## name.py`."""
    parts = re.split(r"^## (\S+)\n", textwrap.dedent(code), flags=re.MULTILINE)
    files = {"app.py": parts[0]} | dict(zip(parts[1::2], parts[2::2], strict=True))
    app = application(files)
    app.config = replace(app.config, level=level, kind=kind)
    return app


def marks(code: str) -> set[tuple[str, str, int]]:
    """The marked lines: code of the rule, file, line."""
    parts = re.split(r"^## (\S+)\n", textwrap.dedent(code), flags=re.MULTILINE)
    files = {"app.py": parts[0]} | dict(zip(parts[1::2], parts[2::2], strict=True))
    return {
        (rule, path, number)
        for path, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        for mark in MARK.finditer(line)
        for rule in mark[1].split()
    }


def judge(code: str, *checks: Check, level: str = "self-assessed", kind: str = "unknown") -> None:
    """Asserts that each mark is met by a finding (its place or a step of its trace), and that every
    finding meets a mark."""
    app = made(code, level, kind)
    wanted = marks(code)
    met: set[tuple[str, str, int]] = set()
    for check in checks:
        for finding in check(app).findings:
            places = [finding.place, *(step.place for step in finding.trace)]
            own = {(finding.code, p.path, p.line) for p in places} & wanted
            assert own, f"not marked: {finding}"
            met |= own
    assert met == wanted
