"""`cl-lint config`, as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cl_lint.cli import group
from cl_lint.config import load_config


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["config", *arguments])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cl-lint.toml").write_text('level = "certified"\n[policy]\nmax-retries = 3\n')
    (tmp_path / "app").mkdir()
    (tmp_path / "app/pyproject.toml").write_text(
        '[tool.cl-lint]\nextend = "../cl-lint.toml"\nkind = "server"\nexclude = ["caf\\u00e9/\\u202e"]\n'
        '[tool.cl-lint.per-file-ignores]\n"a b.py" = ["CL104"]\n'
        "[[tool.cl-lint.waivers]]\n"
        'rule = "CL305"\npath = "*.py"\nreason = "Known."\nby = "Ann"\nexpires = 2027-03-31\n'
    )
    return tmp_path


def test_it_shows_values_and_where_they_are_from(project: Path) -> None:
    lines = [" ".join(line.split()) for line in run("app").stdout.splitlines()]
    assert lines[0] == "# app/pyproject.toml"
    for line in (
        'level = "certified" # cl-lint.toml',
        'kind = "server" # app/pyproject.toml',
        'fail-on = "warning" # default',
        'exclude = ["café/\\u202e"] # app/pyproject.toml',
        "max-retries = 3 # cl-lint.toml",
        "# baseline is not set # default",
    ):
        assert line in lines


def test_what_it_shows_is_a_configuration_that_means_the_same(project: Path) -> None:
    shown = run("app").stdout
    (project / "copy.toml").write_text(shown, encoding="utf-8")
    before, after = load_config(project / "app"), load_config(project, project / "copy.toml")
    assert after.waivers == before.waivers
    assert after.per_file_ignores == before.per_file_ignores
    assert (after.level, after.kind, after.exclude, after.policy) == (
        before.level,
        before.kind,
        before.exclude,
        before.policy,
    )


def test_json(project: Path) -> None:
    document = json.loads(run("app", "--output-format", "json").stdout)
    assert document["file"] == str(project / "app/pyproject.toml")
    assert document["settings"]["level"] == {"value": "certified", "origin": str(project / "cl-lint.toml")}
    assert document["settings"]["waivers"]["value"][0]["expires"] == "2027-03-31"


def test_without_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run().stdout.startswith("# no configuration file was found\n")


@pytest.mark.parametrize("arguments", [["no"], ["--config", "no.toml"]])
def test_what_is_not_there(project: Path, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.endswith(("no: no such file or folder\n", "no.toml: no such file\n"))
