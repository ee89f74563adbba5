"""The JSON Schema of the configuration, for editors: `python -m cl_lint.config_schema > schemas/...`.

The schema describes types and closed sets of words. Which rules, patterns and files exist is left to the
parser, whose messages name the nearest one.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from cl_lint.catalog import KINDS, LEVELS, load_catalog
from cl_lint.config_keys import CONFIDENCES, FAIL_ON
from cl_lint.policy import Policy

DRAFT = "http://json-schema.org/draft-07/schema#"

_SENTENCE = {"type": "string", "pattern": r"\S"}
_TEXTS: dict[str, Any] = {"type": "array", "items": {"type": "string"}}


def schema() -> dict[str, Any]:
    """The schema of a `cl-lint.toml`, which is that of the table `[tool.cl-lint]` of a `pyproject.toml`."""
    return {
        "$schema": DRAFT,
        "title": "cl-lint",
        "description": "The configuration of cl-lint: cl-lint.toml, or [tool.cl-lint] of pyproject.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": dict(sorted(_keys().items())),
        "definitions": {"rules": _rules()},
    }


def _keys() -> dict[str, Any]:
    rules = {"$ref": "#/definitions/rules"}
    return {
        "extend": _about("A configuration file whose keys hold where this one gives none", _SENTENCE),
        "required-version": _about(
            "The versions of cl-lint that may use this configuration, such as >=0.1,<0.2", _SENTENCE
        ),
        "level": _about("The level that the application is to reach", {"enum": list(LEVELS)}),
        "kind": _about(
            "What the application is; inferred from its imports where it is unknown", {"enum": list(KINDS)}
        ),
        "client-id-issued": _about("Whether the vendor has issued a client id", {"type": "boolean"}),
        "hosts": _about("The CloudLink hosts, each with all hosts under it", _POLICY["hosts"]),
        "select": _about("The rules to apply; all of them by default", rules),
        "ignore": _about("The rules to leave out", rules),
        "exclude": _about("Files and folders to leave out: patterns as in .gitignore", _TEXTS),
        "per-file-ignores": _about(
            "Rules to leave out in some files: patterns as in .gitignore, each with its rules",
            {"type": "object", "additionalProperties": rules},
        ),
        "min-confidence": _about("Report findings from this confidence on", {"enum": list(CONFIDENCES)}),
        "fail-on": _about("Exit with 1 from this severity on", {"enum": list(FAIL_ON)}),
        "webhook-justification": _about("Why the application uses webhooks (CL502)", _SENTENCE),
        "models": _about("Files that say what in-house libraries mean", _TEXTS),
        "baseline": _about("The file of findings that are known, in this folder or below", _SENTENCE),
        "attestations": _about("The file of statements for the report, in this folder or below", _SENTENCE),
        "waivers": _about(
            "Findings that somebody answers for until a day", {"type": "array", "items": _waiver()}
        ),
        "policy": {
            "description": "The figures that the rules judge by",
            "type": "object",
            "additionalProperties": False,
            "properties": {key: _about(_MEANING[key], _POLICY[key]) for key in Policy.setting_names()},
        },
    }


def _about(description: str, shape: dict[str, Any]) -> dict[str, Any]:
    # Draft 7 reads nothing beside a reference.
    if "$ref" in shape:
        return {"description": description, "allOf": [shape]}
    return {"description": description, **shape}


def _rules() -> dict[str, Any]:
    rules = load_catalog().rules.values()
    return {
        "description": "Codes, names, prefixes such as CL1, or ALL, in any letter case",
        "type": "array",
        "items": {
            "type": "string",
            "examples": ["ALL", *(rule.code for rule in rules), *(rule.name for rule in rules)],
        },
    }


def _waiver() -> dict[str, Any]:
    properties = {
        "rule": _about("A code, a name or a prefix", _SENTENCE),
        "path": _about("A pattern as in .gitignore, relative to the root", _SENTENCE),
        "reason": _about("Why the findings may stay", _SENTENCE),
        "by": _about("Who answers for them", _SENTENCE),
        "expires": _about(
            "The last day on which it holds, in UTC", {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}"}
        ),
    }
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }


_HOSTS: dict[str, Any] = {
    "type": "array",
    "minItems": 1,
    "items": {"type": "string", "pattern": r"^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9-]+)*$"},
}
_STATUSES: dict[str, Any] = {
    "type": "array",
    "items": {"type": "integer", "minimum": 400, "maximum": 599},
}
_HEADER: dict[str, Any] = {"type": "string", "pattern": r"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"}
_POLICY: dict[str, dict[str, Any]] = {
    "hosts": _HOSTS,
    "portal-hosts": _HOSTS,
    "min-retry-delay": {"type": "number", "minimum": 0, "maximum": 86400},
    "max-retries": {"type": "integer", "minimum": 0, "maximum": 1000},
    "retryable-statuses": _STATUSES,
    "rate-limit-statuses": _STATUSES,
    "retry-after-header": _HEADER,
    "correlation-header": _HEADER,
    "request-id-header": _HEADER,
    "app-header": _HEADER,
}
_MEANING = {
    "hosts": "The CloudLink hosts, each with all hosts under it",
    "portal-hosts": "The hosts of the vendor's authentication portal",
    "min-retry-delay": "The least delay before a retry, in seconds",
    "max-retries": "The most retries; the first try is not one",
    "retryable-statuses": "The statuses that may be retried",
    "rate-limit-statuses": "The statuses whose Retry-After header must be honoured",
    "retry-after-header": "The header that says when to try again",
    "correlation-header": "The header with the vendor's identifier of a request",
    "request-id-header": "The header with the cloud's identifier of a request",
    "app-header": "The header that names the application",
}


def render() -> str:
    """The text of `schemas/cl-lint.schema.json`."""
    return json.dumps(schema(), indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(render())
