"""What an operation makes of a time: one function for each word that a `[[time_step]]` row can say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ...models.time_rows import TimeStep
from ...program import Known, Program, Ref, Values
from . import shapes
from .moments import Clock, Form, Moment
from .zones import Where, zone_of

if TYPE_CHECKING:
    from ...program.binding import Arguments, Given

STEP = Callable[["Operation"], "Moment | None"]


class Operation:
    """One operation on a moment: the row that knows it and the call (or attribute) that is it."""

    def __init__(self, program: Program, row: TimeStep, moment: Moment, ref: Ref, is_call: bool) -> None:
        self.program = program
        self.row = row
        self.moment = moment
        self.ref = ref
        self.is_call = is_call
        self.args: Arguments | None = program.arguments(ref) if is_call else None

    def given(self, position: int, keyword: str) -> list[Given]:
        if self.args is None:
            return []
        named = self.args.keywords.get(keyword)
        if named:
            return named
        return self.args.positional[position : position + 1] if position >= 0 else []

    def texts(self, position: int, keyword: str) -> list[str]:
        values = self.program.eval_all(self.given(position, keyword))
        return [v.value for v in values if isinstance(v, Known) and isinstance(v.value, str)]

    def zone(self) -> tuple[Where, str] | None:
        """The zone that the operation names; None where it names none."""
        if self.row.receiver_zone:
            return zone_of(self.program, self._receiver())
        given = self.given(self.row.zone, self.row.zone_keyword)
        return zone_of(self.program, self.program.eval_all(given)) if given else None

    def _receiver(self) -> Values:
        func = self.ref.module.values[self.ref.vid]
        base = self.ref.module.values[func.func]  # type: ignore[union-attr]
        return self.program.eval(Ref(self.ref.module, base.base, self.ref.frame))  # type: ignore[union-attr]

    def note(self, text: str) -> tuple[tuple[Ref, str], ...]:
        return (*self.moment.notes, (self.ref, text))

    def moved(self, clock: Clock, **changes: object) -> Moment:
        kind = self.row.type or self.moment.type
        return replace(self.moment, clock=clock, type=kind, **changes)  # type: ignore[arg-type]

    def text(self, sample: str, printed: bool = False) -> Moment | None:
        if not (shapes.has_time(sample) or shapes.has_date(sample)):
            return None  # a single field: the hour, the name of the day
        return replace(
            self.moment,
            form=Form.TEXT,
            sample=sample,
            formed=self.ref,
            printed=printed,
            notes=self.note("the text is formed here"),
        )


def apply(operation: Operation) -> Moment | None:
    """What the operation makes of its moment; None where it is no time any more."""
    return _STEPS[operation.row.does](operation)


def _same(op: Operation) -> Moment | None:
    return op.moved(op.moment.clock)


def _parse(op: Operation) -> Moment | None:
    if op.moment.form in (Form.NUMBER, Form.STRUCT):
        return None
    return op.moved(op.moment.clock, form=Form.OBJECT, sample="", formed=None)


def _date(op: Operation) -> Moment | None:
    return op.moved(op.moment.clock, form=Form.DATE)


def _struct(op: Operation) -> Moment | None:
    clock = Clock.BARE_UTC if op.moment.clock is Clock.UTC else op.moment.clock
    return op.moved(clock, form=Form.STRUCT)


def _utc_struct(op: Operation) -> Moment | None:
    wrong = op.moment.clock in (Clock.LOCAL, Clock.WRONG)
    return op.moved(Clock.WRONG if wrong else Clock.BARE_UTC, form=Form.STRUCT)


def _number(op: Operation) -> Moment | None:
    """Seconds since 1970: right for any clock but UTC that does not say so, which is taken as local."""
    shifted = op.moment.clock in (Clock.NAIVE_UTC, Clock.WRONG)
    clock = Clock.WRONG if shifted else Clock.UTC
    return op.moved(clock, form=Form.NUMBER, formed=op.ref, notes=op.note("seconds since 1970 from here on"))


def _timegm(op: Operation) -> Moment | None:
    clock = Clock.WRONG if op.moment.clock in (Clock.LOCAL, Clock.WRONG) else Clock.UTC
    return op.moved(clock, form=Form.NUMBER, formed=op.ref)


def _mktime(op: Operation) -> Moment | None:
    clock = Clock.UTC if op.moment.clock is Clock.LOCAL else Clock.WRONG
    return op.moved(clock, form=Form.NUMBER, formed=op.ref)


def _convert(op: Operation) -> Moment | None:
    where, name = op.zone() or ((Where.UTC, "UTC") if op.row.default == "utc" else (Where.ELSEWHERE, ""))
    if where is Where.NOWHERE:
        where, name = Where.ELSEWHERE, ""
    moment = op.moment
    if moment.clock is Clock.WRONG:
        return op.moved(Clock.WRONG)
    naive_is_utc = moment.type.startswith(("pandas", "pendulum", "arrow"))
    if moment.clock is Clock.NAIVE_UTC and not naive_is_utc and not op.row.receiver_zone:
        return op.moved(Clock.WRONG, notes=op.note("taken for local time here: the value is shifted"))
    if where is Where.UTC:
        return op.moved(Clock.UTC)
    if where is Where.OPEN:
        return op.moved(Clock.OPEN)
    target = name or "the local zone"
    if moment.clock is Clock.UTC:
        fact = f"the time is moved from UTC to {target}"
        return op.moved(Clock.ZONE, origin=op.ref, fact=fact, notes=((moment.origin, "taken in UTC"),))
    return op.moved(Clock.ZONE, notes=op.note(f"moved to {target}"))


def _label(op: Operation) -> Moment | None:
    """Only the label of the zone is changed: right for a value that was in that zone already."""
    named = op.zone()
    if named is None:
        return (
            op.moved(op.moment.clock)
            if op.row.zone_keyword in ("tzinfo", "tz")
            else _relabelled(op, Where.ELSEWHERE)
        )
    return _relabelled(op, named[0])


def _relabelled(op: Operation, where: Where) -> Moment | None:
    clock = op.moment.clock
    if where is Where.NOWHERE:
        return _strip(op)
    if where is Where.OPEN:
        return op.moved(Clock.OPEN if clock is not Clock.WRONG else clock)
    if where is Where.UTC and clock in (Clock.UTC, Clock.NAIVE_UTC, Clock.BARE_UTC):
        return op.moved(Clock.UTC)
    if where is Where.ELSEWHERE and clock in (Clock.LOCAL, Clock.ZONE):
        return op.moved(Clock.ZONE)
    return op.moved(Clock.WRONG, notes=op.note("only the label is changed here, not the time"))


def _assume(op: Operation) -> Moment | None:
    """A naive value is taken for UTC, unless a zone is named."""
    if op.moment.form is Form.NUMBER:
        return None
    named = op.zone()
    clock = op.moment.clock
    if clock in (Clock.UTC, Clock.ZONE, Clock.WRONG, Clock.OPEN):
        return op.moved(clock, form=Form.OBJECT)
    moved = _relabelled(op, named[0] if named is not None else Where.UTC)
    return replace(moved, form=Form.OBJECT) if moved is not None else None


def _strip(op: Operation) -> Moment | None:
    """The zone is dropped; where the operation names one, after moving to it."""
    clock = op.moment.clock
    named = op.zone() if op.row.does == "strip" and op.is_call else None
    if named is not None and named[0] is Where.UTC:
        return op.moved(Clock.BARE_UTC)
    if op.row.name.endswith("make_naive"):
        return op.moved(
            Clock.LOCAL, notes=op.note("made local time without a zone"), fact="make_naive() gives local time"
        )
    if clock in (Clock.UTC, Clock.BARE_UTC):
        return op.moved(Clock.BARE_UTC)
    return op.moved(Clock.LOCAL if clock is Clock.ZONE else clock)


def _iso(op: Operation) -> Moment | None:
    if op.moment.form is Form.DATE:
        return op.text(shapes.INSTANT.date().isoformat())
    sep = next(iter(op.texts(0, "sep")), "T") if op.row.zone >= 0 else "T"
    zone = op.moment.zone
    precision = next(iter(op.texts(1, "timespec")), "auto")
    try:
        return op.text(shapes.INSTANT.replace(tzinfo=zone).isoformat(sep, precision))
    except (ValueError, TypeError):
        return op.text(shapes.INSTANT.replace(tzinfo=zone).isoformat())


def _string(op: Operation) -> Moment | None:
    return op.text(str(shapes.INSTANT.replace(tzinfo=op.moment.zone)), printed=True)


def _text(op: Operation) -> Moment | None:
    return op.text(op.row.sample)


def _format(op: Operation) -> Moment | None:
    row = op.row
    if row.tokens == "numpy":
        return _numpy(op)
    forms = op.texts(row.format, row.format_keyword)
    given = op.given(row.format, row.format_keyword)
    if not forms and given:
        return op.text(shapes.UNKNOWN_FORM)
    form = forms[0] if forms else row.sample or "%Y-%m-%d %H:%M:%S"
    samples = [rendered(f, op.moment, row.tokens) for f in forms] or [rendered(form, op.moment, row.tokens)]
    faulty = next((sample for sample in samples if not shapes.is_iso(sample)), samples[0])
    return op.text(faulty)


def rendered(form: str, moment: Moment, tokens: str) -> str:
    """The sample instant under a format, as the moment's zone lets it appear."""
    zone = moment.zone
    if tokens == "letters":
        colon = "Z" if moment.type.startswith("pendulum") else "ZZ"
        return shapes.letters(form, zone, colon)
    if moment.form is Form.DATE:
        form = form.replace("%H", "00").replace("%M", "00").replace("%S", "00")
    return shapes.strftime(form, zone, of_time_module=tokens == "time")


def _numpy(op: Operation) -> Moment | None:
    where = next(iter(op.texts(2, "timezone")), "naive")
    sample = shapes.INSTANT.replace(microsecond=0).isoformat()
    if where == "UTC":
        return op.text(sample + "Z")
    if where == "local":
        moved = op.text(sample + "-0500")
        return replace(moved, clock=Clock.ZONE) if moved is not None else None
    return op.text(sample)


_STEPS: dict[str, STEP] = {
    "iso": _iso,
    "string": _string,
    "text": _text,
    "format": _format,
    "convert": _convert,
    "label": _label,
    "assume": _assume,
    "strip": _strip,
    "same": _same,
    "parse": _parse,
    "date": _date,
    "struct": _struct,
    "utc-struct": _utc_struct,
    "number": _number,
    "timegm": _timegm,
    "mktime": _mktime,
}
