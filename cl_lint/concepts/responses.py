"""Responses of API calls: which values they are, and what a test of one says."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from ..models.rows import Response
from ..program import Abstract, CaughtError, External, Instance, Known, Obj, Ref, Unknown, Values
from ..program.updates import same_thing
from ..syntax import summary as s

if TYPE_CHECKING:
    from .api_calls import ApiCall
    from .application import Application

FAILS, SUCCEEDS, ANSWER, FAILS_SOME = "fails", "succeeds", "answer", "fails some"
"""What a test being true says of the response: it failed; it is fine; it has one named status;
it has one of several failing statuses."""

NOT_ANSWER = "not that answer"
FLIPPED = {FAILS: SUCCEEDS, SUCCEEDS: FAILS, ANSWER: NOT_ANSWER, NOT_ANSWER: ANSWER}
ERROR_KEYS = ("error", "errors", "errorcode", "error_code", "errormessage", "fault", "faultcode")
RESPONSE_NAMES = frozenset({"resp", "response", "r", "res", "reply", "answer", "result", "rsp"})


class Responses:
    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program

    @cached_property
    def rows(self) -> list[Response]:
        return list(self._app.models.rows(Response).values())

    def names(self, field: str) -> frozenset[str]:
        """Attribute names that some response type has for `field` ("status", "body" …)."""
        known = self._names.get(field)
        if known is None:
            known = self._names[field] = frozenset(n for row in self.rows for n in getattr(row, field))
        return known

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        return {}

    # -- which call a value answers

    def call_of(self, value: Abstract) -> ApiCall | None:
        """The API call whose response a value is."""
        if not isinstance(value, Obj) or value.site is None:
            return None
        call = self._app.api_calls.at(value.site)
        if call is not None:
            return call
        if value.maker.endswith(".getresponse"):
            return self._on_connection(value.site)
        return None

    def _on_connection(self, site: Ref) -> ApiCall | None:
        for callee in self._program.callees(site):
            if isinstance(callee, External) and callee.receiver is not None:
                for call in self._app.api_calls.all:
                    if call.client is not None and same_thing(call.client, callee.receiver):
                        return call
        return None

    def calls_of(self, values: Iterable[Abstract]) -> list[ApiCall]:
        found = [self.call_of(v) for v in values]
        return [c for c in found if c is not None]

    def sites(self, values: Iterable[Abstract]) -> list[tuple[Ref, ApiCall]]:
        """The API calls that values answer, with the exact site (frame included) of each."""
        found = []
        for value in values:
            call = self.call_of(value)
            if call is not None and isinstance(value, Obj) and value.site is not None:
                found.append((value.site, call))
        return found

    def is_response(self, value: Abstract) -> bool:
        """Whether a value is a response of any request, as far as its type tells."""
        if isinstance(value, Obj):
            return self.call_of(value) is not None or self._app.models.row(Response, value.type) is not None
        return False

    def may_be_response(self, values: Values) -> bool:
        """Also where only a parameter's name says so."""
        return any(self.is_response(v) for v in values) or any(
            isinstance(v, Unknown) and v.name.rsplit(".", 1)[-1] in RESPONSE_NAMES for v in values
        )

    def answered(self, value: Abstract, fields: tuple[str, ...]) -> list[Abstract]:
        """The responses of which `value` is an attribute (or the result of a method) of `fields`."""
        if isinstance(value, External) and value.receiver is not None:
            last = value.name.rsplit(".", 1)[-1]
            if any(last in self.names(f) for f in fields):
                return [value.receiver]
        if isinstance(value, Obj) and value.site is not None and value.maker:
            last = value.maker.rsplit(".", 1)[-1]
            if any(last in self.names(f) for f in fields):
                return [
                    c.receiver
                    for c in self._program.callees(value.site)
                    if isinstance(c, External) and c.receiver is not None
                ]
        return []

    # -- tests

    def subject(self, ref: Ref, fields: tuple[str, ...]) -> list[Abstract]:
        """The responses whose status (or other field) a value is."""
        node = ref.module.values[ref.vid]
        if isinstance(node, s.Binary) and node.op in ("//", "/", "%", "-"):
            return self.subject(Ref(ref.module, node.left, ref.frame), fields)
        if isinstance(node, s.Call) and len(node.args) == 1:
            func = ref.module.values[node.func]
            if isinstance(func, s.GlobalName) and func.name in ("int", "str", "bool", "HTTPStatus"):
                return self.subject(Ref(ref.module, node.args[0].value, ref.frame), fields)
        if isinstance(node, s.Conditional):
            return self.subject(Ref(ref.module, node.then, ref.frame), fields) + self.subject(
                Ref(ref.module, node.orelse, ref.frame), fields
            )
        if isinstance(node, s.Attr):
            failed = self._error_subject(ref, node, fields)
            if failed:
                return failed
        found: list[Abstract] = []
        for value in self._program.eval(ref):
            found += self.answered(value, fields)
        if not found and isinstance(node, s.Item) and "status" in fields:
            key = ref.module.values[node.key]
            if isinstance(key, s.Const) and key.value == "status":
                found += [v for v in self._program.at(ref, node.base) if self.is_response(v)]
        if not found and isinstance(node, s.Attr) and any(node.name in self.names(f) for f in fields):
            found += [v for v in self._program.at(ref, node.base) if self.is_response(v)]
        return found

    def _error_subject(self, ref: Ref, node: s.Attr, fields: tuple[str, ...]) -> list[Abstract]:
        """`exc.response.status_code`, `exc.status`: the response behind a caught error."""
        inner = ref.module.values[node.base]
        base = inner.base if isinstance(inner, s.Attr) and inner.name == "response" else node.base
        own = base == node.base
        if own and not ("status" in fields and node.name in ("status", "code")):
            return []
        if not own and not any(node.name in self.names(f) for f in fields):
            return []
        found: list[Abstract] = []
        for value in self._program.eval(Ref(ref.module, base, ref.frame)):
            if isinstance(value, CaughtError):
                site = self._app.error_sites.of_handler(value.ref)
                for failure in site.failures if site is not None else ():
                    if failure.raised is None:
                        found.append(Obj(failure.call.response_type or "response", failure.call.ref))
        return found

    def test(self, ref: Ref) -> tuple[str | None, list[Abstract]]:
        """What a condition says when true (see FAILS …), and of which responses."""
        node = ref.module.values[ref.vid]
        if isinstance(node, s.Unary) and node.op == "not":
            verdict, about = self.test(Ref(ref.module, node.operand, ref.frame))
            return (FLIPPED.get(verdict or ""), about)
        if isinstance(node, s.BoolOp):
            return self._combined(ref, node)
        if isinstance(node, s.Compare):
            return self._compared(ref, node)
        if isinstance(node, s.Call):
            through = self._through(ref)
            if through[0] is not None:
                return through
        about = self.subject(ref, ("ok",))
        if about:
            return SUCCEEDS, about
        about = self.subject(ref, ("failed",))
        if about:
            return FAILS, about
        if not isinstance(node, (s.Attr, s.Item)):
            truthy: list[Abstract] = [
                v for v in self._program.eval(ref) if isinstance(v, Obj) and self._has_truth(v)
            ]
            if truthy:
                return SUCCEEDS, truthy
        return None, []

    def _has_truth(self, value: Obj) -> bool:
        row = self._app.models.row(Response, value.type)
        return row is not None and row.truth == "ok"

    def _through(self, ref: Ref) -> tuple[str | None, list[Abstract]]:
        """A project function that only returns a test: `if self._failed(resp):`."""
        for frame in self._program.called_frames(ref):
            function = self._program.function(frame.function)
            if len(function.returns) == 1:
                verdict = self.test(Ref(frame.function.module, function.returns[0], frame))
                if verdict[0] is not None:
                    return verdict
        return None, []

    def _combined(self, ref: Ref, node: s.BoolOp) -> tuple[str | None, list[Abstract]]:
        parts = [self.test(Ref(ref.module, v, ref.frame)) for v in node.operands]
        known = [p for p in parts if p[0] is not None]
        if not known:
            return None, []
        about = [a for p in known for a in p[1]]
        verdicts = {p[0] for p in known}
        if node.op == "and":
            for verdict in (FAILS, FAILS_SOME, ANSWER, NOT_ANSWER):
                if verdict in verdicts:
                    return verdict, about
            return (SUCCEEDS if len(known) == len(parts) else None), about
        if len(known) == len(parts) and len(verdicts) == 1:
            only = verdicts.pop()
            return (FAILS_SOME if only == ANSWER else only), about
        if len(known) == len(parts) and SUCCEEDS not in verdicts:
            return FAILS_SOME, about
        if len(known) == len(parts) and verdicts == {SUCCEEDS, ANSWER}:
            return SUCCEEDS, about
        return None, about

    def _compared(self, ref: Ref, node: s.Compare) -> tuple[str | None, list[Abstract]]:
        operands = (node.left, *node.operands)
        for index, vid in enumerate(operands):
            about = self.subject(Ref(ref.module, vid, ref.frame), ("status",))
            if about:
                return self._status_test(ref, node, index), about
            about = self.subject(Ref(ref.module, vid, ref.frame), ("ok", "failed"))
            if about and len(node.ops) == 1:
                return self._flag_test(ref, node, index, vid), about
        return None, []

    def _flag_test(self, ref: Ref, node: s.Compare, index: int, vid: s.ValueId) -> str | None:
        other = self._program.at(ref, node.operands[0] if index == 0 else node.left)
        good = bool(self.subject(Ref(ref.module, vid, ref.frame), ("ok",)))
        flags = [v.value for v in other if isinstance(v, Known)]
        if not flags:
            return None
        same = bool(flags[0]) == (node.ops[0] in ("is", "=="))
        return SUCCEEDS if good == same else FAILS

    def _status_test(self, ref: Ref, node: s.Compare, index: int) -> str | None:
        """Truth over all statuses decides: no success among those that pass means failing."""
        others = self._others(ref, node, index)
        passing = [st for st in SAMPLE if self._holds(ref, node, index, others, st)]
        if len(passing) in (0, len(SAMPLE)):
            return FAILS if self._opaque(ref, node, index) == "not in" else None
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

    def _opaque(self, ref: Ref, node: s.Compare, index: int) -> str:
        return node.ops[0] if len(node.ops) == 1 and index == 0 else ""

    def _others(self, ref: Ref, node: s.Compare, index: int) -> list[object]:
        """What is known of the operands that are not the status."""
        operands = (node.left, *node.operands)
        return [
            None if position == index else constants(self._app, Ref(ref.module, vid, ref.frame))
            for position, vid in enumerate(operands)
        ]

    def _holds(self, ref: Ref, node: s.Compare, index: int, others: list[object], status: int) -> bool:
        """Whether the comparison is true of a status; unknown parts count as true."""
        values = list(others)
        values[index] = self._of_status(ref, (node.left, *node.operands)[index], status)
        return all(
            values[position] is None
            or values[position + 1] is None
            or compare(op, values[position], values[position + 1])
            for position, op in enumerate(node.ops)
        )

    def _of_status(self, ref: Ref, vid: s.ValueId, status: int) -> object:
        node = ref.module.values[vid]
        if isinstance(node, s.Binary):
            right = next((v.value for v in self._program.at(ref, node.right) if isinstance(v, Known)), None)
            if isinstance(right, int) and right:
                return {"//": status // right, "/": status / right, "%": status % right}.get(node.op, status)
        if isinstance(node, s.Call):
            func = ref.module.values[node.func]
            if isinstance(func, s.GlobalName) and func.name == "str":
                return str(status)
        return status


SAMPLE = (
    *(
        200,
        201,
        202,
        204,
        206,
        301,
        302,
        304,
        400,
        401,
        402,
        403,
        404,
        405,
        406,
        408,
        409,
        410,
        412,
        413,
        415,
    ),
    *(422, 423, 424, 425, 426, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505, 507, 508, 511, 598, 599),
)
"""Statuses over which the truth of a test is worked out."""


def compare(op: str, left: object, right: object) -> bool:
    """A comparison of a status with constants; True where it makes no sense."""
    if isinstance(left, str) or isinstance(right, str):
        left, right = _as_text(left), _as_text(right)
    try:
        if op == "in":
            return left in right if isinstance(right, frozenset) else True
        if op == "not in":
            return left not in right if isinstance(right, frozenset) else True
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


def constants(app: Application, ref: Ref) -> object:
    """A number, or a frozenset of the numbers in a container or range; None when not known."""
    from ..program import Container

    numbers: set[object] = set()
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
            for item in program.attributes.items(value, None):
                if isinstance(item, Known):
                    numbers.add(item.value)
                elif isinstance(item, External):
                    status = http_status(item.name)
                    if status is not None:
                        numbers.add(status)
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
    return frozenset(numbers) if numbers else None


def http_status(name: str) -> int | None:
    """The number of an http.HTTPStatus member or a `codes` attribute of requests or httpx."""
    from http import HTTPStatus

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
