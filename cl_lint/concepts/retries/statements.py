"""Statements in a trial run."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from ...syntax import summary as s
from ...syntax.traverse import calls_of
from .activations import Activation, joins
from .contexts import enter
from .exceptions import as_fault, is_kind
from .expressions import truth, value_of
from .loops import run_for, run_while
from .machine import Machine
from .statuses import is_of_status
from .things import Fault, Items, Made, Object, Spot, Sym, Table, Thing, frozen
from .trials import Broke, Continued, Ended, Raised, Returned


def run_block(m: Machine, act: Activation, block: s.Block) -> None:
    for statement in block:
        run_statement(m, act, statement)


def run_statement(m: Machine, act: Activation, statement: s.Statement) -> None:
    m.tick()
    outer = m.spot
    m.spot = (act.module, statement.span)
    for call in calls_of(statement):
        act.memo.pop(call, None)
    try:
        _WORK[type(statement)](m, act, statement)
    finally:
        m.spot = outer


# --------------------------------------------------------------------------------------- simple


def _expr(m: Machine, act: Activation, st: s.Expr) -> None:
    value_of(m, act, st.value)


def _bind(m: Machine, act: Activation, st: s.Bind) -> None:
    spans = act.module.summary.spans
    made: list[tuple[str, s.ValueId, Thing]] = []
    for name, vid in st.names:
        if not isinstance(act.module.values[vid], (s.Call, s.Phi, s.Caught, s.Entered, s.Element)):
            start, end = spans[vid]
            if st.span[0] <= start and end <= st.span[1]:
                act.memo.pop(vid, None)
        made.append((name, vid, value_of(m, act, vid)))
    for name, vid, thing in made:
        act.memo[vid] = thing
        m.assign(act, name, thing)


def _store_attr(m: Machine, act: Activation, st: s.StoreAttr) -> None:
    base, thing = value_of(m, act, st.base), value_of(m, act, st.value)
    if isinstance(base, (Object, Made)):
        base.attrs[st.name] = thing
    elif isinstance(base, Fault) and base.body is not None:
        base.body.attrs[st.name] = thing
    elif isinstance(base, Sym):
        m.stored[base, "attr", st.name] = thing


def _store_item(m: Machine, act: Activation, st: s.StoreItem) -> None:
    base, key, thing = value_of(m, act, st.base), value_of(m, act, st.key), value_of(m, act, st.value)
    if isinstance(base, Table):
        plain_key = isinstance(key, (str, int, float, bytes, type(None)))
        base.entries[key if plain_key else frozen(key)] = thing
        base.spots[key if plain_key else frozen(key)] = (act.module, act.module.summary.spans[st.value])
    elif isinstance(base, Items) and isinstance(key, int) and -len(base.items) <= key < len(base.items):
        base.items[key] = thing
    elif isinstance(base, Sym):
        m.stored[base, "item", frozen(key)] = thing


def _return(m: Machine, act: Activation, st: s.Return) -> None:
    raise Returned(value_of(m, act, st.value) if st.value is not None else None)


def _raise(m: Machine, act: Activation, st: s.Raise) -> None:
    if st.error is None:
        raise Raised(m.handling[-1] if m.handling else Fault("builtins.RuntimeError"))
    fault = as_fault(m, value_of(m, act, st.error))
    if m.handling and fault.cause is None and fault is not m.handling[-1]:
        fault.cause = m.handling[-1]
    raise Raised(fault)


def _assert(m: Machine, act: Activation, st: s.Assert) -> None:
    if not truth(m, act, st.test):
        raise Raised(Fault("builtins.AssertionError"))


def _break(m: Machine, act: Activation, st: s.Break) -> None:
    raise Broke


def _continue(m: Machine, act: Activation, st: s.Continue) -> None:
    raise Continued


def _delete(m: Machine, act: Activation, st: s.Delete) -> None:
    return None


# ------------------------------------------------------------------------------------- branches


def _if(m: Machine, act: Activation, st: s.If) -> None:
    holds = truth(m, act, st.test)
    m.tested((act.module, st.span), holds)
    run_block(m, act, st.then if holds else st.orelse)
    arm: s.Statement = st
    while isinstance(arm, s.If):
        act.capture(arm.span)
        if len(arm.orelse) != 1:
            break
        arm = arm.orelse[0]


def _match(m: Machine, act: Activation, st: s.Match) -> None:
    subject = value_of(m, act, st.subject)
    for case in st.cases:
        m.spot = (act.module, case.span)
        if _case_holds(m, act, subject, case):
            run_block(m, act, case.body)
            break
    act.capture(st.span)


def _case_holds(m: Machine, act: Activation, subject: Thing, case: s.Case) -> bool:
    from .operations import compared, compared_for

    matched = case.irrefutable or not (case.values or case.classes)
    for vid in case.values:
        value = value_of(m, act, vid)
        known = compared(m, "==", subject, value)
        if is_of_status(subject):
            m.suspect(m.spot)
            m.watch(partial(compared_for, m, "==", subject, value), known)
        matched = matched or (m.decide((act.module, vid, "case")) if known is None else known)
    for vid in case.classes:
        known = is_kind(m, subject, value_of(m, act, vid)) if isinstance(subject, Fault) else None
        matched = matched or (m.decide((act.module, vid, "case")) if known is None else known)
    return matched and (case.guard is None or truth(m, act, case.guard))


# --------------------------------------------------------------------------- try, with, the rest


def _try(m: Machine, act: Activation, st: s.Try) -> None:
    ended = False
    try:
        _guarded(m, act, st)
    except Ended:
        ended = True
        raise
    finally:
        if not ended:
            run_block(m, act, st.final)
    act.capture(st.span)


def _guarded(m: Machine, act: Activation, st: s.Try) -> None:
    try:
        run_block(m, act, st.body)
    except Raised as raised:
        act.capture(st.span)
        handler = next((h for h in st.handlers if _catches(m, act, h, raised.fault)), None)
        if handler is None:
            raise
        _handle(m, act, handler, raised.fault)
        return
    run_block(m, act, st.orelse)


def _catches(m: Machine, act: Activation, handler: s.Handler, fault: Fault) -> bool:
    if handler.type is None:
        return True
    known = is_kind(m, fault, value_of(m, act, handler.type))
    return m.decide((act.module, handler.type, "catches")) if known is None else known


def _handle(m: Machine, act: Activation, handler: s.Handler, fault: Fault) -> None:
    m.suspect((act.module, handler.span))
    vid = joins(act.module).caught.get(handler.number)
    if vid is not None:
        act.memo[vid] = fault
    if handler.name is not None:
        m.assign(act, handler.name, fault)
    m.handling.append(fault)
    try:
        run_block(m, act, handler.body)
    finally:
        m.handling.pop()


def _with(m: Machine, act: Activation, st: s.With) -> None:
    _with_items(m, act, st, 0)
    act.capture(st.span)


def _with_items(m: Machine, act: Activation, st: s.With, index: int) -> None:
    if index == len(st.items):
        run_block(m, act, st.body)
        return
    item = st.items[index]
    spot: Spot = (act.module, item.span)

    def body(entered: Thing) -> None:
        act.remember(item.entered, entered)
        _with_items(m, act, st, index + 1)

    enter(m, value_of(m, act, item.context), spot, body)


_WORK: dict[Any, Callable[[Machine, Activation, Any], None]] = {
    s.Expr: _expr,
    s.Bind: _bind,
    s.StoreAttr: _store_attr,
    s.StoreItem: _store_item,
    s.Return: _return,
    s.Raise: _raise,
    s.Assert: _assert,
    s.Break: _break,
    s.Continue: _continue,
    s.If: _if,
    s.While: run_while,
    s.For: run_for,
    s.Try: _try,
    s.With: _with,
    s.Match: _match,
    s.Delete: _delete,
}
