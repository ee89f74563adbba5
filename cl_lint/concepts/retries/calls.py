"""Calls in a trial run: of the program's functions and classes, of libraries, of the API."""

from __future__ import annotations

from typing import Any, Optional

from ...program import Closure, Instance, Ref
from ...syntax import summary as s
from .activations import Activation
from .attributes import Native
from .conversion import convert, given_arguments
from .functions import Named, Wrapped, call_function, construct, decorated_by_library, value_of
from .machine import MAX_CALLS, Machine
from .things import (
    Applied,
    Class,
    Func,
    Given,
    Items,
    Lib,
    Made,
    Method,
    Object,
    Spot,
    Sym,
    Table,
    Thing,
    frozen,
    number,
)

READING = frozenset(
    [
        "get",
        "get_nowait",
        "pop",
        "popleft",
        "recv",
        "receive",
        "readline",
        "read",
        "fetchone",
        "next",
        "__next__",
        "poll",
        "accept",
        "input",
    ]
)


def call_at(m: Machine, act: Activation, vid: s.ValueId, node: s.Call) -> Thing:
    """The result of a call expression."""
    from .exchange import send

    m.tick()
    spot: Spot = (act.module, act.module.summary.spans[vid])
    api = m.app.api_calls.at(Ref(act.module, vid, act.frame))
    if api is not None:
        if not act.live:
            return Sym(("api", act.module, vid))
        func = act.module.values[node.func]
        client = value_of(m, act, func.base) if isinstance(func, s.Attr) else None
        args, named = arguments(m, act, vid, node)
        return send(m, api, (act.module, vid), client, args, named)
    if not act.live:
        return _outside(m, act, vid, node, spot)
    callee = value_of(m, act, node.func)
    args, named = arguments(m, act, vid, node)
    func = act.module.values[node.func]
    if isinstance(func, s.Attr):
        configured = m.program.ini.got(Ref(act.module, vid, act.frame), node, func)
        if configured:
            return convert(m, tuple(configured), ("at", act.module, vid))
    if isinstance(callee, Lib):
        read = m.program.data_files.read(callee.name, Ref(act.module, vid, act.frame), node)
        if read:
            return convert(m, read, ("at", act.module, vid))
    return call(m, callee, args, named, spot, (act.module, vid))


def _outside(m: Machine, act: Activation, vid: s.ValueId, node: s.Call, spot: Spot) -> Thing:
    """A call outside the trial (a setting, a module's global): the program knows what the
    project's own functions give; a library's are applied here."""
    ref = Ref(act.module, vid, act.frame)
    values = m.program.eval(ref)
    callee = value_of(m, act, node.func)
    if isinstance(callee, (Func, Class)) or (isinstance(callee, Sym) and values):
        found = convert(m, values, ("at", act.module, vid))
        if isinstance(found, Sym) and isinstance(callee, Func) and m.level < MAX_CALLS:
            args, named = given_arguments(m, ref)
            found = call(m, callee, args, named, spot, (act.module, vid))
        return found
    args, named = given_arguments(m, ref)
    thing = call(m, callee, args, named, spot, (act.module, vid))
    if isinstance(thing, Sym):
        found = lookup_plain(m, ref)
        return thing if found is None else found
    return thing


def lookup_plain(m: Machine, ref: Ref) -> Thing:
    """A constant that the program knows a call to give (a default of a look-up)."""
    from ...program import ClassRef, Container, External, Known

    values = tuple(
        v
        for v in m.program.eval(ref)
        if isinstance(v, (Known, Closure, ClassRef, Container, External, Instance))
    )
    values = tuple(v for v in values if not (isinstance(v, Container) and v.ref == ref))
    return convert(m, values, ("at", ref.module, ref.vid)) if values else None


def arguments(m: Machine, act: Activation, vid: s.ValueId, node: s.Call) -> tuple[list[Given], Named]:
    """The arguments of a call, `*` and `**` expanded as far as they are known."""
    args: list[Given] = []
    named: Named = {}
    spans = act.module.summary.spans
    start, end = spans[vid]
    for arg in node.args:
        thing = value_of(m, act, arg.value)
        span = spans[arg.value]
        # A name stands for the value it is bound to, which is written elsewhere.
        spot = (act.module, span if start <= span[0] and span[1] <= end else spans[vid])
        if arg.star == 1:
            args += (
                [Given(t, spot) for t in thing.items[thing.position :]] if isinstance(thing, Items) else []
            )
        elif arg.star == 2:
            if isinstance(thing, Table):
                named.update({str(k): Given(v, thing.spots.get(k, spot)) for k, v in thing.entries.items()})
        elif arg.name is not None:
            named[arg.name] = Given(thing, spot)
        else:
            args.append(Given(thing, spot))
    return args, named


