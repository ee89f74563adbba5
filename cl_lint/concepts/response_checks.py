"""Response checks: whether something would notice that an API call's response is an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..program import Abstract, External, Frame, FunctionKey, Instance, Known, Module, Obj, Ref, Unknown
from ..syntax import summary as s
from ..syntax.traverse import children, statements
from .dispatching import chosen_on_failure
from .hooks import hook_frames
from .responses import ANSWER, ERROR_KEYS, NOT_ANSWER

if TYPE_CHECKING:
    from .api_calls import ApiCall
    from .application import Application

Place = tuple[Module, int]
OK_FIELDS = ("ok", "failed")
GATHERING = frozenset(
    (
        "gather map submit wait as_completed run_in_executor create_task to_thread start_soon "
        "imap starmap apply_async fetch_all"
    ).split()
)


class ResponseChecks:
    """`unchecked(call)` is the question; the rest collects where responses are tested."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._checked: dict[FunctionKey, set[Place]] = {}
        self._loose: dict[FunctionKey, bool] = {}
        self._tests: dict[Module, set[s.ValueId]] = {}

    # -- where responses are checked

    def _checks(self, key: FunctionKey) -> set[Place]:
        """The API calls whose responses a function checks."""
        known = self._checked.get(key)
        if known is None:
            known = self._checked[key] = set()
            module = key.module
            tested = self._tested(module)
            for vid in module.owned(key.number):
                known |= self._checked_by(module, vid, module.values[vid], vid in tested)
        return known

    def _checks_anywhere(self, place: Place) -> bool:
        return any(
            place in self._checks(FunctionKey(module, function.number))
            for module in list(self._program.table.loaded())
            for function in module.summary.functions
        )

    def _is_loose(self, key: FunctionKey) -> bool:
        """Whether a function checks a response whose origin cannot be told."""
        known = self._loose.get(key)
        if known is None:
            known = self._loose[key] = any(
                self._is_loose_check(key, vid) for vid in key.module.owned(key.number)
            )
        return known

    def _is_loose_check(self, key: FunctionKey, vid: s.ValueId) -> bool:
        module, responses = key.module, self._app.responses
        node = module.values[vid]
        if isinstance(node, s.Call):
            func = module.values[node.func]
            if isinstance(func, s.Attr) and func.name in responses.names("raises"):
                return not responses.calls_of(self._program.eval(self._ref(module, func.base)))
        elif isinstance(node, s.Compare):
            for operand in (node.left, *node.operands):
                inner = module.values[operand]
                if isinstance(inner, s.Attr) and inner.name in ("status_code", "status"):
                    values = self._program.eval(self._ref(module, inner.base))
                    if all(isinstance(v, Unknown) for v in values):
                        return True
        return False

    def _ref(self, module: Module, vid: s.ValueId) -> Ref:
        return Ref(module, vid, self._program.root(FunctionKey(module, module.summary.owners[vid])))

    def _tested(self, module: Module) -> set[s.ValueId]:
        """Values that decide a branch."""
        known = self._tests.get(module)
        if known is None:
            known = self._tests[module] = self._find_tested(module)
        return known

    def _find_tested(self, module: Module) -> set[s.ValueId]:
        todo: list[s.ValueId] = []
        todo += [st.test for _, st in module.placed(s.If)]
        todo += [st.test for _, st in module.placed(s.While)]
        todo += [st.test for _, st in module.placed(s.Assert)]
        for _, choice in module.placed(s.Match):
            todo += [c.test for c in choice.cases if c.test is not None]
        todo += [node.test for _, node in module.of(s.Conditional)]
        for _, inner in module.of(s.Comprehension):
            todo += inner.conditions
        for _, logical in module.of(s.BoolOp):
            todo += logical.operands[:-1]
        found: set[s.ValueId] = set()
        while todo:
            vid = todo.pop()
            if vid not in found:
                found.add(vid)
                node = module.values[vid]
                if isinstance(node, (s.BoolOp, s.Unary)):
                    todo += children(node)
        return found

    def _checked_by(self, module: Module, vid: s.ValueId, node: s.Value, tested: bool) -> set[Place]:
        if isinstance(node, (s.Call, s.Attr)):
            verdict, about = self._app.responses.status_condition(self._ref(module, vid))
            if verdict not in (None, ANSWER, NOT_ANSWER):
                return self._places(about)
        if isinstance(node, s.Item):
            return self._by_dispatch(module, vid, node)
        if isinstance(node, s.Call) and isinstance(module.values[node.func], s.Call):
            ref = self._ref(module, vid)
            chosen = {
                place for _, about in chosen_on_failure(self._app, ref.frame) for place in self._places(about)
            }
            if chosen:
                return chosen
        if isinstance(node, s.Call):
            return self._by_call(module, vid, node, tested)
        if isinstance(node, s.Compare):
            return self._by_compare(module, vid, node)
        if isinstance(node, s.Attr) and any(node.name in self._app.responses.names(f) for f in OK_FIELDS):
            values = self._program.eval(self._ref(module, node.base))
            return self._places(v for v in values if self._has(v, node.name))
        if tested and isinstance(node, (s.Param, s.Call, s.Phi, s.Entered, s.Attr)):
            return self._by_truth(module, vid)
        return set()

    def _by_dispatch(self, module: Module, vid: s.ValueId, node: s.Item) -> set[Place]:
        """`HANDLERS[status]`: any other status is a KeyError."""
        responses = self._app.responses
        if not responses.tests.keys(self._ref(module, node.base)):
            return set()
        return self._places(responses.subject(self._ref(module, node.key), ("status",)))

    def _has(self, value: Abstract, name: str) -> bool:
        """Whether the response's own library has that flag (httpx has no `.ok`)."""
        from ..models.rows import Response

        if not isinstance(value, Obj):
            return False
        row = self._app.models.row(Response, value.type)
        return row is None or name in row.ok or name in row.failed

    def _by_truth(self, module: Module, vid: s.ValueId) -> set[Place]:
        values = self._program.eval(self._ref(module, vid))
        truthy = [v for v in values if isinstance(v, Obj) and self._app.responses._has_truth(v)]
        return self._places(truthy) | self._body_places(module, vid)

    def _by_call(self, module: Module, vid: s.ValueId, node: s.Call, tested: bool) -> set[Place]:
        func = module.values[node.func]
        if isinstance(func, s.Attr):
            if func.name in self._app.responses.names("raises"):
                return self._places(self._program.eval(self._ref(module, func.base)))
            if func.name in ("get", "pop") and node.args:
                found = self._body_item(module, func.base, node.args[0].value) if tested else set()
                if found:
                    return found
        return self._by_truth(module, vid) if tested else set()

    def _by_compare(self, module: Module, vid: s.ValueId, node: s.Compare) -> set[Place]:
        ref = self._ref(module, vid)
        found: set[Place] = set()
        for operand in (node.left, *node.operands):
            where = Ref(module, operand, ref.frame)
            about = self._app.responses.subject(where, ("status",))
            if about:
                verdict, _ = self._app.responses.test(ref)
                if verdict not in (ANSWER, NOT_ANSWER):
                    found |= self._places(about)
            found |= self._places(self._app.responses.subject(where, OK_FIELDS))
        if node.ops[0] in ("in", "not in"):
            found |= self._body_item(module, node.operands[0], node.left)
        else:
            for operand in (node.left, *node.operands):
                inner = module.values[operand]
                if isinstance(inner, s.Item):
                    found |= self._body_item(module, inner.base, inner.key)
                elif isinstance(inner, s.Call) and inner.args:
                    func = module.values[inner.func]
                    if isinstance(func, s.Attr) and func.name == "get":
                        found |= self._body_item(module, func.base, inner.args[0].value)
        return found

    def _body_item(self, module: Module, base: s.ValueId, key: s.ValueId) -> set[Place]:
        """`"error" in body`, `body.get("errorCode")`: a test for the body's error item."""
        texts = {t.lower() for t in self._program.texts_at(self._ref(module, key))}
        if not texts & set(ERROR_KEYS):
            return set()
        return self._body_places(module, base)

    def _body_places(self, module: Module, vid: s.ValueId) -> set[Place]:
        node = module.values[vid]
        if isinstance(node, (s.Param, s.Const)):
            return set()
        found: set[Place] = set()
        for value in self._program.eval(self._ref(module, vid)):
            if isinstance(value, Obj) and value.maker.rsplit(".", 1)[-1] in ("json", "loads", "load"):
                found |= self._places(self._app.responses.answered(value, ("body",)))
        return found if self._is_error_text(module, vid) else set()

    def _is_error_text(self, module: Module, vid: s.ValueId) -> bool:
        return not isinstance(module.values[vid], s.Attr)

    def _places(self, values: object) -> set[Place]:
        found = set()
        for value in values:  # type: ignore[attr-defined]
            call = self._app.responses.call_of(value)
            if call is not None:
                found.add((call.ref.module, call.ref.vid))
        return found

    # -- the question

    def unchecked(self, call: ApiCall) -> Ref | None:
        """Where an unchecked response of the call ends up: the call itself, or the call of a
        caller that was given the response; None when it is checked, or when it cannot be told."""
        if call.raises or self._hooked(call):
            return None
        place = (call.ref.module, call.ref.vid)
        return self._in_function(call, place, call.function, call.ref, (call.function,))

    def _in_function(
        self, call: ApiCall, place: Place, key: FunctionKey, at: Ref, seen: tuple[FunctionKey, ...]
    ) -> Ref | None:
        frame = self._program.root(key)
        if self._checked_below(place, frame) or self._escapes(call, frame):
            return None
        if not self._returns_it(place, key):
            return at
        callers = [f.call for f in self._program.callers(key) if f.call is not None]
        for caller in callers:
            outer = caller.frame.function
            if outer in seen or len(seen) > 6:
                continue
            worst = self._in_function(call, place, outer, caller, (*seen, outer))
            if worst is not None:
                return worst
        return None

    def _checked_below(self, place: Place, frame: Frame) -> bool:
        for inner in self._app.api_calls.paths.below(frame):
            if place in self._checks(inner.function):
                return True
            if inner is not frame and inner.function.number and self._is_loose(inner.function):
                return True
        # Responses go through gather, pools, comprehensions: a check of some response counts for all.
        return self._is_loose(frame.function)

    def _returns_it(self, place: Place, key: FunctionKey) -> bool:
        """Whether the function hands the whole response, or its status, to its caller."""
        frame = self._program.root(key)
        function = self._program.function(key)
        for vid in (*function.returns, *function.yields):
            for value in self._flat(Ref(key.module, vid, frame)):
                call = self._app.responses.call_of(value)
                if call is not None and (call.ref.module, call.ref.vid) == place:
                    return isinstance(value, Obj) and not value.maker.endswith((".json", ".text", ".read"))
                if place in self._told(value):
                    return True
        return False

    def _told(self, value: Abstract) -> set[Place]:
        """The responses whose status a value is, or that a record is made with."""
        found = self._places(self._app.responses.answered(value, ("status", *OK_FIELDS)))
        if isinstance(value, Instance) and value.site is not None:
            args = self._program.arguments(value.site)
            for given in (*args.positional, *(g for gs in args.keywords.values() for g in gs)):
                for one in self._program.eval_given(given):
                    found |= self._places([one])
                    found |= self._places(self._app.responses.answered(one, ("status", *OK_FIELDS)))
        return found

    def _flat(self, ref: Ref) -> list[Abstract]:
        from ..program import Container

        found: list[Abstract] = []
        for value in self._program.eval(ref):
            found += (
                [value, *self._program.attributes.items(value, None)]
                if isinstance(value, Container)
                else [value]
            )
        return found

    def _escapes(self, call: ApiCall, frame: Frame) -> bool:
        """A response that is kept on an object, or goes to something outside the program, may be
        checked there."""
        if frame.function != call.function:
            return False
        module = frame.function.module
        place = (call.ref.module, call.ref.vid)
        for st in statements(self._program.function(frame.function).body):
            if isinstance(st, (s.StoreAttr, s.StoreItem)):
                if place in self._exact(Ref(module, st.value, frame)):
                    return self._checks_anywhere(place)
        for vid in self._program.function(frame.function).calls:
            node = module.values[vid]
            if isinstance(node, s.Call) and self._hands_on(Ref(module, vid, frame), node, place):
                return True
        return False

    def _exact(self, ref: Ref) -> set[Place]:
        return self._places(self._program.eval(ref))

    def _hands_on(self, ref: Ref, node: s.Call, place: Place) -> bool:
        if not any(place in self._exact(Ref(ref.module, a.value, ref.frame)) for a in node.args):
            return False
        callees = self._program.callees(ref)
        func = ref.module.values[node.func]
        name = func.name if isinstance(func, s.Attr) else ""
        if any(isinstance(c, External) for c in callees):
            return name in ("put", "put_nowait", "append", "set_result", "emit", "send") and not _is_log(
                self._app, ref
            )
        return all(isinstance(c, (Unknown, Known)) for c in callees)

    def _hooked(self, call: ApiCall) -> bool:
        raising = self._app.responses.names("raises")
        for frame in hook_frames(self._app, call):
            for inner in self._app.api_calls.paths.below(frame):
                module = inner.function.module
                for vid in self._program.function(inner.function).calls:
                    node = module.values[vid]
                    name = self._program.attr_name(module, node.func) if isinstance(node, s.Call) else None
                    if name in raising:
                        return True
                for st in statements(self._program.function(inner.function).body):
                    if isinstance(st, s.If) and self._app.responses.test(Ref(module, st.test, inner))[0]:
                        return True
        return False


def _is_log(app: Application, ref: Ref) -> bool:
    return app.log_records.log_call(ref) is not None
