"""Signing in and being told: the parts of the inventory about tokens, subscriptions and WebSockets."""

from __future__ import annotations

from collections.abc import Iterator

from ..checks.sign_in_places import grant_place
from ..concepts.application import Application
from ..concepts.definitions import sources
from ..concepts.operations import Operation
from ..concepts.request_fields import UNKNOWN
from ..concepts.sign_ins import CODE, SignIn
from ..concepts.subscriptions import Subscription
from ..concepts.urls import is_host, url_host
from ..models.auth_rows import Socket
from ..program import External, FunctionKey, Ref
from ..program.binding import Given
from ..syntax import summary as s
from . import model as m


def sign_ins(app: Application) -> tuple[m.SignIn, ...]:
    """Every way in which the application gets tokens, in order of place."""
    found: dict[m.SignIn, None] = {}
    for sign_in in app.sign_ins.all:
        sent = app.place_of(sign_in.ref)
        for grant in sign_in.grant_names or ("",):
            place = grant_place(app, sign_in, grant) if grant else sent
            row = m.SignIn(
                what=sign_in.what,
                grant=grant,
                client_id=sign_in.client_id,
                library=sign_in.library or _library(app, sign_in),
                place=place,
                sent_at=None if place == sent else sent,
            )
            found[row] = None
    for use in app.portal.uses:
        place = app.place_of(use.ref)
        found[m.SignIn("portal", CODE, use.client_id or UNKNOWN, "", place, None)] = None
    return tuple(sorted(found, key=lambda r: (r.place, r.what, r.grant)))


def _library(app: Application, sign_in: SignIn) -> str:
    call = app.api_calls.at(sign_in.ref)
    return call.library if call is not None else ""


def subscriptions(app: Application, operations: list[Operation]) -> tuple[m.Subscription, ...]:
    """Every request for notifications, in order of place."""
    found: dict[m.Subscription, None] = {}
    for subscription in app.subscriptions.all:
        operation = _operation_of(subscription, operations)
        asked = app.place_of(operation.asked if operation is not None else subscription.ref)
        sent = app.place_of(subscription.ref)
        resource = operation.path if operation is not None else ""
        topics = _topics(app, operation, subscription)
        for transport in dict.fromkeys(f.text or "" for f in subscription.transports) or ("",):
            for topic in topics or ("",):
                row = m.Subscription(transport, topic, resource, asked, None if sent == asked else sent)
                found[row] = None
    return tuple(sorted(found, key=lambda r: (r.place, r.transport, r.topic)))


def _operation_of(subscription: Subscription, operations: list[Operation]) -> Operation | None:
    """The operation of which a subscription is one use."""
    for operation in operations:
        for context in operation.contexts:
            same = context.call.ref.vid == subscription.ref.vid and context.frame is subscription.ref.frame
            if same and context.call.ref.module is subscription.ref.module:
                return operation
    return None


def _topics(app: Application, operation: Operation | None, subscription: Subscription) -> list[str]:
    if operation is None:
        return []
    contexts = [c for c in operation.contexts if c.frame is subscription.ref.frame]
    fields = [f for c in contexts for f in app.request_fields.values(c, "topic")]
    return list(dict.fromkeys(f.text for f in fields if f.text))


def web_sockets(app: Application) -> tuple[m.WebSocket, ...]:
    """The connections that the application opens for what comes from CloudLink, and others of that sort."""
    found = []
    for ref, name, row in _sockets(app):
        given = [g for k in row.keywords for g in app.api_calls.argument(ref, row.url, k)]
        ours = any(_is_from_cloudlink(app, g) for g in dict.fromkeys(given))
        found.append(m.WebSocket(name.split(".")[0], ours, app.place_of(ref)))
    return tuple(sorted(found, key=lambda r: r.place))


def _sockets(app: Application) -> Iterator[tuple[Ref, str, Socket]]:
    lasts = {name.rsplit(".", 1)[-1] for name in app.models.rows(Socket)}
    for module in list(app.program.table.loaded()):
        for vid, node in module.of(s.Call):
            if getattr(module.values[node.func], "name", None) not in lasts:
                continue
            ref = Ref(module, vid, app.program.root(FunctionKey(module, module.summary.owners[vid])))
            for callee in app.program.callees(ref):
                row = app.models.row(Socket, callee.name) if isinstance(callee, External) else None
                if row is not None and isinstance(callee, External):
                    yield ref, callee.name, row
                    break


def _is_from_cloudlink(app: Application, given: Given) -> bool:
    """Whether an address is CloudLink's, or comes out of one of its answers."""
    hosts = [url_host(value) for value in app.program.eval_given(given)]
    if any(h is not None and is_host(h, app.config.hosts) for h in hosts):
        return True
    return any(_answers(app, ref) for ref in sources(app.program, given))


def _answers(app: Application, ref: Ref) -> bool:
    """Whether a value is an answer of CloudLink, or the base of an attribute that is taken from one."""
    if app.api_calls.at(ref) is not None:
        return True
    node = ref.module.values[ref.vid]
    if isinstance(node, s.Call):
        return bool(app.api_calls.reached(ref))
    if isinstance(node, s.Attr):
        base = Ref(ref.module, node.base, ref.frame)
        return any(_answers(app, inner) for inner in sources(app.program, base) if inner != ref)
    return False
