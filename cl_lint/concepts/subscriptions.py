"""Subscriptions to the Notification API, and the transport that each asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..findings import Confidence
from ..program import Abstract, Ref
from ..program.texts import text_template
from .request_fields import Field
from .urls import HOLE, is_host, url_host, url_path

if TYPE_CHECKING:
    from .api_calls import Context
    from .application import Application

WEBHOOK, WEBSOCKET = "webhook", "websocket"
RESOURCES = frozenset({"subscriptions", "connections"})


@dataclass(frozen=True)
class Subscription:
    """A request for notifications as one chain of callers makes it: `transports` are the values of its
    transport in lower case, with the place that says each; `chain` the calls that lead to the request."""

    ref: Ref
    transports: tuple[Field, ...]
    chain: tuple[Ref, ...]
    confidence: Confidence


class Subscriptions:
    def __init__(self, app: Application) -> None:
        self._app = app

    @cached_property
    def all(self) -> tuple[Subscription, ...]:
        return tuple(self._find())

    def _find(self) -> Iterator[Subscription]:
        for call in self._app.api_calls.all:
            for context in self._app.api_calls.contexts(call):
                if context.method in ("POST", "PUT", "PATCH", "") and self._is_subscription(context):
                    yield self._subscription(context)

    def _is_subscription(self, context: Context) -> bool:
        states = [self._names_resource(url) for url in context.urls]
        if True in states:
            return True
        fields = self._app.request_fields
        return (
            None in states
            and any(f.text for f in fields.values(context, "transport"))
            and bool(fields.values(context, "topic"))
        )

    def _names_resource(self, url: Abstract) -> bool | None:
        """Whether a URL is that of a notification resource, None where its path is not known."""
        host = url_host(url)
        if host is not None and not is_host(host, self._app.config.hosts) and not HOLE.search(host):
            return False
        pair = text_template(url_path(url))
        if pair is None:
            return None
        path = pair[0].rstrip("/")
        service = host.split(".")[0] if host is not None else ""
        if not (service in ("", "notifications", "api") or HOLE.search(service) or "notification" in path):
            return False
        last = path.rsplit("/", 1)[-1]
        return None if HOLE.search(last) else last in RESOURCES

    def _subscription(self, context: Context) -> Subscription:
        fields = self._app.request_fields.values(context, "transport")
        transports = tuple(
            Field(f.text.strip().lower() if f.text is not None else None, f.ref) for f in fields
        )
        known = any(h is not None and is_host(h, self._app.config.hosts) for h in map(url_host, context.urls))
        return Subscription(
            ref=Ref(context.call.ref.module, context.call.ref.vid, context.frame),
            transports=transports,
            chain=context.chain,
            confidence=Confidence.HIGH if known else context.call.confidence,
        )
