"""Source lines and what is underlined in them."""

from __future__ import annotations

import pytest

from cl_lint.findings import Place
from cl_lint.reports.snippet import Snippets


def shown(text: str, place: tuple[int, int, int, int]) -> list[tuple[int, str, str]]:
    return list(Snippets({"a.py": text}).underlined(Place("a.py", *place)))


@pytest.mark.parametrize(
    ("text", "place", "line", "underline"),
    [
        pytest.param("x = f(1)", (1, 5, 1, 9), "x = f(1)", "    ^^^^", id="plain"),
        pytest.param("\tf()", (1, 2, 1, 5), "    f()", "    ^^^", id="tab"),
        pytest.param("名 = f()", (1, 5, 1, 8), "名 = f()", "     ^^^", id="wide"),
        pytest.param("e\u0301 = f()", (1, 6, 1, 9), "e\u0301 = f()", "    ^^^", id="combining"),
        pytest.param("'\x1b' + f()", (1, 7, 1, 10), r"'\x1b' + f()", "         ^^^", id="escape"),
        pytest.param("x", (1, 9, 1, 12), "x", " ^", id="past the end"),
        pytest.param("", (1, 1, 1, 1), "", "^", id="empty"),
    ],
)
def test_one_line(text: str, place: tuple[int, int, int, int], line: str, underline: str) -> None:
    assert shown(text, place) == [(1, line, underline)]


def test_lines_of_a_long_range() -> None:
    text = "f(\n\n    a,\r    b,\r\n    c,\n)"
    assert shown(text, (1, 1, 6, 2)) == [(1, "f(", "^^"), (3, "    a,", "    ^^")]
    assert shown(text, (4, 5, 5, 7)) == [(4, "    b,", "    ^^"), (5, "    c,", "    ^^")]


def test_an_overlong_line_is_cut_around_the_range() -> None:
    ((_, line, underline),) = shown("a" * 5000 + "b" + "c" * 5000, (1, 5001, 1, 5002))
    assert line == "..." + "a" * 40 + "b" + "c" * 119 + "..."
    assert underline == " " * 43 + "^"


def test_a_file_whose_text_is_not_known() -> None:
    assert list(Snippets({}).underlined(Place("b.py", 3, 1, 3, 2))) == [(3, "", "^")]
