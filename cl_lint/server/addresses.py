"""Files and the URIs by which editors name them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

_DRIVE = re.compile(r"/[A-Za-z]:(?:/|$)")


def path_text(uri: str, windows: bool) -> str | None:
    """The file name that a URI stands for, as Windows or others spell it; None where it names no file.

    Editors write the colon of a drive as it is or as `%3A`; a host makes a share.
    """
    parts = urlsplit(uri)
    if parts.scheme.lower() != "file":
        return None
    path = unquote(parts.path)
    if not windows:
        return path or None
    if parts.netloc and parts.netloc.lower() != "localhost":
        path = f"//{unquote(parts.netloc)}{path}"
    elif _DRIVE.match(path):
        path = path[1:]
    return path.replace("/", "\\") or None


def path_of(uri: str) -> Path | None:
    """The absolute path of a file's URI; None where it names no file of this machine."""
    text = path_text(uri, os.name == "nt")
    return Path(os.path.abspath(text)) if text is not None and "\0" not in text else None


def uri_of(path: Path) -> str:
    """The URI of an absolute path."""
    return path.as_uri()
