"""A library's name for use at some place: as it is imported already, else with an import added."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from cl_lint.fixes.model import Change
from cl_lint.fixes.names import Imported, Names
from cl_lint.fixes.source import Source


@dataclass(frozen=True)
class Reference:
    """How to write a name, and the changes that make this possible."""

    text: str
    changes: tuple[Change, ...] = ()


def reference(source: Source, names: Names, module: str, name: str, node: cst.CSTNode) -> Reference | None:
    """How `module.name` is written at `node`; None where there is no way.

    An import that is there is used, one from the same module is extended, else one is added below the
    imports at the top of the file.
    """
    at = source.span(node)[0]
    direct = present(source, names, f"{module}.{name}", node, at)
    if direct is not None:
        return Reference(direct)
    whole = present(source, names, module, node, at)
    if whole is not None:
        return Reference(f"{whole}.{name}")
    if names.is_bound(name, node):
        return _whole_module(source, names, module, name, node)
    for _, imported in names.all_imports():
        change = _extended(source, names, imported, module, name, node, at)
        if change is not None:
            return Reference(name, (change,))
    return Reference(name, (added(source, f"from {module} import {name}"),))


def module_reference(source: Source, names: Names, module: str, node: cst.CSTNode) -> Reference | None:
    """How a module without dots in its name is written at `node`; None where there is no way."""
    at = source.span(node)[0]
    found = present(source, names, module, node, at)
    if found is not None:
        return Reference(found)
    if names.is_bound(module, node):
        return None
    return Reference(module, (added(source, f"import {module}"),))


def _whole_module(
    source: Source, names: Names, module: str, name: str, node: cst.CSTNode
) -> Reference | None:
    """The name is taken by something else: it is reached by way of its module."""
    whole = module_reference(source, names, module, node)
    if whole is None:
        alias = f"{module}_{name}"
        if "." in module or alias in names.words:
            return None
        return Reference(alias, (added(source, f"from {module} import {name} as {alias}"),))
    return Reference(f"{whole.text}.{name}", whole.changes)


def present(source: Source, names: Names, qualified: str, node: cst.CSTNode, at: int) -> str | None:
    """The name by which something is at hand at `node`."""
    for name, imported in names.all_imports():
        if imported.qualified == qualified and names.imported(name, node) is not None:
            if _is_before(source, imported, node, at):
                return name
    return None


def _is_before(source: Source, imported: Imported, node: cst.CSTNode, at: int) -> bool:
    """Whether an import has been made when `node` is evaluated."""
    if source.enclosing(imported.statement, cst.If) is not None:  # `if TYPE_CHECKING:`
        return any(each is source.enclosing(imported.statement, cst.If) for each in source.above(node))
    start = source.span(imported.statement)[0]
    inner = source.enclosing(node, cst.FunctionDef, cst.Lambda)
    is_later = inner is not None and imported.scope is source.tree
    return start < at or is_later


def _extended(
    source: Source,
    names: Names,
    imported: Imported,
    module: str,
    name: str,
    node: cst.CSTNode,
    at: int,
) -> Change | None:
    """`name` added to `from module import …`."""
    statement = imported.statement
    if not isinstance(statement, cst.ImportFrom) or isinstance(statement.names, cst.ImportStar):
        return None
    if imported.qualified.rpartition(".")[0] != module or imported.scope not in names.scopes(node):
        return None
    if not _is_before(source, imported, node, at) or source.enclosing(statement, cst.Try) is not None:
        return None
    for alias in statement.names:
        start, _ = source.span(alias)
        written = source.code(alias.name)
        if written.lower() > name.lower():
            alone = not source.text[source.line_start(start) : start].strip()
            behind = f"{source.newline_at(start)}{source.indent(start)}" if alone else " "
            return Change(start, start, f"{name},{behind}")
    end = source.span(statement.names[-1])[1]
    return Change(end, end, f", {name}")


def added(source: Source, line: str) -> Change:
    """An import statement on a line of its own, below the imports at the top of the file."""
    at = top(source)
    ends = source.newline
    if at.is_after and at.offset and not source.text[: at.offset].endswith(("\n", "\r")):
        return Change(at.offset, at.offset, f"{ends}{line}")  # the last line of the file has no end
    blank_before = ends if at.after_docstring else ""
    blank_after = ends if not at.is_after or at.after_docstring else ""
    if at.after_docstring and source.text[at.offset :].startswith(("\n", "\r", "\f")):
        blank_after = ""
    return Change(at.offset, at.offset, f"{blank_before}{line}{ends}{blank_after}")


@dataclass(frozen=True)
class Top:
    """Where an import may be put: `offset` is at the beginning of a line."""

    offset: int
    is_after: bool  # behind an import or the docstring
    after_docstring: bool


def top(source: Source) -> Top:
    """The place below the docstring and the first block of imports."""
    last: cst.CSTNode | None = None
    is_docstring = False
    for number, statement in enumerate(source.tree.body):
        if not isinstance(statement, cst.SimpleStatementLine):
            break
        if all(isinstance(each, (cst.Import, cst.ImportFrom)) for each in statement.body):
            last, is_docstring = statement, False
        elif number == 0 and _is_docstring(statement):
            last, is_docstring = statement, True
        else:
            break
    if last is not None:
        end = source.span(last.body[-1])[1]  # type: ignore[attr-defined]
        return Top(source.line_end(end), True, is_docstring)
    first = source.span(source.tree.body[0])[0] if source.tree.body else len(source.text)
    if source.tree.body and isinstance(source.tree.body[0], (cst.FunctionDef, cst.ClassDef)):
        decorators = source.tree.body[0].decorators
        first = min([first, *(source.span(each)[0] for each in decorators)])
    return Top(source.line_start(first), False, False)


def _is_docstring(statement: cst.SimpleStatementLine) -> bool:
    first = statement.body[0]
    return isinstance(first, cst.Expr) and isinstance(first.value, (cst.SimpleString, cst.ConcatenatedString))
