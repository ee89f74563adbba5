"""Model files: what they may hold, and what a user's own file adds."""

from __future__ import annotations

from pathlib import Path

import pytest

from cl_lint.config import load_config
from cl_lint.models import ModelError, Models, expand, load_models
from cl_lint.run import check

WRAPPER = """
library = "wire"

[[type]]
name = "wire.Wire"

[[client]]
name = "wire.Wire"
library = "wire"
base_url = 0

[[request]]
name = "wire.Wire.{get,post}"
library = "wire"

[[returns]]
name = "wire.Wire.{get,post}"
type = "wire.Answer"

[[type]]
name = "wire.Answer"

[[response]]
name = "wire.Answer"
library = "wire"
status = ["code"]
raises = ["check"]
"""
CALLS = """
import wire

line = wire.Wire("https://chat.api.mitel.io/2017-09-01")


def say(conversation_id: str, text: str) -> None:
    line.post(f"/conversations/{conversation_id}/messages", {"content": text})%s
"""


def test_braces_stand_for_several_names() -> None:
    assert expand("a.{b,c}.{d,e}") == ["a.b.d", "a.b.e", "a.c.d", "a.c.e"]


def test_every_shipped_model_loads() -> None:
    assert load_models().is_type("requests.Session")


def test_an_alias_is_the_same_thing() -> None:
    assert load_models().canonical("requests.exceptions.HTTPError") == "requests.HTTPError"


def test_methods_are_found_in_base_types() -> None:
    assert load_models().member("requests_toolbelt.sessions.BaseUrlSession", "get") == "requests.Session.get"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("[[requst]]\nname = 'a'", "did you mean 'request'?"),
        ("[[type]]\nname = 'a'\nalias = []", "did you mean 'aliases'?"),
        ("[[returns]]\nname = 'a'", "missing type"),
        ("[[type", "cannot read"),
    ],
)
def test_a_broken_model_is_one_clear_line(tmp_path: Path, text: str, hint: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text)
    with pytest.raises(ModelError) as caught:
        Models().add(path)
    assert str(path) in str(caught.value)
    assert hint in str(caught.value)


@pytest.mark.parametrize(("end", "codes"), [("", {"CL305"}), (".check()", set())])
def test_a_wrapper_of_ones_own_is_known_by_its_model(tmp_path: Path, end: str, codes: set[str]) -> None:
    (tmp_path / "wire.toml").write_text(WRAPPER)
    (tmp_path / "cl-lint.toml").write_text('models = ["wire.toml"]\nignore = ["CL601"]\n')
    (tmp_path / "app.py").write_text(CALLS % end)
    result = check([tmp_path], load_config(tmp_path), tmp_path)
    assert {finding.code for finding in result.findings} == codes
