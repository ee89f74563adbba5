"""Suppression comments for findings, added to the text of a file and to nothing else in it."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cl_lint.catalog import LINTER
from cl_lint.findings import Finding
from cl_lint.sources.lines import split_lines
from cl_lint.suppressions.comments import MalformedError, parse_comment

_LINE = re.compile(r"(?P<text>[^\r\n]*)(?P<end>\r\n|\r|\n|\Z)")
_SPANNING = {
    getattr(tokenize, f"{kind}_START", None): getattr(tokenize, f"{kind}_END", None)
    for kind in ("FSTRING", "TSTRING")
}


def reason_problem(reason: str) -> str:
    """What keeps `reason` from standing in a suppression comment; empty where nothing does."""
    if not reason.isprintable():
        return "it must be one line of printable characters"
    if "cl-lint:" in reason or re.search(r"\s#\s", f" {reason} "):
        return "it must not hold another comment"
    parsed = list(parse_comment(comment(["CL101"], reason)))
    if len(parsed) != 1 or isinstance(parsed[0], MalformedError):
        return "; ".join(map(str, parsed)) or "it cannot be read back"
    return "" if parsed[0].reason else "it says nothing"


def comment(codes: Iterable[str], reason: str) -> str:
    """The comment that suppresses these rules."""
    return f"# cl-lint: ignore[{', '.join(sorted(codes))}] -- {reason.strip()}"


def can_be_suppressed(finding: Finding) -> bool:
    """Whether a comment can suppress the finding: not what the linter says about files and comments, nor what
    stands in other files than Python's."""
    return finding.practice != LINTER and finding.place.path.endswith(".py")


@dataclass
class Places:
    """On which line the comment for a finding can stand."""

    text: str
    _taken: set[int] = field(default_factory=set)  # lines that go on inside a literal, or after a backslash
    _first: dict[int, int] = field(default_factory=dict)  # for each line, the first of its statement
    _last: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        lines = split_lines(self.text)
        commented = set()
        start, literals = 0, []
        # The tokenizer counts lines by \n only.
        for token in tokenize.generate_tokens(io.StringIO("\n".join(lines), newline="\n").readline):
            (line, _), (end, _) = token.start, token.end
            if token.type == tokenize.COMMENT:
                commented.add(line)
            elif token.type == tokenize.NEWLINE:
                self._statement(start or line, line)
                start = 0
            elif token.type not in (tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER):
                start = start or line
            if token.type in _SPANNING:
                literals.append(line)
            elif literals and token.type in _SPANNING.values():
                self._taken.update(range(literals.pop(), end))
            elif token.type == tokenize.STRING:
                self._taken.update(range(line, end))
        self._taken |= {
            number for number, line in enumerate(lines, 1) if line.endswith("\\") and number not in commented
        }

    def _statement(self, first: int, last: int) -> None:
        for line in range(first, last + 1):
            self._first[line], self._last[line] = first, last

    def line(self, finding: Finding) -> int | None:
        """The line: that of the finding, else the last or first of the statement; None where none will do."""
        own = finding.place.line
        for line in (own, self._last.get(own), self._first.get(own)):
            if line is not None and line not in self._taken and line in self._last:
                return line
        return None


def lines_for(text: str, findings: Iterable[Finding]) -> dict[int, set[str]]:
    """The lines that need a comment, each with the codes for it. Findings that no comment can reach are left
    out; so is everything in a text that is not valid Python."""
    try:
        places = Places(text)
    except (tokenize.TokenError, SyntaxError):
        return {}
    found: dict[int, set[str]] = {}
    for finding in findings:
        line = places.line(finding)
        if line is not None:
            found.setdefault(line, set()).add(finding.code)
    return found


def with_comments(text: str, lines: Mapping[int, Iterable[str]], reason: str) -> str:
    """`text` with a comment at the end of each of these lines; every other character is as it was."""
    parts = []
    for number, found in enumerate(_LINE.finditer(text), 1):
        added = f"  {comment(lines[number], reason)}" if number in lines else ""
        parts += [found["text"], added, found["end"]]
    return "".join(parts)
