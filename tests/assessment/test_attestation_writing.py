"""Changing attestation files: what is new is in them, and what people wrote is still there."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from assessing import statement
from hypothesis import given
from hypothesis import strategies as st

from cl_lint.assessment.attestation_writing import add, remove, save, text_of
from cl_lint.assessment.attestations import Attestation, AttestationError, read_attestations
from cl_lint.assessment.attestations import statement as read_statement

MADE = Attestation("review.stack", "Python.", "Bö", date(2026, 11, 25), date(2027, 1, 1))
HAND = """\
# ours
[attestations."review.stack"]  # see the wiki
# asked by Jo
by = 'Ada'
statement = "Old."   # to be checked
date = "2020-01-01"

# about the APIs
[attestations."review.apis"]
statement = '''
All of them.'''
by = "Ada"
date = 2026-01-01
# the end
"""


def test_a_new_file_explains_itself() -> None:
    assert add("", MADE, "f") == (
        "# What cl-lint cannot see in the source, stated by people. Commit this file with the application.\n"
        "# `cl-lint attest` asks and writes; edit it as you like. Dates are UTC; `expires` is optional,"
        " the last day.\n"
        "\n"
        '[attestations."review.stack"]\n'
        "# The technology stack is documented.\n"
        "# Which languages, frameworks, services and hosting does the application use?\n"
        'statement = "Python."\n'
        'by = "Bö"\n'
        "date = 2026-11-25\n"
        "expires = 2027-01-01\n"
    )


def test_a_rewrite_changes_values_only() -> None:
    assert add(HAND, MADE, "f") == HAND.replace("'Ada'", '"Bö"', 1).replace("Old.", "Python.").replace(
        'date = "2020-01-01"', "date = 2026-11-25\nexpires = 2027-01-01"
    )


def test_an_expiry_that_is_given_up_goes_away() -> None:
    made = Attestation("review.stack", "Old.", "Ada", date(2020, 1, 1))
    text = HAND.replace('date = "2020-01-01"', 'date = "2020-01-01"\nexpires = 2021-01-01')
    assert add(text, made, "f") == HAND.replace("'Ada'", '"Ada"').replace('"2020-01-01"', "2020-01-01")


def test_another_practice_is_added_at_the_end() -> None:
    made = Attestation("platform.supported", "Windows.", "Ada", date(2026, 1, 1))
    text = add(HAND, made, "f")
    assert text.startswith(HAND)
    assert [a.practice for a in read_attestations(text, "f")] == [
        "review.stack",
        "review.apis",
        "platform.supported",
    ]


def test_removing_takes_the_table_and_leaves_the_comments_of_others() -> None:
    first, rest = HAND.split("[", 1)[0], HAND[HAND.index("# about the APIs") :]
    assert remove(HAND, "review.stack", "f") == first + rest
    assert remove(HAND, "review.apis", "f") == HAND[: HAND.index('[attestations."review.apis"]')]


def test_what_is_not_there_cannot_be_removed() -> None:
    with pytest.raises(AttestationError, match=r"there is no attestation of review\.request"):
        remove(HAND, "review.request", "f")


@pytest.mark.parametrize(
    "text",
    [
        '[attestations]\n"review.stack" = {statement = "x", by = "y", date = 2020-01-01}\n',
        '[attestations]\n"review.stack".statement = "x"\n"review.stack".by = "y"\n'
        '"review.stack".date = 2020-01-01\n',
        statement("review.stack").replace("\n", "\r\n"),
    ],
)
def test_other_layouts_are_changed_as_well(text: str) -> None:
    assert MADE in read_attestations(add(text, MADE, "f"), "f")


def test_a_layout_that_cannot_be_kept_is_refused() -> None:
    text = 'attestations = {"review.apis" = {statement = "x", by = "y", date = 2020-01-01}}\n'
    with pytest.raises(AttestationError, match="this layout cannot be changed"):
        add(text, MADE, "f")


def test_a_broken_file_is_not_touched() -> None:
    with pytest.raises(AttestationError, match="not valid TOML"):
        add("[attestations", MADE, "f")


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60).filter(
    lambda text: any(character.isalnum() for character in text)
)


@given(TEXTS)
def test_any_text_survives(text: str) -> None:
    made = Attestation("review.stack", read_statement(text.replace("\r", " ")), "Ada", date(2026, 1, 1))
    assert read_attestations(add(HAND, made, "f"), "f")[0] == made


def test_saving_leaves_one_file_with_the_usual_permissions(tmp_path: Path) -> None:
    path = tmp_path / "said.toml"
    save(path, HAND, tmp_path)
    (tmp_path / "other").write_text("")
    assert path.stat().st_mode == (tmp_path / "other").stat().st_mode
    path.chmod(0o600)
    save(path, HAND, tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert sorted(os.listdir(tmp_path)) == ["other", "said.toml"]
    assert text_of(path) == HAND


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    inside = tmp_path / "project"
    inside.mkdir()
    (inside / "said.toml").symlink_to(tmp_path / "elsewhere.toml")
    (inside / "docs").symlink_to(tmp_path)
    for path in (inside / "said.toml", inside / "docs" / "said.toml"):
        with pytest.raises(AttestationError, match="a link leads elsewhere"):
            save(path, HAND, inside)
    assert os.listdir(tmp_path) == ["project"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AttestationError, match=r"said\.toml: cannot be written: No such file or directory"):
        save(tmp_path / "docs" / "said.toml", HAND, tmp_path)
