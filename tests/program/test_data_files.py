"""Data files that are hostile or broken leave the program as it is without them."""

from __future__ import annotations

import pytest

from cl_lint.program.data_files import MAX_NODES, as_data
from cl_lint.program.data_files import _load as load
from cl_lint.program.values import Data, Known
from cl_lint.sources.data import variables


@pytest.mark.parametrize("form", ["toml", "json", "yaml"])
@pytest.mark.parametrize(
    "text", ["", "[" * 5000, "{a: [", "\x00", "a: &a [*a, *a]", "!!python/object/apply:os.getcwd []"]
)
def test_broken_files_give_no_data(form: str, text: str) -> None:
    loaded = load(text, form)
    assert not isinstance(loaded, (dict, list)) or not loaded or as_data(loaded) is None


def test_aliases_that_multiply_are_given_up() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert MAX_NODES < 10**8
    assert as_data(load("\n".join(lines), "yaml")) is None


def test_data_keeps_order_and_kinds() -> None:
    data = as_data(load('{"a": [1, "x"], "b": null}', "json"))
    inner = Data(((Known(0), Known(1)), (Known(1), Known("x"))), False)
    assert data == Data(((Known("a"), inner), (Known("b"), Known(None))), True)


def test_variables_lose_quotes_and_comments() -> None:
    text = "A=1 # one\n# B=2\nexport C='x # y'\nD=\"\"\n E = https://h/#f\n"
    assert variables(text) == {"A": "1", "C": "x # y", "D": "", "E": "https://h/#f"}
