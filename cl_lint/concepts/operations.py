"""Operations: what an application asks of CloudLink, and where it decides to; many share one wrapper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..program import Abstract, Frame, Known, Ref, Text
from ..program.binding import Given
from ..program.texts import text_template
from ..syntax import summary as s
from ..syntax.traverse import children
from .urls import HOLE, is_host, url_host, url_path

if TYPE_CHECKING:
    from ..program.values import Hole
    from .api_calls import ApiCall, Context
    from .application import Application

VERSION = re.compile(r"^/?(\d{4}-\d{2}-\d{2}|v\d+)(?=/|$|[^\w.-])")
BASE = re.compile(rf"({HOLE.pattern})(?=/)")
LAST_NAME = re.compile(r"(\w+)\W*$")
MOST_VALUES = 200


class Address(NamedTuple):
    """Where a request goes. `host` and `path` are templates: `{name}` stands for what is not constant. What
    is not known at all is "". `version` is the first part of the path where it is a date or a number."""

    service: str
    host: str
    version: str
    path: str


@dataclass(frozen=True)
class Operation:
    """One method on one resource, asked for at one place.

    `call` is the API call that sends it, `asked` the call at which the application chooses the resource (the
    same, or a call of the wrapper that sends it), `hosts` every host it may go to, `contexts` the chains of
    callers that make it. `is_resolved` is false where nothing is known of the path, `is_called` where nothing
    in the program calls the wrapper that it is a part of."""

    call: ApiCall
    asked: Ref
    method: str
    service: str
    version: str
    path: str
    hosts: tuple[str, ...]
    contexts: tuple[Context, ...]
    is_resolved: bool
    is_called: bool = True


class Operations:
    """Finds the operations of an application."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program

    @cached_property
    def all(self) -> tuple[Operation, ...]:
        """Every operation, in order of the place that asks for it."""
        found = [operation for call in self._app.api_calls.all for operation in self._of_call(call)]
        found.sort(key=lambda o: (self._app.place_of(o.asked), o.method, o.service, o.path))
        return tuple(found)

    @cached_property
    def known(self) -> tuple[Operation, ...]:
        """Those of which the path is known or that something in the program asks for."""
        return tuple(o for o in self.all if o.is_resolved or o.is_called)

    @property
    def number(self) -> int:
        """How many API calls the application makes, as its developer counts them: a request that one wrapper
        sends for many callers is many. Where nobody calls the wrappers, the requests themselves."""
        return len(self.known) or len(self._app.api_calls.all)

    def _of_call(self, call: ApiCall) -> Iterator[Operation]:
        groups: dict[tuple[object, ...], tuple[Ref, Address, list[Context], dict[str, None]]] = {}
        for context in self._app.api_calls.contexts(call):
            asked = self._asked(context)
            for address in self._addresses(context.urls):
                key = (asked.module.path, asked.vid, context.method, *address[::2], address.path)
                entry = groups.setdefault(key, (asked, address, [], {}))
                if context not in entry[2]:
                    entry[2].append(context)
                entry[3][address.host] = None
        for asked, address, contexts, hosts in groups.values():
            resolved = bool(HOLE_ONLY.sub("", address.path).strip("/"))
            yield Operation(
                call=call,
                asked=asked,
                method=contexts[0].method,
                service=address.service,
                version=address.version,
                path=address.path,
                hosts=tuple(h for h in hosts if h),
                contexts=tuple(contexts),
                is_resolved=resolved,
                is_called=resolved or not self._is_idle(contexts),
            )

    def _is_idle(self, contexts: list[Context]) -> bool:
        """Whether a wrapper takes its path from callers that the program does not have."""
        return all(not self._program.callers(self._outermost(c).function) for c in contexts)

    @staticmethod
    def _outermost(context: Context) -> Frame:
        return context.chain[-1].frame if context.chain else context.frame

    # -- addresses

    def _addresses(self, urls: tuple[Abstract, ...]) -> list[Address]:
        """The addresses that the URLs of a context mean; one whose ids are empty is left out beside the
        same one with ids."""
        pairs = {self._address(url): url for url in urls if self._is_ours(url)}
        full = {empty(path_template(url)[0]) for url in pairs.values() if path_template(url)[1]}
        found = [a for a, url in pairs.items() if path_template(url)[1] or path_template(url)[0] not in full]
        # An id that may be None is asked for only where it is one: the program tests that before.
        found = [a for a in found if "None" not in a.path.split("/")] or found
        named = {a.path: a for a in reversed(found) if a.service}
        # A base address that may also come from outside: the same service, at another host.
        found = [
            a if a.service or a.path not in named else named[a.path]._replace(host=a.host) for a in found
        ]
        return found or [Address("", "", "", "")]

    def _is_ours(self, url: Abstract) -> bool:
        host = url_host(url)
        return host is None or HOLE.search(host) is not None or is_host(host, self._app.config.hosts)

    def _address(self, url: Abstract) -> Address:
        host = url_host(url)
        pair = text_template(url)
        shown = _named(host, pair[1]) if host and pair else ""
        label = host.split(".")[0] if host else ""
        path, holes = path_template(url)
        base = BASE.match(path) if host is None else None
        if base is not None:
            shown, path = _named(base[1], holes), path[base.end(1) :]
        version = VERSION.match(path)
        if version is not None:
            path = path[version.end() :]
        return Address(
            service="" if HOLE.search(label) else label,
            host=shown,
            version=version[1] if version is not None else "",
            path=resource_path(path, holes),
        )

    # -- who decides

    def _asked(self, context: Context) -> Ref:
        """The call at which the path is chosen: up the callers for as long as they only pass it on."""
        api = self._app.api_calls
        site = api.site(context)
        place = Ref(context.call.ref.module, context.call.ref.vid, context.frame)
        wanted = self._telling(context)
        frame = context.frame
        given: list[Given] = []
        args = self._program.arguments(site)
        for many in (args.positional, *args.keywords.values()):
            given += many
        for following in context.chain:
            carried = [g for name in self._parameters(given, frame) for g in self._passed(frame, name)]
            carried = [g for g in carried if self._tells(g, wanted)]
            if not carried:
                break
            place, given, frame = following, carried, following.frame
        return place

    def _telling(self, context: Context) -> frozenset[str]:
        """The constant texts that a caller must pass to decide: the service and the method."""
        services = {a.service for a in self._addresses(context.urls)} - {""}
        return frozenset(services | ({context.method} - {""}))

    def _tells(self, given: Given, wanted: frozenset[str]) -> bool:
        for value in self._program.eval_given(given):
            pair = text_template(value)
            if pair is not None and ("/" in pair[0] or (pair[0] in wanted and pair[0])):
                return True
        return False

    def _passed(self, frame: Frame, name: str) -> list[Given]:
        return self._program.bound(frame).parameters.get(name, [])

    def _parameters(self, given: list[Given], frame: Frame) -> list[str]:
        """The parameters of a frame's function that values are made of, other functions not looked into."""
        found: dict[str, None] = {}
        todo = [g.vid for g in given if isinstance(g, Ref) and g.frame is frame]
        seen: set[int] = set()
        module = frame.function.module
        while todo and len(seen) < MOST_VALUES:
            vid = todo.pop()
            if vid in seen:
                continue
            seen.add(vid)
            node = module.values[vid]
            if isinstance(node, s.Param):
                if node.function == frame.function.number:
                    found[node.name] = None
            elif not isinstance(node, s.Attr):
                todo += children(node)
        return list(found)


