"""The rows that say how libraries wait and retry.

`arguments` lists a call's parameters in order, as "name" or "name=default"; defaults are numbers,
texts, True, False or None. Formulas are arithmetic over those names and `k`, the number of the
retry (1 for the first); `least(a, b)` and `greatest(a, b)` leave None out, and None in any other
place makes the whole None. Times are seconds.
"""

from __future__ import annotations

from dataclasses import dataclass

from .rows import Row


@dataclass(frozen=True)
class Sleep(Row):
    """A call that waits for the seconds given at a position or under a keyword."""

    seconds: int = 0
    keyword: str = "seconds"


@dataclass(frozen=True)
class Delay(Row):
    """An object or generator that says how long to wait: `least` is the least delay before retry
    k; `retries` bounds their number where the object itself ends."""

    arguments: tuple[str, ...] = ()
    least: str = "0"
    retries: str = ""


@dataclass(frozen=True)
class Retry(Row):
    """A construct that retries. `form` is how it gets hold of what it retries: "decorator" (also
    with arguments), "caller" (called with the function), "loop" (iterated), "client" (given to or
    being an HTTP client), "queue" (a task).

    `retries` is the formula of the most retries, None or a negative number meaning no bound;
    `delay` that of the least delay before retry k; `elapsed` that of a bound in time.
    `when` and `unless` name the arguments that say what is (not) retried. `pause` and `bound` name
    the arguments that set delay and number, for the finding's place. `asked` is true where the
    library waits as long as Retry-After says, `switch` the argument that turns this off.
    `statuses` are those retried by default and `statuses_argument` what replaces them; `methods`
    the HTTP methods whose statuses are retried (empty: all). `raises` is the error that takes the place of
    the last one when it gives up, unless the argument `reraise` is true; `raises_argument` names the argument
    for another class, `instead` those that make it give something back."""

    library: str
    form: str
    arguments: tuple[str, ...] = ()
    retries: str = ""
    delay: str = "0"
    elapsed: str = ""
    when: str = ""
    unless: str = ""
    pause: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    asked: bool = False
    switch: str = ""
    statuses: tuple[int, ...] = ()
    statuses_argument: str = ""
    methods: tuple[str, ...] = ()
    raises: str = ""
    reraise: str = ""
    raises_argument: str = ""
    instead: tuple[str, ...] = ()


RETRY_TABLES: dict[str, type[Row]] = {"sleep": Sleep, "delay": Delay, "retry": Retry}
