"""Where the nodes of a libcst tree stand in the text.

The text is split into tokens, and the tree is laid over them: each node knows how many tokens it has, so
white space and punctuation need not be visited. What comes out is what `libcst.metadata.PositionProvider`
says, as character offsets, at about a tenth of the price of the parse.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Optional

import libcst

# Imported for the placers they register.
from cl_lint.syntax import block_placing, nested_placing, pattern_placing  # noqa: F401
from cl_lint.syntax.generated_positions import generated_spans, run_deep
from cl_lint.syntax.placing import PLACERS, MisplacedError, Spans
from cl_lint.syntax.tokens import token_spans

_NEWLINE = re.compile(r"\r\n?|\n")


def spans(module: libcst.Module, text: Optional[str] = None) -> tuple[Spans, str]:
    """The span (start, end) of every node of `module` by `id(node)`, and the text they refer to.

    Offsets count characters; the end is exclusive. White space around a node, comments and its own
    parentheses are left out, decorators are no part of what they decorate, and a `Param` is its name
    with its stars. Covered are all statements, expressions, patterns and their parts; not the module,
    `Parameters`, `ComparisonTarget`, operators, punctuation and white space.

    `text` is the text the module was parsed from, decoded and otherwise unchanged; without it, it is
    generated, which costs more than all the rest. The text returned is `text`, unless the tree does not
    fit it: then it is `module.code`.
    """
    return run_deep(lambda: _spans(module, text))


def _spans(module: libcst.Module, text: Optional[str]) -> tuple[Spans, str]:
    source = module.code if text is None else text
    placed: Spans = {}
    i = 0
    try:
        tokens = token_spans(source)
        for statement in module.body:
            i = PLACERS[type(statement)](statement, i, tokens, placed)
    except (MisplacedError, LookupError, ValueError):
        return generated_spans(module)
    return (placed, source) if i == len(tokens) else generated_spans(module)


def line_starts(text: str) -> tuple[int, ...]:
    """The offset of the first character of every line; lines end in \\n, \\r\\n or \\r."""
    return (0, *(match.end() for match in _NEWLINE.finditer(text)))


def line_column(starts: Sequence[int], offset: int) -> tuple[int, int]:
    """Line and column of a character offset, both counted from one; `starts` comes from `line_starts`."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1
