"""`check --add-ignores`: comments for all findings, and not another byte."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cl_lint import add_ignores
from cl_lint.cli import group
from cl_lint.suppressions.adding import reason_problem

URL = '"https://chat.api.mitel.io/2017-09-01/conversations/1/typing"'
CALL = f"requests.post({URL}, timeout=2)"
REASON = "best effort"
MARK = f"  # cl-lint: ignore[CL305] -- {REASON}"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["check", "--select", "CL305,CL0", *arguments])


def add(reason: str = REASON) -> Result:
    return run("--add-ignores", "--reason", reason)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cl-lint.toml").write_text('kind = "server"\n')
    return tmp_path


TEXTS = [
    pytest.param(f"{CALL}{{}}\n", id="line"),
    pytest.param(f"{CALL}{{}}", id="no line end"),
    pytest.param(f"{CALL}  # noqa{{}}\n", id="behind another comment"),
    pytest.param(f"{CALL} \t{{}}\n", id="white space kept"),
    pytest.param(f"requests.post({{}}\n    {URL},\n    timeout=2,\n)\n", id="first line of a statement"),
    pytest.param(f'requests.post({URL}, data="""\n# x\n"""){{}}\n', id="literal over lines"),
    pytest.param(f'requests.post({URL}, data=f"""\n{{{{1}}}}\n"""){{}}\n', id="f-string over lines"),
    pytest.param(f"requests.post({URL}, \\\n    timeout=2){{}}\n", id="backslash"),
    pytest.param(f"def f():\n\t{CALL}{{}}\n", id="tabs"),
    pytest.param(f"x = 1\x0c\n{CALL}{{}}\n\n\n", id="form feed"),
]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("text", TEXTS)
def test_only_the_comment_is_added(project: Path, text: str, ends: str) -> None:
    text = f"import requests\n{text}".replace("\n", ends)
    before, after = text.format("").encode(), text.format(MARK).encode()
    (project / "app.py").write_bytes(before)
    assert run().exit_code == 1
    result = add()
    assert (project / "app.py").read_bytes() == after
    assert (result.exit_code, run().exit_code) == (0, 0)
    assert "suppression comments added: 1, files changed: 1\n" in result.stderr


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xef\xbb\xbfimport requests\n# \xc3\xa9\n", "größer"),
        (b"# coding: latin-1\nimport requests\n# \xe9\n", "größer"),
    ],
)
def test_encoding_and_byte_order_mark_stay(project: Path, data: bytes, reason: str) -> None:
    encoding = "latin-1" if b"latin" in data else "utf-8"
    (project / "app.py").write_bytes(data + CALL.encode())
    assert add(reason).exit_code == 0
    expected = data + f"{CALL}{MARK.replace(REASON, reason)}".encode(encoding)
    assert (project / "app.py").read_bytes() == expected


def test_an_encoding_that_lacks_the_reason(project: Path) -> None:
    before = f"# coding: ascii\nimport requests\n{CALL}\n"
    (project / "app.py").write_text(before)
    result = add("größer")
    assert result.exit_code == 1
    assert "note: app.py was not changed: its encoding ascii lacks" in result.stderr
    assert (project / "app.py").read_text() == before


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes")
def test_the_mode_and_the_link_stay(project: Path) -> None:
    (project / "app.py").write_text(f"import requests\n{CALL}\n")
    (project / "app.py").chmod(0o750)
    (project / "link.py").symlink_to("app.py")
    add()
    assert (project / "app.py").stat().st_mode & 0o777 == 0o750
    assert (project / "link.py").is_symlink()
    assert sorted(os.listdir(project)) == ["app.py", "cl-lint.toml", "link.py"]


def test_a_file_that_changed_meanwhile_is_left_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "app.py").write_text(f"import requests\n{CALL}\n")
    (project / "other.py").write_text(f"import requests\n{CALL}\n")
    newer = f"import requests\n\n{CALL}\n"
    original = add_ignores.run

    def meanwhile(*arguments: object, **options: object) -> object:
        (project / "app.py").write_text(newer)
        return original(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(add_ignores, "run", meanwhile)
    result = add()
    assert result.exit_code == 1
    assert "note: app.py was not changed: it has changed since it was checked\n" in result.stderr
    assert (project / "app.py").read_text() == newer
    assert (project / "other.py").read_text() == f"import requests\n{CALL}{MARK}\n"


def test_several_rules_of_one_line_share_a_comment(project: Path) -> None:
    (project / "app.py").write_text(f"import requests\n{CALL}\n")
    CliRunner().invoke(group, ["check", "--add-ignores", "--reason", REASON])
    assert (project / "app.py").read_text() == (
        f"import requests\n{CALL}  # cl-lint: ignore[CL305, CL601] -- {REASON}\n"
    )


def test_what_no_comment_can_suppress_is_named(project: Path) -> None:
    (project / "old.py").write_text("print 'mitel'\n")
    result = add()
    assert result.exit_code == 1
    assert "suppression comments added: 0, files changed: 0\n" in result.stderr


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ([], "--add-ignores needs a reason"),
        (["--reason", "a\nb"], "one line of printable characters"),
        (["--reason", "a # b"], "must not hold another comment"),
        (["--reason", "..."], "it says nothing"),
        (["--reason", "x (until May)"], "'May' is not a date"),
    ],
)
def test_reasons_that_will_not_do(project: Path, options: list[str], problem: str) -> None:
    (project / "app.py").write_text(f"import requests\n{CALL}\n")
    result = run("--add-ignores", *options)
    assert (result.exit_code, problem in result.stderr) == (2, True)
    assert (project / "app.py").read_text() == f"import requests\n{CALL}\n"


def test_a_date_in_the_reason_is_read_back(project: Path) -> None:
    assert reason_problem("until the next release (until 2027-03-31)") == ""
    (project / "app.py").write_text(f"import requests\n{CALL}\n")
    finding = json.loads(
        run("--add-ignores", "--reason", f"{REASON} (until 2999-03-31)", "--output-format", "json").stdout
    )
    assert [(f["suppressed"], f["reason"], f["until"]) for f in finding["findings"]] == [
        (True, REASON, "2999-03-31")
    ]
