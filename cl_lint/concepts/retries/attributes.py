"""Attributes and items of things."""

from __future__ import annotations

import re
from functools import partial
from typing import Any, Optional

from ...models.rows import Error, Response
from ...program import ClassRef, External, FunctionKey, Instance, Obj
from ...syntax import summary as s
from .conversion import convert, library
from .machine import Machine
from .statuses import Status, StatusText, status
from .things import (
    Applied,
    AskedText,
    Class,
    Fault,
    Func,
    Headers,
    Items,
    Lib,
    Made,
    Method,
    Moment,
    Num,
    Object,
    Reply,
    Space,
    Span,
    Sym,
    Table,
    Thing,
    frozen,
)
from .trials import Raised

HEADER_METHODS = frozenset(
    [
        "get",
        "getheader",
        "getone",
        "getall",
        "get_all",
        "getRawHeaders",
        "get_list",
        "items",
        "keys",
        "values",
        "copy",
        "multi_items",
    ]
)
PLAIN = (Items, Table, str, bytes, AskedText, int, float, Num, Span, Moment)


class Record:
    """An object of a library whose attributes a trial knows: a retry state, an attempt."""

    def __init__(self, **attrs: Any) -> None:
        self.attrs = attrs


class Native:
    """A method of a `Record`: `work` gets the machine and the arguments."""

    def __init__(self, work: Any) -> None:
        self.work = work


def attribute_of(m: Machine, base: Thing, name: str) -> Thing:
    """`base.name`."""
    if isinstance(base, Object):
        return _of_object(m, base, name)
    if isinstance(base, Reply):
        return _of_reply(m, base, name)
    if isinstance(base, Fault):
        return _of_fault(m, base, name)
    if isinstance(base, Record) or type(base).__name__ == "Attempt":
        return base.attrs.get(name, Sym(("attr", id(base), name)))
    if isinstance(base, Lib):
        known = m.models.member(base.name, name) or m.models.canonical(f"{base.name}.{name}")
        if base.receiver is None and base.name == "django.conf.settings":
            values = m.program.attributes._django_setting(name)
            if values:
                return convert(m, values, ("setting", name))
        return library(m, known, base.receiver)
    if isinstance(base, Made):
        return _of_made(m, base, name)
    if isinstance(base, Space):
        return _of_space(m, base, name)
    if isinstance(base, Class):
        values = m.program.classes.attribute(base.key, name, ClassRef(base.key))
        return convert(m, values, ("attr", base.key, name)) if values else Sym(("attr", base.key, name))
    if isinstance(base, Headers):
        return Method(base, name)
    if isinstance(base, PLAIN):
        return _of_plain(base, name)
    if isinstance(base, (Func, Applied)):
        return Method(base, name)
    return _of_unknown(m, base, "attr", name)


def _of_unknown(m: Machine, base: Thing, kind: str, name: Any) -> Thing:
    """An attribute or item of something unknown: what the trial stored there, if it did. What was
    made by changing another has the rest from that."""
    while isinstance(base, Sym):
        if (base, kind, name) in m.stored:
            return m.stored[base, kind, name]
        if base.key[0] != "changed":
            break
        base = base.key[1]
    return Sym((kind, frozen(base), name), getattr(base, "volatile", False))


def _of_plain(base: Thing, name: str) -> Thing:
    if name in ("value", "_value_", "real") and isinstance(base, (int, str, float)):
        return base
    if isinstance(base, Span) and name in ("seconds", "days", "microseconds"):
        whole = base.seconds
        if whole.low == whole.high:
            days, rest = divmod(whole.low, 86400)
            return {"days": int(days), "seconds": int(rest), "microseconds": int(rest % 1 * 1e6)}[name]
    return Method(base, name)


def _of_space(m: Machine, base: Space, name: str) -> Thing:
    if (base.module, name) in m.globals:
        return m.globals[base.module, name]
    values = m.program.names.exported(base.module, name)
    return convert(m, values, ("global", base.module, name)) if values else Sym(("global", base.module, name))


# ------------------------------------------------------------------------------------ instances


