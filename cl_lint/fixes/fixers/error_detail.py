"""CL103: the code and the message of the failure go into the error's log record, by a helper."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from cl_lint.fixes.context import Context
from cl_lint.fixes.failures import failure
from cl_lint.fixes.helpers import helper
from cl_lint.fixes.logs import log_call
from cl_lint.fixes.model import Fix

HELPER = "cloudlink_detail"
_KEYS = ("status", "detail")


def fixes(context: Context) -> Iterator[Fix]:
    """What the helper finds in the error or response that is handled, in the record: as `extra` of the
    standard library, by keywords or `bind` of structlog and loguru."""
    call = context.found(cst.Call)
    logged = log_call(context, call) if call is not None else None
    failed = failure(context, call) if call is not None else None
    if call is None or logged is None or failed is None:
        return
    added = helper(context, HELPER, _lines(context), call, ("getattr", "str"))
    changes = logged.with_mapping(f"{HELPER}({failed.name})", _KEYS)
    if added is not None and changes is not None:
        description = "Log the code and the message of the failure"
        yield context.fix(description, [*added, *failed.changes, *changes], is_safe=False)


def _lines(context: Context) -> list[str]:
    indent = context.source.tree.default_indent
    status, detail = _KEYS
    return [
        f"def {HELPER}(failed):",
        f'{indent}"""The code and the message of a response, or of an error that may have one."""',
        f'{indent}response = getattr(failed, "response", failed)',
        f'{indent}status = getattr(response, "status_code", getattr(response, "status", None))',
        f'{indent}reason = getattr(response, "reason", None) or getattr(response, "reason_phrase", None)',
        f'{indent}return {{"{status}": status, "{detail}": reason or str(failed)}}',
    ]
