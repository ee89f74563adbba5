"""Attestation files: what is read, what is refused, and where they are looked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from assessing import statement, write

from cl_lint.assessment import AttestationError, load_attestations
from cl_lint.assessment.attestations import Attestation, read_attestations
from cl_lint.config import ConfigError, load_config

DAY = date(2026, 6, 1)


def test_a_file_beside_the_configuration_is_found(tmp_path: Path) -> None:
    write(tmp_path, {"cl-lint.toml": "", "cl-lint-attestations.toml": statement("review.stack")})
    found = load_attestations(load_config(tmp_path), tmp_path, DAY)
    assert found.name == "cl-lint-attestations.toml"
    assert found.current == (Attestation("review.stack", "So it is.", "Ada Lindqvist", date(2026, 1, 31)),)


def test_the_configuration_may_name_another_file(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"cl-lint.toml": 'attestations = "docs/said.toml"', "docs/said.toml": statement("review.stack")},
    )
    assert load_attestations(load_config(tmp_path), tmp_path, DAY).name == "docs/said.toml"


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    write(tmp_path, {"cl-lint.toml": 'attestations = "said.toml"'})
    with pytest.raises(AttestationError, match=r"said\.toml: no such file; `cl-lint attest` writes it"):
        load_attestations(load_config(tmp_path), tmp_path, DAY)


def test_no_file_is_no_attestation(tmp_path: Path) -> None:
    found = load_attestations(load_config(tmp_path), tmp_path, DAY)
    assert (found.name, found.current, found.expired, found.unknown) == ("", (), (), ())


@pytest.mark.parametrize("name", ["../said.toml", "/etc/said.toml", "a/../../b.toml", "", 3])
def test_the_file_is_never_outside_the_project(tmp_path: Path, name: object) -> None:
    write(tmp_path, {"cl-lint.toml": f"attestations = {name!r}"})
    with pytest.raises(ConfigError, match="attestations: "):
        load_config(tmp_path)


@pytest.mark.parametrize(
    ("last", "holds"), [(date(2026, 5, 31), False), (date(2026, 6, 1), True), (None, True)]
)
def test_it_holds_through_its_last_day(last: date | None, holds: bool) -> None:
    assert Attestation("review.stack", "so", "Ada", date(2026, 1, 1), last).holds(DAY) is holds


GOOD = statement("review.stack")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[attestations", "said.toml: not valid TOML"),
        ("attestation = {}", "said.toml: unknown key 'attestation'; did you mean 'attestations'?"),
        ("attestations = 3", "attestations: expected a table"),
        ('attestations."review.stack" = "yes"', "review.stack: expected a table"),
        (
            GOOD.replace("statement", "statment"),
            "review.stack: unknown key 'statment'; did you mean 'statement'",
        ),
        (GOOD.replace("statement", "statment"), "review.stack: missing key 'statement'"),
        (GOOD.replace("So it is.", " … "), "review.stack: statement: expected a sentence"),
        (GOOD.replace('"So it is."', "true"), "review.stack: statement: expected a sentence, not True"),
        (GOOD.replace("So it is.", "a" * 4001), "review.stack: statement: longer than 4000 characters"),
        (GOOD.replace("Ada Lindqvist", ""), "review.stack: by: expected the name of a person"),
        (GOOD.replace("2026-01-31", '"31.1.2026"'), "review.stack: date: expected a date such as"),
        (GOOD.replace("2026-01-31", '"2026-02-30"'), "review.stack: date: expected a date such as"),
        (GOOD.replace("2026-01-31", "2026-01-31T10:00:00Z"), "review.stack: date: expected a date such as"),
        (GOOD + "expires = 2025-12-31", "review.stack: expires: is before the date of the statement"),
    ],
)
def test_a_file_that_cannot_be_used_says_what_is_wrong(text: str, problem: str) -> None:
    with pytest.raises(AttestationError) as error:
        read_attestations(text, "said.toml")
    assert any(problem in line and line.startswith("said.toml: ") for line in str(error.value).splitlines())


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(AttestationError) as error:
        read_attestations(
            GOOD.replace("by =", "bi =") + statement("review.apis").replace("Ada", "?" * 5000), "f"
        )
    assert len(str(error.value).splitlines()) == 3


def test_dates_may_be_texts() -> None:
    (found,) = read_attestations(GOOD.replace("2026-01-31", '"2026-01-31"'), "said.toml")
    assert found.stated == date(2026, 1, 31)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cl-lint-attestations.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(AttestationError, match="not valid UTF-8"):
        load_attestations(load_config(tmp_path), tmp_path, DAY)
