"""Functions chosen by a response's status: `HANDLERS.get(response.status_code, failed)(response)`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..program import Abstract, Container, Frame, FunctionKey, Ref
from ..program.binding import closure_of
from ..syntax import summary as s
from .status_tests import SAMPLE, numbers

if TYPE_CHECKING:
    from .application import Application


def chosen_on_failure(app: Application, frame: Frame) -> Iterator[tuple[FunctionKey, list[Abstract]]]:
    """The functions that a function of the program calls for failing statuses, by way of a mapping, each
    with the responses that it is called for. One called for a single status gets an answer, no error."""
    module = frame.function.module
    for vid in app.program.function(frame.function).calls:
        node = module.values[vid]
        if not isinstance(node, s.Call):
            continue
        looked_up = _look_up(module.values[node.func], module.values)
        if looked_up is None:
            continue
        mapping, key, default = (Ref(module, v, frame) if v is not None else None for v in looked_up)
        about = app.responses.subject(key, ("status",)) if key is not None else []
        if not about or mapping is None:
            continue
        table = _table(app, mapping)
        if not table:
            continue
        rest = set(SAMPLE) - {status for statuses in table.values() for status in statuses}
        for chosen in _functions(app, default) if default is not None else ():
            table.setdefault(chosen, set()).update(rest)
        for chosen, statuses in table.items():
            if len([st for st in statuses if st >= 400]) > 1 and 200 not in statuses:
                yield chosen, about


def _look_up(
    node: s.Value, values: tuple[s.Value, ...]
) -> tuple[s.ValueId, s.ValueId, s.ValueId | None] | None:
    """Mapping, key and default of `mapping.get(key, default)` and `mapping[key]`."""
    if isinstance(node, s.Item):
        return node.base, node.key, None
    if isinstance(node, s.Call) and node.args:
        func = values[node.func]
        if isinstance(func, s.Attr) and func.name == "get":
            return func.base, node.args[0].value, node.args[1].value if len(node.args) > 1 else None
    return None


def _table(app: Application, mapping: Ref) -> dict[FunctionKey, set[int]]:
    """The statuses for which a mapping of the program holds each function."""
    found: dict[FunctionKey, set[int]] = {}
    for value in app.program.eval(mapping):
        shown = value.ref.module.values[value.ref.vid] if isinstance(value, Container) else None
        if not isinstance(value, Container) or not isinstance(shown, s.Mapping):
            continue
        for key, chosen in shown.entries:
            if key is None:
                continue
            statuses = numbers(app.program.eval(Ref(value.ref.module, key, value.ref.frame)))
            for function in _functions(app, Ref(value.ref.module, chosen, value.ref.frame)):
                found.setdefault(function, set()).update(st for st in statuses if isinstance(st, int))
    return found


def _functions(app: Application, ref: Ref) -> list[FunctionKey]:
    pairs = [closure_of(value) for value in app.program.eval(ref)]
    return [pair[0].function for pair in pairs if pair is not None]
