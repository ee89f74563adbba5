"""The rules under which HTTP clients that have been given retries send."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Optional

from ...models.retry_rows import Retry
from ...syntax import summary as s
from ..api_calls import ApiCall
from .emulation import Outcome, Rule
from .exceptions import is_kind
from .formulas import Names, evaluate, given_for, parameters
from .libraries.general import beyond, spots
from .machine import Machine
from .things import Given, Items, Lib, Made, Num, Spot, Thing, number
from .trials import Construct

if TYPE_CHECKING:
    pass
from .clients import ClientRetry
from .urllib3_rules import among, backoff_time, retry_after, sleep, statuses_in, urllib3_rule

# --------------------------------------------------------------------------------------- rules


def rules_of_call(m: Machine, call: ApiCall, named: dict[str, Given]) -> list[Rule]:
    """The rules under which an API call is sent: those of its client, and those given with it."""
    found = [r for c in m.app.client_retries.of_call(call) if (r := rule_for(m, c, call.method)) is not None]
    own = _own_rule(m, call, named)
    return [own] if own is not None else found


def _own_rule(m: Machine, call: ApiCall, named: dict[str, Given]) -> Optional[Rule]:
    if "retry_options" in named and isinstance(named["retry_options"].thing, Made):
        return _options_rule(m, named["retry_options"].thing)
    if call.library in ("urllib3", "niquests") and "retries" in named:
        return urllib3_rule(m, named["retries"], named["retries"].spot, call.method, call.library)
    return None


def rule_for(m: Machine, retries: ClientRetry, method: str) -> Optional[Rule]:
    """The rule of a client's retries for requests with an HTTP method."""
    from .calls import arguments

    act = m.still(retries.ref.frame)
    node = retries.ref.module.values[retries.ref.vid]
    assert isinstance(node, s.Call)
    args, named = arguments(m, act, retries.ref.vid, node)
    spot = (retries.ref.module, retries.ref.module.summary.spans[retries.ref.vid])
    made = Made(retries.row.name, args, named, spot)
    library = retries.row.library
    if library in ("requests", "urllib3", "niquests"):
        given = given_for(retries.row.arguments, made, retries.row.bound[0])
        return urllib3_rule(m, given, spot, method, library) if given is not None else None
    if library == "httpx":
        return ConnectRule(
            _construct(retries.row, made), retries.row, parameters(retries.row.arguments, made)
        )
    if library == "httpx-retries":
        return _httpx_retries_rule(m, retries.row, made, method)
    if library == "httpx-retry":
        return _httpx_retry_rule(m, retries.row, made)
    given = made.given(2, "retry_options")
    return _options_rule(
        m, given.thing if given is not None else Made("aiohttp_retry.ExponentialRetry", [], {}, spot)
    )


def _construct(row: Retry, made: Made) -> Construct:
    assert made.spot is not None
    return Construct(row.library, made.spot, **spots(row, made))


# ---------------------------------------------------------------------------------------- httpx


CONNECTING = frozenset({"httpx.ConnectError", "httpx.ConnectTimeout"})


@dataclass
class ConnectRule(Rule):
    """httpx's own transports: only failures to connect; 0, 0.5, 1, 2, … s."""

    row: Retry
    names: Names

    def retried(self, m: Machine, outcome: Outcome, attempt: int) -> bool:
        m.suspect(self.construct.spot)
        if outcome.fault is None or outcome.fault.reply is not None:
            return False
        m.watch(CONNECTING.__contains__, outcome.fault.name in CONNECTING)
        return outcome.fault.name in CONNECTING

    def stopped(self, m: Machine, attempt: int, elapsed: float) -> bool:
        return beyond(m, evaluate(self.row.retries, self.names) or Num(0, 0), attempt)

    def delay(self, m: Machine, attempt: int, outcome: Outcome) -> Num:
        return Num(0.0, 0.0) if attempt == 1 else Num(0.5 * 2.0 ** (attempt - 2), 0.5 * 2.0 ** (attempt - 2))


@dataclass
class StatusRule(Rule):
    """A transport or client that repeats statuses and errors, with delay and number by a row."""

    row: Retry
    names: Names
    statuses: Optional[list[Num]]
    errors: Thing
    any_server_error: bool = False
    methods: tuple[str, ...] = ()
    method: str = ""
    heeds: bool = False
    returns: bool = True
    predicate: Thing = field(default=None, kw_only=True)

    def retried(self, m: Machine, outcome: Outcome, attempt: int) -> bool:
        m.suspect(self.construct.when or self.construct.spot)
        if self.methods and self.method and self.method not in self.methods:
            return False
        reply = outcome.reply
        if outcome.fault is not None and reply is None:
            return is_kind(m, outcome.fault, self.errors) is True
        if reply is None:
            return False
        m.watch(self._is_listed, self._is_listed(reply.status))
        if self._is_listed(reply.status):
            return True
        return outcome.fault is not None and is_kind(m, outcome.fault, self.errors) is True

    def _is_listed(self, status: int) -> bool:
        return (self.any_server_error and status >= 500) or among(self.statuses, status)

    def stopped(self, m: Machine, attempt: int, elapsed: float) -> bool:
        return beyond(m, evaluate(self.row.retries, self.names), attempt)

    def delay(self, m: Machine, attempt: int, outcome: Outcome) -> Num:
        if self.heeds and outcome.reply is not None and outcome.reply.asked:
            least = m.app.policy.min_retry_delay
            return Num(least, least, True)
        return evaluate(self.row.delay, {**self.names, "k": attempt}) or Num(0.0, 0.0)


