"""The machine: the state of one trial run, in which a chosen API call fails in a chosen way.

The program's code is played through on its summary, with numbers as intervals and everything else
as far as it is known. Tests that are open are decided one way per run; the other way gets a run
of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Optional
from weakref import WeakKeyDictionary

from ...program import Frame, FunctionKey, Instance, Module
from ...syntax import summary as s
from .activations import Activation, joins
from .things import Fault, Given, Num, Object, Spot, Sym, Thing
from .trials import Again, Construct, Ended, Pause, Raised, Run, Scenario

if TYPE_CHECKING:
    from ..api_calls import ApiCall
    from ..application import Application

STEPS = 6000
MAX_CALLS = 45
REQUESTS = 20
"""Requests of one trial, beside the repeats after which it ends."""
_SHARED: WeakKeyDictionary[Application, dict[Any, Any]] = WeakKeyDictionary()
"""What all trials of an application look up again and again."""
DecisionKey = tuple[Module, int, str]


class Machine:
    """`target` is the call that fails; `cap` the number of repeats after which a trial ends."""

    def __init__(
        self,
        app: Application,
        scenario: Scenario,
        target: tuple[Module, int],
        cap: int,
        decisions: Optional[dict[DecisionKey, bool]] = None,
    ) -> None:
        self.app = app
        self.program = app.program
        self.models = app.models
        self.scenario = scenario
        self.target = target
        self.cap = cap
        self.run = Run(scenario)
        self.clock = 0.0
        self.limits: list[float] = []
        self.serial = 0
        self.spot: Spot = (target[0], (0, 0))
        self.handling: list[Fault] = []
        self.level = 0
        self.backoff: Optional[Num] = None
        self.globals: dict[tuple[Module, str], Thing] = {}
        self.cache: dict[Any, Any] = {}
        self.shared: dict[Any, Any] = _SHARED.setdefault(app, {})
        self.active: dict[FunctionKey, int] = {}
        self.timers: list[tuple[Num, Thing, list[Given], Spot]] = []
        self.queued_again: Optional[Construct] = None
        """What put the work that is at hand back into its queue."""
        self.stored: dict[tuple[Any, str, Any], Thing] = {}
        """What the trial stored in attributes ("attr") and items ("item") of something unknown."""
        self.decisions: dict[DecisionKey, bool] = decisions or {}
        self.run.decisions.update(self.decisions)
        self.undecided: list[DecisionKey] = []
        self._steps = 0
        self._counted: dict[DecisionKey, Any] = {}
        self._tests: dict[tuple[Module, s.Span], bool] = {}
        self._identity: Any = None
        self._number = 0
        self._since = 0.0
        self._known = True
        self._pauses: list[Pause] = []
        self._predicate: Optional[Spot] = None
        self._round: Optional[tuple[Construct, int]] = None
        self._before: Optional[tuple[Construct, int]] = None
        self._latest: Optional[tuple[Construct, int]] = None

    # -- going on

    def tick(self) -> None:
        self._steps += 1
        if self._steps > STEPS:
            raise Ended

    def fresh(self, *key: Any) -> Sym:
        """Something unknown that is not the same twice."""
        self.serial += 1
        return Sym((*key, self.serial))

    def decide(self, key: DecisionKey) -> bool:
        """An open test: one answer for the whole run."""
        known = self.decisions.get(key)
        if known is None:
            known = self.decisions[key] = self.run.decisions[key] = True
            self.undecided.append(key)
        return known

    def count(self, key: DecisionKey, operand: Thing) -> None:
        """Notes that a number is compared with something unknown, by the decision that it led to:
        where the number changes from one repeat to the next, it may count them."""
        if self._number and self._counted.get(key, operand) != operand:
            self.run.counters.add(key)
        self._counted[key] = operand

    def leave_open(self) -> None:
        """Something that is not known bounds the repeats of the request."""
        if self._number:
            self.run.open_bound = True

    def tested(self, spot: Spot, outcome: bool) -> None:
        """Notes the outcome of a test; one that differs from the last time may end the repeats."""
        last = self._tests.get(spot)
        if last is not None and last != outcome and self._number:
            self.run.ended_by = spot
        self._tests[spot] = outcome

    # -- what happens between two tries

    def pause(self, seconds: Num, spot: Spot) -> None:
        """Time goes by. A limit on the whole that is reached raises a timeout."""
        if not seconds.known:
            self._known = False
            seconds = Num(0.0, seconds.high, seconds.asked)
        self._pauses.append(Pause(spot, seconds))
        low = max(seconds.low, 0.0)
        if self.limits and self.clock + low >= min(self.limits):
            self.clock = min(self.limits)
            raise Raised(Fault("builtins.TimeoutError"))
        self.clock += low

    def watch(self, test: Callable[[Any], Any], answer: Any) -> None:
        """Notes a test of the status (or of the error's class): any other with the same answers
        makes the same run."""
        self.run.watched.append((test, answer))

    def suspect(self, spot: Spot) -> None:
        """Notes where the program looks at how the call failed."""
        self._predicate = spot

    def come_round(self, construct: Construct, entering: bool = False) -> None:
        """A construct starts its body again, or for the first time. The outermost one that comes
        round between two tries is what repeats."""
        if entering:
            if self._before is None or self._before[1] >= self.level:
                self._before = (construct, self.level)
        elif self._round is None or self._round[1] >= self.level:
            self._round = (construct, self.level)

    def attempt(self, identity: Any, call: Optional[ApiCall], spot: Spot) -> None:
        """The request is sent: a repeat when it is the same as the last."""
        self.run.requests += 1
        if identity == self._identity:
            self._number += 1
            self.run.repeats.append(self._again(spot))
        else:
            self._number = 0
            self._identity = identity
            self._latest = None
        self._since, self._known = self.clock, True
        self._pauses, self._predicate = [], None
        self._round = self._before = self.queued_again = None
        if self._number >= self.cap:
            self.run.endless = True
            raise Ended
        if self.run.requests > self.cap + (self.cap if self.scenario.succeeds else REQUESTS):
            raise Ended  # different requests in turn: what repeats one of them has been seen

    def is_repeat(self, identity: Any) -> bool:
        return self._identity is not None and bool(identity == self._identity)

    def _again(self, spot: Spot) -> Again:
        # With no construct in between, the request is written out again, maybe after a loop.
        written = (Construct("repeat", spot), self.level)
        around = self._round or self._before or self._latest or written
        if self.queued_again is not None:
            around = (self.queued_again, around[1])
        construct, level = self._latest = around
        asked = any(p.seconds.asked for p in self._pauses)
        return Again(
            construct,
            self.clock - self._since,
            self._known,
            asked,
            self._number,
            level,
            self._pauses,
            self._predicate,
            spot,
        )

    # -- activations

    def still(self, frame: Frame) -> Activation:
        """The activation in which values outside the trial are evaluated."""
        known = self.cache.get(frame)
        if known is None:
            around = self.still(frame.closure) if frame.closure is not None else None
            known = self.cache[frame] = Activation(frame.function, frame, around, live=False)
        return known

    def assign(self, act: Activation, name: str, thing: Thing) -> None:
        """Binds a name where it belongs: here, in a function around, or in the module."""
        holder: Optional[Activation] = act
        while holder is not None:
            if name in holder.function.bindings and holder.live:
                holder.names[name] = thing
                return
            holder = holder.around
        self.globals[act.module, name] = thing

    def module(self, module: Module) -> Activation:
        return self.still(self.program.module_frame(module))

    def object(self, instance: Instance) -> Object:
        known = self.cache.get(instance)
        if known is None:
            known = self.cache[instance] = Object(instance.cls, instance)
        return known

    def param_vid(self, key: FunctionKey, name: str) -> Optional[s.ValueId]:
        return joins(key.module).params.get((key.number, name))
