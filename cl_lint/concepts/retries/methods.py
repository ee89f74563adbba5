"""Methods of plain values: lists, mappings, texts, durations, headers, answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import queues
from .attributes import header
from .exceptions import is_kind
from .machine import Machine
from .statuses import Status, StatusText, status_text
from .things import (
    Applied,
    AskedText,
    Fault,
    Func,
    Given,
    Headers,
    Items,
    Method,
    Moment,
    Num,
    Reply,
    Span,
    Spot,
    Sym,
    Table,
    Thing,
    frozen,
    number,
    plain,
)
from .trials import Raised

Args = list[Thing]
TRUE_OF_ASKED = frozenset({"isdigit", "isnumeric", "isdecimal", "isalnum"})
SAME_OF_ASKED = frozenset({"strip", "lstrip", "rstrip", "lower", "upper", "decode", "encode", "replace"})


def call_method(m: Machine, method: Method, args: list[Given], named: dict[str, Given], spot: Spot) -> Thing:
    """Calls a method of a plain value."""
    base, things = method.base, [a.thing for a in args]
    keywords = {k: g.thing for k, g in named.items()}
    if isinstance(base, Reply):
        return raise_for_status(m, base)
    if isinstance(base, (Func, Applied)):
        return _of_function(m, base, method.name, args, named, spot)
    if isinstance(base, Headers):
        return _of_headers(m, base, method.name, things, keywords)
    if isinstance(base, Items) and base.kind in (queues.KIND, "deque"):
        return _of_queue(m, base, method.name, things)
    if isinstance(base, Items):
        return _of_items(m, base, method.name, things)
    if isinstance(base, Table):
        return _of_table(m, base, method.name, things, keywords)
    if isinstance(base, AskedText):
        return _of_asked(method.name)
    if isinstance(base, StatusText):
        return _of_status_text(m, base, method.name, things, keywords)
    if isinstance(base, (str, bytes)):
        return _of_text(base, method.name, things, keywords)
    if isinstance(base, (Span, Moment)):
        return _of_time(base, method.name)
    if isinstance(base, (int, float, Num)):
        return {"total_seconds": base, "is_integer": True}.get(method.name, base)
    return Sym(("method", frozen(base), method.name))


def raise_for_status(m: Machine, reply: Reply) -> Thing:
    """Raises the library's error for a failing status; httpx gives the answer back."""
    from .exchange import status_fault

    if reply.failing:
        m.watch(_is_error, reply.status >= 400)
    if reply.status >= 400:
        raise Raised(status_fault(m, reply))
    return reply if reply.library.startswith("httpx") else None


def _is_error(status: int) -> bool:
    return status >= 400


def _of_function(
    m: Machine, base: Thing, name: str, args: list[Given], named: dict[str, Given], spot: Spot
) -> Thing:
    """Attributes that libraries give a decorated function."""
    from .libraries import method_of_decorated

    return method_of_decorated(m, base, name, args, named, spot)


def _of_headers(m: Machine, base: Headers, name: str, args: Args, named: dict[str, Thing]) -> Thing:
    if name in ("items", "multi_items"):
        key = m.app.policy.retry_after_header
        pair = [Items("tuple", [key, AskedText()])] if base.reply.asked else []
        return Items("list", [*pair, Items("tuple", ["Date", Sym(("header", "date"))])])
    if name in ("keys",):
        return Items("list", [m.app.policy.retry_after_header] if base.reply.asked else ["Date"])
    if name in ("getall", "get_all", "getRawHeaders", "get_list", "getlist"):
        found = header(m, base, args[0] if args else None, args[1] if len(args) > 1 else None)
        return Items("list", [found]) if isinstance(found, AskedText) else found
    if name == "copy":
        return base
    default = args[1] if len(args) > 1 else named.get("default", named.get("failobj"))
    return header(m, base, args[0] if args else None, default)


def _of_queue(m: Machine, base: Items, name: str, args: Args) -> Thing:
    if name in ("put", "put_nowait", "append", "appendleft") and args:
        queues.put(m, base, args[0], first=name == "appendleft")
        return None
    if name in ("get", "get_nowait", "popleft", "pop"):
        return queues.take(m, base, last=name == "pop")
    if name in ("empty", "qsize"):
        if base.open or m.timers:
            return Sym((name, id(base)))
        return not base.items if name == "empty" else len(base.items)
    return None if name in ("task_done", "join") else _of_items(m, base, name, args)


