"""The status of the failing answer: numbers and texts that remember what they are, so that a
comparison with them can be told from any other."""

from __future__ import annotations


class Status(int):
    """The status, or a number made of it."""


class StatusText(str):
    """The status as a text."""