# -------------------------------------------------------------------------------------- callees


def call(
    m: Machine,
    callee: Thing,
    args: list[Given],
    named: Named,
    spot: Spot,
    place: Optional[tuple[Any, int]] = None,
) -> Thing:
    """Calls anything."""
    if isinstance(callee, Func):
        return call_function(m, callee, args, named, spot)
    if isinstance(callee, Class):
        return construct(m, callee, args, named, spot, place)
    if isinstance(callee, Applied):
        made = call(m, callee.function, callee.args + args, {**callee.kwargs, **named}, spot, place)
        if isinstance(made, Made) and callee.spot is not None and made.spot == spot:
            made.spot = callee.spot
        return made
    if isinstance(callee, Native):
        m.cache["call spot"] = spot
        return callee.work(m, args, named)
    if isinstance(callee, Wrapped):
        return _call_wrapped(m, callee, args, named, spot, place)
    if isinstance(callee, Lib):
        from .library_calls import call_library

        return call_library(m, callee, args, named, spot, place)
    if isinstance(callee, Method):
        from .methods import call_method

        return call_method(m, callee, args, named, spot)
    if isinstance(callee, Made):
        return _call_made(m, callee, args, named, spot, place)
    if isinstance(callee, Object):
        method = m.program.classes.method(callee.key, "__call__")
        if method is not None:
            return call_function(m, Func(method, None, callee), args, named, spot)
    if isinstance(callee, Sym) and _last_name(callee.key).lstrip("_") in ("sleep", "wait") and args:
        seconds = number(args[0].thing)
        if seconds is not None and not isinstance(args[0].thing, Sym):
            m.pause(seconds, spot)  # an event or a clock that was handed in
            return False
    if isinstance(callee, Sym):
        from .transports import handed_on

        passed = handed_on(m, _last_name(callee.key), spot)
        if passed is not None:
            return passed[0]
    if isinstance(callee, (int, float, str, bytes)):
        return callee  # a status or header method that was read as a value
    return unknown_result(m, callee, args)


def unknown_result(m: Machine, callee: Thing, args: list[Given]) -> Sym:
    """What something unknown gives: the same for the same arguments, unless it reads on."""
    key = frozen(callee)
    name = _last_name(key)
    if name in READING and not (name == "get" and args):
        return m.fresh("read", key)
    volatile = isinstance(callee, Sym) and callee.volatile
    return Sym(("call", key, tuple(frozen(a.thing) for a in args)), volatile)


def _last_name(key: Any) -> str:
    if isinstance(key, Lib):
        return key.name.rsplit(".", 1)[-1]
    while isinstance(key, tuple) and key:
        key = key[-1]
    return str(key).rsplit(".", 1)[-1]


def _call_wrapped(
    m: Machine, callee: Wrapped, args: list[Given], named: Named, spot: Spot, place: Optional[tuple[Any, int]]
) -> Thing:
    from .emulation import emulate

    return emulate(m, callee.rule, lambda: call(m, callee.function, args, named, spot, place))


def _call_made(
    m: Machine, callee: Made, args: list[Given], named: Named, spot: Spot, place: Optional[tuple[Any, int]]
) -> Thing:
    """A library's object that is called: a decorator gets its function, a caller runs it."""
    from .emulation import emulate
    from .libraries import rule_of

    first = args[0].thing if args else None
    rule = rule_of(m, callee, "decorator")
    if rule is not None and len(args) == 1 and _is_callable(first):
        return first if isinstance(first, Func) and decorated_by_library(m, first) else Wrapped(rule, first)
    rule = rule_of(m, callee, "caller")
    if rule is not None and args:
        skip = rule.skip
        if skip:
            rule = rule.narrowed(args[0])
        inner = args[skip].thing if len(args) > skip else None
        return emulate(m, rule, lambda: call(m, inner, args[skip + 1 :], named, spot, place))
    if len(args) == 1 and isinstance(first, (Func, Class)) and not named:
        return first  # some other decorator
    return unknown_result(m, callee, args)


def _is_callable(thing: Thing) -> bool:
    return isinstance(thing, (Func, Wrapped, Applied, Class, Object, Lib, Method))
