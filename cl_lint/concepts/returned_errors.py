"""Errors that a function gives back in place of a result: `return error`, and its caller asks
`if isinstance(answer, Exception):`. So does `asyncio.gather(…, return_exceptions=True)`; and a future tells
its error when it is asked for it: `if task.exception():`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..program import Abstract, CaughtError, Module, Ref
from ..syntax import summary as s
from ..syntax.traverse import statements
from .leftovers import LEAVING

if TYPE_CHECKING:
    from .application import Application
    from .failures import Failure

IS_THERE = {"is not": True, "!=": True, "is": False, "==": False}


@dataclass(frozen=True)
class Returned:
    """The types that a branch asks a returned error for, the failures that it gets, and what its test says
    when there is one."""

    types: tuple[Abstract, ...] = ()
    failures: tuple[Failure, ...] = ()
    when: bool = True


@dataclass(frozen=True)
class Asked:
    """What a test asks about: a value, and its types or (None) whether it is there at all."""

    vid: s.ValueId
    types: s.ValueId | None
    when: bool


def returned_errors(app: Application, st: s.If, test: Ref) -> Returned:
    """What a branch asks of a returned error; failures for which a branch before it leaves the function,
    and those that an earlier branch on the same error gets, are not among them."""
    asked = _asked(app, test)
    if asked is None:
        return Returned()
    failures, module = app.failures, test.module
    left = failures.kept.among(Ref(module, asked.vid, test.frame))
    errors = [v for v in app.program.at(test, asked.vid) if isinstance(v, CaughtError)]
    if not (left or errors) or any(
        e.ref.frame.function == test.frame.function and not _is_told(e) for e in errors
    ):
        return Returned()
    for error in errors:
        site = app.error_sites.of_handler(error.ref)
        left += site.failures if site is not None else ()
    for before in module.statements(test.frame.function.number):
        if before is st:
            break
        other = _asked(app, Ref(module, before.test, test.frame)) if isinstance(before, s.If) else None
        if not isinstance(before, s.If) or other is None or other.vid != asked.vid:
            continue
        if other.types is None or any(inner is st for inner in statements(before.then)):
            return Returned()  # that branch's path goes by here
        if before.then and (isinstance(before.then[-1], LEAVING) or st in before.orelse):
            known = _types(app, other, test)
            left = [f for f in left if known and not failures.catches_all(known, f)]
    types = _types(app, asked, test)
    caught = (f for f in left if asked.types is None or failures.catches(types, f))
    return Returned(tuple(types), tuple(caught), asked.when)


def _types(app: Application, asked: Asked, test: Ref) -> list[Abstract]:
    return [] if asked.types is None else app.failures.handler_types(test.module, test.frame, asked.types)


def _asked(app: Application, test: Ref) -> Asked | None:
    """What a test asks of an error, `isinstance(error, types)`; of what a future tells also
    `error is not None`, or just `error`."""
    kinds = type_test(test.module, test.vid)
    if kinds is not None:
        return Asked(*kinds, True)
    return next((a for a in _presence(test) if _tells(app, test, a.vid)), None)


def _presence(test: Ref) -> Iterator[Asked]:
    node = test.module.values[test.vid]
    if isinstance(node, s.Unary) and node.op == "not":
        yield Asked(node.operand, None, False)
    elif isinstance(node, s.Compare):
        other = test.module.values[node.operands[0]]
        if node.ops[0] in IS_THERE and isinstance(other, s.Const) and other.value is None:
            yield Asked(node.left, None, IS_THERE[node.ops[0]])
    elif isinstance(node, s.Call):
        yield Asked(test.vid, None, True)


def _tells(app: Application, test: Ref, vid: s.ValueId) -> bool:
    """Whether a value is what a future tells of its failure."""
    node = test.module.values[vid]
    return isinstance(node, s.Call) and any(
        isinstance(v, CaughtError) and _is_told(v) for v in app.program.at(test, vid)
    )


def _is_told(error: CaughtError) -> bool:
    return not isinstance(error.ref.module.values[error.ref.vid], s.Caught)


def type_test(module: Module, vid: s.ValueId) -> tuple[s.ValueId, s.ValueId] | None:
    """What `isinstance(value, types)` asks of which value; None for any other test."""
    node = module.values[vid]
    if not isinstance(node, s.Call) or len(node.args) != 2:
        return None
    name = getattr(module.values[node.func], "name", "")
    return (node.args[0].value, node.args[1].value) if name == "isinstance" else None
