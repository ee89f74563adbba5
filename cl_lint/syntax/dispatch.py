"""The tables that choose how a node is lowered: one entry per node class, filled by the modules that know.

A class without an entry (syntax newer than this program) gets the table's default: an expression
becomes `Opaque`, a statement vanishes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .summary import Block, Opaque, Statement, ValueId

if TYPE_CHECKING:
    from .state import Lowering

ExpressionHandler = Callable[["Lowering", Any], ValueId]
StatementHandler = Callable[["Lowering", Any, list[Statement]], None]


def _lower_unknown_expression(low: Lowering, node: Any) -> ValueId:
    return low.add(Opaque(), node)


def _skip_statement(low: Lowering, node: Any, out: list[Statement]) -> None:
    return None


class _ExpressionTable(dict[type, ExpressionHandler]):
    def __missing__(self, key: type) -> ExpressionHandler:
        return _lower_unknown_expression


class _StatementTable(dict[type, StatementHandler]):
    def __missing__(self, key: type) -> StatementHandler:
        return _skip_statement


EXPRESSIONS = _ExpressionTable()
STATEMENTS = _StatementTable()


def lower_block(low: Lowering, body: Any) -> Block:
    """Lower an indented block or a suite on the header's line."""
    out: list[Statement] = []
    for statement in body.body:
        STATEMENTS[type(statement)](low, statement, out)
    return tuple(out)
