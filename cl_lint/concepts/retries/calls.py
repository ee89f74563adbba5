"""Calls in a trial run: of the program's functions and classes, of libraries, of the API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

from ...models.rows import Request
from ...program import FunctionKey, Instance, Ref
from ...syntax import summary as s
from .activations import Activation
from .attributes import Native, Record, attribute_of
from .conversion import convert, given_arguments, lookup
from .exceptions import is_exception_class
from .machine import MAX_CALLS, Machine
from .things import (
    Applied,
    Class,
    Fault,
    Func,
    Given,
    Items,
    Lib,
    Made,
    Method,
    Object,
    Reply,
    Spot,
    Sym,
    Table,
    Thing,
    frozen,
    number,
)
from .trials import Construct, Ended, Raised, Returned

Named = dict[str, Given]
MAX_DEPTH = 30
"""Calls of one function inside each other, after which a recursion has no end."""
READING = frozenset(
    ("get get_nowait pop popleft recv receive readline read fetchone next __next__ poll accept input").split()
)
SAME = frozenset(
    (
        "asyncio.wait_for asyncio.run asyncio.create_task asyncio.ensure_future asyncio.shield "
        "anyio.run typing.cast contextlib.closing contextlib.aclosing contextlib.nullcontext "
        "asgiref.sync.async_to_sync asgiref.sync.sync_to_async functools.wraps"
    ).split()
)
RUNS = {
    "asyncio.to_thread": 0,
    "anyio.to_thread.run_sync": 0,
    "trio.to_thread.run_sync": 0,
    "asgiref.sync.sync_to_async": 0,
}
RUN_METHODS = {"run_in_executor": 1, "submit": 0, "run_until_complete": 0, "apply": 0}


@dataclass(eq=False)
class Generator:
    """A generator that has not been run."""

    function: Func
    args: list[Given]
    kwargs: Named


@dataclass(eq=False)
class Wrapped:
    """A function under a library's retry rule."""

    rule: Any
    function: Thing


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
    return call(m, callee, args, named, spot, (act.module, vid))


def value_of(m: Machine, act: Activation, vid: s.ValueId) -> Thing:
    from .expressions import value_of as evaluate

    return evaluate(m, act, vid)


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
    from ...program import ClassRef, Closure, Container, External, Known

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


# ---------------------------------------------------------------------------------- the program


def decorated_by_library(m: Machine, func: Func) -> bool:
    return bool(rules_of(m, func))


def rules_of(m: Machine, func: Func) -> list[Any]:
    """The library retry rules that decorate a function, outermost first."""
    from .libraries import rule_of

    function = func.key.module.summary.functions[func.key.number]
    if not function.decorators:
        return []
    key = ("rules", func.key, func.around if func.around is not None and func.around.live else None)
    if key not in m.cache:
        m.cache[key] = []
        around = func.around
        if around is None or around.function.number != function.parent:
            around = m.still(m.program.root(FunctionKey(func.key.module, function.parent)))
        found = []
        for vid in function.decorators:
            rule = rule_of(
                m,
                value_of(m, around, vid),
                "decorator",
                (func.key.module, func.key.module.summary.spans[vid]),
            )
            if rule is not None:
                found.append(rule)
        m.cache[key] = found
    return m.cache[key]  # type: ignore[no-any-return]


def call_function(m: Machine, func: Func, args: list[Given], named: Named, spot: Spot) -> Thing:
    """Calls a function of the program, under the retry rules that decorate it."""
    from .emulation import emulate

    rules = rules_of(m, func)
    task = next((r for r in rules if getattr(r, "binds", False)), None)
    run = lambda: run_function(m, func, [Given(task.task(m)), *args] if task else args, named, spot)  # noqa: E731
    for rule in reversed(rules):
        run = _under(m, rule, run, emulate)
    return run()  # type: ignore[no-untyped-call]


def _under(m: Machine, rule: Any, run: Any, emulate: Any) -> Any:
    return lambda: emulate(m, rule, run)


