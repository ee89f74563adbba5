"""CL002: a suppression that suppresses nothing is removed, and nothing else of its comment."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from cl_lint.fixes.context import Context
from cl_lint.fixes.model import Change, Fix
from cl_lint.suppressions.comments import MARK, MalformedError, parse_comment

_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_OTHER = re.compile(r"\s#\s")
# What the rule says of a comment, and whether the comment may be dropped unseen: a slip of the pen may not.
_SAYS = (
    (re.compile(r"no finding of (?P<selector>\S+) in this "), True),
    (re.compile(r"^(?P<selector>\S+) cannot be suppressed"), True),
    (re.compile(r"^no rule '(?P<selector>[^']+)'"), False),
    (re.compile(r"^the suppression ended on (?P<day>\S+) "), True),
    (re.compile(r"^on a line of its own, "), False),
)


def fixes(context: Context) -> Iterator[Fix]:
    """The comment without what is reported, or the line without the comment."""
    source, place = context.source, context.finding.place
    start = source.offset(place.line, place.column)
    end = source.offset(place.end_line, place.end_column)
    comment = source.text[start:end]
    for pattern, is_safe in _SAYS:
        said = pattern.search(context.finding.message)
        if said is not None and comment.startswith("#"):
            idle = said.groupdict()
            kept = "".join(_without(part, idle) for part in _parts(comment)).strip()
            what = f"suppression of {idle['selector']}" if "selector" in idle else "suppression"
            if kept != comment:
                yield context.fix(
                    f"Remove the unused {what}", [_removal(context, start, end, kept)], is_safe=is_safe
                )
            return


def _parts(comment: str) -> Iterator[str]:
    """The comment cut before each suppression in it, and before the comment behind one."""
    cuts = {0, len(comment)}
    for mark in MARK.finditer(comment):
        behind = _OTHER.search(comment, mark.end())
        cuts |= {mark.start(), behind.start() if behind else len(comment)}
    ordered = sorted(cuts)
    for start, end in itertools.pairwise(ordered):
        yield comment[start:end]


def _without(part: str, idle: dict[str, str]) -> str:
    """One part of a comment after the fix."""
    parsed = next(parse_comment(part), None) if MARK.match(part) else None
    if parsed is None or isinstance(parsed, MalformedError):
        return part
    if "selector" in idle:
        left = [each for each in parsed.selectors if each != idle["selector"]]
        if len(left) == len(parsed.selectors):
            return part
        return _BRACKETS.sub(f"[{', '.join(left)}]", part, count=1) if left else ""
    if "day" in idle:
        return "" if str(parsed.until) == idle["day"] else part
    return part if parsed.whole_file else ""


def _removal(context: Context, start: int, end: int, kept: str) -> Change:
    """`kept` in place of the comment; the space before it goes too, and the line where nothing else is."""
    source = context.source
    if kept:
        return Change(start, end, kept)
    first = source.line_start(start)
    before = source.text[first:start]
    if not before.strip():
        return Change(first, source.line_end(start), "")
    return Change(first + len(before.rstrip(" \t")), end, "")
