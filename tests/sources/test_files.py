"""Reading files of any bytes."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cl_lint.sources import Problem, read
from cl_lint.sources.files import MOST_BYTES, decode


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"", "", id="empty"),
        pytest.param("x = 'é'\n".encode(), "x = 'é'\n", id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + b"x = 1\r\n", "x = 1\r\n", id="byte order mark, CRLF"),
        pytest.param(b"# coding: latin-1\n'\xe9'\n", "# coding: latin-1\n'é'\n", id="cookie"),
        pytest.param(b"#!/bin/python\n# vim: set fileencoding=cp1252 :\n'\x80'", None, id="second line"),
        pytest.param(b"x\n# coding: no-such\n", "x\n# coding: no-such\n", id="cookie below code counts not"),
    ],
)
def test_text(data: bytes, text: str | None) -> None:
    decoded = decode(data)
    assert isinstance(decoded, str)
    assert decoded == text or (text is None and decoded.endswith("'€'"))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"a\nb = '\xff'", Problem(2, 6, "not valid utf-8: invalid start byte")),
        (b"a\r\nb\r\0", Problem(3, 1, "contains NUL bytes; is it a binary file?")),
        (b"\xff\xfea\0", Problem(1, 1, "encoded as UTF-16, which Python does not read")),
        (b"#!x\n# coding: uft-8\n", Problem(2, 1, "unknown encoding 'uft-8'")),
        (b"# coding: rot13\n", Problem(1, 1, "unknown encoding 'rot13'")),
        (b"# coding: punycode\n", Problem(1, 1, "unknown encoding 'punycode'")),
    ],
)
def test_problem(data: bytes, problem: Problem) -> None:
    assert decode(data) == problem


@given(st.one_of(st.binary(), st.binary().map(lambda data: b"# coding: " + data)))
def test_any_bytes_give_a_text_or_a_problem(data: bytes) -> None:
    assert isinstance(decode(data), (str, Problem))


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(b"#" * (MOST_BYTES + 1))
    source = read(tmp_path / "a.py", tmp_path)
    assert source.problem == Problem(1, 1, "larger than 1 MB")
    assert source.data == b""


def test_a_file_that_went_away(tmp_path: Path) -> None:
    source = read(tmp_path / "a.py", tmp_path)
    assert source.problem == Problem(1, 1, "cannot be read: No such file or directory")


def test_the_name_is_relative_with_slashes(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src/a.py").write_text("x = 1\n")
    source = read(tmp_path / "src/a.py", tmp_path)
    assert (source.name, source.data, source.text, source.problem) == (
        "src/a.py",
        b"x = 1\n",
        "x = 1\n",
        None,
    )
