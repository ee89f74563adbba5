"""Lowering of match statements."""

from __future__ import annotations

from typing import Any, Optional

import libcst as cst

from .branches import meet
from .dispatch import EXPRESSIONS, STATEMENTS, lower_block
from .names import capture_names
from .state import Env, Lowering
from .summary import (
    Arg,
    Attr,
    BoolOp,
    Call,
    Case,
    Compare,
    GlobalName,
    Item,
    Match,
    Matched,
    Opaque,
    Sequence,
    Statement,
    Unpacked,
    ValueId,
)

DEPTH = 12
"""Patterns nested deeper are tests of which nothing is known."""


SELF_MATCHING = frozenset("bool bytearray bytes dict float frozenset int list set str tuple".split())


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
    test = _lower_test(low, node.pattern, subject, DEPTH)
    calls_mark = len(low.calls)
    guard: Optional[ValueId] = None
    if node.guard is not None:
        guard = EXPRESSIONS[type(node.guard)](low, node.guard)
        test = _all_of(low, [test, guard], node.guard)
    calls = low.calls_since(calls_mark)
    body = lower_block(low, node.body)
    if low.live:
        ends.append(low.env)
    start = low.span(node)[0]
    end = low.span(node.pattern if node.guard is None else node.guard)[1]
    place = (start, max(start, end))
    return Case(tuple(values), tuple(classes), irrefutable, guard, body, calls, place, test)


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


# ------------------------------------------------------------------------------ patterns as tests


def _lower_test(low: Lowering, pattern: Any, subject: ValueId, depth: int) -> Optional[ValueId]:
    """The condition under which a pattern matches, as an expression; None for one that always does.
    Names that it captures are bound to the parts of the subject, but for those in alternatives."""
    kind = type(pattern)
    if depth <= 0:
        return low.add(Opaque(), pattern)
    if kind is cst.MatchAs:
        if pattern.name is not None and depth < DEPTH:
            low.bind(pattern.name.value, subject)
        return None if pattern.pattern is None else _lower_test(low, pattern.pattern, subject, depth - 1)
    if kind is cst.MatchValue or kind is cst.MatchSingleton:
        value = EXPRESSIONS[type(pattern.value)](low, pattern.value)
        return low.add(Compare(subject, ("is" if kind is cst.MatchSingleton else "==",), (value,)), pattern)
    if kind is cst.MatchOr:
        before = low.env
        low.env = dict(before)
        tests = [_lower_test(low, one.pattern, subject, depth - 1) for one in pattern.patterns]
        low.env = before
        known = tuple(one for one in tests if one is not None)
        return low.add(BoolOp("or", known), pattern) if len(known) == len(tests) else None
    if kind is cst.MatchClass:
        return _lower_class(low, pattern, subject, depth)
    if kind is cst.MatchMapping:
        return _lower_mapping(low, pattern, subject, depth)
    if kind is cst.MatchList or kind is cst.MatchTuple:
        return _lower_sequence(low, pattern, subject, depth)
    return low.add(Opaque(), pattern)


def _all_of(low: Lowering, tests: list[Optional[ValueId]], node: Any) -> Optional[ValueId]:
    known = tuple(test for test in tests if test is not None)
    return low.add(BoolOp("and", known), node) if len(known) > 1 else known[0] if known else None


def _lower_class(low: Lowering, pattern: cst.MatchClass, subject: ValueId, depth: int) -> Optional[ValueId]:
    cls = EXPRESSIONS[type(pattern.cls)](low, pattern.cls)
    call = Call(low.add(GlobalName("isinstance"), pattern.cls), (Arg(subject), Arg(cls)))
    tests: list[Optional[ValueId]] = [low.add(call, pattern)]
    for index, positional in enumerate(pattern.patterns):
        part = subject if _takes_itself(low, cls) else low.add(Unpacked(subject, index), positional)
        tests.append(_lower_test(low, positional.value, part, depth - 1))
    for keyword in pattern.kwds:
        part = low.add(Attr(subject, keyword.key.value), keyword)
        tests.append(_lower_test(low, keyword.pattern, part, depth - 1))
    return _all_of(low, tests, pattern)


def _takes_itself(low: Lowering, cls: ValueId) -> bool:
    """Whether a class pattern's one positional pattern is for the subject itself: `str(text)`, `int(code)`.
    Source: the language reference, 8.6.4.10."""
    value = low.values[cls]
    return isinstance(value, GlobalName) and value.name in SELF_MATCHING


def _lower_mapping(
    low: Lowering, pattern: cst.MatchMapping, subject: ValueId, depth: int
) -> Optional[ValueId]:
    tests: list[Optional[ValueId]] = []
    for element in pattern.elements:
        key = EXPRESSIONS[type(element.key)](low, element.key)
        tests.append(low.add(Compare(key, ("in",), (subject,)), element))
        part = low.add(Item(subject, key), element)
        tests.append(_lower_test(low, element.pattern, part, depth - 1))
    return _all_of(low, tests, pattern)


def _lower_sequence(low: Lowering, pattern: Any, subject: ValueId, depth: int) -> Optional[ValueId]:
    if any(type(one) is cst.MatchStar for one in pattern.patterns):
        return low.add(Opaque(), pattern)
    shown = low.values[subject]
    parts = shown.items if isinstance(shown, Sequence) else ()
    tests: list[Optional[ValueId]] = []
    for index, element in enumerate(pattern.patterns):
        if len(parts) == len(pattern.patterns) and not parts[index].star:
            part = parts[index].value
        else:
            part = low.add(Unpacked(subject, index), element)
        tests.append(_lower_test(low, element.value, part, depth - 1))
    return _all_of(low, tests, pattern)


STATEMENTS[cst.Match] = lower_match
