"""Lowering of match statements."""

from __future__ import annotations

from typing import Any, Optional

import libcst as cst

from .branches import meet
from .dispatch import EXPRESSIONS, STATEMENTS, lower_block
from .names import capture_names
from .state import Env, Lowering
from .summary import Case, Match, Matched, Statement, ValueId


def lower_match(low: Lowering, node: cst.Match, out: list[Statement]) -> None:
    calls_mark = len(low.calls)
    subject = EXPRESSIONS[type(node.subject)](low, node.subject)
    calls = low.calls_since(calls_mark)
    was_live, before, mark = low.live, low.env, len(low.trail)
    span = low.extent(node, node.subject)
    ends: list[Env] = []
    cases = tuple([_lower_case(low, case, subject, before, ends) for case in node.cases])
    if not any(case.irrefutable and case.guard is None for case in cases):
        ends.append(before)
    meet(low, ends, before, mark, span, was_live)
    out.append(Match(subject, cases, calls, span))


def _lower_case(low: Lowering, node: cst.MatchCase, subject: ValueId, before: Env, ends: list[Env]) -> Case:
    low.env, low.live = dict(before), True
    values: list[ValueId] = []
    classes: list[ValueId] = []
    irrefutable = _lower_alternatives(low, node.pattern, values, classes)
    for name in capture_names(node.pattern):
        low.bind(name.value, low.add(Matched(subject), name))
    calls_mark = len(low.calls)
    guard: Optional[ValueId] = None
    if node.guard is not None:
        guard = EXPRESSIONS[type(node.guard)](low, node.guard)
    calls = low.calls_since(calls_mark)
    body = lower_block(low, node.body)
    if low.live:
        ends.append(low.env)
    start = low.span(node)[0]
    end = low.span(node.pattern if node.guard is None else node.guard)[1]
    return Case(tuple(values), tuple(classes), irrefutable, guard, body, calls, (start, max(start, end)))


def _lower_alternatives(low: Lowering, pattern: Any, values: list[ValueId], classes: list[ValueId]) -> bool:
    """Collect what the pattern compares the whole subject with; tell whether it always matches."""
    pending = [pattern]
    irrefutable = False
    while pending:
        node = pending.pop()
        kind = type(node)
        if kind is cst.MatchOr:
            pending.extend(element.pattern for element in reversed(node.patterns))
        elif kind is cst.MatchAs:
            if node.pattern is None:
                irrefutable = True
            else:
                pending.append(node.pattern)
        elif kind is cst.MatchValue or kind is cst.MatchSingleton:
            values.append(EXPRESSIONS[type(node.value)](low, node.value))
        elif kind is cst.MatchClass:
            classes.append(EXPRESSIONS[type(node.cls)](low, node.cls))
    return irrefutable


STATEMENTS[cst.Match] = lower_match
