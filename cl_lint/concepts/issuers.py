"""Issuers of tokens: whose answer a value is, and what says that an application has tokens of others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from ..findings import Confidence
from ..models.auth_rows import Issuer, TokenGrant
from ..models.rows import Request
from ..program import (
    Abstract,
    Container,
    External,
    FunctionKey,
    Instance,
    Known,
    Obj,
    Ref,
    Unknown,
    Values,
)
from ..syntax import summary as s
from .kind import imported_names
from .urls import is_host, url_host, url_path

if TYPE_CHECKING:
    from .application import Application

OAUTH_PATH = re.compile(r"/(token|jwks\.json|jwks|certs|keys|openid-configuration|authorize|auth)/?$")
PROVIDERS = ("login.", "auth.", "sso.", "accounts.", "id.", "idp.")


class Issuers:
    """Tells CloudLink's token answers from others. One serves one application."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program

    def answers(self, values: Values) -> list[tuple[str, Ref, Confidence]]:
        """Whose answers the values are (or are made of): issuer and request."""
        found: dict[tuple[str, Ref], Confidence] = {}
        todo: list[tuple[Abstract, int]] = [(v, 10) for v in values]
        seen: set[Abstract] = set()
        while todo and len(seen) < 200:
            value, left = todo.pop()
            if value in seen or left <= 0:
                continue
            seen.add(value)
            if isinstance(value, Obj) and value.site is not None:
                issuer, confidence = self.issuer(value)
                if issuer:
                    found[issuer, value.site] = confidence
                    continue
            if isinstance(value, External) and value.name.endswith(".token") and value.receiver is not None:
                for sign_in in self._app.library_sign_ins.of_session(value.receiver):
                    found["cloudlink", sign_in.ref] = sign_in.confidence
            todo += [(v, left - 1) for v in self._made_of(value)]
        return [(issuer, site, confidence) for (issuer, site), confidence in found.items()]

    def _made_of(self, value: Abstract) -> Iterable[Abstract]:
        program = self._program
        if isinstance(value, External) and value.receiver is not None:
            yield value.receiver
        elif isinstance(value, (Obj, Instance)) and value.site is not None:
            for callee in program.callees(value.site):
                if isinstance(callee, External) and callee.receiver is not None:
                    yield callee.receiver
            node = value.site.module.values[value.site.vid]
            for arg in node.args if isinstance(node, s.Call) else ():
                yield from program.eval(Ref(value.site.module, arg.value, value.site.frame))
        elif isinstance(value, Unknown) and value.ref is not None:
            node = value.ref.module.values[value.ref.vid]
            inner = (
                node.base
                if isinstance(node, (s.Item, s.Attr))
                else node.func
                if isinstance(node, s.Call)
                else None
            )
            if isinstance(node, (s.Unpacked, s.Element)):
                inner = node.value if isinstance(node, s.Unpacked) else node.iterable
            if inner is not None:
                yield from program.eval(Ref(value.ref.module, inner, value.ref.frame))
        elif isinstance(value, Container):
            yield from self._parts(value.ref)

    def _parts(self, ref: Ref) -> Iterable[Abstract]:
        """What a mapping takes over whole: `**other`, `update(other)`, `a | b`."""
        node = ref.module.values[ref.vid]
        vids: tuple[s.ValueId, ...] = ()
        if isinstance(node, s.Mapping):
            vids = tuple(v for k, v in node.entries if k is None)
        elif isinstance(node, s.Updated):
            vids = (node.base,)
        elif isinstance(node, s.Merged):
            vids = (node.base, node.other)
        elif isinstance(node, s.Binary):
            vids = (node.left, node.right)
        elif isinstance(node, s.Comprehension):
            vids = node.sources
        for vid in vids:
            yield from self._program.eval(Ref(ref.module, vid, ref.frame))

    def issuer(self, value: Obj) -> tuple[str, Confidence]:
        """Whose answer an object is: "cloudlink", "other", or "" where it is no answer or not known."""
        site = value.site
        if site is None:
            return "", Confidence.LOW
        call = self._app.api_calls.at(site)
        row = call.row if call is not None else self._app.models.row(Request, value.maker)
        if row is None or row.builder:
            return self._granted(value, site)
        client = next(
            (c.receiver for c in self._program.callees(site) if isinstance(c, External) and c.receiver), None
        )
        urls = self._app.api_calls.urls(site, row, call.request if call is not None else None, client)
        hosts = [url_host(u) for u in urls]
        if any(h is not None and is_host(h, self._app.config.hosts) for h in hosts):
            return "cloudlink", Confidence.HIGH
        if hosts and all(h is not None for h in hosts):
            return "other", Confidence.HIGH
        return ("cloudlink", call.confidence) if call is not None else ("", Confidence.LOW)

    def _granted(self, value: Obj, site: Ref) -> tuple[str, Confidence]:
        row = self._app.models.row(TokenGrant, value.maker)
        if row is None:
            return "", Confidence.LOW
        sign_in = self._app.sign_ins.of_library(site)
        return ("cloudlink", sign_in.confidence) if sign_in is not None else ("other", Confidence.HIGH)

    @cached_property
    def others(self) -> list[str]:
        """What says that the application also has tokens that are not CloudLink's."""
        app = self._app
        found: list[str] = []
        rows = app.models.rows(Issuer)
        for module in list(app.program.table.loaded()):
            for name in imported_names(app, module):
                parts = name.split(".")
                found += [p for p in (".".join(parts[:i]) for i in range(1, len(parts) + 1)) if p in rows]
            for vid, node in enumerate(module.values):
                if isinstance(node, s.Const) and isinstance(node.value, str) and self._is_foreign(node.value):
                    found.append(node.value)
                elif isinstance(node, s.Call):
                    func = module.values[node.func]
                    if isinstance(func, s.Attr) and func.name in ("encode", "sign"):
                        ref = Ref(
                            module, vid, app.program.root(FunctionKey(module, module.summary.owners[vid]))
                        )
                        found += [
                            c.name
                            for c in app.program.callees(ref)
                            if isinstance(c, External) and c.name in rows
                        ]
        return found if app.api_calls.all else [*found, "no API call is made"]

    def _is_foreign(self, text: str) -> bool:
        host = url_host(Known(text))
        if host is None or is_host(host, self._app.config.hosts):
            return False
        path = url_path(Known(text))
        return host.startswith(PROVIDERS) or bool(
            isinstance(path, Known) and OAUTH_PATH.search(str(path.value))
        )
