"""Configuration: where it is found, what it may say, and what is said about mistakes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cl_lint.catalog import load_catalog
from cl_lint.config import Config, ConfigError, find_root, load_config
from cl_lint.findings import Confidence, Finding, Place, Severity
from cl_lint.version import VERSION
from cl_lint.waivers import Waiver

FINDING = Finding(
    code="CL102",
    name="missing-correlation-id",
    practice="logging.correlation",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    place=Place("a.py", 1, 1, 1, 2),
    message="",
)


def write(folder: Path, text: str, name: str = "cl-lint.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def problems(path: Path) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load_config(path.parent)
    lines = str(caught.value).splitlines()
    assert all(line.startswith(f"{path}: ") for line in lines)
    return [line.removeprefix(f"{path}: ") for line in lines]


def test_defaults(tmp_path: Path) -> None:
    config = load_config(tmp_path)
    assert config == Config()
    assert (config.level, config.kind, config.client_id_issued) == ("self-assessed", "unknown", True)
    assert (config.min_confidence, config.fail_on) == (Confidence.MEDIUM, Severity.WARNING)
    assert config.policy == load_catalog().policy
    assert config.hosts == ("mitel.io",)


def test_every_key(tmp_path: Path) -> None:
    write(tmp_path, "", "models.toml")
    file = write(
        tmp_path,
        """
        level = "certified"
        kind = "client"
        client-id-issued = false
        hosts = ["Cloud.Example"]
        select = ["CL1", "retry-too-soon"]
        ignore = ["CL104"]
        exclude = ["/tests/", "!keep.py"]
        min-confidence = "low"
        fail-on = "never"
        webhook-justification = " No WebSocket through the proxy. "
        models = ["models.toml"]
        baseline = "lint/known.json"
        attestations = "statements.toml"
        [policy]
        min-retry-delay = 5
        [per-file-ignores]
        "/scripts/" = ["CL106"]
        [[waivers]]
        rule = "unchecked-response"
        path = "app/*.py"
        reason = "Sent again with the next key."
        by = "Ann"
        expires = 2027-03-31
        """,
    )
    config = load_config(tmp_path)
    policy = replace(load_catalog().policy, hosts=("cloud.example",), min_retry_delay=5.0)
    assert config == Config(
        level="certified",
        kind="client",
        client_id_issued=False,
        select=frozenset({"CL101", "CL102", "CL103", "CL104", "CL105", "CL106", "CL301"}),
        ignore=frozenset({"CL104"}),
        exclude=("/tests/", "!keep.py"),
        min_confidence=Confidence.LOW,
        fail_on=None,
        webhook_justification="No WebSocket through the proxy.",
        models=(tmp_path / "models.toml",),
        baseline=tmp_path / "lint/known.json",
        attestations=tmp_path / "statements.toml",
        per_file_ignores=(("/scripts/", frozenset({"CL106"})),),
        waivers=(
            Waiver(
                "unchecked-response",
                frozenset({"CL305"}),
                "app/*.py",
                "Sent again with the next key.",
                "Ann",
                date(2027, 3, 31),
            ),
        ),
        policy=policy,
        file=file,
    )


def test_the_nearest_file_with_a_table_counts(tmp_path: Path) -> None:
    write(tmp_path, '[tool.cl-lint]\nlevel = "certified"', "pyproject.toml")
    write(tmp_path / "a", "[tool.other]", "pyproject.toml")
    assert load_config(tmp_path / "a").level == "certified"
    write(tmp_path / "a", '[tool.cl-lint]\nlevel = "compatible"', "pyproject.toml")
    assert load_config(tmp_path / "a").level == "compatible"
    write(tmp_path / "a", "")
    assert load_config(tmp_path / "a").level == "self-assessed"


def test_a_file_starts_the_search_in_its_folder(tmp_path: Path) -> None:
    write(tmp_path, 'level = "certified"')
    write(tmp_path, "", "a.py")
    assert load_config(tmp_path / "a.py").level == "certified"


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        """
        levle = "certified"
        kind = "sever"
        client-id-issued = "yes"
        select = ["CL999", "missing-correlation"]
        ignore = "CL1"
        exclude = ["!"]
        min-confidence = 3
        fail-on = "errors"
        webhook-justification = " "
        models = ["no.toml"]
        baseline = "../known.json"
        attestations = 1
        [policy]
        max-retry = 5
        min-retry-delay = "2s"
        [per-file-ignores]
        "!" = ["CL1"]
        "*.py" = ["CL7"]
        [[waivers]]
        rule = "CL777"
        file = "x.py"
        reason = ""
        by = "Ann"
        expires = "soon"
        """,
    )
    assert problems(file) == [
        "unknown key 'levle'; did you mean 'level'?",
        "kind: expected one of server, client, unknown, not 'sever'; did you mean 'server'?",
        "client-id-issued: expected true or false, not 'yes'",
        "select: no rule 'CL999'",
        "select: no rule 'missing-correlation'; did you mean 'missing-correlation-id'?",
        "ignore: expected a list of texts, not 'CL1'",
        "exclude: '!' is no pattern that .gitignore knows",
        "min-confidence: expected one of low, medium, high, not 3",
        "fail-on: expected one of error, warning, advice, never, not 'errors'; did you mean 'error'?",
        "webhook-justification: expected a sentence, not ' '",
        f"models: {tmp_path / 'no.toml'}: no such file",
        "baseline: '../known.json' lies outside the folder of this file",
        "attestations: expected the path of a file, not 1",
        "per-file-ignores: '!': '!' is no pattern that .gitignore knows",
        "per-file-ignores: '*.py': no rule 'CL7'",
        "waivers: number 1: unknown key 'file'",
        "waivers: number 1: missing key 'path'",
        "waivers: number 1: reason: expected a text, not ''",
        "waivers: number 1: rule: no rule 'CL777'",
        "waivers: number 1: expires: expected a date such as 2027-03-31, not 'soon'",
        "unknown key 'max-retry'; did you mean 'max-retries'?",
        "min-retry-delay: expected a number of seconds, not '2s'",
    ]


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("cl-lint.toml", "level =", "not valid TOML: Invalid value (at end of document)"),
        ("cl-lint.toml", "[tool.cl-lint]", "the keys belong at the top of this file, not in [tool.cl-lint]"),
        ("cl-lint.toml", "policy = 1", "policy: expected a table, not 1"),
        ("cl-lint.toml", "hosts = []\npolicy.hosts = []", "hosts: given twice, by itself and under policy"),
        ("pyproject.toml", "tool.cl-lint = 1", "tool.cl-lint: expected a table"),
    ],
)
def test_one_mistake(tmp_path: Path, name: str, text: str, problem: str) -> None:
    assert problems(write(tmp_path, text, name)) == [problem]


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "cl-lint.toml").write_bytes(b"\xff\xfe")
    assert problems(tmp_path / "cl-lint.toml") == ["not valid UTF-8"]


def test_a_broken_project_file_of_others_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "[tool", "pyproject.toml")
    assert load_config(tmp_path) == Config()


def test_a_named_file(tmp_path: Path) -> None:
    named = write(tmp_path / "lint", 'level = "certified"', "strict.toml")
    assert load_config(tmp_path, named).level == "certified"
    project = write(tmp_path / "lint", '[tool.cl-lint]\nlevel = "compatible"', "pyproject.toml")
    assert load_config(tmp_path, project).level == "compatible"


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [("no.toml", None, "no such file"), ("pyproject.toml", "", "there is no [tool.cl-lint] table")],
)
def test_a_named_file_that_will_not_do(tmp_path: Path, name: str, text: str | None, problem: str) -> None:
    if text is not None:
        write(tmp_path, text, name)
    with pytest.raises(ConfigError, match=problem.replace("[", r"\[")):
        load_config(tmp_path, tmp_path / name)


def test_options_override_files() -> None:
    config = Config(level="certified", ignore=frozenset({"CL101"}), fail_on=None)
    assert config.override() == config
    changed = config.override(level="compatible", kind="client", min_confidence="high", fail_on="advice")
    assert (changed.level, changed.kind, changed.min_confidence) == ("compatible", "client", Confidence.HIGH)
    assert changed.fail_on is Severity.ADVICE
    assert config.override(ignore=["CL102"]).ignore == {"CL101", "CL102"}
    assert config.override(fail_on="never").fail_on is None


def test_a_selection_on_the_command_line_starts_afresh() -> None:
    config = Config(select=frozenset({"CL2"}), ignore=frozenset({"CL101"})).override(select=["cl101"])
    assert config.select == {"CL101"}
    assert not config.ignore


def test_a_wrong_option_is_named() -> None:
    with pytest.raises(ConfigError, match=r"^--select: no rule 'CL77'"):
        Config().override(select=["CL77"])


def test_files_not_assessed_are_silenced_only_by_name() -> None:
    assert Config(select=frozenset({"CL102"})).selects("CL001")
    assert not Config(select=frozenset({"CL102"})).selects("CL101")
    assert not Config(ignore=frozenset({"CL001"})).selects("CL001")
    assert Config().selects("CL101")


@pytest.mark.parametrize(
    ("fail_on", "severity", "suppressed", "fails"),
    [
        (Severity.WARNING, Severity.WARNING, False, True),
        (Severity.WARNING, Severity.ADVICE, False, False),
        (Severity.WARNING, Severity.ERROR, True, False),
        (None, Severity.ERROR, False, False),
    ],
)
def test_what_fails_a_run(
    fail_on: Severity | None, severity: Severity, suppressed: bool, fails: bool
) -> None:
    finding = replace(FINDING, severity=severity, suppressed=suppressed)
    assert Config(fail_on=fail_on).fails(finding) is fails


def test_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "project/src"
    source.mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "project")
    assert find_root([source], Config()) == tmp_path / "project"
    assert find_root([source], Config(file=tmp_path / "cl-lint.toml")) == tmp_path
    assert find_root([source], Config(file=tmp_path / "elsewhere/cl-lint.toml")) == tmp_path / "project"
    monkeypatch.chdir(source)
    assert find_root([tmp_path / "project"], Config()) == tmp_path / "project"


WAIVER = """
[[waivers]]
rule = "CL305"
path = "{path}"
reason = "Known."
by = "Ann"
expires = 2027-03-31
"""


def test_a_parent_gives_what_the_child_does_not(tmp_path: Path) -> None:
    parent = write(
        tmp_path,
        """
        level = "certified"
        fail-on = "error"
        models = ["models.toml"]
        policy.max-retries = 3
        policy.min-retry-delay = 4
        per-file-ignores."a.py" = ["CL1"]
        per-file-ignores."b.py" = ["CL1"]
        """
        + WAIVER.format(path="of-all.py"),
    )
    write(tmp_path, "", "models.toml")
    child = write(
        tmp_path / "service",
        """
        extend = "../cl-lint.toml"
        level = "compatible"
        policy.max-retries = 2
        per-file-ignores."b.py" = ["CL201"]
        """
        + WAIVER.format(path="mine.py"),
    )
    config = load_config(tmp_path / "service")
    assert (config.level, config.fail_on) == ("compatible", Severity.ERROR)
    assert config.models == (tmp_path / "models.toml",)
    assert (config.policy.max_retries, config.policy.min_retry_delay) == (2, 4.0)
    assert dict(config.per_file_ignores)["b.py"] == {"CL201"}
    assert len(dict(config.per_file_ignores)["a.py"]) > 1
    assert [waiver.path for waiver in config.waivers] == ["mine.py", "of-all.py"]
    assert config.file == child
    assert config.origins["level"] == str(child)
    assert config.origins["fail-on"] == str(parent)
    assert config.origins["policy.max-retries"] == str(child)
    assert "kind" not in config.origins


@pytest.mark.parametrize(
    ("parents", "problem"),
    [
        ({}, "extend: {folder}/1.toml: no such file"),
        ({"1": "extend = 3"}, "extend: expected the path of a file, not 3"),
        ({"1": 'extend = "cl-lint.toml"'}, "extend: {folder}/cl-lint.toml extends this file in turn"),
        ({"1": "levle = 1"}, "unknown key 'levle'; did you mean 'level'?"),
        ({str(n): f'extend = "{n + 1}.toml"' for n in range(1, 9)}, "extend: more than 8 files in a row"),
    ],
)
def test_a_parent_that_will_not_do(tmp_path: Path, parents: dict[str, str], problem: str) -> None:
    write(tmp_path, 'extend = "1.toml"')
    for name, text in parents.items():
        write(tmp_path, text, f"{name}.toml")
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path)
    assert str(caught.value).endswith(": " + problem.format(folder=tmp_path))
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("versions", [">=0.1", f"=={VERSION}", VERSION, ">=0.1,<99", " ~=0.1 "])
def test_a_required_version_that_this_one_is(tmp_path: Path, versions: str) -> None:
    write(tmp_path, f'required-version = "{versions}"')
    assert load_config(tmp_path).required_version == versions.strip()


@pytest.mark.parametrize(
    ("versions", "problem"),
    [
        (">=99", f"asks for cl-lint >=99, this is {VERSION}: install a version that fits"),
        ("99.1", f"asks for cl-lint 99.1, this is {VERSION}: install a version that fits"),
        ("latest", "expected versions such as '>=0.1,<0.2', not 'latest'"),
    ],
)
def test_a_required_version_that_this_one_is_not(tmp_path: Path, versions: str, problem: str) -> None:
    # A key that only another version knows is not what is wrong.
    path = write(tmp_path, f'required-version = "{versions}"\nkey-to-come = 1')
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path)
    assert str(caught.value) == f"{path}: required-version: {problem}"
