"""The values of literals, from their source text."""

from __future__ import annotations

import re
import unicodedata
from typing import Union

_ESCAPE = re.compile(r"\\(\r\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\}|[\s\S])")
_SIMPLE = {
    "\r\n": "", "\n": "", "\r": "", "\\": "\\", "'": "'", '"': '"',
    "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v",
}  # fmt: skip


def string_value(source: str) -> Union[str, bytes]:
    """The value of a string or bytes literal (no f-string)."""
    quote = 0
    while source[quote] not in "\"'":
        quote += 1
    width = 3 if len(source) >= quote + 6 and source[quote] == source[quote + 1] == source[quote + 2] else 1
    body = source[quote + width : -width]
    prefix = source[:quote].lower()
    if "b" in prefix:
        return bytes_text(body, "r" in prefix)
    if "\\" in body and "r" not in prefix:
        return unescape(body)
    return body.replace("\r\n", "\n").replace("\r", "\n") if "\r" in body else body


def unescape(body: str) -> str:
    """Replace the escapes of a text literal."""
    if "\r" in body:
        body = body.replace("\r\n", "\n").replace("\r", "\n")
    return _ESCAPE.sub(_text_escape, body)


def bytes_text(body: str, raw: bool) -> bytes:
    if "\r" in body:
        body = body.replace("\r\n", "\n").replace("\r", "\n")
    if not raw and "\\" in body:
        body = _ESCAPE.sub(_byte_escape, body)
    return body.encode("latin-1", "replace")


def _text_escape(match: re.Match[str]) -> str:
    escape = match.group(1)
    simple = _SIMPLE.get(escape)
    if simple is not None:
        return simple
    kind = escape[0]
    if kind in "01234567":
        return chr(int(escape, 8))
    if len(escape) == 1:
        return match.group()
    if kind == "N":
        try:
            return unicodedata.lookup(escape[2:-1])
        except KeyError:
            return match.group()
    code = int(escape[1:], 16)
    return chr(code) if code < 0x110000 else match.group()


def _byte_escape(match: re.Match[str]) -> str:
    escape = match.group(1)
    simple = _SIMPLE.get(escape)
    if simple is not None:
        return simple
    if escape[0] in "01234567":
        return chr(int(escape, 8) & 0xFF)
    if escape[0] == "x" and len(escape) == 3:
        return chr(int(escape[1:], 16))
    return match.group()
