"""Hiding what looks like a secret in the code and messages that reports show."""

from __future__ import annotations

import re
from typing import Any

_LITERAL = re.compile(
    r"""\#(?P<comment>[^\r\n]*)
    | (?P<prefix>\b[rRbBfFuUtT]{1,2})?(?P<quotes>\"\"\"|'''|"|')
      (?P<body>(?:(?!(?P=quotes))(?:\\.|[^\\]))*)(?P=quotes)""",
    re.DOTALL | re.VERBOSE,
)
_WORD = (
    r"passw(?:or)?d|passwd|passphrase|\bpwd|_pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key"
    r"|credential|bearer|authorization|session[_-]?id|\bjwt|_jwt|\bpin\b|cookie"
)
_NAME = rf"(?P<name>[\w.-]*(?:{_WORD})[\w.-]*)"
# What stands before a literal that is the value of such a name.
_BEFORE = (
    # `name = `, `name: str = `, `"name": `, `["name"] = `, `name == `
    re.compile(rf"{_NAME}[\"']?\s*\]?\s*(?::\s*[\w.\[\]| ]+=|:=|[=!]=|=|:)\s*\(?\s*$", re.IGNORECASE),
    # `get("name", `
    re.compile(rf"\(\s*[\"']{_NAME}[\"']\s*,\s*$", re.IGNORECASE),
)
_BASIC_AUTH = re.compile(r"(?:auth\s*=\s*|BasicAuth)\(\s*[^,()]+,\s*$")
_HARMLESS_NAME = re.compile(
    r"(?:url|uri|endpoint|path|type|name|header|field|param|kind|scope|file|dir|prefix|error|message|env|var)s?$",
    re.IGNORECASE,
)
_URL_PASSWORD = re.compile(r"(?<=://)([^/\s:@'\"{}]*):([^/\s@'\"{}]+)(?=@)")
_SHAPE = re.compile(
    r"\beyJ[\w-]{6,}\.[\w-]{4,}(?:\.[\w-]*)?"  # a JSON web token
    r"|(?<=bearer )[\w.~+/-]{12,}=*"
    r"|(?<=basic )[\w+/]{12,}=*"
    r"|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"
    r"|\b(?:gh[pousr]|github_pat|glpat|xox[abprs]|sk|pk)[-_][\w-]{16,}",
    re.IGNORECASE,
)
_QUERY = re.compile(rf"(?<=[?&;])([\w.-]*(?:{_WORD})[\w.-]*=)([^&\s#'\"{{}}]{{3,}})", re.IGNORECASE)
_FIELD = re.compile(r"(\{[^{}]*\})")
_SCHEME = re.compile(r"(?:bearer|basic|digest|token)(?: +|$)", re.IGNORECASE)
_HIDDEN = re.compile(r"[^\r\n]")
_LOOK_BACK = 160


def mask(text: str) -> str:
    """`text` with secrets replaced by asterisks; every character keeps its place."""
    return mask_shapes(_mask_literals(text))


def mask_shapes(text: str) -> str:
    """`text` with tokens of well-known shapes, and passwords and tokens in URLs, replaced by asterisks."""
    text = _SHAPE.sub(lambda found: "*" * len(found[0]), text)
    text = _QUERY.sub(lambda found: found[1] + "*" * len(found[2]), text)
    return _URL_PASSWORD.sub(lambda found: f"{found[1]}:{'*' * len(found[2])}", text)


def mask_data(data: Any) -> Any:
    """A JSON value with `mask_shapes` applied to every text in it; keys stay."""
    if isinstance(data, dict):
        return {key: mask_data(value) for key, value in data.items()}
    if isinstance(data, list):
        return [mask_data(item) for item in data]
    return mask_shapes(data) if isinstance(data, str) else data


def _mask_literals(text: str) -> str:
    parts: list[str] = []
    position, hidden = 0, False
    for found in _LITERAL.finditer(text):
        between = text[position : found.start()]
        position = found.end()
        if found["comment"] is not None:
            parts += [between, "#", _mask_literals(found["comment"])]
            continue
        hidden = (hidden and not between.strip()) or _names_secret(text, found.start())
        parts += [between, _masked(found) if hidden else found[0]]
    return "".join(parts) + text[position:]


def _names_secret(text: str, start: int) -> bool:
    before = text[max(0, start - _LOOK_BACK) : start]
    for pattern in _BEFORE:
        if found := pattern.search(before):
            return not _HARMLESS_NAME.search(found["name"])
    return _BASIC_AUTH.search(before) is not None


def _masked(literal: re.Match[str]) -> str:
    prefix, quotes, body = literal["prefix"] or "", literal["quotes"], literal["body"]
    scheme = found[0] if (found := _SCHEME.match(body)) else ""
    body = body[len(scheme) :]
    # What an f-string fills in is no secret itself: it is a name.
    pieces = _FIELD.split(body) if set(prefix.lower()) & set("ft") else [body]
    hidden = "".join(piece if piece.startswith("{") else _HIDDEN.sub("*", piece) for piece in pieces)
    return f"{prefix}{quotes}{scheme}{hidden}{quotes}"
