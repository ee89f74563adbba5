"""urllib3's `Retry`, in adapters, pools and sessions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Optional

from ...models.retry_rows import Retry
from .emulation import Outcome, Rule
from .formulas import Names, evaluate, parameters
from .libraries.general import beyond, spots
from .machine import Machine
from .things import Fault, Func, Given, Items, Lib, Made, Num, Object, Spot, Thing, number
from .trials import Construct, Raised

if TYPE_CHECKING:
    pass


URLLIB3 = "urllib3.Retry"
IDEMPOTENT = ("HEAD", "GET", "PUT", "DELETE", "OPTIONS", "TRACE")
HEADER_STATUSES = (413, 429, 503)
RETRY_MAX = "urllib3.exceptions.MaxRetryError"


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
        from .functions import call_function

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


def urllib3_rule(m: Machine, given: Given, spot: Optional[Spot], method: str, family: str) -> Optional[Rule]:
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


def backoff_time(
    m: Machine, callee: Lib, args: list[Given], named: dict[str, Given], spot: Spot, place: Any
) -> Thing:
    """`super().get_backoff_time()` in a subclass of `Retry`."""
    return m.backoff if m.backoff is not None else 0


def sleep(
    m: Machine, callee: Lib, args: list[Given], named: dict[str, Given], spot: Spot, place: Any
) -> Thing:
    """`super().sleep(response)`: the header's wait, else the back-off."""
    from .things import Reply

    reply = next((g.thing for g in (*args, *named.values()) if isinstance(g.thing, Reply)), None)
    least = m.app.policy.min_retry_delay
    asked = reply is not None and reply.asked
    m.pause(Num(least, least, True) if asked else (m.backoff or Num(0.0, 0.0)), spot)
    return None


def retry_after(
    m: Machine, callee: Lib, args: list[Given], named: dict[str, Given], spot: Spot, place: Any
) -> Thing:
    """`super().get_retry_after(response)`."""
    reply = args[0].thing if args else None
    least = m.app.policy.min_retry_delay
    return Num(least, least, True) if getattr(reply, "asked", False) else None
