"""What a log record, or a part of one, tells of a failed request."""

from __future__ import annotations

from typing import NamedTuple

DEPTH = 22
"""Steps from a value to what it is made of."""


class Fact(NamedTuple):
    """`kind`: correlation, request id, headers, status, reason, body, item (of the body; `name` is
    the key), error (`name` is "status:LIB", "transport:LIB" or "project"), url, traceback, name
    (how the source spells something unknown), key (a field's name)."""

    kind: str
    name: str = ""


Facts = frozenset[Fact]
NOTHING: Facts = frozenset()


def tells_error(facts: Facts) -> bool:
    """Whether facts hold something of a failure, not only names."""
    return any(f.kind not in ("name", "key", "url") for f in facts)