def _of_object(m: Machine, base: Object, name: str) -> Thing:
    if name in base.attrs:
        return base.attrs[name]
    if name == "__class__":
        return Class(base.key)
    method = m.program.classes.method(base.key, name)
    if method is not None:
        base, method = _concrete(m, base, method, name)
        marks = m.program.decorations(method)
        if "property" in marks:
            from .functions import call_function

            return call_function(m, Func(method, None, base), [], {}, m.spot)
        if "staticmethod" in marks:
            return Func(method)
        if "classmethod" in marks:
            return Func(method, None, Class(base.key))
        return Func(method, m.still(m.program.frame_around(_owner(m, base, name))), base)
    values = m.program.classes.attribute(base.key, name, base.instance)
    values = tuple(v for v in values if not isinstance(v, External) or v.receiver != base.instance) or values
    if not values:
        return Sym(("attr", base.key, name))
    thing = convert(m, values, ("attr", base.key, name))
    if isinstance(thing, Lib) and any(
        isinstance(v, External) and v.receiver == base.instance for v in values
    ):
        return Lib(thing.name, base)
    if isinstance(thing, (Items, Table, Made)):
        base.attrs[name] = thing
    return thing


def _concrete(m: Machine, base: Object, method: FunctionKey, name: str) -> tuple[Object, FunctionKey]:
    """Of an object of which only an abstract class is known, the method that a class below it has."""
    if base.instance.site is not None or not _is_abstract(m, method):
        return base, method
    for cls in m.program.classes.subclasses(base.key):
        found = m.program.classes.method(cls, name)
        if found is not None and not _is_abstract(m, found):
            return m.object(Instance(cls)), found
    return base, method


def _is_abstract(m: Machine, method: FunctionKey) -> bool:
    """Whether a method is left to subclasses: it says so, or does nothing."""
    body = m.program.function(method).body
    return "abstractmethod" in m.program.decorations(method) or all(
        isinstance(st, s.Raise)
        or (isinstance(st, s.Expr) and isinstance(method.module.values[st.value], s.Const))
        for st in body
    )


def _owner(m: Machine, base: Object, name: str) -> Any:
    for cls in m.program.classes.mro(base.key):
        if not isinstance(cls, str) and name in m.program.classes.summary(cls).attributes:
            return cls
    return base.key


def _of_made(m: Machine, base: Made, name: str) -> Thing:
    if name in base.attrs:
        return base.attrs[name]
    known = m.models.member(base.name, name) or m.models.canonical(f"{base.name}.{name}")
    return Lib(known, base)


# -------------------------------------------------------------------------------------- answers


def _fields(m: Machine, kind: str) -> dict[str, frozenset[str]]:
    """The names of a response type's attributes by what they are; of an unknown type, all names."""
    key = ("fields", kind)
    known = m.shared.get(key)
    if known is None:
        rows = m.models.rows(Response)
        chosen = [rows[kind]] if kind in rows else list(rows.values())
        fields = ("status", "ok", "failed", "body", "headers", "header_methods", "reason", "raises")
        known = m.shared[key] = {f: frozenset(n for r in chosen for n in getattr(r, f)) for f in fields}
    return known


def status_of(reply: Reply) -> int:
    return status(reply.status) if reply.failing else reply.status


def _of_reply(m: Machine, base: Reply, name: str) -> Thing:
    fields = _fields(m, base.kind)
    if name in fields["status"] or (name in ("status", "status_code") and not fields["status"]):
        return status_of(base)
    if name in fields["raises"]:
        return Method(base, name)
    if name in fields["ok"] or name in fields["failed"]:
        if base.failing:
            m.suspect(m.spot)
            m.watch(partial(_judged, name), _judged(name, base.status))
        return _judged(name, base.status)
    if name in fields["header_methods"]:
        return Method(Headers(base), name)
    if name in fields["headers"]:
        return Headers(base)
    if name == "get" and not fields["body"]:
        return Method(Headers(base), name)  # httplib2's response is its headers
    return Sym(("reply", name, base.status, m.run.requests))


def _judged(name: str, status: int) -> bool:
    verdicts = {
        "is_success": 200 <= status < 300,
        "is_client_error": 400 <= status < 500,
        "is_server_error": status >= 500,
        "is_error": status >= 400,
        "is_redirect": False,
        "has_redirect_location": False,
    }
    return verdicts.get(name, status < 400)


# ------------------------------------------------------------------------------------ exceptions


def error_row(m: Machine, name: str) -> Optional[Error]:
    """The row of an exception class, by any of its names."""
    return m.models.rows(Error).get(error_name(m, name))


def error_name(m: Machine, name: str) -> str:
    """The name under which the rows know an exception class."""
    aliases = m.shared.get("error aliases")
    if aliases is None:
        from ...models import expand

        aliases = m.shared["error aliases"] = {
            alias: row.name
            for row in m.models.rows(Error).values()
            for a in row.aliases
            for alias in expand(a)
        }
    return aliases.get(name, name)  # type: ignore[no-any-return]


