"""The calls that take the time, and what they take."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from ...models import time_rows as rows
from ...program import Abstract, External, Known, Module, Partial, Ref, Values
from ...syntax import summary as s
from . import shapes
from .moments import Clock, Form, Moment
from .users import Users
from .zones import Where, zone_of

if TYPE_CHECKING:
    from ..application import Application

TAKEN = {
    "local": Clock.LOCAL,
    "naive-utc": Clock.NAIVE_UTC,
    "bare-utc": Clock.BARE_UTC,
    "utc": Clock.UTC,
    "zone": Clock.ZONE,
    "number": Clock.UTC,
}
FACTS = {
    Clock.LOCAL: "takes local time without a zone",
    Clock.NAIVE_UTC: "takes UTC without saying so",
    Clock.BARE_UTC: "takes UTC",
    Clock.UTC: "takes UTC",
    Clock.ZONE: "takes the time of the local zone",
    Clock.OPEN: "takes the time of a zone that is not known",
}


class Clocks:
    """Finds the calls of an application that take the time."""

    def __init__(self, app: Application, users: Users) -> None:
        self._program = app.program
        self._models = app.models
        self._users = users

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(name.rsplit(".", 1)[-1] for name in self._models.rows(rows.Clock)) | {"converter"}

    # -- finding them

    def all(self) -> Iterator[Moment]:
        """The time that each call takes, function references that a library will call included."""
        for module in list(self._program.table.loaded()):
            for vid, node in module.of(s.Call):
                if self._may_read(module, node):
                    moment = self.taken(self._users.root_ref(module, vid))
                    if moment is not None:
                        yield moment

    def references(self) -> Iterator[tuple[Ref, Moment]]:
        """Clock functions that are handed over uncalled (`default=datetime.utcnow`)."""
        for module, vid in self._references:
            ref = self._users.root_ref(module, vid)
            for value in self._program.eval(ref):
                row = self._row(value)
                if row is not None and row.taken != "number" and row.unless < 0:
                    yield ref, self._moment(row, ref, self._without_zone(row), "")

    @cached_property
    def _references(self) -> list[tuple[Module, s.ValueId]]:
        found = []
        for module in list(self._program.table.loaded()):
            users = self._users.of(module)
            named: list[tuple[s.ValueId, s.Attr | s.Imported]] = [*module.of(s.Attr), *module.of(s.Imported)]
            for vid, node in named:
                if (
                    node.name in self._names
                    and node.name != "converter"
                    and self._is_handed_over(module, users.values.get(vid, ()), vid)
                ):
                    found.append((module, vid))
        return found

    def _is_handed_over(self, module: Module, users: list[s.ValueId] | tuple[()], vid: s.ValueId) -> bool:
        for user in users:
            node = module.values[user]
            if isinstance(node, s.Call) and node.func != vid:
                return True
            if not isinstance(node, (s.Call, s.Attr)):
                return True
        users_of = self._users.of(module)
        return bool(
            users_of.stores.get(vid) or users_of.defaults.get(vid) or vid in users_of.class_attributes
        )

    def _may_read(self, module: Module, node: s.Call) -> bool:
        func = module.values[node.func]
        if isinstance(func, (s.Attr, s.Imported)):
            return func.name in self._names or (bool(self._references) and isinstance(func, s.Attr))
        return isinstance(func, (s.GlobalName, s.Param, s.FreeName, s.Phi, s.BoolOp, s.Conditional))

    # -- what they take

    def _row(self, callee: Abstract) -> rows.Clock | None:
        if isinstance(callee, Partial):
            callee = callee.function
        return self._models.row(rows.Clock, callee.name) if isinstance(callee, External) else None

    def taken(self, ref: Ref) -> Moment | None:
        """The time that the call at `ref` takes; None where it is no such call."""
        for callee in self._program.callees(ref):
            row = self._row(callee)
            if row is not None:
                return self._read(row, ref)
        return None

    def _read(self, row: rows.Clock, ref: Ref) -> Moment | None:
        args = self._program.arguments(ref)
        if 0 <= row.unless < len(args.positional) or (row.needs and row.needs not in args.keywords):
            return None
        if row.when and not self._says(row.when, args.positional[:1]):
            return None
        clock, zone = self._clock(row, ref)
        return self._moment(row, ref, clock, zone)

    def _says(self, texts: tuple[str, ...], given: list[Ref | Abstract]) -> bool:
        values = self._program.eval_all(given)
        return any(isinstance(v, Known) and v.value in texts for v in values)

    def _clock(self, row: rows.Clock, ref: Ref) -> tuple[Clock, str]:
        args = self._program.arguments(ref)
        given = list(args.keywords.get(row.zone_keyword, ()))
        if not given and 0 <= row.zone < len(args.positional):
            given = [args.positional[row.zone]]
        if given:
            where, name = zone_of(self._program, self._program.eval_all(given))
            if where is not Where.NOWHERE:
                return {Where.UTC: Clock.UTC, Where.ELSEWHERE: Clock.ZONE}.get(where, Clock.OPEN), name
        if self._flag(args.keywords.get(row.utc_keyword)):
            return Clock.UTC, ""
        if self._flag(args.keywords.get(row.local_keyword)):
            return Clock.ZONE, ""
        return self._without_zone(row), ""

    def _flag(self, given: list[Ref | Abstract] | None) -> bool:
        return bool(given) and any(
            isinstance(v, Known) and v.value is True for v in self._program.eval_all(given or [])
        )

    def _without_zone(self, row: rows.Clock) -> Clock:
        if row.name == "logging.Formatter.converter" and self._converter_is_utc:
            return Clock.BARE_UTC
        if row.taken == "django":
            return Clock.UTC if self.django_is_aware else Clock.LOCAL
        if row.taken == "zone" and row.name.startswith("django.") and self.django_zone_is_utc:
            return Clock.UTC
        return TAKEN[row.taken]

    def _moment(self, row: rows.Clock, ref: Ref, clock: Clock, zone: str) -> Moment:
        form = Form(row.form)
        name = row.name.removeprefix("datetime.") if row.name.startswith("datetime.d") else row.name
        what = FACTS[clock] if not (clock is Clock.ZONE and zone) else f"takes the time of {zone}"
        fact = "a number of seconds since 1970" if form is Form.NUMBER else f"{name}() {what}"
        moment = Moment(clock, form, row.type, ref, fact)
        if form is not Form.TEXT:
            return moment
        return Moment(clock, form, row.type, ref, fact, self._text(row, ref), ref)

    def _text(self, row: rows.Clock, ref: Ref) -> str:
        if row.format < 0:
            return row.sample
        args = self._program.arguments(ref)
        given: Values = self._program.eval_all(args.positional[row.format : row.format + 1])
        for value in given:
            if isinstance(value, Known) and isinstance(value.value, str):
                return shapes.strftime(value.value, shapes.OFFSET, of_time_module=True)
        return shapes.strftime("%Y-%m-%d %H:%M:%S", None)

    @cached_property
    def _converter_is_utc(self) -> bool:
        """Whether the converter of all log formatters has been replaced."""
        for update in self._program.updates.of_attribute("converter"):
            if update.value is not None:
                values = self._program.eval(self._users.root_ref(update.module, update.value))
                if any(isinstance(v, External) and v.name == "time.gmtime" for v in values):
                    return True
        return False

    # -- Django's settings

    def _setting(self, name: str) -> list[object]:
        found: list[object] = []
        for module in list(self._program.table.loaded()):
            if name in module.summary.globals and (
                "settings" in module.path or "INSTALLED_APPS" in module.summary.globals
            ):
                values = self._program.names.in_module(module, name)
                found += [v.value for v in values if isinstance(v, Known)]
        return found

    @cached_property
    def django_is_aware(self) -> bool:
        """Unless `USE_TZ = False` is in sight."""
        return False not in self._setting("USE_TZ")

    @cached_property
    def django_zone_is_utc(self) -> bool:
        return self._setting("TIME_ZONE") == ["UTC"]
