"""Rows about addresses: which calls make a URL of another one, or of parts.

A name `?.method` is a method of that name of a URL, whatever its class.
"""

from __future__ import annotations

from dataclasses import dataclass

from .rows import Row


@dataclass(frozen=True)
class UrlStep(Row):
    """A call that makes a URL. `does`: "append" (segments: the arguments after the URL, each behind a
    slash), "path" (another path), "join" (as a browser resolves a link), "same" (only query, fragment or
    type change), "parts" (of scheme, host and path: a sequence, or the keywords `scheme`, `host`, `path`).
    With `keyword` the path is that keyword's, and without it the URL stays as it is. A function takes the
    URL as its first argument, a method has it."""

    does: str
    keyword: str = ""


URL_TABLES: dict[str, type[Row]] = {"url_step": UrlStep}
