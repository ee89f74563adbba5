"""Rows about time: what takes it, what is done to it, zones, and where records are kept."""

from __future__ import annotations

from dataclasses import dataclass

from .rows import Row


@dataclass(frozen=True)
class Clock(Row):
    """A call that takes the time.

    `taken`: "local" (no zone), "naive-utc" (UTC that does not say so), "bare-utc" (UTC of a kind that
    never says so: struct_time), "utc", "zone" (another zone, or the local one with its offset),
    "django" (as the settings say), "number" (seconds since 1970). `form`: "object", "struct", "date",
    "text" or "number"; `type` is the class of the result. A zone at position `zone`, or as
    `zone_keyword`, overrides `taken`. The call takes the time only where no argument stands at position
    `unless`, where the first argument is one of the texts `when`, where `needs` is a keyword of the call.
    `utc_keyword` and `local_keyword` are flags that choose UTC, or the local zone. `format` is the position
    of a strftime format, `sample` the text of a form that is fixed. `instead` is what stands beside it and
    takes UTC, once it is given that as its zone if it knows zones at all."""

    taken: str
    form: str = "object"
    type: str = ""
    zone: int = -1
    zone_keyword: str = ""
    unless: int = -1
    when: tuple[str, ...] = ()
    needs: str = ""
    utc_keyword: str = ""
    local_keyword: str = ""
    format: int = -1
    sample: str = ""
    instead: str = ""


@dataclass(frozen=True)
class TimeStep(Row):
    """An operation on a time value: a method or attribute of it, or a function that takes it at
    position `subject`.

    `does`: "iso", "string", "format" or "text" form a text (`tokens` names the language of a format,
    `sample` is a fixed or default form); "convert" moves to a zone, the local one where `default` says
    nothing else; "label" only writes a zone on it; "assume" takes a naive value for UTC; "strip" drops the
    zone; "same", "date", "struct", "utc-struct", "number", "parse", "timegm", "mktime" say themselves."""

    does: str
    subject: int = -1
    type: str = ""
    zone: int = 0
    zone_keyword: str = "tz"
    receiver_zone: bool = False
    default: str = "local"
    format: int = 0
    format_keyword: str = "format"
    tokens: str = "strftime"
    sample: str = ""


@dataclass(frozen=True)
class Zone(Row):
    """A time zone, or a call that makes one: `kind` is "utc", "local", "named" (its first argument is
    the name; without one `default`) or "offset" (its first argument is a timedelta or a number)."""

    kind: str
    default: str = "local"


@dataclass(frozen=True)
class Record(Row):
    """A call that keeps what it is given: `kind` is "file", "table", "message", "payload" or "response".
    A name "?.method" is a method of something unknown. `keyed`: only what is given under a name counts."""

    kind: str
    keyed: bool = False


@dataclass(frozen=True)
class Carrier(Row):
    """A call whose result holds what it is given: copies, encoders, tables. `keywords`: each keyword is a
    name in the result."""

    keywords: bool = False


@dataclass(frozen=True)
class Shown(Row):
    """A package or function whose texts are for people, or follow a protocol: screens, mails, tokens."""


TIME_TABLES: dict[str, type[Row]] = {
    "clock": Clock,
    "time_step": TimeStep,
    "zone": Zone,
    "record": Record,
    "shown": Shown,
    "carrier": Carrier,
}
