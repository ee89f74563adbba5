"""The numbers and names that the rules judge by; every one of them is owned by a rule page."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
_LONGEST_DELAY = 86_400.0
_MOST_RETRIES = 1_000


@dataclass(frozen=True)
class Policy:
    """What the practices ask for in figures. Delays are seconds; a retry is a try after the first one."""

    hosts: tuple[str, ...]  # each stands for itself and every host under it
    portal_hosts: tuple[str, ...]
    min_retry_delay: float
    max_retries: int
    retryable_statuses: tuple[int, ...]
    rate_limit_statuses: tuple[int, ...]
    retry_after_header: str
    correlation_header: str
    request_id_header: str
    app_header: str

    @classmethod
    def setting_names(cls) -> tuple[str, ...]:
        """The names of the settings as configuration files spell them (`min-retry-delay`)."""
        return tuple(field.name.replace("_", "-") for field in fields(cls))

    @classmethod
    def from_values(cls, values: Mapping[str, object]) -> Policy:
        """A complete policy; raises `ValueError` where a setting is missing, unknown or out of range."""
        problems = [f"missing key {key!r}" for key in cls.setting_names() if key not in values]
        read = _read(values, problems)
        return cls(**read)

    def override(self, values: Mapping[str, object]) -> Policy:
        """This policy with some settings replaced; keys are spelled as in configuration files.

        Raises `ValueError` with all problems, one a line: unknown keys, wrong types, values out of range.
        """
        return replace(self, **_read(values, []))


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint to append to an error: the known name closest to `word`, or nothing."""
    import difflib  # costs milliseconds, and is needed for errors only

    by_key = {name.lower().replace("_", "-"): name for name in known}
    close = difflib.get_close_matches(word.lower().replace("_", "-"), by_key, n=1)
    return f"; did you mean {by_key[close[0]]!r}?" if close else ""


def _read(values: Mapping[str, object], problems: list[str]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for key, value in values.items():
        reader = _READERS.get(key)
        if reader is None:
            problems.append(f"unknown key {key!r}{nearest(str(key), _READERS)}")
            continue
        try:
            read[key.replace("-", "_")] = reader(value)
        except ValueError as error:
            problems.append(f"{key}: {error}, not {value!r}")
    if problems:
        raise ValueError("\n".join(problems))
    return read


def _delay(value: object) -> float:
    # bool is an int to Python, but `true` is no number to the person who wrote it.
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError("expected a number of seconds")
    if not (math.isfinite(value) and 0 <= value <= _LONGEST_DELAY):
        raise ValueError(f"expected seconds from 0 to {_LONGEST_DELAY:.0f}")
    return float(value)


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST_RETRIES:
        raise ValueError(f"expected a whole number from 0 to {_MOST_RETRIES}")
    return value


def _statuses(value: object) -> tuple[int, ...]:
    if not isinstance(value, (list, tuple)) or not all(_is_status(item) for item in value):
        raise ValueError("expected a list of HTTP statuses from 400 to 599")
    return tuple(sorted(set(value)))


def _is_status(item: object) -> bool:
    return isinstance(item, int) and not isinstance(item, bool) and 400 <= item <= 599


def _header(value: object) -> str:
    if not isinstance(value, str) or not _HEADER.fullmatch(value):
        raise ValueError("expected the name of an HTTP header")
    return value


def _hosts(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not value or not all(_is_host(item) for item in value):
        raise ValueError("expected a list of host names without scheme, port or path")
    return tuple(dict.fromkeys(item.lower() for item in value))


def _is_host(item: object) -> bool:
    return isinstance(item, str) and _HOST.fullmatch(item.lower()) is not None


_READERS: dict[str, Callable[[object], Any]] = {
    "hosts": _hosts,
    "portal-hosts": _hosts,
    "min-retry-delay": _delay,
    "max-retries": _count,
    "retryable-statuses": _statuses,
    "rate-limit-statuses": _statuses,
    "retry-after-header": _header,
    "correlation-header": _header,
    "request-id-header": _header,
    "app-header": _header,
}
