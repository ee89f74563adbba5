"""From runs to policies: what all trials of a construct say together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Optional

from ...findings import Confidence
from ...program import FunctionKey, Module
from ..api_calls import ApiCall
from .client_rules import rule_for
from .clients import FAMILIES, ClientRetry
from .conversion import of
from .emulation import emulate
from .exchange import outcome
from .functions import MAX_DEPTH, execute
from .machine import Machine
from .policy import Delay, RetryPolicy
from .roots import Roots, entered
from .things import Spot
from .transports import handler, own_transports
from .trials import Again, Construct, Run
from .trying import MANY, STATUSES, Start, try_all

if TYPE_CHECKING:
    from ..application import Application

UNAUTHORIZED = 401
PATIENT = {"recursion": MAX_DEPTH - 2}
"""Repeats from which on a construct has no bound."""
Key = tuple[str, Spot]


@dataclass
class Sum:
    """What is known of one construct so far."""

    construct: Construct
    delays: dict[Spot, Delay] = field(default_factory=dict)
    retries: int = 0
    unbounded: bool = False
    unknown: bool = False
    bound: Optional[Spot] = None
    statuses: set[int] = field(default_factory=set)
    predicates: dict[Spot, None] = field(default_factory=dict)
    limited: set[int] = field(default_factory=set)
    ignored: set[int] = field(default_factory=set)
    transport: bool = False
    requests: dict[Spot, None] = field(default_factory=dict)
    confidence: Confidence = Confidence.LOW

    def policy(self) -> RetryPolicy:
        retries = None if self.unbounded else (-1 if self.unknown else self.retries)
        return RetryPolicy(
            kind=self.construct.kind,
            spot=self.construct.spot,
            delays=tuple(self.delays.values()),
            retries=retries,
            bound_spot=self.bound or self.construct.bound or self.construct.spot,
            statuses=tuple(sorted(self.statuses)),
            tried=STATUSES,
            predicate_spots=tuple(self.predicates),
            limited=tuple(sorted(self.limited)),
            ignored=tuple(sorted(self.ignored)),
            transport=self.transport,
            requests=tuple(self.requests),
            confidence=self.confidence,
        )


def find_policies(app: Application) -> tuple[RetryPolicy, ...]:
    """The retry constructs of an application, in order of place."""
    sums: dict[Key, Sum] = {}
    for start, library, target, call in trials(app):
        known = call is not None and call.confidence is not Confidence.LOW
        confidence = call.confidence if call is not None and known else Confidence.HIGH
        add(app, sums, try_all(app, start, library, target), confidence)
    found = [s.policy() for s in sums.values()]
    return tuple(sorted(found, key=lambda p: (p.spot[0].path, p.spot[1])))


def trials(app: Application) -> Iterator[tuple[Start, str, tuple[Module, int], Optional[ApiCall]]]:
    """What is tried: functions with an API call that fails in them, and the clients' own retries."""
    for root in Roots(app).all():
        yield root.start, root.library, root.target, root.call
    for key, library in own_transports(app):
        yield handing_on(app, key, library), library, (key.module, -1), None
    for retries in app.client_retries.all:
        target = (retries.ref.module, retries.ref.vid)
        seen = set()
        for call in retries.calls:
            kind = (call.library, call.method, call.raises, call.response_type)
            if kind not in seen:
                seen.add(kind)
                spot = (call.ref.module, call.ref.module.summary.spans[call.ref.vid])
                yield sending(retries, *kind, spot), call.library, target, call
        if not retries.calls:
            library = FAMILIES[retries.row.library][0]
            kind = (
                library,
                "GET",
                False,
                f"{library}.{'ClientResponse' if library == 'aiohttp' else 'Response'}",
            )
            yield (
                sending(retries, *kind, (target[0], target[0].summary.spans[target[1]])),
                library,
                target,
                None,
            )


def handing_on(app: Application, key: FunctionKey, library: str) -> Start:
    """A request that goes through a transport or middleware of the application."""

    def start(m: Machine) -> object:
        frame = app.program.root(key)
        act = entered(m, frame, None, of(m, frame.receiver) if frame.receiver is not None else None)
        names = [p.name for p in act.function.params]
        if library == "aiohttp" and len(names) > 1:
            act.params[names[1]] = handler(library)
        return execute(m, act, act.function)

    return start


