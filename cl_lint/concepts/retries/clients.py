"""Retries that HTTP clients are given: adapters, pools, transports and retry clients."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Optional

from ...models.retry_rows import Retry
from ...program import Abstract, ClassRef, External, FunctionKey, Instance, Known, Module, Obj, Ref, Text
from ...syntax import summary as s
from ..api_calls import ApiCall
from .emulation import Outcome, Rule
from .exceptions import is_kind
from .formulas import Names, evaluate, given_for, parameters
from .libraries.general import beyond, spots
from .machine import Machine
from .things import Class, Fault, Func, Given, Items, Lib, Made, Num, Object, Spot, Thing, number
from .trials import Construct, Raised

if TYPE_CHECKING:
    from ..application import Application

URLLIB3 = "urllib3.Retry"
IDEMPOTENT = ("HEAD", "GET", "PUT", "DELETE", "OPTIONS", "TRACE")
HEADER_STATUSES = (413, 429, 503)
RETRY_MAX = "urllib3.exceptions.MaxRetryError"
FAMILIES = {
    "requests": ("requests",),
    "urllib3": ("urllib3",),
    "niquests": ("niquests",),
    "httpx": ("httpx",),
    "httpx-retries": ("httpx",),
    "httpx-retry": ("httpx",),
    "aiohttp-retry": ("aiohttp",),
}


@dataclass(frozen=True)
class ClientRetry:
    """Retries asked of a client: the call that says so, the row that knows it, the client they are
    given to (None where it cannot be told), and the API calls known to be sent by it."""

    ref: Ref
    row: Retry
    client: Optional[Abstract]
    calls: tuple[ApiCall, ...] = ()
    prefixes: tuple[str, ...] = ()


class ClientRetries:
    """Finds the retries that an application's clients are given."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._rows = {n: r for n, r in app.models.rows(Retry).items() if r.form == "client"}
        self.all = tuple(self._find())

    def of_call(self, call: ApiCall) -> list[ClientRetry]:
        """The retries of the client that makes an API call."""
        return [r for r in self.all if any(c.ref == call.ref for c in r.calls)]

    # -- finding them

    def _find(self) -> Iterator[ClientRetry]:
        lasts = {n.rsplit(".", 1)[-1] for n in self._rows} | {"__init__"}
        for module in list(self._program.table.loaded()):
            for vid, node in enumerate(module.values):
                if isinstance(node, s.Call):
                    yield from self._at(module, vid, node, lasts)

    def _at(self, module: Module, vid: int, node: s.Call, lasts: set[str]) -> Iterator[ClientRetry]:
        ref = Ref(module, vid, self._program.root(FunctionKey(module, module.summary.owners[vid])))
        for callee in self._program.callees(ref):
            row = self._row(callee, lasts)
            if row is not None and self._asks(row, ref):
                found = self._linked(ref, row)
                if found is not None:
                    yield found
            break

    def _row(self, callee: Abstract, lasts: set[str]) -> Optional[Retry]:
        if isinstance(callee, External):
            name = callee.name.removesuffix(".__init__")
            return self._rows.get(name) or self._of_bases(name)
        if isinstance(callee, ClassRef) and self._program.classes.method(callee.cls, "__init__") is None:
            for base in self._program.classes.external_bases(callee.cls):
                if base in self._rows:
                    return self._rows[base]
        return None

    def _of_bases(self, name: str) -> Optional[Retry]:
        return next((self._rows[b] for b in self._app.models.bases(name) if b in self._rows), None)

    def _asks(self, row: Retry, ref: Ref) -> bool:
        """Whether the call says anything of retries (some clients are nothing else)."""
        wanted = row.bound
        if not wanted:
            return True
        args = self._program.arguments(ref)
        names = [a.partition("=")[0] for a in row.arguments]
        return any(
            w in args.keywords or (w in names and names.index(w) < len(args.positional)) for w in wanted
        )

    # -- who uses them

    def _linked(self, ref: Ref, row: Retry) -> Optional[ClientRetry]:
        """The retries with the API calls they apply to; None when they apply to none."""
        libraries = FAMILIES.get(row.library, (row.library,))
        calls = [c for c in self._app.api_calls.all if c.library in libraries]
        if row.library == "requests":
            return self._of_adapter(ref, row, calls)
        if row.name.endswith("Transport"):
            client = self._holder(ref)
            return self._of_client(ref, row, client, calls)
        return self._of_client(ref, row, self._result(ref), calls)

    def _result(self, ref: Ref) -> Optional[Abstract]:
        values = self._program.eval(ref)
        func = ref.module.values[ref.module.values[ref.vid].func]  # type: ignore[union-attr]
        if isinstance(func, s.Attr) and func.name == "__init__":
            return ref.frame.receiver
        return next((v for v in values if isinstance(v, (Obj, Instance))), None)

    def _holder(self, ref: Ref) -> Optional[Abstract]:
        """The client whose construction gets the transport made at `ref`."""
        from ...program.updates import same_thing

        own = self._result(ref)
        if own is None:
            return None
        for module in list(self._program.table.loaded()):
            for vid, node in enumerate(module.values):
                if isinstance(node, s.Call) and any(a.name in ("transport", "mounts") for a in node.args):
                    site = Ref(
                        module, vid, self._program.root(FunctionKey(module, module.summary.owners[vid]))
                    )
                    for arg in node.args:
                        values = self._program.eval(Ref(module, arg.value, site.frame)) if arg.name else ()
                        if any(same_thing(v, own) for v in self._inside(values)):
                            return self._result(site)
        return None

    def _inside(self, values: tuple[Abstract, ...]) -> list[Abstract]:
        from ...program import Container

        found = list(values)
        for value in values:
            if isinstance(value, Container):
                found += self._program.attributes.items(value, None)
        return found

    def _of_client(
        self, ref: Ref, row: Retry, client: Optional[Abstract], calls: list[ApiCall]
    ) -> Optional[ClientRetry]:
        from ...program.updates import same_thing

        if client is None:
            return ClientRetry(ref, row, None, tuple(calls)) if calls else None
        linked = [c for c in calls if c.client is not None and same_thing(c.client, client)]
        if linked:
            under = tuple(c for c in linked if not self._has_own(c))
            return ClientRetry(ref, row, client, under) if under else None
        open_ = [c for c in calls if not _is_settled(c.client) and not self._has_own(c)]
        if open_ and not self._used_elsewhere(client):
            return ClientRetry(ref, row, client, tuple(open_))
        return ClientRetry(ref, row, client) if self._is_for_api(client) else None

    def _has_own(self, call: ApiCall) -> bool:
        """Whether a call is given retries of its own."""
        keywords = self._program.arguments(call.ref).keywords
        return "retry_options" in keywords or (
            call.library in ("urllib3", "niquests") and "retries" in keywords
        )

    def _is_for_api(self, client: Abstract) -> bool:
        """Whether the client's base URL is CloudLink's."""
        from ..clients import base_urls

        return any(self._app.api_calls.is_api(u) for u in base_urls(self._app, client, (Known("/"),)))

    def _used_elsewhere(self, client: Abstract) -> bool:
        """Whether the client is seen to send requests that are no API calls."""
        from ...models.rows import Request
        from ...program.updates import same_thing

        verbs = {n.rsplit(".", 1)[-1] for n in self._app.models.rows(Request)}
        for module in list(self._program.table.loaded()):
            for vid, node in enumerate(module.values):
                func = module.values[node.func] if isinstance(node, s.Call) else None
                if isinstance(func, s.Attr) and func.name in verbs:
                    ref = Ref(
                        module, vid, self._program.root(FunctionKey(module, module.summary.owners[vid]))
                    )
                    for callee in self._program.callees(ref):
                        mine = isinstance(callee, External) and callee.receiver is not None
                        if (
                            mine
                            and same_thing(callee.receiver, client)  # type: ignore[arg-type, union-attr]
                            and self._app.api_calls.at(ref) is None
                        ):
                            return True
        return False

    def _of_adapter(self, ref: Ref, row: Retry, calls: list[ApiCall]) -> Optional[ClientRetry]:
        """An adapter counts where it is mounted, for URLs that begin with the prefix."""
        from ...program.updates import same_thing

        own = self._result(ref)
        mounts = [
            (base, prefixes)
            for base, prefixes, adapters in self._mounts
            if own is not None and any(same_thing(a, own) for a in adapters)
        ]
        if not mounts:
            return ClientRetry(ref, row, None, tuple(calls)) if calls and not self._mounts else None
        for bases, prefixes in mounts:
            fitting = [c for c in calls if any(_begins(u, p) for u in c.urls for p in prefixes)]
            client = next((b for b in bases if isinstance(b, (Obj, Instance))), None)
            found = self._of_client(ref, row, client, fitting) if fitting else None
            if found is not None:
                return found
        return None

    @property
    def _mounts(self) -> list[tuple[tuple[Abstract, ...], list[str], tuple[Abstract, ...]]]:
        """Every `session.mount(prefix, adapter)`."""
        if "mounts" not in self.__dict__:
            found = []
            for module in list(self._program.table.loaded()):
                for vid, node in enumerate(module.values):
                    func = module.values[node.func] if isinstance(node, s.Call) else None
                    if isinstance(func, s.Attr) and func.name == "mount" and isinstance(node, s.Call):
                        found.append(self._mount(module, vid, node, func))
            self.__dict__["mounts"] = found
        return self.__dict__["mounts"]  # type: ignore[no-any-return]

    def _mount(self, module: Module, vid: int, node: s.Call, func: s.Attr) -> Any:
        program = self._program
        ref = Ref(module, vid, program.root(FunctionKey(module, module.summary.owners[vid])))
        args = program.arguments(ref)
        given = args.positional + [g for k in ("prefix", "adapter") for g in args.keywords.get(k, [])]
        prefixes = program.eval_given(given[0]) if given else ()
        adapters = program.eval_given(given[1]) if len(given) > 1 else ()
        texts = [
            v.value if isinstance(v, Known) else (v.parts[0] if isinstance(v, Text) else "https://")
            for v in prefixes
        ]
        return program.at(ref, func.base), [t for t in texts if isinstance(t, str)], adapters


