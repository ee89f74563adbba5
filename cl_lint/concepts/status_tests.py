"""Tests of a status, worked out: for which statuses is a condition true, and what does that say?"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Optional

from ..program import Container, External, Instance, Known, Obj, Ref
from ..syntax import summary as s

if TYPE_CHECKING:
    from .application import Application

FAILS, SUCCEEDS, ANSWER, FAILS_SOME = "fails", "succeeds", "answer", "fails some"
"""What a test being true says of the response: it failed; it is fine; it has one named status;
it has one of several failing statuses."""
NOT_ANSWER = "not that answer"

SAMPLE = (
    *(200, 201, 202, 203, 204, 206, 301, 302, 304, 308),
    *(400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 412, 413, 415, 422, 423, 424, 425, 426, 428, 429),
    *(431, 451, 500, 501, 502, 503, 504, 505, 507, 508, 511, 598, 599),
)
"""Statuses over which the truth of a test is worked out."""
UNKNOWN = object()
"""What an expression is that cannot be worked out; it counts as true."""
PRESENT = object()
"""Something that is neither false nor None."""
DEPTH = 8
CONVERSIONS: dict[str, Callable[[Any], Any]] = {
    "int": int, "str": str, "bool": bool, "float": float, "round": round, "floor": math.floor,
    "trunc": math.trunc, "abs": abs, "HTTPStatus": int,
}  # fmt: skip
OPERATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "//": operator.floordiv, "/": operator.truediv, "%": operator.mod, "-": operator.sub, "+": operator.add,
    "*": operator.mul,
}  # fmt: skip
CLASSES = {
    "is_informational": 1, "is_success": 2, "is_redirection": 3, "is_client_error": 4, "is_server_error": 5,
}  # fmt: skip
"""The attributes of an `http.HTTPStatus` that tell the class of a status."""


def name_of(module: Any, vid: s.ValueId) -> str:
    """The last name of a function's expression."""
    return getattr(module.values[vid], "name", None) or ""


