"""The status of the failing answer: numbers and texts that remember what they are made of, so that
a test of the status can be told from any other, and asked again for another status."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Make = Callable[[int], Any]


class Status(int):
    """The status, or a number made of it; `make` makes the same of another status."""

    make: Make


class StatusText(str):
    """The status as a text, or a part of it."""

    make: Make


def status(value: int, make: Make = int) -> Status:
    made = Status(value)
    made.make = make
    return made


def status_text(value: str, make: Make = str) -> StatusText:
    made = StatusText(value)
    made.make = make
    return made


def made_of(thing: Any, other: int) -> Any:
    """What a thing would be for another status."""
    return thing.make(other) if isinstance(thing, (Status, StatusText)) else thing


def is_of_status(*things: Any) -> bool:
    return any(isinstance(t, (Status, StatusText)) for t in things)