def _of_items(m: Machine, base: Items, name: str, args: Args) -> Thing:
    if name in ("append", "add", "appendleft"):
        base.items.insert(0, args[0]) if name == "appendleft" else base.items.append(args[0])
    elif name in ("extend", "update"):
        other = args[0] if args else None
        base.items += other.items if isinstance(other, Items) else []
    elif name == "insert" and len(args) == 2 and isinstance(args[0], int):
        base.items.insert(args[0], args[1])
    elif name in ("pop", "popleft"):
        return _popped(m, base, 0 if name == "popleft" else (args[0] if args else -1))
    elif name in ("copy", "union"):
        more = [i for a in args if isinstance(a, Items) for i in a.items]
        return Items(base.kind, base.items + more, base.endless, base.open, base.step)
    elif name == "clear":
        base.items.clear()
    elif name == "reverse":
        base.items.reverse()
    elif name == "count":
        return sum(1 for i in base.items if frozen(i) == frozen(args[0]))
    elif name == "index":
        return next((k for k, i in enumerate(base.items) if frozen(i) == frozen(args[0])), 0)
    elif name == "__next__":
        from .iterating import next_item

        return next_item(m, [base], {})
    return None


def _popped(m: Machine, base: Items, index: Thing) -> Thing:
    if not base.items:
        if base.open:
            return m.fresh("popped")
        raise Raised(Fault("builtins.IndexError"))
    return (
        base.items.pop(index)
        if isinstance(index, int) and -len(base.items) <= index < len(base.items)
        else None
    )


def _of_table(m: Machine, base: Table, name: str, args: Args, named: dict[str, Thing]) -> Thing:
    key = args[0] if args else None
    if isinstance(key, (Status, StatusText)):
        m.watch(key.make, key)
    key = key if isinstance(key, (str, int, float, bytes, type(None))) else frozen(key)
    default = args[1] if len(args) > 1 else named.get("default")
    if name in ("get", "pop", "setdefault", "getint", "getfloat"):
        if key in base.entries:
            return base.entries.pop(key) if name == "pop" else base.entries[key]
        if name == "setdefault":
            base.entries[key] = default
        return Sym(("item", id(base), key)) if base.open and default is None else default
    if name == "items":
        pairs: list[Thing] = [Items("tuple", [k, v]) for k, v in base.entries.items()]
        return Items("list", pairs, open=base.open)
    if name == "keys":
        return Items("list", list(base.entries), open=base.open)
    if name == "values":
        return Items("list", list(base.entries.values()), open=base.open)
    if name == "copy":
        return Table(dict(base.entries), base.open, dict(base.spots))
    if name == "update":
        for other in args:
            if isinstance(other, Table):
                base.entries.update(other.entries)
        base.entries.update(named)
    return None


def _of_asked(name: str) -> Thing:
    if name in TRUE_OF_ASKED:
        return True
    if name in SAME_OF_ASKED:
        return AskedText()
    if name in ("split", "partition", "rsplit"):
        return Items("list", [AskedText()])
    return False if name in ("startswith", "endswith", "isalpha", "isspace") else Sym(("asked", name))


def _of_text(base: str | bytes, name: str, args: Args, named: dict[str, Thing]) -> Thing:
    work: Callable[..., Any] | None = getattr(base, name, None)
    usable = all(isinstance(a, (str, bytes, int, float)) for a in (*args, *named.values()))
    if name == "join" and isinstance(base, str) and args and isinstance(args[0], Items):
        parts = args[0].items
        return (
            base.join(str(p) for p in parts)
            if all(isinstance(p, str) for p in parts)
            else Sym(("text", frozen(args[0])))
        )
    if work is None or not usable:
        return Sym(("text", base, name, *(frozen(a) for a in args), *(frozen(v) for v in named.values())))
    try:
        result = work(*args, **named)
    except (TypeError, ValueError, LookupError):
        return Sym(("text", base, name))
    return Items("list", list(result)) if isinstance(result, (list, tuple)) else result


def _of_status_text(m: Machine, base: StatusText, name: str, args: Args, named: dict[str, Thing]) -> Thing:
    def make(other: int) -> Thing:
        return _of_text(base.make(other), name, args, named)

    result = _of_text(str(base), name, args, named)
    if isinstance(result, str):
        return status_text(result, make)
    m.suspect(m.spot)
    m.watch(make, result)
    return result


def _of_time(base: Span | Moment, name: str) -> Thing:
    if name in ("total_seconds", "timestamp", "in_seconds"):
        return plain(base.seconds)
    if name in ("astimezone", "replace", "utctimetuple", "timetuple", "utcoffset"):
        return base
    return Sym(("time", name), volatile=True)


__all__ = ["Status", "call_method", "is_kind", "number", "raise_for_status"]
