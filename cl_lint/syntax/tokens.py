"""Where the tokens of a Python text stand.

Only the spans are wanted, not the kinds: the tree already knows what each token is. The text must be one
that libcst has parsed; of any other the answer is meaningless. Comments, white space and line ends are no
tokens. An f-string gives a token for its opening and its closing quote, and in between, for every
replacement field, the brace, the tokens of the expression, `!r` if there is a conversion, `:` if there is a
format, the fields of the format, and the closing brace. Literal text between the fields is no token.
"""

from __future__ import annotations

import re
from re import Pattern

Tokens = list[tuple[int, int]]

_SKIP = r"[ \n\r\t\f]*(?:(?:#[^\r\n]*|\\)[ \n\r\t\f]*)*"

# A character outside ASCII belongs to a name: nothing else in code has one, strings and comments aside.
_NAME = r"[^\x00-@\[-\^`{-\x7f][^\x00-/:-@\[-\^`{-\x7f]*"
_STRING = (
    r'(?:"""[^"\\]*(?:(?:\\[\s\S]|"(?!""))[^"\\]*)*"""'
    r"|'''[^'\\]*(?:(?:\\[\s\S]|'(?!''))[^'\\]*)*'''"
    r'|"[^"\\]*(?:\\[\s\S][^"\\]*)*"'
    r"|'[^'\\]*(?:\\[\s\S][^'\\]*)*')"
)
_NUMBER = (
    r"0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+"
    r"|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9][0-9_]*)?[jJ]?"
)
_OPERATOR = r"[,()\[\]{};~]|\.\.\.|\.|\*\*=?|//=?|>>=?|<<=?|->|:=|!=|<>|[-+*/%&|^@=<>]=?|:"
_PLAIN = rf"({_STRING[3:-1]}|[bBrRuU][bBrR]?{_STRING}|{_NAME}|\.(?![0-9.])|{_NUMBER}|{_OPERATOR})"
_FORMATTED = r"""(?:[fFtT][rR]?|[rR][fFtT])(?:\"{3}|'{3}|["'])"""

_skip = re.compile(_SKIP).match
# At a formatted string the search swallows the rest of the text, and group 1 stays unset.
_plain_run = re.compile(rf"{_FORMATTED}(?s:.*)|{_PLAIN}{_SKIP}").finditer
_opening = re.compile(_FORMATTED).match
_plain = re.compile(_PLAIN).match
_conversion = re.compile(r"![ \t\f]*[A-Za-z_]\w*").match
_UNSET = -1


def token_spans(text: str) -> Tokens:
    """The (start, end) of every token of `text`, in order, end exclusive."""
    tokens: Tokens = []
    position = _after_space(text, 1 if text.startswith("\ufeff") else 0)
    while True:
        run = [match.span(1) for match in _plain_run(text, position)]
        if not run or run[-1][0] != _UNSET:
            return tokens + run if tokens else run
        run.pop()
        if run:
            position = _after_space(text, run[-1][1])
        tokens += run
        position = _after_space(text, _formatted_string(text, position, tokens))


def _after_space(text: str, position: int) -> int:
    match = _skip(text, position)
    return match.end() if match else position


def _text_pattern(quote: str, raw: bool) -> Pattern[str]:
    """Literal text of an f-string, up to the closing quote or a single brace."""
    mark = quote[0]
    parts = [rf"[^{{}}\\{mark}]+", r"\{\{", r"\}\}", r"\\[^{}]", r"\\(?=[{}])"]
    if len(quote) == 3:
        parts.append(f"{mark}(?!{mark}{mark})")
    if not raw:
        parts.insert(0, r"\\N\{[^}]*\}")
    return re.compile(f"(?:{'|'.join(parts)})*", re.DOTALL)


_TEXTS = {
    (quote, raw): _text_pattern(quote, raw).match
    for quote in ("'", '"', "'''", '"""')
    for raw in (False, True)
}
_format_text = re.compile(r"(?:[^{}\\]+|\\[^{}]|\\(?=[{}]))*", re.DOTALL).match


def _formatted_string(text: str, position: int, tokens: Tokens) -> int:
    """Appends the tokens of the f-string at `position` and returns where it ends."""
    opening = _opening(text, position)
    if opening is None:
        raise ValueError(f"no formatted string at offset {position}")
    tokens.append(opening.span())
    prefix = opening.group().rstrip("\"'")
    quote = opening.group()[len(prefix) :]
    literal = _TEXTS[quote, "r" in prefix.lower()]
    position = opening.end()
    while True:
        match = literal(text, position)
        position = match.end() if match else position
        if text[position : position + 1] != "{":
            end = position + len(quote)
            tokens.append((position, end))
            return end
        position = _field(text, position, tokens)


def _field(text: str, position: int, tokens: Tokens) -> int:
    """Appends the tokens of a replacement field, from its brace to its brace; returns where it ends."""
    tokens.append((position, position + 1))
    position = _field_expression(text, position + 1, tokens)
    conversion = _conversion(text, position)
    if conversion:
        tokens.append(conversion.span())
        position = _after_space(text, conversion.end())
    if text[position : position + 1] == ":":
        tokens.append((position, position + 1))
        position = _field_format(text, position + 1, tokens)
    tokens.append((position, position + 1))
    return position + 1


def _field_expression(text: str, position: int, tokens: Tokens) -> int:
    depth = 0
    while True:
        position = _after_space(text, position)
        if _opening(text, position):
            position = _formatted_string(text, position, tokens)
            continue
        if depth == 0 and text[position : position + 1] in ":}":
            return position
        match = _plain(text, position)
        if match is None:  # The mark of a conversion.
            return position
        tokens.append(match.span())
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(match.group(), 0)
        position = match.end()


def _field_format(text: str, position: int, tokens: Tokens) -> int:
    while True:
        match = _format_text(text, position)
        position = match.end() if match else position
        if text[position : position + 1] != "{":
            return position
        position = _field(text, position, tokens)
