"""`cl-lint rule` and `cl-lint rules`."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from cl_lint.catalog import load_catalog
from cl_lint.cli import group

RULE = load_catalog().rules["CL102"]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, list(arguments))


@pytest.mark.parametrize("name", ["CL102", "cl102", "missing-correlation-id"])
def test_a_page_as_text(name: str) -> None:
    result = run("rule", name)
    assert result.exit_code == 0
    assert result.stdout.startswith("CL102 missing-correlation-id\n\n severity: error\n")
    assert RULE.text.rstrip() in result.stdout


def test_a_page_on_a_terminal() -> None:
    result = run("rule", "CL102", "--color", "always")
    assert RULE.title in result.stdout
    assert "\x1b[" in result.stdout


def test_a_page_as_markdown() -> None:
    assert run("rule", "CL102", "--output-format", "markdown").stdout == RULE.page


def test_a_page_as_json() -> None:
    document = json.loads(run("rule", "CL102", "--output-format", "json").stdout)
    assert (document["code"], document["severity"], document["page"]) == ("CL102", "error", RULE.text)


def test_an_unknown_rule() -> None:
    result = run("rule", "missing-corelation-id")
    assert result.exit_code == 2
    assert result.stderr == (
        "error: no rule 'missing-corelation-id'; did you mean 'missing-correlation-id'?\n"
    )


def test_the_list() -> None:
    lines = run("rules").stdout.splitlines()
    assert len(lines) == len(load_catalog().rules)
    assert any(line.startswith("CL102  missing-correlation-id ") for line in lines)


def test_the_list_as_json() -> None:
    document = json.loads(run("rules", "--output-format", "json").stdout)
    assert [rule["code"] for rule in document] == list(load_catalog().rules)
