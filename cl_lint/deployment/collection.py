"""The requests of the collection: both there, method and path as the vendor made them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cl_lint.deployment.body import examine_body
from cl_lint.deployment.documents import REFERENCE, Document
from cl_lint.deployment.facts import Request as Wanted
from cl_lint.deployment.facts import load_facts
from cl_lint.deployment.forms import is_api_host, split, wrong_form
from cl_lint.deployment.json_text import Array, JsonError, Node, Object, Text, parse_inside
from cl_lint.deployment.values import Remarks, Setting

RESTORE = "Import the vendor's collection again, and change the values only."

_VERSION = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Request:
    """A request of the collection. `item` is the whole entry, `request` what it sends."""

    item: Object
    request: Object | Text

    @property
    def name(self) -> str:
        return self.item.text("name")

    @property
    def method(self) -> str:
        return (self.request.text("method") or "GET") if isinstance(self.request, Object) else "GET"

    @property
    def url(self) -> Node | None:
        return self.request.get("url") if isinstance(self.request, Object) else self.request

    @property
    def method_node(self) -> Node:
        found = self.request.get("method") if isinstance(self.request, Object) else None
        return found if found is not None else self.request


@dataclass(frozen=True)
class Address:
    """Where a request goes: the part that stands for scheme and host, and the segments of the path."""

    base: str
    path: tuple[str, ...]

    def __str__(self) -> str:
        return "/".join((self.base, *self.path))


def examine_collection(document: Document, setting: Setting) -> Remarks:
    remarks = Remarks(document)
    requests = list(requests_of(document))
    for wanted in load_facts().requests:
        found = _best(wanted, requests, setting)
        if found is None:
            place = document.place_of(document.root.members[0].key)
            info = document.root.member("item")
            place = document.place_of(info.key) if info is not None else place
            message = f"the collection lacks the request {wanted.method} {_spelled(wanted)} ({wanted.name})"
            remarks.breach(place, message, RESTORE)
            continue
        _compare(wanted, found, document, setting, remarks)
        if wanted.has_body:
            _body(wanted, found, document, setting, remarks)
    return remarks


def requests_of(document: Document) -> Iterator[Request]:
    """All requests, those in folders too, in order."""
    listed = document.root.get("item")
    pending = list(reversed(listed.items)) if isinstance(listed, Array) else []
    while pending:
        item = pending.pop()
        if not isinstance(item, Object):
            continue
        inner, request = item.get("item"), item.get("request")
        if isinstance(inner, Array):
            pending += reversed(inner.items)
        if isinstance(request, (Object, Text)):
            yield Request(item, request)


def address_of(url: Node | None) -> Address:
    """Where a URL of the Postman format leads: a string, or an object that holds it in parts."""
    if isinstance(url, Text):
        return _parsed(url.value)
    if not isinstance(url, Object):
        return Address("", ())
    host, path = url.get("host"), url.get("path")
    if host is None and path is None:
        return _parsed(url.text("raw"))
    base = ".".join(_words(host))
    if not base.startswith("{{"):
        port = f":{url.text('port')}" if url.text("port") else ""
        base = f"{url.text('protocol') or 'http'}://{base}{port}"
    values = dict(_path_variables(url))
    return Address(base, tuple(values.get(word, word) for word in _segments(path)))


def _parsed(raw: str) -> Address:
    raw = re.split(r"[?#]", raw, maxsplit=1)[0]
    found = re.match(r"(\{\{[^{}]*\}\}|[a-z]+://[^/]*|[^/]*)", raw, re.IGNORECASE)
    base = found[0] if found else ""
    return Address(base, tuple(raw[len(base) :].removeprefix("/").split("/")) if raw[len(base) :] else ())


def _words(node: Node | None) -> list[str]:
    if isinstance(node, Text):
        return [node.value]
    return [item.value for item in node.items if isinstance(item, Text)] if isinstance(node, Array) else []


def _segments(node: Node | None) -> list[str]:
    if isinstance(node, Text):
        return node.value.removeprefix("/").split("/")
    if not isinstance(node, Array):
        return []
    return [
        i.value if isinstance(i, Text) else i.text("value")
        for i in node.items
        if isinstance(i, (Text, Object))
    ]


def _path_variables(url: Object) -> Iterator[tuple[str, str]]:
    listed = url.get("variable")
    for item in listed.items if isinstance(listed, Array) else ():
        if isinstance(item, Object):
            yield f":{item.text('key') or item.text('id')}", item.text("value")


def _spelled(wanted: Wanted) -> str:
    return "/".join((f"{{{{{wanted.base}}}}}", *wanted.path))


def _best(wanted: Wanted, requests: list[Request], setting: Setting) -> Request | None:
    """The request that is meant to be this one: the same, else of its name, else of its path."""

    def rank(request: Request) -> int:
        right_path = not _wrong_path(wanted, address_of(request.url), setting)
        right_method = request.method == wanted.method
        named = request.name.strip().lower() == wanted.name.lower()
        return 4 * (right_path and right_method) + 2 * named + right_path

    best = max(requests, key=rank, default=None)
    return best if best is not None and rank(best) else None


def _compare(wanted: Wanted, found: Request, document: Document, setting: Setting, remarks: Remarks) -> None:
    right, name = True, wanted.name
    if found.method != wanted.method:
        right = False
        place = document.place_of(found.method_node)
        remarks.breach(place, f"the request {name} is sent as {found.method}, not {wanted.method}", RESTORE)
    problem = _wrong_path(wanted, address_of(found.url), setting)
    place = document.place_of(_url_node(found))
    if problem:
        remarks.breach(place, f"the request {name} {problem}; it belongs to {_spelled(wanted)}", RESTORE)
    elif right:
        remarks.kept(place, f"the request {name} has the vendor's method and path")


def _url_node(request: Request) -> Node:
    url = request.url
    if isinstance(url, Object):
        raw, path = url.get("raw"), url.get("path")
        # Postman sends what the parts say; the raw text is shown where it says the same.
        if raw is not None and (path is None or address_of(raw) == address_of(url)):
            return raw
        return path if path is not None else url
    return url if url is not None else request.request


def _wrong_path(wanted: Wanted, address: Address, setting: Setting) -> str:
    if not address.base:
        return "has no address"
    path = address.path
    if REFERENCE.sub(r"{{\1}}", address.base) != f"{{{{{wanted.base}}}}}":
        filled = setting.filled(address.base)
        if filled is None:
            return f"goes to {address.base}"
        parts = split(filled)
        if parts is None or parts.scheme != "https" or not is_api_host(parts.hostname or "", setting.hosts):
            return "does not go to the authentication API"
        if path and _VERSION.fullmatch(path[0]) and not parts.path.strip("/"):
            path = path[1:]
    if len(path) != len(wanted.path) or not all(map(_same_segment, path, wanted.path)):
        return f"goes to the path {'/'.join(path) or '/'}"
    return ""


def _same_segment(found: str, wanted: str) -> bool:
    reference = REFERENCE.fullmatch(wanted)
    if reference is None or REFERENCE.fullmatch(found):
        return REFERENCE.sub(r"{{\1}}", found) == wanted
    # The client id itself may stand where its variable stood.
    return not wrong_form("client-id", found, ()) and not load_facts().is_placeholder(found)


def _body(wanted: Wanted, found: Request, document: Document, setting: Setting, remarks: Remarks) -> None:
    body = found.request.get("body") if isinstance(found.request, Object) else None
    raw = body.get("raw") if isinstance(body, Object) else None
    if not isinstance(raw, Text) or not raw.value.strip():
        place = document.place_of(raw if raw is not None else found.method_node)
        remarks.breach(place, f"the request {wanted.name} has no JSON body", RESTORE)
        return
    try:
        inner = parse_inside(raw)
    except JsonError as error:
        place = document.place(error.offset, error.offset + 1)
        remarks.breach(place, f"the body of {wanted.name} is no JSON: {error.reason}", "Repair the body.")
        return
    if isinstance(inner, Object):
        examine_body(inner, document, setting, remarks)
    else:
        remarks.breach(document.place_of(raw), f"the body of {wanted.name} is no JSON object", RESTORE)
