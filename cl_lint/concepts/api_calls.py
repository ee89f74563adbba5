"""API calls: requests whose URL has a CloudLink host."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..findings import Confidence
from ..models.rows import Client, Request, Response
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
from ..program.binding import Given, closure_of
from ..syntax import summary as s
from .call_paths import CallPaths
from .clients import base_urls, client_updates
from .urls import SCHEME, is_host, url_host

if TYPE_CHECKING:
    from .application import Application

DUCK_VERBS = {
    "get": "GET",
    "post": "POST",
    "put": "PUT",
    "patch": "PATCH",
    "delete": "DELETE",
    "head": "HEAD",
    "options": "OPTIONS",
    "request": "",
    "stream": "",
    "fetch": "",
}
HINTS = ("mitel", "cloudlink")
BODIES = ("json", "data", "params", "content", "body", "fields", "form")
ENCODERS = frozenset(
    (
        "json.dumps urllib.parse.urlencode orjson.dumps ujson.dumps simplejson.dumps "
        "builtins.bytes builtins.str aiohttp.FormData urllib3.request.urlencode"
    ).split()
)


@dataclass(frozen=True)
class ApiCall:
    """A request to CloudLink. `ref` is the call that sends it, in the root frame of its function;
    `request` the call that built the request object where there is one (then URL, method and body
    are its arguments). `raises`: an error status raises by itself."""

    ref: Ref
    library: str
    method: str
    urls: Values
    confidence: Confidence
    response_type: str
    raises: bool
    row: Request | None = None
    request: Ref | None = None
    client: Abstract | None = None

    @property
    def function(self) -> FunctionKey:
        return self.ref.frame.function


@dataclass(frozen=True)
class Context:
    """An API call as one chain of callers makes it. `chain` holds the call sites, nearest first."""

    call: ApiCall
    frame: Frame
    chain: tuple[Ref, ...]
    method: str
    urls: Values


class ApiCalls:
    """Finds the API calls of an application and what they are made with."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._contexts: dict[Ref, list[Context]] = {}

    # -- finding them

    @cached_property
    def all(self) -> tuple[ApiCall, ...]:
        floor = self._app.config.min_confidence.rank
        found = [c for c in self._every if c.confidence.rank >= min(floor, Confidence.MEDIUM.rank)]
        return tuple(found)

    @cached_property
    def open(self) -> tuple[ApiCall, ...]:
        """Requests whose URL is not known where they are written."""
        return tuple(c for c in self._every if c.confidence is Confidence.LOW)

    def is_api(self, url: Abstract) -> bool:
        """Whether a URL has a CloudLink host."""
        return self._is_api(url)

    @cached_property
    def _every(self) -> list[ApiCall]:
        found = []
        for module in list(self._program.table.loaded()):
            for vid, node in module.of(s.Call):
                if self._may_send(module, node):
                    call = self._recognise(module, vid, node)
                    if call is not None:
                        found.append(call)
        return found

    @cached_property
    def _by_place(self) -> dict[tuple[Module, int], ApiCall]:
        return {(c.ref.module, c.ref.vid): c for c in self.all}

    def at(self, ref: Ref) -> ApiCall | None:
        """The API call at a call node (or that it makes for each item), in whatever frame."""
        run = ref.module.runs.get(ref.vid)
        if run is not None and run.gives == "items" and run.call is not None:
            return self._by_place.get((ref.module, run.call))
        return self._by_place.get((ref.module, ref.vid))

    @cached_property
    def _verbs(self) -> frozenset[str]:
        rows = self._app.models.rows(Request)
        return frozenset(name.rsplit(".", 1)[-1] for name in rows) | frozenset(DUCK_VERBS) | {"__call__"}

    def _may_send(self, module: Module, node: s.Call) -> bool:
        func = module.values[node.func]
        if isinstance(func, s.GlobalName):
            return not self._program.names.is_builtin(module, func.name)
        return not isinstance(func, s.Attr) or func.name in self._verbs

    def _recognise(self, module: Module, vid: s.ValueId, node: s.Call) -> ApiCall | None:
        owner = FunctionKey(module, module.summary.owners[vid])
        ref = Ref(module, vid, self._program.root(owner))
        guess: ApiCall | None = None
        for callee in self._program.callees(ref):
            found = self._sent_by(callee, ref, node)
            if found is not None and (guess is None or found.confidence.rank > guess.confidence.rank):
                guess = found
        return guess

    def _sent_by(self, callee: Abstract, ref: Ref, node: s.Call) -> ApiCall | None:
        models = self._app.models
        if isinstance(callee, Partial):
            callee = callee.function
        if isinstance(callee, External):
            row = models.row(Request, callee.name)
            if row is not None:
                return (
                    None if row.builder or self._is_override(callee, row) else self._known(callee, row, ref)
                )
            if callee.name.startswith("builtins.") or models.row(Client, callee.name):
                return None
            if isinstance(callee.receiver, Obj) and not callee.receiver.type.endswith("()"):
                return None
        elif not isinstance(callee, Unknown):
            return None
        func = ref.module.values[node.func]
        verb = func.name if isinstance(func, s.Attr) else self._chosen_verb(ref, func)
        if verb not in DUCK_VERBS or not node.args or (verb == "get" and _has_default(ref.module, node)):
            return None
        return self._duck(ref, verb)

    def _chosen_verb(self, ref: Ref, func: s.Value) -> str:
        """The method that `getattr(client, verb)` chooses; "" for anything else."""
        if not isinstance(func, s.Call) or len(func.args) < 2:
            return ""
        if getattr(ref.module.values[func.func], "name", "") != "getattr":
            return ""
        names = sorted(self._program.texts_at(Ref(ref.module, func.args[1].value, ref.frame)))
        return names[0] if names and set(names) <= set(DUCK_VERBS) else ""

    def _is_override(self, callee: External, row: Request) -> bool:
        """`session.get(…)` of a subclass that overrides `request` is sent there, not here."""
        return bool(self._program.calling.verb_override(callee))

    def _known(self, callee: External, row: Request, ref: Ref) -> ApiCall | None:
        request = self._built(row, ref)
        urls = self.urls(ref, row, request, callee.receiver)
        confidence = self._confidence(urls, ref, row, request, callee.receiver)
        if confidence is None:
            return None
        response = self._app.models.result_type(callee.name) or ""
        raises = row.raises or self._raises(callee.receiver, ref)
        method = self._method(row, callee.name, request or ref)
        return ApiCall(
            ref, row.library, method, urls, confidence, response, raises, row, request, callee.receiver
        )

    def _duck(self, ref: Ref, verb: str) -> ApiCall | None:
        """A call on something unknown whose URL is CloudLink's."""
        row = Request(
            name="",
            library="",
            method=DUCK_VERBS[verb],
            url=0 if DUCK_VERBS[verb] else 1,
            method_arg=-1 if DUCK_VERBS[verb] else 0,
        )
        urls = self.urls(ref, row, None, None)
        if not any(self._is_api(u) for u in urls):
            if DUCK_VERBS[verb] or not any(self._is_api(u) for u in self._argument(ref, 0, "url")):
                return None
            urls = self._argument(ref, 0, "url")
        confidence = Confidence.HIGH
        method = self._method(row, verb, ref)
        kind = self._app.models.response_of(ref.module.imports_of_names)
        known = self._app.models.row(Response, kind)
        return ApiCall(ref, known.library if known else "", method, urls, confidence, kind, False, row)

    def _built(self, row: Request, ref: Ref) -> Ref | None:
        """The call that built the request object which this call sends."""
        values = self._argument(ref, row.url, row.url_keyword)
        for value in values:
            if isinstance(value, Obj) and value.site is not None:
                builder = self._app.models.row(Request, value.maker)
                if builder is not None and builder.builder:
                    return value.site
                prepared = self._prepared(value.site)
                if prepared is not None:
                    return prepared
        return None

    def _prepared(self, site: Ref) -> Ref | None:
        """`request.prepare()` or `session.prepare_request(request)`: the request that is prepared."""
        node = site.module.values[site.vid]
        if not isinstance(node, s.Call):
            return None
        func = site.module.values[node.func]
        if not isinstance(func, s.Attr) or func.name not in ("prepare", "prepare_request"):
            return None
        vid = func.base if func.name == "prepare" else (node.args[0].value if node.args else func.base)
        for value in self._program.eval(Ref(site.module, vid, site.frame)):
            if isinstance(value, Obj) and value.site is not None:
                return value.site
        return None

    # -- arguments

    def _argument(self, ref: Ref, position: int, keyword: str) -> Values:
        return self._program.eval_all(self.argument(ref, position, keyword))

    def argument(self, ref: Ref, position: int, keyword: str) -> list[Given]:
        """What a call passes at a position or under a keyword."""
        args = self._program.arguments(ref)
        if keyword in args.keywords:
            return args.keywords[keyword]
        if 0 <= position < len(args.positional):
            return [args.positional[position]]
        return []

    def _row_of(self, ref: Ref) -> Request | None:
        for callee in self._program.callees(ref):
            if isinstance(callee, Partial):
                callee = callee.function
            if isinstance(callee, External):
                row = self._app.models.row(Request, callee.name)
                if row is not None:
                    return row
        return None

    def urls(self, ref: Ref, row: Request, request: Ref | None, client: Abstract | None) -> Values:
        """Every URL that a request can have, the client's base URL included."""
        if request is not None:
            built = self._row_of(request)
            if built is not None:
                row, ref = built, request
                for callee in self._program.callees(request):
                    if isinstance(callee, External) and callee.receiver is not None:
                        client = callee.receiver
        urls = self._argument(ref, row.url, row.url_keyword)
        if not urls and row.url_keyword == "url":
            urls = self._argument(ref, -1, "uri") or self._argument(ref, -1, "str_or_url")
        return base_urls(self._app, client, urls)

    def _method(self, row: Request, name: str, ref: Ref) -> str:
        built = self._row_of(ref) if row.sender or row.library == "urllib" else None
        row = built or row
        if row.method:
            return row.method
        if row.method_arg >= 0:
            values = self._argument(ref, row.method_arg, "method")
            names = {v.value.upper() for v in values if isinstance(v, Known) and isinstance(v.value, str)}
            if len(names) == 1:
                return names.pop()
            if not values and row.library == "urllib":
                return "POST" if self.argument(ref, 1, "data") else "GET"
            if not values and row.library == "httplib2":
                return "GET"
            return ""
        last = name.rsplit(".", 1)[-1].upper()
        return last if last in DUCK_VERBS.values() else ""

    def method_at(self, ref: Ref, call: ApiCall) -> str:
        """The method of a call as it is sent in the frame of `ref`."""
        return call.method or self._method(call.row or Request(name="", library=""), self._name(ref), ref)

    def _raises(self, client: Abstract | None, ref: Ref) -> bool:
        """`raise_for_status=True` on the call or its client."""
        own = self._argument(ref, -1, "raise_for_status")
        if own:
            return not all(isinstance(v, Known) and not v.value for v in own)
        if isinstance(client, Obj) and client.site is not None:
            row = self._app.models.row(Client, client.type)
            if row is not None and row.raise_keyword:
                given = self._argument(client.site, -1, row.raise_keyword)
                given = tuple(v for v in given if closure_of(v) is None)  # that one raises what it likes
                return bool(given) and not all(isinstance(v, Known) and not v.value for v in given)
        return False

    # -- is it CloudLink

    def _is_api(self, url: Abstract) -> bool:
        host = url_host(url)
        return host is not None and is_host(host, self._app.config.hosts)

    def _confidence(
        self, urls: Values, ref: Ref, row: Request, request: Ref | None, client: Abstract | None
    ) -> Confidence | None:
        if any(self._is_api(u) for u in urls):
            return Confidence.HIGH
        open_urls = [u for u in urls if not self._settled(u)]
        if urls and not open_urls:
            return None
        names = [n for u in open_urls for n in _names(u)]
        names += self._chain(ref, row, request)
        if isinstance(client, Obj) and client.site is not None and not names:
            names.append(self._program.spell(client.site))
        if any(hint in name.lower() for name in names for hint in HINTS):
            return Confidence.MEDIUM
        return Confidence.LOW

    def _settled(self, url: Abstract) -> bool:
        """Whether the host is known (to be another's), or the value is no URL at all."""
        if isinstance(url, Known):
            return not isinstance(url.value, str) or bool(SCHEME.match(url.value))
        return url_host(url) is not None

    def _chain(self, ref: Ref, row: Request, request: Ref | None) -> list[str]:
        """The names that the URL's expression is made of."""
        site = request or ref
        node = site.module.values[site.vid]
        built = self._row_of(site) or row
        names: list[str] = []
        if isinstance(node, s.Call):
            for index, arg in enumerate(node.args):
                if arg.name == built.url_keyword or (arg.name is None and index == built.url):
                    names.append(self._program.spell(Ref(site.module, arg.value, site.frame)))
                    names += _identifiers(site.module, arg.value)
        return names

    # -- contexts

    def contexts(self, call: ApiCall) -> list[Context]:
        """The call as every chain of callers makes it (bounded in depth and number)."""
        known = self._contexts.get(call.ref)
        if known is None:
            known = self._contexts[call.ref] = [
                self._context(call, frame, chain) for frame, chain in self.paths.chains(call.function)
            ]
        return known

    def _context(self, call: ApiCall, frame: Frame, chain: tuple[Ref, ...]) -> Context:
        ref = Ref(call.ref.module, call.ref.vid, frame)
        row = call.row or Request(name="", library="")
        request: Ref | None = None
        client = call.client
        if call.request is not None:
            request = self._built(row, ref) or call.request
        for callee in self._program.callees(ref):
            if isinstance(callee, External) and callee.receiver is not None:
                client = callee.receiver
        urls = self.urls(ref, row, request, client)
        return Context(call, frame, chain, self._method(row, self._name(ref), request or ref), urls)

    def _name(self, ref: Ref) -> str:
        node = ref.module.values[ref.vid]
        func = ref.module.values[node.func] if isinstance(node, s.Call) else None
        return getattr(func, "name", "") or ""

    @cached_property
    def paths(self) -> CallPaths:
        return CallPaths(self._program)

    # -- reach

    @cached_property
    def reaching(self) -> frozenset[FunctionKey]:
        """The functions that lead to an API call, or make one."""
        return self._program.callers_index.calling(c.function for c in self.all)

    def reached(self, ref: Ref) -> list[ApiCall]:
        """The API calls that executing a call leads to: itself, or through the program."""
        own = self.at(ref)
        found = {own.ref: own} if own else {}
        for frame in self._program.called_frames(ref):
            for other in self._reach(frame):
                found[other.ref] = other
        return list(found.values())

    def reached_by(self, key: FunctionKey) -> list[ApiCall]:
        """The API calls that running a function leads to."""
        return self._reach(self._program.root(key))

    def _reach(self, frame: Frame) -> list[ApiCall]:
        found: dict[Ref, ApiCall] = {}
        for inner in self.paths.below(frame, self.reaching):
            module = inner.function.module
            for vid in self._program.function(inner.function).calls:
                call = self._by_place.get((module, vid))
                if call is not None:
                    found[call.ref] = call
        return list(found.values())

    # -- bodies and headers

    def site(self, context: Context) -> Ref:
        """The call whose arguments are URL, body and headers, in the context's frame."""
        ref = Ref(context.call.ref.module, context.call.ref.vid, context.frame)
        if context.call.request is not None and context.call.row is not None:
            return self._built(context.call.row, ref) or context.call.request
        return ref

    def body(self, context: Context, which: tuple[str, ...] = BODIES) -> list[Given]:
        """The arguments that hold body or query, encoders such as json.dumps taken off."""
        site = self.site(context)
        given: list[Given] = []
        for name in which:
            given += self.argument(site, -1, name)
        row = self._row_of(site) or context.call.row
        if row is not None and row.library in ("urllib", "requests", "niquests", ""):
            position = 1 if row.method_arg < 0 or row.library == "urllib" else -1
            given += self.argument(site, position, "\0")
        if row is not None and row.library in ("http.client", "httplib2"):
            given += self.argument(site, 2, "\0")
        return [u for g in given for u in self.decoded(g)]

    def decoded(self, given: Given, depth: int = 6) -> list[Given]:
        """A value without the encoders around it: json.dumps, urlencode, .encode()."""
        if not isinstance(given, Ref) or depth == 0:
            return [given]
        node = given.module.values[given.vid]
        if isinstance(node, s.Call):
            func = given.module.values[node.func]
            if isinstance(func, s.Attr) and func.name in ("encode", "decode", "strip"):
                return self.decoded(Ref(given.module, func.base, given.frame), depth - 1)
            names = {c.name for c in self._program.callees(given) if isinstance(c, External)}
            if names & ENCODERS and node.args:
                return self.decoded(Ref(given.module, node.args[0].value, given.frame), depth - 1)
        if isinstance(node, (s.Param, s.FreeName, s.Attr)):
            found: list[Given] = []
            for value in self._program.eval(given):
                if isinstance(value, Obj) and value.site is not None and value.maker in ENCODERS:
                    found += self.decoded(value.site, depth - 1)
                else:
                    found.append(value)
            return found or [given]
        return [given]

    def headers(self, context: Context) -> list[Abstract]:
        """The header mappings of a call: its own, its request's, its client's."""
        site = self.site(context)
        row = self._row_of(site) or context.call.row
        position = row.headers if row is not None else -1
        found = list(self._argument(site, position, "headers"))
        if site.vid != context.call.ref.vid:
            found += self._argument(
                Ref(context.call.ref.module, context.call.ref.vid, context.frame), -1, "headers"
            )
        client = self.client(context)
        if client is not None:
            found += client_updates(self._app, client)
        return found

    def client(self, context: Context) -> Abstract | None:
        ref = Ref(context.call.ref.module, context.call.ref.vid, context.frame)
        for callee in self._program.callees(ref):
            if isinstance(callee, External) and isinstance(callee.receiver, (Obj, Instance)):
                return callee.receiver
        return context.call.client


def _names(url: Abstract) -> Iterator[str]:
    if isinstance(url, Unknown):
        yield url.name
    elif isinstance(url, Text):
        for part in url.parts:
            yield part if isinstance(part, str) else part.name


def _identifiers(module: Module, vid: s.ValueId, depth: int = 4) -> list[str]:
    """Names in an expression, following what its globals are bound to."""
    from ..syntax.traverse import children

    node = module.values[vid]
    found = [node.name] if isinstance(node, (s.Attr, s.GlobalName, s.Param, s.FreeName)) else []
    if depth > 0:
        inner = list(children(node))
        if isinstance(node, s.GlobalName):
            inner += module.summary.globals.get(node.name, ())
        for child in inner:
            found += _identifiers(module, child, depth - 1)
    return found


def _has_default(module: Module, node: s.Call) -> bool:
    """Whether `x.get(key, 0)` asks a mapping: a client takes no such second argument."""
    second = node.args[1] if len(node.args) > 1 else None
    given = module.values[second.value] if second is not None and not (second.name or second.star) else None
    return isinstance(given, s.Const) and given.value is not None
