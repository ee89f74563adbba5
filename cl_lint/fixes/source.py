"""One file's text and its tree, with the place of every node, for those who change it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

import libcst as cst

from cl_lint.findings import Place
from cl_lint.fixes.model import Change, Edit
from cl_lint.sources import Problem, parse
from cl_lint.sources.lines import starts_of_lines
from cl_lint.syntax.positions import spans

Node = TypeVar("Node", bound=cst.CSTNode)
Span = tuple[int, int]

_INDENT = re.compile(r"[ \t\f]*")
_LAYOUT = (
    cst.BaseParenthesizableWhitespace,
    cst.TrailingWhitespace,
    cst.EmptyLine,
    cst.Comment,
    cst.Newline,
)


class UnparsedError(ValueError):
    """A text that is not valid Python: nothing in it can be mended."""


class Source:
    """The tree of `text`, its spans and its parents. Raises `UnparsedError`."""

    def __init__(self, text: str) -> None:
        parsed = parse(text)
        if isinstance(parsed, Problem):
            raise UnparsedError(parsed.reason)
        self.text = text
        self.tree: cst.Module = parsed
        self.starts = starts_of_lines(text)
        self._spans, spanned = spans(parsed, text)
        if spanned != text:
            raise UnparsedError("its tree does not fit the text")

    # -- nodes

    @cached_property
    def nodes(self) -> tuple[cst.CSTNode, ...]:
        """All nodes but those of layout and punctuation, outer before inner."""
        return tuple(self._walk(self.tree))

    @cached_property
    def _parents(self) -> dict[int, cst.CSTNode]:
        return {id(child): node for node in (self.tree, *self.nodes) for child in children(node)}

    def _walk(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        stack = [*reversed(children(node))]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(children(node)))

    def within(self, node: cst.CSTNode, kind: type[Node]) -> Iterator[Node]:
        """The nodes of a kind in and below `node`."""
        for each in (node, *self._walk(node)):
            if isinstance(each, kind):
                yield each

    def parent(self, node: cst.CSTNode) -> cst.CSTNode:
        """What a node is directly part of; the module of itself."""
        return self._parents.get(id(node), self.tree)

    def above(self, node: cst.CSTNode) -> Iterator[cst.CSTNode]:
        """What a node is part of, inner before outer, up to the module."""
        while node is not self.tree:
            node = self.parent(node)
            yield node

    def enclosing(self, node: cst.CSTNode, *kinds: type[cst.CSTNode]) -> cst.CSTNode | None:
        """The innermost node of one of these kinds that `node` is part of."""
        return next((each for each in self.above(node) if isinstance(each, kinds)), None)

    def at(self, place: Place, kind: type[Node]) -> Node | None:
        """The outermost node of a kind that stands exactly at a place."""
        span = (self.offset(place.line, place.column), self.offset(place.end_line, place.end_column))
        for node in self.nodes:
            if isinstance(node, kind) and self._spans.get(id(node)) == span:
                return node
        return None

    # -- places

    def offset(self, line: int, column: int) -> int:
        """The offset of a place, both counted from one."""
        return self.starts[line - 1] + column - 1

    def span(self, node: cst.CSTNode) -> Span:
        """Where a node stands, without its own parentheses."""
        return self._spans[id(node)]

    def has_span(self, node: cst.CSTNode) -> bool:
        return id(node) in self._spans

    def code(self, node: cst.CSTNode) -> str:
        """The text of a node."""
        start, end = self.span(node)
        return self.text[start:end]

    def line_of(self, offset: int) -> int:
        return bisect_right(self.starts, offset)

    def line_start(self, offset: int) -> int:
        """The offset at which the line of `offset` begins."""
        return self.starts[self.line_of(offset) - 1]

    def line_end(self, offset: int) -> int:
        """The offset just past the line of `offset`, its end included."""
        line = self.line_of(offset)
        return self.starts[line] if line < len(self.starts) else len(self.text)

    def indent(self, offset: int) -> str:
        """The white space with which the line of `offset` begins."""
        found = _INDENT.match(self.text, self.line_start(offset))
        return found[0] if found else ""

    @cached_property
    def newline(self) -> str:
        """The line end of the file: its first one."""
        return self.newline_at(0)

    def newline_at(self, offset: int) -> str:
        """The line end of the line of `offset`, else the file's."""
        end = self.line_end(offset)
        line = self.text[self.line_start(offset) : end]
        for mark in ("\r\n", "\r", "\n"):
            if line.endswith(mark):
                return mark
        return self.newline if offset and len(self.starts) > 1 else "\n"

    # -- changes

    def edits(self, changes: list[Change]) -> tuple[Edit, ...]:
        """Changes as edits with lines and columns, in order."""
        return tuple(self._edit(change) for change in sorted(set(changes)))

    def _edit(self, change: Change) -> Edit:
        line, end_line = self.line_of(change.start), self.line_of(change.end)
        return Edit(
            line,
            change.start - self.starts[line - 1] + 1,
            end_line,
            change.end - self.starts[end_line - 1] + 1,
            change.text,
        )

    def replaced(self, node: cst.CSTNode, text: str) -> Change:
        """`text` in the place of a node."""
        return Change(*self.span(node), text)


def children(node: cst.CSTNode) -> list[cst.CSTNode]:
    """The nodes directly below one, those of layout left out."""
    found: list[cst.CSTNode] = []
    for name in _fields(type(node)):
        value = getattr(node, name)
        if isinstance(value, cst.CSTNode):
            found.append(value)
        elif isinstance(value, (list, tuple)):
            found += [item for item in value if isinstance(item, cst.CSTNode)]
    return [each for each in found if not isinstance(each, _LAYOUT)]


_FIELDS: dict[type, tuple[str, ...]] = {}
_PUNCTUATION = frozenset({"lpar", "rpar", "header", "footer", "leading_lines", "lines_after_decorators"})


def _fields(kind: type[cst.CSTNode]) -> tuple[str, ...]:
    if kind not in _FIELDS:
        names = (name for name in kind.__dataclass_fields__ if not name.startswith(("whitespace", "_")))
        _FIELDS[kind] = tuple(name for name in names if name not in _PUNCTUATION)
    return _FIELDS[kind]
