"""Lines as Python counts them."""

from __future__ import annotations

import re

_END = re.compile(r"\r\n|\r|\n")


def split_lines(text: str) -> list[str]:
    """The lines of a module without their ends; form feeds and Unicode separators end none."""
    return _END.split(text)


def starts_of_lines(text: str) -> tuple[int, ...]:
    """The offset of the first character of every line."""
    return (0, *(found.end() for found in _END.finditer(text)))
