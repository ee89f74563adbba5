"""Times: which calls take them, what becomes of them, and where they end."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from ...program import FunctionKey, Ref
from .clocks import Clocks
from .holders import Holders
from .moments import Clock, Form, Moment
from .sinks import Sinks
from .spots import Arrival, Journey, Sink, Spot
from .users import Users
from .verdicts import Fault, Verdict, judge
from .walk import Walk

if TYPE_CHECKING:
    from ..application import Application

__all__ = ["Arrival", "Clock", "Fault", "Form", "Journey", "Moment", "Sink", "Timestamps", "Verdict"]


class Timestamps:
    """All times of an application, each followed to its ends."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._users = Users(app.program)
        self._clocks = Clocks(app, self._users)

    @cached_property
    def _walk(self) -> Walk:
        holders = Holders(self._program, self._users)
        return Walk(self._program, self._users, holders, Sinks(self._app), self._app.log_hooks.is_hook)

    @cached_property
    def journeys(self) -> tuple[Journey, ...]:
        """What became of each time, in order of place."""
        return tuple(self._walk.follow(starts) for starts in self._starts())

    def _starts(self) -> Iterator[list[Spot]]:
        for moment in self._clocks.all():
            yield [Spot(moment.origin.module, moment.origin.vid, moment)]
        for ref, moment in self._clocks.references():
            spots = list(self._defaults(ref, moment))
            if spots:
                yield spots

    def _defaults(self, ref: Ref, moment: Moment) -> Iterator[Spot]:
        """A clock function handed over as a default is taken for a call of it."""
        module = ref.module
        for user in self._users.of(module).values.get(ref.vid, ()):
            if self._walk.holders.is_default(module, user, ref.vid):
                yield Spot(module, ref.vid, moment)

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The judgement of every time that is kept somewhere, those of log formatters left out."""
        found: list[Verdict] = []
        for journey in self.journeys:
            if not self._is_inside_formatter(journey.origin.origin):
                found += judge(journey)
        return tuple(found)

    def _is_inside_formatter(self, ref: Ref) -> bool:
        key = FunctionKey(ref.module, ref.module.summary.owners[ref.vid])
        return self._app.log_hooks.is_inside(key)

    # -- for the judges of log set-ups

    def given_back(self, key: FunctionKey) -> list[Moment]:
        """The times that a function returns, by itself or in a container."""
        return [m for j in self.journeys for k, _, m in j.returned if k == key]

    def put_into(self, key: FunctionKey) -> list[tuple[str, Moment]]:
        """The times that a function stores in what it is given, with the innermost name."""
        found = []
        for journey in self.journeys:
            for other, keys, moment in journey.stored:
                if other == key:
                    name = next((k for k in reversed(keys) if isinstance(k, str)), "")
                    found.append((name, moment))
        return found
