"""The day and the moment of a run."""

from __future__ import annotations

import os
from datetime import date, datetime, timezone

VARIABLE = "SOURCE_DATE_EPOCH"


class ClockError(ValueError):
    """SOURCE_DATE_EPOCH is set to something that is no moment; the message says so in one line."""


def today() -> date:
    """The day in UTC; that of SOURCE_DATE_EPOCH (seconds) where it is set, for runs that can be repeated.

    Raises `ClockError`."""
    return now().date()


def now() -> datetime:
    """The moment in UTC, to the second; that of SOURCE_DATE_EPOCH where it is set. Raises `ClockError`."""
    fixed = os.environ.get(VARIABLE)
    if not fixed:
        return datetime.now(timezone.utc).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(fixed), timezone.utc)
    except (ValueError, OverflowError, OSError) as error:
        raise ClockError(
            f"{VARIABLE} is {fixed!r}: set it to whole seconds since 1970-01-01 UTC, or unset it"
        ) from error
