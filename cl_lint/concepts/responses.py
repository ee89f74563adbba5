"""Responses of API calls: which values they are, and what a test of one says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from ..models.rows import Response
from ..program import Abstract, CaughtError, External, FunctionKey, Known, Obj, Ref, Unknown, Values
from ..program.updates import same_thing
from ..syntax import summary as s
from .outcomes import Outcomes
from .status_tests import (
    ANSWER,
    CONVERSIONS,
    FAILS,
    FAILS_SOME,
    NOT_ANSWER,
    SAMPLE,
    SUCCEEDS,
    StatusTests,
    name_of,
    verdict,
)

__all__ = ["ANSWER", "ERROR_KEYS", "FAILS", "FAILS_SOME", "NOT_ANSWER", "SAMPLE", "SUCCEEDS", "Responses"]

if TYPE_CHECKING:
    from .api_calls import ApiCall
    from .application import Application

FLIPPED = {FAILS: SUCCEEDS, SUCCEEDS: FAILS, ANSWER: NOT_ANSWER, NOT_ANSWER: ANSWER}
ERROR_KEYS = ("error", "errors", "errorcode", "error_code", "errormessage", "fault", "faultcode")
HANDLED = re.compile(r"\.handle(_async)?_request\b[^.]*$")  # what httpx transports answer with
RESPONSE_NAMES = frozenset({"resp", "response", "r", "res", "reply", "answer", "result", "rsp"})


class Responses:
    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._inside: set[FunctionKey] = set()

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
        """The request that `connection.getresponse()` answers: the last before it in its function, else any
        on that connection."""
        found = [
            call
            for callee in self._program.callees(site)
            if isinstance(callee, External) and callee.receiver is not None
            for call in self._app.api_calls.all
            if call.client is not None and same_thing(call.client, callee.receiver)
        ]
        here = [c for c in found if c.function == site.frame.function and c.ref.vid < site.vid]
        return max(here, key=lambda c: c.ref.vid) if here else next(iter(found), None)

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
        """Also where only a parameter's name says so, or a transport that is wrapped gave it."""
        return any(self.is_response(v) or self._by_its_name(v) for v in values)

    def _by_its_name(self, value: Abstract) -> bool:
        if isinstance(value, Obj):
            return HANDLED.search(value.maker) is not None
        if not isinstance(value, Unknown):
            return False
        return value.name.rsplit(".", 1)[-1] in RESPONSE_NAMES or HANDLED.search(value.name) is not None

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
        inner = self._within(ref, node)
        if inner is not None:
            return [a for vid in inner for a in self.subject(Ref(ref.module, vid, ref.frame), fields)]
        return self.direct(ref, fields)

    def _within(self, ref: Ref, node: s.Value) -> tuple[s.ValueId, ...] | None:
        """The parts of an expression that may be the status which it is made of; None for one that may be
        the status itself."""
        if isinstance(node, s.Binary) and node.op in ("//", "/", "%", "-"):
            return (node.left,)
        if isinstance(node, s.Conditional):
            return (node.then, node.orelse)
        if isinstance(node, s.Call) and node.args:
            func = ref.module.values[node.func]
            name = name_of(ref.module, node.func)
            if name in CONVERSIONS and len(node.args) == 1:
                return (node.args[0].value,)
            if name == "get" and isinstance(func, s.Attr):
                if self.tests.keys(Ref(ref.module, func.base, ref.frame)):
                    return (node.args[0].value,)
        if isinstance(node, s.Item):
            base = ref.module.values[node.base]
            if isinstance(base, s.Call) and name_of(ref.module, base.func) == "str":
                return (node.base,)
        return None

    def direct(self, ref: Ref, fields: tuple[str, ...]) -> list[Abstract]:
        """The responses whose status (or other field) a value itself is."""
        node = ref.module.values[ref.vid]
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
        if isinstance(node, s.Call) and name_of(ref.module, node.func) == "isinstance":
            said = self.outcomes.test(ref, node)
            if said[0] is not None:
                return said
        if isinstance(node, s.Call):
            through = self._through(ref)
            if through[0] is not None:
                return through
        worked_out = self.status_condition(ref)
        if worked_out[0] is not None:
            return worked_out
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
        return self.outcomes.test(ref, node)

    def status_condition(self, ref: Ref) -> tuple[str | None, list[Abstract]]:
        """The test that a call or attribute makes of a status: `str(status).startswith("2")`,
        `HTTPStatus(status).is_success`, `HANDLERS.get(status)`."""
        node = ref.module.values[ref.vid]
        about: list[Abstract] = []
        if isinstance(node, s.Attr) and self.tests.is_http_status(ref, node.base):
            about = self.subject(Ref(ref.module, node.base, ref.frame), ("status",))
        elif isinstance(node, s.Call):
            func = ref.module.values[node.func]
            if isinstance(func, s.Attr) and func.name in ("startswith", "endswith"):
                about = self.subject(Ref(ref.module, func.base, ref.frame), ("status",))
            elif isinstance(func, s.Attr) and func.name == "get":
                about = self.subject(ref, ("status",)) if self._within(ref, node) else []
        return (self._status_test(ref, about), about) if about else (None, [])

    @cached_property
    def tests(self) -> StatusTests:
        return StatusTests(self._app)

    @cached_property
    def outcomes(self) -> Outcomes:
        return Outcomes(self._app)

    def _has_truth(self, value: Obj) -> bool:
        row = self._app.models.row(Response, value.type)
        return row is not None and row.truth == "ok"

    def _through(self, ref: Ref) -> tuple[str | None, list[Abstract]]:
        """A project function that only returns a test: `if self._failed(resp):`."""
        for frame in self._program.called_frames(ref):
            function = self._program.function(frame.function)
            if len(function.returns) != 1 or frame.function in self._inside:
                continue  # a function that calls itself tells nothing new
            self._inside.add(frame.function)
            try:
                verdict = self.test(Ref(frame.function.module, function.returns[0], frame))
            finally:
                self._inside.discard(frame.function)
            if verdict[0] is not None:
                return verdict
        return None, []

    def _combined(self, ref: Ref, node: s.BoolOp) -> tuple[str | None, list[Abstract]]:
        operands = [v for v in node.operands if not self._is_type_test(ref, v)]
        parts = [self.test(Ref(ref.module, v, ref.frame)) for v in operands]
        known = [p for p in parts if p[0] is not None]
        if not known:
            return None, [a for p in parts for a in p[1]]
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

    def _is_type_test(self, ref: Ref, vid: s.ValueId) -> bool:
        """Whether a test is `isinstance(…)`, which says nothing of a response's success."""
        node = ref.module.values[vid]
        return isinstance(node, s.Call) and name_of(ref.module, node.func) == "isinstance"

    def _compared(self, ref: Ref, node: s.Compare) -> tuple[str | None, list[Abstract]]:
        operands = (node.left, *node.operands)
        for index, vid in enumerate(operands):
            about = self.subject(Ref(ref.module, vid, ref.frame), ("status",))
            if about:
                return self._status_test(ref, about), about
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

    def _status_test(self, ref: Ref, about: list[Abstract]) -> str | None:
        """Truth over all statuses decides: no success among those that pass means failing."""
        node = ref.module.values[ref.vid]
        excludes = isinstance(node, s.Compare) and node.ops == ("not in",)
        passing = self.tests.passing(ref)
        said = verdict(passing, excludes)
        if said in (ANSWER, NOT_ANSWER) and self._is_whole_success(passing, said, about):
            return SUCCEEDS if said == ANSWER else FAILS
        return said

    def _is_whole_success(self, passing: list[int], said: str, about: list[Abstract]) -> bool:
        """Whether 204 is what success is: a DELETE has no other."""
        named = passing if said == ANSWER else [st for st in SAMPLE if st not in passing]
        sites = self.sites(about) if named == [204] else []
        return bool(sites) and all(
            self._app.api_calls.method_at(site, call) == "DELETE" for site, call in sites
        )
