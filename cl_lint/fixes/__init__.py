"""Fixes: what to change in a file so that a finding is gone.

A fixer looks at one finding and the text of its file, and proposes changes. It may be wrong about what the
rule will say of them: whoever writes them back checks the application again, as `cl_lint.fixing` does.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cl_lint.fixes.model import Edit, Fix, apply_fix
from cl_lint.fixes.registry import FIXERS, load_fixer

if TYPE_CHECKING:
    from cl_lint.findings import Finding
    from cl_lint.fixes.context import File
    from cl_lint.models import Models
    from cl_lint.policy import Policy

__all__ = ["FIXERS", "Edit", "Fix", "apply_fix", "fixes_for"]


def fixes_for(
    finding: Finding, text: str, policy: Policy | None = None, models: Models | None = None
) -> list[Fix]:
    """The fixes of a finding in a file that holds `text`, the best first; empty where there is none.

    `text` is as it was checked, without a byte order mark. `policy` and `models` are the application's, by
    default those of the rules' pages. Never raises for any text.
    """
    if finding.code not in FIXERS:
        return []
    file = _file(text)
    if file is None:
        return []
    from cl_lint.fixes.context import Context

    return list(load_fixer(finding.code)(Context(finding, file, policy, models)))


@lru_cache(maxsize=8)
def _file(text: str) -> File | None:
    """The file, or None where its text is not valid: read once for all its findings."""
    from cl_lint.fixes.context import File
    from cl_lint.fixes.source import UnparsedError

    try:
        return File(text)
    except UnparsedError:
        return None
