"""Functions, classes and imports of a summary."""

from __future__ import annotations

from lowered_sources import function, lowered

from cl_lint.syntax.show import show
from cl_lint.syntax.summary import Bind, Caught, Imported, StoreAttr


def test_parameters() -> None:
    summary = lowered("def f(a, /, b: 'T' = 1, *c, d=2, **e) -> int: ...")
    f = function(summary, "f")
    assert [(p.name, p.kind) for p in f.params] == [
        ("a", "positional"), ("b", "normal"), ("c", "args"), ("d", "keyword"), ("e", "kwargs"),
    ]  # fmt: skip
    assert [p.default is not None and show(summary, p.default) for p in f.params] == [
        False, "1", False, "2", False,
    ]  # fmt: skip
    assert f.params[1].annotation is not None
    assert show(summary, f.params[1].annotation) == "'T'"
    assert f.annotation is not None
    assert show(summary, f.annotation) == "int"


def test_decorators_are_applied_from_the_inside_out() -> None:
    source = "@a\n@b(1)\nasync def f(): pass\n"
    summary = lowered(source)
    f = function(summary, "f")
    assert f.is_async
    assert [show(summary, value) for value in f.decorators] == ["a", "Call(b, 1)"]
    (bind,) = summary.functions[0].body
    assert isinstance(bind, Bind)
    assert [show(summary, call) for call in bind.calls] == [
        "Call(b, 1)", "Call(Call(b, 1), <f>)", "Call(a, Call(Call(b, 1), <f>))",
    ]  # fmt: skip
    assert bind.names == (("f", bind.calls[-1]),)
    assert source[slice(*f.span)] == "f"
    assert source[slice(*f.body_span)].startswith("@a")


def test_classes() -> None:
    summary = lowered(
        """
        class A(B, C[int], metaclass=M):
            limit: int = 1
            name: str
            @property
            def m(self): return limit
            double = limit * 2
            class Inner: pass
        """
    )
    outer, inner = summary.classes
    assert [show(summary, value) for value in outer.bases] == ["B", "Item(C, int)"]
    assert [(name, show(summary, value)) for name, value in outer.keywords] == [("metaclass", "M")]
    assert list(outer.annotations) == ["limit", "name"]
    assert {name: show(summary, value) for name, value in outer.attributes.items()} == {
        "limit": "1",
        "name": "Declared(str)",
        "m": "Call(property, <A.m>)",
        "double": "Binary(*, 1, 2)",
        "Inner": "ClassValue(1)",
    }
    assert inner.qualname == "A.Inner"
    assert function(summary, "m").cls == 0
    assert function(summary, "m").parent == 0


def test_qualified_names() -> None:
    summary = lowered("def f():\n class C:\n  def m(self):\n   return lambda: 0\n")
    assert [found.qualname for found in summary.functions] == [
        "<module>", "f", "f.<locals>.C.m", "f.<locals>.C.m.<locals>.<lambda>",
    ]  # fmt: skip


def test_stores() -> None:
    summary = lowered(
        """
        class A:
            def __init__(self, x):
                self.a = self.b = x
                self.c: T = x()
                self.d, e = x
                self.n += 1
                for self.i in x: pass
        """
    )
    assert [(store.name, show(summary, store.value)) for store in summary.stores] == [
        ("a", "Param(1 x)"),
        ("b", "Param(1 x)"),
        ("c", "Call(Param(1 x))"),
        ("d", "Unpacked(Param(1 x), 0)"),
        ("n", "Binary(+, Attr(Param(1 self), n), 1)"),
        ("i", "Element(Param(1 x))"),
    ]
    annotated = summary.stores[2]
    assert annotated.annotation is not None
    assert show(summary, annotated.annotation) == "T"
    body = function(summary, "__init__").body
    assert [type(statement).__name__ for statement in body] == [
        "StoreAttr", "StoreAttr", "StoreAttr", "Bind", "StoreAttr", "StoreAttr", "For",
    ]  # fmt: skip
    third = body[2]
    assert isinstance(third, StoreAttr)
    assert [show(summary, call) for call in third.calls] == ["Call(Param(1 x))"]


def test_imports_are_listed_wherever_they_stand() -> None:
    summary = lowered("import a.b, c\ndef f():\n from .d import e\n from .g import *\n")
    assert summary.imports == (
        Imported("a.b", None, 0), Imported("c", None, 0), Imported("d", "e", 1), Imported("g", None, 1),
    )  # fmt: skip
    assert summary.star_imports == (Imported("g", None, 1),)


def test_handlers_are_numbered_through_the_file() -> None:
    summary = lowered(
        """
        try: a()
        except (E, F) as e: log(e)
        except: pass
        def f():
            try: b()
            except G as e: raise H from e
        """
    )
    assert [(kind and show(summary, kind), owner) for kind, owner in summary.handlers] == [
        ("Sequence(tuple, E, F)", 0), (None, 0), ("G", 1),
    ]  # fmt: skip
    caught = [value for value in summary.values if isinstance(value, Caught)]
    assert caught == [Caught(0), Caught(2)]


def test_suppression_comments_are_real_comments() -> None:
    source = 's = "# cl-lint: no"\r\nx = 1  # cl-lint: allow\r# cl-lint: file\n'
    summary = lowered(source)
    assert [text for _, text in summary.suppression_comments] == ["# cl-lint: allow", "# cl-lint: file"]
    assert all(source.startswith(text, offset) for offset, text in summary.suppression_comments)
    assert summary.line_starts == (0, 21, 45, 61)
