"""Facts: what a value tells of a failed request: identifiers, code, message, who is involved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from ..models.rows import Error, Response
from ..program import (
    Abstract,
    CaughtError,
    ClassRef,
    Container,
    External,
    Frame,
    Instance,
    Keywords,
    Module,
    Obj,
    Ref,
    Unknown,
    Values,
)
from ..program.binding import Given
from ..syntax import summary as s
from ..syntax.traverse import children, extent, statements
from .exception_facts import ExceptionFacts
from .fact import DEPTH, NOTHING, Fact, Facts
from .header_filters import HeaderFilters

if TYPE_CHECKING:
    from .application import Application

SILENT_CALLS = frozenset(
    (
        "builtins.type builtins.isinstance builtins.len builtins.bool builtins.id "
        "builtins.hasattr builtins.issubclass builtins.callable builtins.super"
    ).split()
)
VARIABLES = frozenset({"builtins.locals", "builtins.vars"})
CONTENTS = ("status_code", "headers", "reason", "content")
"""The attributes of a response that its `__dict__` holds."""
# What reads a response that is a file: gives its body, not its status or headers.
FILE_READERS = frozenset(
    {"json.load", "io.TextIOWrapper", "io.BufferedReader", "csv.reader", "xml.etree.ElementTree.parse"}
)
TRACEBACKS = frozenset(
    (
        "traceback.format_exc sys.exc_info traceback.format_exception traceback.format_tb "
        "traceback.format_exception_only"
    ).split()
)
CODE_KEYS = frozenset({"code", "errorcode", "error_code", "status", "statuscode", "status_code", "error"})
LOOKUPS = frozenset({"get", "getheader", "pop", "get_all", "getlist", "setdefault", "getone"})


class FactFinder:
    """Collects the facts in a value. One finder serves one application, or one failure: then `dead` are the
    parts of a module that do not run when it happens, and `truth` says what a condition is then."""

    def __init__(
        self,
        app: Application,
        dead: tuple[Module, tuple[s.Span, ...]] | None = None,
        truth: Callable[[Ref], bool | None] | None = None,
    ) -> None:
        self._app = app
        self._dead = dead
        self._truth = truth
        self._program = app.program
        self._memo: dict[Ref, Facts] = {}
        self._active: set[Ref] = set()
        self.exceptions = ExceptionFacts(app, self)
        self._filters = HeaderFilters(app)
        self._untaken: dict[Frame, tuple[s.Span, ...]] = {}

    @cached_property
    def _error_fields(self) -> dict[str, frozenset[str]]:
        rows = self._app.models.rows(Error).values()
        return {
            f: frozenset(n for r in rows for n in getattr(r, f))
            for f in ("status", "headers", "reason", "body")
        }

    def of(self, ref: Ref, depth: int = DEPTH) -> Facts:
        known = self._memo.get(ref)
        if known is not None:
            return known
        if ref in self._active or depth <= 0:
            return NOTHING
        self._active.add(ref)
        try:
            found = self._find(ref, depth)
        finally:
            self._active.discard(ref)
        if not self._active or depth > DEPTH - 6:
            self._memo[ref] = found
        return found

    def of_given(self, given: Given, depth: int = DEPTH) -> Facts:
        return self.of(given, depth) if isinstance(given, Ref) else self.of_value(given, depth)

    def all_of(self, refs: Iterable[Ref], depth: int) -> Facts:
        found: set[Fact] = set()
        for ref in refs:
            found |= self.of(ref, depth)
        return frozenset(found)

    def _at(self, ref: Ref, vid: s.ValueId) -> Ref:
        return Ref(ref.module, vid, ref.frame)

    def _is_dead(self, ref: Ref) -> bool:
        if self._dead is None:
            return False
        start = ref.module.summary.spans[ref.vid][0]
        dead = self._dead[1] if ref.module is self._dead[0] else ()
        return any(low <= start < high for low, high in (*dead, *self._not_run(ref)))

    def _not_run(self, ref: Ref) -> tuple[s.Span, ...]:
        """The branches of a function that are not taken when the failure has happened."""
        if self._truth is None or ref.frame.function.module is not ref.module:
            return ()
        known = self._untaken.get(ref.frame)
        if known is None:
            self._untaken[ref.frame] = ()
            found = []
            for st in statements(self._program.function(ref.frame.function).body):
                if isinstance(st, s.If):
                    taken = self._truth(self._at(ref, st.test))
                    if taken is not None:
                        found.append(extent(st.orelse if taken else st.then))
            known = self._untaken[ref.frame] = tuple(d for d in found if d != (0, 0))
        return known

    def _find(self, ref: Ref, depth: int) -> Facts:
        node = ref.module.values[ref.vid]
        if isinstance(node, (s.Phi, s.Conditional, s.BoolOp)):
            return self.all_of(self._alternatives(ref, node), depth - 1)
        if isinstance(node, (s.Element, s.Unpacked)):
            inner = self.all_of((self._at(ref, v) for v in children(node)), depth - 1)
            for failure in self._app.failures.kept.among(ref):
                inner |= self.exceptions.of_failure(failure, depth)
            return inner | self._of_values(ref, depth)
        if isinstance(node, s.Attr):
            return self._of_attr(ref, node, depth)
        if isinstance(node, s.Item):
            return self._of_item(ref, node, depth)
        if isinstance(node, s.Call):
            return self._of_call(ref, node, depth)
        if isinstance(node, s.Param):
            return self._of_param(ref, node, depth)
        if isinstance(node, s.FreeName):
            return self._of_free(ref, node, depth)
        if isinstance(node, s.Caught):
            return self.of_value(CaughtError(ref), depth)
        if isinstance(node, s.GlobalName):
            return self._of_values(ref, depth) | {Fact("name", node.name)}
        if isinstance(node, s.Compare):
            return NOTHING
        if isinstance(node, s.Mapping):
            return self._of_mapping(ref, node, depth)
        if isinstance(node, s.Comprehension):
            parts = (
                (node.element, *node.sources) if node.key is None else (node.key, node.element, *node.sources)
            )
            return self._filters.kept(ref, node, self.all_of((self._at(ref, v) for v in parts), depth - 1))
        if isinstance(node, s.Updated):
            return self.all_of((self._at(ref, v) for v in (node.base, node.value)), depth - 1) | self._key(
                ref, node.key
            )
        return self.all_of((self._at(ref, v) for v in children(node)), depth - 1)

    def _alternatives(self, ref: Ref, node: s.Phi | s.Conditional | s.BoolOp) -> list[Ref]:
        """The values that one of several can be, when the failure has happened."""
        if isinstance(node, s.Phi):
            return [r for v in node.operands if not self._is_dead(r := self._at(ref, v))]
        if isinstance(node, s.Conditional):
            known = self._truth(self._at(ref, node.test)) if self._truth is not None else None
            sides = (node.then, node.orelse) if known is None else (node.then if known else node.orelse,)
            return [self._at(ref, v) for v in sides]
        found: list[Ref] = []
        for vid in node.operands:
            known = self._truth(self._at(ref, vid)) if self._truth is not None else None
            if known is (node.op == "or"):  # decided: this operand is the value
                return [*found, self._at(ref, vid)]
            if known is None or vid == node.operands[-1]:
                found.append(self._at(ref, vid))
        return found

    def _lacks(self, ref: Ref, key: str, depth: int = 6) -> bool:
        """Whether a mapping is known not to hold a key: a display without it, on every way to it."""
        node = ref.module.values[ref.vid]
        if depth > 0 and isinstance(node, (s.Phi, s.Conditional, s.BoolOp)):
            return all(self._lacks(r, key, depth - 1) for r in self._alternatives(ref, node))
        if isinstance(node, s.Mapping):
            keys, is_open = self._program.mappings.keys(Container(ref))
            return not is_open and key not in {k.lower() for k in keys}
        return False

    def _key(self, ref: Ref, vid: s.ValueId) -> Facts:
        return frozenset(Fact("key", t) for t in self._program.texts_at(self._at(ref, vid)))

    def _of_mapping(self, ref: Ref, node: s.Mapping, depth: int) -> Facts:
        found: set[Fact] = set()
        for key, value in node.entries:
            if key is not None:
                found |= self._key(ref, key)
            found |= self.of(self._at(ref, value), depth - 1)
        return frozenset(found)

    # -- names and parameters

    def _of_values(self, ref: Ref, depth: int) -> Facts:
        found: set[Fact] = set()
        for value in self._program.eval(ref):
            found |= self.of_value(value, depth - 1)
        return frozenset(found)

    def _of_param(self, ref: Ref, node: s.Param, depth: int) -> Facts:
        found = {Fact("name", node.name)}
        frame = self._program.names._holder(ref.frame, node.function, ref.module)
        for failure in self._app.error_sites.given_to(frame.function, node.name):
            found |= self.exceptions.of_failure(failure, depth)
        if frame.call is not None or frame.extra is not None:
            bound = self._program.bound(frame)
            for given in bound.parameters.get(node.name, ()):
                if isinstance(given, Ref):
                    found |= self.of(given, depth - 1)
        else:
            for caller in self._program.callers(frame.function)[:12]:
                for given in self._program.bound(caller).parameters.get(node.name, ()):
                    if isinstance(given, Ref):
                        found |= self.of(given, depth - 3)
        return frozenset(found) | self._of_values(ref, depth)

    def _of_free(self, ref: Ref, node: s.FreeName, depth: int) -> Facts:
        frame = self._program.names._holder(ref.frame, node.function, ref.module)
        function = self._program.function(frame.function)
        refs = [Ref(ref.module, v, frame) for v in function.bindings.get(node.name, ())]
        return self.all_of(refs, depth - 1) | self._of_values(ref, depth) | {Fact("name", node.name)}

    # -- values

    def of_value(self, value: Abstract, depth: int = DEPTH) -> Facts:
        """The facts that printing a value shows."""
        if isinstance(value, CaughtError):
            return self.exceptions.of_caught(value, depth)
        if isinstance(value, Unknown):
            return frozenset({Fact("name", value.name)}) if value.name else NOTHING
        if isinstance(value, Keywords):
            return self._of_keywords(value, depth)
        if isinstance(value, Instance):
            return self._of_instance(value, depth)
        if isinstance(value, Obj):
            return self._of_object(value)
        if isinstance(value, External) and value.receiver is not None:
            return self._of_member(value)
        return NOTHING

    def _of_keywords(self, value: Keywords, depth: int) -> Facts:
        bound = self._program.bound(value.frame)
        found: set[Fact] = set()
        if value.positional:
            for given in bound.rest:
                found |= self.of_given(given, depth - 1)
            return frozenset(found)
        for key, values in bound.extra.items():
            found.add(Fact("key", key))
            for given in values:
                found |= self.of_given(given, depth - 1)
        if value.frame.call is None:
            for caller in self._program.callers(value.frame.function)[:8]:
                found |= self._of_keywords(Keywords(caller, value.name), depth - 3) if depth > 3 else set()
        return frozenset(found)

    def _of_object(self, value: Obj) -> Facts:
        if self._app.responses.is_response(value):
            row = self._app.models.row(Response, value.type)
            if row is not None and row.lower_headers:
                return frozenset({Fact("headers"), Fact("status")})
            if row is not None and row.is_body:
                return frozenset({Fact("body")})
            return frozenset({Fact("status")})
        last = value.maker.rsplit(".", 1)[-1] if value.maker else ""
        if last in self._app.responses.names("body") and value.site is not None:
            if any(self._app.responses.answered(value, ("body",))):
                return frozenset({Fact("body")})
        return NOTHING

    def _of_member(self, value: External) -> Facts:
        last = value.name.rsplit(".", 1)[-1]
        if value.receiver is not None and self._app.responses.may_be_response((value.receiver,)):
            return self._field(last)
        return NOTHING

    def _of_instance(self, value: Instance, depth: int) -> Facts:
        """How an instance of a project class prints: its `__str__`, its fields, or its text as an
        exception."""
        program = self._program
        classes = program.classes
        if self.exceptions.is_exception(value.cls):
            return self.exceptions.text(value, depth - 1) | {Fact("error", "project")}
        for name in ("__str__", "__repr__", "__format__"):
            key = classes.method(value.cls, name)
            if key is not None:
                frame = program.method_frame(key, value)
                refs = [Ref(key.module, v, frame) for v in program.function(key).returns]
                return self.all_of(refs, depth - 2)
        if classes.is_carrier(value.cls) and depth > 4:
            found: set[Fact] = set()
            for field in classes.fields(value.cls):
                found |= self.of_attribute(value, field, depth - 3) | {Fact("key", field)}
            return frozenset(found)
        return NOTHING

    # -- attributes, items, calls

    def _field(self, name: str) -> Facts:
        """The fact that an attribute or method of a response is."""
        names = self._app.responses.names
        for field, fact in (
            ("status", "status"),
            ("headers", "headers"),
            ("reason", "reason"),
            ("body", "body"),
        ):
            if name in names(field):
                return frozenset({Fact(fact)})
        return frozenset({Fact("url")}) if name in ("url", "request", "request_info", "real_url") else NOTHING

    def _of_attr(self, ref: Ref, node: s.Attr, depth: int) -> Facts:
        spelled = self._program.spell(ref)
        base = self._at(ref, node.base)
        values = self._program.eval(base)
        found: set[Fact] = {Fact("name", spelled)}
        for value in values:
            if isinstance(value, CaughtError):
                found |= self._of_error_attr(value, node.name, depth)
            elif isinstance(value, Instance):
                found |= self.of_attribute(value, node.name, depth)
                if node.name == "args" and self.exceptions.is_exception(value.cls):
                    found |= self.exceptions.arguments(value, depth - 1)
            elif self._app.responses.may_be_response((value,)) or (
                isinstance(value, External) and value.name.rsplit(".", 1)[-1] in ("response",)
            ):
                found |= self._field(node.name)
            elif isinstance(value, (Unknown, External)):
                found |= self._of_unknown_attr(ref, node, depth)
        if node.name in ("url", "path", "request_url"):
            found.add(Fact("url"))
        return frozenset(found) | self._of_container_attr(base, node, depth)

    def _of_container_attr(self, base: Ref, node: s.Attr, depth: int) -> Facts:
        """`match.items`, `data.values`: methods that give what a mapping holds."""
        return (
            self.of(base, depth - 1) if node.name in ("items", "values", "copy", "multi_items") else NOTHING
        )

    def _of_unknown_attr(self, ref: Ref, node: s.Attr, depth: int) -> Facts:
        """An attribute of something unknown: what the exception or response around it would give."""
        inner = ref.module.values[node.base]
        if isinstance(inner, s.Attr) and inner.name == "response":
            return self._field(node.name)
        spelled = self._program.spell(self._at(ref, node.base)).rsplit(".", 1)[-1].lower()
        if spelled in ("exc", "e", "err", "error", "ex", "exception"):
            return self._error_field(node.name)
        if isinstance(inner, (s.Call, s.Conditional, s.BoolOp, s.Phi)):
            base = self.of(self._at(ref, node.base), depth - 1)
            if Fact("response") in base or any(f.kind == "response" for f in base):
                return self._field(node.name)
        return NOTHING

    def _error_field(self, name: str) -> Facts:
        if name == "response":
            return frozenset({Fact("response"), Fact("status")})
        found: set[Fact] = set()
        for field, fact in (
            ("status", "status"),
            ("headers", "headers"),
            ("reason", "reason"),
            ("body", "body"),
        ):
            if name in self._error_fields[field]:
                found.add(Fact(fact))
        if name in ("request", "url", "request_info"):
            found.add(Fact("url"))
        return frozenset(found)

    def _of_error_attr(self, value: CaughtError, name: str, depth: int) -> Facts:
        found: set[Fact] = set(self._error_field(name))
        site = self._app.error_sites.of_handler(value.ref)
        types: list[tuple[ClassRef, Ref | None]] = []
        for failure in site.failures if site is not None else ():
            types += [
                (k, self.exceptions.site_of(failure, k)) for k in failure.types if isinstance(k, ClassRef)
            ]
        if not types:
            types = [
                (k, None) for k in self._program.calling.caught_types(value.ref) if isinstance(k, ClassRef)
            ]
        if types and name in ("args", "message") and not self._has(types, name):
            return self.exceptions.of_caught(value, depth)
        if types:
            found = set()
        for kind, where in types:
            found |= self.of_attribute(Instance(kind.cls, where), name, depth - 1)
        if name == "exceptions":  # of a group: each of them prints as itself
            return self.exceptions.of_caught(value, depth)
        if (not types and name in ("args", "strerror", "detail")) or (name == "message" and not site):
            found |= self.exceptions.of_caught(value, depth)
        if name in ("__cause__", "__context__"):
            found |= {Fact("error", f"{f.mode}:{f.call.library}") for f in (site.failures if site else ())}
        return frozenset(found)

    def _has(self, types: list[tuple[ClassRef, Ref | None]], name: str) -> bool:
        return any(self._program.classes.attribute(k.cls, name, Instance(k.cls)) for k, _ in types)

    def of_attribute(self, value: Instance, name: str, depth: int) -> Facts:
        """The facts in an attribute of an instance: what is stored in it, where it is stored."""
        if depth <= 0:
            return NOTHING
        program = self._program
        classes = program.classes
        frames = classes.init_frames(value)
        found: set[Fact] = set()
        for base in classes.mro(value.cls):
            if isinstance(base, str):
                continue
            for store, key in classes._own_stores(base, name):
                frame = frames.get(key) or program.method_frame(key, value)
                found |= self.of(Ref(base.module, store.value, frame), depth - 2)
            vid = classes.summary(base).attributes.get(name)
            if vid is not None:
                found |= self._class_attribute(value, name, depth)
                break
        if classes.is_carrier(value.cls):
            sites = [value.site] if value.site is not None else program.constructions(value.cls)[:8]
            for site in sites:
                for given in classes._given(site, classes.fields(value.cls), name) or ():
                    found |= self.of_given(given, depth - 2)
        for result in classes.attribute(value.cls, name, value):
            if isinstance(result, External):
                found |= self._error_field(name) | self._of_member(result)
            elif isinstance(result, (Obj, Unknown, CaughtError)):
                found |= self.of_value(result, depth - 2)
        return frozenset(found)

    def _class_attribute(self, value: Instance, name: str, depth: int) -> Facts:
        """A property: the facts in what it returns."""
        program = self._program
        key = program.classes.method(value.cls, name)
        if key is None or "property" not in program.decorations(key):
            return NOTHING
        frame = program.frames.make(key, None, value)
        return self.all_of([Ref(key.module, v, frame) for v in program.function(key).returns], depth - 2)

    def _of_item(self, ref: Ref, node: s.Item, depth: int) -> Facts:
        keys = sorted(self._program.texts_at(self._at(ref, node.key)))
        looked = self.looked_up(self._at(ref, node.base), keys, depth)
        return looked | {Fact("name", self._program.spell(ref))}

    def looked_up(self, base: Ref, keys: list[str], depth: int) -> Facts:
        """The facts in `base[key]` or `base.get(key)`."""
        policy = self._app.policy
        found: set[Fact] = set()
        values = self._program.eval(base)
        exact = any(self._is_lower(v) for v in values)
        for key in keys:
            name = key.lower()
            if exact and key != name:
                continue
            if self._lacks(base, name):
                continue
            if name == policy.correlation_header.lower():
                found.add(Fact("correlation"))
            elif name == policy.request_id_header.lower():
                found.add(Fact("request id"))
            for value in values:
                for given in self._program.mappings.get(value, key):
                    found |= self.of_given(given, depth - 2)
        inner = self.of(base, depth - 1)
        if any(f.kind in ("body", "item") for f in inner):
            found |= {Fact("item", key.lower()) for key in keys} or {Fact("body")}
        if not keys:
            found |= inner
        if any(f.kind == "status" for f in inner) and "status" in keys:
            found.add(Fact("status"))
        return frozenset(found)

    def _is_lower(self, value: Abstract) -> bool:
        row = self._app.models.row(Response, value.type) if isinstance(value, Obj) else None
        return row is not None and row.lower_headers

    def _of_call(self, ref: Ref, node: s.Call, depth: int) -> Facts:
        func = ref.module.values[node.func]
        args = [self._at(ref, a.value) for a in node.args]
        if isinstance(func, s.Attr) and func.name in LOOKUPS and args:
            keys = sorted(self._program.texts_at(args[0]))
            if keys or not self._program.called_frames(ref):
                spelled = frozenset({Fact("name", self._program.spell(ref))})
                return self.looked_up(self._at(ref, func.base), keys, depth) | spelled
        callees = self._program.callees(ref)
        names = {c.name for c in callees if isinstance(c, External)}
        if names & SILENT_CALLS:
            return NOTHING
        if names & TRACEBACKS:
            return frozenset({Fact("traceback")})
        if names & FILE_READERS and args and self._app.responses.may_be_response(self._program.eval(args[0])):
            return frozenset({Fact("body")})
        if names & VARIABLES:
            return self._of_variables(ref, args, depth)
        run = ref.module.runs.get(ref.vid)
        if run is not None and run.gives != "nothing":
            ran = run.call if run.items is None else run.items
            return self.of(self._at(ref, ran), depth - 1) if ran is not None else NOTHING
        if "builtins.getattr" in names and len(args) >= 2:
            return self._of_getattr(ref, node, depth)
        frames = self._program.called_frames(ref)
        found: set[Fact] = set()
        for callee in callees:
            if isinstance(callee, External) and callee.name.endswith((".__str__", ".__repr__")):
                if isinstance(callee.receiver, Instance):  # super().__str__()
                    found |= self.exceptions.arguments(callee.receiver, depth - 1)
        for frame in frames:
            function = self._program.function(frame.function)
            refs = [Ref(frame.function.module, v, frame) for v in (*function.returns, *function.yields)]
            refs = [r for r in refs if not self._is_dead(r)]
            if function.name == "__init__":
                refs = []
            found |= self.all_of(refs, depth - 2)
        found |= self._of_results(ref, depth)
        if frames and not any(isinstance(c, ClassRef) for c in callees):
            return frozenset(found)
        if any(self._app.responses.is_response(v) for v in self._program.eval(ref)):
            return frozenset(found)  # what was sent is not in what came back
        for arg in args:
            found |= self.of(arg, depth - 1)
        for given in node.args:
            if given.name:
                found.add(Fact("key", given.name))
        if isinstance(func, s.Attr):
            found |= self._of_method(ref, func, depth)
        return frozenset(found)

    def _of_variables(self, ref: Ref, args: list[Ref], depth: int) -> Facts:
        """`locals()`, or `vars(response)`."""
        if args:
            values = self._program.eval(args[0])
            return frozenset(f for name in CONTENTS for f in self._field_of(values, name)) | self.of(
                args[0], depth - 1
            )
        function = self._program.function(ref.frame.function)
        found: set[Fact] = {Fact("key", name) for name in function.bindings}
        for vids in function.bindings.values():
            found |= self.all_of((self._at(ref, v) for v in vids), depth - 2)
        return frozenset(found)

    def _field_of(self, values: Values, name: str) -> Facts:
        known = self._app.responses.may_be_response(values) or any(
            isinstance(v, External) and v.name.endswith(".response") for v in values
        )
        return self._field(name) if known else NOTHING

    def _of_results(self, ref: Ref, depth: int) -> Facts:
        found: set[Fact] = set()
        for value in self._program.eval(ref):
            if (
                isinstance(value, (CaughtError, Obj))
                or (isinstance(value, Instance) and value.site != ref)
                or (isinstance(value, Instance) and not self.exceptions.is_exception(value.cls))
            ):
                found |= self.of_value(value, depth - 2)
        return frozenset(found)

    def _of_method(self, ref: Ref, func: s.Attr, depth: int) -> Facts:
        """A method of a library object: a field of a response, else whatever its object tells."""
        base = self._at(ref, func.base)
        values = self._program.eval(base)
        if any(self._is_body(v) for v in values):
            return frozenset({Fact("body")})
        if self._app.responses.may_be_response(values):
            return self._field(func.name)
        if any(isinstance(v, CaughtError) for v in values):
            found: set[Fact] = set()
            for value in values:
                if isinstance(value, CaughtError):
                    found |= self._of_error_attr(value, func.name, depth)
            return frozenset(found)
        return frozenset(
            f
            for f in self.of(base, depth - 1)
            if f.kind != "name"
            or func.name in ("format", "join", "strip", "lower", "upper", "title", "isoformat", "hex")
        )

    def _is_body(self, value: Abstract) -> bool:
        row = self._app.models.row(Response, value.type) if isinstance(value, Obj) else None
        return row is not None and row.is_body

    def _of_getattr(self, ref: Ref, node: s.Call, depth: int) -> Facts:
        found: set[Fact] = set()
        for name in self._program.texts_at(self._at(ref, node.args[1].value)):
            for value in self._program.at(ref, node.args[0].value):
                if isinstance(value, CaughtError):
                    found |= self._of_error_attr(value, name, depth)
                elif isinstance(value, Instance):
                    found |= self.of_attribute(value, name, depth)
                elif self._app.responses.may_be_response((value,)):
                    found |= self._field(name)
                elif name == "response" or isinstance(value, Unknown):
                    found |= self._error_field(name) | self._field(name)
        return frozenset(found)
