"""From what the program's evaluator answers to things of a trial."""

from __future__ import annotations

import http
import math
from typing import Optional

from ...program import (
    Abstract,
    CaughtError,
    ClassRef,
    Closure,
    Container,
    Data,
    External,
    Instance,
    Keywords,
    Known,
    ModuleValue,
    Obj,
    Partial,
    Ref,
    Text,
    Unknown,
    Values,
)
from ...syntax import summary as s
from .machine import Machine
from .things import (
    Applied,
    Class,
    Func,
    Given,
    Items,
    Lib,
    Made,
    Num,
    Space,
    Sym,
    Table,
    Thing,
    number,
    plain,
)

MAX_DEPTH = 14
CONSTANTS = {"math.inf": math.inf, "sys.maxsize": 2.0**63 - 1, "math.pi": math.pi, "math.e": math.e}
CODES = (
    "http.HTTPStatus.",
    "requests.codes.",
    "requests.status_codes.codes.",
    "httpx.codes.",
    "niquests.codes.",
    "starlette.status.",
    "fastapi.status.",
    "rest_framework.status.",
)


def lookup(m: Machine, ref: Ref) -> Thing:
    """What the program knows of a value."""
    return convert(m, m.program.eval(ref), ("at", ref.module, ref.vid))


def convert(m: Machine, values: Values, key: tuple[object, ...]) -> Thing:
    """One thing for what a value can be: a range for several numbers, the first of several other
    things. What is unknown counts only where nothing is known."""
    known = [v for v in values if not isinstance(v, Unknown)]
    if not known:
        return unknown(values, key)
    known = [v for v in known if v != Known(None)] or known
    things = [of(m, v) for v in known]
    if len(things) == 1:
        return things[0]
    nums = [number(t) for t in things if not isinstance(t, (Sym, bool))]
    if nums and all(n is not None for n in nums) and len(nums) == len(things):
        found = [n for n in nums if n is not None]
        return plain(Num(min(n.low for n in found), max(n.high for n in found)))
    if len(set(map(repr, known))) > 1 and all(isinstance(v, Known) for v in known):
        return Sym(key)
    return next((t for t in things if not isinstance(t, Sym)), things[0])


def unknown(values: Values, key: tuple[object, ...]) -> Sym:
    named = next((v.name for v in values if isinstance(v, Unknown) and v.name), "")
    return Sym(("named", named)) if named else Sym(key)


def of(m: Machine, value: Abstract) -> Thing:
    if isinstance(value, Known):
        return value.value
    if isinstance(value, Text):
        return Sym(("text", *(p if isinstance(p, str) else Sym(("named", p.name)) for p in value.parts)))
    if isinstance(value, External):
        return library(m, value.name, of(m, value.receiver) if value.receiver is not None else None)
    if isinstance(value, ModuleValue):
        return Space(value.module)
    if isinstance(value, Closure):
        around = m.still(value.frame) if value.frame is not None else None
        return Func(value.function, around, of(m, value.receiver) if value.receiver is not None else None)
    if isinstance(value, ClassRef):
        return Class(value.cls)
    if isinstance(value, Instance):
        return m.object(value)
    return _compound(m, value)


def _compound(m: Machine, value: Abstract) -> Thing:
    if isinstance(value, Obj):
        return _object(m, value)
    if isinstance(value, Container):
        return _at(m, value.ref)
    if isinstance(value, Partial):
        args = given_arguments(m, value.site)
        return Applied(of(m, value.function), args[0][1:], args[1], spot_of(value.site))  # type: ignore[arg-type]
    if isinstance(value, Keywords):
        bound = m.program.bound(value.frame)
        if value.positional:
            return Items("tuple", [_given(m, g).thing for g in bound.rest], open=bound.open_positional)
        entries = {k: _given(m, g[0]).thing for k, g in bound.extra.items() if g}
        return Table(entries, open=bound.open_keywords)
    if isinstance(value, CaughtError):
        return Sym(("caught", value.ref.module, value.ref.vid))
    if isinstance(value, Data):
        if value.keyed:
            return Table({key.value: of(m, inner) for key, inner in value.entries})
        return Items("list", [of(m, inner) for _, inner in value.entries])
    return Sym(("unknown",))


def spot_of(ref: Ref) -> tuple[object, ...]:
    return (ref.module, ref.module.summary.spans[ref.vid])


def _object(m: Machine, value: Obj) -> Thing:
    if value.site is None:
        return Made(value.type, [], {})
    thing = _at(m, value.site)
    if isinstance(thing, Sym) and not value.type.endswith("()"):
        return Made(value.type, [], {}, spot_of(value.site))  # type: ignore[arg-type]
    return thing


def _at(m: Machine, ref: Ref) -> Thing:
    """A value evaluated where it stands, outside of the trial."""
    from .expressions import value_of
    from .queues import shared

    key = ("still", ref)
    if key in m.cache:
        return m.cache[key]
    m.cache[key] = Sym(("at", ref.module, ref.vid))
    activation = m.still(ref.frame)
    activation.memo.pop(ref.vid, None)
    thing = m.cache[key] = shared(value_of(m, activation, ref.vid), ref)
    return thing


def _given(m: Machine, given: object) -> Given:
    if isinstance(given, Ref):
        return Given(lookup_or_evaluate(m, given), spot_of(given))  # type: ignore[arg-type]
    return Given(of(m, given))  # type: ignore[arg-type]


def lookup_or_evaluate(m: Machine, ref: Ref) -> Thing:
    from .expressions import value_of

    return value_of(m, m.still(ref.frame), ref.vid)


def given_arguments(m: Machine, call: Ref) -> tuple[list[Given], dict[str, Given]]:
    """The arguments of a call outside the trial, `*` and `**` expanded."""
    args = m.program.arguments(call)
    named = {k: _within(call, _given(m, g[0])) for k, g in args.keywords.items() if g}
    return [_within(call, _given(m, g)) for g in args.positional], named


def _within(call: Ref, given: Given) -> Given:
    """A name stands for the value it is bound to, which is written elsewhere: then the call is
    the place, unless the arguments were gathered elsewhere as well."""
    start, end = call.module.summary.spans[call.vid]
    node = call.module.values[call.vid]
    gathered = any(a.star for a in node.args) if isinstance(node, s.Call) else False
    inside = given.spot is not None and given.spot[0] is call.module and start <= given.spot[1][0] < end
    return given if inside or gathered else Given(given.thing, (call.module, (start, end)))


def library(m: Machine, name: str, receiver: Thing = None) -> Thing:
    """A library's name: a status, another constant, or the thing itself."""
    if name in CONSTANTS:
        return CONSTANTS[name]
    for prefix in CODES:
        if name.startswith(prefix):
            status = status_named(name[len(prefix) :])
            if status is not None:
                return status
    return Lib(name, receiver)


def status_named(name: str) -> Optional[int]:
    """429 for "TOO_MANY_REQUESTS", "too_many_requests" or "HTTP_429_TOO_MANY_REQUESTS"."""
    parts = name.split(".")[0]
    if parts.startswith("HTTP_") and parts[5:8].isdigit():
        return int(parts[5:8])
    found = http.HTTPStatus.__members__.get(parts.upper())
    if found is not None:
        return int(found)
    return {"TIMEOUT": 408, "UNAVAILABLE": 503, "TOO_MANY": 429, "SERVER_ERROR": 500}.get(parts.upper())
