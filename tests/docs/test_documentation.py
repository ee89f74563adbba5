"""What the documentation shows is true: commands run, their output is as shown, configurations are read."""

from __future__ import annotations

import ast
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest
import tomli
from click.testing import CliRunner

from cl_lint.cli import group
from cl_lint.config import ConfigError, load_config
from cl_lint.models import Models

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
# What waits for a person, a change, a client or a repository: its words are checked, but it is not run.
NOT_RUN = ("server", "attest", "init", "--watch", "--changed-since", "--open", "-")

_FENCE = re.compile(r"^(`{3,})(\w+)[^\n]*\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_SECONDS = re.compile(r"\d+\.\d s\b")

APPLICATION = """\
import requests


def presence(principal_id, headers):
    url = f"https://presence.api.mitel.io/2017-09-01/presentities/{principal_id}"
    return requests.get(url, headers=headers, timeout=10).json()
"""
ENABLE = """\
{
  "accountId": "8a4a9a57-3f5e-4a0f-8f5d-6c2d7a2f9e10",
  "name": "Front Desk",
  "description": "Wakes guests, and shows who calls.",
  "redirectUris": [
    "https://localhost/signed-in"
  ],
  "active": true
}
"""
ENVIRONMENT = '{"name": "Application Registration", "values": [], "_postman_variable_scope": "environment"}'
COLLECTION = '{"info": {"name": "Application Registration"}, "item": []}'


class Command(NamedTuple):
    """A command of a page: its words after `cl-lint`, and what the page shows below it."""

    page: str
    words: tuple[str, ...]
    shown: str


def fences(language: str) -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        for fence in _FENCE.finditer(page.read_text(encoding="utf-8")):
            if fence[2] == language:
                yield page, fence[3]


def commands() -> Iterator[Command]:
    for page, block in fences("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            typed, _, shown = re.sub(r"\\\n\s*", " ", part).partition("\n")
            chain = [_until_redirect(shlex.split(each, comments=True)) for each in typed.split("&&")]
            for words in chain:
                if words and words[0].rpartition("/")[2] == "cl-lint":
                    yield Command(page.name, tuple(words[1:]), shown if len(chain) == 1 else "")


def _until_redirect(words: list[str]) -> list[str]:
    """The words before the shell's redirection."""
    return words[: words.index(">")] if ">" in words else words


COMMANDS = list(dict.fromkeys(commands()))


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the pages name."""
    root = tmp_path_factory.mktemp("scene")
    files = {
        "src/presence.py": APPLICATION,
        "services/rooms/presence.py": APPLICATION,
        "enable.json": ENABLE,
        "Registration.postman_environment.json": ENVIRONMENT,
        "Registration.postman_collection.json": COLLECTION,
        "deploy/Registration.postman_environment.json": ENVIRONMENT,
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)  # the pages' commands need a baseline, in whatever order they run
        assert CliRunner().invoke(group, ["baseline"]).exit_code == 0
    return root


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "examples", root / "examples")
    return root


def test_there_are_commands() -> None:
    assert {command.page for command in COMMANDS} >= {
        "README.md",
        "getting-started.md",
        "ci.md",
        "deployment.md",
    }


@pytest.mark.parametrize("command", COMMANDS, ids=[" ".join(each.words) for each in COMMANDS])
def test_a_command_runs_as_shown(
    command: Command, scene: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = list(command.words)
    if any(word in NOT_RUN for word in words):
        parse(words)
        return
    monkeypatch.chdir(checkout if any(word.startswith("examples/") for word in words) else scene)
    result = CliRunner().invoke(group, words)
    assert result.exit_code in (0, 1), result.output
    if command.shown:
        expected = re.escape(_SECONDS.sub("some s", command.shown.strip())).replace(r"\.\.\.", r".*?")
        assert re.fullmatch(expected, _SECONDS.sub("some s", result.output.strip()), re.DOTALL), result.output


def parse(words: list[str]) -> None:
    command: click.Command | None = group.get_command(click.Context(group), words[0])
    assert command is not None, words
    command.make_context(words[0], words[1:])


def of_language(language: str) -> list[object]:
    found = [(page, text) for page, text in fences(language)]
    return [pytest.param(text, id=f"{page.name}-{number}") for number, (page, text) in enumerate(found)]


@pytest.mark.parametrize("text", of_language("toml"))
def test_a_configuration_or_model_is_read(text: str, tmp_path: Path) -> None:
    values = tomli.loads(text)
    if "library" in values:
        Models().add_tables(values, "the page")
    if "cl-lint" in values.get("tool", {}):
        (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
        # A page may name files that only its reader has.
        assert [line for line in problems(tmp_path) if not line.endswith("no such file")] == []


def problems(folder: Path) -> list[str]:
    try:
        load_config(folder)
    except ConfigError as error:
        return str(error).splitlines()
    return []


@pytest.mark.parametrize("text", of_language("python"))
def test_python_is_python(text: str) -> None:
    ast.parse(text)


@pytest.mark.parametrize("text", of_language("json"))
def test_json_is_json(text: str) -> None:
    json.loads(text)


@pytest.mark.parametrize("text", of_language("yaml"))
def test_yaml_is_yaml(text: str) -> None:
    yaml = pytest.importorskip("yaml")
    assert yaml.safe_load(text)


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_links_between_files_lead_somewhere(page: Path) -> None:
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    targets = [target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text)]
    local = [target for target in targets if target and "://" not in target]
    assert [target for target in local if not (page.parent / target).exists()] == []
