"""What builtins and the standard library's functions give in a trial run."""

from __future__ import annotations

import math
from typing import Any

from . import queues
from .clocks import asked_moment, clock, duration, nanoseconds, now, timestamp_of
from .iterating import (
    Args,
    Named,
    Work,
    all_of,
    any_of,
    backwards,
    chained,
    counted,
    cycled,
    enumerated,
    in_order,
    is_open,
    iterator,
    mapped,
    next_item,
    numbers,
    repeated,
    sliced,
    written_out,
    zipped,
)
from .machine import Machine
from .numeric import (
    absolute,
    below,
    between,
    choice,
    extreme,
    fixed,
    length,
    monotone,
    power,
    rounded,
    to_number,
    total,
)
from .statuses import Status, status_text
from .things import (
    AskedText,
    Class,
    Fault,
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
)
from .trials import Raised

# ------------------------------------------------------------------------------------ conversions


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
    from .operations import truth_of

    if not args:
        return False
    known = truth_of(m, args[0])
    return args[0] if known is None else known


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


def replaced(m: Machine, args: Args, named: Named) -> Thing:
    """dataclasses.replace and its like: the same but for some fields."""
    base = args[0] if args else None
    if isinstance(base, Object):
        return Object(base.key, base.instance, {**base.attrs, **named})
    if not isinstance(base, Sym):
        return base
    changed = m.fresh("changed", base)
    m.stored.update({(changed, "attr", name): thing for name, thing in named.items()})
    return changed


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
    "collections.deque": to_items("deque"),
    **{
        f"{package}.{name}": queues.made
        for package in ("queue", "asyncio", "asyncio.queues", "multiprocessing", "gevent.queue")
        for name in ("Queue", "SimpleQueue", "LifoQueue", "PriorityQueue", "JoinableQueue")
    },
    "dataclasses.replace": replaced,
    "attrs.evolve": replaced,
    "attr.evolve": replaced,
    "copy.replace": replaced,
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
