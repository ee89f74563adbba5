"""Lowering of simple statements: assignments, imports, returns and the like."""

from __future__ import annotations

from typing import Any, Optional

import libcst as cst

from .definitions import enter_type_parameters, leave_type_parameters, lower_annotation
from .dispatch import EXPRESSIONS, STATEMENTS
from .expressions import BINARY_OPERATORS, lower_key
from .names import mutated_local
from .state import Lowering
from .summary import (
    Appended,
    Assert,
    Attr,
    Binary,
    Bind,
    Break,
    Call,
    Const,
    Continue,
    Declared,
    Delete,
    Expr,
    Imported,
    Item,
    Mapping,
    Merged,
    Raise,
    Return,
    Statement,
    Typed,
    Updated,
    ValueId,
)
from .targets import store_attr, store_item, store_target

_AUGMENTED: dict[type, str] = {
    getattr(cst, kind.__name__ + "Assign"): operator for kind, operator in BINARY_OPERATORS.items()
}


def lower_line(low: Lowering, node: cst.SimpleStatementLine, out: list[Statement]) -> None:
    for statement in node.body:
        STATEMENTS[type(statement)](low, statement, out)


def lower_expr(low: Lowering, node: cst.Expr, out: list[Statement]) -> None:
    mark = len(low.calls)
    expression = node.value
    value = EXPRESSIONS[type(expression)](low, expression)
    if isinstance(expression, cst.NamedExpr) and isinstance(expression.target, cst.Name):
        out.append(Bind(((expression.target.value, value),), low.calls_since(mark), low.span(node)))
        return
    out.append(Expr(value, low.calls_since(mark), low.span(node)))
    mutated = mutated_local(expression)
    if mutated is not None and mutated[0] in low.env:
        _rebind_mutated(low, expression, mutated, value)


def _rebind_mutated(low: Lowering, node: Any, mutated: tuple[str, str], call: ValueId) -> None:
    """Bind the local to a new version: what it was, changed by the method."""
    name, method = mutated
    args = low.values[call].args  # type: ignore[union-attr]
    span = low.span(node)
    plain = [arg.value for arg in args if arg.name is None and arg.star == 0]
    named = tuple((low.put(Const(arg.name), span), arg.value) for arg in args if arg.name is not None)
    base = low.env[name]
    if method in ("update", "extend"):
        others = [*plain, *(arg.value for arg in args if arg.star == 2)]
        if named:
            others.append(low.put(Mapping(named), span))
        for other in others:
            base = low.put(Merged(base, other), span)
    elif method in ("append", "add") and len(plain) == len(args) == 1:
        base = low.put(Appended(base, plain[0]), span)
    elif method == "insert" and len(plain) == len(args) == 2:
        base = low.put(Appended(base, plain[1]), span)
    elif method == "setdefault" and len(plain) == len(args) == 2:
        base = low.put(Updated(base, plain[0], plain[1]), span)
    if base != low.env[name]:
        low.bind(name, base)


# ---------------------------------------------------------------------------------- assignments


def lower_assign(low: Lowering, node: cst.Assign, out: list[Statement]) -> None:
    mark = len(low.calls)
    expression = node.value
    value = EXPRESSIONS[type(expression)](low, expression)
    span = low.span(node)
    for target in node.targets:
        store_target(low, target.target, value, mark, span, out)
        mark = len(low.calls)


def lower_annotated(low: Lowering, node: cst.AnnAssign, out: list[Statement]) -> None:
    mark = len(low.calls)
    target: Any = node.target
    in_class = low.scope.cls is not None
    value: Optional[ValueId] = None
    if node.value is not None:
        value = EXPRESSIONS[type(node.value)](low, node.value)
    if type(target) is cst.Name:
        if value is None or in_class:
            annotation = lower_annotation(low, node.annotation)
            assert annotation is not None
            if in_class:
                low.scope.annotations[target.value] = annotation
            if value is None and target.value not in low.env:
                value = low.add(Declared(annotation), target)
        if value is not None:
            if not in_class and type(low.values[value]) in (Call, Item, Attr):
                annotation = lower_annotation(low, node.annotation)
                assert annotation is not None
                value = low.add(Typed(value, annotation), node.value)
            store_target(low, target, value, mark, low.span(node), out)
    elif type(target) is cst.Attribute:
        base = EXPRESSIONS[type(target.value)](low, target.value)
        annotation = lower_annotation(low, node.annotation)
        assert annotation is not None
        if value is None:
            value = low.add(Declared(annotation), target)
        store_attr(low, base, target.attr.value, value, annotation, mark, low.span(node), out)
    elif value is not None:
        store_target(low, target, value, mark, low.span(node), out)


def lower_augmented(low: Lowering, node: cst.AugAssign, out: list[Statement]) -> None:
    mark = len(low.calls)
    target: Any = node.target
    operator = _AUGMENTED[type(node.operator)]
    span = low.span(node)
    if isinstance(target, cst.Attribute):
        base = EXPRESSIONS[type(target.value)](low, target.value)
        old = low.add(Attr(base, target.attr.value), target)
        value = _combined(low, node, operator, old)
        store_attr(low, base, target.attr.value, value, None, mark, span, out)
    elif isinstance(target, cst.Subscript):
        base = EXPRESSIONS[type(target.value)](low, target.value)
        key = lower_key(low, target)
        value = _combined(low, node, operator, low.add(Item(base, key), target))
        store_item(low, target, base, key, value, mark, span, out)
    else:
        old = EXPRESSIONS[type(target)](low, target)
        store_target(low, target, _combined(low, node, operator, old), mark, span, out)


