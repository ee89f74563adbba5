"""What becomes of a time in text operations: f-strings, formats, concatenation, slices, methods."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ...models.time_rows import TimeStep
from ...program import Frame, FunctionKey, Known, Program, Ref, Text
from ...program.texts import BRACES, PERCENT
from ...syntax import summary as s
from . import shapes
from .moments import Form, Moment
from .shapes import HOLE
from .steps import Operation, apply, rendered

if TYPE_CHECKING:
    from .spots import Spot

METHODS = frozenset(
    (
        "replace strip lstrip rstrip removeprefix removesuffix upper lower title zfill ljust "
        "rjust center casefold"
    ).split()
)
SPLITS = frozenset({"split", "rsplit", "partition", "rpartition"})
UNCHANGED = frozenset({"encode", "decode"})
FORMAT_SPEC = re.compile(r"\{(?P<field>[^{}:!]*)(?:!(?P<how>[rsa]))?(?::(?P<spec>[^{}]*))?\}")


def printed(program: Program, moment: Moment, ref: Ref) -> Moment | None:
    """The moment after `str()`."""
    if moment.form is Form.TEXT:
        return moment
    if moment.form is Form.NUMBER:
        return moment
    kind = moment.type or "datetime.datetime"
    row = program.models.row(TimeStep, f"{kind}.__str__")
    if row is None or moment.form is Form.STRUCT:
        return None
    return apply(Operation(program, row, moment, ref, is_call=False))


def formatted(program: Program, moment: Moment, spec: str, ref: Ref) -> Moment | None:
    """The moment after `format(moment, spec)`."""
    if not spec or moment.form in (Form.TEXT, Form.NUMBER):
        return printed(program, moment, ref)
    own = moment.type.startswith("arrow") or (moment.type.startswith("pendulum") and "%" not in spec)
    sample = rendered(spec, moment, "letters" if own else "strftime")
    if not (shapes.has_time(sample) or shapes.has_date(sample)):
        return None
    notes = (*moment.notes, (ref, "the text is formed here"))
    return replace(moment, form=Form.TEXT, sample=sample, formed=ref, notes=notes)


def followed(moment: Moment, before: str, after: str) -> Moment:
    """A text with constant text around it: a designator right behind belongs to it."""
    if moment.form is Form.NUMBER:
        return replace(moment, embedded=True) if (before + after).strip() else moment
    sample = shapes.extended(moment.sample, after)
    rest = after[len(shapes.designator(after)) :]
    return replace(
        moment, sample=sample, embedded=moment.embedded or bool((before + rest).strip(" \n[]()\"'"))
    )


def _constant(program: Program, ref: Ref) -> str | None:
    """The constant text that a value is."""
    values = program.eval(ref)
    if len(values) == 1 and isinstance(values[0], Known):
        value = values[0].value
        return (
            value.decode("utf-8", "replace")
            if isinstance(value, bytes)
            else str(value)
            if value is not None
            else None
        )
    return None


# -- f-strings


def in_template(program: Program, spot: Spot, user: s.ValueId, node: s.Template) -> Moment | None:
    """The moment as part of an f-string; the constant parts around it count."""
    moment = spot.moment
    pieces = [_piece(program, spot, part) for part in node.parts]
    index = node.parts.index(spot.vid)
    before, after = "".join(pieces[:index]), "".join(pieces[index + 1 :])
    if moment.form is Form.TEXT and _others(spot, node, index):
        start, end = before.rfind(HOLE) + 1, (after + HOLE).find(HOLE)
        sample = before[start:] + moment.sample + after[:end]
        return replace(moment, sample=sample, embedded=start > 0 or end < len(after))
    return followed(moment, before, after)


def _others(spot: Spot, node: s.Template, index: int) -> bool:
    """Whether other parts of the template format the same value: f"{t:%Y-%m-%d}T{t:%H:%M:%S}Z"."""
    own = spot.module.values[spot.vid]
    if not isinstance(own, s.Formatted):
        return False
    for position, part in enumerate(node.parts):
        other = spot.module.values[part]
        if position != index and isinstance(other, s.Formatted) and other.value == own.value:
            return True
    return False


def _piece(program: Program, spot: Spot, part: s.ValueId) -> str:
    """The text of a part of the template; a hole where it is not known."""
    module = spot.module
    node = module.values[part]
    own = module.values[spot.vid]
    if isinstance(node, s.Const):
        return str(node.value)
    if isinstance(node, s.Formatted):
        frame = _frame(program, spot)
        if isinstance(own, s.Formatted) and node.value == own.value and node.spec is not None:
            spec = _constant(program, Ref(module, node.spec, frame))
            return rendered(spec, replace(spot.moment, form=Form.OBJECT), "strftime") if spec else HOLE
        return _constant(program, Ref(module, node.value, frame)) or HOLE
    return HOLE


def _frame(program: Program, spot: Spot) -> Frame:
    return program.root(FunctionKey(spot.module, spot.module.summary.owners[spot.vid]))


# -- concatenation


def in_sum(program: Program, spot: Spot, node: s.Binary, ref: Ref) -> Moment | None:
    """The moment as an operand of `+` between texts."""
    other = node.right if node.left == spot.vid else node.left
    text = _with_holes(program, Ref(ref.module, other, ref.frame))
    return followed(spot.moment, "", text) if node.left == spot.vid else followed(spot.moment, text, "")


def _with_holes(program: Program, ref: Ref) -> str:
    """A text, with a hole for each part that is not known."""
    for value in program.eval(ref):
        if isinstance(value, Text):
            return "".join(p if isinstance(p, str) else HOLE for p in value.parts)
    text = _constant(program, ref)
    return HOLE if text is None else text


# -- formats


def in_percent(
    program: Program, moment: Moment, template: str, index: int | str, ref: Ref
) -> tuple[Moment, str] | None:
    """The moment at placeholder `index` (a number, or a name) of a %-format, and the text before it."""
    position = 0
    for match in PERCENT.finditer(template):
        if match[2] == "%":
            continue
        if match[1] == index if match[1] else position == index:
            text = printed(program, moment, ref) if match[2] in "sra" else moment
            if text is None:
                return None
            before, after = template[: match.start()], PERCENT.sub(HOLE, template[match.end() :])
            return followed(text, before, after), before
        position += 1
    return None


def in_braces(
    program: Program, moment: Moment, template: str, index: int | str, ref: Ref
) -> tuple[Moment, str] | None:
    """The same for `str.format` and loguru's messages."""
    automatic = 0
    for match in BRACES.finditer(template):
        if match[0] in ("{{", "}}"):
            continue
        field = FORMAT_SPEC.match(match[0])
        name = re.split(r"[.\[]", field["field"])[0] if field else ""
        place: int | str = int(name) if name.isdigit() else name or automatic
        automatic += not name
        if place == index:
            spec = (field["spec"] or "") if field else ""
            text = formatted(program, moment, spec, ref)
            if text is None:
                return None
            before, after = template[: match.start()], BRACES.sub(HOLE, template[match.end() :])
            return followed(text, before, after), before
    return None


