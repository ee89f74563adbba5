"""CL103: the code and the message of the failure go into the error's log record, by a helper."""

from __future__ import annotations

from collections.abc import Iterator

from cl_lint.fixes.context import Context
from cl_lint.fixes.log_helpers import logged
from cl_lint.fixes.model import Fix

HELPER = "cloudlink_detail"
_KEYS = ("status", "detail")


def fixes(context: Context) -> Iterator[Fix]:
    """What the helper finds in the error or response that is handled, in the record."""
    return logged(
        context,
        "Log the code and the message of the failure",
        HELPER,
        _lines(context),
        _KEYS,
        ("getattr", "str"),
    )


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
