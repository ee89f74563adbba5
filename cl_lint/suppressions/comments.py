"""What a suppression comment says: `# cl-lint: ignore[CL502] -- reason (until 2027-03-31)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cl_lint.policy import nearest

MARK = re.compile(r"(?:^|(?<=\s))#\s*cl-lint:")
_OTHER_COMMENT = re.compile(r"\s#\s.*")  # one behind ours; "#123" belongs to the reason
_SHAPE = re.compile(r"(?P<word>[\w-]*)\s*(?:\[(?P<codes>[^\[\]]*)(?P<end>\]?)(?P<rest>.*))?", re.DOTALL)
_UNTIL = re.compile(r"\(\s*until\b\s*([^()]*)\)")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LINE, _FILE = "ignore", "ignore-file"


@dataclass(frozen=True)
class Suppression:
    """One suppression, well-formed; `selectors` are codes, names or prefixes as they are written, and
    `until` is the last day on which it holds."""

    selectors: tuple[str, ...]
    whole_file: bool
    reason: str
    until: date | None


class MalformedError(ValueError):
    """A comment that looks like a suppression and is none; the text says what is wrong."""


def parse_comment(comment: str) -> Iterator[Suppression | MalformedError]:
    """What the comment, given with its `#`, suppresses; nothing where it only mentions the linter."""
    for part in MARK.split(comment)[1:]:
        try:
            yield _parse(_OTHER_COMMENT.sub("", part).strip())
        except MalformedError as error:
            yield error


def _parse(text: str) -> Suppression:
    shape = _SHAPE.match(text)
    word = shape["word"] if shape else ""
    if shape is None or word not in (_LINE, _FILE):
        hint = nearest(word, (_LINE, _FILE))
        raise MalformedError(f"expected ignore[...] or ignore-file[...] after 'cl-lint:'{hint}")
    if shape["codes"] is None:
        raise MalformedError(f"the rules must be named in brackets: {word}[CL...]")
    if not shape["end"]:
        raise MalformedError("the closing bracket is missing")
    selectors = tuple(dict.fromkeys(c.strip() for c in shape["codes"].split(",") if c.strip()))
    if not selectors:
        raise MalformedError("no rule is named in the brackets")
    reason, until = _explanation(shape["rest"].strip())
    return Suppression(selectors, word == _FILE, reason, until)


def _explanation(rest: str) -> tuple[str, date | None]:
    """The reason, empty where none is given, and the last day."""
    dated = _UNTIL.search(rest)
    until = None if dated is None else _day(dated[1].strip())
    reason = _UNTIL.sub("", rest).strip()
    if not any(character.isalnum() for character in reason):
        return "", until
    if not reason.startswith("--"):
        raise MalformedError("the reason must follow two hyphens after the closing bracket")
    return reason.lstrip("-").strip(), until


def _day(text: str) -> date:
    # Later versions of Python read more forms than this one.
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise MalformedError(f"{text!r} is not a date such as 2027-03-31")
