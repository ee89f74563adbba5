"""What a name stands for where it is read."""

from __future__ import annotations

import re

import pytest
from lowered_sources import function, lowered, returned

from cl_lint.syntax.show import show

JOINS = [
    ("def f(c):\n x = 1\n if c: x = 2\n return x", "Phi(1, 2)"),
    ("def f(c):\n if c: x = 1\n elif c.d: x = 2\n else: x = 3\n return x", "Phi(1, 2, 3)"),
    ("def f(c):\n x = 1\n if c:\n  x = 2\n  raise c\n return x", "1"),
    ("def f(c):\n x = 1\n if c: pass\n return x", "1"),
    ("def f(c):\n if c: x = 1\n return x", "1"),
    ("def f(c):\n x = 1\n if c:\n  return 0\n else: x = 3\n return x", "3"),
    ("def f(c):\n x = 0\n while c: x = x + 1\n return x", "Phi(0, Binary(+, #phi, 1))"),
    ("def f(c):\n x = 0\n for i in c: x = i\n return x", "Phi(0, Element(Param(1 c)))"),
    ("def f(c):\n x = 0\n for i in c:\n  if i: continue\n  x = i\n  break\n return x",
     "Phi(0, Element(Param(1 c)))"),
    ("def f(c):\n for i in c:\n  x = i()\n  if x: break\n else: x = 0\n return x",
     "Phi(Call(Element(Param(1 c))), 0)"),
    ("def f(c):\n while True:\n  x = c()\n  if x: break\n return x", "Call(Param(1 c))"),
    ("def f(c):\n while (x := c()): pass\n return x", "Call(Param(1 c))"),
    ("def f(c):\n x = 0\n try:\n  x = 1\n  x = 2\n except E: y = x\n else: raise c\n return y",
     "Phi(0, 1, 2)"),
    ("def f(c):\n x = 0\n try: x = c()\n except E: x = 3\n else: x = 4\n return x", "Phi(3, 4)"),
    ("def f(c):\n x = 0\n try: x = 1\n except E: raise\n return x", "1"),
    ("def f(c):\n x = 0\n try: x = 1\n finally: y = x\n return y", "Phi(0, 1)"),
    ("def f(c):\n x = 0\n try: x = 1\n finally: c()\n return x", "1"),
    ("def f(c):\n for i in c:\n  x = 0\n  try: break\n  finally: x = 1\n else: x = 2\n return x",
     "Phi(1, 2)"),
    ("def f(c):\n try: c()\n except* E as e: return e", "Caught(0)"),
    ("def f(c):\n with c() as (x, [y, *z]): pass\n return z",
     "Unpacked(Unpacked(Entered(Call(Param(1 c))), 1), 1, starred)"),
    ("def f(c):\n with suppress(E):\n  return 1\n return c", "Param(1 c)"),
    ("def f(c):\n match c:\n  case 1: x = 1\n  case _: x = 2\n return x", "Phi(1, 2)"),
    ("def f(c):\n x = 0\n match c:\n  case {'a': [y, *_]} | {'b': y}: x = y\n return x",
     "Phi(0, Matched(Param(1 c)))"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), JOINS)
def test_where_paths_join(source: str, expected: str) -> None:
    assert_matches(returned(source)[-1], expected)


def assert_matches(found: str, expected: str) -> None:
    """Equal, apart from the number that stands for a loop's Phi inside itself."""
    assert re.sub(r"#\d+", "#phi", found) == expected


