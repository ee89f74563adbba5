"""The inventory: what an application does with CloudLink, as plain data that any report can show."""

from __future__ import annotations

import enum
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from cl_lint.findings import Confidence, Place


class State(str, enum.Enum):
    """What is known of one practice in one place."""

    MET = "met"
    NOT_MET = "not-met"
    UNKNOWN = "unknown"  # the analysis cannot tell
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True)
class Cell:
    """One practice of one API call: the state, the reason in words, and the places that show it. `waived` is
    true where suppressions with their reasons cover everything that is not met."""

    state: State
    reason: str
    places: tuple[Place, ...] = ()
    waived: bool = False


@dataclass(frozen=True)
class TimeLimit:
    """How long a request may take. `seconds` by the name of the part ("" for the whole), None where a part
    is not limited; empty where nothing is known. `source`: "call", "client", "default" (of the library),
    "unknown"."""

    source: str
    seconds: tuple[tuple[str, float | None], ...]
    place: Place | None


@dataclass(frozen=True)
class Connection:
    """Where a request gets its connection from. `reuse`: "shared" (a client that is kept), "per-call" (a
    client made by each run of the function that sends), "none" (a connection for each request), "unknown"."""

    reuse: str
    client: str
    place: Place | None


@dataclass(frozen=True)
class ApiCall:
    """One method on one resource, at the place that asks for it. What is not known is "".

    `path` is a template without the version ("/calls/{callId}"), `sent_at` the request itself where that is
    another place: a wrapper. The cells tell whether each practice that applies is kept."""

    method: str
    service: str
    version: str
    path: str
    hosts: tuple[str, ...]
    place: Place
    sent_at: Place | None
    library: str
    confidence: Confidence
    response_checked: Cell
    error_logged: Cell
    identifiers_logged: Cell
    detail_logged: Cell
    call_id_logged: Cell
    retried: Cell
    identified: Cell
    time_limit: TimeLimit
    connection: Connection

    @property
    def cells(self) -> tuple[tuple[str, Cell], ...]:
        """The practices by the keys of `PRACTICES`, in their order."""
        return tuple((key, getattr(self, key)) for key, _, _ in PRACTICES)


PRACTICES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("response_checked", "response checked", ("CL305",)),
    ("error_logged", "error logged", ("CL101", "CL106")),
    ("identifiers_logged", "both identifiers", ("CL102",)),
    ("detail_logged", "code and message", ("CL103",)),
    ("call_id_logged", "call id", ("CL105",)),
    ("retried", "retry", ("CL301", "CL302", "CL303", "CL304")),
    ("identified", "x-mitel-app", ("CL601",)),
)
"""The columns of the matrix: field of `ApiCall`, heading, rules that judge it."""


@dataclass(frozen=True)
class Unused:
    """A request whose path its callers would say, of which the program has none."""

    method: str
    place: Place
    sent_at: Place | None


@dataclass(frozen=True)
class SignIn:
    """A way in which tokens are got. `what`: "token", "authorize" (a request for a code) or "portal" (the
    vendor's sign-in page). `grant` is "" where it is not known. `client_id`: "present", "absent", "unknown".
    `place` is where the grant is chosen, `sent_at` the request where that is another place."""

    what: str
    grant: str
    client_id: str
    library: str
    place: Place
    sent_at: Place | None


@dataclass(frozen=True)
class Subscription:
    """A request for notifications. `transport` and `topic` are "" where they are not known or not given."""

    transport: str
    topic: str
    resource: str
    place: Place
    sent_at: Place | None


@dataclass(frozen=True)
class WebSocket:
    """A connection over which notifications come. `to_cloudlink` is false where the address is not known to
    be one that CloudLink gave."""

    library: str
    to_cloudlink: bool
    place: Place


@dataclass(frozen=True)
class LogHandler:
    """One handler of the log. `clock`: "utc" (stamps in UTC, ISO 8601), "other" (`clock_reason` says how the
    lines are stamped instead) or "unknown". `settings` say how the lines are kept."""

    library: str
    handler: str
    sink: str
    target: str
    settings: tuple[tuple[str, str], ...]
    level: str
    clock: str
    clock_reason: str
    form: str
    place: Place


@dataclass(frozen=True)
class LogLevel:
    """The level that a logger is set to; the root logger's name is ""."""

    logger: str
    level: str
    place: Place


@dataclass(frozen=True)
class Delay:
    """The least seconds before one of the retries, None where they cannot be told."""

    retry: int
    seconds: float | None
    place: Place


@dataclass(frozen=True)
class Retry:
    """One construct that retries API calls. `kind` is "loop", "recursion", "repeat", "queue" (work is put
    back into its queue) or a library's name.
    `most_retries` is None where there is no bound or it cannot be told: then `is_bound_known` is false.
    `retry_after`: "heeded", "ignored", or "not retried" where answers of the rate limit are not."""

    kind: str
    place: Place
    most_retries: int | None
    is_bound_known: bool
    least_delay: float | None
    delays: tuple[Delay, ...]
    statuses: tuple[int, ...]
    transport_errors: bool
    retry_after: str
    requests: tuple[Place, ...]
    verdict: Cell


@dataclass(frozen=True)
class Client:
    """An object that sends API calls and keeps their connections, where it is made, and how many of the API
    calls go through it."""

    name: str
    library: str
    place: Place | None
    api_calls: int


@dataclass(frozen=True)
class Parallel:
    """What makes parts of the program run side by side, or bounds how many do (`bound`, None where no number
    is given or known)."""

    kind: str
    what: str
    bound: int | None
    place: Place


@dataclass(frozen=True)
class Poll:
    """A resource that is asked for again and again: the least seconds in between, None where not known."""

    request: str
    seconds: float | None
    place: Place


@dataclass(frozen=True)
class Inventory:
    """Everything, each list in order of place."""

    api_calls: tuple[ApiCall, ...] = ()
    unused: tuple[Unused, ...] = ()
    sign_ins: tuple[SignIn, ...] = ()
    subscriptions: tuple[Subscription, ...] = ()
    web_sockets: tuple[WebSocket, ...] = ()
    log_handlers: tuple[LogHandler, ...] = ()
    log_levels: tuple[LogLevel, ...] = ()
    retries: tuple[Retry, ...] = ()
    clients: tuple[Client, ...] = ()
    parallels: tuple[Parallel, ...] = ()
    polls: tuple[Poll, ...] = ()

    @property
    def services(self) -> tuple[str, ...]:
        """The CloudLink services that are called, by name; one that is not known is left out."""
        return tuple(sorted({call.service for call in self.api_calls} - {""}))


def to_dict(thing: Any) -> Any:
    """A dataclass of the inventory as JSON has it: objects, lists, texts, numbers, true, false, null. Texts
    are as the source has them: whoever shows them masks secrets."""
    if isinstance(thing, enum.Enum):
        return thing.value
    if is_dataclass(thing) and not isinstance(thing, type):
        return {f.name: to_dict(getattr(thing, f.name)) for f in fields(thing)}
    if isinstance(thing, (tuple, list)):
        return [to_dict(item) for item in thing]
    return thing
