"""What an application's retry construct does, in plain figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional

from ...findings import Confidence
from ...program import Module
from ...syntax import summary as s
from .things import Spot

if TYPE_CHECKING:
    from ..application import Application


@dataclass(frozen=True)
class Delay:
    """The least wait, in seconds, before retry `number`, and where it is written; `known` is false
    where a part of it cannot be told (`seconds` is then what is certain)."""

    spot: Spot
    seconds: float
    number: int
    known: bool


@dataclass(frozen=True)
class RetryPolicy:
    """One construct that retries API calls.

    `kind` is "loop", "recursion", "repeat" (the request is written out again) or a library's name.
    `retries` is the most retries of one request: None where there is no bound, -1 where it cannot
    be told. `statuses` are those retried without a `Retry-After`, of all that were `tried`;
    `limited` those of the rate limit retried with the header, `ignored` those of them whose wait
    it does not reach. `requests` are the API calls retried.
    """

    kind: str
    spot: Spot
    delays: tuple[Delay, ...]
    retries: Optional[int]
    bound_spot: Spot
    statuses: tuple[int, ...]
    tried: tuple[int, ...]
    predicate_spots: tuple[Spot, ...]
    limited: tuple[int, ...]
    ignored: tuple[int, ...]
    transport: bool
    requests: tuple[Spot, ...]
    confidence: Confidence

    @property
    def least_delay(self) -> Optional[float]:
        """The least of all delays, None where one is not known."""
        if any(not d.known for d in self.delays):
            return None
        return min((d.seconds for d in self.delays), default=None)


def retry_loop_of(app: Application, module: Module, span: s.Span) -> Optional[RetryPolicy]:
    """The policy of the construct that stands at `span` (a loop statement, a call, a decorator)."""
    return next((p for p in app.retries if p.spot == (module, span)), None)
