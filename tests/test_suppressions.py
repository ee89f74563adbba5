"""Suppression comments, from the text of a file to the findings of a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from cl_lint.config import Config
from cl_lint.findings import Finding
from cl_lint.run import check
from cl_lint.suppressions.comments import MalformedError, Suppression, parse_comment

MARK = "# cl-lint: ignore[CL305] -- best effort"
URL = '"https://chat.api.mitel.io/2017-09-01/conversations/1/typing"'


def run(tmp_path: Path, text: str, **options: object) -> list[Finding]:
    """CL305 and what the comments are told, in a file that begins with `import requests`."""
    (tmp_path / "app.py").write_text("import requests\n" + text, encoding="utf-8")
    config = Config(kind="server", **options)  # type: ignore[arg-type]
    found = check([tmp_path], config, tmp_path).findings
    return [f for f in found if f.code in ("CL001", "CL002", "CL003", "CL305")]


def outcome(findings: list[Finding]) -> list[str]:
    return [f.code + ("-" if f.suppressed else "") for f in findings]


def post(comment: str = "") -> str:
    return f"requests.post({URL}, timeout=2)  {comment}\n"


COVERED = [
    pytest.param(post(MARK), id="line"),
    pytest.param(f"requests.post(  {MARK}\n    {URL},\n    timeout=2,\n)\n", id="first line"),
    pytest.param(f"requests.post(\n    {URL},\n    timeout=2,\n)  {MARK}\n", id="last line"),
    pytest.param(f"def f():  {MARK}\n    x = 1\n    {post()}", id="def"),
    pytest.param(f"def f(\n    x,\n):  {MARK}\n    x = 1\n    {post()}", id="end of header"),
    pytest.param(f"@print  {MARK}\ndef f():\n    x = 1\n    {post()}", id="decorator"),
    pytest.param(f"class K:  {MARK}\n    x = 1\n    def f(self):\n        {post()}", id="class"),
    pytest.param(f"class K(\n    object\n):  {MARK}\n    def f(self):\n        {post()}", id="class header"),
    pytest.param(f"with open('x') as f:  {MARK}\n    x = 1\n    {post()}", id="with"),
    pytest.param(f"with (\n    open('x') as f,\n):  {MARK}\n    x = 1\n    {post()}", id="with header"),
    pytest.param(f"# cl-lint: ignore-file[CL305] -- a demonstration\n{post()}", id="file"),
    pytest.param(post("# cl-lint: ignore[unchecked-response] -- best effort"), id="name"),
    pytest.param(post("# cl-lint: ignore[CL3] -- best effort"), id="prefix"),
    pytest.param(post(f"# noqa: E501  {MARK}  # pragma: no cover"), id="among others"),
]


@pytest.mark.parametrize("text", COVERED)
def test_covered(tmp_path: Path, text: str) -> None:
    assert outcome(run(tmp_path, text)) == ["CL305-"]


NOT_COVERED = [
    pytest.param(f"{MARK}\n{post()}", id="line above"),
    pytest.param(f"def f():\n    {MARK}\n    {post()}", id="alone below def"),
    pytest.param(f"x = 1  {MARK}\n{post()}", id="other statement"),
    pytest.param(f"def g():  {MARK}\n    pass\n{post()}", id="other block"),
    pytest.param(f"if URL:  {MARK}\n    {post()}", id="if"),
    pytest.param(f"requests.post(\n    {MARK}\n    {URL},\n    timeout=2,\n)\n", id="inside"),
]


@pytest.mark.parametrize("text", NOT_COVERED)
def test_not_covered(tmp_path: Path, text: str) -> None:
    assert sorted(outcome(run(tmp_path, text))) == ["CL002", "CL305"]


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("# cl-lint: ignore", "in brackets"),
        ("# cl-lint: ignore -- reason", "in brackets"),
        ("# cl-lint: ignore[]", "no rule is named"),
        ("# cl-lint: ignore[CL305 -- reason", "closing bracket"),
        ("# cl-lint: ignore[CL305] reason", "two hyphens"),
        ("# cl-lint: ignored[CL305] -- reason", "did you mean 'ignore'?"),
        ("# cl-lint: ignore[CL305] -- reason (until 2027-02-30)", "'2027-02-30' is not a date"),
        ("# cl-lint: ignore[CL305] -- reason (until May)", "'May' is not a date"),
        ("# cl-lint: ignore[CL315] -- reason", "no rule 'CL315'; did you mean"),
        ("# cl-lint: ignore[uncheked-response] -- reason", "did you mean 'unchecked-response'?"),
        ("# cl-lint: ignore[CL305] -- reason (until 2020-01-31)", "ended on 2020-01-31"),
    ],
)
def test_a_comment_that_suppresses_nothing_says_why(tmp_path: Path, comment: str, said: str) -> None:
    first, second = sorted(run(tmp_path, post(comment)), key=lambda f: f.code)
    assert (first.code, second.code, second.suppressed) == ("CL002", "CL305", False)
    assert said in first.message


def test_a_comment_that_mentions_the_linter_is_no_suppression(tmp_path: Path) -> None:
    assert outcome(run(tmp_path, post("# a word on cl-lint: it reports this"))) == ["CL305"]


@pytest.mark.parametrize("end", ["", " --", " -- ...", " -- (until 2999-01-01)", "  # noqa"])
def test_without_a_reason_the_finding_stays_suppressed(tmp_path: Path, end: str) -> None:
    assert sorted(outcome(run(tmp_path, post("# cl-lint: ignore[CL305]" + end)))) == ["CL003", "CL305-"]


@pytest.mark.parametrize(
    ("epoch", "expected"), [("1806364800", ["CL305-"]), ("1806451200", ["CL002", "CL305"])]
)
def test_the_date_is_the_last_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str, expected: list[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)  # 2027-03-30 and, a day later, 2027-03-31
    comment = "# cl-lint: ignore[CL305] -- reason (until 2027-03-30)"
    assert sorted(outcome(run(tmp_path, post(comment)))) == expected


def test_only_the_code_that_suppresses_nothing_is_reported(tmp_path: Path) -> None:
    found = run(tmp_path, post("# cl-lint: ignore[CL305, CL201] -- best effort"))
    assert sorted(outcome(found)) == ["CL002", "CL305-"]
    assert "CL201" in next(f.message for f in found if f.code == "CL002")


def test_rules_that_were_not_run_leave_their_suppressions_alone(tmp_path: Path) -> None:
    text = post("# cl-lint: ignore[CL305, CL201] -- best effort")
    assert outcome(run(tmp_path, text, select=frozenset({"CL305", "CL002"}))) == ["CL305-"]
    assert outcome(run(tmp_path, text, ignore=frozenset({"CL305"}))) == ["CL002"]
    assert outcome(run(tmp_path, text, ignore=frozenset({"CL002"}))) == ["CL305-"]


def test_what_the_linter_says_of_itself_cannot_be_suppressed(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("# cl-lint: ignore-file[ALL] -- reason\ndef (\n", encoding="utf-8")
    found = run(tmp_path, post("# cl-lint: ignore[CL001, CL305] -- reason"))
    assert sorted(outcome(found)) == ["CL001", "CL002", "CL305-"]


def test_a_suppressed_finding_does_not_fail_a_run(tmp_path: Path) -> None:
    assert not any(map(Config().fails, run(tmp_path, post(MARK))))


def test_parts_of_a_comment() -> None:
    comment = "# cl-lint: ignore-file[CL1,CL201] -- see #12 (until 2027-03-31)  # cl-lint: allow"
    first, second = parse_comment(comment)
    assert isinstance(first, Suppression)
    assert (first.selectors, first.whole_file, first.reason) == (("CL1", "CL201"), True, "see #12")
    assert str(first.until) == "2027-03-31"
    assert isinstance(second, MalformedError)


@pytest.mark.parametrize(
    ("end", "reason"),
    [
        (" -- the answer is of no use", "the answer is of no use"),
        (" -- best effort (until 2999-01-01)", "best effort"),
        (" (until 2999-01-01)", None),
        ("", None),
    ],
)
def test_a_suppressed_finding_carries_the_reason_and_its_last_day(
    tmp_path: Path, end: str, reason: str | None
) -> None:
    found = run(tmp_path, post("# cl-lint: ignore[CL305]" + end))
    last = ["2999-01-01"] if "until" in end else ["None"]
    assert [f.reason for f in found if f.code == "CL305"] == [reason]
    assert [str(f.until) for f in found if f.code == "CL305"] == last
