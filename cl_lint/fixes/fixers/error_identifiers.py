"""CL102: the identifiers of the failing response go into the error's log record, by a helper."""

from __future__ import annotations

from collections.abc import Iterator

from cl_lint.fixes.context import Context
from cl_lint.fixes.log_helpers import logged
from cl_lint.fixes.model import Fix

HELPER = "cloudlink_identifiers"
_KEYS = ("correlation_id", "request_id")


def fixes(context: Context) -> Iterator[Fix]:
    """What the helper finds in the error or response that is handled, in the record."""
    return logged(
        context, "Log the identifiers that support asks for", HELPER, _lines(context), _KEYS, ("getattr",)
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
