"""Where a time is on its way through the program, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Union

from ...program import FunctionKey, Module, Ref
from ...syntax import summary as s
from .moments import Moment

Key = Union[str, int, None]
"""What leads to an item of a container: a text, an index, or None for any of them."""
MAX_KEYS = 5
MAX_CALLS = 6


@dataclass(frozen=True)
class Spot:
    """A value that is a time, or that holds one under `keys` (outermost first). `calls` are the calls of
    project functions that were entered on the way and not left yet."""

    module: Module
    vid: s.ValueId
    moment: Moment
    keys: tuple[Key, ...] = ()
    calls: tuple[Ref, ...] = ()

    def at(self, vid: s.ValueId, moment: Moment | None = None, keys: tuple[Key, ...] | None = None) -> Spot:
        """Another value of the same module."""
        return replace(
            self, vid=vid, moment=moment or self.moment, keys=(self.keys if keys is None else keys)[:MAX_KEYS]
        )

    def anywhere(self, module: Module, vid: s.ValueId, keys: tuple[Key, ...]) -> Spot:
        """A value that is reached through an attribute, a global or a container: by any caller."""
        return Spot(module, vid, self.moment, keys[:MAX_KEYS])


@dataclass(frozen=True)
class Sink:
    """A place where a time is kept, sent or shown. `kind`: "log", "payload", "header", "file", "table",
    "message", "response"; "formatter" where a log formatter returns it; "return" where a function that
    nobody calls does; "shown" for texts for people. `name` is what it is called there, "" where nothing
    says; `before` is the text before it in a log message; `weak`: only the name of a method tells."""

    kind: str
    ref: Ref
    name: str = ""
    before: str = ""
    weak: bool = False


@dataclass(frozen=True)
class Arrival:
    sink: Sink
    moment: Moment


@dataclass
class Journey:
    """All that became of one time. `ends` says where it was used without being kept. `returned` and
    `stored` tell what functions give back, and put into what they are given, with the keys."""

    origin: Moment
    arrivals: list[Arrival] = field(default_factory=list)
    ends: set[str] = field(default_factory=set)
    returned: list[tuple[FunctionKey, tuple[Key, ...], Moment]] = field(default_factory=list)
    stored: list[tuple[FunctionKey, tuple[Key, ...], Moment]] = field(default_factory=list)
