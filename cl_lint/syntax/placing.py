"""What the functions that place the nodes of a tree on the tokens of its text share.

A placer takes a node, the number of its first token (own parentheses included), the tokens, and the
dictionary it writes spans to; it returns the number of the first token after the node. It notes a span for
the node and for all below it. `PLACERS` says which placer serves a class; every module with placers adds
its own.

Some nodes end in white space, as a slice does in `a[1: ]`, and then the nodes around them may too. The
placer of such a node moves the end of the token before that white space.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import libcst as cst

from cl_lint.syntax.tokens import Tokens

Spans = dict[int, tuple[int, int]]
Placer = Callable[[Any, int, Tokens, Spans], int]

PLACERS: dict[type[cst.CSTNode], Placer] = {}


class MisplacedError(Exception):
    """The tree does not fit the tokens."""


def extend(tokens: Tokens, last: int, space: object) -> None:
    """Moves the end of token `last` past the white space `space` that follows it."""
    start, end = tokens[last]
    if isinstance(space, cst.SimpleWhitespace):
        tokens[last] = (start, end + len(space.value))
    elif isinstance(space, cst.ParenthesizedWhitespace):
        tokens[last] = (start, tokens[last + 1][0])


def skip_inner_comma(comma: object, i: int, tokens: Tokens) -> int:
    """Steps over a comma (if there is one) that counts, with the space after it, to the node before it."""
    if not isinstance(comma, cst.Comma):
        return i
    extend(tokens, i, comma.whitespace_after)
    return i + 1


def place_empty(node: cst.Tuple | cst.MatchTuple, i: int, tokens: Tokens, out: Spans) -> int:
    """Places `()`: the space inside counts to the opening parenthesis, so nothing is left for the node."""
    if not node.rpar or not node.rpar[0].whitespace_before.empty:
        raise MisplacedError
    out[id(node)] = (tokens[i][0], tokens[i][0])
    return i + len(node.rpar)
