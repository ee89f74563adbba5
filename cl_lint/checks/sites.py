"""One finding per error site and rule, at its first incomplete log call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from ..concepts.application import Application
from ..concepts.error_records import ErrorRecord
from ..concepts.log_records import LogCall

T = TypeVar("T")


def per_site(
    app: Application, missing: Callable[[ErrorRecord], T]
) -> Iterator[tuple[LogCall, ErrorRecord, T]]:
    """The first record of each site that lacks something, with its log call and what it lacks."""
    seen = set()
    places = set()
    for record in app.error_records.all:
        lacks = missing(record)
        if lacks and record.first is not None and record.site not in seen:
            seen.add(record.site)
            own = [log for log in record.logs if log.ref.module is record.site.module]
            log = (own or list(record.logs))[0]
            if (log.ref.module, log.ref.vid) not in places:
                places.add((log.ref.module, log.ref.vid))
                yield log, record, lacks