def run_function(m: Machine, func: Func, args: list[Given], named: Named, spot: Spot) -> Thing:
    function = m.program.function(func.key)
    if function.yields:
        return Generator(func, args, named)
    if m.active.get(func.key, 0):
        m.come_round(Construct("recursion", spot))
    return execute(m, activate(m, func, args, named), function)


def execute(m: Machine, act: Activation, function: s.Function) -> Thing:
    from .statements import run_block

    if m.active.get(act.key, 0) >= MAX_DEPTH:
        m.run.endless = len(m.run.repeats) >= MAX_DEPTH - 2
        raise Ended
    if sum(m.active.values()) >= MAX_CALLS:
        return Sym(("deep", act.module, function.number))
    m.level += 1
    m.active[act.key] = m.active.get(act.key, 0) + 1
    outer = m.spot
    try:
        run_block(m, act, function.body)
        # A lambda has no statement but its return.
        return None
    except Returned as returned:
        return returned.thing
    finally:
        m.level -= 1
        m.active[act.key] -= 1
        m.spot = outer


def activate(m: Machine, func: Func, args: list[Given], named: Named) -> Activation:
    """A new activation with its parameters bound."""
    function = m.program.function(func.key)
    around = func.around
    if around is None and func.key.number:
        around = m.still(m.program.root(FunctionKey(func.key.module, function.parent)))
    frame = m.program.root(func.key)
    if func.receiver is not None and isinstance(func.receiver, Object):
        frame = m.program.frames.make(func.key, None, func.receiver.instance, frame.closure)
    act = Activation(func.key, frame, around, live=True)
    positional = ([Given(func.receiver)] if func.receiver is not None else []) + args
    rest = dict(named)
    for param in function.params:
        if param.kind == "args":
            act.params[param.name] = Items("tuple", [g.thing for g in positional])
            positional = []
        elif param.kind == "kwargs":
            act.params[param.name] = Table(
                {k: g.thing for k, g in rest.items()}, spots={k: g.spot for k, g in rest.items() if g.spot}
            )
        elif param.kind != "keyword" and positional:
            act.params[param.name] = positional.pop(0).thing
        elif param.name in rest and param.kind != "positional":
            act.params[param.name] = rest.pop(param.name).thing
        elif param.default is not None:
            act.params[param.name] = value_of(m, around or act, param.default)
        else:
            act.params[param.name] = Sym(("param", func.key, param.name))
    return act


def generate(m: Machine, generator: Generator, work: Any) -> None:
    """Runs a generator; `work` gets each value where it is yielded."""
    function = m.program.function(generator.function.key)
    act = activate(m, generator.function, generator.args, generator.kwargs)
    act.on_yield = work
    execute(m, act, function)


def collected(m: Machine, generator: Generator, limit: int = 40) -> Items:
    """A generator's values as an iterator, its effects left out."""
    found: list[Thing] = []

    def take(thing: Thing) -> None:
        found.append(thing)
        if len(found) >= limit:
            raise Full

    try:
        generate(m, generator, take)
    except Full:
        return Items("iterator", found, endless=True)
    return Items("iterator", found)


class Full(Exception):
    """Enough of a generator was seen."""


def construct(
    m: Machine,
    cls: Class,
    args: list[Given],
    named: Named,
    spot: Spot,
    place: Optional[tuple[Any, int]] = None,
) -> Thing:
    """An instance of a class of the program; an exception class gives a fault."""
    classes = m.program.classes
    if classes.is_enum(cls.key):
        return args[0].thing if args else Sym(("enum", cls.key))
    site = Ref(place[0], place[1], m.module(place[0]).frame) if place is not None else None
    made = Object(cls.key, Instance(cls.key, site))
    init = classes.method(cls.key, "__init__")
    if init is not None:
        call_function(m, Func(init, None, made), args, named, spot)
    elif classes.is_carrier(cls.key):
        _fill_fields(m, made, args, named)
    if is_exception_class(m, cls.key):
        values = [g.thing for g in (*args, *named.values())]
        reply = next((v for v in values if isinstance(v, Reply)), None)
        return Fault(cls=cls.key, reply=reply, args=[g.thing for g in args], body=made)
    made.attrs.setdefault("\0args", Made("", args, named, spot))
    return made


