"""Rows about running: which calls run a callable that they are given, now or later.

Argument positions count from 0, without self; -1: not a positional argument. A name `?.method` is a
method of that name of whatever object.
"""

from __future__ import annotations

from dataclasses import dataclass

from .rows import Row


@dataclass(frozen=True)
class Runner(Row):
    """A call that runs the callable at position `function` or under `function_keyword`.

    `gives`: "result" (what the callable gives, when the call is done), "items" (a collection of what it
    gives for each item), "future" (an object whose methods give it later), "nothing" (nobody gets it, and
    nobody sees what it raises). `arguments` says where the callable's own arguments stand: "rest" (after
    it), "items" (each item of the iterables after it), "unpacked items" (each item of the iterable after
    it, unpacked), "packed" (a sequence at position `packed` or under `packed_keyword`, and a mapping under
    `named_keyword`), "receiver" (the object whose method this is). With `keywords` further keywords are
    the callable's too, but for those in `own`. With `coroutine` the argument is no callable but a
    coroutine that is running already."""

    function: int = 0
    function_keyword: str = ""
    gives: str = "result"
    arguments: str = "rest"
    packed: int = -1
    packed_keyword: str = "args"
    named_keyword: str = "kwargs"
    keywords: bool = False
    own: tuple[str, ...] = ()
    coroutine: bool = False


@dataclass(frozen=True)
class Outcome(Row):
    """A method of a future, or a call with one at position `future`, that gives what the callable gave,
    and raises what it raised; with `error` it gives what was raised, or None."""

    future: int = -1
    error: bool = False


@dataclass(frozen=True)
class Gathered(Row):
    """A call that gives its arguments' results in order (`each`), or the collection that is its first
    argument; `pair` where that comes as two collections, of the finished and of the others. With
    `waits` the errors of what it is given come up in it, but where the keyword `unless` is true."""

    each: bool = False
    pair: bool = False
    waits: bool = False
    unless: str = ""


@dataclass(frozen=True)
class Event(Row):
    """How functions are subscribed to a signal or an event, and how that is sent. `subscribe` and `publish`
    are names of methods; a call of the first with the function at position `function` (or as a decorator)
    makes a call of the second run it. Which event it is says the object that has both methods, or, with
    `key` and `published_key`, the text that stands at these positions. The call's own arguments are passed
    on, but for the first `skip`."""

    subscribe: str = ""
    publish: tuple[str, ...] = ()
    function: int = 0
    key: int = -1
    published_key: int = -1
    skip: int = 0


@dataclass(frozen=True)
class Provider(Row):
    """A call of dependency injection that names, at position `function`, the class or function that makes
    something; further arguments are that one's. What the call gives is asked by calling it, or stands where
    the thing itself is wanted."""

    function: int = 0


@dataclass(frozen=True)
class Same(Row):
    """A call that gives back its argument at a position: as it is, as a copy, or its items one by one."""

    argument: int = 0


@dataclass(frozen=True)
class Registry(Row):
    """A class that keeps things by name: its method `register` makes one, named by its first argument or
    `name`; they are read as attributes, or by the methods in `lookups`."""

    register: str = "register"
    lookups: tuple[str, ...] = ()


RUN_TABLES: dict[str, type[Row]] = {
    "runner": Runner,
    "outcome": Outcome,
    "gathered": Gathered,
    "event": Event,
    "provider": Provider,
    "registry": Registry,
    "same": Same,
}
