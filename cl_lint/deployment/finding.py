"""Which JSON files of a project are about registering the application."""

from __future__ import annotations

import re
from pathlib import Path

from cl_lint.deployment.documents import Document, decode, document_of
from cl_lint.sources import Problem, read

SUFFIX = ".json"

_OWN_NAME = re.compile(r"application.?registration", re.IGNORECASE)
_OWN_WORDS = re.compile(rb"PartnerPrimeAccountId|accountIdGUID", re.IGNORECASE)
_WORDS = re.compile(rb"redirectUris|Application Registration|/applications/|accountId\b", re.IGNORECASE)


def is_candidate(path: Path) -> bool:
    """Whether the file is JSON by its name."""
    return path.name.lower().endswith(SUFFIX) and not path.is_dir()


def find_document(path: Path, root: Path, *, named: bool) -> Document | Problem | None:
    """The registration file at `path`, why it cannot be assessed, or None where it is none of ours.

    A file that the user `named` is always one or the other; one that was only come across must show by name
    or words that it is about a registration.
    """
    source = read(path, root, decode)
    own = named or _OWN_NAME.search(path.name) is not None or _OWN_WORDS.search(source.data) is not None
    if not own and not _WORDS.search(source.data):
        return None
    found = document_of(source)
    if isinstance(found, Problem):
        return found if own else None
    return found if named or found.is_registration else None
