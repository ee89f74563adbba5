"""How API calls identify the application: the header that names it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..findings import Confidence
from ..program import Ref

if TYPE_CHECKING:
    from .application import Application

SENT, MISSING, UNKNOWN = "sent", "missing", "unknown"


@dataclass(frozen=True)
class Identified:
    """An API call, and whether the header is "sent", "missing" or "unknown", as one chain of callers (the
    first that lacks it, if any does) makes it."""

    ref: Ref
    state: str
    chain: tuple[Ref, ...]
    confidence: Confidence


class Identification:
    def __init__(self, app: Application) -> None:
        self._app = app

    @cached_property
    def all(self) -> tuple[Identified, ...]:
        """Every API call, in order."""
        name = self._app.policy.app_header.lower()
        found = []
        for call in self._app.api_calls.all:
            states: dict[str, tuple[Ref, ...]] = {}
            for context in self._app.api_calls.contexts(call):
                sent = self._app.sent_headers.of(context, name)
                state = SENT if sent.values else UNKNOWN if sent.is_open else MISSING
                states.setdefault(state, context.chain)
            state = next((s for s in (MISSING, UNKNOWN, SENT) if s in states), UNKNOWN)
            found.append(Identified(call.ref, state, states.get(state, ()), call.confidence))
        return tuple(found)