def _combined(low: Lowering, node: cst.AugAssign, operator: str, old: ValueId) -> ValueId:
    right = EXPRESSIONS[type(node.value)](low, node.value)
    return low.add(Binary(operator, old, right), node)


def lower_delete(low: Lowering, node: cst.Del, out: list[Statement]) -> None:
    mark = len(low.calls)
    bases: list[ValueId] = []
    pending: list[Any] = [node.target]
    while pending:
        target = pending.pop()
        kind = type(target)
        if kind is cst.Tuple or kind is cst.List:
            pending.extend(element.value for element in reversed(target.elements))
        elif kind is cst.Name:
            low.unbind(target.value)
        elif kind is cst.Attribute or kind is cst.Subscript:
            bases.append(EXPRESSIONS[type(target.value)](low, target.value))
            if kind is cst.Subscript:
                lower_key(low, target)
    out.append(Delete(tuple(bases), low.calls_since(mark), low.span(node)))


def lower_type_alias(low: Lowering, node: cst.TypeAlias, out: list[Statement]) -> None:
    mark = len(low.calls)
    restore = enter_type_parameters(low, node.type_parameters)
    value = EXPRESSIONS[type(node.value)](low, node.value)
    leave_type_parameters(low, restore)
    store_target(low, node.name, value, mark, low.span(node), out)


# -------------------------------------------------------------------------------------- imports


def lower_import(low: Lowering, node: Any, out: list[Statement]) -> None:
    bound = []
    for alias in node.names:
        module = _dotted(alias.name)
        whole = Imported(module, None, 0)
        low.imports.append(whole)
        if alias.asname is not None:
            name, imported = alias.asname.name.value, whole
        else:
            name = module.partition(".")[0]
            imported = Imported(name, None, 0)
        bound.append((name, low.add(imported, alias)))
    _bind_imports(low, node, bound, out)


def lower_import_from(low: Lowering, node: Any, out: list[Statement]) -> None:
    module = "" if node.module is None else _dotted(node.module)
    level = len(node.relative)
    if isinstance(node.names, cst.ImportStar):
        star = Imported(module, None, level)
        low.star_imports.append(star)
        low.imports.append(star)
        return
    bound = []
    for alias in node.names:
        imported = Imported(module, alias.name.value, level)
        low.imports.append(imported)
        name = alias.name.value if alias.asname is None else alias.asname.name.value
        bound.append((name, low.add(imported, alias)))
    _bind_imports(low, node, bound, out)


def _bind_imports(low: Lowering, node: Any, bound: list[tuple[str, ValueId]], out: list[Statement]) -> None:
    for name, value in bound:
        low.bind(name, value)
    out.append(Bind(tuple(bound), (), low.span(node)))


def _dotted(node: Any) -> str:
    parts = []
    while type(node) is cst.Attribute:
        parts.append(node.attr.value)
        node = node.value
    parts.append(node.value)
    return ".".join(reversed(parts))


# ----------------------------------------------------------------------------------------- ends


def lower_return(low: Lowering, node: cst.Return, out: list[Statement]) -> None:
    mark = len(low.calls)
    value: Optional[ValueId] = None
    if node.value is not None:
        value = EXPRESSIONS[type(node.value)](low, node.value)
        low.scope.returns.append(value)
    out.append(Return(value, low.calls_since(mark), low.span(node)))
    low.live = False


def lower_raise(low: Lowering, node: cst.Raise, out: list[Statement]) -> None:
    mark = len(low.calls)
    error = None if node.exc is None else EXPRESSIONS[type(node.exc)](low, node.exc)
    cause: Optional[ValueId] = None
    if node.cause is not None:
        cause = EXPRESSIONS[type(node.cause.item)](low, node.cause.item)
    out.append(Raise(error, cause, low.calls_since(mark), low.span(node)))
    low.live = False


def lower_assert(low: Lowering, node: cst.Assert, out: list[Statement]) -> None:
    mark = len(low.calls)
    test = EXPRESSIONS[type(node.test)](low, node.test)
    message = None if node.msg is None else EXPRESSIONS[type(node.msg)](low, node.msg)
    out.append(Assert(test, message, low.calls_since(mark), low.span(node)))


def lower_break(low: Lowering, node: cst.Break, out: list[Statement]) -> None:
    if low.live:
        low.loop.breaks.append(dict(low.env))
    low.live = False
    out.append(Break(low.span(node)))


def lower_continue(low: Lowering, node: cst.Continue, out: list[Statement]) -> None:
    if low.live:
        low.loop.continues.append(dict(low.env))
    low.live = False
    out.append(Continue(low.span(node)))


STATEMENTS.update(
    {
        cst.SimpleStatementLine: lower_line,
        cst.Expr: lower_expr,
        cst.Assign: lower_assign,
        cst.AnnAssign: lower_annotated,
        cst.AugAssign: lower_augmented,
        cst.Del: lower_delete,
        cst.TypeAlias: lower_type_alias,
        cst.Import: lower_import,
        cst.ImportFrom: lower_import_from,
        cst.Return: lower_return,
        cst.Raise: lower_raise,
        cst.Assert: lower_assert,
        cst.Break: lower_break,
        cst.Continue: lower_continue,
    }
)
for _lazy, _handler in (("LazyImport", lower_import), ("LazyImportFrom", lower_import_from)):
    if hasattr(cst, _lazy):
        STATEMENTS[getattr(cst, _lazy)] = _handler
