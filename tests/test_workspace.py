"""Which applications a run is about, and what is reported of each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cl_lint.cli import group

WRAPPER = """
import requests


def post(path, **options):
    return requests.post("https://chat.api.mitel.io/2017-09-01" + path, timeout=5, **options)
"""
USE = """
import requests

from wrapper import post


def type_mark(conversation):
    try:
        post(f"/conversations/{conversation}/typing").raise_for_status()
    except requests.RequestException:
        pass
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["check", *arguments])


def found(result: Result) -> list[tuple[str, str]]:
    findings = json.loads(result.stdout)["findings"]
    return list(dict.fromkeys((f["path"], f["code"]) for f in findings if f["code"] == "CL101"))


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, {"cl-lint.toml": "", "wrapper.py": WRAPPER, "app/use.py": USE, "app/other.py": USE})
    return tmp_path


def test_a_named_file_is_judged_with_the_rest_of_its_application(project: Path) -> None:
    whole = found(run("--output-format", "json"))
    alone = found(run("app/use.py", "--output-format", "json"))
    assert ("app/use.py", "CL101") in whole
    assert alone == [each for each in whole if each[0] == "app/use.py"]
    assert len(whole) > len(alone)


def test_without_a_configuration_the_projects_marks_tell_what_belongs_to_it(project: Path) -> None:
    (project / "cl-lint.toml").unlink()
    (project / "requirements.txt").write_text("requests\n")
    assert found(run("app/use.py", "--output-format", "json")) == [("app/use.py", "CL101")]


def test_a_named_file_that_is_excluded_is_named_and_left_out(project: Path) -> None:
    (project / "cl-lint.toml").write_text('exclude = ["/app/"]')
    result = run("app/use.py", "--output-format", "json")
    assert found(result) == []
    assert result.exit_code == 0
    assert f"note: excluded by the configuration: {project / 'app/use.py'}\n" in result.stderr


def test_a_folder_below_with_a_configuration_is_an_application_of_its_own(project: Path) -> None:
    service = {"cl-lint.toml": 'kind = "client"\nignore = ["CL101"]', "main.py": USE, "wrapper.py": WRAPPER}
    write(project, {f"services/a/{name}": text for name, text in service.items()})
    service["cl-lint.toml"] = 'level = "certified"'
    write(project, {f"services/b/{name}": text for name, text in service.items()})
    result = run("--output-format", "json", "-v")
    assert ("services/b/main.py", "CL101") in found(result)
    assert ("app/use.py", "CL101") in found(result)
    assert not any(path.startswith("services/a/") for path, _ in found(result))
    document = json.loads(result.stdout)
    assert document["summary"]["level"] == "mixed"
    assert [(each["path"], each["level"]) for each in document["applications"]] == [
        (".", "self-assessed"),
        ("services/a", "self-assessed"),
        ("services/b", "certified"),
    ]


def test_a_named_configuration_holds_for_all(project: Path) -> None:
    write(
        project,
        {
            "services/a/cl-lint.toml": 'ignore = ["CL101"]',
            "services/a/main.py": WRAPPER + USE.replace("from wrapper import post\n", ""),
        },
    )
    assert any(
        path == "services/a/main.py"
        for path, _ in found(run("--config", "cl-lint.toml", "--output-format", "json"))
    )


def test_files_of_two_applications(project: Path) -> None:
    write(project, {"b/cl-lint.toml": "", "b/wrapper.py": WRAPPER, "b/main.py": USE})
    result = run("app/use.py", "b/main.py", "--output-format", "json")
    assert found(result) == [("app/use.py", "CL101"), ("b/main.py", "CL101")]


def test_rules_left_out_in_some_files(project: Path) -> None:
    (project / "cl-lint.toml").write_text('per-file-ignores."/app/o*.py" = ["unlogged-api-error"]')
    paths = [path for path, _ in found(run("--output-format", "json"))]
    assert "app/use.py" in paths
    assert "app/other.py" not in paths


def test_a_mistake_in_a_configuration_below(project: Path) -> None:
    write(project, {"b/cl-lint.toml": "levle = 1"})
    result = run()
    assert result.exit_code == 2
    assert result.stderr == (
        f"error: {project / 'b/cl-lint.toml'}: unknown key 'levle'; did you mean 'level'?\n"
    )
