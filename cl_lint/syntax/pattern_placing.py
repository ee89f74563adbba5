"""Places `match` statements and their patterns on tokens; see `placing` for the protocol.

Other than the elements of displays, those of patterns include their comma and the space after it.
"""

from __future__ import annotations

from typing import Union

import libcst as cst

from cl_lint.syntax.placing import (
    PLACERS,
    MisplacedError,
    Spans,
    extend,
    place_empty,
    skip_inner_comma,
)
from cl_lint.syntax.tokens import Tokens


def _match(node: cst.Match, i: int, tokens: Tokens, out: Spans) -> int:
    start = tokens[i][0]
    i = PLACERS[type(node.subject)](node.subject, i + 1, tokens, out) + 1
    for case in node.cases:
        i = _case(case, i, tokens, out)
    out[id(node)] = (start, out[id(node.cases[-1])][1])
    return i


def _case(node: cst.MatchCase, i: int, tokens: Tokens, out: Spans) -> int:
    start = tokens[i][0]
    i = PLACERS[type(node.pattern)](node.pattern, i + 1, tokens, out)
    if node.guard is not None:
        i = PLACERS[type(node.guard)](node.guard, i + 1, tokens, out)
    i = PLACERS[type(node.body)](node.body, i + 1, tokens, out)
    out[id(node)] = (start, out[id(node.body)][1])
    return i


def _value(node: Union[cst.MatchValue, cst.MatchSingleton], i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    i = PLACERS[type(node.value)](node.value, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


def _sequence_element(node: cst.MatchSequenceElement, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    i = PLACERS[type(node.value)](node.value, i, tokens, out)
    i = skip_inner_comma(node.comma, i, tokens)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


def _star(node: cst.MatchStar, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    i += 2
    if node.name is not None:
        out[id(node.name)] = tokens[i - 1]
    i = skip_inner_comma(node.comma, i, tokens)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


def _list(node: cst.MatchList, i: int, tokens: Tokens, out: Spans) -> int:
    first = i = i + len(node.lpar)
    if node.lbracket is not None:
        i += 1
    for pattern in node.patterns:
        i = PLACERS[type(pattern)](pattern, i, tokens, out)
    if node.rbracket is not None:
        i += 1
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i + len(node.rpar)


def _tuple(node: cst.MatchTuple, i: int, tokens: Tokens, out: Spans) -> int:
    first = i = i + len(node.lpar)
    if not node.patterns:
        return place_empty(node, i, tokens, out)
    for pattern in node.patterns:
        i = PLACERS[type(pattern)](pattern, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i + len(node.rpar)


def _mapping(node: cst.MatchMapping, i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    i = first + 1
    for element in node.elements:
        start = tokens[i][0]
        i = PLACERS[type(element.key)](element.key, i, tokens, out)
        i = PLACERS[type(element.pattern)](element.pattern, i + 1, tokens, out)
        i = skip_inner_comma(element.comma, i, tokens)
        out[id(element)] = (start, tokens[i - 1][1])
    if node.rest is not None:
        out[id(node.rest)] = tokens[i + 1]
        i += 2 if node.trailing_comma is None else 3
    out[id(node)] = (tokens[first][0], tokens[i][1])
    return i + 1 + len(node.rpar)


def _class(node: cst.MatchClass, i: int, tokens: Tokens, out: Spans) -> int:
    first = i + len(node.lpar)
    i = PLACERS[type(node.cls)](node.cls, first, tokens, out) + 1
    for pattern in node.patterns:
        i = PLACERS[type(pattern)](pattern, i, tokens, out)
    for element in node.kwds:
        out[id(element.key)] = key = tokens[i]
        i = PLACERS[type(element.pattern)](element.pattern, i + 2, tokens, out)
        i = skip_inner_comma(element.comma, i, tokens)
        out[id(element)] = (key[0], tokens[i - 1][1])
    out[id(node)] = (tokens[first][0], tokens[i][1])
    return i + 1 + len(node.rpar)


def _as(node: cst.MatchAs, i: int, tokens: Tokens, out: Spans) -> int:
    first = i = i + len(node.lpar)
    if node.pattern is not None:
        i = PLACERS[type(node.pattern)](node.pattern, i, tokens, out) + 1
    elif any(not getattr(s, "empty", True) for s in (node.whitespace_before_as, node.whitespace_after_as)):
        raise MisplacedError
    if node.name is not None:
        out[id(node.name)] = tokens[i]
    out[id(node)] = (tokens[first][0], tokens[i][1])
    return i + 1 + len(node.rpar)


def _or(node: cst.MatchOr, i: int, tokens: Tokens, out: Spans) -> int:
    first = i = i + len(node.lpar)
    for element in node.patterns:
        start = tokens[i][0]
        i = PLACERS[type(element.pattern)](element.pattern, i, tokens, out)
        if isinstance(element.separator, cst.BitOr):
            extend(tokens, i, element.separator.whitespace_after)
            i += 1
        out[id(element)] = (start, tokens[i - 1][1])
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i + len(node.rpar)


PLACERS.update(
    {
        cst.Match: _match,
        cst.MatchAs: _as,
        cst.MatchClass: _class,
        cst.MatchList: _list,
        cst.MatchMapping: _mapping,
        cst.MatchOr: _or,
        cst.MatchSequenceElement: _sequence_element,
        cst.MatchSingleton: _value,
        cst.MatchStar: _star,
        cst.MatchTuple: _tuple,
        cst.MatchValue: _value,
    }
)
