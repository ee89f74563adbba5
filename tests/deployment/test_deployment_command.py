"""`cl-lint deployment`, and what `check` does with registration files, as a user meets them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from postman_exports import body, collection, environment

from cl_lint.cli import group

SECRET = "Kestrel-4711"
API_CALL = """\
import requests


def presence(headers):
    response = requests.get("https://presence.api.mitel.io/2017-09-01/presentities/7", headers=headers)
    response.raise_for_status()
"""
PORTAL = """\
import webbrowser


def sign_in(client_id):
    webbrowser.open(f"https://auth.mitel.io/authorize?client_id={client_id}")
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, arguments)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cl-lint.toml").write_text('level = "certified"\n')
    return tmp_path


def store(name: str, content: object) -> None:
    text = content if isinstance(content, str) else json.dumps(content, indent=2)
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def codes(*arguments: str) -> list[tuple[str, str, int, str]]:
    document = json.loads(run(*arguments, "--output-format", "json").stdout)
    return [(f["code"], f["path"], f["line"], f["message"]) for f in document["findings"]]


def test_files_that_are_ready(project: Path) -> None:
    store("e.json", environment())
    store("c.json", collection())
    result = run("deployment", "e.json", "c.json", "--no-portal")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Found nothing to report (2 files checked, ")


def test_a_finding_in_full_with_its_secret_masked(project: Path) -> None:
    store("e.json", environment(password=SECRET))
    result = run("deployment", "e.json", "--no-portal")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "e.json:13:17: error CL603 deployment-values: a value of password is stored in the file\n"
        '13 |       "value": "************",\n'
        "   |                 ^^^^^^^^^^^^\n"
        "   = help: Remove it from the file and from the history of the repository"
    )
    assert SECRET not in result.output


def test_formats_and_options(project: Path) -> None:
    store("e.json", environment(appName=""))
    arguments = ["deployment", "e.json", "--no-portal"]
    assert run(*arguments, "--exit-zero").exit_code == 0
    assert len(run(*arguments, "-q", "--output-format", "concise").output.splitlines()) == 1
    assert run(*arguments, "--output-file", "out.txt").stdout == ""
    assert "appName" in Path("out.txt").read_text()
    assert codes(*arguments)[0][:3] == ("CL603", "e.json", 37)


@pytest.mark.parametrize(
    ("source", "content", "expected"),
    [
        (PORTAL, body(), ["redirectUris is missing, but the application uses the portal: sign_in.py:5 leads there"]),
        (PORTAL, body(redirectUris=["https://desk.example/in"]), []),
        (API_CALL, body(), []),
        (API_CALL, body(redirectUris=["https://desk.example/in"]), ["redirectUris is given, but the application does not use the portal: its source leads nowhere to it"]),
        ("x = 1\n", body(), []),
        ("x = 1\n", body(redirectUris=["https://desk.example/in"]), []),
    ],
)  # fmt: skip
def test_the_source_tells_whether_the_portal_is_used(
    project: Path, source: str, content: object, expected: list[str]
) -> None:
    store("sign_in.py", source)
    store("deploy/enable.json", content)
    assert [message for *_, message in codes("deployment", "deploy/enable.json")] == expected


def test_what_was_typed_comes_before_the_source(project: Path) -> None:
    store("sign_in.py", PORTAL)
    store("enable.json", body())
    assert codes("deployment", "enable.json", "--no-portal") == []
    assert codes("deployment", "enable.json", "--portal") != []


def test_the_portal_is_closed_to_self_assessed_applications(project: Path) -> None:
    store("sign_in.py", PORTAL)
    store("enable.json", body(redirectUris=["https://desk.example/in"]))
    [(_, _, _, message)] = codes("deployment", "enable.json", "--level", "self-assessed")
    assert "closed to applications at level self-assessed" in message


def test_a_project_elsewhere(project: Path) -> None:
    store("app/sign_in.py", PORTAL)
    store("deploy/enable.json", body())
    store("other/main.py", API_CALL)
    assert len(codes("deployment", "deploy/enable.json", "--project", "app")) == 1
    assert codes("deployment", "deploy/enable.json", "--project", "other") == []
    result = run("deployment", "deploy/enable.json", "--project", "nowhere")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)


def test_where_nothing_tells_a_note_says_so(project: Path) -> None:
    store("enable.json", body())
    result = run("deployment", "enable.json")
    assert result.exit_code == 0
    assert result.stderr == (
        "undecided: enable.json:1: whether redirectUris may be missing: "
        "no source that calls CloudLink is at hand; say --portal or --no-portal\n"
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b'{"values": [}', "x.json:1:13: not valid JSON: a value is missing"),
        (b'{"a": 1,\n "b"}', "x.json:2:5: not valid JSON: a colon is missing"),
        (b"", "x.json:1:1: not valid JSON: a value is missing"),
        (b"[1, 2]", "x.json: neither a Postman environment or collection (v2) nor the body"),
        (b'{"requests": [], "order": []}', "x.json: neither a Postman"),
        (b'{"values": [1, 2]}', "x.json: neither a Postman"),
        (b'{"values": [{"key": "appName", "value": {{appName}}}]}', "x.json:1:42: not valid JSON: a name"),
        (b"\x89PNG\r\n\x1a\n\0\0", "x.json: contains NUL bytes; is it a binary file?"),
        (b'{"a": "\xff"}', "x.json:1:1: not valid UTF-8"),
        ('{"a": 1}'.encode("utf-16"), "x.json: encoded as UTF-16; JSON is UTF-8"),
        (b"[" * 100_000, "x.json:1:101: not valid JSON: nested more than 100 deep"),
        (b'{"a": "' + b"x" * 1_000_001 + b'"}', "x.json: larger than 1 MB"),
    ],
)  # fmt: skip
def test_input_that_cannot_be_used(project: Path, content: bytes, problem: str) -> None:
    Path("x.json").write_bytes(content)
    result = run("deployment", "x.json")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"error: {problem}")
    assert len(result.stderr.splitlines()) == 1