# ------------------------------------------------------------------------------------- templates

HOLE_ONLY = re.compile(r"\{[^{}]*\}")


def path_template(url: Abstract) -> tuple[str, dict[str, Hole]]:
    """The path of a URL with its holes as private-use characters, and what they stand for."""
    pair = text_template(url_path(url)) if isinstance(url, (Known, Text)) else None
    return pair if pair is not None else ("", {})


def empty(path: str) -> str:
    """A path with nothing in place of its holes."""
    return HOLE.sub("", path)


def resource_path(path: str, holes: dict[str, Hole]) -> str:
    """A path with names for its holes, in the API's words where a collection stands before them:
    `/calls/{callId}`."""
    parts = path.split("/")
    shown = []
    for index, part in enumerate(parts):
        before = parts[index - 1] if index else ""
        if HOLE.fullmatch(part) and re.fullmatch(r"[a-z]+s", before):
            shown.append("{" + _singular(before) + "Id}")
        else:
            shown.append(_named(part, holes))
    return "/".join(shown)


def _singular(collection: str) -> str:
    return collection[:-3] + "y" if collection.endswith("ies") else collection[:-1]


def _named(text: str, holes: dict[str, Hole]) -> str:
    """A text with the last name of each hole: `os.environ[HOTEL_REGION]` is `{HOTEL_REGION}`."""

    def name(match: re.Match[str]) -> str:
        hole = holes.get(match[0])
        last = LAST_NAME.search(hole.name) if hole is not None else None
        return "{" + (last[1] if last else "…") + "}"

    return HOLE.sub(name, text)
