"""Places statements on tokens; see `placing` for the protocol."""

from __future__ import annotations

from typing import Any, Union

import libcst as cst

from cl_lint.syntax.expression_placing import place_annotation, place_arg, place_parameters
from cl_lint.syntax.placing import PLACERS, MisplacedError, Spans, extend, skip_inner_comma
from cl_lint.syntax.tokens import Tokens

Comma, Semicolon = cst.Comma, cst.Semicolon


def _simple_statements(
    node: Union[cst.SimpleStatementLine, cst.SimpleStatementSuite], i: int, tokens: Tokens, out: Spans
) -> int:
    start = tokens[i][0]
    for statement in node.body:
        i = PLACERS[type(statement)](statement, i, tokens, out)
        if type(statement.semicolon) is Semicolon:
            i += 1
    out[id(node)] = (start, out[id(node.body[-1])][1])
    return i


def _expr(node: cst.Expr, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    value = node.value
    i = PLACERS[type(value)](value, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


def _assign(node: cst.Assign, i: int, tokens: Tokens, out: Spans) -> int:
    start = tokens[i][0]
    for target in node.targets:
        first = i
        inner = target.target
        i = PLACERS[type(inner)](inner, i, tokens, out)
        out[id(target)] = (tokens[first][0], tokens[i - 1][1])
        i += 1
    value = node.value
    i = PLACERS[type(value)](value, i, tokens, out)
    out[id(node)] = (start, tokens[i - 1][1])
    return i


def _ann_assign(node: cst.AnnAssign, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    i = PLACERS[type(node.target)](node.target, i, tokens, out)
    i = place_annotation(node.annotation, i, tokens, out)
    if node.value is not None:
        i = PLACERS[type(node.value)](node.value, i + 1, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


def _aug_assign(node: cst.AugAssign, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    i = PLACERS[type(node.target)](node.target, i, tokens, out)
    i = PLACERS[type(node.value)](node.value, i + 1, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


def _keyword(node: Union[cst.Pass, cst.Break, cst.Continue], i: int, tokens: Tokens, out: Spans) -> int:
    out[id(node)] = tokens[i]
    return i + 1


def _return(node: cst.Return, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    i += 1
    if node.value is None:
        extend(tokens, first, node.whitespace_after_return)
    else:
        i = PLACERS[type(node.value)](node.value, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


def _raise(node: cst.Raise, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    i += 1
    if node.exc is None:
        extend(tokens, first, node.whitespace_after_raise)
    else:
        i = PLACERS[type(node.exc)](node.exc, i, tokens, out)
    if node.cause is not None:
        i = PLACERS[type(node.cause)](node.cause, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


def _del(node: cst.Del, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    i = PLACERS[type(node.target)](node.target, i + 1, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


def _assert(node: cst.Assert, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    i = PLACERS[type(node.test)](node.test, i + 1, tokens, out)
    if node.msg is not None:
        i = PLACERS[type(node.msg)](node.msg, i + 1, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


def _name_list(node: Union[cst.Global, cst.Nonlocal], i: int, tokens: Tokens, out: Spans) -> int:
    start = tokens[i][0]
    i += 1
    for item in node.names:
        out[id(item)] = out[id(item.name)] = last = tokens[i]
        i += 2 if type(item.comma) is Comma else 1
    out[id(node)] = (start, last[1])
    return i


def _import(node: cst.Import, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    i += 1
    for alias in node.names:
        i = _alias(alias, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


def _import_from(node: cst.ImportFrom, i: int, tokens: Tokens, out: Spans) -> int:
    start = tokens[i][0]
    i += 1
    dots = len(node.relative)
    while dots > 0:  # Three dots may be one token.
        dots -= tokens[i][1] - tokens[i][0]
        i += 1
    if node.module is not None:
        i = PLACERS[type(node.module)](node.module, i, tokens, out)
    i += 1 if node.lpar is None else 2
    if isinstance(node.names, cst.ImportStar):
        out[id(node.names)] = tokens[i]
        i += 1
    else:
        for alias in node.names:
            i = _alias(alias, i, tokens, out)
    if node.rpar is not None:
        i += 1
    out[id(node)] = (start, tokens[i - 1][1])
    return i


def _lazy_import(node: Any, i: int, tokens: Tokens, out: Spans) -> int:
    """Places `lazy import a` or `lazy from a import b` as the plain import with one token before it."""
    start = tokens[i][0]
    i = (_import_from if hasattr(node, "module") else _import)(node, i + 1, tokens, out)
    out[id(node)] = (start, tokens[i - 1][1])
    return i


def _alias(node: cst.ImportAlias, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    i = PLACERS[type(node.name)](node.name, i, tokens, out)
    if node.asname is not None:
        i = place_as_name(node.asname, i, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i + 1 if type(node.comma) is Comma else i


def place_as_name(node: cst.AsName, i: int, tokens: Tokens, out: Spans) -> int:
    """Places `as name` with the space before it, which is its own."""
    start = tokens[i - 1][1]
    i = PLACERS[type(node.name)](node.name, i + 1, tokens, out)
    out[id(node)] = (start, tokens[i - 1][1])
    return i


def _type_alias(node: cst.TypeAlias, i: int, tokens: Tokens, out: Spans) -> int:
    start = tokens[i][0]
    i = PLACERS[type(node.name)](node.name, i + 1, tokens, out)
    if node.type_parameters is not None:
        i = place_type_parameters(node.type_parameters, i, tokens, out)
    i = PLACERS[type(node.value)](node.value, i + 1, tokens, out)
    last = i - 1
    if isinstance(node.semicolon, Semicolon):  # Alone among statements, it has its semicolon within.
        last = i
        extend(tokens, last, node.semicolon.whitespace_after)
    out[id(node)] = (start, tokens[last][1])
    return i


def place_type_parameters(node: cst.TypeParameters, i: int, tokens: Tokens, out: Spans) -> int:
    """Places `[T: int, *Ts, **P]`, brackets included."""
    first = i
    i += 1
    for param in node.params:
        start = tokens[i][0]
        i = _type_variable(param.param, i, tokens, out)
        if param.default is not None:
            i += 2 if param.star else 1
            i = PLACERS[type(param.default)](param.default, i, tokens, out)
        i = skip_inner_comma(param.comma, i, tokens)
        out[id(param)] = (start, tokens[i - 1][1])
    out[id(node)] = (tokens[first][0], tokens[i][1])
    return i + 1


def _type_variable(node: Any, i: int, tokens: Tokens, out: Spans) -> int:
    first = i
    if not isinstance(node, cst.TypeVar):
        i += 1
    i = PLACERS[type(node.name)](node.name, i, tokens, out)
    if isinstance(node, cst.TypeVar) and node.bound is not None:
        i = PLACERS[type(node.bound)](node.bound, i + 1, tokens, out)
    out[id(node)] = (tokens[first][0], tokens[i - 1][1])
    return i


def place_decorators(node: Union[cst.FunctionDef, cst.ClassDef], i: int, tokens: Tokens, out: Spans) -> int:
    """Places the decorators, which are no part of what they decorate."""
    for decorator in node.decorators:
        first = i
        i = PLACERS[type(decorator.decorator)](decorator.decorator, i + 1, tokens, out)
        out[id(decorator)] = (tokens[first][0], tokens[i - 1][1])
    return i


def _defined_name(node: cst.Name, i: int, tokens: Tokens, out: Spans) -> int:
    out[id(node)] = start, end = tokens[i]
    if end - start != len(node.value):
        raise MisplacedError
    return i + 1


def _function_def(node: cst.FunctionDef, i: int, tokens: Tokens, out: Spans) -> int:
    i = place_decorators(node, i, tokens, out)
    start = tokens[i][0]
    i += 1 if node.asynchronous is None else 2
    i = _defined_name(node.name, i, tokens, out)
    if node.type_parameters is not None:
        i = place_type_parameters(node.type_parameters, i, tokens, out)
    i = place_parameters(node.params, i + 1, tokens, out) + 1
    if node.returns is not None:
        i = place_annotation(node.returns, i, tokens, out)
    i = PLACERS[type(node.body)](node.body, i + 1, tokens, out)
    out[id(node)] = (start, out[id(node.body)][1])
    return i


def _class_def(node: cst.ClassDef, i: int, tokens: Tokens, out: Spans) -> int:
    i = place_decorators(node, i, tokens, out)
    start = tokens[i][0]
    i = _defined_name(node.name, i + 1, tokens, out)
    if node.type_parameters is not None:
        i = place_type_parameters(node.type_parameters, i, tokens, out)
    if isinstance(node.lpar, cst.LeftParen):
        i += 1
        for arg in (*node.bases, *node.keywords):
            i = place_arg(arg, i, tokens, out)
        i += 1
    i = PLACERS[type(node.body)](node.body, i + 1, tokens, out)
    out[id(node)] = (start, out[id(node.body)][1])
    return i


PLACERS.update(
    {
        cst.AnnAssign: _ann_assign,
        cst.Assert: _assert,
        cst.Assign: _assign,
        cst.AugAssign: _aug_assign,
        cst.Break: _keyword,
        cst.ClassDef: _class_def,
        cst.Continue: _keyword,
        cst.Del: _del,
        cst.Expr: _expr,
        cst.FunctionDef: _function_def,
        cst.Global: _name_list,
        cst.Import: _import,
        cst.ImportFrom: _import_from,
        cst.Nonlocal: _name_list,
        cst.Pass: _keyword,
        cst.Raise: _raise,
        cst.Return: _return,
        cst.SimpleStatementLine: _simple_statements,
        cst.SimpleStatementSuite: _simple_statements,
        cst.TypeAlias: _type_alias,
    }
)
for _name in ("LazyImport", "LazyImportFrom"):  # Absent from older versions of libcst.
    if hasattr(cst, _name):
        PLACERS[getattr(cst, _name)] = _lazy_import
