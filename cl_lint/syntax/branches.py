"""Lowering of compound statements, and what names are bound to where their paths meet again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Optional

import libcst as cst

from .dispatch import EXPRESSIONS, STATEMENTS, lower_block
from .state import Env, Loop, Lowering
from .summary import (
    Attr,
    Block,
    Call,
    Caught,
    Const,
    Element,
    Entered,
    For,
    GlobalName,
    Handler,
    If,
    Imported,
    Opaque,
    Phi,
    Span,
    Statement,
    Try,
    ValueId,
    While,
    With,
    WithItem,
)
from .targets import bind_or_store

Aliases = dict[ValueId, Optional[ValueId]]
"""For needless Phis: the value to read instead, None if there is none."""


def lower_branch(low: Lowering, body: Any, before: Env, ends: list[Env]) -> Block:
    """Lower a block from the given state (which it copies); its end joins `ends` if it has one."""
    low.env = dict(before)
    low.live = True
    block = lower_block(low, body)
    if low.live:
        ends.append(low.env)
    return block


def meet(low: Lowering, ends: list[Env], before: Env, mark: int, span: Span, was_live: bool) -> None:
    """Go on with the join of the states in which paths end; with none, the code after is dead."""
    low.env = low.join(ends, low.changed_since(mark), span) if ends else before
    low.live = was_live and bool(ends)


def lower_if(low: Lowering, node: cst.If, out: list[Statement]) -> None:
    was_live, mark = low.live, len(low.trail)
    ends: list[Env] = []
    arms: list[tuple[ValueId, Block, tuple[ValueId, ...], Span]] = []
    current: Any = node
    while True:
        calls_mark = len(low.calls)
        test = EXPRESSIONS[type(current.test)](low, current.test)
        calls, before = low.calls_since(calls_mark), low.env
        span = low.extent(current, current.test)
        arms.append((test, lower_branch(low, current.body, before, ends), calls, span))
        low.env = before
        current = current.orelse
        if type(current) is not cst.If:
            break
    orelse: Block = ()
    if current is None:
        ends.append(before)
    else:
        orelse = lower_branch(low, current.body, before, ends)
    for test, then, calls, span in reversed(arms):
        orelse = (If(test, then, orelse, calls, span),)
    out.extend(orelse)
    meet(low, ends, before, mark, span, was_live)


# ---------------------------------------------------------------------------------------- loops


def lower_while(low: Lowering, node: cst.While, out: list[Statement]) -> None:
    was_live, before, mark = low.live, low.env, len(low.trail)
    outer, span = low.loop, low.extent(node, node.test)
    phis = _open_loop(low, node, before, span)
    calls_mark = len(low.calls)
    test = EXPRESSIONS[type(node.test)](low, node.test)
    calls, head = low.calls_since(calls_mark), low.env
    backs: list[Env] = []
    body = lower_branch(low, node.body, head, backs)
    loop, low.loop = low.loop, outer
    constant = low.values[test]
    endless = isinstance(constant, Const) and bool(constant.value)
    orelse = _close_loop(low, node, (before, head), phis, (loop, backs), endless, mark, span)
    low.live = low.live and was_live
    out.append(While(test, body, orelse, calls, span))


def lower_for(low: Lowering, node: cst.For, out: list[Statement]) -> None:
    calls_mark = len(low.calls)
    iterable = EXPRESSIONS[type(node.iter)](low, node.iter)
    calls = low.calls_since(calls_mark)
    was_live, before, mark = low.live, low.env, len(low.trail)
    outer, span = low.loop, low.extent(node, node.iter)
    phis = _open_loop(low, node, before, span)
    head = low.env
    low.env, low.live = dict(head), True
    stores: list[Statement] = []
    element = low.add(Element(iterable), node.target)
    names = bind_or_store(low, node.target, element, low.span(node.target), stores)
    body = (*stores, *lower_block(low, node.body))
    backs = [low.env] if low.live else []
    loop, low.loop = low.loop, outer
    orelse = _close_loop(low, node, (before, head), phis, (loop, backs), False, mark, span)
    low.live = low.live and was_live
    out.append(For(tuple(names), iterable, body, orelse, calls, span))


def _open_loop(low: Lowering, node: Any, before: Env, span: Span) -> dict[str, ValueId]:
    """Give every name that the loop rebinds a Phi at its head; the operands are not known yet."""
    scope = low.scope
    head = dict(before)
    phis: dict[str, ValueId] = {}
    for name in sorted(scope.loops.get(id(node), ())):
        if name in scope.bound and name not in scope.special:
            phis[name] = head[name] = low.put(Phi(()), span)
    low.env, low.loop = head, Loop()
    return phis


def _close_loop(
    low: Lowering,
    node: Any,
    entry: tuple[Env, Env],
    phis: dict[str, ValueId],
    exits: tuple[Loop, list[Env]],
    endless: bool,
    mark: int,
    span: Span,
) -> Block:
    """Fill in the Phis, lower the else clause and go on with the state after the loop."""
    before, head = entry
    loop, backs = exits
    aliases = _fill_phis(low, phis, [before, *loop.continues, *backs])
    if aliases:
        for state in (head, *loop.breaks):
            _replace(state, phis, aliases)
    ends: list[Env] = []
    orelse: Block = ()
    if node.orelse is not None:
        orelse = lower_branch(low, node.orelse.body, head, ends)
    else:
        ends.append(dict(head))
    if endless:
        ends.clear()
    ends.extend(loop.breaks)
    low.env = low.join(ends, {**phis, **low.changed_since(mark)}, span) if ends else head
    low.live = bool(ends)
    return orelse


def _fill_phis(low: Lowering, phis: dict[str, ValueId], states: list[Env]) -> Aliases:
    """Set the operands; return what to read instead of a Phi that turned out to be needless."""
    aliases: Aliases = {}
    for name, phi in phis.items():
        operands = {state[name]: None for state in states if name in state}
        operands.pop(phi, None)
        if len(operands) < 2:
            aliases[phi] = next(iter(operands), None)
        low.values[phi] = Phi(tuple(operands)) if operands else Opaque()
    return aliases


def _replace(state: Env, phis: dict[str, ValueId], aliases: Aliases) -> None:
    for name in phis:
        current = state.get(name)
        seen = set()
        while current in aliases and current not in seen:
            seen.add(current)
            current = aliases[current]
        if current is None:
            state.pop(name, None)
        else:
            state[name] = current


# ------------------------------------------------------------------------------------------ try


def lower_try(low: Lowering, node: Any, out: list[Statement]) -> None:
    was_live, before, mark = low.live, low.env, len(low.trail)
    start = low.span(node)[0]
    span = (start, start + 3)
    loop, jumps = low.loop, (len(low.loop.breaks), len(low.loop.continues))
    normal: list[Env] = []
    body = lower_branch(low, node.body, before, normal)
    after_body = low.env
    raised = low.join_versions(before, mark, len(low.trail), span)
    ends: list[Env] = []
    handlers = tuple([_lower_handler(low, handler, raised, ends) for handler in node.handlers])
    orelse: Block = ()
    if node.orelse is not None:
        reached: list[Env] = []
        orelse = lower_branch(low, node.orelse.body, after_body, reached)
        normal = reached if normal else []
    ends.extend(normal)
    final: Block = ()
    if node.finalbody is None:
        meet(low, ends, before, mark, span, was_live)
    else:
        reaching = low.join_versions(before, mark, len(low.trail), span)
        meet(low, ends, reaching, mark, span, was_live)
        final = _lower_final(low, node.finalbody.body, reaching, (loop, jumps))
    out.append(Try(body, handlers, orelse, final, type(node) is cst.TryStar, span))


def _lower_final(low: Lowering, body: Any, reaching: Env, left: tuple[Loop, tuple[int, int]]) -> Block:
    """Lower a finally clause, and let every way through it see what it binds."""
    after, was_live, mark = low.env, low.live, len(low.trail)
    ends: list[Env] = []
    block = lower_branch(low, body, reaching, ends)
    loop, (breaks, continues) = left
    for state in (after, *loop.breaks[breaks:], *loop.continues[continues:]):
        for name in low.changed_since(mark):
            if name in low.env:
                state[name] = low.env[name]
            else:
                state.pop(name, None)
    low.env, low.live = after, was_live and bool(ends)
    return block


def _lower_handler(low: Lowering, node: Any, raised: Env, ends: list[Env]) -> Handler:
    low.env = dict(raised)
    low.live = True
    calls_mark = len(low.calls)
    kind = None if node.type is None else EXPRESSIONS[type(node.type)](low, node.type)
    calls = low.calls_since(calls_mark)
    number = len(low.handlers)
    low.handlers.append((kind, low.scope.number))
    name: Optional[str] = None
    if node.name is not None:
        name = node.name.name.value
        low.bind(name, low.add(Caught(number), node.name.name))
    body = lower_block(low, node.body)
    if name is not None:
        low.unbind(name)
    if low.live:
        ends.append(low.env)
    return Handler(number, kind, name, body, calls, _handler_span(low, node))


def _handler_span(low: Lowering, node: Any) -> Span:
    start = low.span(node)[0]
    last = node.name.name if node.name is not None else node.type
    end = start + len("except") if last is None else low.span(last)[1]
    colon = low.text.find(":", end)
    return start, colon if colon >= 0 else end


# ----------------------------------------------------------------------------------------- with


def lower_with(low: Lowering, node: cst.With, out: list[Statement]) -> None:
    calls_mark = len(low.calls)
    calls: tuple[ValueId, ...] = ()
    items: list[WithItem] = []
    stores: list[Statement] = []
    for item in node.items:
        context = EXPRESSIONS[type(item.item)](low, item.item)
        shown = item if item.asname is None else item.asname.name
        entered = low.add(Entered(context), shown)
        items.append(WithItem(context, entered, low.span(item)))
        calls += low.calls_since(calls_mark)
        if item.asname is not None:
            bind_or_store(low, item.asname.name, entered, low.span(shown), stores)
        calls_mark = len(low.calls)  # a store has its own calls
    was_live, before, mark = low.live, dict(low.env), len(low.trail)
    span = low.extent(node, node.items[-1])
    body = (*stores, *lower_block(low, node.body))
    if any(_swallows(low, item.context) for item in items):
        ends = [low.join_versions(before, mark, len(low.trail), span)]
        if low.live:
            ends.append(low.env)
        meet(low, ends, before, mark, span, was_live)
    out.append(With(tuple(items), body, calls, span))


def _swallows(low: Lowering, context: ValueId) -> bool:
    """Whether the context manager is `contextlib.suppress(...)`, after which code goes on."""
    call = low.values[context]
    if not isinstance(call, Call):
        return False
    func = low.values[call.func]
    return isinstance(func, (Attr, Imported, GlobalName)) and func.name == "suppress"


_HANDLERS: dict[type, Callable[[Lowering, Any, list[Statement]], None]] = {
    cst.If: lower_if,
    cst.While: lower_while,
    cst.For: lower_for,
    cst.Try: lower_try,
    cst.TryStar: lower_try,
    cst.With: lower_with,
}
STATEMENTS.update(_HANDLERS)
