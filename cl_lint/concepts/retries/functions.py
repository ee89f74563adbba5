"""Functions and classes of the program in a trial run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

from ...program import Closure, FunctionKey, Instance, Ref
from ...syntax import summary as s
from .activations import Activation
from .exceptions import is_exception_class
from .machine import MAX_CALLS, Machine
from .things import (
    Class,
    Fault,
    Func,
    Given,
    Items,
    Made,
    Object,
    Reply,
    Spot,
    Sym,
    Table,
    Thing,
)
from .trials import Construct, Ended, Returned

Named = dict[str, Given]
MAX_DEPTH = 30
"""Calls of one function inside each other, after which a recursion has no end."""


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


def value_of(m: Machine, act: Activation, vid: s.ValueId) -> Thing:
    from .expressions import value_of as evaluate

    return evaluate(m, act, vid)


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
            decorator = value_of(m, around, vid)
            spot = (func.key.module, func.key.module.summary.spans[vid])
            rule = rule_of(m, decorator, "decorator", spot)
            if rule is not None:
                found.append(rule)
            elif isinstance(decorator, Func) and _leaves_function(m, func.key, function, vid):
                found += _rules_inside(m, decorator, func)
        m.cache[key] = found
    return m.cache[key]  # type: ignore[no-any-return]


def _leaves_function(m: Machine, key: FunctionKey, function: s.Function, decorator: s.ValueId) -> bool:
    """Whether a decorator of the program gives the function back, as far as the program sees: then
    all it does is to apply a library's."""
    frame = m.program.root(FunctionKey(key.module, function.parent))
    for vid, node in enumerate(key.module.values):
        if isinstance(node, s.Call) and node.func == decorator and len(node.args) == 1:
            values = m.program.eval(Ref(key.module, vid, frame))
            return not any(isinstance(v, Closure) and v.function != key for v in values)
    return False


def _rules_inside(m: Machine, decorator: Func, func: Func) -> list[Any]:
    """The library rules that a decorator of the program puts around a function."""
    found: list[Any] = []
    made = run_function(m, decorator, [Given(func)], {}, m.spot)
    while isinstance(made, Wrapped):
        found.append(made.rule)
        made = made.function
    return found


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
