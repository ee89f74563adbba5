"""From the concepts of an application to its inventory."""

from __future__ import annotations

from collections import Counter

from ..concepts.application import Application
from ..concepts.connections import connection_use, parallels
from ..concepts.log_outlines import LogOutlines, State
from ..concepts.operations import Operation
from ..concepts.poll_intervals import interval
from ..concepts.retries import RetryPolicy
from ..concepts.time_limits import RequestLimits, TimeLimitFinder
from ..findings import Place, Verdicts
from ..program import Ref
from . import model as m
from .access import sign_ins, subscriptions, web_sockets
from .cells import Cells, is_retried, retry_verdict

CLOCKS = {State.RIGHT: "utc", State.WRONG: "other", State.OPEN: "unknown"}


def build_inventory(app: Application, verdicts: Verdicts) -> m.Inventory:
    """The inventory of an application. `verdicts` are what the checks said of it, suppressions marked."""
    operations, known = app.operations.all, list(app.operations.known)
    calls = _ApiCalls(app, verdicts)
    outlines = LogOutlines(app)
    return m.Inventory(
        api_calls=tuple(calls.of(o) for o in known),
        unused=tuple(
            m.Unused(o.method, app.place_of(o.asked), sent_at(app, o)) for o in operations if o not in known
        ),
        sign_ins=sign_ins(app),
        subscriptions=subscriptions(app, known),
        web_sockets=web_sockets(app),
        log_handlers=tuple(
            m.LogHandler(
                library=o.library,
                handler=o.handler,
                sink=o.sink,
                target=o.target,
                settings=o.settings,
                level=o.level,
                clock=CLOCKS[o.stamp.state],
                clock_reason=o.stamp.reason,
                form=o.form,
                place=o.place,
            )
            for o in outlines.handlers
        ),
        log_levels=tuple(m.LogLevel(x.logger, x.level, x.place) for x in outlines.levels),
        retries=tuple(_retry(app, policy, known) for policy in app.retries),
        clients=calls.clients(known),
        parallels=tuple(m.Parallel(p.kind, p.what, p.bound, app.place_of(p.ref)) for p in parallels(app)),
        polls=_polls(app, known),
    )


def sent_at(app: Application, operation: Operation) -> Place | None:
    """The place of the request, where that is another than the place that asks for it."""
    sent, asked = app.place_of(operation.call.ref), app.place_of(operation.asked)
    return None if sent == asked else sent


class _ApiCalls:
    """Makes the rows of the matrix."""

    def __init__(self, app: Application, verdicts: Verdicts) -> None:
        self._app = app
        self._cells = Cells(app, verdicts)
        self._limits = TimeLimitFinder(app)

    def of(self, operation: Operation) -> m.ApiCall:
        app = self._app
        return m.ApiCall(
            method=operation.method,
            service=operation.service,
            version=operation.version,
            path=operation.path,
            hosts=operation.hosts,
            place=app.place_of(operation.asked),
            sent_at=sent_at(app, operation),
            library=operation.call.library,
            confidence=operation.call.confidence,
            time_limit=self._time_limit(operation),
            connection=self._connection(operation),
            **self._cells.of(operation),
        )

    def _time_limit(self, operation: Operation) -> m.TimeLimit:
        """The limits on every chain of callers; where they differ they are not known as one."""
        found = list(dict.fromkeys(self._limits.of(context) for context in operation.contexts))
        values = {limits.limits for limits in found}
        limits = found[0] if len(values) == 1 else RequestLimits("unknown", ())
        seconds = tuple((limit.name, limit.seconds) for limit in limits.limits)
        return m.TimeLimit(limits.source, seconds, self._place(limits.ref))

    def _connection(self, operation: Operation) -> m.Connection:
        found = list(dict.fromkeys(connection_use(self._app, context) for context in operation.contexts))
        use = found[0]
        if len({f.reuse for f in found}) > 1:
            return m.Connection("unknown", use.client, None)
        return m.Connection(use.reuse, use.client, self._place(use.ref))

    def _place(self, ref: Ref | None) -> Place | None:
        return None if ref is None else self._app.place_of(ref)

    def clients(self, operations: list[Operation]) -> tuple[m.Client, ...]:
        """The clients through which operations go, in order of place."""
        counts: Counter[tuple[str, str, Place | None]] = Counter()
        for operation in operations:
            uses = {connection_use(self._app, context) for context in operation.contexts}
            counts.update({(u.client, operation.call.library, self._place(u.ref)) for u in uses if u.client})
        found = [m.Client(name, library, place, number) for (name, library, place), number in counts.items()]
        return tuple(sorted(found, key=lambda c: (c.place is None, c.place or _NOWHERE, c.name)))


_NOWHERE = Place("", 0, 0, 0, 0)


def _retry(app: Application, policy: RetryPolicy, operations: list[Operation]) -> m.Retry:
    requests = [app.place_of(o.asked) for o in operations if is_retried(app, o, policy)]
    is_known = policy.retries is None or policy.retries >= 0
    if policy.ignored:
        heeded = "ignored"
    else:
        heeded = "heeded" if policy.limited else "not retried"
    return m.Retry(
        kind=policy.kind,
        place=app.place(*policy.spot),
        most_retries=policy.retries if policy.retries is not None and policy.retries >= 0 else None,
        is_bound_known=is_known,
        least_delay=policy.least_delay,
        delays=tuple(
            m.Delay(d.number, d.seconds if d.known else None, app.place(*d.spot)) for d in policy.delays
        ),
        statuses=policy.statuses,
        transport_errors=policy.transport,
        retry_after=heeded,
        requests=tuple(sorted(dict.fromkeys(requests))),
        verdict=retry_verdict(app, policy),
    )


def _polls(app: Application, operations: list[Operation]) -> tuple[m.Poll, ...]:
    found = []
    for poll in app.polling.all:
        about = next((o for o in operations if poll.context in o.contexts), None)
        request = f"{about.method} {about.service} {about.path}" if about is not None else poll.call.method
        found.append(m.Poll(request, interval(app, poll), app.place(poll.module, poll.span)))
    return tuple(sorted(found, key=lambda p: p.place))
