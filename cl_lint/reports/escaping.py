"""Making untrusted text harmless to the terminal that shows it."""

from __future__ import annotations

import re

# Control characters, invisible ones, those that turn the direction of writing, line ends of any kind, and
# halves of surrogate pairs, which file names that are not UTF-8 hold.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)


def escape(text: str) -> str:
    """`text` on one line, with everything that a terminal might obey, or not show, written as an escape."""
    return _UNSAFE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    number = ord(found[0])
    if number < 0x100:
        return {9: "\\t", 10: "\\n", 13: "\\r"}.get(number, f"\\x{number:02x}")
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def encodable(text: str, encoding: str | None) -> str:
    """`text` with what `encoding` cannot express written as escapes."""
    encoding = encoding or "ascii"
    try:
        return text.encode(encoding, "backslashreplace").decode(encoding)
    except LookupError:
        return text.encode("ascii", "backslashreplace").decode("ascii")
