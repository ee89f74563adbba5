"""Sign-ins: token and authorize requests to CloudLink, by hand or through an OAuth library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..findings import Confidence
from ..models.auth_rows import BasicAuth
from ..program import Abstract, Container, External, FunctionKey, Known, Obj, Ref, Text, Unknown, Values
from ..program.texts import text_template
from .clients import setting
from .request_fields import ABSENT, PRESENT, UNKNOWN, Field
from .urls import HOLE, is_host, url_host, url_path

if TYPE_CHECKING:
    from .api_calls import Context
    from .application import Application

CLIENT_ID = ("client_id", "clientId")
PASSWORD, CLIENT_CREDENTIALS, CODE, REFRESH = (
    "password",
    "client_credentials",
    "authorization_code",
    "refresh_token",
)
ENDPOINT = re.compile(r"/(token|authorize)/?$")


@dataclass(frozen=True)
class SignIn:
    """A token or authorize request as one chain of callers makes it.

    `ref` is the request (or the library's call), `what` "token" or "authorize", `grants` the grant types in
    lower case with the place that says each, `client_id` "present", "absent" or "unknown", `chain` the calls
    that lead to the request, nearest first."""

    ref: Ref
    what: str
    grants: tuple[Field, ...]
    client_id: str
    chain: tuple[Ref, ...]
    confidence: Confidence
    library: str = ""
    by_password: bool = False

    @property
    def grant_names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(g.text for g in self.grants if g.text is not None))


class SignIns:
    """Finds the token and authorize requests of an application."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program

    @cached_property
    def all(self) -> tuple[SignIn, ...]:
        return (*self._by_hand(), *self._app.library_sign_ins.all)

    def of_library(self, site: Ref) -> SignIn | None:
        """The sign-in that an OAuth library's call makes, None where it is not to CloudLink."""
        return self._app.library_sign_ins.at(site)

    # -- requests of the application's own

    def _by_hand(self) -> Iterator[SignIn]:
        for call in self._app.api_calls.all:
            for context in self._app.api_calls.contexts(call):
                what = self._what(context)
                if what:
                    yield self._sign_in(context, what)

    def _what(self, context: Context) -> str:
        """ "token" or "authorize", "" for any other request."""
        if context.method not in ("POST", "", "GET"):
            return ""
        found = {self._endpoint(url) for url in context.urls}
        if "authorize" in found:
            return "authorize"
        if context.method == "GET" or not found & {"token", "?"}:
            return ""
        if "token" in found and context.method == "POST":
            return "token"
        return "token" if any(f.text for f in self._app.request_fields.values(context, "grant_type")) else ""

    def _endpoint(self, url: Abstract) -> str:
        host = url_host(url)
        if host is not None and not is_host(host, self._app.config.hosts) and not HOLE.search(host):
            return ""
        pair = text_template(url_path(url))
        if pair is None:
            return "?"
        match = ENDPOINT.search(pair[0])
        if match is not None:
            return match.group(1)
        return "?" if HOLE.search(pair[0][-1:]) else ""

    def _sign_in(self, context: Context, what: str) -> SignIn:
        fields = self._app.request_fields
        known = any(self._is_ours(url) for url in context.urls)
        grants = tuple(
            Field(f.text.strip().lower() if f.text is not None else None, f.ref)
            for f in fields.values(context, "grant_type")
        )
        return SignIn(
            ref=Ref(context.call.ref.module, context.call.ref.vid, context.frame),
            what=what,
            grants=grants,
            client_id=self._client_id(context),
            chain=context.chain,
            confidence=Confidence.HIGH if known else context.call.confidence,
            by_password=bool(fields.values(context, "password")),
        )

    def _is_ours(self, url: Abstract) -> bool:
        host = url_host(url)
        return host is not None and is_host(host, self._app.config.hosts)

    # -- the client id

    def _client_id(self, context: Context) -> str:
        state = self._app.request_fields.presence(context, *CLIENT_ID)
        if state == PRESENT:
            return state
        basic = self._basic(context)
        if basic == PRESENT:
            return PRESENT
        return UNKNOWN if UNKNOWN in (state, basic) else ABSENT

    def _basic(self, context: Context) -> str:
        """Whether the request carries HTTP Basic credentials."""
        states = {self._credentials(v) for v in self._auth(context)}
        sent = self._app.sent_headers.of(context, "authorization")
        states |= {self._basic_header(v) for given in sent.values for v in self._program.eval_given(given)}
        for state in (PRESENT, UNKNOWN):
            if state in states:
                return state
        return UNKNOWN if self._headers_unknown(context) else ABSENT

    def _headers_unknown(self, context: Context) -> bool:
        return any(isinstance(v, Unknown) for v in self._app.api_calls.headers(context))

    def _auth(self, context: Context) -> Values:
        api = self._app.api_calls
        site = api.site(context)
        own = Ref(context.call.ref.module, context.call.ref.vid, context.frame)
        found = [*self._program.eval_all(api.argument(site, -1, "auth"))]
        if own != site:
            found += self._program.eval_all(api.argument(own, -1, "auth"))
        client = api.client(context)
        if client is not None:
            found += setting(self._app, client, "auth")
            for update in self._program.updates.on(client, "auth"):
                if update.value is not None:
                    frame = self._program.root(FunctionKey(update.module, update.function))
                    found += self._program.eval(Ref(update.module, update.value, frame))
        return tuple(found)

    def _credentials(self, value: Abstract) -> str:
        if isinstance(value, Known) and not value.value:
            return ABSENT
        if isinstance(value, Container):
            return PRESENT
        if isinstance(value, Obj) and self._app.models.row(BasicAuth, value.maker or value.type) is not None:
            return PRESENT
        return UNKNOWN

    def _basic_header(self, value: Abstract) -> str:
        if isinstance(value, (Known, Text)):
            pair = text_template(value)
            if pair is None:
                return ABSENT
            if pair[0].lower().startswith("basic"):
                return PRESENT
            return UNKNOWN if HOLE.match(pair[0][:1]) else ABSENT
        return PRESENT if self._made_basic(value) else UNKNOWN

    def _made_basic(self, value: Abstract) -> bool:
        """`aiohttp.BasicAuth(id, secret).encode()` and the like."""
        if not isinstance(value, Obj) or value.site is None:
            return False
        if self._app.models.row(BasicAuth, value.maker) is not None:
            return True
        receivers = [c.receiver for c in self._program.callees(value.site) if isinstance(c, External)]
        return any(
            isinstance(r, Obj) and self._app.models.row(BasicAuth, r.maker) is not None for r in receivers
        )
