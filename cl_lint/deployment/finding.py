"""Which JSON files of a project are about registering the application."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from cl_lint.deployment.documents import BODY, Document, document_of
from cl_lint.sources import Problem, read, relative_name
from cl_lint.sources.discovery import discover_others

_OWN_NAME = re.compile(r"application.?registration", re.IGNORECASE)
_OWN_WORDS = re.compile(rb"PartnerPrimeAccountId|accountIdGUID", re.IGNORECASE)
_WORDS = re.compile(rb"redirectUris|Application Registration|/applications/|accountId\b", re.IGNORECASE)


def find_documents(
    paths: Sequence[Path], root: Path, exclude: Sequence[str], *, is_cloudlink: bool
) -> tuple[dict[str, Document], dict[str, Problem]]:
    """The registration files among and below `paths`, and why others cannot be assessed, by name.

    `exclude` holds gitignore patterns. Where the project is not `is_cloudlink`, the members of a request body
    that was only come across do not say whose it is.
    """
    named = [Path(os.path.abspath(path)) for path in paths if is_json(path.name) and not path.is_dir()]
    documents: dict[str, Document] = {}
    problems: dict[str, Problem] = {}
    for path in (*named, *discover_others(paths, root, exclude, is_json)):
        is_named = path in named
        found = find_document(path, root, named=is_named)
        name = relative_name(path, root)
        if isinstance(found, Problem):
            problems[name] = found
        elif found is not None and (is_named or is_cloudlink or found.kind != BODY):
            documents[name] = found
    return documents, problems


def is_json(name: str) -> bool:
    """Whether a file of this name is one of JSON."""
    return name.lower().endswith(".json")


def find_document(path: Path, root: Path, *, named: bool) -> Document | Problem | None:
    """The registration file at `path`, why it cannot be assessed, or None where it is none of ours.

    A file that the user `named` is always one or the other; one that was only come across must show by name
    or words that it is about a registration.
    """
    source = read(path, root)
    own = named or _OWN_NAME.search(path.name) is not None or _OWN_WORDS.search(source.data) is not None
    if not own and not _WORDS.search(source.data):
        return None
    found = document_of(source)
    if isinstance(found, Problem):
        return found if own else None
    return found if named or found.is_registration else None
