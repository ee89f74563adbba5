"""The action for GitHub, the template for GitLab, and the recipes of docs/ci.md: what they run does run."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from junitparser import JUnitXml

from cl_lint.cli import group

yaml = pytest.importorskip("yaml")

ROOT = Path(__file__).resolve().parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
TEMPLATE = yaml.safe_load((ROOT / "templates/cl-lint.gitlab-ci.yml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
FAULTY = """\
import flask
import requests

requests.post("https://chat.api.mitel.io/2017-09-01/x", timeout=2)
"""
needs_bash = pytest.mark.skipif(
    shutil.which("bash") is None or os.name == "nt", reason="these are scripts for bash"
)


@pytest.fixture
def application(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    (folder / "my app").mkdir(parents=True)
    (folder / "cl-lint.toml").write_text('kind = "server"\nselect = ["CL305"]\n')
    (folder / "app.py").write_text(FAULTY)
    return folder


@pytest.fixture
def launcher(tmp_path: Path) -> Path:
    """A `cl-lint` as an installation has it, of this working tree."""
    path = tmp_path / "bin" / "cl-lint"
    path.parent.mkdir()
    python, here = shlex.quote(sys.executable), shlex.quote(str(ROOT))
    path.write_text(f'#!/bin/sh\nPYTHONPATH={here} exec {python} -m cl_lint "$@"\n')
    path.chmod(0o755)
    return path


def bash(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a runner does with a step: the script stops at the first error."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True
    )


# -- GitHub


def step(name: str) -> dict[str, Any]:
    (found,) = [each for each in ACTION["runs"]["steps"] if each["name"] == name]
    return dict(found)


def run_check(folder: Path, launcher: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The step that checks, with its environment filled in as a runner does."""
    values = {name: str(each.get("default", "")) for name, each in ACTION["inputs"].items()}
    values |= {name.replace("_", "-"): value for name, value in inputs.items()}
    environment = {
        name: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda found: values[found[1]], text)
        for name, text in step("Check")["env"].items()
    }
    return bash(step("Check")["run"], folder, CL_LINT=str(launcher), **environment)


def test_the_action_uses_only_inputs_that_it_has() -> None:
    named = set(re.findall(r"inputs\.([a-z-]+)", (ROOT / "action.yml").read_text(encoding="utf-8")))
    assert named == set(ACTION["inputs"])
    rows = set(re.findall(r"^\| `([a-z-]+)` \|", PAGE, re.MULTILINE))
    assert rows == set(ACTION["inputs"])


def test_no_value_of_a_workflow_becomes_part_of_a_script() -> None:
    scripts = [each["run"] for each in ACTION["runs"]["steps"] if "run" in each]
    assert [script for script in scripts if "${{" in script] == []


@needs_bash
def test_the_action_annotates_and_writes_sarif(application: Path, launcher: Path) -> None:
    done = run_check(application, launcher)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error title=CL305 unchecked-response,file=app.py,line=4,")
    (run,) = json.loads((application / "cl-lint.sarif").read_text())["runs"]
    assert [each["ruleId"] for each in run["results"]] == ["CL305"]


@needs_bash
@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        ({"fail_on": "never"}, 0),
        ({"args": "--exit-zero --statistics"}, 0),
        ({"path": "cl-lint.toml"}, 0),
        ({"path": "missing"}, 2),
        ({"baseline": "true"}, 2),  # there is none
        ({"baseline": "false"}, 1),
        ({"path": "$(touch made) ; touch made"}, 2),
        ({"args": "--nonsense"}, 2),
    ],
)
def test_the_inputs_of_the_action_count(
    application: Path, launcher: Path, inputs: dict[str, str], status: int
) -> None:
    done = run_check(application, launcher, **inputs)
    assert done.returncode == status, done.stdout + done.stderr
    assert not (application / "made").exists()


