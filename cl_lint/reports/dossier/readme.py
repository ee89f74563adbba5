"""What a project says of itself: the first paragraphs of its README, as plain text."""

from __future__ import annotations

import re
from pathlib import Path

NAMES = ("README.md", "README.rst", "README.txt", "README", "readme.md")
MOST_BYTES = 200_000
MOST_PARAGRAPHS = 4
MOST_CHARACTERS = 1_600
_FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"(?<!\w)[*_`]{1,3}|[*_`]{1,3}(?!\w)")
_HEADING = re.compile(r"^(#{1,6}\s|[=\-~^]{3,}\s*$)")
# Lists, tables, quotes, directives, HTML and badges say little of what an application does.
_ASIDE = re.compile(r"^(\||>|<|\.\. |\[!\[|!\[|\$ |\s{4})")


def introduction(root: Path) -> tuple[str, tuple[str, ...]]:
    """The name of the README at `root` and its first paragraphs; an empty name where there is none."""
    for name in NAMES:
        path = root / name
        try:
            if not path.is_file() or path.stat().st_size > MOST_BYTES:
                continue
            return name, paragraphs(path.read_text("utf-8", "replace"))
        except OSError:
            continue
    return "", ()


def paragraphs(text: str) -> tuple[str, ...]:
    """The first paragraphs of Markdown or reStructuredText, markup taken off."""
    found: list[str] = []
    length = 0
    for block in re.split(r"\n\s*\n", _FENCE.sub("", text.replace("\r\n", "\n"))):
        lines = block.strip("\n").splitlines()
        headed = any(_HEADING.match(line) for line in lines)
        if not lines or headed or _ASIDE.match(lines[0]):
            if headed and found:
                break  # the next chapter: how to install it, mostly
            continue
        plain = _MARKUP.sub("", _LINK.sub(r"\1", " ".join(line.strip() for line in lines))).strip()
        if not re.search(r"\w", plain):
            continue
        found.append(plain[: MOST_CHARACTERS - length])
        length += len(plain)
        if len(found) == MOST_PARAGRAPHS or length >= MOST_CHARACTERS:
            break
    return tuple(found)
