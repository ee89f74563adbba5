"""The baseline: what is known does not fail, what is new does, however the code has been moved about."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cl_lint.baseline import BaselineError, Comparison, compare, load, record, render
from cl_lint.cli import group
from cl_lint.config import Config
from cl_lint.findings import Confidence, Finding, Place, Severity, Verdicts
from cl_lint.fingerprints import Fingerprint
from cl_lint.result import Result as Run

CODE = """\
import requests, logging


class Rooms:
    def name(self, user, text):
        try:
            answer = requests.put(f"https://x/{user}", json={"name": text, "more": [1, 2]}, timeout=5)
            answer.raise_for_status()
        except requests.RequestException as error:
            logging.error("not renamed: %s", error)
        return [lambda each: requests.get(each), text]

    async def drop(self, user):
        if user:
            requests.delete(user, timeout=5)
        elif self.name:
            requests.delete(user, timeout=5)
        match user:
            case "a":
                requests.get("a")


def again(user):
    requests.delete(user, timeout=5)


requests.get("https://x", params=("a", 'b'))
"""
FAULTS = re.compile(r"requests\s*\.\s*(?:put|get|delete)|logging\s*\.\s*error|except[^:]*:")


def run(text: str, path: str = "app/rooms.py") -> Run:
    """A result with a finding at everything in the text that looks like a fault."""
    findings = [_finding(text, path, found.start(), found.end()) for found in FAULTS.finditer(text)]
    return Run(
        Verdicts(findings),
        (path,),
        (),
        api_calls=1,
        kind="server",
        level="self-assessed",
        seconds=0,
        sources={path: text},
    )


def _finding(text: str, path: str, start: int, end: int) -> Finding:
    def at(offset: int) -> tuple[int, int]:
        return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1

    return Finding(
        code="CL103" if text[start:].startswith("logging") else "CL305",
        name="n",
        practice="p",
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        place=Place(path, *at(start), *at(end)),
        message="m",
    )


def against(
    text: str, before: str = CODE, path: str = "app/rooms.py", root: Path = Path("/no")
) -> Comparison:
    return compare(run(text, path), record(run(before)), Config(), root)


# -- what code may suffer without its findings being new


def moved(text: str) -> str:
    return re.sub(
        r"(?m)^( *)((?:async )?def |class |try|return)", "\n# here\n\n\\1\\2", f'"""Doc."""\nX = 1\n{text}'
    )


def indented_by_two(text: str) -> str:
    return re.sub(r"(?m)^( +)", lambda found: found[1][: len(found[1]) // 2], text)


def indented_by_tabs(text: str) -> str:
    return re.sub(r"(?m)^( +)", lambda found: "\t" * len(found[1]), text)


def put_into_a_block(text: str) -> str:
    return "if True:\n" + re.sub(r"(?m)^(?=.)", "    ", text)


def printed_anew(text: str) -> str:
    return ast.unparse(ast.parse(text)) + "\n"


def exploded(text: str) -> str:
    """Each argument and item on a line of its own, with another kind of quotes."""
    parts, depth, end = [], 0, (1, 0)
    lines = text.splitlines(keepends=True)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.start[0] > len(lines):
            break
        if token.start > end:
            first = lines[end[0] - 1][end[1] : token.start[1] if end[0] == token.start[0] else None]
            parts.append(first + "".join(lines[end[0] : token.start[0] - 1]))
            if end[0] != token.start[0]:
                parts.append(lines[token.start[0] - 1][: token.start[1]])
        end = token.end
        depth += token.string in tuple("([{")
        depth -= token.string in tuple(")]}")
        requoted = token.type == tokenize.STRING and re.fullmatch(r"'[^'\"]*'", token.string)
        parts.append(f'"{token.string[1:-1]}"' if requoted else token.string)
        if depth and token.string == ",":
            parts.append("  # each\n        ")
    return "".join(parts)


def locals_renamed(text: str) -> str:
    return re.sub(
        r"\b(answer|error|user|text)\b(?!=|\()",
        lambda found: f"{found[1]}_2",
        text.replace("logging.error", "LOG"),
    ).replace("LOG", "logging.error")


CHANGES: list[Callable[[str], str]] = [
    moved,
    indented_by_two,
    indented_by_tabs,
    put_into_a_block,
    printed_anew,
    exploded,
    locals_renamed,
]


@pytest.mark.parametrize("change", CHANGES)
def test_the_changes_of_these_tests_change_something(change: Callable[[str], str]) -> None:
    text = change(CODE)
    ast.parse(text)
    assert text != CODE
    assert len(run(text).findings) == len(run(CODE).findings)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(CHANGES), max_size=4, unique=True),
    st.sampled_from(["app/rooms.py", "new/file.py"]),
)
def test_it_survives_moves_reformatting_and_renamed_files(
    changes: list[Callable[[str], str]], path: str
) -> None:
    text = CODE
    for change in changes:
        text = change(text)
    comparison = against(text, path=path)
    assert (comparison.new, comparison.fixed) == ((), ())
    assert all(finding.known for finding in comparison.result.findings)


def test_a_renamed_function_keeps_its_findings() -> None:
    comparison = against(CODE.replace("def again", "def once_more"))
    assert (comparison.new, comparison.fixed) == ((), ())
    assert {entry.symbol for entry in comparison.kept} == {"Rooms.name", "Rooms.drop", "once_more", ""}


# -- what is new


def test_a_new_fault_is_new_and_a_mended_one_is_fixed() -> None:
    comparison = against(CODE.replace("requests.delete(user, timeout=5)\n\n\n", "requests.get(user)\n\n\n"))
    assert [finding.place.line for finding in comparison.new] == [24]
    assert [entry.symbol for entry in comparison.fixed] == ["again"]


def test_one_more_of_the_same_is_new() -> None:
    line = "    requests.delete(user, timeout=5)\n"
    comparison = against(CODE.replace(line + "\n\n", line + line + "\n\n"))
    assert len(comparison.new) == 1


def test_a_fault_mended_here_and_made_again_there_is_new(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app/rooms.py").touch()  # still there, so the new file is not the old one renamed
    assert len(against(CODE, path="new.py", root=tmp_path).new) == len(run(CODE).findings)
    other = CODE.replace(
        "def again(user):\n    requests.delete(user, timeout=5)",
        "def again(user):\n    pass\n\n\ndef b(user):\n    requests.delete(user, timeout=5)",
    )
    comparison = against(other)
    assert (len(comparison.new), [entry.symbol for entry in comparison.fixed]) == (1, ["again"])


def test_what_the_run_did_not_judge_is_not_fixed() -> None:
    entries = record(run(CODE))
    comparison = compare(run("x = 1\n"), entries, Config(select=frozenset({"CL103"})), Path("/no"))
    assert {entry.rule for entry in comparison.fixed} == {"CL103"}
    assert {entry.rule for entry in comparison.kept} == {"CL305"}


def test_a_file_nobody_can_parse(tmp_path: Path) -> None:
    comparison = against("def (:\n requests.get(1)\n", before="def (:\n requests.get(1)\n")
    assert (comparison.new, comparison.fixed) == ((), ())


# -- the file


@given(st.lists(st.builds(Fingerprint, st.text(), st.text(), st.text(), st.text()), max_size=4))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_file_is_read_back(tmp_path: Path, entries: list[Fingerprint]) -> None:
    (tmp_path / "b.json").write_text(render(entries), encoding="utf-8")
    assert load(tmp_path / "b.json") == tuple(sorted(entries))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "not valid JSON; restore it, or record it anew"),
        ("[]", "not a baseline of version 1; record it anew"),
        ('{"version": 1}', "there is no list of findings; restore it, or record it anew"),
        ('{"version": 1, "findings": [{"path": 1}]}', "entry 1 is not as it was recorded"),
    ],
)
def test_a_file_that_will_not_do(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "b.json").write_text(text)
    with pytest.raises(BaselineError, match=re.escape(f"{tmp_path / 'b.json'}: {problem}")):
        load(tmp_path / "b.json")


# -- the commands

CALL = (
    'import requests\n\n\ndef f(x):\n    requests.post("https://chat.api.mitel.io/2017-09-01/x", timeout=2)\n'
)
FAULT = '    requests.put("https://chat.api.mitel.io/2017-09-01/y", timeout=2)\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cl-lint.toml").write_text('kind = "server"\nselect = ["CL305"]\n')
    (tmp_path / "app.py").write_text(CALL)
    return tmp_path


def cli(line: str) -> Result:
    return CliRunner().invoke(group, line.split())


def test_recorded_findings_do_not_fail_and_new_ones_do(project: Path) -> None:
    assert cli("check").exit_code == 1
    recorded = cli("baseline")
    assert recorded.exit_code == 0
    assert f"{project / 'cl-lint-baseline.json'}: 1 finding recorded\n" in recorded.stderr
    clean = cli("check --baseline")
    assert clean.exit_code == 0
    assert clean.stdout.startswith("Found nothing to report (1 file checked, 1 in the baseline")
    assert cli("check").exit_code == 1
    (project / "app.py").write_text("# a comment\n" + CALL + FAULT)
    new = cli("check --baseline --output-format concise")
    assert new.exit_code == 1
    found = [line.split(":")[:2] for line in new.stdout.splitlines() if line.startswith("app.py")]
    assert found == [["app.py", "7"]]


def test_what_is_fixed_is_said_and_pruned(project: Path) -> None:
    (project / "app.py").write_text(CALL + FAULT)
    cli("baseline")
    (project / "app.py").write_text(CALL)
    result = cli("check --baseline")
    assert result.exit_code == 0
    assert result.stderr == (
        "note: fixed since the baseline: CL305 unchecked-response in app.py (f)\n"
        "note: --update removes them from the baseline\n"
    )
    assert len(load(project / "cl-lint-baseline.json")) == 2
    assert cli("check --baseline --update").exit_code == 0
    assert len(load(project / "cl-lint-baseline.json")) == 1
    assert cli("check --baseline").stderr == ""


def test_pruning_never_takes_up_what_is_new(project: Path) -> None:
    cli("baseline")
    before = (project / "cl-lint-baseline.json").read_text()
    (project / "app.py").write_text(CALL + FAULT)
    assert cli("check --baseline --update").exit_code == 1
    assert (project / "cl-lint-baseline.json").read_text() == before
    again = cli("baseline")
    assert again.exit_code == 2
    assert "error: app.py:6: CL305 unchecked-response is new\n" in again.stderr
    assert (project / "cl-lint-baseline.json").read_text() == before
    assert cli("baseline --add").exit_code == 0
    assert cli("check --baseline").exit_code == 0


def test_the_configuration_switches_it_on(project: Path) -> None:
    (project / "cl-lint.toml").write_text('kind = "server"\nselect = ["CL305"]\nbaseline = "known.json"\n')
    missing = cli("check")
    assert missing.exit_code == 2
    assert (
        missing.stderr == f"error: {project / 'known.json'}: no such file; `cl-lint baseline` records one\n"
    )
    cli("baseline")
    assert cli("check").exit_code == 0
    assert cli("check --no-baseline").exit_code == 1
    assert cli("check app.py").exit_code == 0


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("check --update --select CL305", "--update needs all findings: leave out --select"),
        ("check --update --no-baseline", "--update needs the baseline"),
        ("check --baseline-file no.json", "no such file; `cl-lint baseline` records one"),
        ("baseline --baseline-file no/b.json", "cannot be written"),
    ],
)
def test_options_that_do_not_go_together(project: Path, line: str, problem: str) -> None:
    result = cli(line)
    assert (result.exit_code, problem in result.stderr) == (2, True)


def test_ignores_are_not_added_for_what_is_known(project: Path) -> None:
    cli("baseline")
    assert cli("check --baseline --add-ignores --reason known").exit_code == 0
    assert (project / "app.py").read_text() == CALL
