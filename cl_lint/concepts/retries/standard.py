"""What builtins and the standard library's functions give in a trial run."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from . import intervals
from .machine import Machine
from .statuses import Status, StatusText, status, status_text
from .things import (
    AskedText,
    Class,
    Fault,
    Func,
    Headers,
    Items,
    Lib,
    Moment,
    Num,
    Object,
    Reply,
    Span,
    Sym,
    Table,
    Thing,
    frozen,
    number,
    plain,
)
from .trials import Raised

Args = list[Thing]
Named = dict[str, Thing]
Work = Callable[[Machine, Args, Named], Thing]
MANY = 70
"""How far endless iterators are written out."""


def fail(name: str) -> Raised:
    return Raised(Fault(f"builtins.{name}"))


def written_out(m: Machine, thing: Thing, count: int = MANY) -> list[Thing]:
    """The items of an iterable as a list."""
    from .calls import Generator, collected
    from .statements import next_of

    if isinstance(thing, Generator):
        thing = collected(m, thing)
    if isinstance(thing, Table):
        return list(thing.entries)
    if isinstance(thing, str):
        return list(thing)
    if not isinstance(thing, Items):
        return []
    if not thing.endless:
        return thing.items[thing.position :]
    copy = Items("iterator", thing.items, True, step=thing.step, position=thing.position)
    return [next_of(copy) for _ in range(count)]


def is_open(thing: Thing) -> bool:
    from .calls import Generator

    return thing.open if isinstance(thing, (Items, Table)) else not isinstance(thing, (str, Generator))


# ------------------------------------------------------------------------------------ conversions


def to_number(kind: type) -> Work:
    def work(m: Machine, args: Args, named: Named) -> Thing:
        thing = args[0] if args else 0
        if isinstance(thing, AskedText):
            return Num(m.app.policy.min_retry_delay, m.app.policy.min_retry_delay, True)
        if isinstance(thing, Status):
            return thing
        if thing is None or isinstance(thing, (Items, Table)):
            raise fail("TypeError")
        if isinstance(thing, (str, bytes)):
            try:
                return status(int(thing), _as_int(thing)) if isinstance(thing, StatusText) else kind(thing)
            except ValueError:
                raise fail("ValueError") from None
        num = number(thing)
        if num is None:
            return Sym(("number", frozen(thing)))
        if kind is int and math.isfinite(num.low) and math.isfinite(num.high):
            return plain(Num(float(int(num.low)), float(int(num.high)), num.asked))
        if isinstance(thing, Sym):
            return thing
        return kind(thing) if isinstance(thing, (int, float)) and not isinstance(thing, bool) else plain(num)

    return work


def _as_int(thing: StatusText) -> Callable[[int], int]:
    return lambda other: int(thing.make(other))


def to_text(m: Machine, args: Args, named: Named) -> Thing:
    thing = args[0] if args else ""
    if isinstance(thing, Status):
        return status_text(str(int(thing)), lambda other: str(thing.make(other)))
    if isinstance(thing, (str, int, float, type(None))):
        return str(thing)
    return thing


def to_items(kind: str) -> Work:
    def work(m: Machine, args: Args, named: Named) -> Thing:
        if not args:
            return Items(kind, [])
        if isinstance(args[0], Items) and args[0].endless:
            return args[0]
        return Items(kind, list(written_out(m, args[0])), open=is_open(args[0]))

    return work


def to_table(m: Machine, args: Args, named: Named) -> Thing:
    table = Table({})
    for arg in args:
        if isinstance(arg, Table):
            table.entries.update(arg.entries)
            table.spots.update(arg.spots)
            table.open = table.open or arg.open
        elif isinstance(arg, Headers):
            return arg
        elif isinstance(arg, Items):
            for pair in arg.items:
                if isinstance(pair, Items) and len(pair.items) == 2:
                    table.entries[frozen(pair.items[0])] = pair.items[1]
        else:
            table.open = True
    table.entries.update(named)
    return table


def truth_value(m: Machine, args: Args, named: Named) -> Thing:
    from .expressions import truth_of

    if not args:
        return False
    known = truth_of(m, args[0])
    return args[0] if known is None else known


# ---------------------------------------------------------------------------------- numbers


def extreme(name: str) -> Work:
    def work(m: Machine, args: Args, named: Named) -> Thing:
        things = written_out(m, args[0]) if len(args) == 1 else args
        if not things and "default" in named:
            return named["default"]
        if any(isinstance(t, AskedText) for t in things):
            things = [to_number(float)(m, [t], {}) if isinstance(t, AskedText) else t for t in things]
        found = intervals.extreme(name, things)
        return Sym((name, *(frozen(t) for t in things))) if found is None else found

    return work


def monotone(work: Callable[[float], float]) -> Work:
    """A function of one growing number."""

    def apply(m: Machine, args: Args, named: Named) -> Thing:
        num = number(args[0]) if args else None
        if num is None or isinstance(args[0], Sym):
            return Sym(("number", frozen(args[0]) if args else None))
        low, high = (_safe(work, v) for v in (num.low, num.high))
        return plain(Num(low, high, num.asked))

    return apply


def _safe(work: Callable[[float], float], value: float) -> float:
    try:
        return float(work(value))
    except (OverflowError, ValueError):
        return value if math.isinf(value) else math.inf


def absolute(m: Machine, args: Args, named: Named) -> Thing:
    num = number(args[0])
    if num is None:
        return args[0]
    if num.low >= 0:
        return args[0]
    low = 0.0 if num.high >= 0 else -num.high
    return plain(Num(low, max(-num.low, num.high), num.asked))


def rounded(m: Machine, args: Args, named: Named) -> Thing:
    digits = args[1] if len(args) > 1 and isinstance(args[1], int) else 0
    if isinstance(args[0], Status) or (type(args[0]) is int and digits >= 0):
        return args[0]
    return monotone(lambda v: round(v, digits))(m, args, named)


def power(m: Machine, args: Args, named: Named) -> Thing:
    from .expressions import operate

    return operate(m, "**", args[0], args[1]) if len(args) > 1 else None


def total(m: Machine, args: Args, named: Named) -> Thing:
    from .expressions import operate

    things = written_out(m, args[0])
    result: Thing = named.get("start", args[1] if len(args) > 1 else 0)
    for thing in things:
        result = (
            thing
            if result == 0 and not isinstance(thing, (int, float, Num))
            else operate(m, "+", result, thing)
        )
    return result


def length(m: Machine, args: Args, named: Named) -> Thing:
    thing = args[0]
    if isinstance(thing, (Items, Table)):
        count = len(thing.items if isinstance(thing, Items) else thing.entries)
        return (
            Sym(("len", id(thing)))
            if thing.open
            else (Num(MANY, math.inf) if getattr(thing, "endless", False) else count)
        )
    return len(thing) if isinstance(thing, (str, bytes)) else Sym(("len", frozen(thing)))


# ---------------------------------------------------------------------------------- randomness


def between(m: Machine, args: Args, named: Named) -> Thing:
    """uniform, randint, triangular: between the two ends."""
    given = [*args, *(named[k] for k in ("a", "b", "low", "high") if k in named)]
    ends = [number(a) for a in given[:2]]
    if len(ends) < 2:
        return Num(0.0, 1.0) if not ends else _hull([Num(0.0, 0.0), ends[0]])
    return _hull(ends)


def _hull(ends: list[Any]) -> Thing:
    if any(e is None for e in ends):
        return Num(-math.inf, math.inf)
    return Num(min(e.low for e in ends), max(e.high for e in ends), any(e.asked for e in ends))


def below(m: Machine, args: Args, named: Named) -> Thing:
    """randrange, randbelow: from the first number (or 0) to below the last."""
    ends = [number(a) for a in args[:2]]
    low = Num(0.0, 0.0) if len(ends) < 2 else ends[0]
    last = ends[-1] if ends else None
    if low is None or last is None:
        return Num(-math.inf, math.inf)
    return Num(low.low, max(low.low, last.high - 1), low.asked or last.asked)


def choice(m: Machine, args: Args, named: Named) -> Thing:
    found = [number(t) for t in written_out(m, args[0])] if args else []
    return _hull(found) if found and all(f is not None for f in found) else m.fresh("choice")


def fixed(low: float, high: float) -> Work:
    return lambda m, args, named: Num(low, high)


# ---------------------------------------------------------------------------------- iteration


def numbers(m: Machine, args: Args, named: Named) -> Thing:
    """range"""
    found = [number(a) for a in args]
    if any(f is None or not math.isfinite(f.high) for f in found):
        return Items("range", [0, 1, 2] if len(args) == 1 else [], open=True)
    ends = [int(f.high) for f in found if f is not None]
    try:
        return Items("range", list(range(*ends))[:1000])
    except (TypeError, ValueError):
        return Items("range", [], open=True)


def enumerated(m: Machine, args: Args, named: Named) -> Thing:
    start = named.get("start", args[1] if len(args) > 1 else 0)
    start = start if isinstance(start, int) else 0
    pairs: list[Thing] = [Items("tuple", [k, t]) for k, t in enumerate(written_out(m, args[0]), start)]
    return Items("iterator", pairs, open=is_open(args[0]) and not getattr(args[0], "endless", False))


def zipped(m: Machine, args: Args, named: Named) -> Thing:
    columns = [written_out(m, a) for a in args]
    return Items(
        "iterator",
        [Items("tuple", list(row)) for row in zip(*columns, strict=False)],
        open=any(is_open(a) for a in args),
    )


def backwards(m: Machine, args: Args, named: Named) -> Thing:
    return Items("iterator", list(reversed(written_out(m, args[0]))), open=is_open(args[0]))


def in_order(m: Machine, args: Args, named: Named) -> Thing:
    things = written_out(m, args[0])
    if all(isinstance(t, (int, float)) for t in things):
        things = sorted(things, reverse=bool(named.get("reverse")))
    return Items("list", things, open=is_open(args[0]))


def iterator(m: Machine, args: Args, named: Named) -> Thing:
    from .calls import Generator, collected

    thing = args[0] if args else None
    if isinstance(thing, Generator):
        return collected(m, thing)
    if isinstance(thing, Items):
        return Items("iterator", list(thing.items), thing.endless, thing.open, thing.step)
    if isinstance(thing, Table):
        return Items("iterator", list(thing.entries), open=thing.open)
    return thing


def next_item(m: Machine, args: Args, named: Named) -> Thing:
    from .calls import Generator, collected
    from .statements import next_of

    thing = args[0] if args else None
    if isinstance(thing, Generator):
        # A generator object is advanced in place: from now on it is an iterator of its values.
        key = ("run", id(thing))
        thing = m.cache.setdefault(key, collected(m, thing))
    if not isinstance(thing, Items):
        return m.fresh("next")
    if thing.position < len(thing.items) or (thing.endless and thing.items):
        return next_of(thing)
    if thing.open:
        m.leave_open()
        return m.fresh("next")
    if len(args) > 1:
        return args[1]
    raise fail("StopIteration")


def counted(m: Machine, args: Args, named: Named) -> Thing:
    """itertools.count"""
    start = named.get("start", args[0] if args else 0)
    step = named.get("step", args[1] if len(args) > 1 else 1)
    ok = isinstance(start, (int, float)) and isinstance(step, (int, float))
    return Items("iterator", [start if ok else 0], endless=True, step=float(step) if ok else 1.0)  # type: ignore[arg-type]


def repeated(m: Machine, args: Args, named: Named) -> Thing:
    times = named.get("times", args[1] if len(args) > 1 else None)
    if isinstance(times, int):
        return Items("iterator", [args[0]] * min(times, MANY))
    return Items("iterator", [args[0]], endless=True)


def cycled(m: Machine, args: Args, named: Named) -> Thing:
    inside = written_out(m, args[0])
    return Items("iterator", (inside * MANY)[:MANY] if inside else [], endless=bool(inside))


def chained(m: Machine, args: Args, named: Named) -> Thing:
    found: list[Thing] = []
    for arg in args:
        if getattr(arg, "endless", False):
            return Items("iterator", found + arg.items, endless=True, step=arg.step)
        found += written_out(m, arg)
    return Items("iterator", found, open=any(is_open(a) for a in args))


def sliced(m: Machine, args: Args, named: Named) -> Thing:
    """itertools.islice"""
    bounds = args[1:]
    if all(b is None or isinstance(b, int) for b in bounds):
        inside = written_out(m, args[0])
        return Items("iterator", inside[slice(*bounds)], open=is_open(args[0]))
    return Items("iterator", [], open=True)


def any_of(m: Machine, args: Args, named: Named) -> Thing:
    from .expressions import truth_of

    answers = [truth_of(m, t) for t in written_out(m, args[0])]
    if any(a is True for a in answers):
        return True
    return Sym(("any", frozen(args[0]))) if any(a is None for a in answers) or is_open(args[0]) else False


def all_of(m: Machine, args: Args, named: Named) -> Thing:
    from .expressions import truth_of

    answers = [truth_of(m, t) for t in written_out(m, args[0])]
    if any(a is False for a in answers):
        return False
    return Sym(("all", frozen(args[0]))) if any(a is None for a in answers) or is_open(args[0]) else True


# ---------------------------------------------------------------------------------- objects


def is_instance(m: Machine, args: Args, named: Named) -> Thing:
    from .exceptions import is_kind

    thing, kind = args[0], args[1]
    if isinstance(thing, Fault):
        if thing.reply is not None:
            m.suspect(m.spot)
        known = is_kind(m, thing, kind)
        return Sym(("isinstance", id(thing), frozen(kind))) if known is None else known
    kinds = kind.items if isinstance(kind, Items) else [kind]
    answers = [_is_plain(m, thing, k) for k in kinds]
    if any(a is True for a in answers):
        return True
    return Sym(("isinstance", frozen(thing), frozen(kind))) if any(a is None for a in answers) else False


PLAIN_KINDS: dict[str, tuple[type, ...]] = {
    "builtins.str": (str, AskedText),
    "builtins.int": (int,),
    "builtins.float": (float,),
    "builtins.bool": (bool,),
    "builtins.bytes": (bytes,),
    "builtins.dict": (Table,),
    "datetime.timedelta": (Span,),
    "datetime.datetime": (Moment,),
    "builtins.type": (Class,),
}


def _is_plain(m: Machine, thing: Thing, kind: Thing) -> Any:
    if isinstance(thing, Sym):
        return None
    if isinstance(kind, Class):
        return isinstance(thing, Object) and m.program.classes.is_subclass(thing.key, kind.key)
    if not isinstance(kind, Lib):
        return None
    if isinstance(thing, Num):
        return kind.name in ("builtins.int", "builtins.float", "numbers.Number")
    if isinstance(thing, Reply):
        return kind.name == thing.kind or kind.name.endswith("Response")
    if kind.name in PLAIN_KINDS:
        return isinstance(thing, PLAIN_KINDS[kind.name])
    if isinstance(thing, Items):
        return kind.name == f"builtins.{thing.kind}"
    if isinstance(thing, Object):
        return kind.name in m.program.classes.external_bases(thing.key)
    return False if isinstance(thing, (int, float, str, type(None))) else None


def is_subclass(m: Machine, args: Args, named: Named) -> Thing:
    from .exceptions import is_kind

    thing = args[0]
    fault = Fault(cls=thing.key) if isinstance(thing, Class) else Fault(getattr(thing, "name", ""))
    known = is_kind(m, fault, args[1])
    return Sym(("issubclass", frozen(thing))) if known is None else known


def get_attribute(m: Machine, args: Args, named: Named) -> Thing:
    from .attributes import attribute_of

    if not isinstance(args[1], str):
        return Sym(("getattr", frozen(args[0]), frozen(args[1])))
    found = attribute_of(m, args[0], args[1])
    missing = isinstance(found, Sym) or (found is None and isinstance(args[0], Fault))
    if missing and len(args) > 2 and not isinstance(args[0], Sym):
        return args[2]
    return found


def has_attribute(m: Machine, args: Args, named: Named) -> Thing:
    from .attributes import attribute_of

    found = attribute_of(m, args[0], args[1]) if isinstance(args[1], str) else Sym(("hasattr",))
    return Sym(("hasattr", frozen(args[0]), frozen(args[1]))) if isinstance(found, Sym) else found is not None


def type_of(m: Machine, args: Args, named: Named) -> Thing:
    thing = args[0] if args else None
    if isinstance(thing, Fault):
        if thing.failing and thing.reply is None:
            m.watch(str, thing.name)
        return Class(thing.cls) if thing.cls is not None else Lib(thing.name)
    return Class(thing.key) if isinstance(thing, Object) else Sym(("type", frozen(thing)))


def mapped(m: Machine, args: Args, named: Named) -> Thing:
    from .calls import call
    from .things import Given

    inside = written_out(m, args[1]) if len(args) > 1 else []
    if not isinstance(args[0], (Func, Lib)):
        return Items("iterator", [], open=True)
    return Items(
        "iterator", [call(m, args[0], [Given(t)], {}, m.spot) for t in inside], open=is_open(args[1])
    )


# ---------------------------------------------------------------------------------- time

UNITS = {
    "weeks": 604800.0,
    "days": 86400.0,
    "hours": 3600.0,
    "minutes": 60.0,
    "seconds": 1.0,
    "milliseconds": 0.001,
    "microseconds": 1e-6,
}
POSITIONS = ("days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks")


def duration(m: Machine, args: Args, named: Named) -> Thing:
    """datetime.timedelta"""
    total_ = Num(0.0, 0.0)
    for unit, thing in [*zip(POSITIONS, args, strict=False), *named.items()]:
        num = number(thing)
        if num is None or unit not in UNITS:
            return Span(Num(-math.inf, math.inf))
        total_ = intervals.compute("+", total_, intervals.compute("*", num, Num(UNITS[unit], UNITS[unit])))
    # Sums of milliseconds must not come out a hair below a whole second.
    return Span(Num(round(total_.low, 9), round(total_.high, 9), total_.asked))


def clock(m: Machine, args: Args, named: Named) -> Thing:
    return Num(m.clock, m.clock) if m.clock != int(m.clock) else int(m.clock)


def nanoseconds(m: Machine, args: Args, named: Named) -> Thing:
    return int(m.clock * 1e9)


def now(m: Machine, args: Args, named: Named) -> Thing:
    return Moment(Num(m.clock, m.clock))


def asked_moment(m: Machine, args: Args, named: Named) -> Thing:
    """A date out of the header: the time asked for from now on."""
    if args and isinstance(args[0], AskedText):
        later = m.clock + m.app.policy.min_retry_delay
        return Moment(Num(later, later, True))
    if args and args[0] is None:
        raise fail("TypeError")
    if args and isinstance(args[0], str):
        raise fail("ValueError")
    return m.fresh("moment")


def timestamp_of(m: Machine, args: Args, named: Named) -> Thing:
    return plain(args[0].seconds) if args and isinstance(args[0], Moment) else m.fresh("time")


def volatile(m: Machine, args: Args, named: Named) -> Thing:
    """A new id or random text: another one each time, but no other request."""
    return Sym(("volatile",), volatile=True)


def nothing(m: Machine, args: Args, named: Named) -> Thing:
    return None


def leave(m: Machine, args: Args, named: Named) -> Thing:
    raise Raised(Fault("builtins.SystemExit"))


def first_argument(m: Machine, args: Args, named: Named) -> Thing:
    return args[0] if args else None


def default_of(m: Machine, args: Args, named: Named) -> Thing:
    """A look-up in the environment: its default, else something unknown."""
    if len(args) > 1:
        return args[1]
    return named.get("default", Sym(("environment", frozen(args[0]) if args else "")))


def gathered(m: Machine, args: Args, named: Named) -> Thing:
    return Items("list", list(args))


def field_value(m: Machine, args: Args, named: Named) -> Thing:
    """A field's default, or what its factory makes."""
    from .calls import call

    if "default" in named or ("default_factory" not in named and "factory" not in named):
        return named.get("default", args[0] if args else Sym(("field", m.spot[1])))
    return call(m, named.get("default_factory", named.get("factory")), [], {}, m.spot)