def _is_settled(client: Optional[Abstract]) -> bool:
    """Whether it is known which client an API call uses."""
    return (isinstance(client, Obj) and client.site is not None) or isinstance(client, Instance)


def _begins(url: Abstract, prefix: str) -> bool:
    """Whether a URL may begin with a mount's prefix."""
    first = url.value if isinstance(url, Known) else (url.parts[0] if isinstance(url, Text) else "")
    if not isinstance(first, str) or not first:
        return prefix.startswith("https")
    return first.lower().startswith(prefix.lower()) or (
        isinstance(url, Text) and prefix.lower().startswith(first.lower())
    )


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
        return _urllib3_rule(m, named["retries"], named["retries"].spot, call.method, call.library)
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
        return _urllib3_rule(m, given, spot, method, library) if given is not None else None
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


def statuses_in(thing: Thing) -> Optional[list[Num]]:
    """The statuses of a collection; None when they are not known."""
    if thing is None:
        return []
    if not isinstance(thing, Items):
        return None
    found = [number(t) for t in thing.items]
    return [n for n in found if n is not None]


def among(statuses: Optional[list[Num]], status: int) -> bool:
    return statuses is not None and any(n.low <= status <= n.high for n in statuses)


# ------------------------------------------------------------------------------------- urllib3


