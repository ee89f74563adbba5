"""A time in motion: which clock it was taken from, and what it is by now."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass, field

from ...program import Ref
from . import shapes


class Clock(enum.Enum):
    """What the time says, and of which zone."""

    LOCAL = "local time without a zone"
    NAIVE_UTC = "UTC without saying so"
    BARE_UTC = "UTC, in a kind of value that bears no zone"
    UTC = "UTC"
    ZONE = "another zone's time"
    WRONG = "a time labelled with a zone that it is not in"
    OPEN = "the time of a zone that is not known"


class Form(enum.Enum):
    OBJECT = "object"
    STRUCT = "struct"
    DATE = "date"
    NUMBER = "number"
    TEXT = "text"


Note = tuple[Ref, str]


@dataclass(frozen=True)
class Moment:
    """A time value. `origin` is the call that took it (or that moved it to another zone) and `fact` says
    how; `sample` is the text it has been formed into, for the sample instant; `formed` the call that did
    so. `printed`: by str(), whose form depends on the class. `embedded`: the text is part of a larger one.
    `notes` are the places on its way."""

    clock: Clock
    form: Form
    type: str
    origin: Ref
    fact: str
    sample: str = ""
    formed: Ref | None = None
    printed: bool = False
    embedded: bool = False
    notes: tuple[Note, ...] = field(default=(), compare=False)

    @property
    def zone(self) -> dt.tzinfo | None:
        """The zone that formatting methods would see."""
        if self.clock is Clock.UTC or (self.form is Form.STRUCT and self.clock is Clock.BARE_UTC):
            return dt.timezone.utc
        if self.clock in (Clock.ZONE, Clock.WRONG, Clock.OPEN) or self.form is Form.STRUCT:
            return shapes.OFFSET
        return None

    @property
    def is_time_text(self) -> bool:
        return self.form is Form.TEXT and (shapes.has_time(self.sample) or shapes.has_date(self.sample))
