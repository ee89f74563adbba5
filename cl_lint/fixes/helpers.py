"""Functions that fixes add to a file: below the imports at its top, and once."""

from __future__ import annotations

import ast
from collections.abc import Sequence

import libcst as cst

from cl_lint.fixes import imports
from cl_lint.fixes.context import Context
from cl_lint.fixes.model import Change


def helper(
    context: Context, name: str, lines: Sequence[str], node: cst.CSTNode, builtins: Sequence[str] = ()
) -> list[Change] | None:
    """The changes after which the function `name`, whose definition `lines` are, can be called at `node`.

    None where another thing has the name, one of the `builtins` that it needs is taken, or there is no place
    for it above `node`; no changes where the file has the very function already.
    """
    source = context.source
    imported, others = context.names.bindings(name, node)
    if imported or others:
        is_same = len(others) == 1 and not imported and isinstance(others[0], cst.FunctionDef)
        return [] if is_same and _same(source.code(others[0]), "\n".join(lines)) else None
    place, ends = imports.top(source), source.newline
    if not place.is_after or source.span(node)[0] < place.offset:
        return None
    if not source.text[: place.offset].endswith(("\n", "\r")):
        return None
    if any(context.names.is_bound(each, source.tree.body[-1]) for each in builtins):
        return None
    following = source.text[place.offset :]
    blank = (len(following) - len(following.lstrip("\r\n"))) // len(ends)
    text = ["", "", *lines, *[""] * max(0, 2 - blank)]
    return [Change(place.offset, place.offset, "".join(f"{line}{ends}" for line in text))]


def _same(one: str, other: str) -> bool:
    """Whether two definitions differ in layout, quotes and comments only."""
    try:
        return ast.dump(ast.parse(one)) == ast.dump(ast.parse(other))
    except (SyntaxError, ValueError):
        return False
