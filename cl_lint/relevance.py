"""Which files can matter: a scan of their bytes, before anything is parsed."""

from __future__ import annotations

from collections.abc import Mapping


def relevant(files: Mapping[str, bytes]) -> set[str]:
    """The names of the files to lower at once; others are lowered when a name leads to them."""
    return set(files)
