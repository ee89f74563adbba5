"""Expressions in a trial run."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any, Optional

from ...program import Ref
from ...syntax import summary as s
from .activations import Activation, joins
from .attributes import attribute_of, item_of
from .conversion import lookup, lookup_or_evaluate
from .machine import DecisionKey, Machine
from .operations import compared, compared_for, joined, operate, truth_of
from .statuses import Status, is_of_status
from .things import (
    Class,
    Fault,
    Func,
    Items,
    Lib,
    Moment,
    Num,
    Sym,
    Table,
    Thing,
    frozen,
)


def value_of(m: Machine, act: Activation, vid: s.ValueId) -> Thing:
    """What a value is now."""
    if vid in act.memo:
        return act.memo[vid]
    node = act.module.values[vid]
    work = _WORK.get(type(node))
    thing = work(m, act, vid, node) if work else Sym(("opaque", act.module, vid))
    for name in act.assigning.get(vid, ()):
        act.names[name] = thing
    return thing


def truth(m: Machine, act: Activation, vid: s.ValueId) -> bool:
    """Whether a test holds; an open one is decided."""
    thing = value_of(m, act, vid)
    known = truth_of(m, thing)
    return m.decide((act.module, vid, "truth")) if known is None else known


# ------------------------------------------------------------------------------------- names


def _const(m: Machine, act: Activation, vid: s.ValueId, node: s.Const) -> Thing:
    return node.value


def _param(m: Machine, act: Activation, vid: s.ValueId, node: s.Param) -> Thing:
    return _from_holder(m, act, vid, node.function, node.name)


def _free(m: Machine, act: Activation, vid: s.ValueId, node: s.FreeName) -> Thing:
    return _from_holder(m, act, vid, node.function, node.name)


def _from_holder(m: Machine, act: Activation, vid: s.ValueId, function: int, name: str) -> Thing:
    holder = act.holder(function)
    if holder is not None and holder.live:
        if isinstance(act.module.values[vid], s.FreeName) and name in holder.names:
            return holder.names[name]
        if name in holder.params:
            return holder.params[name]
        if name in holder.names:
            return holder.names[name]
    frame = holder.frame if holder is not None else act.frame
    return lookup(m, Ref(act.module, vid, frame if frame.function.module is act.module else act.frame))


def _global(m: Machine, act: Activation, vid: s.ValueId, node: s.GlobalName) -> Thing:
    if (act.module, node.name) in m.globals:
        return m.globals[act.module, node.name]
    thing = lookup(m, Ref(act.module, vid, act.frame))
    return _of_star_import(m, act, node.name) or thing if isinstance(thing, Sym) else thing


def _of_star_import(m: Machine, act: Activation, name: str) -> Optional[Lib]:
    """A name that a library is known to have, where the file imports all of it."""
    for star in act.module.summary.star_imports:
        known = m.models.member(star.module, name) if not star.level else None
        if known is not None:
            return Lib(known)
    return None


def _looked_up(m: Machine, act: Activation, vid: s.ValueId, node: s.Value) -> Thing:
    return lookup(m, Ref(act.module, vid, act.frame))


def _phi(m: Machine, act: Activation, vid: s.ValueId, node: s.Phi) -> Thing:
    if not act.live:
        return lookup(m, Ref(act.module, vid, act.frame))
    name = joins(act.module).name(vid)
    if name in act.names:
        return act.names[name]
    if name in act.params:
        return act.params[name]
    settled = [act.memo[o] for o in node.operands if o in act.memo]
    return settled[-1] if settled else Sym(("phi", act.module, vid))


def _function(m: Machine, act: Activation, vid: s.ValueId, node: s.FunctionValue) -> Thing:
    from ...program import FunctionKey

    return Func(FunctionKey(act.module, node.function), act)


def _class(m: Machine, act: Activation, vid: s.ValueId, node: s.ClassValue) -> Thing:
    from ...program import ClassKey

    return Class(ClassKey(act.module, node.cls))


# -------------------------------------------------------------------------------- structure


def _attr(m: Machine, act: Activation, vid: s.ValueId, node: s.Attr) -> Thing:
    base_node = act.module.values[node.base]
    if isinstance(base_node, s.Call):
        func = act.module.values[base_node.func]
        if isinstance(func, s.GlobalName) and func.name == "super":
            return _of_super(m, act, vid, node)
    base = value_of(m, act, node.base)
    if isinstance(base, Sym) and not act.live:
        return lookup(m, Ref(act.module, vid, act.frame))
    return attribute_of(m, base, node.name)


def _of_super(m: Machine, act: Activation, vid: s.ValueId, node: s.Attr) -> Thing:
    """`super().name`: what the program says, bound to the object at hand."""
    thing = lookup(m, Ref(act.module, vid, act.frame))
    first = act.function.params[0].name if act.function.params else ""
    receiver = act.params.get(first)
    if isinstance(thing, Func):
        return Func(thing.key, thing.around, receiver)
    if isinstance(thing, Lib):
        return Lib(thing.name, receiver)
    return thing


def _item(m: Machine, act: Activation, vid: s.ValueId, node: s.Item) -> Thing:
    base = value_of(m, act, node.base)
    if isinstance(act.module.values[node.key], s.Slice):
        return _slice(m, act, base, act.module.values[node.key])
    if not act.live and isinstance(base, (Sym, Lib)):
        return lookup(m, Ref(act.module, vid, act.frame))
    return item_of(m, base, value_of(m, act, node.key))


def _slice(m: Machine, act: Activation, base: Thing, node: Any) -> Thing:
    bounds = [None if v is None else value_of(m, act, v) for v in node]
    whole = all(b is None or type(b) is int for b in bounds)
    if isinstance(base, Items) and whole and not base.endless:
        return Items(base.kind, base.items[slice(*bounds)], open=base.open)
    if isinstance(base, str) and whole:
        return base[slice(*bounds)]
    return Sym(("slice", frozen(base)))


def _sequence(m: Machine, act: Activation, vid: s.ValueId, node: s.Sequence) -> Thing:
    found: list[Thing] = []
    is_open = endless = False
    step = 0.0
    for item in node.items:
        thing = value_of(m, act, item.value)
        if item.star and isinstance(thing, Items):
            found += thing.items[thing.position :]
            is_open, endless, step = is_open or thing.open, thing.endless, thing.step
        elif item.star and isinstance(thing, Table):
            found += list(thing.entries)
        elif item.star:
            is_open = True
        else:
            found.append(thing)
    return Items(node.kind, found, endless=endless, open=is_open, step=step)


def _mapping(m: Machine, act: Activation, vid: s.ValueId, node: s.Mapping) -> Thing:
    table = Table({})
    spans = act.module.summary.spans
    for key, inner in node.entries:
        thing = value_of(m, act, inner)
        if key is None:
            if isinstance(thing, Table):
                table.entries.update(thing.entries)
                table.spots.update(thing.spots)
                table.open = table.open or thing.open
            else:
                table.open = True
            continue
        name = value_of(m, act, key)
        name = name if isinstance(name, (str, int, float, bytes, bool, type(None))) else frozen(name)
        table.entries[name] = thing
        table.spots[name] = (act.module, spans[inner])
    return table


def _comprehension(m: Machine, act: Activation, vid: s.ValueId, node: s.Comprehension) -> Thing:
    kept = dict(act.memo)
    found: list[Thing] = []
    pairs: dict[Any, Thing] = {}
    is_open = [False]

    def walk(index: int) -> None:
        if index < len(node.sources):
            source = value_of(m, act, node.sources[index])
            items = source.items[source.position :] if isinstance(source, Items) else None
            if items is None and isinstance(source, Table):
                items = list(source.entries)
            is_open[0] = is_open[0] or items is None or bool(getattr(source, "open", False))
            targets = _elements(act, node, node.sources[index])
            for thing in items if items is not None else [m.fresh("item")]:
                m.tick()
                for target in targets:
                    act.memo[target] = thing
                walk(index + 1)
                for extra in [v for v in act.memo if v not in kept and v not in targets]:
                    del act.memo[extra]
            return
        if all(truth(m, act, c) for c in node.conditions):
            thing = value_of(m, act, node.element)
            if node.key is not None:
                pairs[frozen(value_of(m, act, node.key))] = thing
            found.append(thing)

    walk(0)
    act.memo.clear()
    act.memo.update(kept)
    if node.kind == "dict":
        return Table(pairs, open=is_open[0])
    return Items("list" if node.kind == "generator" else node.kind, found, open=is_open[0])


def _elements(act: Activation, node: s.Comprehension, source: s.ValueId) -> list[s.ValueId]:
    """The values that stand for an item of a source inside a comprehension."""
    from ...syntax.traverse import children

    found: list[s.ValueId] = []
    todo = [v for v in (node.key, node.element, *node.conditions, *node.sources) if v is not None]
    seen: set[s.ValueId] = set()
    while todo:
        vid = todo.pop()
        if vid in seen:
            continue
        seen.add(vid)
        value = act.module.values[vid]
        if isinstance(value, s.Element) and value.iterable == source:
            found.append(vid)
        elif isinstance(value, s.FunctionValue):
            continue
        todo += [v for v in children(value) if v not in seen]
    return found


def _element(m: Machine, act: Activation, vid: s.ValueId, node: s.Element) -> Thing:
    source = value_of(m, act, node.iterable)
    if isinstance(source, Items) and source.items:
        return source.items[0]
    return lookup(m, Ref(act.module, vid, act.frame)) if not act.live else Sym(("element", frozen(source)))


def _unpacked(m: Machine, act: Activation, vid: s.ValueId, node: s.Unpacked) -> Thing:
    whole = value_of(m, act, node.value)
    if isinstance(whole, Items) and not node.starred:
        inside = whole.items[whole.position :]
        if -len(inside) <= node.index < len(inside):
            return inside[node.index]
    if isinstance(whole, Items) and node.starred:
        return Items("list", whole.items[node.index :], open=True)
    return Sym(("part", frozen(whole), node.index))


def _template(m: Machine, act: Activation, vid: s.ValueId, node: s.Template) -> Thing:
    return joined([value_of(m, act, v) for v in node.parts])


def _formatted(m: Machine, act: Activation, vid: s.ValueId, node: s.Formatted) -> Thing:
    thing = value_of(m, act, node.value)
    if isinstance(thing, Status):
        return thing
    if node.spec is None and isinstance(thing, (str, int, float)):
        return str(thing)
    return thing


# -------------------------------------------------------------------------------- operations


def _binary(m: Machine, act: Activation, vid: s.ValueId, node: s.Binary) -> Thing:
    return operate(m, node.op, value_of(m, act, node.left), value_of(m, act, node.right))


def _unary(m: Machine, act: Activation, vid: s.ValueId, node: s.Unary) -> Thing:
    if node.op == "not":
        thing = value_of(m, act, node.operand)
        known = truth_of(m, thing)
        return not (m.decide((act.module, node.operand, "truth")) if known is None else known)
    thing = value_of(m, act, node.operand)
    if node.op == "-":
        return operate(m, "-", 0, thing)
    return thing if node.op == "+" else Sym(("unary", frozen(thing)))


def _bool(m: Machine, act: Activation, vid: s.ValueId, node: s.BoolOp) -> Thing:
    thing: Thing = None
    for operand in node.operands:
        thing = value_of(m, act, operand)
        if operand == node.operands[-1]:
            break
        known = truth_of(m, thing)
        holds = m.decide((act.module, operand, "truth")) if known is None else known
        if holds == (node.op == "or"):
            # An open operand stands for a value of the kind that ends the chain.
            return thing
    return thing


def _conditional(m: Machine, act: Activation, vid: s.ValueId, node: s.Conditional) -> Thing:
    return value_of(m, act, node.then if truth(m, act, node.test) else node.orelse)


def _compare(m: Machine, act: Activation, vid: s.ValueId, node: s.Compare) -> Thing:
    left = value_of(m, act, node.left)
    outcome: Thing = True
    for index, (op, operand) in enumerate(zip(node.ops, node.operands, strict=False)):
        right = value_of(m, act, operand)
        known = compared(m, op, left, right)
        if is_of_status(left, right):
            m.suspect(m.spot)
            m.watch(partial(compared_for, m, op, left, right), known)
        if known is None:
            key = (act.module, vid, f"compare{index}")
            _note_count(m, key, left, right)
            known = m.decide(key)
        if not known:
            return False
        left = right
    return outcome


def _note_count(m: Machine, key: DecisionKey, left: Thing, right: Thing) -> None:
    for one, other in ((left, right), (right, left)):
        exact = isinstance(one, (int, float, Moment, Num)) and not isinstance(one, bool)
        if exact and isinstance(other, Num) and other.low == -math.inf and other.high == math.inf:
            m.count(key, m.fresh("count"))  # it may go on from something unknown
        elif exact and isinstance(other, (Sym, Num)):
            m.count(key, one)


# ------------------------------------------------------------------------------------ the rest


def _call(m: Machine, act: Activation, vid: s.ValueId, node: s.Call) -> Thing:
    from .calls import call_at

    thing = call_at(m, act, vid, node)
    act.memo[vid] = thing
    return thing


def _changed(m: Machine, act: Activation, vid: s.ValueId, node: Any) -> Thing:
    base = value_of(m, act, node.base)
    if act.live:
        return base  # the statement has changed the thing itself
    if isinstance(node, s.Updated) and isinstance(base, Table):
        key = value_of(m, act, node.key)
        spot = (act.module, act.module.summary.spans[node.value])
        entries = {**base.entries, frozen(key): value_of(m, act, node.value)}
        return Table(entries, base.open, {**base.spots, frozen(key): spot})
    if isinstance(node, s.Merged) and isinstance(base, Table):
        other = value_of(m, act, node.other)
        if isinstance(other, Table):
            return Table(
                {**base.entries, **other.entries}, base.open or other.open, {**base.spots, **other.spots}
            )
    if isinstance(node, s.Appended) and isinstance(base, Items):
        return Items(base.kind, [*base.items, value_of(m, act, node.item)], open=base.open)
    return base


def _received(m: Machine, act: Activation, vid: s.ValueId, node: s.Received) -> Thing:
    thing = value_of(m, act, node.value) if node.value is not None else None
    if act.on_yield is not None:
        act.on_yield(thing)
    return None


def _entered(m: Machine, act: Activation, vid: s.ValueId, node: s.Entered) -> Thing:
    if not act.live:
        return lookup_or_evaluate(m, Ref(act.module, node.context, act.frame))
    return Sym(("entered", act.module, vid))


def _matched(m: Machine, act: Activation, vid: s.ValueId, node: s.Matched) -> Thing:
    return value_of(m, act, node.subject)


def _caught(m: Machine, act: Activation, vid: s.ValueId, node: s.Caught) -> Thing:
    return m.handling[-1] if m.handling else Fault("builtins.Exception")


_WORK: dict[Any, Callable[[Machine, Activation, s.ValueId, Any], Thing]] = {
    s.Const: _const,
    s.Param: _param,
    s.FreeName: _free,
    s.GlobalName: _global,
    s.Imported: _looked_up,
    s.Attr: _attr,
    s.Item: _item,
    s.Call: _call,
    s.Binary: _binary,
    s.Unary: _unary,
    s.BoolOp: _bool,
    s.Compare: _compare,
    s.Conditional: _conditional,
    s.Phi: _phi,
    s.Sequence: _sequence,
    s.Mapping: _mapping,
    s.Comprehension: _comprehension,
    s.Element: _element,
    s.Unpacked: _unpacked,
    s.Template: _template,
    s.Formatted: _formatted,
    s.FunctionValue: _function,
    s.ClassValue: _class,
    s.Caught: _caught,
    s.Entered: _entered,
    s.Updated: _changed,
    s.Merged: _changed,
    s.Appended: _changed,
    s.Received: _received,
    s.Declared: _looked_up,
    s.Matched: _matched,
}
