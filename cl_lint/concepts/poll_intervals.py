"""How often an application polls: the waits in its polling loops, and the intervals of repeating tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..models.retry_rows import Sleep
from ..program import External, FunctionKey, Known, Ref
from ..syntax import summary as s
from ..syntax.traverse import calls_of, statements

if TYPE_CHECKING:
    from .application import Application
    from .polling import Poll

MILLISECONDS = frozenset({"after", "singleShot"})
UNITS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400, "weeks": 604_800}


def interval(app: Application, poll: Poll) -> float | None:
    """The least seconds between two polls, None where they cannot be told."""
    return _of_loop(app, poll) if poll.is_loop else _of_task(app, poll)


def _of_loop(app: Application, poll: Poll) -> float | None:
    """The waits of one pass of a loop together; those of handlers come only after a failure."""
    for function in poll.module.summary.functions:
        for statement in statements(function.body):
            if isinstance(statement, (s.While, s.For)) and statement.span == poll.span:
                frame = app.program.root(FunctionKey(poll.module, function.number))
                handled = {
                    id(inner)
                    for outer in statements(statement.body)
                    if isinstance(outer, s.Try)
                    for handler in outer.handlers
                    for inner in statements(handler.body)
                }
                calls = [
                    Ref(poll.module, vid, frame)
                    for inner in statements(statement.body)
                    if id(inner) not in handled and not isinstance(inner, s.Try)
                    for vid in (*statement.calls, *calls_of(inner))
                ]
                waits = [w for ref in dict.fromkeys(calls) for w in _sleep(app, ref)]
                return None if not waits or None in waits else sum(w for w in waits if w is not None)
    return None


def _sleep(app: Application, ref: Ref) -> list[float | None]:
    """The seconds that a call waits, as a list of one; empty for any other call."""
    for callee in app.program.callees(ref):
        row = app.models.row(Sleep, callee.name) if isinstance(callee, External) else None
        if row is not None:
            return [_least(app, ref, row.seconds, row.keyword)]
    return []


def _least(app: Application, ref: Ref, position: int, keyword: str) -> float | None:
    values = app.program.eval_all(app.api_calls.argument(ref, position, keyword))
    numbers = [
        float(v.value)
        for v in values
        if isinstance(v, Known) and isinstance(v.value, (int, float)) and not isinstance(v.value, bool)
    ]
    return min(numbers) if numbers and len(numbers) == len(values) else None


def _of_task(app: Application, poll: Poll) -> float | None:
    """The interval of `after(ms, f)`, `Timer(s, f)`, `add_job(f, "interval", minutes=1)` and the like."""
    module = poll.module
    vid = next(
        (
            v
            for v, node in enumerate(module.values)
            if isinstance(node, s.Call) and module.summary.spans[v] == poll.span
        ),
        None,
    )
    if vid is None:
        return None
    ref = Ref(module, vid, app.program.root(FunctionKey(module, module.summary.owners[vid])))
    args = app.program.arguments(ref)
    found = [
        number * unit
        for name, unit in UNITS.items()
        if name in args.keywords and (number := _least(app, ref, -1, name)) is not None
    ]
    if found:
        return float(sum(found))
    node = module.values[vid]
    name = getattr(module.values[node.func], "name", "") if isinstance(node, s.Call) else ""
    first = _least(app, ref, 0, "delay" if name == "call_later" else "interval")
    if first is None and name == "schedule_interval":
        first = _least(app, ref, 1, "timeout")
    return first / 1000 if first is not None and name in MILLISECONDS else first
