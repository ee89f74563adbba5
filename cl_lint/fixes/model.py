"""What a fix is: edits of one file's text, and whether they change anything but the practice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cl_lint.sources.lines import starts_of_lines


@dataclass(frozen=True, order=True)
class Edit:
    """The characters from (`line`, `column`) up to, and without, (`end_line`, `end_column`) become `text`.

    Lines and columns are one-based, columns count characters, lines end in \\n, \\r\\n or \\r. An edit whose
    range is empty inserts.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@dataclass(frozen=True)
class Fix:
    """A way to mend a finding. `edits` are of the file that the finding is in, in order, and do not overlap.

    A safe fix changes nothing but what the practice asks for; any other is for a person to look at.
    `description` is a sentence without a full stop, in the imperative.
    """

    description: str
    is_safe: bool
    edits: tuple[Edit, ...]


@dataclass(frozen=True, order=True)
class Change:
    """The characters from offset `start` up to, and without, `end` become `text`."""

    start: int
    end: int
    text: str


def changes_of(fix: Fix, text: str) -> tuple[Change, ...]:
    """The edits of a fix as offsets into the text that it was made for."""
    starts = starts_of_lines(text)
    return tuple(
        Change(
            starts[edit.line - 1] + edit.column - 1,
            starts[edit.end_line - 1] + edit.end_column - 1,
            edit.text,
        )
        for edit in fix.edits
    )


def apply_changes(text: str, changes: Iterable[Change]) -> str:
    """The text after all changes, of which none overlap; equal ones count once."""
    parts, at = [], 0
    for change in sorted(set(changes)):
        parts += [text[at : change.start], change.text]
        at = change.end
    return "".join([*parts, text[at:]])


def apply_fix(text: str, fix: Fix) -> str:
    """The text after the fix."""
    return apply_changes(text, changes_of(fix, text))


def overlap(one: Iterable[Change], other: Iterable[Change]) -> bool:
    """Whether two sets of changes cannot be made together. The same change in both is no conflict."""
    first, second = set(one), set(other)
    shared = first & second
    return any(_touch(a, b) for a in first - shared for b in second - shared) or any(
        _touch(a, b) for a in shared for b in (first | second) - shared
    )


def _touch(one: Change, other: Change) -> bool:
    # Two that start at the same place have no order; an insertion at the end of another change is fine.
    return one.start == other.start or (one.start < other.end and other.start < one.end)
