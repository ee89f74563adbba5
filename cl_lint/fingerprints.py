"""What a finding is recognised by when its file has changed: the rule, and the statement it is in.

The statement counts by its syntax tree, with the local names numbered, so that lines, indentation,
formatting, comments and the names of local variables make no difference. Blocks count by their headers.
"""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cl_lint.findings import Finding, Place
from cl_lint.sources.lines import split_lines

_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
_PASSED_OVER = frozenset({"ctx", "kind", "type_comment", *_BLOCKS})
_SPACE = re.compile(r"\s+")
_LENGTH = 16


@dataclass(frozen=True, order=True)
class Fingerprint:
    """`path` and `symbol` (such as `Client.send`, empty at the top of a module) say where the finding was
    last seen; `digest` is of the rule and the statement."""

    path: str
    symbol: str
    rule: str
    digest: str


@dataclass
class Fingerprints:
    """Makes the fingerprints of findings; each file is parsed once."""

    sources: Mapping[str, str]
    _files: dict[str, _Code] = field(default_factory=dict)

    def of(self, finding: Finding) -> Fingerprint:
        """The fingerprint of a finding."""
        path = finding.place.path
        symbol, statement = self._code(path).describe(finding.place)
        what = f"{finding.code}\0{statement or finding.message}".encode("utf-8", "backslashreplace")
        return Fingerprint(path, symbol, finding.code, hashlib.sha256(what).hexdigest()[:_LENGTH])

    def symbols(self, path: str) -> frozenset[str]:
        """The functions and classes of a file, by their dotted names; the empty one is the module."""
        return self._code(path).symbols

    def _code(self, path: str) -> _Code:
        if path not in self._files:
            self._files[path] = _Code(self.sources.get(path, ""))
        return self._files[path]


def numbered(fingerprints: Iterable[Fingerprint]) -> Iterator[tuple[Fingerprint, int]]:
    """Each fingerprint with how many equal ones came before it."""
    seen: dict[Fingerprint, int] = {}
    for each in fingerprints:
        yield each, seen.setdefault(each, 0)
        seen[each] += 1


class _Code:
    """The statements of one file."""

    def __init__(self, text: str) -> None:
        self._lines = split_lines(text)
        self._tree: ast.AST | None = None
        try:
            self._tree = ast.parse(text)
            self.symbols = frozenset({"", *_symbols(self._tree)})
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            self._tree = None
            self.symbols = frozenset({""})

    def describe(self, place: Place) -> tuple[str, str]:
        """The function or class that holds a place, and its statement in a form of its own."""
        if self._tree is None:
            return "", ""
        try:
            return self._describe(self._tree, self._position(place))
        except RecursionError:
            lines = self._lines[place.line - 1 : place.end_line]
            return "", _SPACE.sub("", "".join(lines))

    def _position(self, place: Place) -> tuple[int, int]:
        # Python's trees count columns in bytes of UTF-8.
        line = self._lines[place.line - 1] if place.line <= len(self._lines) else ""
        return place.line, len(line[: place.column - 1].encode("utf-8", "surrogatepass"))

    def _describe(self, tree: ast.AST, position: tuple[int, int]) -> tuple[str, str]:
        names: list[str] = []
        node, scope = tree, tree
        while (inner := _child_at(node, position)) is not None:
            node = inner
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                names.append(node.name)
                scope = node
        statement = "" if node is tree else _Form(_local_names(scope)).of(node)
        return ".".join(names), statement


def _symbols(node: ast.AST, above: str = "") -> Iterator[str]:
    for child in _children(node):
        name = above
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            name = f"{above}.{child.name}" if above else child.name
            yield name
        yield from _symbols(child, name)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """The statements, handlers and cases directly in a block."""
    for name in _BLOCKS:
        children = getattr(node, name, ())
        if isinstance(children, list):
            yield from children


def _child_at(node: ast.AST, position: tuple[int, int]) -> ast.AST | None:
    for child in _children(node):
        start, end = _span(child)
        if start <= position < end:
            return child
    return None


def _span(node: Any) -> tuple[tuple[int, int], tuple[int, int]]:
    if isinstance(node, ast.match_case):
        start = (node.pattern.lineno, 0)
        return start, _span(node.body[-1])[1]
    first = min([node, *getattr(node, "decorator_list", ())], key=lambda each: each.lineno)
    column = 0 if first is not node else node.col_offset  # the `@` stands before the decorator
    return (first.lineno, column), (node.end_lineno, node.end_col_offset)


def _local_names(scope: ast.AST) -> frozenset[str]:
    """The names that a function binds; none outside of functions, where others can see them."""
    if not isinstance(scope, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return frozenset()
    found = set()
    shared = set()
    for node in ast.walk(scope):
        if isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            found.add(node.name)
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            shared.update(node.names)
    return frozenset(found - shared - {"self", "cls"})


class _Form:
    """The form of a statement: its tree without what formatting changes, the same in all Python versions."""

    def __init__(self, local: frozenset[str]) -> None:
        self._numbers: dict[str, str] = {}
        self._local = local

    def of(self, node: object) -> str:
        if isinstance(node, ast.Name):
            return self._name(node.id)
        if isinstance(node, ast.Constant):
            return f"{type(node.value).__name__}:{node.value!r}"
        if isinstance(node, ast.AST):
            return f"{type(node).__name__}({','.join(self._fields(node))})"
        if isinstance(node, list):
            return f"[{','.join(self.of(item) for item in node)}]"
        return repr(node)

    def _fields(self, node: ast.AST) -> Iterator[str]:
        for name in node._fields:
            value = getattr(node, name, None)
            # Lambdas and conditional expressions have a body that is no block, but an expression.
            if value in (None, []) or (name in _PASSED_OVER and not isinstance(value, ast.expr)):
                continue
            if isinstance(node, (ast.ExceptHandler, ast.arg)) and isinstance(value, str):
                yield f"{name}={self._name(value)}"
            else:
                yield f"{name}={self.of(value)}"

    def _name(self, name: str) -> str:
        if name not in self._local:
            return name
        return self._numbers.setdefault(name, f"#{len(self._numbers)}")