def _of_fault(m: Machine, base: Fault, name: str) -> Thing:
    if base.body is not None:
        found = _of_object(m, base.body, name)
        if not isinstance(found, Sym):
            return found
    if name in ("__cause__", "__context__"):
        return base.cause
    if name == "args":
        return Items("tuple", list(base.args))
    row = error_row(m, base.name)
    reply = base.reply
    if name == "response":
        return reply
    if reply is None:
        return Sym(("fault", base.name, name))
    status_names = (
        (*row.status, "status_code", "code", "status") if row else ("status_code", "code", "status")
    )
    if name in status_names:
        return status_of(reply)
    if name in ((*row.headers, "headers") if row else ("headers",)):
        return Headers(reply)
    return Sym(("fault", base.name, name))


# ----------------------------------------------------------------------------------------- items


def item_of(m: Machine, base: Thing, key: Thing) -> Thing:
    """`base[key]`."""
    if isinstance(key, (Status, StatusText)):
        m.watch(key.make, key)
    if isinstance(base, Table):
        if not isinstance(key, (str, int, float, bytes, type(None))):
            return _any_of(base)
        if key in base.entries:
            return base.entries[key]
        if not base.open:
            raise Raised(Fault("builtins.KeyError"))
        return Sym(("item", id(base), frozen(key)))
    if isinstance(base, Items):
        return _item_of_items(base, key)
    if isinstance(base, Headers):
        return header(m, base, key)
    if isinstance(base, Reply):
        if key in ("status", b"status"):
            return status_of(base)
        return header(m, Headers(base), key)
    if isinstance(base, Class) and m.program.classes.is_enum(base.key) and isinstance(key, str):
        return attribute_of(m, base, key)
    if isinstance(base, Object):
        method = m.program.classes.method(base.key, "__getitem__")
        if method is not None:
            from .functions import call_function
            from .things import Given

            return call_function(m, Func(method, None, base), [Given(key)], {}, m.spot)
    if isinstance(base, str) and type(key) is int and -len(base) <= key < len(base):
        return base[key]
    return _of_unknown(m, base, "item", frozen(key))


def _any_of(base: Table) -> Thing:
    values = list(base.entries.values())
    return (
        values[0]
        if values and all(frozen(v) == frozen(values[0]) for v in values)
        else Sym(("any", id(base)))
    )


def _item_of_items(base: Items, key: Thing) -> Thing:
    if isinstance(key, int):
        inside = base.items
        if -len(inside) <= key < len(inside):
            return inside[key]
        if base.endless and key >= 0 and inside:
            return inside[-1] + base.step * (key - len(inside) + 1) if base.step else inside[-1]
        if not base.open:
            raise Raised(Fault("builtins.IndexError"))
    from .intervals import extreme

    low, high = extreme("min", base.items), extreme("max", base.items)
    if isinstance(low, (int, float)) and isinstance(high, (int, float)):
        return Num(float(low), float(high))
    return Sym(("item", frozen(base), frozen(key)))


def header(m: Machine, headers: Headers, key: Thing, default: Thing = KeyError) -> Thing:
    """A header of an answer; raises KeyError where it is absent and no default is given."""
    name = key.decode("latin-1") if isinstance(key, bytes) else key
    if isinstance(name, str) and name.lower() == m.app.policy.retry_after_header.lower():
        rows = m.models.rows(Response)
        row = rows.get(headers.reply.kind)
        present = headers.reply.asked and not (row is not None and row.lower_headers and name != name.lower())
        if present:
            return AskedText()
        if default is KeyError:
            raise Raised(Fault("builtins.KeyError"))
        return default
    if (
        isinstance(name, str)
        and default is not KeyError
        and not re.search(r"limit|reset|retry", name, re.IGNORECASE)
    ):
        return Sym(("header", name.lower()))
    return Sym(("header", frozen(key)))


def instance_of_library(m: Machine, thing: Thing) -> str:
    """The library class that a project's object inherits from, "" when there is none."""
    if isinstance(thing, Object):
        bases = m.program.classes.external_bases(thing.key)
        return next((b for b in bases if b != "builtins.object"), "")
    return ""


__all__ = [
    "Instance",
    "Native",
    "Obj",
    "Record",
    "attribute_of",
    "error_name",
    "error_row",
    "header",
    "item_of",
]
