"""The documents that are open in the editor."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from cl_lint.server.addresses import path_of
from cl_lint.sources.files import declared_encoding

PYTHON = "python"


@dataclass(frozen=True)
class Document:
    """An open document as it is at one version. `path` need not exist: it may never have been saved."""

    uri: str
    path: Path
    version: int | None
    text: str

    @property
    def data(self) -> bytes:
        """The text as bytes that decode to it again, whatever encoding it declares."""
        data = self.text.encode("utf-8", "surrogatepass")
        try:
            is_utf_8 = codecs.lookup(declared_encoding(data)).name == "utf-8"
        except LookupError:
            is_utf_8 = True  # the declaration is wrong, which is to be reported
        return data if is_utf_8 else codecs.BOM_UTF8 + data


def document_path(uri: str, language: str, home: Path) -> Path | None:
    """Where a document that is opened belongs; None for one that is not to be checked.

    One without a file ("untitled:") counts as a new file in the folder `home`.
    """
    path = path_of(uri)
    if path is not None:
        return path if path.suffix == ".py" or (language == PYTHON and path.suffix != ".pyi") else None
    scheme, _, name = uri.partition(":")
    if scheme != "untitled" or language != PYTHON:
        return None
    stem = "".join(char if char.isalnum() else "_" for char in name)
    return home / f"untitled_{stem}.py"
