"""structlog's processors and loguru's sinks: how they stamp their lines."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from ...findings import Place
from ...program import Abstract, Closure, External, FunctionKey, Instance, Known, Obj, Ref, Values
from ...program.binding import Arguments, Given
from ...syntax import summary as s
from ..timestamps import shapes
from .items import items_of
from .stamps import NO_TIME, NUMBER, Setup, Stamp, of_moments, of_sample, right, unclear, worst, wrong

if TYPE_CHECKING:
    from ..application import Application

STAMPERS = ("TimeStamper", "MaybeTimeStamper")
LOGURU_FIELD = re.compile(r"\{(?P<name>[^{}:!]*)(?:![rsa])?(?::(?P<spec>[^{}]*))?\}")
HOLE = "\x00"
LOGURU_DEFAULT = "YYYY-MM-DDTHH:mm:ss.SSSSSSZZ"


class Structured:
    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program

    # -- structlog

    def structlog(self, call: Ref, args: Arguments) -> list[Setup]:
        """The set-ups that a `structlog.configure` call makes: its stampers, or itself where it has none."""
        given = args.keywords.get("processors") or args.positional[:1]
        place = self._app.place_of(call)
        if not given:
            if args.open_keywords or args.open_positional:
                return [Setup(place, "structlog", unclear("its processors are not known"))]
            return [
                Setup(place, "structlog", wrong("by default it stamps lines in local time without a zone"))
            ]
        found: list[Setup] = []
        is_open = False
        for value in self._program.eval_all(given):
            refs, more = items_of(self._program, value)
            is_open = is_open or more
            for ref in refs:
                setup, unknown = self._processor(ref, place)
                found += setup
                is_open = is_open or unknown
        if found:
            notes = ((place, "the processors are configured here"),)
            return [Setup(f.place, f.what, f.stamp, (*f.notes, *notes)) for f in found]
        if is_open:
            return [Setup(place, "structlog", unclear("not all of its processors are known"))]
        if self._app.log_setups.has_standard_setup and self._writes_through(args):
            return []
        return [Setup(place, "structlog", wrong(f"none of its processors stamps the lines: {NO_TIME}"))]

    def _writes_through(self, args: Arguments) -> bool:
        return writes_through_logging(self._program.eval_all(args.keywords.get("logger_factory", ())))

    def _processor(self, ref: Ref, place: Place) -> tuple[list[Setup], bool]:
        """The set-up that a processor is, if it stamps; and whether it is not known."""
        found: list[Setup] = []
        unknown = False
        for value in self._program.eval(ref):
            stamp = self._stamp_of(value)
            if stamp is not None:
                found.append(self._stamper(value, ref, stamp, place))
            else:
                unknown = unknown or not self._is_harmless(value)
        return found, unknown

    def _stamper(self, value: Abstract, ref: Ref, stamp: Stamp, place: Place) -> Setup:
        """A stamper is judged where it is made; a function of the program where it is configured."""
        if isinstance(value, Obj) and value.site is not None:
            return Setup(self._app.place_of(value.site), "structlog", stamp)
        return Setup(place, "structlog", stamp, ((self._app.place_of(ref), "the processor that stamps"),))

    def _stamp_of(self, value: Abstract) -> Stamp | None:
        if isinstance(value, Obj) and value.site is not None and value.maker.endswith(STAMPERS):
            return self._time_stamper(self._program.arguments(value.site))
        key = self._function(value)
        if key is None:
            return None
        timestamps = self._app.timestamps
        moments = [*timestamps.given_back(key), *(m for _, m in timestamps.put_into(key))]
        if moments:
            return of_moments(moments)
        return self._wrapped(key)

    def _function(self, value: Abstract) -> FunctionKey | None:
        if isinstance(value, Closure):
            return value.function
        return self._program.classes.method(value.cls, "__call__") if isinstance(value, Instance) else None

    def _wrapped(self, key: FunctionKey) -> Stamp | None:
        """A processor that calls a stamper."""
        for vid in self._program.function(key).calls:
            call = Ref(key.module, vid, self._program.root(key))
            for callee in self._program.callees(call):
                if isinstance(callee, Obj) and callee.site is not None and callee.maker.endswith(STAMPERS):
                    return self._time_stamper(self._program.arguments(callee.site))
        return None

    def _is_harmless(self, value: Abstract) -> bool:
        """Whether a processor is known to leave the time alone."""
        if isinstance(value, (Closure, Instance)):
            return True
        if isinstance(value, External):
            return value.name.startswith("structlog.")
        if isinstance(value, Obj):
            return (value.maker or value.type).startswith("structlog.")
        return isinstance(value, Known)

    def _argument(self, args: Arguments, name: str, position: int) -> Values:
        given: list[Given] = args.keywords.get(name) or args.positional[position : position + 1]
        return self._program.eval_all(given)

    def _time_stamper(self, args: Arguments) -> Stamp:
        forms = [v.value for v in self._argument(args, "fmt", 0) if isinstance(v, Known)]
        flags = [v.value for v in self._argument(args, "utc", 1) if isinstance(v, Known)]
        given = self._argument(args, "fmt", 0)
        if given and not forms:
            return unclear("the format of its time is not known")
        is_utc = not (flags and flags[0] is False)
        stamps = []
        for form in forms or [None]:
            if form is None:
                stamps.append(wrong(NUMBER))
            elif str(form).lower() == "iso":
                stamps.append(
                    right("its lines bear UTC in ISO 8601") if is_utc else wrong("its lines bear local time")
                )
            else:
                zone = dt.timezone.utc if is_utc else shapes.OFFSET
                stamps.append(of_sample(shapes.strftime(str(form), zone), is_utc))
        return worst(stamps)

    # -- loguru

    def loguru(self, args: Arguments, entry: dict[str, Values] | None = None) -> Stamp | None:
        """How a sink stamps its lines; None where the sink itself decides."""

        def given(name: str) -> Values:
            if entry is not None:
                return entry.get(name, ())
            return self._program.eval_all(args.keywords.get(name, ()))

        if args.open_keywords and not given("format"):
            return unclear("its arguments are not known")
        if any(isinstance(v, Known) and v.value is True for v in given("serialize")):
            return wrong("its JSON holds local time")
        forms = given("format")
        if not forms:
            sinks = given("sink") or self._program.eval_all(args.positional[:1])
            if any(isinstance(v, Closure) and self._reads_record(v.function) for v in sinks):
                return None
            return wrong("its default format bears local time without a zone")
        return worst([self._loguru_format(v) for v in forms])

    def _reads_record(self, key: FunctionKey) -> bool:
        owners = key.module.summary.owners
        return any(
            isinstance(node, s.Attr) and node.name == "record" and owners[vid] == key.number
            for vid, node in enumerate(key.module.values)
        )

    def _loguru_format(self, value: Abstract) -> Stamp:
        if isinstance(value, Known) and isinstance(value.value, str):
            return self._loguru_line(value.value)
        if isinstance(value, Closure):
            frame = self._program.root(value.function)
            texts = [v for v in self._program.returned(frame) if isinstance(v, Known)]
            moments = [m for _, m in self._app.timestamps.put_into(value.function)]
            if moments:
                return of_moments(moments)
            return (
                worst([self._loguru_format(v) for v in texts])
                if texts
                else unclear("what its format returns is not known")
            )
        return unclear("its format is not known")

    def _loguru_line(self, form: str) -> Stamp:
        stamps: list[Stamp] = []
        pieces: list[str] = []
        last = 0
        for match in LOGURU_FIELD.finditer(form):
            pieces.append(form[last : match.start()])
            last = match.end()
            name = match["name"]
            if name == "time":
                spec, _, zone = (match["spec"] or LOGURU_DEFAULT).partition("!")
                rest = form[last:]
                following = rest[: rest.find("{")] if "{" in rest else rest
                is_utc = zone.upper() == "UTC"
                text = shapes.letters(
                    spec or LOGURU_DEFAULT, dt.timezone.utc if is_utc else shapes.OFFSET, "Z"
                )
                stamps.append(of_sample(shapes.extended(text, following), is_utc))
            elif name.startswith("extra["):
                stamps += self._patched(name[6:].strip("]'\""))
        if not stamps and "{extra}" in form:
            stamps += self._patched("")
        return stamps[0] if len(stamps) == 1 else worst(stamps) if stamps else wrong(NO_TIME)

    def _patched(self, name: str) -> list[Stamp]:
        """What a patcher puts into the record under a name."""
        fields = self._app.log_setups.fields
        return [fields[name]] if name in fields else []


def writes_through_logging(factories: Values) -> bool:
    """Whether structlog hands its lines to the standard library."""
    for value in factories:
        name = value.maker or value.type if isinstance(value, Obj) else getattr(value, "name", "")
        if name.startswith("structlog.stdlib."):
            return True
    return False
