"""The values of a trial run: what expressions are while a failing API call is played through.

Constants are themselves (str, bytes, int, float, bool, None). A number that is not known exactly,
or that comes from `Retry-After`, is a `Num`. Everything else is one of the classes below.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Optional

from ...program import ClassKey, FunctionKey, Instance, Module
from ...syntax import summary as s

if TYPE_CHECKING:
    from .activations import Activation

Thing = Any
Spot = tuple[Module, s.Span]


@dataclass(frozen=True)
class Num:
    """A number between two bounds; `asked` says that `Retry-After` has a part in it."""

    low: float
    high: float
    asked: bool = False

    @property
    def known(self) -> bool:
        return self.low > -math.inf


@dataclass(frozen=True)
class Sym:
    """Something unknown; equal keys are the same thing. `volatile` ones (a new id, the time)
    differ from call to call without making a request another one."""

    key: tuple[Any, ...]
    volatile: bool = False


@dataclass(frozen=True)
class Span:
    """A duration (`timedelta`), in seconds."""

    seconds: Num


@dataclass(frozen=True)
class Moment:
    """A point in time, in seconds from the start of the trial."""

    seconds: Num


@dataclass(frozen=True)
class AskedText:
    """The text of the `Retry-After` header."""


@dataclass(eq=False)
class Items:
    """A list, tuple, set or iterator; `endless` ones repeat their last item, `open` ones may hold
    more or less than is seen."""

    kind: str
    items: list[Thing]
    endless: bool = False
    open: bool = False
    step: float = 0.0
    position: int = 0
    origin: Any = None
    """Where a queue was made that is older than the trial."""
    put_at: dict[int, Spot] = field(default_factory=dict)
    """Where the trial put what is in a queue, by identity."""


@dataclass(eq=False)
class Table:
    """A mapping; `spots` says where the value of a key is written."""

    entries: dict[Any, Thing]
    open: bool = False
    spots: dict[Any, Spot] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Func:
    """A function of the program, with what it closes over and is bound to."""

    key: FunctionKey
    around: Optional[Activation] = None
    receiver: Thing = None


@dataclass(frozen=True)
class Lib:
    """Something of a library by its qualified name, with the object it was taken from."""

    name: str
    receiver: Thing = field(default=None, compare=False)


@dataclass(frozen=True)
class Class:
    """A class of the program."""

    key: ClassKey


@dataclass(frozen=True)
class Space:
    """A module of the program."""

    module: Module


@dataclass(eq=False)
class Object:
    """An instance of a class of the program; what is not stored in `attrs` is asked of the program."""

    key: ClassKey
    instance: Instance
    attrs: dict[str, Thing] = field(default_factory=dict)


@dataclass(frozen=True)
class Given:
    """An argument: its value and where it is written."""

    thing: Thing
    spot: Optional[Spot] = None


@dataclass(eq=False)
class Made:
    """What calling something of a library gave: its name and arguments, where it was called, and
    what methods that return the object itself added since."""

    name: str
    args: list[Given]
    kwargs: dict[str, Given]
    spot: Optional[Spot] = None
    attrs: dict[str, Thing] = field(default_factory=dict)

    def given(self, position: int, name: str) -> Optional[Given]:
        if name and name in self.kwargs:
            return self.kwargs[name]
        return self.args[position] if 0 <= position < len(self.args) else None


@dataclass(eq=False)
class Applied:
    """functools.partial(function, …), written at `spot`."""

    function: Thing
    args: list[Given]
    kwargs: dict[str, Given]
    spot: Optional[Spot] = None


@dataclass(frozen=True)
class Method:
    """A method of a list, text, mapping or other plain value."""

    base: Thing = field(compare=False)
    name: str


@dataclass(frozen=True)
class Reply:
    """An HTTP answer: `status`, and whether it has a `Retry-After`. `kind` is the response type."""

    status: int
    asked: bool
    kind: str
    library: str
    failing: bool


@dataclass(frozen=True)
class Headers:
    """The headers of an answer."""

    reply: Reply


@dataclass(eq=False)
class Fault:
    """An exception: a library's (`name`) or the program's (`cls`). `failing` marks the API
    call's failure and what the program made of it."""

    name: str = ""
    cls: Optional[ClassKey] = None
    reply: Optional[Reply] = None
    failing: bool = False
    library: str = ""
    args: list[Thing] = field(default_factory=list)
    body: Optional[Object] = None
    cause: Optional[Fault] = None


def number(thing: Thing) -> Optional[Num]:
    """A thing as a number; something unknown is any number, a text or None is none."""
    if isinstance(thing, Num):
        return thing
    if isinstance(thing, (bool, int, float)):
        return Num(float(thing), float(thing))
    if isinstance(thing, (Span, Moment)):
        return thing.seconds
    if isinstance(thing, Sym):
        return Num(-math.inf, math.inf)
    return None


def plain(num: Num) -> Thing:
    """The simplest form of a number: exact and not asked ones are Python numbers."""
    if num.low == num.high and not num.asked and math.isfinite(num.low):
        return int(num.low) if num.low.is_integer() else num.low
    return num


def frozen(thing: Thing, depth: int = 6) -> Any:
    """A hashable form in which equal requests are equal."""
    if depth == 0:
        return "…"
    if isinstance(thing, Items):
        return (thing.kind, tuple(frozen(i, depth - 1) for i in thing.items))
    if isinstance(thing, Table):
        return ("dict", tuple(sorted((str(k), repr(frozen(v, depth - 1))) for k, v in thing.entries.items())))
    if isinstance(thing, Sym):
        return "volatile" if thing.volatile else ("sym", tuple(frozen(k, depth - 1) for k in thing.key))
    if isinstance(thing, tuple):
        return tuple(frozen(k, depth - 1) for k in thing)
    if isinstance(thing, Made):
        parts = [frozen(g.thing, depth - 1) for g in thing.args]
        named = sorted(
            (k, repr(frozen(g.thing, depth - 1))) for k, g in thing.kwargs.items() if k != "headers"
        )
        return (thing.name, tuple(parts), tuple(named))
    if isinstance(thing, (str, bytes, int, float, type(None), Lib, Num)):
        return thing
    return id(thing)
