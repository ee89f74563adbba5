"""Calls that write to a log: whose they are, and how more is put into their records."""

from __future__ import annotations

import enum
from dataclasses import dataclass

import libcst as cst

from cl_lint.fixes.arguments import argument
from cl_lint.fixes.context import Context
from cl_lint.fixes.model import Change
from cl_lint.models.rows import Binder, Returns

_LEVELS = frozenset({"warning", "error", "critical", "exception", "log"})
_DEPTH = 8


class Library(enum.Enum):
    """A logging library, by the canonical name of its loggers."""

    STANDARD = "logging.Logger"
    LOGURU = "loguru.logger"
    STRUCTLOG = "structlog.BoundLogger"


@dataclass(frozen=True)
class LogCall:
    """`logger.error(…)` at a level of errors, of a library that is known."""

    context: Context
    call: cst.Call
    func: cst.Attribute
    library: Library

    def with_mapping(self, mapping: str, keys: tuple[str, ...]) -> list[Change] | None:
        """The changes that put the items of `mapping`, an expression with these `keys`, into the record; None
        where some are in it already, or there is no way."""
        if self.library is Library.STANDARD:
            return self._as_extra(f"**{mapping}", mapping)
        named = {arg.keyword.value for arg in self.call.args if arg.keyword is not None}
        is_open = any(arg.star for arg in self.call.args)
        if self.library is Library.STRUCTLOG and not is_open and named.isdisjoint(keys):
            return [argument(self.context, self.call, f"**{mapping}")]
        # What is bound gives way to what the call itself says, and does not meet with it.
        return [self._bound(f"**{mapping}")] if named.isdisjoint(keys) else None

    def with_value(self, key: str, value: str) -> list[Change] | None:
        """The same for one value."""
        if self.library is Library.STANDARD:
            return self._as_extra(f'"{key}": {value}', f'{{"{key}": {value}}}')
        if any(arg.keyword is not None and arg.keyword.value == key for arg in self.call.args):
            return None
        if self.library is Library.STRUCTLOG and not any(arg.star for arg in self.call.args):
            return [argument(self.context, self.call, f"{key}={value}")]
        return [self._bound(f"{key}={value}")]

    def _as_extra(self, item: str, whole: str) -> list[Change] | None:
        """`extra=` of the standard library, with another item or as `whole`."""
        if any(arg.star for arg in self.call.args):
            return None
        given = next(
            (a for a in self.call.args if a.keyword is not None and a.keyword.value == "extra"), None
        )
        if given is None:
            return [argument(self.context, self.call, f"extra={whole}")]
        start, end = self.context.source.span(given.value)
        if isinstance(given.value, cst.Dict):
            if not given.value.elements:
                return [Change(start, end, f"{{{item}}}")] if end - start == len("{}") else None
            last = self.context.source.span(given.value.elements[-1])[1]
            return [Change(last, last, f", {item}")]
        if given.value.lpar or not isinstance(given.value, (cst.Name, cst.Attribute, cst.Call)):
            return None
        return [Change(start, start, "{**"), Change(end, end, f", {item}}}")]

    def _bound(self, argument: str) -> Change:
        """`.bind(…)` before the name of the level."""
        source = self.context.source
        at = source.text.rindex(".", 0, source.span(self.func.attr)[0])
        return Change(at, at, f".bind({argument})")


def log_call(context: Context, call: cst.Call) -> LogCall | None:
    """The call, if it writes to a log whose library can be told from the file."""
    func = call.func
    if not isinstance(func, cst.Attribute) or func.attr.value not in _LEVELS:
        return None
    library = library_of(context, func.value)
    return LogCall(context, call, func, library) if library is not None else None


def library_of(context: Context, node: cst.CSTNode, depth: int = _DEPTH) -> Library | None:
    """Whose logger an expression is; None where the file does not say."""
    if depth == 0:
        return None
    qualified = context.names.qualified(node)
    if qualified == "logging":
        return Library.STANDARD
    found = _by_name(context, qualified)
    if found is not None:
        return found
    if isinstance(node, cst.Call):
        return _of_call(context, node, depth)
    value = _value(context, node) if isinstance(node, (cst.Name, cst.Attribute)) else None
    return library_of(context, value, depth - 1) if value is not None else None


def _by_name(context: Context, qualified: str) -> Library | None:
    if not qualified:
        return None
    row = context.models.row(Returns, qualified)
    name = context.models.canonical(row.type if row is not None else qualified)
    return next((each for each in Library if name == each.value), None)


def _of_call(context: Context, call: cst.Call, depth: int) -> Library | None:
    """`getLogger(…)`, `logger.bind(…)`."""
    made = _by_name(context, context.names.qualified(call.func))
    if made is not None:
        return made
    if isinstance(call.func, cst.Attribute):
        library = library_of(context, call.func.value, depth - 1)
        name = f"{library.value}.{call.func.attr.value}" if library is not None else ""
        if name and (context.models.row(Binder, name) or context.models.row(Returns, name)):
            return library
    return None


def _value(context: Context, node: cst.Name | cst.Attribute) -> cst.CSTNode | None:
    """What a name, or an attribute of `self`, is bound to or annotated with, if it is bound once."""
    if isinstance(node, cst.Attribute):
        return _of_self(context, node)
    imported, others = context.names.bindings(node.value, node)
    if imported or len(others) != 1:
        return None
    made = others[0]
    if isinstance(made, cst.Param) and made.annotation is not None:
        return made.annotation.annotation
    return made.value if isinstance(made, (cst.Assign, cst.AnnAssign)) else None


def _of_self(context: Context, node: cst.Attribute) -> cst.CSTNode | None:
    source = context.source
    owner = source.enclosing(node, cst.ClassDef)
    if not isinstance(node.value, cst.Name) or node.value.value not in ("self", "cls") or owner is None:
        return None
    values: list[cst.CSTNode] = []
    for statement in source.within(owner, cst.Assign):
        for target in statement.targets:
            is_name = isinstance(target.target, cst.Name) and context.names.scope(statement) is owner
            named = target.target.value if is_name and isinstance(target.target, cst.Name) else None
            if named == node.attr.value or source.code(target.target) == source.code(node):
                values.append(statement.value)
    return values[0] if len(values) == 1 else None
