"""Rows about performance and about where a log goes: time limits, concurrency, handlers.

Argument positions count from 0, without self; -1: not a positional argument.
"""

from __future__ import annotations

from dataclasses import dataclass

from .rows import Row


@dataclass(frozen=True)
class TimeLimit(Row):
    """How the requests of a library (the row's name) are limited in time: the argument of a request, that of
    a client's construction, and the limit in seconds where neither is given (negative: none)."""

    default: float = -1.0
    keyword: str = "timeout"
    position: int = -1
    client_keyword: str = "timeout"
    client_position: int = -1


@dataclass(frozen=True)
class TimeLimits(Row):
    """A call that makes an object of several time limits: its parameters, in order of position. `whole` names
    the one that limits the whole request, or that stands for all that are not given."""

    parameters: tuple[str, ...]
    whole: str = ""


@dataclass(frozen=True)
class Concurrency(Row):
    """A call that makes parts of the program run side by side, or bounds how many do. `kind`: "thread",
    "process", "tasks", "worker pool", "semaphore" or "connection limit". The bound stands at position `bound`
    or under one of `bound_keywords`; `default` is the bound where neither is given (negative: none)."""

    kind: str
    bound: int = -1
    bound_keywords: tuple[str, ...] = ()
    default: int = -1


@dataclass(frozen=True)
class LogHandler(Row):
    """A call that makes a log handler. `sink` says where its lines go ("file", "console", "system log",
    "network", "mail", "queue", "memory", "nowhere"); `target` and `target_keywords` hold the file or address,
    `settings` the keywords that say how lines are kept (`positions` where they may stand instead)."""

    sink: str
    target: int = -1
    target_keywords: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    positions: tuple[int, ...] = ()


PERFORMANCE_TABLES: dict[str, type[Row]] = {
    "time_limit": TimeLimit,
    "time_limits": TimeLimits,
    "concurrency": Concurrency,
    "log_handler": LogHandler,
}
