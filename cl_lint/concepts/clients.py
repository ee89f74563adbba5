"""Clients and sessions: what their construction and later changes set for every request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..models.rows import Client
from ..program import Abstract, External, FunctionKey, Instance, Known, Obj, Ref, Text, Values
from ..program.texts import distinct, from_template, text_template, url_join
from ..program.values import parts_of, text_of
from ..syntax import summary as s
from .urls import SCHEME

if TYPE_CHECKING:
    from .application import Application


def client_row(app: Application, client: Abstract | None) -> Client | None:
    """The model row of a client object, also of a project's subclass of one."""
    if isinstance(client, Obj):
        return _row(app, client.type)
    if isinstance(client, Instance):
        for base in app.program.classes.external_bases(client.cls):
            row = _row(app, base)
            if row is not None:
                return row
    return None


def _row(app: Application, name: str) -> Client | None:
    rows = app.models.rows(Client)
    return next((rows[n] for n in (name, *app.models.bases(name)) if n in rows), None)


def construction_sites(app: Application, client: Abstract | None) -> list[Ref]:
    """The calls whose arguments configure a client: its constructor, or for a subclass the calls
    of the library's `__init__`."""
    if isinstance(client, Obj):
        return [client.site] if client.site is not None else []
    if not isinstance(client, Instance):
        return []
    program = app.program
    frames = list(program.classes.init_frames(client).values())
    if not frames:
        init = program.classes.method(client.cls, "__init__")
        frames = [program.method_frame(init, client)] if init is not None else []
        if init is None:
            return [client.site] if client.site is not None else program.constructions(client.cls)
    found = []
    for frame in frames:
        module = frame.function.module
        for vid in program.function(frame.function).calls:
            ref = Ref(module, vid, frame)
            for callee in program.callees(ref):
                if isinstance(callee, External) and callee.name.endswith(".__init__"):
                    found.append(ref)
    return found


def setting(app: Application, client: Abstract | None, keyword: str, position: int = -1) -> Values:
    """What a client's construction passes under a keyword or at a position."""
    found: list[Abstract] = []
    for site in construction_sites(app, client):
        args = app.program.arguments(site)
        if keyword in args.keywords:
            found += app.program.eval_all(args.keywords[keyword])
        elif 0 <= position < len(args.positional):
            found += app.program.eval_given(args.positional[position])
    return tuple(found)


def base_urls(app: Application, client: Abstract | None, urls: Values) -> Values:
    """URLs joined to the client's base URL, absolute ones as they are."""
    row = client_row(app, client)
    if row is None or client is None:
        return urls
    bases = setting(app, client, row.base_url_keyword, row.base_url) if row.base_url_keyword else ()
    assigned = _assigned_base(app, client, row)
    found: list[Abstract] = []
    for base in (*bases, *assigned):
        if isinstance(base, Known) and not isinstance(base.value, str):
            continue
        if row.join == "host":
            base = _with_scheme(base)
        for url in urls or (Known(""),):
            found.append(join(base, url, row.join))
    return distinct(found or urls)


def _assigned_base(app: Application, client: Abstract, row: Client) -> Values:
    if row.base_url_keyword != "base_url":
        return ()
    found: list[Abstract] = []
    for update in app.program.updates.on(client, "base_url"):
        if update.value is not None and update.key is None:
            frame = app.program.root(FunctionKey(update.module, update.function))
            found += app.program.eval(Ref(update.module, update.value, frame))
    if isinstance(client, Instance) and not found:
        found += [
            v
            for v in app.program.classes.attribute(client.cls, "base_url", client)
            if isinstance(v, (Known, Text))
        ]
    return tuple(found)


def _with_scheme(base: Abstract) -> Abstract:
    pair = text_template(base)
    if pair is None or SCHEME.match(pair[0]):
        return base
    return text_of(["https://", *parts_of(base)])


def join(base: Abstract, url: Abstract, how: str) -> Abstract:
    """A request's URL from base and path, as the library joins them."""
    pair = text_template(url)
    if pair is not None and SCHEME.match(pair[0]):
        return url
    if how == "urljoin":
        return url_join(base, url)
    left = text_template(base)
    if left is None:
        return text_of([*parts_of(base), *parts_of(url)])
    stripped = from_template(left[0].rstrip("/"), left[1])
    right = list(parts_of(url))
    slash = [] if pair is not None and pair[0].startswith("/") else ["/"]
    return text_of([*parts_of(stripped), *slash, *right])


def client_updates(app: Application, client: Abstract) -> list[Abstract]:
    """The header mappings that a client adds to its requests: from its construction, from
    assignments and from `client.headers.update(…)` or `client.headers[…] = …` (as containers)."""
    from ..program import Container

    found: list[Abstract] = list(setting(app, client, "headers"))
    program = app.program
    for update in program.updates.on(client, "headers"):
        frame = program.root(FunctionKey(update.module, update.function))
        if update.key is not None and update.value is not None:
            found.append(
                HeaderItem(Ref(update.module, update.key, frame), Ref(update.module, update.value, frame))
            )
        elif update.value is not None:
            found += program.eval(Ref(update.module, update.value, frame))
        elif update.call is not None:
            ref = Ref(update.module, update.call, frame)
            args = program.arguments(ref)
            func = update.module.values[update.module.values[update.call].func]  # type: ignore[union-attr]
            if isinstance(func, s.Attr) and func.name == "setdefault" and len(args.positional) > 1:
                key, value = args.positional[:2]
                if isinstance(key, Ref) and isinstance(value, Ref):
                    found.append(HeaderItem(key, value))
            elif isinstance(func, s.Attr) and func.name == "update":
                found += program.eval_all(args.positional)
                for name, given in args.keywords.items():
                    found += [HeaderItem(Known(name), g) for g in given]
    return [v for v in found if isinstance(v, (Container, HeaderItem)) or v is not None]


class HeaderItem(Known):
    """One header set by assignment; `key` and `given` say which and to what. It is a Known so
    that it travels with other values; its own value is None."""

    def __init__(self, key: Ref | Known, given: object) -> None:
        object.__setattr__(self, "value", None)
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "given", given)

    key: Ref | Known
    given: object

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)
