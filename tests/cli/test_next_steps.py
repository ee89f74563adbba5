"""What a failed run says at its end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cl_lint.cli import group
from cl_lint.cli.next_steps import next_steps
from cl_lint.findings import Confidence, Finding, Place, Severity

CALL = (
    'import requests\n\n\ndef f(x):\n    requests.post("https://chat.api.mitel.io/2017-09-01/x", timeout=2)\n'
)
ONE = [
    "to mend it: cl-lint rule CL305 says why and how",
    'to keep it: cl-lint check --add-ignores --reason "..." writes a comment at each',
    "to begin with it: cl-lint baseline, then cl-lint check --baseline: only new findings fail",
]
FINDING = Finding(
    "CL305", "unchecked-response", "p", Severity.ERROR, Confidence.HIGH, Place("a.py", 1, 1, 1, 2), "m"
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cl-lint.toml").write_text('kind = "server"\nselect = ["CL305"]\n')
    (tmp_path / "app.py").write_text(CALL)
    return tmp_path


def check(*words: str, text: str | None = None) -> Result:
    return CliRunner().invoke(group, ["check", *words], input=text)


@pytest.mark.parametrize("words", [(), ("--output-format", "concise"), ("--output-format", "github")])
def test_a_failed_run_says_what_to_do(project: Path, words: tuple[str, ...]) -> None:
    result = check(*words)
    assert (result.exit_code, result.stderr.splitlines()) == (1, ONE)


@pytest.mark.parametrize(
    "words",
    [
        ("--quiet",),
        ("--exit-zero",),
        ("--fail-on", "never"),
        ("--output-format", "json"),
        ("-", "--stdin-filename", "app.py"),
    ],
)
def test_nothing_is_said_where_nobody_asks(project: Path, words: tuple[str, ...]) -> None:
    assert check(*words, text=CALL).stderr == ""


def test_what_is_new_is_added_to_the_baseline(project: Path) -> None:
    CliRunner().invoke(group, ["baseline"])
    (project / "app.py").write_text(CALL + CALL.partition("\n\n\n")[2].replace("def f", "def g"))
    assert check("--baseline").stderr.splitlines()[-1] == "to begin with it: cl-lint baseline --add"


def test_many_findings_are_counted_by_rule_in_one_screen() -> None:
    found = [
        replace(
            FINDING,
            code=f"CL{100 + number % 12}",
            severity=Severity.ADVICE if number % 12 else Severity.ERROR,
        )
        for number in range(300 - 5)
    ]
    lines = next_steps([*found, *[replace(FINDING, code="CL103")] * 5], counted=False, has_baseline=False)
    assert len(lines) == 12
    assert lines[0] == "25  CL100  unchecked-response"
    assert sum(int(line.split()[0]) for line in lines[:9]) == 300
    assert lines[8].endswith(" of 4 other rules (--statistics shows all)")
    assert lines[9] == "to mend them: cl-lint rule CL100 (or another code) says why and how"


def test_a_table_is_not_shown_twice() -> None:
    assert next_steps([FINDING] * 300, counted=True, has_baseline=False)[0].startswith("to mend them: ")
    assert next_steps([], counted=False, has_baseline=False) == []
