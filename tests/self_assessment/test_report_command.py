"""`cl-lint report`: its formats, its contract, what it never shows."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

from cl_lint.reports.self_assessment.schema import render as render_schema
from tests.self_assessment.projects import (
    CLIENT,
    EXAMPLES,
    FORMATS,
    SECRET,
    hostile_project,
    report,
)

SCHEMA = Path(__file__).resolve().parents[2] / "schemas" / "report.schema.json"
FRONTDESK, SWITCHBOARD = str(EXAMPLES / "frontdesk"), str(EXAMPLES / "switchboard")


def test_the_published_schema_is_fresh() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == render_schema(), (
        "run `python -m cl_lint.reports.self_assessment.schema > schemas/report.schema.json`"
    )


@pytest.mark.parametrize("example", [FRONTDESK, SWITCHBOARD])
def test_json_keeps_the_published_contract(example: str) -> None:
    data = json.loads(report(example, "--format", "json").stdout)
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert [error.message for error in validator.iter_errors(data)] == []
    assert {finding["id"] for finding in data["findings"]} >= {
        number for practice in data["practices"] for number in practice["findings"]
    }


def test_json_tells_what_the_page_tells() -> None:
    data = json.loads(report(SWITCHBOARD, "--format", "json").stdout)
    page = report(SWITCHBOARD, "--format", "html").stdout
    for finding in data["findings"]:
        assert f'id="{finding["id"]}"' in page
    for practice in data["practices"]:
        assert f'data-practice-row="{practice["id"]}" data-status="{practice["status"]}"' in page
    assert len(data["sections"]["inventory"]["api_calls"]) == data["application"]["api_calls"] == 6
    frontdesk = json.loads(report(FRONTDESK, "--format", "json").stdout)
    assert len(frontdesk["sections"]["inventory"]["api_calls"]) == frontdesk["application"]["api_calls"] == 6


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_input_gives_the_same_bytes(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    first, second = (report(SWITCHBOARD, "--format", form).stdout for _ in range(2))
    assert first == second
    assert "2026-09-21T14" in first


@pytest.mark.parametrize("form", FORMATS)
def test_what_every_format_states(form: str) -> None:
    text = " ".join(report(SWITCHBOARD, "--format", form).stdout.split())
    for each in (
        "switchboard",
        "cl-lint",
        "CL401",
        "api.py",
        "not met",
        "not ready",
        "Retries wait two seconds",
    ):
        assert each.lower() in text.lower() or each.replace(" ", "-").lower() in text.lower(), each


def test_exit_status_is_the_gate_that_was_asked_for() -> None:
    assert report(SWITCHBOARD).exit_code == 0
    assert report(SWITCHBOARD, "--fail-on", "not-met").exit_code == 1
    assert report(FRONTDESK, "--fail-on", "not-met", "--level", "compatible").exit_code == 0
    assert report(FRONTDESK, "--fail-on", "open", "--level", "compatible").exit_code == 1


def test_the_form_follows_the_name_of_the_file(tmp_path: Path) -> None:
    for name, start in (
        ("a.html", "<!doctype html>"),
        ("a.md", "# "),
        ("a.json", "{"),
        ("a.txt", "CloudLink"),
    ):
        assert report(FRONTDESK, "--output-file", str(tmp_path / name)).exit_code == 0
        assert (tmp_path / name).read_text(encoding="utf-8").lstrip().startswith(start)


class _Collected(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_hostile_texts_are_no_markup_of_the_page(tmp_path: Path) -> None:
    page = report(str(hostile_project(tmp_path)), "--format", "html").stdout
    seen = _Collected()
    seen.feed(page)
    assert not {tag for tag, _ in seen.tags} & {"img", "iframe", "object", "embed", "base"}
    assert sum(tag == "script" for tag, _ in seen.tags) == 1
    assert not [name for _, attributes in seen.tags for name in attributes if name.startswith("on")]
    links = [attributes.get("href") or "" for tag, attributes in seen.tags if tag == "a"]
    assert all(link.startswith("#") for link in links)
    assert "\u202e" not in page


def test_hostile_texts_are_no_markup_of_markdown(tmp_path: Path) -> None:
    text = report(str(hostile_project(tmp_path)), "--format", "markdown").stdout
    outside = re.sub(r"(`+).*?\1", "", re.sub(r"^(`{3,}).*?^\1", "", text, flags=re.M | re.S))
    assert "<img" not in outside
    assert "<svg" not in outside
    assert re.search(r"(?<!\\)\]\(", outside) is None
    assert "\u202e" not in text


@pytest.mark.parametrize("form", FORMATS)
def test_no_terminal_command_in_any_format(form: str, tmp_path: Path) -> None:
    text = report(str(hostile_project(tmp_path)), "--format", form).stdout
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text) is None


@pytest.mark.parametrize("form", FORMATS)
def test_no_secret_in_any_format(form: str, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(CLIENT, encoding="utf-8")
    text = report(str(tmp_path), "--format", form).stdout
    assert "CL305" in text
    assert SECRET not in text


def test_an_application_of_nothing_is_not_called_ready(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("print('hello')\n", encoding="utf-8")
    data = json.loads(report(str(tmp_path), "--format", "json").stdout)
    assert not any(level["ready"] for level in data["levels"])
    assert data["application"]["api_calls"] == 0


def test_bad_input_is_one_line(tmp_path: Path) -> None:
    for arguments in (
        (str(tmp_path / "missing"),),
        (str(tmp_path),),
        (FRONTDESK, "--output-file", str(tmp_path / "no" / "folder.html")),
        (FRONTDESK, "--config", str(tmp_path / "none.toml")),
    ):
        result = report(*arguments)
        assert result.exit_code == 2, arguments
        assert len(result.stderr.strip().splitlines()) == 1, result.stderr
    assert list(tmp_path.iterdir()) == []


def test_several_applications_are_reported_on_one_at_a_time(tmp_path: Path) -> None:
    for name in ("rooms", "lines"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "cl-lint.toml").write_text('level = "compatible"\n', encoding="utf-8")
        (tmp_path / name / "app.py").write_text(CLIENT, encoding="utf-8")
    result = report(str(tmp_path))
    assert result.exit_code == 2
    assert "lines" in result.stderr
    assert "rooms" in result.stderr
    assert report(str(tmp_path / "rooms")).exit_code == 0
