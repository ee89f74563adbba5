"""How wide a text is, and how to make it fit; without a font at hand, by the usual widths of its letters."""

from __future__ import annotations

import unicodedata

NARROW = frozenset("ijl.,:;'|!()[]{}/\\ ftrI-`")
WIDE = frozenset("mwMW@%")
ELLIPSIS = "…"


def width(text: str, size: float) -> float:
    """About how wide a text is in a font of `size` pixels, rather too much than too little."""
    return sum(_width_of(char) for char in text) * size


def _width_of(char: str) -> float:
    if char in NARROW:
        return 0.38
    if char in WIDE:
        return 0.92
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return 1.05
    return 0.66 if char.isupper() else 0.585


def fitted(text: str, size: float, room: float) -> str:
    """The text, or its beginning and its end around an ellipsis where it is wider than `room` pixels."""
    if width(text, size) <= room:
        return text
    head, tail = (len(text) + 1) // 2, len(text) // 2
    while head + tail > 1 and width(text[:head] + ELLIPSIS + text[len(text) - tail :], size) > room:
        if head > tail:
            head -= 1
        else:
            tail -= 1
    return text[:head] + ELLIPSIS + text[len(text) - tail :]
