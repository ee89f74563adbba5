"""Lowering of expressions: names, attribute and call chains, operators, subscripts.

Left spines (`a + b + c`, `a.b().c()`) are walked by loops, so that long chains need no deep stack.
"""

from __future__ import annotations

from typing import Any, Union

import libcst as cst

from .dispatch import EXPRESSIONS
from .literals import string_value
from .state import Lowering
from .summary import (
    Arg,
    Attr,
    Binary,
    BoolOp,
    Call,
    Compare,
    Conditional,
    Const,
    Element,
    Item,
    Opaque,
    Received,
    Sequence,
    Slice,
    Unary,
    ValueId,
)

_STARS = {"": 0, "*": 1, "**": 2}


def lower_name(low: Lowering, node: cst.Name) -> ValueId:
    name = node.value
    value = low.env.get(name)
    return value if value is not None else low.read(name, node)


def lower_postfix(low: Lowering, node: Any) -> ValueId:
    """A chain of attributes, calls, subscripts and awaits."""
    spine = []
    kind = type(node)
    while True:
        if kind is cst.Attribute or kind is cst.Subscript:
            spine.append(node)
            node = node.value
        elif kind is cst.Call:
            spine.append(node)
            node = node.func
        elif kind is cst.Await:
            if type(node.expression) is not cst.Call:
                spine.append(node)
            node = node.expression
        else:
            break
        kind = type(node)
    value = EXPRESSIONS[kind](low, node)
    while spine:
        node = spine.pop()
        kind = type(node)
        if kind is cst.Attribute:
            value = low.add(Attr(value, node.attr.value), node)
        elif kind is cst.Call:
            args = lower_args(low, node.args) if node.args else ()
            value = low.add(Call(value, args), node)
            low.calls.append(value)
        elif kind is cst.Await:
            value = _awaited(low, value, node)
        else:
            value = low.add(Item(value, lower_key(low, node)), node)
    return value


def lower_args(low: Lowering, args: Any) -> tuple[Arg, ...]:
    lowered = []
    for arg in args:
        node = arg.value
        value = EXPRESSIONS[type(node)](low, node)
        keyword = arg.keyword
        if keyword is not None:
            lowered.append(Arg(value, keyword.value))
        else:
            lowered.append(Arg(value, None, _STARS[arg.star]))
    return tuple(lowered)


# ----------------------------------------------------------------------------------- subscripts


def lower_key(low: Lowering, node: cst.Subscript) -> ValueId:
    """The key between the brackets; several, or one followed by a comma, make a tuple."""
    elements = node.slice
    first = elements[0]
    if (
        len(elements) == 1
        and not isinstance(first.comma, cst.Comma)
        and not getattr(first.slice, "star", None)
    ):
        return _lower_index(low, first.slice)
    items = tuple(
        Arg(_lower_index(low, element.slice), None, 1 if getattr(element.slice, "star", None) else 0)
        for element in elements
    )
    return low.put(Sequence("tuple", items), low.extent(_index_node(first), _index_node(elements[-1])))


def _index_node(element: cst.SubscriptElement) -> Any:
    return element.slice.value if isinstance(element.slice, cst.Index) else element.slice


def _lower_index(low: Lowering, index: Any) -> ValueId:
    if type(index) is cst.Index:
        return EXPRESSIONS[type(index.value)](low, index.value)
    bounds = [
        None if bound is None else EXPRESSIONS[type(bound)](low, bound)
        for bound in (index.lower, index.upper, index.step)
    ]
    return low.add(Slice(*bounds), index)


# ------------------------------------------------------------------------------------ operators

BINARY_OPERATORS: dict[type, str] = {
    cst.Add: "+", cst.Subtract: "-", cst.Multiply: "*", cst.Divide: "/", cst.FloorDivide: "//",
    cst.Modulo: "%", cst.Power: "**", cst.MatrixMultiply: "@", cst.LeftShift: "<<",
    cst.RightShift: ">>", cst.BitAnd: "&", cst.BitOr: "|", cst.BitXor: "^",
}  # fmt: skip
_UNARY_OPERATORS: dict[type, str] = {cst.Not: "not", cst.Minus: "-", cst.Plus: "+", cst.BitInvert: "~"}
_COMPARISONS: dict[type, str] = {
    cst.Equal: "==", cst.NotEqual: "!=", cst.LessThan: "<", cst.LessThanEqual: "<=",
    cst.GreaterThan: ">", cst.GreaterThanEqual: ">=", cst.In: "in", cst.NotIn: "not in",
    cst.Is: "is", cst.IsNot: "is not",
}  # fmt: skip


