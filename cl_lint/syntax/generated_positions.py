"""Spans by running the tree's own code generation: slow, but right for any tree.

`positions.spans` is the fast way; it comes here when a tree and its text disagree in a way it cannot
follow.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Optional, TypeVar

import libcst
from libcst._nodes.internal import CodegenState

Spans = dict[int, tuple[int, int]]
T = TypeVar("T")

_DEEP_STACK_BYTES = 256 * 1024 * 1024
_DEEP_LIMIT = 60_000
_deep_lock = threading.Lock()


class _Recording(AbstractContextManager[None]):
    """Notes the span of what is generated while it is entered."""

    def __init__(
        self,
        state: SpanState,
        node: libcst.CSTNode,
        start_node: Optional[libcst.CSTNode],
        end_node: Optional[libcst.CSTNode],
    ) -> None:
        self.state, self.node, self.start_node, self.end_node = state, node, start_node, end_node
        self.start = 0

    def __enter__(self) -> None:
        self.start = self.state.offset

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        if kind is not None:
            return
        spans, start, end = self.state.spans, self.start, self.state.offset
        if self.start_node is not None:
            start = spans[id(self.start_node)][0]
        if self.end_node is not None:
            end = spans[id(self.end_node)][1]
        spans[id(self.node)] = (start, end)


class SpanState(CodegenState):
    """A code generation that keeps a character offset and notes where each node begins and ends."""

    def __init__(self, module: libcst.Module) -> None:
        super().__init__(default_indent=module.default_indent, default_newline=module.default_newline)
        self.offset = 0
        self.spans: Spans = {}
        self._starts: list[int] = []

    def add_token(self, value: str) -> None:
        self.tokens.append(value)
        self.offset += len(value)

    def add_indent_tokens(self) -> None:
        self.tokens.extend(self.indent_tokens)
        self.offset += sum(map(len, self.indent_tokens))

    def before_codegen(self, node: libcst.CSTNode) -> None:
        self._starts.append(self.offset)

    def after_codegen(self, node: libcst.CSTNode) -> None:
        # A syntactic position noted meanwhile is the better one.
        self.spans.setdefault(id(node), (self._starts.pop(), self.offset))

    def record_syntactic_position(  # type: ignore[override]
        self,
        node: libcst.CSTNode,
        *,
        start_node: Optional[libcst.CSTNode] = None,
        end_node: Optional[libcst.CSTNode] = None,
    ) -> _Recording:
        return _Recording(self, node, start_node, end_node)


def generated_spans(module: libcst.Module) -> tuple[Spans, str]:
    """The span of every node by `id`, and the text they refer to."""
    state = SpanState(module)
    module._codegen(state)
    return state.spans, "".join(state.tokens)


def run_deep(work: Callable[[], T]) -> T:
    """`work()`; if it recurses too deeply, once more on a thread with a large stack."""
    try:
        return work()
    except RecursionError:
        pass
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:
            errors.append(error)

    with _deep_lock:
        limit, size = sys.getrecursionlimit(), threading.stack_size(_DEEP_STACK_BYTES)
        sys.setrecursionlimit(max(limit, _DEEP_LIMIT))
        try:
            thread = threading.Thread(target=run)
            thread.start()
            thread.join()
        finally:
            sys.setrecursionlimit(limit)
            threading.stack_size(size)
    if errors:
        raise errors[0]
    return results[0]
