"""The structure that statements keep, their spans, and trees that are deep."""

from __future__ import annotations

import sys
from collections.abc import Callable
from textwrap import dedent

import libcst as cst
import pytest
from lowered_sources import lowered

from cl_lint.syntax.lower import lower_with_spans
from cl_lint.syntax.positions import spans
from cl_lint.syntax.show import show
from cl_lint.syntax.summary import For, If, Match, Statement, Try, With

HEADERS = [
    ("if a == (b):  # why\n    pass", "if a == (b"),
    ("while a: pass", "while a"),
    ("for x in a: pass", "for x in a"),
    ("with a as b, c: pass", "with a as b, c"),
    ("match a:\n    case 1: pass", "match a"),
    ("x.y = 1; z", "x.y = 1"),
    ("raise E from None", "raise E from None"),
    ("del a[0]", "del a[0]"),
]


@pytest.mark.parametrize(("source", "expected"), HEADERS)
def test_the_span_of_a_statement(source: str, expected: str) -> None:
    first = lowered(source).functions[0].body[0]
    assert source[slice(*first.span)].rstrip(")") == expected.rstrip(")")


def test_an_elif_is_an_if_alone_in_orelse() -> None:
    source = "if a: pass\nelif b: x()\nelse: y()\n"
    (first,) = lowered(source).functions[0].body
    assert isinstance(first, If)
    (second,) = first.orelse
    assert isinstance(second, If)
    assert source[slice(*second.span)] == "elif b"
    assert len(second.then) == len(second.orelse) == 1


def test_handlers_of_a_try() -> None:
    source = "try: a()\nexcept (E) as e : b()\nexcept: c()\nelse: d()\nfinally: f()\n"
    (statement,) = lowered(source).functions[0].body
    assert isinstance(statement, Try)
    assert [source[slice(*handler.span)].rstrip() for handler in statement.handlers] == [
        "except (E) as e", "except",
    ]  # fmt: skip
    assert [handler.name for handler in statement.handlers] == ["e", None]
    assert len(statement.body) == len(statement.orelse) == len(statement.final) == 1
    assert not statement.star


def test_patterns() -> None:
    source = """
        match s:
            case 401 | 403 | codes.TOO_MANY as x if x: a()
            case None: pass
            case HTTPError(status=404) | Timeout(): pass
            case {"a": 1, **rest}: pass
            case [1, *others]: pass
            case _: pass
    """
    summary = lowered(source)
    (match,) = summary.functions[0].body
    assert isinstance(match, Match)
    assert [[show(summary, value) for value in case.values] for case in match.cases] == [
        ["401", "403", "Attr(codes, TOO_MANY)"], ["None"], [], [], [], [],
    ]  # fmt: skip
    assert [len(case.classes) for case in match.cases] == [0, 0, 2, 0, 0, 0]
    assert [case.irrefutable for case in match.cases] == [False] * 5 + [True]
    assert match.cases[0].guard is not None
    assert dedent(source)[slice(*match.cases[3].span)] == 'case {"a": 1, **rest}'


def test_calls_belong_to_the_statement_whose_expressions_make_them() -> None:
    summary = lowered("with a() as e().x, b():\n for y in c(): d()\n")
    (outer,) = summary.functions[0].body
    assert isinstance(outer, With)
    store, inner = outer.body
    assert isinstance(inner, For)
    flat: list[Statement] = [outer, store, inner, *inner.body]
    assert [[show(summary, call) for call in statement.calls] for statement in flat] == [  # type: ignore[union-attr]
        ["Call(a)", "Call(b)"], ["Call(e)"], ["Call(c)"], ["Call(d)"],
    ]  # fmt: skip


DEEP = {
    "addition": "x = " + " + ".join(f"a{i}" for i in range(450)),
    "text": "x = " + " + ".join("'a'" for _ in range(450)),
    "conjunction": "x = " + " and ".join(f"a{i}" for i in range(450)),
    "adjacent literals": "x = " + " ".join("'a'" for _ in range(450)),
    "call chain": "x = a" + "".join(f".b({i})" for i in range(300)),
    "elif": "if a: x = 0\n" + "".join(f"elif a == {i}: x = {i}\n" for i in range(900)),
    "brackets": "x = " + "[" * 199 + "]" * 199,
    "conditional": "x = " + "0 if a else " * 300 + "1",
}


def _at_depth(depth: int, work: Callable[[], object]) -> object:
    return _at_depth(depth - 1, work) if depth else work()


@pytest.mark.parametrize("source", DEEP.values(), ids=DEEP)
def test_deep_trees_need_no_deep_stack(source: str) -> None:
    module = cst.parse_module(source)
    positions, text = spans(module)
    limit = sys.getrecursionlimit()
    frames = 0
    frame = sys._getframe()
    while frame is not None:
        frames, frame = frames + 1, frame.f_back  # type: ignore[assignment]
    sys.setrecursionlimit(frames + 900)
    try:
        _at_depth(100, lambda: lower_with_spans(module, "app.py", positions, text))
    finally:
        sys.setrecursionlimit(limit)


def test_a_tree_too_deep_for_the_stack_is_lowered_all_the_same() -> None:
    module = cst.parse_module("x = " + "not " * 900 + "a")
    from cl_lint.syntax import lower

    assert len(lower(module, "app.py").values) == 901
