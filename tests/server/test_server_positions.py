"""Lines and columns of findings in the units of the protocol."""

from __future__ import annotations

import pytest
from lsprotocol.types import Position, Range

from cl_lint.server.positions import Positions, overlap

TEXT = 'first\r\n\tx = "😀é"  # here\rthird\x0c still third\nlast'


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 15), ("utf-16", 12), ("utf-32", 11)])
def test_characters_are_counted_in_the_units_of_the_encoding(encoding, character):
    column = TEXT.split("\r\n")[1].index("#") - 1  # behind the quotation mark and a space
    assert Positions(TEXT, encoding).at(2, column + 1) == Position(1, character - 1)


def test_lines_end_where_editors_end_them():
    positions = Positions(TEXT)
    assert positions.at(3, 7) == Position(2, 6)
    assert positions.end_of(3) == Position(2, len("third\x0c still third"))
    assert positions.at(4, 5) == Position(3, 4)


def test_what_lies_behind_the_text_is_at_its_end():
    positions = Positions("one\ntwo")
    assert positions.at(1, 99) == Position(0, 3)
    assert positions.at(7, 1) == Position(1, 3)
    assert Positions("").range(1, 1, 1, 2) == Range(Position(0, 0), Position(0, 0))


def test_half_of_a_pair_of_surrogates_counts_as_one():
    assert Positions("\ud83d = 1").at(1, 4) == Position(0, 3)


def test_a_cursor_at_the_end_of_a_range_is_in_it():
    here = Range(Position(1, 4), Position(1, 8))
    assert overlap(here, Range(Position(1, 8), Position(1, 8)))
    assert overlap(here, Range(Position(0, 0), Position(9, 0)))
    assert not overlap(here, Range(Position(1, 9), Position(1, 9)))
    assert not overlap(here, Range(Position(0, 0), Position(1, 3)))
