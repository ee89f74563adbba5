"""Sending requests in a trial run: the chosen call fails as the scenario says, all others succeed."""

from __future__ import annotations

from typing import Any, Optional

from ...models.rows import Error, Failures, Request
from ...models.rows import Items as ItemsRow
from ...program import Hole, Known, Module
from ...program.values import text_of
from ..api_calls import ApiCall
from .machine import Machine
from .things import Fault, Func, Given, Items, Lib, Made, Reply, Spot, Sym, Table, Thing, frozen
from .trials import Raised

Named = dict[str, Given]
BESIDE = frozenset(
    [
        "headers",
        "timeout",
        "auth",
        "cookies",
        "verify",
        "retry_options",
        "allow_redirects",
        "context",
        "raise_for_status",
        "ssl",
        "proxies",
        "stream",
        "extensions",
        "follow_redirects",
    ]
)

SENDER = frozenset({"authorization", "cookie", "x-api-key"})
"""Headers that say who sends: with another one it is another request."""


def send(
    m: Machine, api: ApiCall, place: tuple[Module, int], client: Thing, args: list[Given], named: Named
) -> Thing:
    """What an API call gives or raises, under the retry rules of its client."""
    from .client_rules import rules_of_call
    from .emulation import emulate

    identity = identity_of(api.method, args, named)
    run = lambda: _try_once(m, api, place, identity)  # noqa: E731
    for rule in rules_of_call(m, api, named):
        run = _under(m, rule, run, emulate)
    return run()  # type: ignore[no-untyped-call]


def _under(m: Machine, rule: Any, run: Any, emulate: Any) -> Any:
    return lambda: emulate(m, rule, run)


def identity_of(method: str, args: list[Given], named: Named) -> Any:
    """What makes a request the same as another: method, URL, query and body, and who sends it."""
    kept = sorted((k, repr(frozen(g.thing))) for k, g in named.items() if k not in BESIDE)
    headers = named["headers"].thing if "headers" in named else None
    sender = {}
    if isinstance(headers, Table):
        sender = {k.lower(): frozen(v) for k, v in headers.entries.items() if str(k).lower() in SENDER}
    own = tuple(sorted(map(repr, sender.items())))
    return (method, tuple(frozen(a.thing) for a in args), tuple(kept), own)


def _try_once(m: Machine, api: ApiCall, place: tuple[Module, int], identity: Any) -> Thing:
    failing = place == m.target or m.is_repeat(identity)
    spot: Spot = (place[0], place[0].summary.spans[place[1]])
    if failing:
        m.attempt(identity, api, spot)
    thing = outcome(m, api.library, api.response_type, api.raises, failing)
    if isinstance(thing, Reply):
        _run_hooks(m, api, thing)
    return thing


def _run_hooks(m: Machine, api: ApiCall, reply: Reply) -> None:
    from ..hooks import hook_frames
    from .functions import call_function

    key = ("hooks", api.ref)
    if key not in m.shared:
        m.shared[key] = hook_frames(m.app, api)
    for frame in m.shared[key]:
        receiver = m.object(frame.receiver) if hasattr(frame.receiver, "site") else None
        args = [Given(reply)] * max(
            1, len(m.program.function(frame.function).params) - (receiver is not None)
        )
        call_function(m, Func(frame.function, None, receiver), args[:1], {}, m.spot)


def send_through(
    m: Machine,
    row: Request,
    callee: Lib,
    args: list[Given],
    named: Named,
    place: Optional[tuple[Module, int]],
) -> Thing:
    """A library's request function that is called by way of something else."""
    kind = m.models.result_type(callee.name) or ""
    failing = place is not None and place == m.target and _goes_to_api(m, row, args, named)
    if failing and place is not None:
        spot: Spot = (place[0], place[0].summary.spans[place[1]])
        m.attempt(identity_of(callee.name, args, named), None, spot)
    return outcome(m, row.library, kind, row.raises, failing)


def _goes_to_api(m: Machine, row: Request, args: list[Given], named: Named) -> bool:
    """Whether the URL of a request is the API's, as far as the trial knows it."""
    given = named.get(row.url_keyword) or (args[row.url] if len(args) > row.url >= 0 else None)
    thing = given.thing if given is not None else None
    if isinstance(thing, Made):
        inner = thing.given(row.url, row.url_keyword) or thing.given(0, "url")
        thing = inner.thing if inner is not None else None
    if isinstance(thing, str):
        return m.app.api_calls.is_api(Known(thing))
    if isinstance(thing, Sym) and thing.key and thing.key[0] == "text":
        parts = [p if isinstance(p, str) else Hole("") for p in thing.key[1:]]
        return m.app.api_calls.is_api(text_of(parts))
    return False


def outcome(m: Machine, library: str, kind: str, raises: bool, failing: bool) -> Thing:
    """The answer, or the error that is raised instead."""
    scenario = m.scenario
    if not failing:
        return answered(m, Reply(200, False, kind, library, False), kind)
    if scenario.error:
        raise Raised(Fault(scenario.error, failing=True, library=library))
    reply = Reply(scenario.status, scenario.asked, kind, library, not scenario.succeeds)
    if raises:
        m.watch(lambda status: status >= 400, reply.status >= 400)
    if raises and reply.status >= 400:
        raise Raised(status_fault(m, reply))
    return answered(m, reply, kind)


def answered(m: Machine, reply: Reply, kind: str) -> Thing:
    """The answer in the form in which the library gives it."""
    m.cache["last reply"] = reply
    row = m.models.rows(ItemsRow).get(kind)
    if row is None:
        return reply
    inner = Reply(reply.status, reply.asked, row.types[0], reply.library, reply.failing)
    return Items("tuple", [inner, *(Sym(("body", m.run.requests)) for _ in row.types[1:])])


def status_fault(m: Machine, reply: Reply) -> Fault:
    """The error that the library makes of a failing status."""
    row = m.models.rows(Failures).get(reply.library)
    names = row.status if row is not None and row.status else ("builtins.Exception",)
    return Fault(names[0], reply=reply, failing=True, library=reply.library)


def transport_errors(m_or_app: Any, library: str) -> tuple[str, ...]:
    """The classes of the errors that sending raises where no answer comes, special ones included."""
    rows = m_or_app.models.rows(Failures)
    row = rows.get(library)
    if row is None:
        return ("builtins.ConnectionError", "builtins.TimeoutError")
    listed = row.transport
    special = [
        e.name
        for e in m_or_app.models.rows(Error).values()
        if e.library == library
        and e.kind == "transport"
        and e.name not in listed
        and set(e.bases) & set(listed)
    ]
    return (*listed, *special)
