"""The day and the moment of a run."""

from __future__ import annotations

import os
from datetime import date, datetime, timezone


def today() -> date:
    """The day in UTC; that of SOURCE_DATE_EPOCH (seconds) where it is set, for runs that can be repeated."""
    return now().date()


def now() -> datetime:
    """The moment in UTC, to the second; that of SOURCE_DATE_EPOCH where it is set."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(fixed), timezone.utc)
    except (ValueError, OverflowError, OSError):
        return datetime.now(timezone.utc).replace(microsecond=0)
