"""What a hover shows: the finding, and the page of its rule."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cl_lint.catalog import load_catalog
from cl_lint.findings import Finding
from cl_lint.reports.markdown_escaping import text

# The words behind a fence's language are for our tests, and links lead from page to page in `rules/`.
_FENCE = re.compile(r"^(```\w+)[^\n`]+$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]\n]+)\]\((?!https?:)[^)\n]+\)")


def hover_text(findings: Iterable[Finding]) -> str:
    """The findings, then the page of each of their rules, as Markdown; empty where there is none."""
    found = list(findings)
    rules = load_catalog().rules
    said = [f"**{f.code} {f.name}** ({f.severity.value}): {text(f.message)}" for f in found]
    pages = [page_text(rules[code].text) for code in dict.fromkeys(f.code for f in found)]
    return "\n\n---\n\n".join(["\n\n".join(said), *pages]) if found else ""


def page_text(page: str) -> str:
    """The page of a rule, without what only makes sense in its folder."""
    return _LINK.sub(r"\1", _FENCE.sub(r"\1", page)).strip()
