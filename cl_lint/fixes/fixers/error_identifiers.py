"""CL102: the identifiers of the failing response go into the error's log record, by a helper."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from cl_lint.fixes import imports
from cl_lint.fixes.context import Context
from cl_lint.fixes.fixers.clock import argument
from cl_lint.fixes.model import Change, Fix

HELPER = "cloudlink_identifiers"
_STATUS = re.compile(r"\b(\w+)\.(?:status_code|status|ok|is_error|is_success)\b")
_LEVELS = frozenset({"warning", "error", "critical", "exception", "log"})


def fixes(context: Context) -> Iterator[Fix]:
    """`extra=` with what the helper finds in the error or response that is handled."""
    call = context.found(cst.Call)
    if call is None or not _is_standard(context, call):
        return
    if any(arg.star or (arg.keyword is not None and arg.keyword.value == "extra") for arg in call.args):
        return
    failed = _failed(context, call)
    helper = _helper(context, call) if failed else None
    if failed and helper is not None:
        changes = [*helper, argument(context, call, f"extra={HELPER}({failed})")]
        yield context.fix("Log the identifiers that support asks for", changes, is_safe=False)


def _is_standard(context: Context, call: cst.Call) -> bool:
    """Whether the call logs by the standard library, which alone takes `extra`."""
    func = call.func
    if not isinstance(func, cst.Attribute) or func.attr.value not in _LEVELS:
        return False
    if context.names.qualified(func.value) == "logging":
        return True
    if not isinstance(func.value, cst.Name):
        return False
    imported, others = context.names.bindings(func.value.value, func.value)
    if imported or len(others) != 1 or not isinstance(others[0], (cst.Assign, cst.AnnAssign)):
        return False
    made = others[0].value
    return isinstance(made, cst.Call) and context.names.qualified(made.func) == "logging.getLogger"


def _failed(context: Context, call: cst.Call) -> str | None:
    """The name of the error, or of the response, that is handled where the call stands."""
    inner: cst.CSTNode = call
    for outer in context.source.above(call):
        if isinstance(outer, cst.ExceptHandler):
            name = outer.name.name if outer.name is not None else None
            return name.value if isinstance(name, cst.Name) else None
        if isinstance(outer, cst.If) and inner is not outer.test:
            found = _STATUS.search(context.source.code(outer.test))
            if found:
                return found[1]
        if isinstance(outer, (cst.FunctionDef, cst.Lambda)):
            return None
        inner = outer
    return None


def _helper(context: Context, call: cst.Call) -> list[Change] | None:
    """The helper, below the imports at the top of the file; nothing where the file has it."""
    imported, others = context.names.bindings(HELPER, call)
    if others or imported:
        is_there = not imported and len(others) == 1 and isinstance(others[0], cst.FunctionDef)
        return [] if is_there else None
    source, place = context.source, imports.top(context.source)
    ends = source.newline
    if not place.is_after or source.span(call)[0] < place.offset:
        return None
    if not source.text[: place.offset].endswith(("\n", "\r")):
        return None
    indent = source.tree.default_indent
    policy = context.policy
    lines = [
        "",
        "",
        f"def {HELPER}(failed):",
        f'{indent}"""What support asks for, of a response or of an error that has one."""',
        f'{indent}response = getattr(failed, "response", failed)',
        f'{indent}headers = getattr(response, "headers", None) or {{}}',
        f"{indent}return {{",
        f'{indent}{indent}"correlation_id": headers.get("{policy.correlation_header}"),',
        f'{indent}{indent}"request_id": headers.get("{policy.request_id_header}"),',
        f"{indent}}}",
    ]
    following = source.text[place.offset :]
    blank = (len(following) - len(following.lstrip("\r\n"))) // len(ends)
    lines += [""] * max(0, 2 - blank)
    return [Change(place.offset, place.offset, "".join(f"{line}{ends}" for line in lines))]
