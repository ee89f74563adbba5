"""CL301 and CL302: the figures of a retry are brought to those of the policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import libcst as cst

from cl_lint.fixes.context import Context, Node
from cl_lint.fixes.model import Fix

_WAITS = re.compile(r"^waits at least (?P<figure>[\d.]+) s ")
_RETRIES = re.compile(r"^up to (?P<figure>\d+) retries")
_UNBOUND = "retries without bound"
_Number = (cst.Integer, cst.Float)


def fixes(context: Context) -> Iterator[Fix]:
    """A fix for each figure in the place; a run tries them in turn, as the right one is not known here."""
    if context.finding.code == "CL301":
        yield from _delays(context)
    else:
        yield from _bounds(context)


def _delays(context: Context) -> Iterator[Fix]:
    said = _WAITS.match(context.finding.message)
    least = Fraction(context.policy.min_retry_delay).limit_denominator(1000)
    description = f"Wait at least {written(least)} s before a retry"
    arg = _slept(context)
    if arg is not None and not isinstance(arg, _Number):
        change = context.source.replaced(arg, f"max({written(least)}, {context.source.code(arg)})")
        yield context.fix(description, [change], is_safe=False)
    if said is None or not Fraction(said["figure"]):
        return
    ratio = least / Fraction(said["figure"])
    for number in _numbers(context):
        value = _value(number)
        if value:
            change = context.source.replaced(number, written(value * ratio))
            yield context.fix(description, [change], is_safe=False)


def _slept(context: Context) -> cst.BaseExpression | None:
    """The argument of `sleep(…)`, where the finding is at the call or at the argument."""
    call = context.found(cst.Call)
    if call is None or context.source.code(call.func).rpartition(".")[2] not in ("sleep", "wait"):
        argument = context.found(cst.BaseExpression)  # type: ignore[type-abstract]
        outer = context.source.parent(context.source.parent(argument)) if argument is not None else None
        if not isinstance(outer, cst.Call):
            return None
        call = outer
        if context.source.code(call.func).rpartition(".")[2] not in ("sleep", "wait"):
            return None
    is_plain = len(call.args) == 1 and not call.args[0].star and not call.args[0].value.lpar
    shadowed = context.names.is_bound("max", call)
    return call.args[0].value if is_plain and not shadowed else None


def _bounds(context: Context) -> Iterator[Fix]:
    message, allowed = context.finding.message, context.policy.max_retries
    description = f"Retry at most {allowed} times"
    said = _RETRIES.match(message)
    if said is not None:
        surplus = int(said["figure"]) - allowed
        for number in _numbers(context):
            value = _value(number)
            # Tries and retries differ by a constant, which stays.
            if value is not None and value.denominator == 1 and value - surplus > 0:
                change = context.source.replaced(number, written(value - surplus))
                yield context.fix(description, [change], is_safe=False)
    elif message.startswith(_UNBOUND):
        for name in _within(context, cst.Name):
            if name.value == "None":
                change = context.source.replaced(name, str(allowed))
                yield context.fix(description, [change], is_safe=False)


def _numbers(context: Context) -> Iterator[cst.Integer | cst.Float]:
    """The figures that stand at the place of the finding, then those that its names are bound to."""
    yield from _within(context, cst.Integer)
    yield from _within(context, cst.Float)
    for name in _within(context, cst.Name):
        imported, others = context.names.bindings(name.value, name)
        if not imported and len(others) == 1 and isinstance(others[0], (cst.Assign, cst.AnnAssign)):
            if isinstance(others[0].value, _Number):
                yield others[0].value


def _within(context: Context, kind: type[Node]) -> Iterator[Node]:
    place, source = context.finding.place, context.source
    start, end = source.offset(place.line, place.column), source.offset(place.end_line, place.end_column)
    for node in source.nodes:
        if isinstance(node, kind) and source.has_span(node):
            first, last = source.span(node)
            if start <= first and last <= end:
                yield node


def _value(number: cst.Integer | cst.Float) -> Fraction | None:
    try:
        return Fraction(str(number.evaluated_value))
    except ValueError:  # infinity
        return None


def written(value: Fraction) -> str:
    """A number as it is written in source."""
    return str(value.numerator) if value.denominator == 1 else repr(float(value))
