"""The formulas of model rows: arithmetic over a call's arguments and the number of the retry."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import lru_cache
from typing import Optional

from . import intervals
from .things import Given, Made, Num, Span, Sym, Thing, number

Names = dict[str, Thing]
OPERATORS: dict[type, str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
    ast.FloorDiv: "//",
}


def parameters(arguments: tuple[str, ...], made: Made) -> Names:
    """The arguments of a call by name, defaults filled in."""
    names: Names = {}
    for position, text in enumerate(arguments):
        name, _, default = text.partition("=")
        given = made.given(position, name)
        names[name] = given.thing if given is not None else _literal(default)
    return names


def given_for(arguments: tuple[str, ...], made: Made, name: str) -> Optional[Given]:
    """The argument that a call passes for a parameter, None where it leaves the default."""
    for position, text in enumerate(arguments):
        if text.partition("=")[0] == name:
            return made.given(position, name)
    return made.kwargs.get(name)


def _literal(text: str) -> Thing:
    return ast.literal_eval(text) if text else None


@lru_cache(maxsize=512)
def _parsed(formula: str) -> ast.expr:
    return ast.parse(formula, mode="eval").body


def evaluate(formula: str, names: Names) -> Optional[Num]:
    """The value of a formula; None where an argument that it needs is None."""
    return _evaluate(_parsed(formula), names)


def _evaluate(node: ast.expr, names: Names) -> Optional[Num]:
    if isinstance(node, ast.Constant):
        return number(node.value)
    if isinstance(node, ast.Name):
        thing = names.get(node.id)
        return None if thing is None else number(thing if not isinstance(thing, (str, Made)) else Sym(("?",)))
    if isinstance(node, ast.BinOp):
        left, right = _evaluate(node.left, names), _evaluate(node.right, names)
        if left is None or right is None:
            return None
        return intervals.compute(OPERATORS[type(node.op)], left, right)
    if isinstance(node, ast.UnaryOp):
        inner = _evaluate(node.operand, names)
        return None if inner is None else intervals.compute("-", Num(0, 0), inner)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return _FUNCTIONS[node.func.id]([_evaluate(a, names) for a in node.args])
    raise ValueError(f"not a formula: {ast.dump(node)}")


def _choose(name: str) -> Callable[[list[Optional[Num]]], Optional[Num]]:
    def work(found: list[Optional[Num]]) -> Optional[Num]:
        present: list[Num] = [f for f in found if f is not None]
        return number(intervals.extreme(name, list(present))) if present else None

    return work


def _whole(found: list[Optional[Num]]) -> Optional[Num]:
    first = found[0]
    return None if first is None or not first.known else Num(float(int(first.low)), float(int(first.high)))


_FUNCTIONS: dict[str, Callable[[list[Optional[Num]]], Optional[Num]]] = {
    "least": _choose("min"),
    "greatest": _choose("max"),
    "whole": _whole,
}


def seconds(thing: Thing) -> Optional[Num]:
    """A number of seconds, or a duration."""
    return thing.seconds if isinstance(thing, Span) else number(thing)