@dataclass
class Urllib3Rule(Rule):
    """urllib3's `Retry`: the first retry starts at once, whatever the back-off factor."""

    names: Names
    method: str
    custom: Optional[Object]
    family: str

    def retried(self, m: Machine, outcome: Outcome, attempt: int) -> bool:
        m.suspect(self.construct.when or self.construct.spot)
        if outcome.fault is not None:
            return outcome.fault.reply is None and self._retries_error(m, outcome.fault)
        reply = outcome.reply or _reply_in(outcome.result)
        if reply is None or not self._has_method():
            return False
        m.watch(self._class_of, self._class_of(reply.status))
        if among(statuses_in(self.names.get("status_forcelist")), reply.status):
            return True
        return reply.asked and self._heeds() and reply.status in HEADER_STATUSES

    def _class_of(self, status: int) -> object:
        return (among(statuses_in(self.names.get("status_forcelist")), status), status in HEADER_STATUSES)

    def _retries_error(self, m: Machine, fault: Fault) -> bool:
        connects = _connects(fault.name)
        m.watch(_connects, connects)
        kind = "connect" if connects else "read"
        limit = self.names.get(kind)
        if limit is False or limit == 0:
            return False
        return connects or self._has_method()

    def _has_method(self) -> bool:
        allowed = self.names.get("allowed_methods", self.names.get("method_whitelist"))
        if isinstance(allowed, Items):
            return not self.method or any(str(a).upper() == self.method for a in allowed.items)
        if allowed is None and self.names.get("\0any method"):
            return True
        return not self.method or self.method in IDEMPOTENT or allowed is False

    def _heeds(self) -> bool:
        return self.names.get("respect_retry_after_header") is not False

    def stopped(self, m: Machine, attempt: int, elapsed: float) -> bool:
        total = self.names.get("total")
        if total is False:
            return True
        kind = "status" if m.scenario.status else "connect"
        limits = [number(self.names[n]) for n in ("total", kind) if self.names.get(n) is not None]
        known = [n for n in limits if n is not None]
        return beyond(m, min(known, key=lambda n: n.high) if known else None, attempt)

    def delay(self, m: Machine, attempt: int, outcome: Outcome) -> Num:
        reply = outcome.reply or _reply_in(outcome.result)
        slept = self._overridden(m, "sleep", attempt, [Given(reply)])
        if slept is not None:
            return slept
        if reply is not None and reply.asked and self._heeds():
            custom = self._overridden(m, "sleep_for_retry", attempt, [Given(reply)])
            own = self._overridden(m, "get_retry_after", attempt, [Given(reply)])
            least = m.app.policy.min_retry_delay
            return custom or own or Num(least, least, True)
        custom = self._overridden(m, "get_backoff_time", attempt, [])
        return custom if custom is not None else self._backoff(attempt)

    def _backoff(self, attempt: int) -> Num:
        if attempt == 1:
            return Num(0.0, 0.0)
        return evaluate(
            "least(backoff_max, backoff_factor * 2 ** (k - 1))", {**self.names, "k": attempt}
        ) or Num(0.0, 0.0)

    def _overridden(self, m: Machine, name: str, attempt: int, args: list[Given]) -> Optional[Num]:
        """What a subclass's own method says or sleeps; None where there is none."""
        if self.custom is None:
            return None
        key = m.program.classes.method(self.custom.key, name)
        if key is None:
            return None
        from .calls import call_function

        m.backoff = self._backoff(attempt)
        self.custom.attrs["history"] = Items("tuple", [None] * attempt)
        for parameter in ("backoff_factor", "total", "status_forcelist"):
            self.custom.attrs.setdefault(parameter, self.names.get(parameter))
        before = m.clock
        wanted = len(m.program.function(key).params) - 1
        spot = (key.module, m.program.function(key).span)
        thing = call_function(m, Func(key, None, self.custom), args[:wanted], {}, spot)
        if name.startswith("sleep"):
            return Num(0.0, 0.0) if m.clock >= before else None  # it has slept by itself
        return number(thing) or Num(0.0, 0.0)

    def finish(self, m: Machine, outcome: Outcome) -> Thing:
        reply = outcome.reply or _reply_in(outcome.result)
        if reply is None or self.names.get("raise_on_status") is False:
            return outcome.deliver()
        if not among(statuses_in(self.names.get("status_forcelist")), reply.status):
            return outcome.deliver()
        raise Raised(
            Fault(
                "urllib3.exceptions.MaxRetryError"
                if self.family == "urllib3"
                else f"{self.family}.exceptions.RetryError"
            )
        )