def lower_binary(low: Lowering, node: Any) -> ValueId:
    spine = []
    while type(node) is cst.BinaryOperation:
        spine.append(node)
        node = node.left
    value = EXPRESSIONS[type(node)](low, node)
    while spine:
        node = spine.pop()
        right = EXPRESSIONS[type(node.right)](low, node.right)
        value = low.add(Binary(BINARY_OPERATORS[type(node.operator)], value, right), node)
    return value


def lower_boolean(low: Lowering, node: cst.BooleanOperation) -> ValueId:
    operator = type(node.operator)
    operands = []
    pending: list[Any] = [node]
    while pending:
        part = pending.pop()
        if type(part) is cst.BooleanOperation and type(part.operator) is operator:
            pending.append(part.right)
            pending.append(part.left)
        else:
            operands.append(EXPRESSIONS[type(part)](low, part))
    return low.add(BoolOp("and" if operator is cst.And else "or", tuple(operands)), node)


def lower_unary(low: Lowering, node: cst.UnaryOperation) -> ValueId:
    operand = EXPRESSIONS[type(node.expression)](low, node.expression)
    return low.add(Unary(_UNARY_OPERATORS[type(node.operator)], operand), node)


def lower_comparison(low: Lowering, node: cst.Comparison) -> ValueId:
    left = EXPRESSIONS[type(node.left)](low, node.left)
    ops = []
    operands = []
    for target in node.comparisons:
        ops.append(_COMPARISONS[type(target.operator)])
        operands.append(EXPRESSIONS[type(target.comparator)](low, target.comparator))
    return low.add(Compare(left, tuple(ops), tuple(operands)), node)


def lower_conditional(low: Lowering, node: cst.IfExp) -> ValueId:
    # A chain `a if x else b if y else c` nests to the right.
    chain = []
    current: Any = node
    while type(current) is cst.IfExp:
        test = EXPRESSIONS[type(current.test)](low, current.test)
        chain.append((current, test, EXPRESSIONS[type(current.body)](low, current.body)))
        current = current.orelse
    value = EXPRESSIONS[type(current)](low, current)
    for current, test, then in reversed(chain):
        value = low.add(Conditional(test, then, value), current)
    return value


def lower_await(low: Lowering, node: cst.Await) -> ValueId:
    value = EXPRESSIONS[type(node.expression)](low, node.expression)
    return value if type(node.expression) is cst.Call else _awaited(low, value, node)


def _awaited(low: Lowering, value: ValueId, node: cst.Await) -> ValueId:
    """`await task`, as a call: what the task raises comes up here, not where it was made."""
    value = low.add(Call(low.add(Attr(value, "__await__"), node), ()), node)
    low.calls.append(value)
    return value


def lower_walrus(low: Lowering, node: cst.NamedExpr) -> ValueId:
    value = EXPRESSIONS[type(node.value)](low, node.value)
    if isinstance(node.target, cst.Name):
        low.bind(node.target.value, value)
    return value


def lower_yield(low: Lowering, node: cst.Yield) -> ValueId:
    given: Any = node.value
    if given is None:
        return low.add(Received(None), node)
    if type(given) is cst.From:
        value = EXPRESSIONS[type(given.item)](low, given.item)
        low.scope.yields.append(low.add(Element(value), given.item))
    else:
        value = EXPRESSIONS[type(given)](low, given)
        low.scope.yields.append(value)
    return low.add(Received(value), node)


# ------------------------------------------------------------------------------------- literals


def lower_string(low: Lowering, node: cst.SimpleString) -> ValueId:
    return low.add(Const(string_value(node.value)), node)


def lower_integer(low: Lowering, node: cst.Integer) -> ValueId:
    try:
        return low.add(Const(int(node.value, 0)), node)
    except ValueError:  # longer than the interpreter converts
        return low.add(Opaque(), node)


def lower_float(low: Lowering, node: cst.Float) -> ValueId:
    value: Union[Const, Opaque]
    try:
        value = Const(float(node.value))
    except ValueError:
        value = Opaque()
    return low.add(value, node)


EXPRESSIONS.update(
    {
        cst.Name: lower_name,
        cst.Attribute: lower_postfix,
        cst.Call: lower_postfix,
        cst.Subscript: lower_postfix,
        cst.Await: lower_await,
        cst.BinaryOperation: lower_binary,
        cst.BooleanOperation: lower_boolean,
        cst.UnaryOperation: lower_unary,
        cst.Comparison: lower_comparison,
        cst.IfExp: lower_conditional,
        cst.NamedExpr: lower_walrus,
        cst.Yield: lower_yield,
        cst.SimpleString: lower_string,
        cst.Integer: lower_integer,
        cst.Float: lower_float,
    }
)
