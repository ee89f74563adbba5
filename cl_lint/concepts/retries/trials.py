"""What a trial run is asked and what it tells: scenarios, repeats, constructs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Optional

from .things import Fault, Num, Spot, Thing


@dataclass(frozen=True)
class Scenario:
    """How the API call fails: a `status`, with or without `Retry-After` (`asked`), or a transport
    `error` (its class). Status 200 is success."""

    status: int = 0
    asked: bool = False
    error: str = ""

    @property
    def succeeds(self) -> bool:
        return not self.error and self.status < 400


@dataclass(frozen=True)
class Construct:
    """What makes a request be sent again. `kind` is "loop", "recursion", "repeat" (written out) or
    a library's name. The spots say where delay, bound and predicate are written, where the
    construct itself is not the place."""

    kind: str
    spot: Spot
    pause: Optional[Spot] = field(default=None, compare=False)
    bound: Optional[Spot] = field(default=None, compare=False)
    when: Optional[Spot] = field(default=None, compare=False)


@dataclass
class Pause:
    """A wait, and where it is written."""

    spot: Spot
    seconds: Num


@dataclass
class Again:
    """One repeat of a request that failed: what brought it about, and the least delay before it."""

    construct: Construct
    delay: float
    known: bool
    asked: bool
    number: int
    level: int
    pauses: list[Pause]
    predicate: Optional[Spot]
    request: Spot


@dataclass
class Run:
    """The course of one trial: the repeats, whether they went on to the end of patience
    (`endless`), whether something unknown bounds them, and the test that ended them. `length` is
    the number of repeats that a long but finite loop would make, `watched` the tests of how the call
    failed, with their answers. `decisions` are the answers given to open tests, `counters` those
    that compare a count of the repeats with something unknown; `lost` says why the machine could
    not go on."""

    scenario: Scenario
    repeats: list[Again] = field(default_factory=list)
    endless: bool = False
    open_bound: bool = False
    ended_by: Optional[Spot] = None
    requests: int = 0
    length: int = 0
    lost: str = ""
    decisions: dict[Any, bool] = field(default_factory=dict)
    counters: set[Any] = field(default_factory=set)
    watched: list[tuple[Callable[[Any], Any], Any]] = field(default_factory=list)

    def would_be(self, subject: Any) -> bool:
        """Whether the run would be the same for another status, or another class of error."""
        try:
            return all(test(subject) == answer for test, answer in self.watched)
        except (TypeError, AttributeError):
            return False  # a test of statuses, on the way of an error: it must be played through


class Raised(Exception):
    """The program raises."""

    def __init__(self, fault: Fault) -> None:
        super().__init__()
        self.fault = fault


class Returned(Exception):
    def __init__(self, thing: Thing) -> None:
        super().__init__()
        self.thing = thing


class Broke(Exception):
    pass


class Continued(Exception):
    pass


class Ended(BaseException):
    """The trial is over: enough was seen, or it takes too long."""
