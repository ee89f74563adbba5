"""Lines as Python counts them."""

from __future__ import annotations

import re

_END = re.compile(r"\r\n|\r|\n")


def split_lines(text: str) -> list[str]:
    """The lines of a module without their ends; form feeds and Unicode separators end none."""
    return _END.split(text)