# -- methods and slices


def method(
    program: Program, spot: Spot, name: str, call: Ref
) -> Iterator[tuple[Moment, tuple[int | None, ...]]]:
    """What a method of a text gives: a text, or a list of texts with their places."""
    moment = spot.moment
    node = call.module.values[call.vid]
    assert isinstance(node, s.Call)
    args = [_constant(program, Ref(call.module, a.value, call.frame)) for a in node.args if a.name is None]
    if name in UNCHANGED:
        yield moment, ()
        return
    if name not in METHODS | SPLITS or any(a is None for a in args):
        return
    arguments = [int(a) if a.lstrip("-").isdigit() and i else a for i, a in enumerate(args) if a is not None]
    if name in ("zfill", "ljust", "rjust", "center"):
        yield moment, ()
        return
    try:
        result = getattr(moment.sample, name)(*arguments)
    except (TypeError, ValueError):
        return
    if isinstance(result, str):
        if result:
            yield replace(moment, sample=result, printed=moment.printed and result == moment.sample), ()
        return
    for index, piece in enumerate(result):
        if shapes.has_time(piece) or shapes.has_date(piece):
            yield replace(moment, sample=piece, printed=False), (index,)
            yield replace(moment, sample=piece, printed=False), (index - len(result),)


def sliced(program: Program, moment: Moment, node: s.Slice, ref: Ref) -> Moment | None:
    """A slice of a text with constant bounds."""

    def bound(vid: s.ValueId | None) -> int | None:
        text = _constant(program, Ref(ref.module, vid, ref.frame)) if vid is not None else None
        return int(text) if text is not None and text.lstrip("-").isdigit() else None

    if moment.form is not Form.TEXT:
        return None
    sample = moment.sample[bound(node.lower) : bound(node.upper)]
    if not (shapes.has_time(sample) or shapes.has_date(sample)):
        return None
    return replace(moment, sample=sample, printed=False)
