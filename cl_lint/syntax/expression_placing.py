"""Places expressions on tokens; see `placing` for the protocol."""

from __future__ import annotations

from typing import Union

import libcst as cst

from cl_lint.syntax.placing import PLACERS, MisplacedError, Spans, extend, place_empty
from cl_lint.syntax.tokens import Tokens

Comma, Element, Name = cst.Comma, cst.Element, cst.Name


def _leaf(
    node: Union[cst.Name, cst.Integer, cst.Float, cst.Imaginary, cst.Ellipsis],
    i: int,
    tokens: Tokens,
    out: Spans,
) -> int:
    if node.lpar:
        i += len(node.lpar)
        out[id(node)] = tokens[i]
        return i + 1 + len(node.rpar)
    out[id(node)] = tokens[i]
    return i + 1


def _simple_string(node: cst.SimpleString, i: int, tokens: Tokens, out: Spans) -> int:
    i += len(node.lpar)
    out[id(node)] = start, end = tokens[i]
    if end - start != len(node.value):
        raise MisplacedError
    return i + 1 + len(node.rpar)


def _attribute(node: cst.Attribute, i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    value = node.value
    if type(value) is Name and not value.lpar:
        out[id(value)] = tokens[first]
        i = first + 2
    else:
        i = PLACERS[type(value)](value, first, tokens, out) + 1
    out[id(node.attr)] = last = tokens[i]
    out[id(node)] = (tokens[first][0], last[1])
    return i + 1 + len(node.rpar)


def _call(node: cst.Call, i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    func = node.func
    i = PLACERS[type(func)](func, first, tokens, out) + 1
    for arg in node.args:
        i = place_arg(arg, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i][1])
    return i + 1 + len(node.rpar)


def place_arg(node: cst.Arg, i: int, tokens: Tokens, out: Spans) -> int:
    """Places an argument; the comma after it is stepped over."""
    first = i
    if node.star:
        i += 1
    if node.keyword is not None:
        out[id(node.keyword)] = tokens[i]
        i += 2
    value = node.value
    i = PLACERS[type(value)](value, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i + 1 if type(node.comma) is Comma else i


_SPINES = (cst.BinaryOperation, cst.BooleanOperation)


def _operation(
    node: Union[cst.BinaryOperation, cst.BooleanOperation], i: int, tokens: Tokens, out: Spans
) -> int:
    spine = []
    left: cst.BaseExpression = node
    while isinstance(left, _SPINES):
        i += len(left.lpar)
        spine.append((left, tokens[i][0]))
        left = left.left
    i = PLACERS[type(left)](left, i, tokens, out)
    while spine:
        node, start = spine.pop()
        right = node.right
        i = PLACERS[type(right)](right, i + 1, tokens, out)
        out[id(node)] = (start, tokens[i - 1][1])
        i += len(node.rpar)
    return i


def _comparison(node: cst.Comparison, i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    i = PLACERS[type(node.left)](node.left, first, tokens, out)
    for target in node.comparisons:
        i += 2 if type(target.operator) in (cst.NotIn, cst.IsNot) else 1
        i = PLACERS[type(target.comparator)](target.comparator, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i + len(node.rpar)


def _prefixed(node: Union[cst.UnaryOperation, cst.Await], i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    i = PLACERS[type(node.expression)](node.expression, first + 1, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i + len(node.rpar)


def _subscript(node: cst.Subscript, i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    i = PLACERS[type(node.value)](node.value, first, tokens, out) + 1
    for element in node.slice:
        inner = element.slice
        i = PLACERS[type(inner)](inner, i, tokens, out)
        out[id(element)] = out[id(inner)]
        if type(element.comma) is Comma:
            i += 1
    out[id(node)] = (tokens[first][0], tokens[i][1])
    return i + 1 + len(node.rpar)


def _index(node: cst.Index, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    if node.star is not None:
        i += 1
    i = PLACERS[type(node.value)](node.value, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


def _slice(node: cst.Slice, i: int, tokens: Tokens, out: Spans) -> int:
    start = tokens[i][0]
    if node.lower is not None:
        i = PLACERS[type(node.lower)](node.lower, i, tokens, out)
    elif not node.first_colon.whitespace_before.empty:
        start = tokens[i - 1][1]
    i += 1
    last = node.first_colon
    if node.upper is not None:
        i = PLACERS[type(node.upper)](node.upper, i, tokens, out)
    if isinstance(node.second_colon, cst.Colon):
        i += 1
        last = node.second_colon
    if node.step is not None:
        i = PLACERS[type(node.step)](node.step, i, tokens, out)
    elif last is not node.first_colon or node.upper is None:
        extend(tokens, i - 1, last.whitespace_after)
    out[id(node)] = (start, tokens[i - 1][1])
    return i


def _if_exp(node: cst.IfExp, i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    i = PLACERS[type(node.body)](node.body, first, tokens, out)
    i = PLACERS[type(node.test)](node.test, i + 1, tokens, out)
    i = PLACERS[type(node.orelse)](node.orelse, i + 1, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i + len(node.rpar)


def _named_expr(node: cst.NamedExpr, i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    i = PLACERS[type(node.target)](node.target, first, tokens, out)
    i = PLACERS[type(node.value)](node.value, i + 1, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i + len(node.rpar)


def _yield(node: cst.Yield, i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    i = first + 1
    if node.value is None:
        extend(tokens, first, node.whitespace_after_yield)
    else:
        i = PLACERS[type(node.value)](node.value, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i + len(node.rpar)


def _from(node: cst.From, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    i = PLACERS[type(node.item)](node.item, i + 1, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


def _lambda(node: cst.Lambda, i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    i = place_parameters(node.params, first + 1, tokens, out)
    i = PLACERS[type(node.body)](node.body, i + 1, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i + len(node.rpar)


def place_parameters(node: cst.Parameters, i: int, tokens: Tokens, out: Spans) -> int:
    """Places every parameter; the list as a whole gets no span."""
    for param in node.posonly_params:
        i = _param(param, i, tokens, out)
    if isinstance(node.posonly_ind, cst.ParamSlash):
        i += 2 if type(node.posonly_ind.comma) is Comma else 1
    for param in node.params:
        i = _param(param, i, tokens, out)
    if isinstance(node.star_arg, cst.Param):
        i = _param(node.star_arg, i, tokens, out)
    elif isinstance(node.star_arg, cst.ParamStar):
        i += 2
    for param in node.kwonly_params:
        i = _param(param, i, tokens, out)
    if node.star_kwarg is not None:
        i = _param(node.star_kwarg, i, tokens, out)
    return i


def _param(node: cst.Param, i: int, tokens: Tokens, out: Spans) -> int:
    start = tokens[i][0]
    if node.star in ("*", "**"):
        i += 1
    out[id(node.name)] = name = tokens[i]
    out[id(node)] = (start, name[1])
    i += 1
    if node.annotation is not None:
        i = place_annotation(node.annotation, i, tokens, out)
    if node.default is not None:
        i = PLACERS[type(node.default)](node.default, i + 1, tokens, out)
    return i + 1 if type(node.comma) is Comma else i


def place_annotation(node: cst.Annotation, i: int, tokens: Tokens, out: Spans) -> int:
    """Places an annotation; its indicator (`:` or `->`) is stepped over and no part of the span."""
    first = i + 1
    i = PLACERS[type(node.annotation)](node.annotation, first, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


def _tuple(node: cst.Tuple, i: int, tokens: Tokens, out: Spans) -> int:
    first = i = i + len(node.lpar)
    elements = node.elements
    if not elements:
        return place_empty(node, i, tokens, out)
    for element in elements:
        i = PLACERS[type(element)](element, i, tokens, out)
        comma = element.comma
        if type(comma) is Comma:
            i += 1
    if isinstance(comma, Comma):
        extend(tokens, i - 1, comma.whitespace_after)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i + len(node.rpar)


def _display(node: Union[cst.List, cst.Set, cst.Dict], i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    i = first + 1
    for element in node.elements:
        i = PLACERS[type(element)](element, i, tokens, out)
        if type(element.comma) is Comma:
            i += 1
    out[id(node)] = (tokens[first][0], tokens[i][1])
    return i + 1 + len(node.rpar)


def _element(node: cst.Element, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    value = node.value
    i = PLACERS[type(value)](value, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


def _dict_element(node: cst.DictElement, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    key, value = node.key, node.value
    i = PLACERS[type(key)](key, i, tokens, out)
    i = PLACERS[type(value)](value, i + 1, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


def _starred_element(node: cst.StarredElement, i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    i = PLACERS[type(node.value)](node.value, first + 1, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i + len(node.rpar)


def _starred_dict_element(node: cst.StarredDictElement, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    i = PLACERS[type(node.value)](node.value, i + 1, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


PLACERS.update(
    {
        cst.Attribute: _attribute,
        cst.Await: _prefixed,
        cst.BinaryOperation: _operation,
        cst.BooleanOperation: _operation,
        cst.Call: _call,
        cst.Comparison: _comparison,
        cst.Dict: _display,
        cst.DictElement: _dict_element,
        cst.Element: _element,
        cst.Ellipsis: _leaf,
        cst.Float: _leaf,
        cst.From: _from,
        cst.IfExp: _if_exp,
        cst.Imaginary: _leaf,
        cst.Index: _index,
        cst.Integer: _leaf,
        cst.Lambda: _lambda,
        cst.List: _display,
        cst.Name: _leaf,
        cst.NamedExpr: _named_expr,
        cst.Set: _display,
        cst.SimpleString: _simple_string,
        cst.Slice: _slice,
        cst.StarredDictElement: _starred_dict_element,
        cst.StarredElement: _starred_element,
        cst.Subscript: _subscript,
        cst.Tuple: _tuple,
        cst.UnaryOperation: _prefixed,
        cst.Yield: _yield,
    }
)
