"""Loops in a trial run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ...syntax import summary as s
from .activations import Activation
from .expressions import truth, value_of
from .machine import Machine
from .project_iterators import Stepped, iterated, steps
from .things import Items, Table, Thing
from .trials import Broke, Construct, Continued

UNKNOWN_ITEMS = 3
"""Rounds of a loop over something unknown."""


# ---------------------------------------------------------------------------------------- loops


def run_inner(m: Machine, act: Activation, block: s.Block) -> None:
    from .statements import run_block

    run_block(m, act, block)


def run_while(m: Machine, act: Activation, st: s.While) -> None:
    construct = Construct("loop", (act.module, st.span))
    m.level += 1
    try:
        first = True
        while True:
            m.come_round(construct, entering=first)
            first = False
            act.capture(st.span)
            for call in st.calls:
                act.memo.pop(call, None)
            m.spot = construct.spot
            holds = truth(m, act, st.test)
            m.tested(construct.spot, holds)
            if not holds:
                run_inner(m, act, st.orelse)
                break
            if not _round(m, act, st.body):
                break
    finally:
        m.level -= 1
    act.capture(st.span)


def _round(m: Machine, act: Activation, body: s.Block) -> bool:
    """One round of a loop; false after a break."""
    m.tick()
    try:
        run_inner(m, act, body)
    except Broke:
        return False
    except Continued:
        pass
    return True


def run_for(m: Machine, act: Activation, st: s.For) -> None:
    from .emulation import run_attempts
    from .functions import Generator, generate

    iterable = iterated(m, value_of(m, act, st.iterable))
    construct = Construct("loop", (act.module, st.span))
    m.level += 1
    try:
        if isinstance(iterable, Generator):
            ended = _over_generator(m, act, st, iterable, construct, generate)
        elif (rule := _rule(m, iterable)) is not None:
            ended = run_attempts(m, rule, lambda attempt: _body(m, act, st, attempt))
        else:
            ended = _over_items(m, act, st, iterable, construct)
        if ended:
            m.tested(construct.spot, False)
            act.capture(st.span)
            run_inner(m, act, st.orelse)
    finally:
        m.level -= 1
    act.capture(st.span)


def _rule(m: Machine, iterable: Thing) -> Any:
    from .libraries import rule_of

    return rule_of(m, iterable, "loop")


def _body(m: Machine, act: Activation, st: s.For, thing: Thing) -> bool:
    act.capture(st.span)
    _bind_targets(m, act, st, thing)
    return _round(m, act, st.body)


def _bind_targets(m: Machine, act: Activation, st: s.For, thing: Thing) -> None:
    for vid in _elements(m, act, st.iterable):
        act.memo[vid] = thing
    for name, vid in st.names:
        if not isinstance(act.module.values[vid], s.Element):
            act.memo.pop(vid, None)
            act.memo[vid] = value_of(m, act, vid)
        m.assign(act, name, act.memo.get(vid, thing))


def _elements(m: Machine, act: Activation, iterable: s.ValueId) -> list[s.ValueId]:
    """The values that stand for an item of what a loop runs over; they follow it closely."""
    key = ("elements", act.module, iterable)
    known = m.shared.get(key)
    if known is None:
        known = m.shared[key] = [
            iterable + index
            for index, node in enumerate(act.module.values[iterable : iterable + 400])
            if isinstance(node, s.Element) and node.iterable == iterable
        ]
    return known


def _over_items(m: Machine, act: Activation, st: s.For, iterable: Thing, construct: Construct) -> bool:
    first = True
    if isinstance(iterable, Items) and not iterable.endless and not iterable.open:
        m.run.length = max(m.run.length, len(iterable.items) - 1)
    for thing in things_of(m, iterable):
        m.come_round(construct, entering=first)
        m.tested(construct.spot, True)
        first = False
        if not _body(m, act, st, thing):
            return False
    if _is_open(iterable) and any(again.construct == construct for again in m.run.repeats):
        m.run.open_bound = True
    return True


def _is_open(iterable: Thing) -> bool:
    if isinstance(iterable, (Items, Table)):
        return iterable.open
    return not isinstance(iterable, (str, Stepped))


def things_of(m: Machine, iterable: Thing) -> Iterator[Thing]:
    """The items of an iterable, one after the other; of something unknown, a few."""
    from .calls import call
    from .iterating import Polled

    if isinstance(iterable, Table):
        yield from list(iterable.entries)
        return
    if isinstance(iterable, Polled):
        while (thing := call(m, iterable.function, [], {}, m.spot)) != iterable.end:
            yield thing
        return
    if isinstance(iterable, Stepped):
        yield from steps(m, iterable)
        return
    if not isinstance(iterable, Items):
        if isinstance(iterable, str):
            yield from iterable
            return
        for _ in range(UNKNOWN_ITEMS):
            yield m.fresh("item")
        return
    while iterable.position < len(iterable.items) or iterable.endless:
        yield next_of(iterable)
        if iterable.kind != "iterator" and iterable.position >= len(iterable.items) and not iterable.endless:
            break
    if iterable.kind != "iterator":
        iterable.position = 0
    if iterable.open:
        for _ in range(UNKNOWN_ITEMS):
            yield m.fresh("item")


def next_of(iterable: Items) -> Thing:
    """The next item; an endless iterable goes on from its last one."""
    if iterable.position < len(iterable.items):
        thing = iterable.items[iterable.position]
    else:
        beyond = iterable.position - len(iterable.items) + 1
        last = iterable.items[-1] if iterable.items else None
        thing = last + iterable.step * beyond if iterable.step and isinstance(last, (int, float)) else last
        thing = (
            int(thing) if isinstance(thing, float) and thing.is_integer() and isinstance(last, int) else thing
        )
    iterable.position += 1
    return thing


def _over_generator(
    m: Machine,
    act: Activation,
    st: s.For,
    generator: Any,
    construct: Construct,
    generate: Callable[..., None],
) -> bool:
    """The loop's body runs where the generator yields, so that its own waits take place in between."""
    rounds = 0

    def work(thing: Thing) -> None:
        nonlocal rounds
        m.come_round(construct, entering=not rounds)
        m.tested(construct.spot, True)
        rounds += 1
        if not _body(m, act, st, thing):
            raise Left

    try:
        generate(m, generator, work)
    except Left:
        return False
    return True


class Left(Exception):
    """A loop over a generator was left by break."""
