"""Errors that a function gives back in place of a result: `return error`, and its caller asks
`if isinstance(answer, Exception):`. So does `asyncio.gather(…, return_exceptions=True)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..program import Abstract, CaughtError, Module, Ref
from ..syntax import summary as s
from .leftovers import LEAVING

if TYPE_CHECKING:
    from .application import Application
    from .failures import Failure


def returned_errors(
    app: Application, st: s.If, test: Ref
) -> tuple[tuple[Abstract, ...], tuple[Failure, ...]]:
    """The types that a branch asks a returned error for, and the failures that it gets; those for which a
    branch before it leaves the function are not among them."""
    asked = type_test(test.module, test.vid)
    if asked is None:
        return (), ()
    failures = app.failures
    left = failures.kept.among(Ref(test.module, asked[0], test.frame))
    errors = [v for v in app.program.at(test, asked[0]) if isinstance(v, CaughtError)]
    if not (left or errors) or any(e.ref.frame.function == test.frame.function for e in errors):
        return (), ()
    for error in errors:
        site = app.error_sites.of_handler(error.ref)
        left += site.failures if site is not None else ()
    for before in test.module.statements(test.frame.function.number):
        if before is st:
            break
        if isinstance(before, s.If) and before.then:
            other = type_test(test.module, before.test)
            leaves = isinstance(before.then[-1], LEAVING) or st in before.orelse
            if other is not None and other[0] == asked[0] and leaves:
                known = failures.handler_types(test.module, test.frame, other[1])
                left = [f for f in left if not failures.catches_all(known, f)]
    types = tuple(failures.handler_types(test.module, test.frame, asked[1]))
    return types, tuple(f for f in left if failures.catches(types, f))


def type_test(module: Module, vid: s.ValueId) -> tuple[s.ValueId, s.ValueId] | None:
    """What `isinstance(value, types)` asks of which value; None for any other test."""
    node = module.values[vid]
    if not isinstance(node, s.Call) or len(node.args) != 2:
        return None
    name = getattr(module.values[node.func], "name", "")
    return (node.args[0].value, node.args[1].value) if name == "isinstance" else None
