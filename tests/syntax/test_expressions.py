"""What expressions become."""

from __future__ import annotations

import math

import pytest
from lowered_sources import function, lowered, text_of, value_of

from cl_lint.syntax.show import show
from cl_lint.syntax.summary import Const

LITERALS = [
    ("'a' \"b\"", "ab"),
    ("b'a' b'\\xff\\0'", b"a\xff\x00"),
    (r"'\n\x41\u00e9\N{BULLET}\101\q'", "\nA\u00e9\u2022A\\q"),
    (r"r'\n' '\n'", "\\n\n"),
    (r"rb'\n'", b"\\n"),
    ("'''a\\\nb'''", "ab"),
    ("'\\ud800'", "\ud800"),
    ("''", ""),
    ('""""quoted" """', '"quoted" '),
    ("u'x'", "x"),
    ("1_000", 1000),
    ("0xFF", 255),
    ("0b11", 3),
    ("0o17", 15),
    ("1e400", math.inf),
    ("1_0.5e-1", 1.05),
    ("True", True),
    ("None", None),
    ("(((3)))", 3),
    ("f'plain {{}}'", "plain {}"),
    ("f'a' 'b'", "ab"),
]


@pytest.mark.parametrize(("source", "expected"), LITERALS)
def test_a_literal_becomes_its_value(source: str, expected: object) -> None:
    summary = lowered(f"x = {source}")
    (value,) = summary.globals["x"]
    described = summary.values[value]
    assert isinstance(described, Const)
    assert repr(described.value) == repr(expected)


SHAPES = [
    ("...", "Opaque()"),
    ("1j", "Opaque()"),
    ("9" * 5000, "Opaque()"),
    ("a.b(c, k=1, *d, **e).f", "Attr(Call(Attr(a, b), c, k=1, *d, **e), f)"),
    ("await_(x)[1]", "Item(Call(await_, x), 1)"),
    ("a[1:2, ::3]", "Item(a, Sequence(tuple, Slice(1, 2, None), Slice(None, None, 3)))"),
    ("a[1,]", "Item(a, Sequence(tuple, 1))"),
    ("a[*b]", "Item(a, Sequence(tuple, *b))"),
    ("a - b - c", "Binary(-, Binary(-, a, b), c)"),
    ("a @ b << c", "Binary(<<, Binary(@, a, b), c)"),
    ("a and (b and c) and d or e", "BoolOp(or, BoolOp(and, a, b, c, d), e)"),
    ("not -~+a", "Unary(not, Unary(-, Unary(~, Unary(+, a))))"),
    ("a < b is not c not in d != e", "Compare(a, <, is not, not in, !=, b, c, d, e)"),
    ("a if b else c if d else e", "Conditional(b, a, Conditional(d, c, e))"),
    ("[a, *b]", "Sequence(list, a, *b)"),
    ("{a, b}", "Sequence(set, a, b)"),
    ("()", "Sequence(tuple)"),
    ("{a: b, **c}", "Mapping(a, b, None, c)"),
    ("[x + y for x in a if x for y in x]", "Comprehension(list, None, "
     "Binary(+, Element(a), Element(Element(a))), a, Element(a), Element(a))"),
    ("{k: v for k, v in d}", "Comprehension(dict, Unpacked(Element(d), 0), Unpacked(Element(d), 1), d)"),
    ("sum(x async for x in a)", "Call(sum, Comprehension(generator, None, Element(a), a))"),
    ("f'a{b!r:>{c}}{{d'", "Template('a', Formatted(b, r, Template('>', Formatted(c, None))), '{d')"),
    ("f'{b = }'", "Template('b = ', Formatted(b, r, None))"),
    ("f'{b=:3}'", "Template('b=', Formatted(b, '3'))"),
    ("'a' f'b{c}' 'd' 'e'", "Template('ab', Formatted(c, None), 'de')"),
    (r"rf'\n{c}\n'", r"Template('\\n', Formatted(c, None), '\\n')"),
    ("t'a{b}'", "Template('a', Formatted(b, None))"),
    ("(y := a) + y", "Binary(+, a, a)"),
    ("lambda: 0", "<<lambda>>"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), SHAPES)
def test_the_shape_of_an_expression(source: str, expected: str) -> None:
    assert value_of(source) == expected


def test_await_and_yield() -> None:
    source = """
        async def f(x):
            y = await x.get()
            z = yield y.a
            yield
            return
        def g(x):
            return (yield from x)
    """
    summary = lowered(source)
    f, g = function(summary, "f"), function(summary, "g")
    assert [show(summary, value) for value in f.bindings["y"]] == ["Call(Attr(Param(1 x), get))"]
    assert [show(summary, value) for value in f.bindings["z"]] == [
        "Received(Attr(Call(Attr(Param(1 x), get)), a))"
    ]
    assert [show(summary, value) for value in g.yields] == ["Element(Param(2 x))"]
    assert [show(summary, value) for value in g.returns] == ["Received(Param(2 x))"]


def test_calls_come_in_the_order_of_evaluation() -> None:
    source = "a(b(), c=d())(e()) if f() else [g(x()) for x in h() if i()]\nj()\n"
    summary = lowered(source)
    first, second = summary.functions[0].body
    names = [text_of(summary, source, call) for call in first.calls]
    assert names == [
        "f()", "b()", "d()", "a(b(), c=d())", "e()", "a(b(), c=d())(e())",
        "h()", "i()", "x()", "g(x())",
    ]  # fmt: skip
    assert summary.functions[0].calls == first.calls + second.calls


def test_spans_are_those_of_the_source() -> None:
    source = '# \u00e9\U0001f600\nlog.info(\n    f"\u00e9 {x}", (a + b)\n)\n'
    summary = lowered(source)
    (call,) = summary.functions[0].calls
    assert text_of(summary, source, call) == source[5:-1]
    described = {text_of(summary, source, i) for i in range(len(summary.values))}
    assert {"log", "log.info", "a + b", "\u00e9 ", "{x}"} <= described
