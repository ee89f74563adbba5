"""The formats, whole."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

from cl_lint.findings import Verdicts
from cl_lint.reports import View, render
from cl_lint.reports.colour import Palette
from cl_lint.result import Result

CLOSING = "Found 1 error, 1 advice (1 file checked, 1 not assessed, 1 suppressed, 0.2 s).\n"


def test_full(result: Result) -> None:
    assert render("full", View(result)) == (
        "app/client.py:7:3: error CL102 missing-correlation-id: the log lacks x-mitel-correlation-id\n"
        '7 |         log.error("größe 名前: %s", error, extra={"token": "******"})\n'
        "  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "note: app/client.py:5:10: the request that fails\n"
        "5 |         return session.get(URL)\n"
        "  |                ^^^^^^^^^^^^^^^^\n"
        "  = help: Log it.\n"
        "\n"
        "app/client.py:5:10: advice CL601 missing-app-header: no x-mitel-app header\n"
        "5 |         return session.get(URL)\n"
        "  |                ^^^^^^^^^^^^^^^^\n"
        "\n" + CLOSING
    )


def test_concise(result: Result) -> None:
    assert render("concise", View(result)) == (
        "app/client.py:7:3: error CL102 missing-correlation-id: the log lacks x-mitel-correlation-id\n"
        "app/client.py:5:10: advice CL601 missing-app-header: no x-mitel-app header\n" + CLOSING
    )


def test_statistics(result: Result) -> None:
    doubled = replace(result, verdicts=Verdicts([*result.findings, result.findings[1]]))
    assert render("concise", View(doubled, statistics=True, quiet=True)).splitlines()[-2:] == [
        "2  advice  CL601  missing-app-header",
        "1  error   CL102  missing-correlation-id",
    ]
    assert "1  error   CL102  missing-correlation-id\n\nFound" in render(
        "full", View(doubled, statistics=True)
    )


def test_quiet_and_clean_is_silent(result: Result) -> None:
    clean = replace(result, verdicts=Verdicts(), not_assessed=())
    assert render("full", View(clean, quiet=True)) == ""
    assert render("concise", View(clean)) == "Found nothing to report (1 file checked, 0.2 s).\n"


def test_colour_only_adds_to_the_text(result: Result) -> None:
    painted = render("full", View(result, palette=Palette(True)))
    assert "\x1b[1;31merror\x1b[0m" in painted
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == render("full", View(result))


def test_paths_are_relative_to_the_working_folder_in_texts(result: Result) -> None:
    view = View(result, root=Path("/project"), base=Path("/project/app"))
    assert render("concise", view).startswith("client.py:7:3: ")
    assert json.loads(render("json", view))["findings"][0]["path"] == "app/client.py"


def test_json(result: Result) -> None:
    document = json.loads(render("json", View(result)))
    assert document["version"] == 1
    assert len(document["findings"][0].pop("fingerprint")) == 16
    assert document["findings"][0] == {
        "code": "CL102",
        "name": "missing-correlation-id",
        "severity": "error",
        "confidence": "high",
        "message": "the log lacks x-mitel-correlation-id",
        "path": "app/client.py",
        "line": 7,
        "column": 3,
        "end_line": 7,
        "end_column": 65,
        "practice": "logging.correlation",
        "trace": [{"path": "app/client.py", "line": 5, "column": 10, "message": "the request that fails"}],
        "fixable": False,
        "suppressed": False,
        "reason": None,
        "until": None,
        "by": None,
        "known": False,
    }
    assert [finding["suppressed"] for finding in document["findings"]] == [False, False, True]
    assert document["summary"] == {
        "error": 1,
        "warning": 0,
        "advice": 1,
        "suppressed": 1,
        "known": 0,
        "rules": {"CL102": 1, "CL601": 1},
        "files_checked": 1,
        "files_not_assessed": 1,
        "api_calls": 1,
        "kind": "server",
        "level": "compatible",
    }
