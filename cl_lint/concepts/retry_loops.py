"""Loops around API calls as seen by the handling of errors: does success leave the loop, and what
is a test on the counter in the last pass?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Union

from ..program import Container, Frame, Known, Obj, Ref
from ..syntax import summary as s
from ..syntax.traverse import calls_of, children, statements

if TYPE_CHECKING:
    from .application import Application

Loop = Union[s.While, s.For]
OPEN = object()
"""A value that is not known; None is one that is."""


def exits_on_success(app: Application, loop: Loop, frame: Frame) -> bool:
    """Whether a pass in which the API call succeeds leaves the loop: then repeating is a retry.
    Looks for a `break` or `return` outside handlers and after (or around) a call to the API."""
    if isinstance(loop, s.While) and _success_flag(app, loop, frame):
        return True
    return _leaves(app, loop.body, frame, False)


def _leaves(app: Application, block: s.Block, frame: Frame, called: bool) -> bool:
    """Whether a path that has made the call leaves by break or return."""
    for statement in block:
        called = called or _calls(app, statement, frame)
        if isinstance(statement, (s.Break, s.Return)) and called:
            return True
        if isinstance(statement, s.Try):
            inner = called or any(_calls(app, x, frame) for x in statements(statement.body))
            if _leaves(app, statement.body, frame, called) or _leaves(app, statement.orelse, frame, inner):
                return True
            called = inner
        elif isinstance(statement, s.If):
            if _leaves(app, statement.then, frame, called) or _leaves(app, statement.orelse, frame, called):
                return True
        elif isinstance(statement, s.With):
            if _leaves(app, statement.body, frame, called):
                return True
            called = called or any(_calls(app, x, frame) for x in statements(statement.body))
        elif isinstance(statement, s.Match):
            if any(_leaves(app, c.body, frame, called) for c in statement.cases):
                return True
        elif isinstance(statement, (s.For, s.While)):
            if any(isinstance(x, s.Return) for x in statements(statement.body)) and _leaves(
                app, tuple(x for x in statement.body if not isinstance(x, s.Break)), frame, called
            ):
                return True
            called = called or any(_calls(app, x, frame) for x in statements(statement.body))
    return False


def _calls(app: Application, statement: s.Statement, frame: Frame) -> bool:
    if isinstance(statement, s.Try):
        return False
    return any(app.api_calls.reached(Ref(frame.function.module, vid, frame)) for vid in calls_of(statement))


def _success_flag(app: Application, loop: s.While, frame: Frame) -> bool:
    """`while not done:` with a flag that a pass sets."""
    module = frame.function.module
    node = module.values[loop.test]
    if isinstance(node, s.BoolOp):
        parts = [module.values[v] for v in node.operands]
    else:
        parts = [node]
    for part in parts:
        if isinstance(part, s.Unary) and part.op == "not":
            inner = module.values[part.operand]
            if isinstance(inner, s.Phi):
                values = app.program.eval(Ref(module, part.operand, frame))
                if any(isinstance(v, Known) and v.value is True for v in values):
                    return True
        if isinstance(part, s.Compare) and part.ops[0] in ("is", "=="):
            other = module.values[part.operands[0]]
            if (
                isinstance(other, s.Const)
                and other.value is None
                and isinstance(module.values[part.left], s.Phi)
            ):
                return True
    return False


def counter_values(app: Application, loop: Loop, frame: Frame) -> tuple[s.ValueId, ...]:
    """The values that count passes: the loop's variables, or what its test compares."""
    if isinstance(loop, s.For):
        return tuple(v for _, v in loop.names)
    return tuple(_phis(app, loop.test, frame))


def _phis(app: Application, vid: s.ValueId, frame: Frame, depth: int = 5) -> set[s.ValueId]:
    node = frame.function.module.values[vid]
    if isinstance(node, s.Phi):
        return {vid}
    if depth == 0:
        return set()
    return {x for child in children(node) for x in _phis(app, child, frame, depth - 1)}


def last_pass(app: Application, loop: Loop, test: s.If, frame: Frame) -> bool | None:
    """What a test on the counter is in the loop's last pass: worked out where the numbers are
    known, else the branch that leaves the loop is taken to be the last pass's."""
    if not _mentions_counter(app, loop, test.test, frame):
        return None
    if isinstance(loop, s.For):
        final = _last_value(app, loop, frame)
        if final is not OPEN:
            known = _holds(app, test.test, frame, {v: final for _, v in loop.names[:1]})
            if known is not None:
                return known
    then, orelse = _always_leaves(test.then), _always_leaves(test.orelse)
    if then != orelse:
        return then
    return None