def sending(retries: ClientRetry, library: str, method: str, raises: bool, kind: str, spot: Spot) -> Start:
    """A request by a client that has been given retries."""

    def start(m: Machine) -> object:
        rule = rule_for(m, retries, method)

        def once() -> object:
            m.attempt("request", None, spot)
            return outcome(m, library, kind, raises, True)

        return emulate(m, rule, once) if rule is not None else once()

    return start


# --------------------------------------------------------------------------------------- summing


def add(app: Application, sums: dict[Key, Sum], runs: list[Run], confidence: Confidence) -> None:
    """Adds the runs of one root. What also comes round after a success polls, and is left out; so
    is a single repeat after 401, with a new token."""
    polling = {again.construct for run in runs if run.scenario.succeeds for again in run.repeats}
    for run in runs:
        if run.scenario.succeeds:
            continue
        rounds = _rounds(run, polling)
        if len(rounds) > 1:  # what bounds the rounds of what polls does not bound the repeats in one
            run = replace(run, open_bound=False)
        for repeats in rounds:
            if run.scenario.status == UNAUTHORIZED:
                repeats = _without_renewals(repeats)
            if repeats:
                _add_run(app, sums, run, repeats, confidence)


def _rounds(run: Run, polling: set[Construct]) -> list[list[Again]]:
    """The repeats of a run, apart for each round of what polls around them."""
    rounds: list[list[Again]] = [[]]
    for again in run.repeats:
        if again.construct in polling:
            rounds.append([])
        else:
            rounds[-1].append(again)
    if len(rounds) == 1:
        return rounds
    return [[replace(again, number=n) for n, again in enumerate(one, 1)] for one in rounds]


def _without_renewals(repeats: list[Again]) -> list[Again]:
    """The repeats after 401 but for the single one with a new token, where retries around it do that anew
    for each of their own."""
    first = repeats[0] if repeats else None
    for same in ("request", "construct"):
        ours = [getattr(again, same) == getattr(first, same) for again in repeats]
        if not any(one and other for one, other in pairwise(ours)):
            kept = [again for again, dropped in zip(repeats, ours, strict=True) if not dropped]
            return [replace(again, number=number) for number, again in enumerate(kept, 1)]
    return repeats


def _add_run(
    app: Application, sums: dict[Key, Sum], run: Run, repeats: list[Again], confidence: Confidence
) -> None:
    outermost = min(repeats, key=lambda again: again.level).construct
    for again in repeats:
        key = (again.construct.kind, again.construct.spot)
        total = sums.setdefault(key, Sum(again.construct))
        total.confidence = max(total.confidence, confidence, key=lambda c: c.rank)
        total.requests[again.request] = None
        _add_failure(app, total, run, again)
        _add_delay(total, again)
    for construct in {again.construct for again in repeats}:
        total = sums[construct.kind, construct.spot]
        own = sum(1 for again in repeats if again.construct == construct)
        _add_number(
            total,
            run,
            max(a.number for a in repeats) if construct == outermost else own,
            construct == outermost,
        )


def _add_number(total: Sum, run: Run, number: int, outermost: bool) -> None:
    if run.open_bound:
        total.unknown = True
        return
    if run.endless and outermost and number >= PATIENT.get(total.construct.kind, MANY):
        total.unbounded = total.unbounded or not run.length
        total.retries = max(total.retries, run.length)
        return
    if number > total.retries:
        total.retries = number
        if run.ended_by is not None:
            total.bound = run.ended_by


def _add_failure(app: Application, total: Sum, run: Run, again: Again) -> None:
    scenario = run.scenario
    if scenario.error:
        total.transport = True
        return
    if not scenario.asked:
        total.statuses.add(scenario.status)
        hopeless = scenario.status not in app.policy.retryable_statuses
        if hopeless and again.predicate is not None:
            total.predicates[again.predicate] = None
        return
    total.limited.add(scenario.status)
    if not again.asked:
        total.ignored.add(scenario.status)


def _add_delay(total: Sum, again: Again) -> None:
    spot = again.pauses[-1].spot if again.pauses else again.construct.spot
    made = Delay(spot, again.delay, again.number, again.known)
    known = total.delays.get(spot)
    if known is None or (made.known, made.seconds) < (known.known, known.seconds):
        total.delays[spot] = made
