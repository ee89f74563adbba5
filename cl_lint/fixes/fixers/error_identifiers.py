"""CL102: the identifiers of the failing response go into the error's log record, by a helper."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from cl_lint.fixes.context import Context
from cl_lint.fixes.failures import failure
from cl_lint.fixes.helpers import helper
from cl_lint.fixes.logs import log_call
from cl_lint.fixes.model import Fix

HELPER = "cloudlink_identifiers"
_KEYS = ("correlation_id", "request_id")


def fixes(context: Context) -> Iterator[Fix]:
    """What the helper finds in the error or response that is handled, in the record: as `extra` of the
    standard library, by keywords or `bind` of structlog and loguru."""
    call = context.found(cst.Call)
    logged = log_call(context, call) if call is not None else None
    failed = failure(context, call) if call is not None else None
    if call is None or logged is None or failed is None:
        return
    added = helper(context, HELPER, _lines(context), call, ("getattr",))
    changes = logged.with_mapping(f"{HELPER}({failed.name})", _KEYS)
    if added is not None and changes is not None:
        yield context.fix(
            "Log the identifiers that support asks for", [*added, *failed.changes, *changes], is_safe=False
        )


def _lines(context: Context) -> list[str]:
    indent, policy = context.source.tree.default_indent, context.policy
    correlation, request = _KEYS
    return [
        f"def {HELPER}(failed):",
        f'{indent}"""What support asks for, of a response or of an error that has one."""',
        f'{indent}response = getattr(failed, "response", failed)',
        f'{indent}headers = getattr(response, "headers", None) or {{}}',
        f"{indent}return {{",
        f'{indent}{indent}"{correlation}": headers.get("{policy.correlation_header}"),',
        f'{indent}{indent}"{request}": headers.get("{policy.request_id_header}"),',
        f"{indent}}}",
    ]