def _mentions_counter(app: Application, loop: Loop, vid: s.ValueId, frame: Frame, depth: int = 6) -> bool:
    module = frame.function.module
    counters = set(counter_values(app, loop, frame)) if isinstance(loop, s.For) else set()
    todo = [(vid, depth)]
    while todo:
        current, left = todo.pop()
        if current in counters:
            return True
        node = module.values[current]
        if isinstance(node, s.Phi) and any(_is_step(module.values[o], current, frame) for o in node.operands):
            return True
        if isinstance(node, s.Binary) and node.op in ("+", "-"):
            if isinstance(module.values[node.left], s.Phi) and isinstance(module.values[node.right], s.Const):
                return True
        if left:
            todo += [(c, left - 1) for c in children(node)]
    return False


def _is_step(node: s.Value, phi: s.ValueId, frame: Frame) -> bool:
    return isinstance(node, s.Binary) and node.op in ("+", "-", "*") and node.left == phi


def _last_value(app: Application, loop: s.For, frame: Frame) -> object:
    """The last item of the loop's iterable, OPEN when not known."""
    module = frame.function.module
    for value in app.program.eval(Ref(module, loop.iterable, frame)):
        if (
            isinstance(value, Obj)
            and value.site is not None
            and value.maker in ("builtins.range", "builtins.reversed")
        ):
            bounds = []
            for given in app.program.arguments(value.site).positional:
                numbers = [v.value for v in app.program.eval_given(given) if isinstance(v, Known)]
                bounds.append(numbers[0] if len(numbers) == 1 else None)
            if bounds and all(isinstance(b, int) for b in bounds):
                span = range(*bounds)  # type: ignore[arg-type]
                return span[-1] if span else OPEN
        if isinstance(value, Container):
            node = value.ref.module.values[value.ref.vid]
            if isinstance(node, s.Sequence) and node.items and not any(i.star for i in node.items):
                last = app.program.at(value.ref, node.items[-1].value)
                if len(last) == 1 and isinstance(last[0], Known):
                    return last[0].value
    return OPEN


def _holds(app: Application, vid: s.ValueId, frame: Frame, known: dict[s.ValueId, object]) -> bool | None:
    """What a test is with the counter's value filled in."""
    result = _filled(app, vid, frame, known)
    return None if result is OPEN else bool(result)


def _filled(app: Application, vid: s.ValueId, frame: Frame, known: dict[s.ValueId, object]) -> object:
    if vid in known:
        return known[vid]
    node = frame.function.module.values[vid]
    if isinstance(node, s.Binary):
        left, right = _filled(app, node.left, frame, known), _filled(app, node.right, frame, known)
        if isinstance(left, (int, float)) and isinstance(right, (int, float)):
            from ..program.texts import arithmetic

            result = arithmetic(node.op, Known(left), Known(right))
            return result.value if isinstance(result, Known) else OPEN
        return OPEN
    if isinstance(node, s.Compare):
        return _compared(app, node, frame, known)
    if isinstance(node, s.Unary) and node.op == "not":
        inner = _filled(app, node.operand, frame, known)
        return OPEN if inner is OPEN else not inner
    if isinstance(node, s.BoolOp):
        parts = [_filled(app, v, frame, known) for v in node.operands]
        settles = node.op == "or"
        if any(p is not OPEN and bool(p) == settles for p in parts):
            return settles
        return OPEN if any(p is OPEN for p in parts) else not settles
    values = app.program.eval(Ref(frame.function.module, vid, frame))
    return values[0].value if len(values) == 1 and isinstance(values[0], Known) else OPEN


def _compared(app: Application, node: s.Compare, frame: Frame, known: dict[s.ValueId, object]) -> object:
    from .status_tests import compare

    left = _filled(app, node.left, frame, known)
    for op, operand in zip(node.ops, node.operands, strict=True):
        right = _filled(app, operand, frame, known)
        if left is OPEN or right is OPEN:
            return OPEN
        if op in ("is", "is not"):
            holds = (left is right) == (op == "is")
        elif op in ("==", "!=", "<", "<=", ">", ">=") and left is not None and right is not None:
            holds = compare(op, left, right)
        else:
            return OPEN
        if not holds:
            return False
        left = right
    return True


def _always_leaves(block: s.Block) -> bool:
    """Whether every path through a block raises, returns or breaks."""
    if not block:
        return False
    last = block[-1]
    if isinstance(last, (s.Raise, s.Return, s.Break)):
        return True
    if isinstance(last, s.If):
        return _always_leaves(last.then) and _always_leaves(last.orelse)
    return False
