"""Time limits of requests: how long an API call may take before it is given up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ..models.performance_rows import TimeLimit, TimeLimits
from ..program import Abstract, Container, FunctionKey, Known, Obj, Ref, Values
from ..syntax import summary as s
from .clients import construction_sites, setting

if TYPE_CHECKING:
    from .api_calls import Context
    from .application import Application

CALL, CLIENT, DEFAULT, UNKNOWN = "call", "client", "default", "unknown"
PAIR = ("connect", "read")


class Limit(NamedTuple):
    """One limit in seconds, None where there is none; `name` is "" where it limits all of a request."""

    name: str
    seconds: float | None


@dataclass(frozen=True)
class RequestLimits:
    """The limits of a request, empty where they cannot be told. `source`: CALL, CLIENT, DEFAULT (of the
    library) or UNKNOWN; `ref` is where they are given."""

    source: str
    limits: tuple[Limit, ...]
    ref: Ref | None = None

    @property
    def is_limited(self) -> bool | None:
        """Whether each part of the request ends some time; None where that is not known."""
        if not self.limits:
            return None
        return all(limit.seconds is not None for limit in self.limits)


class TimeLimitFinder:
    """Finds out how the requests of an application are limited in time."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program

    def of(self, context: Context) -> RequestLimits:
        """The limits of an API call as one chain of callers makes it."""
        row = self._app.models.rows(TimeLimit).get(context.call.library)
        if row is None:
            return RequestLimits(UNKNOWN, ())
        api = self._app.api_calls
        own = Ref(context.call.ref.module, context.call.ref.vid, context.frame)
        if row.keyword:
            given = api.argument(own, row.position, row.keyword)
            if given:
                ref = given[0] if isinstance(given[0], Ref) else own
                return self._made(CALL, self._program.eval_all(given), ref)
            if self._program.arguments(own).open_keywords:
                return RequestLimits(UNKNOWN, ())
        return self._of_client(context, row)

    def _of_client(self, context: Context, row: TimeLimit) -> RequestLimits:
        client = self._app.api_calls.client(context)
        if client is not None and row.client_keyword:
            values = setting(self._app, client, row.client_keyword, row.client_position)
            sites = construction_sites(self._app, client)
            if not values:
                values, sites = self._assigned(client, row.client_keyword, sites)
            if values:
                return self._made(CLIENT, values, sites[0] if sites else None)
            if not sites and context.call.client is not None:
                return RequestLimits(UNKNOWN, ())
        default = None if row.default < 0 else row.default
        return RequestLimits(DEFAULT, (Limit("", default),))

    def _assigned(self, client: Abstract, name: str, sites: list[Ref]) -> tuple[Values, list[Ref]]:
        """`client.timeout = 10` after it is made."""
        for update in self._program.updates.on(client, name):
            if update.value is not None and update.key is None:
                frame = self._program.root(FunctionKey(update.module, update.function))
                ref = Ref(update.module, update.value, frame)
                return self._program.eval(ref), [ref]
        return (), sites

    # -- values

    def _made(self, source: str, values: Values, ref: Ref | None) -> RequestLimits:
        """The limits that a value stands for; of several the ones that differ are not known."""
        found = {self._limits(value) for value in values}
        limits = found.pop() if len(found) == 1 else ()
        return RequestLimits(source if limits else UNKNOWN, limits, ref)

    def _limits(self, value: Abstract) -> tuple[Limit, ...]:
        seconds = _seconds(value)
        if seconds is not None:
            return (Limit("", None if seconds < 0 else seconds),)
        if isinstance(value, Container):
            return self._pair(value)
        if isinstance(value, Obj) and value.site is not None:
            row = self._app.models.row(TimeLimits, value.maker or value.type)
            if row is not None:
                return self._object(value.site, row)
        return ()

    def _pair(self, value: Container) -> tuple[Limit, ...]:
        """`(connect, read)` of requests."""
        node = value.ref.module.values[value.ref.vid]
        if not isinstance(node, s.Sequence) or len(node.items) != len(PAIR):
            return ()
        found = []
        for name, item in zip(PAIR, node.items, strict=True):
            limit = self._single(self._program.eval(Ref(value.ref.module, item.value, value.ref.frame)))
            if limit is None:
                return ()
            found.append(Limit(name, limit[0]))
        return tuple(found)

    def _object(self, site: Ref, row: TimeLimits) -> tuple[Limit, ...]:
        args = self._program.arguments(site)
        given = {name: self._program.eval_all(values) for name, values in args.keywords.items()}
        for name, value in zip(row.parameters, args.positional, strict=False):
            given.setdefault(name, self._program.eval_given(value))
        found = []
        for name in row.parameters:
            if name in given:
                limit = self._single(given[name])
                if limit is None:
                    return ()
                found.append(Limit("" if name == row.whole else name, limit[0]))
        return tuple(found)

    def _single(self, values: Values) -> tuple[float | None] | None:
        """The one number that values are, in a tuple of its own (None: no limit); None where it is open."""
        found = {_seconds(v) for v in values}
        number = found.pop() if len(found) == 1 else None
        return None if number is None else ((None,) if number < 0 else (number,))


def _seconds(value: Abstract) -> float | None:
    """The seconds of a constant; negative where it says that there is no limit."""
    if not isinstance(value, Known):
        return None
    if value.value is None:
        return -1.0
    if isinstance(value.value, (int, float)) and not isinstance(value.value, bool):
        return float(value.value)
    return None