def _connects(name: str) -> bool:
    """Whether an error is one of connecting, as its class says."""
    return "Connect" in name or "NewConnection" in name or "MaxRetry" in name


def _reply_in(thing: Thing) -> Any:
    from .things import Reply

    return next((t for t in thing.items if isinstance(t, Reply)), None) if isinstance(thing, Items) else None


def _urllib3_rule(m: Machine, given: Given, spot: Optional[Spot], method: str, family: str) -> Optional[Rule]:
    """The rule of `max_retries=` or `retries=`: a number or a `Retry`."""
    row = m.models.row(Retry, URLLIB3)
    thing = given.thing
    if row is None or thing is None or thing is False or spot is None:
        return None
    if isinstance(thing, Object):
        return _of_subclass(m, row, thing, method, family, given.spot or spot)
    if isinstance(thing, Made) and m.models.is_a(thing.name, URLLIB3):
        names = parameters(row.arguments, thing)
        _note_methods(names, thing)
        made_spot = thing.spot or given.spot or spot
        construct = Construct("urllib3", made_spot, **spots(row, thing))
        return Urllib3Rule(construct, names, method, None, family)
    total = number(thing)
    if total is None or total.high == 0:
        return None
    names = {**parameters(row.arguments, Made(URLLIB3, [], {})), "total": thing}
    construct = Construct("urllib3", spot, given.spot, given.spot, None)
    return Urllib3Rule(construct, names, method, None, family)