READS = [
    ("def f():\n return x", "x"),
    ("def f(x):\n return x", "Param(1 x)"),
    ("def f():\n y = x\n x = 1\n return y", "Opaque()"),
    ("def f():\n x = 1\n del x\n return x", "Opaque()"),
    ("def f():\n global x\n x = 1\n return x", "x"),
    ("x = 1\ndef f():\n return x", "x"),
    ("def f():\n x = y = 1\n return y", "1"),
    ("def f(a):\n x, (y, *z) = a\n return y", "Unpacked(Unpacked(Param(1 a), 1), 0)"),
    ("def f(a):\n x, *y, z = a\n return z", "Unpacked(Param(1 a), -1)"),
    ("def f(a, b):\n a, b = b, a\n return a", "Param(1 b)"),
    ("def f(a):\n x, *y, z = 1, 2, 3, 4\n return z", "4"),
    ("def f(a):\n x: int = a.b\n x += 1\n return x", "Binary(+, Typed(Attr(Param(1 a), b), int), 1)"),
    ("def f(a):\n x: 'T'\n return x", "Declared('T')"),
    ("def f(a):\n x = {}\n x['k'] = a\n return x", "Updated(Mapping(), 'k', Param(1 a))"),
    ("def f(a):\n x = {}\n x.update(a, k=1)\n return x",
     "Merged(Merged(Mapping(), Param(1 a)), Mapping('k', 1))"),
    ("def f(a):\n x = []\n x.append(a)\n x.insert(0, 1)\n return x",
     "Appended(Appended(Sequence(list), Param(1 a)), 1)"),
    ("def f(a):\n a.setdefault('k', 1)\n a.extend([2])\n return a",
     "Merged(Updated(Param(1 a), 'k', 1), Sequence(list, 2))"),
    ("def f(a):\n a |= {}\n return a", "Binary(|, Param(1 a), Mapping())"),
    ("def f(a):\n x = [a for a in a]\n return a", "Param(1 a)"),
    ("def f(a):\n [y := b for b in a]\n return y", "Element(Param(1 a))"),
    ("def f():\n import a.b, c.d as e\n return e", "Imported(c.d, None, 0)"),
    ("def f():\n import a.b\n return a", "Imported(a, None, 0)"),
    ("def f():\n from ..m import n as o\n return o", "Imported(m, n, 2)"),
    ("def f(c):\n x = []\n for i in c: x.append(i)\n return x",
     "Phi(Sequence(list), Appended(#phi, Element(Param(1 c))))"),
    ("def f():\n type X = list[int]\n return X", "Item(list, int)"),
    ("def f():\n try: pass\n except E as e: pass\n return e", "Opaque()"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), READS)
def test_what_a_read_name_stands_for(source: str, expected: str) -> None:
    (found,) = returned(source)
    assert_matches(found, expected)


NESTED = [
    ("def f(a):\n def g():\n  return a\n", "FreeName(1, a)"),
    ("def f(a):\n def g():\n  return late\n late = 1", "FreeName(1, late)"),
    ("def f(a):\n class C:\n  a = 1\n  def g(self):\n   return a\n", "FreeName(1, a)"),
    ("class C:\n a = 1\n def g(self):\n  return a\n", "a"),
    ("def f(a):\n def g():\n  nonlocal a\n  a = 2\n  return a\n", "FreeName(1, a)"),
    ("def f[T](a):\n def g():\n  return T\n", "FreeName(0, T)"),
    ("def f():\n global a\n a = 1\n def g():\n  return a\n", "a"),
]


@pytest.mark.parametrize(("source", "expected"), NESTED)
def test_what_a_nested_function_reads(source: str, expected: str) -> None:
    assert returned(source, "g") == [expected]


def test_a_variable_that_a_nested_function_rebinds_is_not_tracked() -> None:
    source = "def f():\n n = 0\n def g():\n  nonlocal n\n  n = 1\n g()\n return n\n"
    summary = lowered(source)
    f = function(summary, "f")
    assert [show(summary, value) for value in f.bindings["n"]] == ["0", "1"]
    assert returned(source) == ["FreeName(1, n)"]


def test_a_lambda_sees_the_targets_of_the_comprehension_around_it() -> None:
    source = "def f(a):\n return [lambda k=0: (x, k) for x in a]\n"
    assert returned(source, "<lambda>") == ["Sequence(tuple, FreeName(1, x), Param(2 k))"]
    summary = lowered(source)
    assert [show(summary, value) for value in function(summary, "f").bindings["x"]] == ["Element(Param(1 a))"]


def test_module_names() -> None:
    summary = lowered(
        """
        try: import json
        except ImportError: json = None
        early = late
        late = 1
        copy = late
        gone = 1
        del gone
        def f():
            global late
            late = 2
        """
    )
    shown = {name: [show(summary, v) for v in values] for name, values in summary.globals.items()}
    assert shown == {
        "json": ["Imported(json, None, 0)", "None"],
        "early": ["late"],
        "late": ["1", "2"],
        "copy": ["1"],
        "f": ["<f>"],
    }


def test_a_loop_in_a_loop() -> None:
    (found,) = returned("def f(c):\n x = 0\n for i in c:\n  for j in i: x = j\n return x")
    assert_matches(found, "Phi(0, Phi(#phi, Element(Element(Param(1 c)))))")
