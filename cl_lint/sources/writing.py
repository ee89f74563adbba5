"""Writing source files back: whole or not at all, and never over somebody else's change."""

from __future__ import annotations

import codecs
import os
import stat
import tempfile
from pathlib import Path

from cl_lint.sources.files import declared_encoding

TEMPORARY = ".cl-lint-"
"""How the names of files begin that are about to take the place of another."""


class WriteError(ValueError):
    """A file cannot be written as asked, and is as it was; the text says why, without naming the file."""


def encoded(text: str, like: bytes, was: str) -> bytes:
    """`text` in the encoding of the file whose bytes are `like` and whose text is `was`, with its byte order
    mark. Raises `WriteError` where the encoding lacks a character, or would change other bytes."""
    mark = codecs.BOM_UTF8 if like.startswith(codecs.BOM_UTF8) else b""
    encoding = "utf-8" if mark else declared_encoding(like)
    try:
        if mark + was.encode(encoding) != like:
            raise WriteError(f"other parts of it would change, as {encoding} has several forms of them")
        return mark + text.encode(encoding)
    except UnicodeEncodeError as error:
        character = error.object[error.start]
        raise WriteError(f"its encoding {encoding} lacks {character!r}") from error


def replace_file(path: Path, old: bytes, new: bytes) -> None:
    """Put `new` in the place of `old`, in one step; mode and links stay as they are.

    Raises `WriteError` if the file does not hold `old` any more, and `OSError`.
    """
    real = os.path.realpath(path)
    mode = stat.S_IMODE(os.stat(real).st_mode)
    if not os.access(real, os.W_OK):
        raise WriteError("it is write-protected")
    descriptor, temporary = tempfile.mkstemp(dir=os.path.dirname(real), prefix=TEMPORARY)
    try:
        with open(descriptor, "wb") as stream:
            stream.write(new)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, mode)
        if Path(real).read_bytes() != old:
            raise WriteError("it has changed since it was checked")
        os.replace(temporary, real)
    except BaseException:
        os.unlink(temporary)
        raise


def write_text(path: Path, text: str) -> None:
    """Write a file in UTF-8 with the line ends of `text`, in one step; an existing one keeps its mode.

    Raises `OSError`.
    """
    real = Path(os.path.realpath(path))
    mode = stat.S_IMODE(real.stat().st_mode) if real.exists() else None
    descriptor, temporary = tempfile.mkstemp(dir=real.parent, prefix=TEMPORARY)
    try:
        with open(descriptor, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        os.chmod(temporary, mode if mode is not None else 0o666 & ~_umask())
        os.replace(temporary, real)
    except BaseException:
        os.unlink(temporary)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
