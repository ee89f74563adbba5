"""The comments of a file that speak to the linter."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator, Sequence

MARK = "cl-lint:"

# Strings first, so that a `#` inside one is no comment. Good enough where the tokenizer gives up.
_LEXEMES = re.compile(
    r'"""(?:\\[\s\S]|[^\\])*?"""|\'\'\'(?:\\[\s\S]|[^\\])*?\'\'\''
    r'|"(?:\\[\s\S]|[^"\\\n\r])*"|\'(?:\\[\s\S]|[^\'\\\n\r])*\'|(#[^\n\r]*)'
)


def suppression_comments(text: str, starts: Sequence[int]) -> tuple[tuple[int, str], ...]:
    """(offset, text) of every comment that holds the mark, in order."""
    if MARK not in text:
        return ()
    return tuple((offset, comment) for offset, comment in _comments(text, starts) if MARK in comment)


def _comments(text: str, starts: Sequence[int]) -> Iterator[tuple[int, str]]:
    try:
        yield from list(_tokenized_comments(text, starts))
    except (tokenize.TokenError, SyntaxError, IndexError):
        for match in _LEXEMES.finditer(text):
            if match.group(1):
                yield match.start(1), match.group(1)


def _tokenized_comments(text: str, starts: Sequence[int]) -> Iterator[tuple[int, str]]:
    ends = (*starts[1:], len(text))
    # The tokenizer counts lines by \n only.
    lines = [text[start:end].rstrip("\r\n") + "\n" for start, end in zip(starts, ends, strict=True)]
    for token in tokenize.generate_tokens(io.StringIO("".join(lines), newline="\n").readline):
        if token.type == tokenize.COMMENT:
            yield starts[token.start[0] - 1] + token.start[1], token.string
