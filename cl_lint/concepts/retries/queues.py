"""Queues in a trial run: what fails and is put back is taken again, and tried again."""

from __future__ import annotations

from typing import Optional

from ...program import FunctionKey, Obj, Ref
from ...syntax import summary as s
from .iterating import Args, Named
from .machine import Machine
from .things import Fault, Given, Items, Lib, Method, Sym, Thing, number
from .trials import Construct, Ended, Raised

KIND = "queue"
PUTTING = frozenset({"put", "put_nowait", "append", "add", "appendleft", "push"})
TAKING = frozenset({"get", "get_nowait", "pop", "popleft"})
LATER = {"call_later": (0, 1), "Timer": (0, 1), "enter": (0, 2), "deferLater": (1, 2)}
"""Where what runs something later gets the seconds and the function."""


def made(m: Machine, args: Args, named: Named) -> Thing:
    """queue.Queue() and its like: empty, unless others fill it."""
    return Items(KIND, [])


def shared(thing: Thing, ref: Ref) -> Thing:
    """A queue that is older than the trial: others may have filled it."""
    if isinstance(thing, Items) and thing.kind in (KIND, "deque"):
        thing.open = True
        thing.origin = ref
    return thing


def put(m: Machine, base: Items, thing: Thing, first: bool = False) -> None:
    """Puts a thing at the end of a queue, or first, and notes where the program does so."""
    base.put_at[id(thing)] = m.spot
    if first:
        base.items.insert(0, thing)
    else:
        base.items.append(thing)


def take(m: Machine, base: Items, last: bool = False) -> Thing:
    """The next thing of a queue. Of an empty one: what was to be put there later, what the program puts
    there elsewhere (once), or something unknown."""
    while not base.items:
        if not run_later(m):
            if not base.open:
                raise Raised(Fault("queue.Empty"))
            return _first(m, base)
    thing = base.items.pop(-1 if last else 0)
    spot = base.put_at.get(id(thing))
    if spot is not None:
        m.queued_again = Construct("queue", spot)
    return thing


def later(m: Machine, name: str, args: list[Given], named: dict[str, Given]) -> bool:
    """Notes a call that a timer makes."""
    places = LATER.get(name.rsplit(".", 1)[-1])
    if places is None or len(args) <= max(places):
        return False
    seconds, function = number(args[places[0]].thing), args[places[1]].thing
    if seconds is None or not isinstance(function, (Method, Lib)):
        return False
    rest = args[max(places) + 1 :]
    if name.endswith("Timer") or "argument" in named:  # threading.Timer and sched take them as a sequence
        given = named.get("args", named.get("argument", rest[0] if rest else None))
        inside = given.thing if given is not None else None
        rest = [Given(thing) for thing in inside.items] if isinstance(inside, Items) else []
    m.timers.append((seconds, function, rest, m.spot))
    return True


def run_later(m: Machine) -> bool:
    """Lets the time of the next timer come; false where there is none."""
    from .calls import call

    if not m.timers:
        return False
    m.timers.sort(key=lambda timer: timer[0].low)
    seconds, function, args, spot = m.timers.pop(0)
    m.pause(seconds, spot)
    call(m, function, args, {}, spot)
    return True


def _first(m: Machine, base: Items) -> Thing:
    """What the program first puts into a queue, taken for its first item; with the second, others' turn
    has come, which are not tried."""
    from .conversion import lookup_or_evaluate

    if m.cache.get(("first", id(base))):
        raise Ended
    for place in _fillings(m, base.origin) if base.origin is not None else ():
        thing = lookup_or_evaluate(m, place)
        if not isinstance(thing, Sym):
            m.cache["first", id(base)] = True
            return thing
    return m.fresh("taken")


def _fillings(m: Machine, origin: Ref) -> list[Ref]:
    """What is put into a queue by functions that take nothing from it."""
    key = ("fillings", origin)
    known: Optional[list[Ref]] = m.shared.get(key)
    if known is None:
        takers = {ref.frame.function for ref in _methods(m, origin, TAKING)}
        known = m.shared[key] = []
        for ref in _methods(m, origin, PUTTING):
            if ref.frame.function not in takers:
                known += _given(ref)
    return known


def _given(method: Ref) -> list[Ref]:
    """The first arguments with which a method is called where it is read."""
    module, found = method.module, []
    for vid in module.summary.functions[method.frame.function.number].calls:
        node = module.values[vid]
        if isinstance(node, s.Call) and node.func == method.vid and node.args:
            found.append(Ref(module, node.args[0].value, method.frame))
    return found


def _methods(m: Machine, origin: Ref, names: frozenset[str]) -> list[Ref]:
    """Where methods of a queue are read, by name."""
    found: list[Ref] = []
    for module in list(m.program.table.loaded()):
        owners = module.summary.owners
        for vid, node in module.of(s.Attr):
            if node.name not in names:
                continue
            frame = m.program.root(FunctionKey(module, owners[vid]))
            values = m.program.eval(Ref(module, node.base, frame))
            if any(isinstance(v, Obj) and v.site == origin for v in values):
                found.append(Ref(module, vid, frame))
    return found