def _note_methods(names: Names, made: Made) -> None:
    for name in ("allowed_methods", "method_whitelist"):
        given = made.kwargs.get(name)
        if given is not None:
            names[name] = given.thing
            names["\0any method"] = given.thing is None or given.thing is False


def _of_subclass(
    m: Machine, row: Retry, thing: Object, method: str, family: str, spot: Spot
) -> Optional[Rule]:
    """A project's subclass of `Retry`: its constructor's arguments, or those it passes on."""
    from ..clients import construction_sites
    from .conversion import given_arguments

    if URLLIB3 not in m.program.classes.external_bases(thing.key):
        return None
    made = thing.attrs.get("\0args")
    for site in construction_sites(m.app, thing.instance):
        args, named = given_arguments(m, site)
        made = Made(URLLIB3, args, named, (site.module, site.module.summary.spans[site.vid]))
    if not isinstance(made, Made):
        made = Made(URLLIB3, [], {}, spot)
    names = parameters(row.arguments, made)
    _note_methods(names, made)
    own = thing.instance.site
    where = (own.module, own.module.summary.spans[own.vid]) if own is not None else (made.spot or spot)
    construct = Construct("urllib3", where, **spots(row, made))
    return Urllib3Rule(construct, names, method, thing, family)


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


def _backoff_time(
    m: Machine, callee: Lib, args: list[Given], named: dict[str, Given], spot: Spot, place: Any
) -> Thing:
    """`super().get_backoff_time()` in a subclass of `Retry`."""
    return m.backoff if m.backoff is not None else 0


def _sleep(
    m: Machine, callee: Lib, args: list[Given], named: dict[str, Given], spot: Spot, place: Any
) -> Thing:
    """`super().sleep(response)`: the header's wait, else the back-off."""
    from .things import Reply

    reply = next((g.thing for g in (*args, *named.values()) if isinstance(g.thing, Reply)), None)
    least = m.app.policy.min_retry_delay
    asked = reply is not None and reply.asked
    m.pause(Num(least, least, True) if asked else (m.backoff or Num(0.0, 0.0)), spot)
    return None


def _retry_after(
    m: Machine, callee: Lib, args: list[Given], named: dict[str, Given], spot: Spot, place: Any
) -> Thing:
    """`super().get_retry_after(response)`."""
    reply = args[0].thing if args else None
    least = m.app.policy.min_retry_delay
    return Num(least, least, True) if getattr(reply, "asked", False) else None


CALLS = {
    "urllib3.Retry.get_backoff_time": _backoff_time,
    "urllib3.Retry.sleep": _sleep,
    "urllib3.Retry._sleep_backoff": _sleep,
    "urllib3.Retry.get_retry_after": _retry_after,
    "urllib3.Retry.parse_retry_after": _retry_after,
    **{f"httpx_retry.RetryPolicy.{name}": policy_with for name in WITH},
}

__all__ = ["Class", "ClientRetries", "ClientRetry", "rule_for", "rules_of_call"]
