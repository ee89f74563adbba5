"""Places compound statements (other than definitions) on tokens; see `placing` for the protocol."""

from __future__ import annotations

from typing import Union

import libcst as cst

from cl_lint.syntax.placing import PLACERS, Spans
from cl_lint.syntax.statement_placing import place_as_name
from cl_lint.syntax.tokens import Tokens

Comma = cst.Comma


def _indented_block(node: cst.IndentedBlock, i: int, tokens: Tokens, out: Spans) -> int:
    body = node.body
    for statement in body:
        i = PLACERS[type(statement)](statement, i, tokens, out)
    out[id(node)] = (out[id(body[0])][0], out[id(body[-1])][1])
    return i


def _if(node: cst.If, i: int, tokens: Tokens, out: Spans) -> int:
    chain = []
    branch: Union[cst.If, cst.Else, None] = node
    while isinstance(branch, cst.If):
        chain.append((branch, tokens[i][0]))
        i = PLACERS[type(branch.test)](branch.test, i + 1, tokens, out)
        body = branch.body
        i = PLACERS[type(body)](body, i + 1, tokens, out)
        branch = branch.orelse
    if branch is None:
        end = out[id(body)][1]
    else:
        i = _plain_suite(branch, i, tokens, out)
        end = out[id(branch)][1]
    for link, start in chain:
        out[id(link)] = (start, end)
    return i


def _plain_suite(node: Union[cst.Else, cst.Finally], i: int, tokens: Tokens, out: Spans) -> int:
    start = tokens[i][0]
    i = PLACERS[type(node.body)](node.body, i + 2, tokens, out)
    out[id(node)] = (start, out[id(node.body)][1])
    return i


def _while(node: cst.While, i: int, tokens: Tokens, out: Spans) -> int:
    start = tokens[i][0]
    i = PLACERS[type(node.test)](node.test, i + 1, tokens, out)
    i = PLACERS[type(node.body)](node.body, i + 1, tokens, out)
    return _loop_end(node, start, i, tokens, out)


def _for(node: cst.For, i: int, tokens: Tokens, out: Spans) -> int:
    start = tokens[i][0]
    i += 1 if node.asynchronous is None else 2
    i = PLACERS[type(node.target)](node.target, i, tokens, out)
    i = PLACERS[type(node.iter)](node.iter, i + 1, tokens, out)
    i = PLACERS[type(node.body)](node.body, i + 1, tokens, out)
    return _loop_end(node, start, i, tokens, out)


def _loop_end(node: Union[cst.For, cst.While], start: int, i: int, tokens: Tokens, out: Spans) -> int:
    last: cst.CSTNode = node.body
    if node.orelse is not None:
        last = node.orelse
        i = _plain_suite(node.orelse, i, tokens, out)
    out[id(node)] = (start, out[id(last)][1])
    return i


def _with(node: cst.With, i: int, tokens: Tokens, out: Spans) -> int:
    start = tokens[i][0]
    i += 1 if node.asynchronous is None else 2
    if isinstance(node.lpar, cst.LeftParen):
        i += 1
    for item in node.items:
        i = _with_item(item, i, tokens, out)
    if isinstance(node.rpar, cst.RightParen):
        i += 1
    i = PLACERS[type(node.body)](node.body, i + 1, tokens, out)
    out[id(node)] = (start, out[id(node.body)][1])
    return i


def _with_item(node: cst.WithItem, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    i = PLACERS[type(node.item)](node.item, i, tokens, out)
    if node.asname is not None:
        i = place_as_name(node.asname, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i + 1 if type(node.comma) is Comma else i


def _try(node: Union[cst.Try, cst.TryStar], i: int, tokens: Tokens, out: Spans) -> int:
    start = tokens[i][0]
    last: cst.CSTNode = node.body
    i = PLACERS[type(node.body)](node.body, i + 2, tokens, out)
    for handler in node.handlers:
        last = handler
        i = _handler(handler, i, tokens, out)
    for suite in (node.orelse, node.finalbody):
        if suite is not None:
            last = suite
            i = _plain_suite(suite, i, tokens, out)
    out[id(node)] = (start, out[id(last)][1])
    return i


def _handler(
    node: Union[cst.ExceptHandler, cst.ExceptStarHandler], i: int, tokens: Tokens, out: Spans
) -> int:
    start = tokens[i][0]
    i += 2 if isinstance(node, cst.ExceptStarHandler) else 1
    if node.type is not None:
        i = PLACERS[type(node.type)](node.type, i, tokens, out)
    if node.name is not None:
        i = place_as_name(node.name, i, tokens, out)
    i = PLACERS[type(node.body)](node.body, i + 1, tokens, out)
    out[id(node)] = (start, out[id(node.body)][1])
    return i


PLACERS.update(
    {
        cst.For: _for,
        cst.If: _if,
        cst.IndentedBlock: _indented_block,
        cst.Try: _try,
        cst.TryStar: _try,
        cst.While: _while,
        cst.With: _with,
    }
)
