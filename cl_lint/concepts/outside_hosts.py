"""Other hosts: what an application sends requests to besides CloudLink."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..models.rows import Request
from ..program import External, FunctionKey, Partial, Ref
from ..program.texts import text_template
from ..syntax import summary as s
from .urls import HOLE, is_host, url_host

if TYPE_CHECKING:
    from .application import Application


@dataclass(frozen=True)
class OutsideHost:
    """A host that is not CloudLink's, as a template, and a request that goes to it."""

    host: str
    ref: Ref


def outside_hosts(app: Application) -> Iterator[OutsideHost]:
    """Every host of the requests of an application that is known to be another's, in order of place."""
    lasts = {name.rsplit(".", 1)[-1] for name in app.models.rows(Request)}
    for module in list(app.program.table.loaded()):
        for vid, node in module.of(s.Call):
            func = module.values[node.func]
            if isinstance(func, s.Attr) and func.name not in lasts:
                continue
            if not isinstance(func, (s.Attr, s.GlobalName, s.FreeName, s.Imported)):
                continue
            ref = Ref(module, vid, app.program.root(FunctionKey(module, module.summary.owners[vid])))
            yield from (OutsideHost(host, ref) for host in _hosts(app, ref))


def _hosts(app: Application, ref: Ref) -> Iterator[str]:
    for callee in app.program.callees(ref):
        if isinstance(callee, Partial):
            callee = callee.function
        row = app.models.row(Request, callee.name) if isinstance(callee, External) else None
        if row is None or not isinstance(callee, External):
            continue
        for url in app.api_calls.urls(ref, row, None, callee.receiver):
            host, pair = url_host(url), text_template(url)
            if host is None or pair is None or is_host(host, app.config.hosts):
                continue
            if HOLE.sub("", host).count("."):  # enough of it is known to be a name
                yield HOLE.sub("{…}", host)
