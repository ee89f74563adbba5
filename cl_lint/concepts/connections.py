"""Connections: whether the API calls of an application share them, and what runs side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..models.performance_rows import Concurrency
from ..program import Abstract, ClassRef, External, FunctionKey, Instance, Known, Obj, Ref
from ..syntax import summary as s
from .clients import client_row, construction_sites

if TYPE_CHECKING:
    from .api_calls import Context
    from .application import Application

SHARED, PER_CALL, NONE, UNKNOWN = "shared", "per-call", "none", "unknown"


@dataclass(frozen=True)
class ConnectionUse:
    """How an API call gets its connection. `reuse`: SHARED (a client that is made elsewhere and kept),
    PER_CALL (a client made by the function that sends), NONE (a connection for each request) or UNKNOWN.
    `client` is the class of the client, "" where there is none, `ref` where it is made."""

    reuse: str
    client: str = ""
    ref: Ref | None = None


def connection_use(app: Application, context: Context) -> ConnectionUse:
    """How an API call, as one chain of callers makes it, gets its connection."""
    client = app.api_calls.client(context)
    if client is None:
        row = context.call.row
        return ConnectionUse(NONE if row is not None and row.name else UNKNOWN)
    name = _class_name(client)
    if client_row(app, client) is None:
        return ConnectionUse(UNKNOWN, name)
    sites = construction_sites(app, client)
    if not sites:
        return ConnectionUse(SHARED, name)  # it comes from outside: only its type is known
    here = {(context.call.function.module, context.call.function.number)}
    made = {(site.module, site.module.summary.owners[site.vid]) for site in sites}
    is_anew = made == here and context.call.function.number > 0
    return ConnectionUse(PER_CALL if is_anew else SHARED, name, sites[0])


def _class_name(client: Abstract) -> str:
    if isinstance(client, Obj):
        return client.type
    if isinstance(client, Instance):
        return client.cls.module.summary.classes[client.cls.number].name
    return ""


@dataclass(frozen=True)
class Parallel:
    """A call that makes parts of the program run side by side, or bounds how many do: `what` is the
    library's name for it, `bound` how many (None where no number is given or known)."""

    kind: str
    what: str
    bound: int | None
    ref: Ref


def parallels(app: Application) -> Iterator[Parallel]:
    """Every such call of the application, in order of place."""
    rows = app.models.rows(Concurrency)
    lasts = {name.rsplit(".", 1)[-1] for name in rows}
    for module in list(app.program.table.loaded()):
        for vid, node in module.of(s.Call):
            if not _may_be(module.values[node.func], lasts):
                continue
            ref = Ref(module, vid, app.program.root(FunctionKey(module, module.summary.owners[vid])))
            found = next((f for c in app.program.callees(ref) if (f := _row(app, c))), None)
            if found is not None:
                yield Parallel(found[0].kind, found[1], _bound(app, ref, found[0]), ref)


def _may_be(func: s.Value, lasts: set[str]) -> bool:
    if isinstance(func, s.Attr):
        return func.name in lasts
    return isinstance(func, (s.GlobalName, s.FreeName, s.Imported, s.ClassValue))


def _row(app: Application, callee: Abstract) -> tuple[Concurrency, str] | None:
    if isinstance(callee, External):
        row = app.models.row(Concurrency, callee.name)
        return (row, callee.name) if row is not None else None
    if isinstance(callee, ClassRef):  # a class of the program's own: `class Worker(threading.Thread)`
        for base in app.program.classes.external_bases(callee.cls):
            row = app.models.row(Concurrency, base)
            if row is not None:
                return row, base
    return None


def _bound(app: Application, ref: Ref, row: Concurrency) -> int | None:
    for keyword in row.bound_keywords:
        given = app.api_calls.argument(ref, row.bound, keyword)
        if given:
            values = app.program.eval_all(given)
            numbers = {v.value for v in values if isinstance(v, Known) and type(v.value) is int}
            return numbers.pop() if len(numbers) == 1 and len(values) == 1 else None
    return row.default if row.default >= 0 else None
