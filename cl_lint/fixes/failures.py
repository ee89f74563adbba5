"""What fails where code handles a failure: the name of the error, or of the response."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from cl_lint.fixes.context import Context
from cl_lint.fixes.model import Change

_TELLS = frozenset({"status_code", "status", "ok", "is_error", "is_success"})
_FREE = ("error", "exc", "failure")


@dataclass(frozen=True)
class Failure:
    """A name for the error or response, with the changes that bind it; `is_error` tells which it is."""

    name: str
    is_error: bool
    changes: tuple[Change, ...] = ()


def failure(context: Context, node: cst.CSTNode) -> Failure | None:
    """What is handled where `node` stands; None where it has no name and can be given none."""
    inner: cst.CSTNode = node
    for outer in context.source.above(node):
        if isinstance(outer, (cst.ExceptHandler, cst.ExceptStarHandler)):
            return of_handler(context, outer)
        if isinstance(outer, cst.If) and inner is not outer.test:
            found = _told(context, outer.test)
            if found is not None:
                return found
        if isinstance(outer, (cst.FunctionDef, cst.Lambda)):
            return _told(context, node)  # a function for failures that is handed the response
        inner = outer
    return None


def _told(context: Context, node: cst.CSTNode) -> Failure | None:
    """The response whose status an expression reads."""
    for each in context.source.within(node, cst.Attribute):
        root = each.value
        while isinstance(root, cst.Attribute):
            root = root.value
        if each.attr.value in _TELLS and isinstance(root, cst.Name):
            return Failure(context.source.code(each.value), is_error=False)
    return None


def of_handler(context: Context, handler: cst.ExceptHandler | cst.ExceptStarHandler) -> Failure | None:
    """The error that a handler catches, by its name or by one that no other thing in the file has."""
    if handler.name is not None:
        name = handler.name.name
        return Failure(name.value, is_error=True) if isinstance(name, cst.Name) else None
    if handler.type is None:
        return None
    free = next((each for each in _FREE if is_free(context, each)), None)
    if free is None:
        return None
    end = _end_of_type(context, handler)
    return Failure(free, is_error=True, changes=(Change(end, end, f" as {free}"),))


def is_free(context: Context, name: str) -> bool:
    """Whether no variable of the file has the name; attributes and keywords may."""
    if name not in context.names.words:
        return True
    for node in context.source.within(context.source.tree, cst.Name):
        outer = context.source.parent(node)
        is_attribute = isinstance(outer, cst.Attribute) and node is outer.attr
        is_keyword = isinstance(outer, cst.Arg) and node is outer.keyword
        if node.value == name and not is_attribute and not is_keyword:
            return False
    return True


def _end_of_type(context: Context, handler: cst.ExceptHandler | cst.ExceptStarHandler) -> int:
    """The offset behind the type, its own parentheses included."""
    source = context.source
    assert handler.type is not None
    end = source.span(handler.type)[1]
    for _ in handler.type.rpar:
        end = source.text.index(")", end) + 1
    return end
