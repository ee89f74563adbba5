"""Sign-ins through OAuth libraries: which grant a class or a call stands for, and with which client id."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from ..findings import Confidence
from ..models.auth_rows import GrantClass, TokenGrant
from ..program import (
    Abstract,
    External,
    Frame,
    FunctionKey,
    Instance,
    Known,
    Module,
    Obj,
    Partial,
    Ref,
    Text,
    Unknown,
    Values,
)
from ..program.updates import same_thing
from ..syntax import summary as s
from .clients import construction_sites, setting
from .request_fields import ABSENT, PRESENT, UNKNOWN, Field
from .sign_ins import SignIn
from .urls import is_host, url_host

if TYPE_CHECKING:
    from .application import Application

HINTS = ("mitel", "cloudlink")
SESSION_POSITIONS = {"client": 1}


class LibrarySignIns:
    """Finds the calls by which OAuth libraries fetch CloudLink tokens."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program

    @cached_property
    def all(self) -> tuple[SignIn, ...]:
        return tuple(found for ref, _, row in self._calls for found in self._sign_ins(ref, row))

    def at(self, site: Ref) -> SignIn | None:
        """The sign-in that the call at `site` makes."""
        return next((i for i in self.all if i.ref.module is site.module and i.ref.vid == site.vid), None)

    def of_session(self, session: Abstract) -> list[SignIn]:
        """The sign-ins made on an OAuth session."""
        found = []
        for sign_in in self.all:
            own = self._session(sign_in.ref)
            if own is not None and same_thing(own, session):
                found.append(sign_in)
        return found

    @cached_property
    def _calls(self) -> list[tuple[Ref, str, TokenGrant]]:
        rows = self._app.models.rows(TokenGrant)
        lasts = {name.rsplit(".", 1)[-1] for name in rows}
        found = []
        for module in list(self._program.table.loaded()):
            for vid, node in module.of(s.Call):
                if not self._may_grant(module, node, lasts):
                    continue
                ref = Ref(module, vid, self._program.root(FunctionKey(module, module.summary.owners[vid])))
                found += [(ref, name, row) for name, row in self._rows(ref)][:1]
        return found

    def _may_grant(self, module: Module, node: s.Call, lasts: set[str]) -> bool:
        func = module.values[node.func]
        return not isinstance(func, s.Attr) or func.name in lasts

    def _rows(self, ref: Ref) -> Iterator[tuple[str, TokenGrant]]:
        for callee in self._program.callees(ref):
            if isinstance(callee, Partial):
                callee = callee.function
            if isinstance(callee, External):
                row = self._app.models.row(TokenGrant, callee.name)
                if row is not None:
                    yield callee.name, row

    def _sign_ins(self, root: Ref, row: TokenGrant) -> Iterator[SignIn]:
        for frame, chain in self._app.api_calls.paths.chains(root.frame.function):
            ref = Ref(root.module, root.vid, frame)
            session = self._session(ref)
            confidence = self._confidence(self._urls(ref, session, row))
            if confidence is not None:
                grants = self._grants(ref, session, row, frame)
                yield SignIn(
                    ref, "token", grants, self._client_id(ref, session, row), chain, confidence, "library"
                )

    def _session(self, ref: Ref) -> Abstract | None:
        for callee in self._program.callees(ref):
            if isinstance(callee, External) and callee.receiver is not None:
                return callee.receiver
        return None

    # -- where the token is fetched

    def _urls(self, ref: Ref, session: Abstract | None, row: TokenGrant) -> Values:
        found = self._program.eval_all(self._app.api_calls.argument(ref, row.url, row.url_keyword))
        found = tuple(v for v in found if v != Known(None))
        return found or (setting(self._app, session, row.client_url) if row.client_url else ())

    def _confidence(self, urls: Values) -> Confidence | None:
        hosts = [url_host(u) for u in urls]
        if any(h is not None and is_host(h, self._app.config.hosts) for h in hosts):
            return Confidence.HIGH
        names = [v.name for v in urls if isinstance(v, Unknown)]
        names += [p if isinstance(p, str) else p.name for v in urls if isinstance(v, Text) for p in v.parts]
        hinted = any(hint in name.lower() for name in names for hint in HINTS)
        return Confidence.MEDIUM if hinted and not all(hosts) else None

    # -- the grant

    def _grants(self, ref: Ref, session: Abstract | None, row: TokenGrant, frame: Frame) -> tuple[Field, ...]:
        if row.grant:
            return (Field(row.grant, ref),)
        builders = [r for _, r in self._builders(session, row)]
        if builders:
            return tuple(Field(r.grant, ref) for r in builders)
        args = self._program.arguments(ref)
        said = self._program.eval_all(args.keywords.get("grant_type", ())) or setting(
            self._app, session, "grant_type"
        )
        if said:
            return tuple(Field(str(v.value).lower() if isinstance(v, Known) else None, ref) for v in said)
        for keywords, grant in ((row.code_keywords, "authorization_code"), (row.user_keywords, "password")):
            if any(k in args.keywords for k in keywords):
                return (Field(grant, ref),)
        return (Field(None, ref),) if args.open_keywords else (Field(row.default, ref),)

    def _builders(self, session: Abstract | None, row: TokenGrant) -> list[tuple[Abstract, GrantClass]]:
        """The client objects that the session was made with, with their grant."""
        if not row.builder:
            return []
        found = []
        for value in setting(self._app, session, row.builder, SESSION_POSITIONS.get(row.builder, -1)):
            known = self._grant_class(value)
            if known is not None:
                found.append((value, known))
        return found

    def _grant_class(self, value: Abstract) -> GrantClass | None:
        rows = self._app.models.rows(GrantClass)
        names = [value.type] if isinstance(value, Obj) else []
        if isinstance(value, Instance):
            names += self._program.classes.external_bases(value.cls)
        return next((rows[n] for n in names if n in rows), None)

    # -- the client id

    def _client_id(self, ref: Ref, session: Abstract | None, row: TokenGrant) -> str:
        sites = [(ref, row.client_id if row.own else -1)]
        if not row.own:
            sites += [(site, row.client_id) for site in construction_sites(self._app, session)]
            if len(sites) == 1:
                return UNKNOWN
        for value, known in self._builders(session, row):
            sites += [(site, known.client_id) for site in construction_sites(self._app, value)]
        states = {self._given_id(site, position, row.client_id_keywords) for site, position in sites}
        if PRESENT in states:
            return PRESENT
        return UNKNOWN if UNKNOWN in states or row.optional_id else ABSENT

    def _given_id(self, site: Ref, position: int, keywords: tuple[str, ...]) -> str:
        args = self._program.arguments(site)
        given = [g for k in keywords for g in args.keywords.get(k, ())]
        given += args.positional[position : position + 1] if position >= 0 else []
        if any(v != Known(None) for v in self._program.eval_all(given)):
            return PRESENT
        return UNKNOWN if args.open_keywords or args.open_positional else ABSENT