class StatusTests:
    """Evaluates conditions with a status put in for that of a response."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program

    def passing(self, ref: Ref) -> list[int]:
        """The statuses for which a condition is, or may be, true."""
        return [status for status in SAMPLE if self._true(self.value(ref, status, DEPTH))]

    def _true(self, value: object) -> bool:
        return value is UNKNOWN or bool(value)

    def value(self, ref: Ref, status: int, depth: int) -> object:
        """What an expression is when the response has a status."""
        node = ref.module.values[ref.vid]
        if depth <= 0:
            return UNKNOWN

        def at(vid: s.ValueId) -> object:
            return self.value(Ref(ref.module, vid, ref.frame), status, depth - 1)

        if isinstance(node, s.Binary):
            return self._calculated(node, at)
        if isinstance(node, s.Unary) and node.op == "not":
            inner = at(node.operand)
            return UNKNOWN if inner is UNKNOWN else not inner
        if isinstance(node, s.Compare):
            return self._compared(node, at)
        if isinstance(node, s.Conditional):
            return at(node.then)
        if isinstance(node, s.Call):
            return self._called(ref, node, at)
        if isinstance(node, s.Item):
            found = self._item(ref, node, at)
            if found is not UNKNOWN:
                return found
        if isinstance(node, s.Attr) and node.name in CLASSES and self.is_http_status(ref, node.base):
            number = at(node.base)
            return number // 100 == CLASSES[node.name] if isinstance(number, int) else UNKNOWN
        if self._app.responses.direct(ref, ("status",)):
            return status
        if isinstance(node, s.Const) and node.value is None:
            return None
        known = constants(self._app, ref)
        return UNKNOWN if known is None else known

    def is_http_status(self, ref: Ref, vid: s.ValueId) -> bool:
        """Whether a value is `HTTPStatus(…)`."""
        node = ref.module.values[vid]
        return isinstance(node, s.Call) and name_of(ref.module, node.func) == "HTTPStatus"

    def _calculated(self, node: s.Binary, at: Callable[[s.ValueId], object]) -> object:
        work = OPERATIONS.get(node.op)
        if work is None:
            return UNKNOWN
        try:
            return work(at(node.left), at(node.right))
        except (TypeError, ArithmeticError):
            return UNKNOWN

    def _compared(self, node: s.Compare, at: Callable[[s.ValueId], object]) -> object:
        values = [at(vid) for vid in (node.left, *node.operands)]
        return all(
            UNKNOWN in values[i : i + 2] or compare(op, values[i], values[i + 1])
            for i, op in enumerate(node.ops)
        )

    def _called(self, ref: Ref, node: s.Call, at: Callable[[s.ValueId], object]) -> object:
        func = ref.module.values[node.func]
        name = name_of(ref.module, node.func)
        if name in CONVERSIONS and len(node.args) == 1:
            value = at(node.args[0].value)
            try:
                return UNKNOWN if value is UNKNOWN else CONVERSIONS[name](value)
            except (TypeError, ValueError):
                return UNKNOWN
        if isinstance(func, s.Attr) and name in ("startswith", "endswith") and node.args:
            text, parts = at(func.base), self._texts(Ref(ref.module, node.args[0].value, ref.frame))
            return getattr(text, name)(parts) if isinstance(text, str) and parts else UNKNOWN
        if isinstance(func, s.Attr) and name == "get" and node.args:
            keys = self.keys(Ref(ref.module, func.base, ref.frame))
            key = at(node.args[0].value)
            if keys and isinstance(key, (int, str)):
                default = at(node.args[1].value) if len(node.args) > 1 else None
                return PRESENT if key in keys else default
        known = constants(self._app, ref)  # range(400, 600)
        return UNKNOWN if known is None else known

    def _item(self, ref: Ref, node: s.Item, at: Callable[[s.ValueId], object]) -> object:
        base = at(node.base)
        if not isinstance(base, str):
            return UNKNOWN
        slot = ref.module.values[node.key]
        if isinstance(slot, s.Slice):
            lower = None if slot.lower is None else at(slot.lower)
            upper = None if slot.upper is None else at(slot.upper)
            if isinstance(lower, (int, type(None))) and isinstance(upper, (int, type(None))):
                return base[lower:upper]
            return UNKNOWN
        index = at(node.key)
        return base[index] if isinstance(index, int) and -len(base) <= index < len(base) else UNKNOWN

    def _texts(self, ref: Ref) -> tuple[str, ...]:
        found = set(self._program.texts_at(ref))
        for value in self._program.eval(ref):
            if isinstance(value, Container):
                items = self._program.attributes.items(value, None)
                found |= {v.value for v in items if isinstance(v, Known) and isinstance(v.value, str)}
        return tuple(sorted(found))

    def keys(self, ref: Ref) -> frozenset[object]:
        """The statuses that are keys of a mapping of the program; empty for anything else."""
        found: set[object] = set()
        for value in self._program.eval(ref):
            if isinstance(value, Container) and self._is_mapping(value):
                found |= set(numbers(self._program.attributes.iterated(value)))
        return frozenset(found)

    def _is_mapping(self, value: Container) -> bool:
        node = value.ref.module.values[value.ref.vid]
        return isinstance(node, (s.Mapping, s.Updated)) or (
            isinstance(node, s.Comprehension) and node.key is not None
        )


def verdict(passing: list[int], excludes: bool) -> Optional[str]:
    """What it says of a response that a test passes which these statuses pass. Where all or none do,
    nothing is known, but for a test that excludes (`not in`) something unknown."""
    if len(passing) in (0, len(SAMPLE)):
        return FAILS if excludes else None
    good = [st for st in passing if 200 <= st < 400]
    bad = [st for st in passing if st >= 400]
    all_good = [st for st in SAMPLE if st < 400]
    all_bad = [st for st in SAMPLE if st >= 400]
    if not bad:
        return SUCCEEDS if {200, 201, 202} & set(good) else ANSWER
    if len(bad) == len(all_bad):
        return FAILS  # every error passes, and some success does not
    if len(good) == len(all_good):
        return NOT_ANSWER if len(bad) == len(all_bad) - 1 else None
    if not good:
        if len(bad) == 1:
            return ANSWER
        return FAILS if len(bad) >= len(all_bad) // 2 else FAILS_SOME
    if 200 not in good and len(bad) >= len(all_bad) - 4:
        return FAILS  # `not in (200, 404)`
    return SUCCEEDS if 200 in good and len(bad) < 5 else None


def compare(op: str, left: object, right: object) -> bool:
    """A comparison of a status with constants; True where it makes no sense."""
    if isinstance(left, str) or isinstance(right, str):
        left, right = _as_text(left), _as_text(right)
    try:
        if op == "in":
            return left in right if isinstance(right, (frozenset, str)) else True
        if op == "not in":
            return left not in right if isinstance(right, (frozenset, str)) else True
        if op in ("==", "is"):
            return left == right
        if op in ("!=", "is not"):
            return left != right
        ordered: dict[str, bool] = {
            "<": left < right,  # type: ignore[operator]
            "<=": left <= right,  # type: ignore[operator]
            ">": left > right,  # type: ignore[operator]
            ">=": left >= right,  # type: ignore[operator]
        }
        return ordered.get(op, True)
    except TypeError:
        return True


def _as_text(value: object) -> object:
    return str(value) if isinstance(value, int) else value


def numbers(values: Iterable[object]) -> list[object]:
    """The constants, and the numbers of HTTPStatus members, among values."""
    found: list[object] = []
    for value in values:
        if isinstance(value, Known):
            found.append(value.value)
        elif isinstance(value, External):
            status = http_status(value.name)
            if status is not None:
                found.append(status)
    return found


def constants(app: Application, ref: Ref) -> object:
    """A number or text, or a frozenset of those in a container or range; None when not known."""
    held: set[object] = set()
    program = app.program
    for value in program.eval(ref):
        if isinstance(value, Known) and isinstance(value.value, (int, float, str)):
            return value.value
        if isinstance(value, External):
            status = http_status(value.name)
            if status is not None:
                return status
            if value.name.endswith("requests.codes.ok") or value.name.endswith("codes.OK"):
                return 200
        if isinstance(value, Container):
            held |= set(numbers(program.attributes.iterated(value)))
        if isinstance(value, Obj) and value.site is not None and value.maker == "builtins.range":
            args = program.arguments(value.site)
            bounds = [v.value for g in args.positional for v in program.eval_given(g) if isinstance(v, Known)]
            if bounds and all(isinstance(b, int) for b in bounds):
                return frozenset(range(*bounds))  # type: ignore[arg-type]
        if (
            isinstance(value, Obj)
            and value.site is not None
            and value.maker in ("builtins.set", "builtins.frozenset", "builtins.tuple", "builtins.list")
        ):
            args = program.arguments(value.site)
            for given in args.positional:
                if isinstance(given, Ref):
                    inner = constants(app, given)
                    if isinstance(inner, frozenset):
                        return inner
        if isinstance(value, Instance):
            return None
    return frozenset(held) if held else None


def http_status(name: str) -> int | None:
    """The number of an http.HTTPStatus member or a `codes` attribute of requests or httpx."""
    owner, _, member = name.rpartition(".")
    if member in ("value", "real"):
        owner, _, member = owner.rpartition(".")
    if owner.rsplit(".", 1)[-1] in ("HTTPStatus", "codes", "status"):
        if member.startswith("HTTP_"):
            digits = member[5:8]
            return int(digits) if digits.isdigit() else None
        found = HTTPStatus.__members__.get(member.upper())
        return found.value if found is not None else None
    return None