def _httpx_retries_rule(m: Machine, row: Retry, made: Made, method: str) -> Optional[Rule]:
    policy_row = m.models.row(Retry, "httpx_retries.Retry")
    given = made.given(1, "retry")
    policy = given.thing if given is not None else None
    if policy_row is None:
        return None
    if not isinstance(policy, Made):
        policy = Made(policy_row.name, [], {}, made.spot)
    if policy.spot is None:
        policy.spot = made.spot
    names = parameters(policy_row.arguments, policy)
    listed = names.get("status_forcelist")
    statuses = statuses_in(listed) if listed is not None else [Num(s, s) for s in policy_row.statuses]
    allowed = names.get("allowed_methods")
    methods = (
        tuple(str(a).upper() for a in allowed.items) if isinstance(allowed, Items) else policy_row.methods
    )
    errors = names.get("retry_on_exceptions") or Items(
        "tuple", [Lib("httpx.TimeoutException"), Lib("httpx.NetworkError"), Lib("httpx.RemoteProtocolError")]
    )
    return StatusRule(
        _construct(policy_row, policy),
        policy_row,
        names,
        statuses,
        errors,
        False,
        methods,
        method,
        names.get("respect_retry_after_header") is not False,
    )


WITH = {
    "with_max_retries": "max_retries",
    "with_delay": "initial_delay",
    "with_multiplier": "multiplier",
    "with_max_delay": "max_delay",
    "with_retry_on": "retry_on",
    "with_initial_delay": "initial_delay",
}


def _httpx_retry_rule(m: Machine, row: Retry, made: Made) -> Optional[Rule]:
    policy_row = m.models.row(Retry, "httpx_retry.RetryPolicy")
    given = made.given(1, "policy") or made.given(1, "retry_policy")
    policy = given.thing if given is not None else None
    if policy_row is None:
        return None
    if not isinstance(policy, Made):
        policy = Made(policy_row.name, [], {}, made.spot)
    names = {**parameters(policy_row.arguments, policy)}
    asynchronous = row.name.endswith("AsyncRetryTransport")
    names["n"] = 0 if asynchronous else 1
    names["first"] = 1 if asynchronous else 0
    chosen = names.get("retry_on")
    statuses = statuses_in(chosen) if isinstance(chosen, Items) else None
    return StatusRule(
        _construct(policy_row, policy), policy_row, names, statuses, Lib("builtins.Exception"), chosen is None
    )


def _options_rule(m: Machine, options: Thing) -> Optional[Rule]:
    """aiohttp-retry: the options say all."""
    if not isinstance(options, Made) or options.spot is None:
        return None
    row = m.models.row(Retry, options.name)
    if row is None or row.library != "aiohttp-retry":
        return None
    names = parameters(row.arguments, options)
    timeouts = names.get("timeouts")
    if isinstance(timeouts, Items):
        names["attempts"] = len(timeouts.items)
        return ListRule(
            _construct(row, options),
            row,
            names,
            statuses_in(names.get("statuses")),
            _kinds(names),
            names.get("retry_all_server_errors") is not False,
        )
    return StatusRule(
        _construct(row, options),
        row,
        names,
        statuses_in(names.get("statuses")),
        _kinds(names),
        names.get("retry_all_server_errors") is not False,
        tuple(str(a).upper() for a in names["methods"].items)
        if isinstance(names.get("methods"), Items)
        else (),
    )


def _kinds(names: Names) -> Thing:
    found = names.get("exceptions")
    return found if found is not None else Items("tuple", [])


@dataclass
class ListRule(StatusRule):
    """aiohttp-retry's `ListRetry`: the first entry is never used."""

    def delay(self, m: Machine, attempt: int, outcome: Outcome) -> Num:
        timeouts = self.names["timeouts"].items
        found = number(timeouts[min(attempt, len(timeouts) - 1)]) if timeouts else None
        return found or Num(-math.inf, math.inf)


def policy_with(
    m: Machine, callee: Lib, args: list[Given], named: dict[str, Given], spot: Spot, place: Any
) -> Thing:
    """`RetryPolicy().with_max_retries(3)`: the policy with one more setting."""
    made = callee.receiver
    name = WITH.get(callee.name.rpartition(".")[2])
    if not isinstance(made, Made) or name is None or not args:
        return made
    return Made(made.name, made.args, {**made.kwargs, name: args[0]}, spot)


CALLS = {
    "urllib3.Retry.get_backoff_time": backoff_time,
    "urllib3.Retry.sleep": sleep,
    "urllib3.Retry._sleep_backoff": sleep,
    "urllib3.Retry.get_retry_after": retry_after,
    "urllib3.Retry.parse_retry_after": retry_after,
    **{f"httpx_retry.RetryPolicy.{name}": policy_with for name in WITH},
}
