"""What a helper function finds in a failure, put into the record of the log call at a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import libcst as cst

from cl_lint.fixes.context import Context
from cl_lint.fixes.failures import failure
from cl_lint.fixes.helpers import helper
from cl_lint.fixes.logs import log_call
from cl_lint.fixes.model import Fix


def logged(
    context: Context,
    description: str,
    name: str,
    lines: Sequence[str],
    keys: tuple[str, ...],
    builtins: Sequence[str],
) -> Iterator[Fix]:
    """The fix that adds the helper `name`, whose definition is `lines`, and puts the mapping that it makes of
    the error or response at hand, with these `keys`, into the record: as `extra` of the standard library, by
    keywords or `bind` of structlog and loguru. `builtins` are what the helper needs."""
    call = context.found(cst.Call)
    record = log_call(context, call) if call is not None else None
    failed = failure(context, call) if call is not None else None
    if call is None or record is None or failed is None:
        return
    added = helper(context, name, lines, call, builtins)
    changes = record.with_mapping(f"{name}({failed.name})", keys)
    if added is not None and changes is not None:
        yield context.fix(description, [*added, *failed.changes, *changes], is_safe=False)
