"""Places comprehensions and composed strings on tokens; see `placing` for the protocol."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Union

import libcst as cst

from cl_lint.syntax.placing import PLACERS, MisplacedError, Spans
from cl_lint.syntax.tokens import Tokens

# Absent from older versions of libcst.
_TEMPLATED: Any = getattr(cst, "TemplatedString", None)
_STARRED_DICT_COMP: Any = getattr(cst, "StarredDictComp", None)


def _generator(node: cst.GeneratorExp, i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    i = PLACERS[type(node.elt)](node.elt, first, tokens, out)
    i = _comp_for(node.for_in, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i + len(node.rpar)


def _comprehension(node: Union[cst.ListComp, cst.SetComp], i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    i = PLACERS[type(node.elt)](node.elt, first + 1, tokens, out)
    i = _comp_for(node.for_in, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i][1])
    return i + 1 + len(node.rpar)


def _dict_comp(node: cst.DictComp, i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    i = PLACERS[type(node.key)](node.key, first + 1, tokens, out)
    i = PLACERS[type(node.value)](node.value, i + 1, tokens, out)
    i = _comp_for(node.for_in, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i][1])
    return i + 1 + len(node.rpar)


def _starred_dict_comp(node: Any, i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    i = PLACERS[type(node.value)](node.value, first + 2, tokens, out)
    i = _comp_for(node.for_in, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i][1])
    return i + 1 + len(node.rpar)


def _comp_for(node: cst.CompFor, i: int, tokens: Tokens, out: Spans) -> int:
    start = tokens[i - 1][1]  # The space before a clause is its own.
    i += 1 if node.asynchronous is None else 2
    i = PLACERS[type(node.target)](node.target, i, tokens, out)
    i = PLACERS[type(node.iter)](node.iter, i + 1, tokens, out)
    for clause in node.ifs:
        before = tokens[i - 1][1]
        i = PLACERS[type(clause.test)](clause.test, i + 1, tokens, out)
        out[id(clause)] = (before, tokens[i - 1][1])
    if node.inner_for_in is not None:
        i = _comp_for(node.inner_for_in, i, tokens, out)
    out[id(node)] = (start, tokens[i - 1][1])
    return i


def _concatenated_string(node: cst.ConcatenatedString, i: int, tokens: Tokens, out: Spans) -> int:
    spine = []
    right: cst.BaseExpression = node
    while isinstance(right, cst.ConcatenatedString):
        i += len(right.lpar)
        spine.append((right, tokens[i][0]))
        i = PLACERS[type(right.left)](right.left, i, tokens, out)
        right = right.right
    i = PLACERS[type(right)](right, i, tokens, out)
    while spine:
        node, start = spine.pop()
        out[id(node)] = (start, tokens[i - 1][1])
        i += len(node.rpar)
    return i


def _formatted_string(node: cst.FormattedString, i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    i = _parts(node.parts, first + 1, tokens, out)
    start, end = tokens[i]
    if end - start != len(node.end):
        raise MisplacedError
    out[id(node)] = (tokens[first][0], end)
    return i + 1 + len(node.rpar)


def _parts(parts: Sequence[cst.BaseFormattedStringContent], i: int, tokens: Tokens, out: Spans) -> int:
    position = tokens[i - 1][1]
    for part in parts:
        value = getattr(part, "value", None)
        if value is None:
            i = _field(part, i, tokens, out)
            position = tokens[i - 1][1]
        else:
            out[id(part)] = (position, position + len(value))
            position += len(value)
            if position != tokens[i][0]:
                raise MisplacedError
    return i


def _field(node: Any, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    i = PLACERS[type(node.expression)](node.expression, i + 1, tokens, out)
    if node.equal is not None:
        i += 1
    if node.conversion is not None:
        i += 1
    if node.format_spec is not None:
        i = _parts(node.format_spec, i + 1, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i][1])
    return i + 1


PLACERS.update(
    {
        cst.ConcatenatedString: _concatenated_string,
        cst.DictComp: _dict_comp,
        cst.FormattedString: _formatted_string,
        cst.GeneratorExp: _generator,
        cst.ListComp: _comprehension,
        cst.SetComp: _comprehension,
    }
)
if _TEMPLATED is not None:
    PLACERS[_TEMPLATED] = _formatted_string
if _STARRED_DICT_COMP is not None:
    PLACERS[_STARRED_DICT_COMP] = _starred_dict_comp