def test_files_that_are_not_there(project: Path) -> None:
    Path("folder").mkdir()
    result = run("deployment", "no.json", "folder", "a\nb\x1b.json")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "error: no.json: no such file",
        "error: folder: a folder; name the files in it",
        "error: a\\nb\\x1b.json: no such file",
    ]
    assert run("deployment").exit_code == 2


def test_a_byte_order_mark_is_none_of_the_text(project: Path) -> None:
    Path("enable.json").write_bytes(b"\xef\xbb\xbf" + json.dumps(body()).encode())
    assert run("deployment", "enable.json", "--no-portal").exit_code == 0


def found_by_check(level: str = "certified") -> list[tuple[str, str]]:
    found = codes("check", "--level", level, "--select", "CL603")
    return [(code, path) for code, path, *_ in found]


REGISTRATION = {
    "deploy/Application Registration.postman_environment.json": environment(appName="TODO"),
    "deploy/Application Registration.postman_collection.json": collection(variable=[{"key": "password", "value": SECRET}]),
    "deploy/enable.json": body(accountId="7"),
}  # fmt: skip
OTHERS: dict[str, Any] = {
    "data/rooms.json": [{"accountId": "7", "name": "x"}],
    "data/other.postman_environment.json": {
        "name": "Local",
        "values": [{"key": "password", "value": SECRET}],
    },
    "data/other.postman_collection.json": {"info": {"name": "Shop"}, "item": []},
    "data/keycloak.json": {"clientId": "a", "name": "b", "redirectUris": ["http://localhost"]},
    "data/comments.json": '{ // "redirectUris"\n}',
    "package.json": {"name": "x", "description": "y"},
}


def test_check_finds_the_files_of_a_project(project: Path) -> None:
    store("main.py", API_CALL)
    for name, content in {**REGISTRATION, **OTHERS}.items():
        store(name, content)
    assert sorted(found_by_check()) == [("CL603", name) for name in sorted(REGISTRATION)]
    result = run("check", "--select", "CL603")
    assert SECRET not in result.output
    assert "(4 files checked, " in result.stdout


def test_check_leaves_them_out_at_the_first_level(project: Path) -> None:
    store("main.py", API_CALL)
    for name, content in REGISTRATION.items():
        store(name, content)
    assert found_by_check("self-assessed") == []
    assert codes("check", "--ignore", "CL603", "--select", "CL6") == []


def test_check_reports_one_that_cannot_be_read(project: Path) -> None:
    store("main.py", API_CALL)
    store("a.json", '{"values": [{"key": "accountIdGUID",}]}')
    store("b.json", "{broken")
    result = run("check", "--select", "CL603", "--output-format", "concise")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "a.json:1:37: error CL001 unassessed-file: not assessed: not valid JSON: there is a comma too many\n"
    )
    assert "b.json" not in result.stdout


def test_check_without_a_python_file(project: Path) -> None:
    store("e.json", environment(appName="TODO"))
    result = run("check")
    assert result.exit_code == 1
    assert "nothing to assess" not in result.output
    assert "(1 file checked, " in result.stdout


def test_a_link_to_another_kind_of_file_is_not_followed(project: Path) -> None:
    store("main.py", API_CALL)
    store("hidden.txt", environment(appName="TODO"))
    try:
        Path("linked.json").symlink_to("hidden.txt")
    except OSError:
        pytest.skip("no links here")
    assert found_by_check() == []


def test_check_takes_a_body_that_is_named(project: Path) -> None:
    store("data/enable.json", body(name="TODO"))
    assert found_by_check() == []
    found = codes("check", "data/enable.json")
    assert [(code, path) for code, path, *_ in found] == [("CL603", "data/enable.json")]


def test_check_says_when_a_named_file_is_nothing_of_the_sort(project: Path) -> None:
    store("rooms.json", [1, 2])
    result = run("check", "rooms.json", "--output-format", "concise")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "rooms.json:1:1: error CL001 unassessed-file: not assessed: neither a Postman"
    )


def test_the_parser_is_loaded_only_for_source(project: Path) -> None:
    store("enable.json", body())
    code = (
        "import sys; from cl_lint.cli import main; sys.argv = ['cl-lint', 'deployment', 'enable.json', '--no-portal']\n"
        "try:\n    main()\nexcept SystemExit:\n    print(sorted({'libcst', 'rich', 'packaging'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
