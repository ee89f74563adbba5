"""Summaries survive the way to bytes and back."""

from __future__ import annotations

import json
import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lowered_sources import lowered

from cl_lint.syntax import summary as s
from cl_lint.syntax.serialise import dump, load

SAMPLE = """
import os, a.b as c
from .m import *
type Alias[T] = list[T]
@deco(1)
class A(B, metaclass=M):
    x: int = 1
    y: str
    def m(self, a, /, b=b"\\xff", *args, k=1e999, **kw) -> "T":
        global g
        g = self.z = [*a, {"k": 1, **kw}, {1, -2}]
        a["k"] += 1  # cl-lint: allow
        a.update(b=2); kw.pop(); del a.x
        with open(a) as (f, *r), b: yield from f
        async def inner(n=0):
            nonlocal b
            for i, (j, k) in [(x, y) for x in a if x for y in {z: z for z in x}]:
                if (w := i) and j or not k: continue
                elif i < j <= k is None: break
                else: assert i, "no"
            else: return await f(f"{i!r:>{w}}{j=}", *a, **kw)[1:2, ...]
            while True:
                x: T = f.y
                x.append((yield))
        try: pass
        except (E, F) as e: raise G from e
        except: raise
        else: a = lambda q: q if q else 10 ** 100
        finally: a = 123456789012345678901234567890
        match a:
            case 1 | None: pass
            case C(x=[p, *_]) if p: pass
            case _: t"{a}"
"""


def identical(left: object, right: object) -> bool:
    """Equal, with equal types all the way down."""
    if isinstance(left, float) and isinstance(right, float):
        return left.hex() == right.hex()
    if isinstance(left, tuple) and isinstance(right, tuple):
        same = type(left) is type(right) and len(left) == len(right)
        return same and all(map(identical, left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        return identical(tuple(left.items()), tuple(right.items()))
    return type(left) is type(right) and left == right


def with_values(*values: s.Value) -> s.Summary:
    count = len(values)
    return lowered("")._replace(values=values, spans=((0, 0),) * count, owners=(0,) * count)


def test_a_broad_sample_survives() -> None:
    summary = lowered(SAMPLE)
    kinds = {type(value) for value in summary.values}
    assert len(kinds) > 25
    assert identical(load(dump(summary)), summary)


ids = st.integers(0, 1 << 70)
texts = st.text(st.characters(codec=None), max_size=6)
args = st.builds(s.Arg, ids, st.none() | texts, st.integers(0, 2))
values = st.one_of(
    st.builds(s.Const, st.none() | st.booleans() | st.integers() | st.floats() | st.binary() | texts),
    st.builds(s.Call, ids, st.lists(args).map(tuple)),
    st.builds(s.Imported, texts, st.none() | texts, ids),
    st.builds(s.Slice, st.none() | ids, st.none() | ids, st.none() | ids),
    st.builds(s.Mapping, st.lists(st.tuples(st.none() | ids, ids)).map(tuple)),
    st.builds(s.Unpacked, ids, st.integers(), st.booleans()),
    st.builds(s.Compare, ids, st.lists(texts).map(tuple), st.lists(ids).map(tuple)),
    st.builds(s.Opaque),
)


@given(st.lists(values, max_size=8))
def test_any_value_survives(generated: list[s.Value]) -> None:
    summary = with_values(*generated)
    assert identical(load(dump(summary)), summary)


@pytest.mark.parametrize(
    "value",
    [True, 1, 1.0, -0.0, math.inf, -math.inf, math.nan, 10**5000, "\ud800", b"\xff", "", b"", None],
    ids=lambda value: type(value).__name__,
)
def test_constants_keep_their_type(value: str | bytes | int | float | None) -> None:
    (found,) = load(dump(with_values(s.Const(value)))).values
    assert identical(found, s.Const(value))


GOOD = json.loads(dump(lowered("x = f(1)")))


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"null", b"[]", b"[1,5]", b"[1,[0]]", b"[1,[999]]", b"[1,[]]", b'[1,{"d":3}]',
     b'[1,{"q":1}]',
     b'[1,{"b":"!"}]', b'[1,{"i":1}]', b'[1,{"d":[[[0],1],[{"d":[]},1]]}]', json.dumps([2, GOOD[1]]).encode(),
     json.dumps([1, GOOD[1][:-1]]).encode(), json.dumps([1, [*GOOD[1][:1], 5, *GOOD[1][2:]]]).encode(),
     dump(lowered("x = f(1)"))[:-9], b"[" * 200_000],
)  # fmt: skip
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  (the kind of error is the promise)
        load(data)


@given(st.data())
def test_a_damaged_document_is_refused_or_has_the_right_types(data: st.DataObject) -> None:
    document = bytearray(dump(lowered("x = f(1)")))
    place = data.draw(st.integers(0, len(document) - 1))
    document[place] = data.draw(st.sampled_from(b'0123456789[]{},:"xn'))
    with suppress(ValueError):
        assert isinstance(load(bytes(document)), s.Summary)
