"""The measures that the guard goes by."""

from __future__ import annotations

import pytest

from cl_lint.sources.shape import measure


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        ("f(g[{1: 2}])", 3),
        ("f(')))', # )))\n (1,))", 2),
        ("f('(((', \"(((\", '''((( ' '''\n)", 1),
        (r"f('\'(((', r'\'((')", 1),
        ("f'{{((('", 0),
        ("x(f'{y[0]:{w}} (((' )", 4),  # a format specification is a level too
        ('f"{a["b"]}" + (1)', 2),
        ("rf'{a}' if f else (1)", 1),
        ("self.f('(((')", 1),
        ("x = 'abc\n(1)", 1),
    ],
)
def test_depth(text: str, depth: int) -> None:
    assert measure(text, 0).depth.value == depth


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("a.b.c", 2),
        ("a.b().c()", 4),
        ("f(a + b, c + d + e)", 2),
        ("a + b; c", 1),
        ("'a' 'b' r'c'", 2),
        ("not a and b", 2),
        ("1.5 + .5", 1),
        ("a \\\n + b", 1),
        ("a + b\nc.d.e.f", 3),
    ],
)
def test_links(text: str, links: int) -> None:
    assert measure(text, 0).links.value == links


def test_brackets_of_patterns() -> None:
    assert (
        measure("case = f((((1))))\nmatch x:\n    case [[1]]:\n        f(((1)))\n", 0).case_depth.value == 4
    )