@needs_bash
def test_the_action_puts_the_report_on_the_page_of_the_run(application: Path, launcher: Path) -> None:
    page = application.parent / "summary.md"
    page.write_text("before\n")
    done = bash(
        step("Summary")["run"],
        application,
        CL_LINT=str(launcher),
        CHECK_PATH=".",
        GITHUB_STEP_SUMMARY=str(page),
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n# ")
    assert "CL305" in text


@needs_bash
def test_the_action_installs_its_own_checkout(tmp_path: Path) -> None:
    """With a `pip` that only notes what it is asked for."""
    python = tmp_path / "python"
    python.write_text(
        "#!/bin/sh\n"
        'mkdir -p "$3/bin"\n'
        'printf \'#!/bin/sh\\necho "$@" >"%s/asked"\\n\' "$3" >"$3/bin/python"\n'
        'chmod +x "$3/bin/python"\n'
    )
    python.chmod(0o755)
    environment = {
        "PYTHON": str(python),
        "SOURCE": str(ROOT),
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_ENV": str(tmp_path / "env"),
    }
    assert step("Install cl-lint")["env"] == {
        "PYTHON": "${{ inputs.python }}",
        "SOURCE": "${{ github.action_path }}",
    }
    done = bash(step("Install cl-lint")["run"], tmp_path, **environment)
    assert done.returncode == 0, done.stderr
    asked = (tmp_path / "cl-lint/asked").read_text().split()
    assert (asked[:3], asked[-1]) == (["-m", "pip", "install"], str(ROOT))
    assert (tmp_path / "env").read_text() == f"CL_LINT={tmp_path}/cl-lint/bin/cl-lint\n"


# -- GitLab


@needs_bash
def test_the_template_reports_to_gitlab(application: Path, launcher: Path) -> None:
    job = TEMPLATE["cl-lint"]
    check = job["script"][-1].replace(".cl-lint-venv/bin/cl-lint", shlex.quote(str(launcher)))
    variables = {name: str(value) for name, value in TEMPLATE["variables"].items()}
    done = bash(check, application, **variables)
    assert done.returncode == 1, done.stderr
    reports = job["artifacts"]["reports"]
    (issue,) = json.loads((application / reports["codequality"]).read_text())
    assert (issue["check_name"], issue["location"]["path"]) == ("CL305 unchecked-response", "app.py")
    assert sum(suite.failures for suite in JUnitXml.fromfile(str(application / reports["junit"]))) == 1
    assert bash(check, application, **variables | {"CL_LINT_ARGS": "--fail-on never"}).returncode == 0


# -- the page


def recipes() -> list[str]:
    """The calls of `cl-lint` in the page's YAML and Groovy."""
    blocks = re.findall(r"^```(?:yaml|groovy)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return [found for block in blocks for found in re.findall(r"cl-lint (check [^'\n]*)", block)]


def test_the_page_has_a_recipe_for_each_service() -> None:
    headings = re.findall(r"^## (.*)$", PAGE, re.MULTILINE)
    assert headings[:4] == ["GitHub Actions", "GitLab", "Jenkins", "Azure Pipelines"]
    assert len(recipes()) == 3  # GitHub's is the action's


@needs_bash
@pytest.mark.parametrize("line", recipes())
def test_a_recipe_runs(application: Path, launcher: Path, line: str) -> None:
    done = bash(f"{shlex.quote(str(launcher))} {line}", application)
    assert done.returncode == 1, done.stderr
    files = re.findall(r"--output-file (\S+)", line)
    assert files
    assert all((application / file).stat().st_size for file in files)
    assert "app.py:4:1: error CL305" in done.stdout


def test_the_inputs_that_the_page_gives_are_the_actions() -> None:
    blocks = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    (workflow,) = [each for each in map(yaml.safe_load, blocks) if "jobs" in each]
    (used,) = [each for each in workflow["jobs"]["cl-lint"]["steps"] if "cl-lint@" in each.get("uses", "")]
    assert set(used["with"]) <= set(ACTION["inputs"])
    assert workflow["permissions"]["security-events"] == "write"


def test_the_variables_that_the_page_gives_are_the_templates() -> None:
    assert set(re.findall(r"\bCL_LINT_[A-Z]+", PAGE)) <= set(TEMPLATE["variables"])


def test_the_hooks_that_the_page_names_exist() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert set(re.findall(r"- id: (\S+)", PAGE)) == {hook["id"] for hook in hooks}
    for hook in hooks:
        words = [*shlex.split(hook["entry"])[1:], *hook.get("args", [])]
        command = group.get_command(click.Context(group), words[0])
        assert command is not None
        command.make_context(words[0], words[1:])