FUNCTIONS: dict[str, Work] = {
    "builtins.int": to_number(int),
    "builtins.float": to_number(float),
    "decimal.Decimal": to_number(float),
    "builtins.str": to_text,
    "builtins.bool": truth_value,
    "builtins.list": to_items("list"),
    "builtins.tuple": to_items("tuple"),
    "builtins.set": to_items("set"),
    "builtins.frozenset": to_items("set"),
    "collections.deque": to_items("list"),
    "builtins.dict": to_table,
    "requests.structures.CaseInsensitiveDict": first_argument,
    "httpx.Headers": first_argument,
    "types.MappingProxyType": first_argument,
    "copy.copy": first_argument,
    "copy.deepcopy": first_argument,
    "builtins.max": extreme("max"),
    "builtins.min": extreme("min"),
    "builtins.abs": absolute,
    "builtins.round": rounded,
    "builtins.pow": power,
    "math.pow": power,
    "builtins.sum": total,
    "math.fsum": total,
    "builtins.len": length,
    "math.ceil": monotone(math.ceil),
    "math.floor": monotone(math.floor),
    "math.trunc": monotone(math.trunc),
    "math.exp": monotone(math.exp),
    "math.exp2": monotone(lambda v: 2.0**v),
    "math.sqrt": monotone(math.sqrt),
    "math.log": monotone(math.log),
    "math.log2": monotone(math.log2),
    "math.log10": monotone(math.log10),
    "math.log1p": monotone(math.log1p),
    "random.random": fixed(0.0, 1.0),
    "random.uniform": between,
    "random.randint": between,
    "random.triangular": between,
    "random.randrange": below,
    "secrets.randbelow": below,
    "random.betavariate": fixed(0.0, 1.0),
    "random.expovariate": fixed(0.0, math.inf),
    "random.gauss": fixed(-math.inf, math.inf),
    "random.normalvariate": fixed(-math.inf, math.inf),
    "random.choice": choice,
    "secrets.choice": choice,
    "numpy.random.uniform": between,
    "numpy.random.rand": fixed(0.0, 1.0),
    "numpy.random.random": fixed(0.0, 1.0),
    "builtins.range": numbers,
    "builtins.enumerate": enumerated,
    "builtins.zip": zipped,
    "builtins.reversed": backwards,
    "builtins.sorted": in_order,
    "builtins.iter": iterator,
    "builtins.next": next_item,
    "builtins.anext": next_item,
    "itertools.count": counted,
    "itertools.repeat": repeated,
    "itertools.cycle": cycled,
    "itertools.chain": chained,
    "itertools.islice": sliced,
    "builtins.any": any_of,
    "builtins.all": all_of,
    "builtins.map": mapped,
    "builtins.isinstance": is_instance,
    "builtins.issubclass": is_subclass,
    "builtins.getattr": get_attribute,
    "builtins.hasattr": has_attribute,
    "builtins.type": type_of,
    "datetime.timedelta": duration,
    "time.time": clock,
    "time.monotonic": clock,
    "time.perf_counter": clock,
    "asyncio.get_event_loop().time": clock,
    "trio.current_time": clock,
    "anyio.current_time": clock,
    "time.time_ns": nanoseconds,
    "time.monotonic_ns": nanoseconds,
    "datetime.datetime.now": now,
    "datetime.datetime.utcnow": now,
    "django.utils.timezone.now": now,
    "email.utils.parsedate_to_datetime": asked_moment,
    "email.utils.parsedate": asked_moment,
    "email.utils.parsedate_tz": asked_moment,
    "email.utils.mktime_tz": timestamp_of,
    "calendar.timegm": timestamp_of,
    "time.mktime": timestamp_of,
    "datetime.datetime.strptime": asked_moment,
    "dateutil.parser.parse": asked_moment,
    "uuid.uuid4": volatile,
    "uuid.uuid1": volatile,
    "secrets.token_hex": volatile,
    "secrets.token_urlsafe": volatile,
    "os.urandom": volatile,
    "builtins.print": nothing,
    "sys.exit": leave,
    "builtins.exit": leave,
    "os.environ.get": default_of,
    "os.getenv": default_of,
    "asyncio.gather": gathered,
    "dataclasses.field": field_value,
    "attrs.field": field_value,
    "attr.ib": field_value,
    "attr.field": field_value,
    "pydantic.Field": field_value,
    "logging.getLogger": lambda m, args, named: Sym(("logger",)),
}

for _name in (
    "random",
    "uniform",
    "randint",
    "triangular",
    "randrange",
    "choice",
    "betavariate",
    "expovariate",
):
    FUNCTIONS[f"random.SystemRandom.{_name}"] = FUNCTIONS[f"random.Random.{_name}"] = FUNCTIONS[
        f"random.{_name}"
    ]

__all__ = ["FUNCTIONS", "Reply", "next_item", "written_out"]
