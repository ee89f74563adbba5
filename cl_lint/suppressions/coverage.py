"""Which lines a suppression comment covers, by the statement or block at which it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cl_lint.syntax import summary as s
from cl_lint.syntax.traverse import statements


class Region(NamedTuple):
    """Lines that a comment on any of the `marks` covers."""

    marks: Sequence[int]
    lines: range


class Coverage:
    """The statements and blocks of one file, as ranges of lines."""

    def __init__(self, summary: s.Summary, text: str) -> None:
        self._summary = summary
        self._text = text
        # The statement that binds a definition has the span of its name.
        self._definitions: dict[s.Span, s.Span] = {f.span: f.body_span for f in summary.functions[1:]}
        self._definitions.update((c.span, c.body_span) for c in summary.classes)
        self._regions = [*self._statements(), *self._blocks()]

    def line(self, offset: int) -> int:
        return bisect_right(self._summary.line_starts, offset)

    def stands_alone(self, offset: int) -> bool:
        """Whether nothing but white space stands before the comment on its line."""
        start = self._summary.line_starts[self.line(offset) - 1]
        return not self._text[start:offset].strip()

    def lines(self, offset: int) -> list[range]:
        """The lines that the comment at this offset covers; none where it stands alone."""
        if self.stands_alone(offset):
            return []
        line = self.line(offset)
        return [range(line, line + 1), *(r.lines for r in self._regions if line in r.marks)]

    def _range(self, start: int, end: int) -> range:
        return range(self.line(start), self.line(max(end - 1, start)) + 1)

    def _statements(self) -> Iterator[Region]:
        for function in self._summary.functions:
            for statement in statements(function.body):
                for span in _own_spans(statement):
                    lines = self._range(*span)
                    if len(lines) > 1:
                        yield Region((lines[0], lines[-1]), lines)
                if isinstance(statement, s.With):
                    end = max(self._end(statement), statement.span[1])
                    first = min((self._start(inner) for inner in statement.body), default=None)
                    yield self._block(statement.span[0], statement.span, first, end)

    def _blocks(self) -> Iterator[Region]:
        for function in self._summary.functions[1:]:
            if function.span == function.body_span:  # a lambda is an expression
                continue
            start, end = function.body_span
            first = min((self._start(statement) for statement in function.body), default=None)
            yield self._block(start, function.span, first, end)
        for cls in self._summary.classes:
            start, end = cls.body_span
            around = statements(self._summary.functions[cls.parent].body)
            inner = (self._start(statement) for statement in around)
            first = min((i for i in inner if cls.span[1] < i < end), default=None)
            yield self._block(start, cls.span, first, end)

    def _block(self, start: int, head: s.Span, first: int | None, end: int) -> Region:
        """The region of a block whose header holds `head` and ends before the statement at `first`."""
        lines = self._range(start, end)
        last = self.line(end if first is None else first)
        return Region(range(lines[0], max(last, self.line(head[1]) + 1)), lines)

    def _start(self, statement: s.Statement) -> int:
        return self._definitions.get(statement.span, statement.span)[0]

    def _end(self, block: s.With) -> int:
        ends = [0]
        for statement in statements(block.body):
            ends.append(self._definitions.get(statement.span, statement.span)[1])
            ends.extend(end for _, end in _own_spans(statement))
        return max(ends)


def _own_spans(statement: s.Statement) -> Iterator[s.Span]:
    """The spans of a simple statement, or of the headers of a compound one."""
    if isinstance(statement, s.Try):
        yield from (handler.span for handler in statement.handlers)
    elif isinstance(statement, s.Match):
        yield from (case.span for case in statement.cases)
    else:
        yield statement.span
