"""Which rules have a fixer, and where it is."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cl_lint.fixes.context import Context
    from cl_lint.fixes.model import Fix

Fixer = Callable[["Context"], Iterator["Fix"]]

FIXERS: dict[str, str] = {
    "CL002": "unused_suppression",
    "CL102": "error_identifiers",
    "CL103": "error_detail",
    "CL105": "call_id",
    "CL201": "clock",
    "CL202": "time_format",
    "CL203": "log_clock",
    "CL301": "retry_delays",
    "CL302": "retry_bounds",
    "CL304": "retry_after",
    "CL305": "unchecked_response",
}
"""The modules of `cl_lint.fixes.fixers` by the code of the rule that they mend."""


def load_fixer(code: str) -> Fixer:
    """The fixer of a rule. Raises `KeyError` where it has none."""
    module = importlib.import_module(f"cl_lint.fixes.fixers.{FIXERS[code]}")
    fixer: Fixer = module.fixes
    return fixer