def _fill_fields(m: Machine, made: Object, args: list[Given], named: Named) -> None:
    fields = m.program.classes.fields(made.key)
    for name, given in zip(fields, args, strict=False):
        made.attrs[name] = given.thing
    for name, given in named.items():
        if name in fields:
            made.attrs[name] = given.thing


# ------------------------------------------------------------------------------------ libraries


def call_library(
    m: Machine, callee: Lib, args: list[Given], named: Named, spot: Spot, place: Optional[tuple[Any, int]]
) -> Thing:
    """A library's function: what the trial knows of it, else an object that was made."""
    from .exchange import send_through
    from .libraries import call_known
    from .standard import FUNCTIONS

    name = callee.name
    work = FUNCTIONS.get(name)
    if work is not None:
        return work(m, [a.thing for a in args], {k: g.thing for k, g in named.items()})
    if name == "functools.partial" and args:
        return Applied(args[0].thing, args[1:], named, spot)
    if name in RUNS and len(args) > RUNS[name]:
        return call(m, args[0].thing, args[1:], named, spot, place)
    last = name.rsplit(".", 1)[-1]
    if last in RUN_METHODS and len(args) > RUN_METHODS[last] and _runs(args[RUN_METHODS[last]].thing):
        index = RUN_METHODS[last]
        return call(m, args[index].thing, args[index + 1 :], named, spot, place)
    if name in SAME and args:
        return _same(m, name, args, named, spot)
    overridden = _override(m, callee, args, named, spot)
    if overridden is not None:
        return overridden
    row = m.models.row(Request, name)
    if row is not None and not row.builder:
        return send_through(m, row, callee, args, named, place)
    known, thing = call_known(m, callee, args, named, spot, place)
    if known:
        return thing
    if (
        len(args) == 1
        and not named
        and isinstance(args[0].thing, (Func, Class))
        and not m.models.is_type(name)
    ):
        return args[0].thing  # a decorator that leaves the function what it is
    if (
        m.models.is_type(name)
        or name[:1].isupper()
        or last[:1].isupper()
        or (row is not None and row.builder)
    ):
        return Made(name, args, named, spot)
    return unknown_result(m, callee, args)


def _runs(thing: Thing) -> bool:
    return isinstance(thing, (Func, Wrapped, Applied, Lib))


def _same(m: Machine, name: str, args: list[Given], named: Named, spot: Spot) -> Thing:
    thing = args[-1 if name == "typing.cast" else 0].thing
    if isinstance(thing, WaitedEvent):
        return thing.timed_out(m, args, named, spot)
    return thing


@dataclass(frozen=True)
class WaitedEvent:
    """`event.wait()` of asyncio, which only a timeout around it ends."""

    key: Any

    def timed_out(self, m: Machine, args: list[Given], named: Named, spot: Spot) -> Thing:
        given = named.get("timeout") or (args[1] if len(args) > 1 else None)
        seconds = number(given.thing) if given is not None else None
        if seconds is None:
            return None
        m.pause(seconds, spot)
        raise Raised(Fault("builtins.TimeoutError"))


def _override(m: Machine, callee: Lib, args: list[Given], named: Named, spot: Spot) -> Thing:
    """`client.get(…)` on a project's subclass that overrides `request`."""
    from ...program.calling import VERBS  # type: ignore[attr-defined]

    verb = callee.name.rsplit(".", 1)[-1]
    if not isinstance(callee.receiver, Object) or verb not in VERBS:
        return None
    method = m.program.classes.method(callee.receiver.key, "request")
    if method is None:
        return None
    return call_function(m, Func(method, None, callee.receiver), [Given(verb.upper()), *args], named, spot)


__all__ = ["Record", "attribute_of", "call", "call_at", "call_function", "construct", "lookup"]
