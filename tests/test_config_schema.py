"""The schema for editors says what the parser says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomli

from cl_lint.config import ConfigError, load_config
from cl_lint.config_keys import key_names
from cl_lint.config_schema import render, schema
from cl_lint.policy import Policy
from cl_lint.waivers import KEYS

FILE = Path(__file__).resolve().parents[1] / "schemas/cl-lint.schema.json"


def test_the_file_is_fresh() -> None:
    assert FILE.read_text(encoding="utf-8") == render(), (
        "run `python -m cl_lint.config_schema > schemas/cl-lint.schema.json`"
    )


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(schema())


def test_every_key_is_in_both() -> None:
    properties = schema()["properties"]
    assert set(properties) == set(key_names())
    assert set(properties["policy"]["properties"]) == set(Policy.setting_names())
    assert set(properties["waivers"]["items"]["properties"]) == set(KEYS)
    assert all(value["description"] for value in properties.values())


def test_every_key_is_explained() -> None:
    page = (FILE.parents[1] / "docs/configuration.md").read_text(encoding="utf-8")
    assert [key for key in key_names() if f"\n| `{key}` |" not in page] == []


WAIVER = {"rule": "CL1", "path": "*.py", "reason": "r", "by": "b", "expires": "2027-03-31"}


@pytest.mark.parametrize(
    "text",
    [
        'level = "certified"\nkind = "unknown"\nclient-id-issued = false\nhosts = ["mitel.io"]',
        'select = ["all", "CL1"]\nignore = ["missing-party"]\nexclude = ["tests/"]',
        'min-confidence = "low"\nfail-on = "never"\nwebhook-justification = "No way out."\nmodels = []',
        'required-version = ">=0.1"',
        'baseline = "known.json"\nattestations = "said.toml"',
        'per-file-ignores."*.py" = ["CL1"]',
        '[[waivers]]\nrule = "CL1"\npath = "*"\nreason = "r"\nby = "b"\nexpires = "2027-03-31"',
        "[policy]\nmin-retry-delay = 2.5\nmax-retries = 0\nretryable-statuses = [429]",
        '[policy]\nhosts = ["a-b.example"]\nportal-hosts = ["a"]\nrate-limit-statuses = []',
        '[policy]\napp-header = "a"\ncorrelation-header = "b"\nrequest-id-header = "c"\nretry-after-header = "d"',
    ],
)
def test_both_accept(text: str, tmp_path: Path) -> None:
    (tmp_path / "cl-lint.toml").write_text(text)
    load_config(tmp_path)
    jsonschema.validate(tomli.loads(text), schema())


@pytest.mark.parametrize(
    "text",
    [
        "levle = 1",
        'level = "top"',
        "required-version = 0.1",
        "required-version = ' '",
        "kind = 1",
        "client-id-issued = 'yes'",
        "hosts = []",
        "hosts = ['https://mitel.io']",
        "select = 'CL1'",
        "ignore = [1]",
        "exclude = 'a'",
        "min-confidence = 'none'",
        "fail-on = 'notice'",
        "webhook-justification = ' '",
        "models = 'a.toml'",
        "baseline = ''",
        "attestations = []",
        "extend = 1",
        "per-file-ignores = ['a']",
        "per-file-ignores.a = 'CL1'",
        "waivers = ['a']",
        "policy.max-retries = 1.5",
        "policy.max-retries = -1",
        "policy.min-retry-delay = '2s'",
        "policy.retryable-statuses = [200]",
        "policy.app-header = 'a b'",
        "policy.unknown = 1",
    ],
)
def test_both_refuse(text: str, tmp_path: Path) -> None:
    (tmp_path / "cl-lint.toml").write_text(text)
    with pytest.raises(ConfigError):
        load_config(tmp_path)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomli.loads(text), schema())


@pytest.mark.parametrize(
    "change", [{"by": ""}, {"expires": "soon"}, {"extra": 1}, *({k: None} for k in WAIVER)]
)
def test_both_refuse_the_waiver(change: dict[str, Any], tmp_path: Path) -> None:
    row = {key: value for key, value in {**WAIVER, **change}.items() if value is not None}
    lines = [f"{key} = {json.dumps(value)}" for key, value in row.items()]
    (tmp_path / "cl-lint.toml").write_text("\n".join(["[[waivers]]", *lines]))
    with pytest.raises(ConfigError):
        load_config(tmp_path)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"waivers": [row]}, schema())
