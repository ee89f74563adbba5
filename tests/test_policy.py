"""The figures that the rules judge by, and how a configuration may change them."""

from __future__ import annotations

import re

import pytest

from cl_lint.catalog import load_catalog
from cl_lint.policy import Policy

POLICY = load_catalog().policy


def test_an_override_replaces_what_it_names_and_nothing_else() -> None:
    changed = POLICY.override({"min-retry-delay": 3, "hosts": ["Mitel.io", "gateway.example.com"]})
    assert changed.min_retry_delay == 3.0
    assert changed.hosts == ("mitel.io", "gateway.example.com")
    assert changed.max_retries == POLICY.max_retries
    assert POLICY.min_retry_delay == 2.0


def test_statuses_are_sorted_and_unique() -> None:
    assert POLICY.override({"retryable-statuses": [504, 429, 504]}).retryable_statuses == (429, 504)


def test_an_empty_override_changes_nothing() -> None:
    assert POLICY.override({}) == POLICY


def test_every_setting_can_be_named() -> None:
    values = {name: getattr(POLICY, name.replace("-", "_")) for name in Policy.setting_names()}
    assert Policy.from_values(values) == POLICY


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("min_retry_delay", 3, "unknown key 'min_retry_delay'; did you mean 'min-retry-delay'?"),
        ("max-retry", 3, "unknown key 'max-retry'; did you mean 'max-retries'?"),
        ("colour", "red", "unknown key 'colour'"),
        ("min-retry-delay", "3", "min-retry-delay: expected a number of seconds, not '3'"),
        ("min-retry-delay", True, "min-retry-delay: expected a number of seconds, not True"),
        ("min-retry-delay", -1, "min-retry-delay: expected seconds from 0 to 86400, not -1"),
        ("min-retry-delay", float("nan"), "min-retry-delay: expected seconds from 0 to 86400, not nan"),
        ("max-retries", 2.5, "max-retries: expected a whole number from 0 to 1000, not 2.5"),
        ("max-retries", False, "max-retries: expected a whole number from 0 to 1000, not False"),
        ("retryable-statuses", 503, "retryable-statuses: expected a list of HTTP statuses from 400 to 599"),
        ("rate-limit-statuses", [200], "rate-limit-statuses: expected a list of HTTP statuses"),
        ("app-header", "x mitel", "app-header: expected the name of an HTTP header, not 'x mitel'"),
        ("hosts", [], "hosts: expected a list of host names"),
        ("hosts", "mitel.io", "hosts: expected a list of host names"),
        ("portal-hosts", ["https://auth.mitel.io"], "portal-hosts: expected a list of host names"),
    ],
)
def test_a_wrong_setting_is_named(key: str, value: object, problem: str) -> None:
    with pytest.raises(ValueError, match=re.escape(problem)):
        POLICY.override({key: value})


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(ValueError, match="max-retries") as error:
        POLICY.override({"max-retries": -1, "hostz": [], "app-header": ""})
    assert [line.partition(":")[0] for line in str(error.value).splitlines()] == [
        "max-retries",
        "unknown key 'hostz'; did you mean 'hosts'?",
        "app-header",
    ]


def test_an_incomplete_policy_names_what_is_missing() -> None:
    with pytest.raises(ValueError, match="missing key 'hosts'"):
        Policy.from_values({"max-retries": 5})
