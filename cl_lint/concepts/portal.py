"""Uses of the vendor's authentication portal: where its address is opened, returned or sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..models.rows import Log
from ..program import Abstract, Container, External, FunctionKey, Known, Module, Ref, Text, Values
from ..program.texts import text_template
from ..program.values import text_of
from ..syntax import summary as s
from .definitions import sources
from .request_fields import ABSENT, PRESENT, UNKNOWN
from .sign_ins import CLIENT_ID
from .urls import url_path, url_query

if TYPE_CHECKING:
    from .application import Application

TESTS = frozenset(
    """
    startswith endswith find index count match fullmatch search urlsplit urlparse urljoin urlunsplit
    urlunparse set frozenset tuple list isinstance len join format add_argument removeprefix split
    partition compile getLogger debug info warning error exception critical strip rstrip lstrip replace
    encode quote urlencode eq assertEqual
    """.split()
)
DEFAULTS = frozenset(
    """
    get getenv setdefault Field field config env pop getattr option Option argument Argument Query Form
    """.split()
)
OPENERS = frozenset(
    """
    open open_new open_new_tab redirect RedirectResponse HttpResponseRedirect HTTPFound openUrl
    HTTPSeeOther startfile launch
    """.split()
)
ID_CARRIERS = frozenset(
    """
    authorization_url create_authorization_url register authorize_redirect OAuth2
    OAuth2AuthorizationCode OAuth2AuthorizationCodePKCE OAuth2Implicit OAuth2AuthorizationCodeBearer
    """.split()
)
LOOKUPS = frozenset({"get", "pop", "getattr"})
SPACE = re.compile(r"\s")
SETTING = re.compile(r"auth\w*_?(url|uri|endpoint)$", re.IGNORECASE)
FORMING = (s.Template, s.Binary, s.Const, s.Call)
UNSPLITS = frozenset(
    """
    urllib.parse.urlunsplit urllib.parse.urlunparse urllib.parse.SplitResult urllib.parse.ParseResult
    """.split()
)


@dataclass(frozen=True)
class PortalUse:
    """`ref` is the expression that forms the address, `used` the calls it is given to, and the returned or
    stored values that it is, `call` the first of the calls, `origins` the literals that hold the host,
    `client_id` whether the address carries one ("" where it is no address of a sign-in page)."""

    ref: Ref
    used: tuple[Ref, ...]
    call: Ref | None
    origins: tuple[Ref, ...]
    client_id: str


class Portal:
    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        hosts = "|".join(re.escape(h) for h in app.policy.portal_hosts)
        self._address = re.compile(rf"(?:^|[\"'=(]\s*)https?://(?:{hosts})(?=[/?#:\"'\s)]|$)", re.IGNORECASE)

    @cached_property
    def uses(self) -> tuple[PortalUse, ...]:
        """Every use of the portal's address, one for each expression that forms it."""
        if not self._is_mentioned():
            return ()
        found: dict[tuple[Module, int], list[tuple[Ref, Ref, Ref | None]]] = {}
        for used, call in self._positions():
            if self._is_address(used):
                formed = self._formed(used)
                if formed is not None:
                    found.setdefault((formed.module, formed.vid), []).append((formed, used, call))
        uses: list[PortalUse] = []
        consumed: set[tuple[Module, int]] = set()
        for several in found.values():
            formed = several[0][0]
            inner = [r for r in sources(self._program, formed) if r != formed]
            consumed |= {(r.module, r.vid) for r in inner}
            calls = [call for _, _, call in several if call is not None]
            uses.append(
                PortalUse(
                    ref=formed,
                    used=tuple(call or used for _, used, call in several),
                    call=calls[0] if calls else None,
                    origins=tuple(r for r in inner if self._holds_host(r)),
                    client_id=self._client_id([f for f, _, _ in several], calls),
                )
            )
        return tuple(use for use in uses if (use.ref.module, use.ref.vid) not in consumed)

    def _is_mentioned(self) -> bool:
        """Whether the portal's host, or its first label, stands in any text of the program."""
        hosts = self._app.policy.portal_hosts
        labels = {h.split(".")[0] for h in hosts}
        for module in list(self._program.table.loaded()):
            for _, node in module.of(s.Const):
                if isinstance(node.value, str):
                    text = node.value.lower()
                    if (
                        text in labels
                        or any(h in text for h in hosts)
                        or any(f"//{label}." in text for label in labels)
                    ):
                        return True
        return False

    # -- where addresses are used

    def _positions(self) -> Iterator[tuple[Ref, Ref | None]]:
        for module in list(self._program.table.loaded()):
            for vid, node in enumerate(module.values):
                owner = module.summary.owners[vid]
                frame = self._program.root(FunctionKey(module, owner))
                if isinstance(node, s.Call):
                    yield from self._arguments(Ref(module, vid, frame), node)
                elif isinstance(node, s.Mapping):
                    yield from ((ref, None) for ref in self._entries(Ref(module, vid, frame), node, owner))
            for function in module.summary.functions:
                frame = self._program.root(FunctionKey(module, function.number))
                yield from ((Ref(module, vid, frame), None) for vid in (*function.returns, *function.yields))
            for number, statement in module.placed(s.StoreItem):
                yield Ref(module, statement.value, self._program.root(FunctionKey(module, number))), None

    def _arguments(self, ref: Ref, node: s.Call) -> Iterator[tuple[Ref, Ref | None]]:
        func = ref.module.values[node.func]
        name = func.name if isinstance(func, (s.Attr, s.GlobalName, s.Imported)) else None
        if name in TESTS or (name in DEFAULTS and self._is_default(ref, node)) or self._is_log(ref):
            return
        if self._program.called_frames(ref):
            return  # what the program's own function does with it is looked at there
        for arg in node.args:
            yield Ref(ref.module, arg.value, ref.frame), ref
            listed = ref.module.values[arg.value]
            for item in listed.items if isinstance(listed, s.Sequence) else ():
                yield Ref(ref.module, item.value, ref.frame), ref

    def _is_default(self, ref: Ref, node: s.Call) -> bool:
        """A look-up whose argument is the default, not a request by a client's `get`."""
        return self._app.api_calls.at(ref) is None and not any(
            isinstance(c, External) and c.name.startswith(("requests.", "httpx."))
            for c in self._program.callees(ref)
        )

    def _is_log(self, ref: Ref) -> bool:
        return any(
            isinstance(c, External) and self._app.models.row(Log, c.name) is not None
            for c in self._program.callees(ref)
        )

    def _entries(self, ref: Ref, node: s.Mapping, owner: int) -> Iterator[Ref]:
        for key, value in node.entries:
            if key is None:
                continue
            names = self._program.texts_at(Ref(ref.module, key, ref.frame))
            if owner or any(SETTING.search(name) for name in names):
                yield Ref(ref.module, value, ref.frame)

    # -- what is an address

    def _is_address(self, ref: Ref) -> bool:
        return any(self._is_text_of(text) for v in self._values(ref) for text in _plain(v))

    def _is_text_of(self, text: str) -> bool:
        """Whether a text is the address, or a page with a link to it; not prose that begins with it."""
        match = self._address.search(text)
        return match is not None and (
            match.start() > 0 or text[:1] in "\"'=(" or not SPACE.search(text.strip())
        )

    def _values(self, ref: Ref) -> Values:
        """The values of an expression; URLs put together from a tuple of parts included."""
        node = ref.module.values[ref.vid]
        found: list[Abstract] = list(self._program.eval(ref))
        if isinstance(node, s.Call):
            func = ref.module.values[node.func]
            if getattr(func, "name", "") in LOOKUPS and len(node.args) > 1:
                found += self._program.at(ref, node.args[-1].value)
            for callee in self._program.callees(ref):
                if isinstance(callee, External) and callee.name in UNSPLITS:
                    found += self._unsplit(ref, node)
                elif isinstance(callee, External) and callee.name.endswith("URL.build"):
                    hosts = self._program.eval_all(self._program.arguments(ref).keywords.get("host", ()))
                    found += [text_of(["https://", *_texts(h), "/"]) for h in hosts]
        return tuple(found)

    def _unsplit(self, ref: Ref, node: s.Call) -> Iterator[Abstract]:
        for value in self._program.at(ref, node.args[0].value) if node.args else ():
            if isinstance(value, Container):
                hosts = self._program.attributes.items(value, Known(1))
                yield from (text_of(["https://", *_texts(host), "/"]) for host in hosts)

    def _formed(self, used: Ref) -> Ref | None:
        """The nearest expression that puts the address together."""
        for ref in sources(self._program, used):
            node = ref.module.values[ref.vid]
            if isinstance(node, FORMING) and self._is_address(ref) and not self._program.called_frames(ref):
                if not isinstance(node, s.Call) or self._forms(ref, node):
                    return ref
        return None

    def _forms(self, ref: Ref, node: s.Call) -> bool:
        func = ref.module.values[node.func]
        if isinstance(func, s.Attr) and func.name in ("format", "join", "format_map", "replace"):
            return True
        names = {c.name for c in self._program.callees(ref) if isinstance(c, External)}
        return bool(names & (UNSPLITS | {"urllib.parse.urljoin"})) or any(
            n.endswith("URL.build") for n in names
        )

    def _holds_host(self, ref: Ref) -> bool:
        node = ref.module.values[ref.vid]
        text = node.value if isinstance(node, s.Const) else None
        return isinstance(text, str) and any(h in text.lower() for h in self._app.policy.portal_hosts)

    # -- the client id in a link to the sign-in page

    def _client_id(self, formed: list[Ref], calls: list[Ref]) -> str:
        """Of the expression as each of its callers forms it: one that lacks the id is enough."""
        specific = [ref for ref in formed if ref.frame.call is not None] or formed
        states = [self._carries(ref, calls) for ref in dict.fromkeys(specific)]
        return next((state for state in (ABSENT, UNKNOWN, PRESENT) if state in states), "")

    def _carries(self, formed: Ref, calls: list[Ref]) -> str:
        names = {self._name(call) for call in calls}
        addresses = [v for v in self._values(formed) if any(self._address.match(t) for t in _plain(v))]
        if names & ID_CARRIERS or not any(_is_authorize(v) for v in addresses):
            return ""
        fields = self._app.request_fields
        states = {fields.state(url_query(v), CLIENT_ID) for v in addresses if url_query(v) != Known("")}
        for call in calls:
            params = self._program.eval_all(self._program.arguments(call).keywords.get("params", ()))
            states |= {fields.state(v, CLIENT_ID) for v in params}
        if PRESENT in states:
            return PRESENT
        if states == {ABSENT} or (not states and names & OPENERS):
            return ABSENT
        return UNKNOWN

    def _name(self, call: Ref) -> str:
        node = call.module.values[call.vid]
        func = call.module.values[node.func] if isinstance(node, s.Call) else None
        return getattr(func, "name", None) or ""


def _is_authorize(value: Abstract) -> bool:
    pair = text_template(url_path(value))
    return pair is not None and pair[0].rstrip("/").endswith("/authorize")


def _plain(value: Abstract) -> Iterator[str]:
    if isinstance(value, (Known, Text)):
        pair = text_template(value)
        if pair is not None:
            yield pair[0]


def _texts(value: Abstract) -> list[str]:
    return [str(value.value)] if isinstance(value, Known) else []
