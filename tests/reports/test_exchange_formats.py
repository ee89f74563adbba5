"""The formats that other programs read: SARIF, JUnit, GitHub, GitLab, CSV."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml

from cl_lint.catalog import load_catalog
from cl_lint.findings import Finding, Place, Verdicts
from cl_lint.reports import View, render
from cl_lint.reports.sarif import render as render_sarif
from cl_lint.result import Result


def sarif(result: Result, **options: Any) -> dict[str, Any]:
    document = json.loads(render("sarif", View(result, **options)))
    assert list(document) == ["$schema", "version", "runs"]
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    return dict(run)


def with_findings(result: Result, *findings: Finding) -> Result:
    return replace(result, verdicts=Verdicts(list(findings)))


# -- SARIF


def test_sarif_result(result: Result) -> None:
    run = sarif(result)
    first = run["results"][0]
    assert (first["ruleId"], first["level"]) == ("CL102", "error")
    assert first["message"]["text"] == "the log lacks x-mitel-correlation-id. Log it."
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "app/client.py"},
                "region": {"startLine": 7, "startColumn": 3, "endLine": 7, "endColumn": 65},
            }
        }
    ]
    assert run["results"][1]["level"] == "note"
    assert run["columnKind"] == "unicodeCodePoints"


def test_sarif_tells_the_way_to_the_finding(result: Result) -> None:
    first = sarif(result)["results"][0]
    (flow,) = first["codeFlows"][0]["threadFlows"]
    steps = [step["location"] for step in flow["locations"]]
    assert [step["message"]["text"] for step in steps] == [
        "the request that fails",
        "the log lacks x-mitel-correlation-id",
    ]
    assert [step["physicalLocation"]["region"]["startLine"] for step in steps] == [5, 7]
    assert [related["id"] for related in first["relatedLocations"]] == [1]
    assert "codeFlows" not in sarif(result)["results"][1]


def test_sarif_rules_are_as_code_scanning_wants_them(result: Result) -> None:
    every = [replace(result.findings[0], code=code) for code in load_catalog().rules]
    run = sarif(with_findings(result, *every))
    rules = run["tool"]["driver"]["rules"]
    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == [f.code for f in every]
    for rule in rules:
        assert 0 < len(rule["name"]) <= 255
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"].startswith("# ")
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")
        assert len(rule["properties"]["tags"]) <= 20
        score = rule["properties"].get("security-severity")
        assert score is None or 0 < float(score) <= 10
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", run["tool"]["driver"]["semanticVersion"])
    assert "/" in run["automationDetails"]["id"]


def test_sarif_leaves_suppressed_findings_out_unless_asked_for(result: Result) -> None:
    assert [each["ruleId"] for each in sarif(result)["results"]] == ["CL102", "CL601"]
    hidden = replace(result.findings[2], reason="known", by="Ann")
    shown = sarif(with_findings(result, hidden), show_suppressed=True)["results"]
    assert shown[0]["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "known"}]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("app/größe 1.py", "app/gr%C3%B6%C3%9Fe%201.py"),
        ("a%20#?.py", "a%2520%23%3F.py"),
        ("c:x.py", "c%3Ax.py"),
        ("bad\udcff.py", "bad%FF.py"),
    ],
)
def test_sarif_paths(result: Result, path: str, uri: str) -> None:
    finding = replace(result.findings[0], place=Place(path, 1, 1, 1, 2), trace=())
    location = sarif(with_findings(result, finding))["results"][0]["locations"][0]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_paths_start_at_the_top_of_the_repository(result: Result, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    view = View(result, root=tmp_path / "services/a", base=tmp_path / "services/a")
    assert '"uri": "services/a/app/client.py"' in render_sarif(view)
    assert "file=services/a/app/client.py," in render("github", view)
    assert json.loads(render("gitlab", view))[0]["location"]["path"] == "services/a/app/client.py"
    assert JUnitXml.fromstring(render("junit", view)).__iter__().__next__().name == "services/a/app/client.py"


def fingerprints(result: Result) -> list[str]:
    return [each["partialFingerprints"]["primaryLocationLineHash"] for each in sarif(result)["results"]]


def test_sarif_fingerprints_stay_where_code_moves(result: Result) -> None:
    before = fingerprints(result)
    path = "app/client.py"

    def lower(place: Place) -> Place:
        return replace(place, line=place.line + 2, end_line=place.end_line + 2)

    moved = [replace(f, place=lower(f.place)) for f in result.findings]
    text = result.sources[path].replace("import requests\n", "import requests\n\nX = 1\n")
    assert fingerprints(replace(result, verdicts=Verdicts(moved), sources={path: text})) == before
    assert len(set(before)) == 2


def test_equal_findings_have_fingerprints_of_their_own(result: Result) -> None:
    twice = with_findings(result, result.findings[0], result.findings[0])
    assert [mark.partition(":")[2] for mark in fingerprints(twice)] == ["1", "2"]
    marks = [each["fingerprint"] for each in json.loads(render("gitlab", View(twice)))]
    assert len(set(marks)) == 2


# -- GitLab


def test_gitlab(result: Result) -> None:
    issues = json.loads(render("gitlab", View(result)))
    assert [(each["check_name"], each["severity"]) for each in issues] == [
        ("CL102 missing-correlation-id", "critical"),
        ("CL601 missing-app-header", "info"),
    ]
    assert issues[0]["location"] == {"path": "app/client.py", "lines": {"begin": 7, "end": 7}}
    assert json.loads(render("gitlab", View(with_findings(result)))) == []


# -- JUnit


def test_junit_loads(result: Result) -> None:
    suites = JUnitXml.fromstring(render("junit", View(result, show_suppressed=True)))
    (suite,) = suites
    assert (suite.name, suite.tests, suite.failures, suite.skipped) == ("app/client.py", 3, 2, 1)
    case = next(iter(suite))
    assert case.name == "CL102 missing-correlation-id (7:3)"
    assert case.result[0].message == "the log lacks x-mitel-correlation-id"
    assert "app/client.py:5:10: the request that fails\nLog it." in case.result[0].text


def test_junit_has_a_passed_test_for_a_clean_file(result: Result) -> None:
    (suite,) = JUnitXml.fromstring(render("junit", View(with_findings(result))))
    assert (suite.name, suite.tests, suite.failures) == ("app/client.py", 1, 0)
    assert [case.is_passed for case in suite] == [True]


def test_junit_with_what_xml_cannot_hold(result: Result) -> None:
    finding = replace(result.findings[0], message="]]> <x> & \ufffe \x0b", trace=())
    (suite,) = JUnitXml.fromstring(render("junit", View(with_findings(result, finding))))
    assert next(iter(suite)).result[0].message.startswith("]]> <x> & ")


# -- GitHub


def test_github(result: Result) -> None:
    assert render("github", View(result, quiet=True)).splitlines() == [
        "::error title=CL102 missing-correlation-id,file=app/client.py,line=7,endLine=7,col=3,endColumn=65"
        "::app/client.py:7:3: CL102 the log lacks x-mitel-correlation-id. Log it.",
        "::notice title=CL601 missing-app-header,file=app/client.py,line=5,endLine=5,col=10,endColumn=26"
        "::app/client.py:5:10: CL601 no x-mitel-app header.",
    ]


def test_github_shows_errors_first_and_columns_only_within_a_line(result: Result) -> None:
    over_lines = replace(result.findings[0], place=Place("z.py", 1, 1, 3, 2))
    lines = render("github", View(with_findings(result, result.findings[1], over_lines))).splitlines()
    assert lines[0].startswith("::error title=CL102 missing-correlation-id,file=z.py,line=1,endLine=3::")


def test_github_escapes(result: Result) -> None:
    finding = replace(
        result.findings[0],
        place=Place("a,b:c%\r\n::error::d.py", 1, 1, 1, 2),
        message="100 %\r\n::error::forged",
        remedy="",
    )
    (line,) = render("github", View(with_findings(result, finding), quiet=True)).splitlines()
    assert r",file=a%2Cb%3Ac%25\r\n%3A%3Aerror%3A%3Ad.py," in line
    assert line.endswith(r"CL102 100 %25\r\n::error::forged.")


# -- CSV


def test_csv(result: Result) -> None:
    finding = replace(
        result.findings[2], message='=cmd("a,b")', reason="-1", until=date(2027, 3, 31), by="@Ann"
    )
    text = render("csv", View(with_findings(result, finding), show_suppressed=True))
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["code"], row["path"], row["line"]) == ("CL101", "app/client.py", "5")
    assert row["message"] == '\'=cmd("a,b")'
    assert (row["suppressed"], row["reason"], row["until"], row["by"]) == (
        "yes",
        "'-1",
        "2027-03-31",
        "'@Ann",
    )


def test_secrets_are_masked_everywhere(result: Result) -> None:
    secret = "eyJhbGciOiJIUzI1NiJ9.CANARY1234.CANARY1234"
    finding = replace(result.findings[2], message=f"{secret}", remedy=secret, reason=secret)
    steps = tuple(replace(step, message=secret) for step in result.findings[0].trace)
    for name in ("sarif", "junit", "github", "gitlab", "csv", "json", "full", "concise"):
        for each in (replace(finding, trace=steps), replace(finding, suppressed=False)):
            assert "CANARY" not in render(name, View(with_findings(result, each), show_suppressed=True))


def test_the_texts_say_why_a_finding_is_not_open(result: Result) -> None:
    hidden = replace(result.findings[2], reason="known", until=date(2027, 3, 31), by="Ann")
    known = replace(result.findings[0], known=True)
    lines = render("concise", View(with_findings(result, hidden, known), show_suppressed=True)).splitlines()
    assert lines[0].endswith("hidden [waived by Ann: known (until 2027-03-31)]")
    assert lines[1].endswith("[in the baseline]")
    assert len(render("concise", View(with_findings(result, hidden, known))).splitlines()) == 1
