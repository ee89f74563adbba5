"""CL304: a loop of the application waits as long as `Retry-After` asks, and no shorter than before."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from cl_lint.fixes.context import Context
from cl_lint.fixes.helpers import helper
from cl_lint.fixes.loops import is_of, loop_at
from cl_lint.fixes.model import Fix
from cl_lint.models.retry_rows import Sleep

HELPER = "requested_wait"
_LEAST = "least"
_STATUS_ERRORS = frozenset({"requests.HTTPError", "requests.exceptions.HTTPError", "httpx.HTTPStatusError"})


def fixes(context: Context) -> Iterator[Fix]:
    """The argument of the loop's only wait goes through a helper that reads the header of the response."""
    loop = loop_at(context)
    waited = _wait(context, loop) if loop is not None else None
    if loop is None or waited is None:
        return
    response = _response(context, loop, waited)
    made = helper(context, HELPER, _lines(context), waited, ("max", "float")) if response else None
    if response and made is not None:
        argument = waited.args[0].value
        own = context.source.code(argument)
        change = context.source.replaced(argument, f"{HELPER}({response}, {own})")
        description = f"Wait as long as {context.policy.retry_after_header} asks"
        yield context.fix(description, [*made, change], is_safe=False)


def _wait(context: Context, loop: cst.For | cst.While) -> cst.Call | None:
    """The one call in the loop that waits; None where there are more, as any may be the one."""
    names, source = context.names, context.source
    waits = [
        call
        for call in source.within(loop.body, cst.Call)
        if context.models.row(Sleep, names.qualified(call.func)) is not None
    ]
    if len(waits) != 1 or not is_of(context, waits[0], loop):
        return None
    args = waits[0].args
    is_plain = len(args) == 1 and not args[0].star and args[0].keyword is None
    return waits[0] if is_plain and not args[0].value.lpar else None


def _response(context: Context, loop: cst.For | cst.While, waited: cst.Call) -> str | None:
    """What holds the response where the loop waits: it has been bound there in every case."""
    source = context.source
    inner: cst.CSTNode = waited
    for outer in source.above(waited):
        if outer is loop:
            break
        if isinstance(outer, cst.ExceptHandler):
            return _of_error(context, outer)
        if isinstance(outer, cst.Try) and inner is outer.finalbody:
            return None
        inner = outer
    bound = [each for each in _bindings(context, loop) if source.span(each[0])[0] < source.span(waited)[0]]
    if len(bound) != 1 or _is_bound_elsewhere(context, loop, *bound[0]):
        return None
    statement, name = bound[0]
    # A branch that the wait is not in may have been passed by.
    around = {id(each) for each in source.above(waited)}
    for outer in source.above(statement):
        if outer is loop:
            return name
        if isinstance(outer, cst.If) and id(outer) not in around:
            return None
        if isinstance(outer, cst.Try) and outer.handlers and id(outer) not in around:
            if not all(_leaves(handler) for handler in outer.handlers):
                return None
    return None


def _of_error(context: Context, handler: cst.ExceptHandler) -> str | None:
    """The response of an error that is raised for one, and always has it."""
    name = handler.name.name if handler.name is not None else None
    if not isinstance(name, cst.Name) or handler.type is None:
        return None
    is_status = context.names.qualified(handler.type) in _STATUS_ERRORS
    return f"{name.value}.response" if is_status else None


def _bindings(context: Context, loop: cst.For | cst.While) -> Iterator[tuple[cst.CSTNode, str]]:
    """The names that the loop binds to the answers of the requests which the finding is about."""
    source, finding = context.source, context.finding
    for step in finding.trace:
        if step.place.path != finding.place.path:
            continue
        node: cst.CSTNode | None = source.at(step.place, cst.Call)
        if node is None or not is_of(context, node, loop):
            continue
        outer = source.parent(node)
        if isinstance(outer, cst.Await):
            node, outer = outer, source.parent(outer)
        target: cst.CSTNode | None = None
        if isinstance(outer, cst.Assign) and len(outer.targets) == 1:
            target = outer.targets[0].target
        elif isinstance(outer, cst.WithItem) and outer.asname is not None:
            target = outer.asname.name
        if isinstance(target, cst.Name):
            yield outer, target.value


def _is_bound_elsewhere(context: Context, loop: cst.CSTNode, statement: cst.CSTNode, name: str) -> bool:
    """Whether the loop gives the name another value, too."""
    source = context.source
    kinds = (cst.AssignTarget, cst.AnnAssign, cst.AugAssign, cst.NamedExpr, cst.For, cst.AsName, cst.Del)
    for kind in kinds:
        for node in source.within(loop, kind):
            if source.parent(node) is statement:
                continue
            target = node.name if isinstance(node, cst.AsName) else getattr(node, "target", node)
            if target is node or any(each.value == name for each in source.within(target, cst.Name)):
                return True
    return False


def _leaves(handler: cst.ExceptHandler) -> bool:
    """Whether a handler ends by leaving the pass of the loop."""
    last = handler.body.body[-1] if handler.body.body else None
    if not isinstance(last, cst.SimpleStatementLine):
        return False
    return isinstance(last.body[-1], (cst.Raise, cst.Return, cst.Continue, cst.Break))


def _lines(context: Context) -> list[str]:
    indent, header = context.source.tree.default_indent, context.policy.retry_after_header
    # The header may be absent, or a date: the own wait counts then.
    return [
        f"def {HELPER}(response, {_LEAST}):",
        f'{indent}"""Seconds to wait: what the service asks for, and no fewer than `{_LEAST}`."""',
        f'{indent}asked = response.headers.get("{header}") or ""',
        f"{indent}return max({_LEAST}, float(asked)) if asked.isdecimal() else {_LEAST}",
    ]
