"""Paths: what happens to an API error from where it is handled to where its function ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..program import (
    Abstract,
    CaughtError,
    Closure,
    External,
    Frame,
    FunctionKey,
    Instance,
    Known,
    Obj,
    Ref,
    Unknown,
)
from ..syntax import summary as s
from ..syntax.traverse import calls_of, children, extent, statements
from .error_sites import BRANCH, EXIT, FRAMEWORK, HANDLER, ErrorSite
from .fact import Facts, tells_error
from .failures import STATUS, TRANSPORT
from .log_records import LogCall, OutputCall
from .requeueing import queued_again
from .retry_loops import exits_on_success, last_pass
from .status_tests import name_of

if TYPE_CHECKING:
    from .application import Application

NEXT, RETURN, RAISE, BREAK, CONTINUE, QUIT = "next", "return", "raise", "break", "continue", "quit"
HANDING = frozenset(
    (
        "put put_nowait set_exception append add emit send publish appendleft set_result insert "
        "extend send_nowait put_soon notify call_soon_threadsafe after submit add_done_callback "
        "set update setdefault"
    ).split()
)
MAX_STATES = 48
ENDLESS = frozenset({"itertools.count", "itertools.cycle"})


@dataclass(frozen=True)
class State:
    """What has happened on a path so far. An inactive path has not met the error yet."""

    active: bool = False
    logs: tuple[LogCall, ...] = ()
    outputs: tuple[OutputCall, ...] = ()
    passed: bool = False
    left: bool = False  # the loop pass that met the error is over
    failed: bool | None = None  # what an earlier test of the same response said


@dataclass(frozen=True)
class Exit:
    how: str
    state: State


class PathWalker:
    """Follows the paths of one site for one mode of failure. `chosen` says which function a call runs, of
    several that callers of the site's function choose from."""

    def __init__(
        self,
        app: Application,
        site: ErrorSite,
        mode: str,
        chosen: tuple[s.ValueId, FunctionKey] | None = None,
    ) -> None:
        self._chosen = chosen
        self._app = app
        self._site = site
        self._mode = mode
        self._program = app.program
        self._module = site.module
        self._frame = site.frame
        self._loops: list[s.While | s.For] = []
        self._effects: dict[s.ValueId, tuple[tuple[LogCall, ...], tuple[OutputCall, ...], bool, bool]] = {}
        self.notices: set[Ref] = set()
        self.dead: list[s.Span] = self._calm()

    def ends(self) -> list[State]:
        """The states in which paths with the error leave the function."""
        site = self._site
        if site.statement is None:
            exits = self._walk(site.block or (), [State(True, logs=site.logs)])
        elif site.kind == "suppress":
            exits = self._walk(self._program.function(self._frame.function).body, [State()])
        else:
            exits = self._walk(self._program.function(self._frame.function).body, [State()])
        if site.kind == EXIT:  # falling off the end returns None: the error goes on
            exits = [Exit(e.how, replace(e.state, passed=True)) if e.how == NEXT else e for e in exits]
        return list(dict.fromkeys(e.state for e in exits if e.state.active))

    def _calm(self) -> list[s.Span]:
        """The parts of the function that only run when there is no error."""
        st = self._site.statement
        if isinstance(st, s.If) and self._site.kind == BRANCH:
            return [extent(st.orelse if self._site.block is st.then else st.then)]
        if isinstance(st, s.Try):
            return [extent(st.orelse)]
        return []

    def _answer(self, test: s.ValueId) -> bool | None:
        """The truth of a test for one named status that the application takes for an answer, in
        the branch that has the answer; None for other tests."""
        from .responses import ANSWER, NOT_ANSWER

        if self._mode != STATUS:
            return None
        verdict, about = self._app.responses.test(Ref(self._module, test, self._frame))
        if not set(self._app.responses.calls_of(about)) & {f.call for f in self._site.failures}:
            return None
        return {ANSWER: True, NOT_ANSWER: False}.get(verdict or "")

    # -- blocks

    def _walk(self, block: s.Block, states: list[State]) -> list[Exit]:
        exits: list[Exit] = []
        current = states
        for statement in block:
            following: list[State] = []
            for exit_ in self._step(statement, current):
                if exit_.how == NEXT:
                    following.append(exit_.state)
                else:
                    exits.append(exit_)
            current = list(dict.fromkeys(following))[:MAX_STATES]
            if not current:
                break
        return [*dict.fromkeys(exits), *(Exit(NEXT, st) for st in current)]

    def _step(self, st: s.Statement, states: list[State]) -> list[Exit]:
        states = [self._after_calls(st, x) for x in states]
        if self._raises_status(st):
            failing = [Exit(RAISE, replace(x, passed=True)) for x in states if x.active]
            idle = [x for x in states if not x.active]
            return failing + (self._step_in(st, idle) if idle else [])
        quitting = [x for x in states if x.active and self._quits(st)]
        if quitting:
            rest = [x for x in states if x not in quitting]
            return [Exit(QUIT, x) for x in quitting] + (self._step_in(st, rest) if rest else [])
        return self._step_in(st, states)

    def _step_in(self, st: s.Statement, states: list[State]) -> list[Exit]:
        if isinstance(st, s.If):
            return self._if(st, states)
        if isinstance(st, s.Try):
            return self._try(st, states)
        if isinstance(st, (s.While, s.For)):
            return self._loop(st, states)
        if isinstance(st, s.With):
            return self._with(st, states)
        if isinstance(st, s.Match):
            return self._match(st, states)
        if isinstance(st, s.Return):
            return self._return(st, states)
        if isinstance(st, s.Raise):
            return [self._raise(st, x) for x in states]
        if isinstance(st, s.Break):
            return [Exit(BREAK, x) for x in states]
        if isinstance(st, s.Continue):
            return [Exit(CONTINUE, x) for x in states]
        if isinstance(st, (s.StoreAttr, s.StoreItem)):
            return [Exit(NEXT, self._stored(st, x)) for x in states]
        return [Exit(NEXT, x) for x in states]

    def _stored(self, st: s.StoreAttr | s.StoreItem, state: State) -> State:
        """An error kept on an object or in a mapping is handed on to whoever reads it."""
        if state.active and not state.passed and self._is_error(st.value):
            return replace(state, passed=True)
        return state

    # -- branches

    def _if(self, st: s.If, states: list[State]) -> list[Exit]:
        exits: list[Exit] = []
        if st is self._site.statement:
            exits += self._site_branch(st, states)
            return exits
        active = [x for x in states if x.active]
        idle = [x for x in states if not x.active]
        if idle and self._site.kind == BRANCH:
            told = self._told(st)
            if told is not None:
                sides = [(st.then, told), (st.orelse, not told)]
                for block, failed in sides:
                    exits += self._walk(block, [replace(x, failed=failed) for x in idle])
                idle = []
        then, orelse = self._feasible(st) if active else (True, True)
        if active:
            answer = self._answer(st.test)
            then, orelse = then and answer is not True, orelse and answer is not False
        if active and not then:
            self.dead.append(extent(st.then))
        if active and not orelse:
            self.dead.append(extent(st.orelse))
        exits += self._walk(st.then, [*idle, *(active if then else [])]) if idle or (active and then) else []
        exits += (
            self._walk(st.orelse, [*idle, *(active if orelse else [])]) if idle or (active and orelse) else []
        )
        return exits

    def _told(self, st: s.If) -> bool | None:
        """Whether an earlier test means that the site's response has failed (or not)."""
        from .responses import FAILS, SUCCEEDS

        verdict, about = self._app.responses.test(Ref(self._module, st.test, self._frame))
        if verdict not in (FAILS, SUCCEEDS):
            return None
        if not set(self._app.responses.calls_of(about)) & {f.call for f in self._site.failures}:
            return None
        return verdict == FAILS

    def _site_branch(self, st: s.If, states: list[State]) -> list[Exit]:
        failing = [replace(x, active=True) for x in states if x.failed is not False]
        if self._loops and exits_on_success(self._app, self._loops[-1], self._frame):
            final = last_pass(self._app, self._loops[-1], st, self._frame)
            if final is not None and final != (self._site.block is st.then):
                failing = []  # not taken in the last pass, the only one that ends here
        if self._site.block is st.then:
            return self._walk(st.then, failing) + self._walk(st.orelse, [x for x in states if not x.active])
        return self._walk(st.orelse, failing) + self._walk(st.then, [x for x in states if not x.active])

    def _match(self, st: s.Match, states: list[State]) -> list[Exit]:
        if st is self._site.statement:
            return self._site_match(st, states)
        exits: list[Exit] = []
        active = [x for x in states if x.active]
        idle = [x for x in states if not x.active]
        for case in st.cases:
            taken = self._taken(case) if active else None
            if taken is False:
                self.dead.append(extent(case.body))
            chosen = [*idle, *(active if taken is not False else [])]
            exits += self._walk(case.body, chosen) if chosen else []
            if case.test is None:
                return exits
            if taken:
                active = []
        return exits + [Exit(NEXT, x) for x in (*idle, *active)]

    def _site_match(self, st: s.Match, states: list[State]) -> list[Exit]:
        exits: list[Exit] = []
        for case in st.cases:
            chosen = [replace(x, active=True) for x in states] if case is self._site.case else states
            exits += self._walk(case.body, chosen)
        covered = any(case.test is None for case in st.cases)
        return exits if covered else exits + [Exit(NEXT, x) for x in states]

    def _taken(self, case: s.Case) -> bool | None:
        """Whether a failing path that has got as far as a case takes it, None where it may."""
        if case.test is None:
            return True
        known = self.truth(Ref(self._module, case.test, self._frame))
        return not self._answer(case.test) if known is None and self._answer(case.test) is not None else known

    def _feasible(self, st: s.If) -> tuple[bool, bool]:
        """Whether a failing path can take the two branches of a test."""
        ref = Ref(self._module, st.test, self._frame)
        known = self.truth(ref)
        if known is not None:
            return known, not known
        if self._asks_for_callback(st):
            return True, False
        if self._loops:
            final = last_pass(self._app, self._loops[-1], st, self._frame)
            if final is not None:
                return final, not final
        return True, True

    def _asks_for_callback(self, st: s.If) -> bool:
        """`if self.on_error: self.on_error(exc)`: whoever gives no callback does not ask for the error."""
        node = self._module.values[st.test]
        if isinstance(node, s.Compare) and node.ops == ("is not",):
            other = self._module.values[node.operands[0]]
            node = self._module.values[node.left] if getattr(other, "value", 0) is None else node
        if st.orelse or not isinstance(node, (s.Attr, s.Param, s.FreeName, s.GlobalName)):
            return False
        for statement in st.then:
            for vid in calls_of(statement):
                call = self._module.values[vid]
                func = self._module.values[call.func] if isinstance(call, s.Call) else None
                if func == node and self._given_error(Ref(self._module, vid, self._frame)):
                    values = self._program.eval(Ref(self._module, st.test, self._frame))
                    return not all(isinstance(v, Known) for v in values)
        return False

    def truth(self, ref: Ref) -> bool | None:
        """What a test is known to be on a failing path of this mode."""
        node = ref.module.values[ref.vid]
        if isinstance(node, s.Unary) and node.op == "not":
            inner = self.truth(Ref(ref.module, node.operand, ref.frame))
            return None if inner is None else not inner
        if isinstance(node, s.BoolOp):
            return self._truth_of_all(ref, node)
        if isinstance(node, s.Compare) and len(node.ops) == 1 and node.ops[0] in ("is", "is not", "==", "!="):
            other = ref.module.values[node.operands[0]]
            if isinstance(other, s.Const) and other.value is None:
                present = self._present(Ref(ref.module, node.left, ref.frame))
                return None if present is None else present == (node.ops[0] in ("is not", "!="))
        if isinstance(node, s.Call):
            return self._response_truth() if self._gets_response(ref, node) else self._isinstance(ref, node)
        if isinstance(node, s.Attr) and node.name == "response":
            return self._response_truth()
        if self._mode == STATUS and self._site.kind == BRANCH:
            from .responses import FAILS, SUCCEEDS

            verdict, about = self._app.responses.test(ref)
            if about and set(self._app.responses.calls_of(about)) & {f.call for f in self._site.failures}:
                return {FAILS: True, SUCCEEDS: False}.get(verdict or "")
        if isinstance(node, s.Phi):
            return True if any(self._may_be_ours(v) for v in self._program.eval(ref)) else None
        return None

    def _may_be_ours(self, value: Abstract) -> bool:
        """Whether a value is the error that the site handles: a branch on a status has none, and another
        handler's error is another."""
        if not isinstance(value, CaughtError) or self._site.kind == BRANCH:
            return False
        node = value.ref.module.values[value.ref.vid]
        if self._site.kind != HANDLER or value.ref.module is not self._module:
            return True
        return (
            not isinstance(node, s.Caught)
            or self._program.function(self._frame.function).number
            != value.ref.module.summary.handlers[node.handler][1]
            or node.handler == self._site.mark[1]
        )

    def _truth_of_all(self, ref: Ref, node: s.BoolOp) -> bool | None:
        parts = [self.truth(Ref(ref.module, v, ref.frame)) for v in node.operands]
        if node.op == "and":
            return False if False in parts else (True if all(p is True for p in parts) else None)
        return True if True in parts else (False if all(p is False for p in parts) else None)

    def _present(self, ref: Ref) -> bool | None:
        """Whether `exc.response`, or a saved error, is there."""
        node = ref.module.values[ref.vid]
        values = self._program.eval(ref)
        if isinstance(node, s.Attr) and node.name == "response":
            return self._mode == STATUS
        if isinstance(node, s.Call) and name_of(ref.module, node.func) == "getattr":
            return self._mode == STATUS if self._gets_response(ref, node) else None
        if isinstance(node, s.Phi) and any(self._may_be_ours(v) for v in values):
            return True
        if any(self._app.responses.is_response(v) for v in values) and self._mode == STATUS:
            return True
        return None

    def _gets_response(self, ref: Ref, node: s.Call) -> bool:
        """`getattr(exc, "response", None)`."""
        if name_of(ref.module, node.func) != "getattr" or len(node.args) < 2:
            return False
        return "response" in self._program.texts_at(Ref(ref.module, node.args[1].value, ref.frame))

    def _response_truth(self) -> bool | None:
        """`if exc.response:` is false for every failing response of requests."""
        if self._mode == TRANSPORT:
            return False
        libraries = {f.call.library for f in self._site.failures if f.mode == STATUS}
        if libraries & {"requests", "niquests"}:
            return False
        return True if libraries == {"httpx"} else None

    def _isinstance(self, ref: Ref, node: s.Call) -> bool | None:
        func = ref.module.values[node.func]
        if not isinstance(func, s.GlobalName) or len(node.args) != 2:
            return None
        if func.name == "hasattr":
            texts = self._program.texts_at(Ref(ref.module, node.args[1].value, ref.frame))
            return self._mode == STATUS if "response" in texts else None
        if func.name != "isinstance":
            return None
        subject = self._program.at(ref, node.args[0].value)
        if not any(isinstance(v, CaughtError) for v in subject) and not self._is_given(
            ref, node.args[0].value
        ):
            return None
        types = list(self._program.calling.exception_types(Ref(ref.module, node.args[1].value, ref.frame)))
        failing = [f for f in self._site.failures if f.mode == self._mode]
        if all(self._app.failures.catches_all(types, f) for f in failing):
            return True
        if not any(self._app.failures.catches(types, f) for f in failing):
            return False
        return None

    def _is_given(self, ref: Ref, vid: s.ValueId) -> bool:
        """Whether a value is the parameter by which a framework or `with` hands over the error."""
        node = ref.module.values[vid]
        if self._site.kind not in (EXIT, FRAMEWORK) or not isinstance(node, s.Param):
            return False
        return bool(self._app.error_sites.given_to(self._frame.function, node.name))

    # -- try, with, loops

    def _try(self, st: s.Try, states: list[State]) -> list[Exit]:
        exits: list[Exit] = []
        through: list[Exit] = []
        if st is self._site.statement:
            idle = [x for x in states if not x.active]
            body = self._walk(st.body, idle or [State()])
            through += [e for e in body if e.how != NEXT]
            calm = [e.state for e in body if e.how == NEXT]
            through += self._walk(st.orelse, calm) if calm else []
            for handler in st.handlers:
                if handler.number == self._site.mark[1]:
                    begun = [replace(x, active=True) for x in (idle or [State()])]
                    through += self._walk(handler.body, begun)
        else:
            body = self._walk(st.body, states)
            calm = [e.state for e in body if e.how == NEXT]
            through += [e for e in body if e.how != NEXT]
            through += self._walk(st.orelse, calm) if calm else []
            idle = [x for x in states if not x.active]
            if idle:
                for handler in st.handlers:
                    through += self._walk(handler.body, idle)
        for exit_ in dict.fromkeys(through):
            exits += self._finally(st, exit_)
        return exits

    def _finally(self, st: s.Try, exit_: Exit) -> list[Exit]:
        if not st.final:
            return [exit_]
        found: list[Exit] = []
        before = replace(exit_.state, passed=False) if exit_.how == RAISE else exit_.state
        for inner in self._walk(st.final, [before]):
            if inner.how == NEXT:
                found.append(Exit(exit_.how, replace(inner.state, passed=exit_.state.passed)))
            else:
                found.append(inner)
        return found

    def _with(self, st: s.With, states: list[State]) -> list[Exit]:
        if st is self._site.statement:
            body = self._walk(st.body, [x for x in states if not x.active] or [State()])
            idle = [x for x in states if not x.active] or [State()]
            return [*body, *(Exit(NEXT, replace(x, active=True)) for x in idle)]
        return self._walk(st.body, states)

    def _loop(self, st: s.While | s.For, states: list[State]) -> list[Exit]:
        self._loops.append(st)
        body = self._walk(st.body, states)
        self._loops.pop()
        found = [e for e in body if e.how in (RETURN, RAISE, QUIT)]
        broken = [e.state for e in body if e.how == BREAK]
        ended = [e.state for e in body if e.how in (NEXT, CONTINUE)]
        endless = self._is_true(st) if isinstance(st, s.While) else self._never_ends(st)
        met = [replace(x, left=True) for x in ended if x.active]
        if met and exits_on_success(self._app, st, self._frame):
            # A retry: the next pass meets the error anew; only the last one leads past the loop.
            for state in met:
                self.notices.update(log.ref for log in state.logs)
            after = [] if endless else [*met]
        elif endless:
            found += [Exit(RETURN, x) for x in met]
            after = []
        else:
            after = met
        idle = [x for x in [*states, *ended] if not x.active]
        done = (
            self._walk(st.orelse, list(dict.fromkeys([*after, *([] if endless else idle)])))
            if not endless
            else []
        )
        return [*found, *(Exit(NEXT, x) for x in broken), *done]

    def _is_true(self, st: s.While) -> bool:
        values = self._program.eval(Ref(self._module, st.test, self._frame))
        return bool(values) and all(isinstance(v, Known) and bool(v.value) for v in values)

    def _never_ends(self, st: s.For) -> bool:
        """`for attempt in itertools.count():`"""
        values = self._program.eval(Ref(self._module, st.iterable, self._frame))
        return bool(values) and all(isinstance(v, Obj) and v.maker in ENDLESS for v in values)

    # -- leaving

    def _return(self, st: s.Return, states: list[State]) -> list[Exit]:
        found = []
        for state in states:
            if st is self._site.statement:
                if state.failed is False:
                    continue
                state = replace(state, active=True)
                node = self._module.values[st.value] if st.value is not None else None
                if isinstance(node, s.Conditional):
                    verdict, _ = self._app.responses.test(Ref(self._module, node.test, self._frame))
                    other = node.orelse if verdict == "succeeds" else node.then
                    state = self._calls_in(other, state)
                    found.append(Exit(RETURN, replace(state, passed=state.passed or self._is_error(other))))
                    continue
            if self._site.kind == EXIT and state.active:
                state = replace(state, passed=state.passed or self._lets_go(st))
            elif state.active and not state.passed and st.value is not None:
                state = replace(state, passed=self._hands_back(st.value, state))
            found.append(Exit(RETURN, state))
        return found

    def _lets_go(self, st: s.Return) -> bool:
        """An `__exit__` that returns something false lets the error go on."""
        if st.value is None:
            return True
        values = self._program.eval(Ref(self._module, st.value, self._frame))
        return bool(values) and all(isinstance(v, Known) and not v.value for v in values)

    def _raises_status(self, st: s.Statement) -> bool:
        """`resp.raise_for_status()` on a path where the response has failed."""
        if (
            self._mode != STATUS
            or self._site.kind != BRANCH
            or not isinstance(st, (s.Expr, s.Bind, s.Return))
        ):
            return False
        for vid in st.calls:
            node = self._module.values[vid]
            func = self._module.values[node.func] if isinstance(node, s.Call) else None
            if isinstance(func, s.Attr) and func.name in self._app.responses.names("raises"):
                values = self._program.eval(Ref(self._module, func.base, self._frame))
                if set(self._app.responses.calls_of(values)) & {f.call for f in self._site.failures}:
                    return True
        return False

    def _calls_in(self, vid: s.ValueId, state: State) -> State:
        node = self._module.values[vid]
        return self._after_call(vid, state) if isinstance(node, s.Call) else state

    def _raise(self, st: s.Raise, state: State) -> Exit:
        if not state.active:
            return Exit(RAISE, state)
        if st.error is not None:
            for value in self._program.eval(Ref(self._module, st.error, self._frame)):
                name = (
                    value.maker
                    if isinstance(value, Obj)
                    else value.name
                    if isinstance(value, External)
                    else ""
                )
                if name in (
                    "builtins.SystemExit",
                    "typer.Exit",
                    "click.exceptions.Exit",
                    "click.Abort",
                    "typer.Abort",
                ):
                    return Exit(QUIT, self._quit_by_raise(st, name, state))
        return Exit(RAISE, replace(state, passed=True))

    def _quit_by_raise(self, st: s.Raise, name: str, state: State) -> State:
        node = self._module.values[st.error] if st.error is not None else None
        if name == "builtins.SystemExit" and isinstance(node, s.Call) and node.args and st.error is not None:
            ref = Ref(self._module, st.error, self._frame)
            values = self._program.at(ref, node.args[0].value)
            if not all(
                isinstance(v, Known) and (v.value is None or isinstance(v.value, int)) for v in values
            ):
                return replace(state, outputs=(*state.outputs, OutputCall(ref, "SystemExit", True, True)))
        return state

    def _quits(self, st: s.Statement) -> bool:
        """Whether a statement's call ends the program (`sys.exit(…)`)."""
        for vid in calls_of(st) if not isinstance(st, (s.Try, s.With, s.For, s.While, s.If, s.Match)) else ():
            output = self._app.log_records.output_call(Ref(self._module, vid, self._frame))
            if output is not None and output.ends:
                return True
        return False

    # -- calls

    def _after_calls(self, st: s.Statement, state: State) -> State:
        if not (state.active or state.failed) or isinstance(st, s.Try):
            return state
        for vid in calls_of(st):
            state = self._after_call(vid, state)
        if state.left and not state.passed and self._tries_again(st):
            state = replace(state, passed=True)  # one more try after the loop
        return state

    def _tries_again(self, st: s.Statement) -> bool:
        """Whether a statement makes a failing request of the site once more, by itself or in a function
        that it calls."""
        if not isinstance(st, (s.Expr, s.Bind, s.Return)):
            return False
        calls = [self._app.api_calls.at(Ref(self._module, v, self._frame)) for v in calls_of(st)]
        if any(call is not None for call in calls):
            return True
        ours = {f.call for f in self._site.failures}
        return any(f.call in ours for f in self._app.failures.raised((st,), self._frame))

    def _after_call(self, vid: s.ValueId, state: State) -> State:
        if vid not in self._effects:
            self._effects[vid] = self._effect(Ref(self._module, vid, self._frame))
        logs, outputs, passed, _ = self._effects[vid]
        if not (logs or outputs or passed):
            return state
        return replace(
            state,
            logs=tuple(dict.fromkeys((*state.logs, *logs))),
            outputs=tuple(dict.fromkeys((*state.outputs, *outputs))),
            passed=state.passed or passed,
        )

    def _effect(self, ref: Ref) -> tuple[tuple[LogCall, ...], tuple[OutputCall, ...], bool, bool]:
        """What a call does with the error: records, outputs, whether it hands it on."""
        records = self._app.log_records
        log = records.log_call(ref)
        if log is not None:
            return ((log,) if log.audible else ()), (), False, False
        output = records.output_call(ref)
        if output is not None:
            return (), ((output,) if output.text else ()), False, output.ends
        frames = self._program.called_frames(ref)
        if self._chosen is not None and self._chosen[0] == ref.vid:
            frames = [f for f in frames if f.function == self._chosen[1]]
        if any(f.function == self._frame.function for f in frames):
            return (), (), True, False  # a retry by recursion: the next try has its own ending
        if frames:
            return (*self._below(frames), self._raises_always(frames), False)
        later = self._program.calling.run_later(ref)
        if any(f.function == self._frame.function for f in later) and self._is_at_site(ref):
            return (), (), True, False  # a retry by a timer
        later = [f for f in later if f.function != self._frame.function]
        handed = self._hands_on(ref) or queued_again(self._program, ref)
        if later and self._given_error(ref):
            logs, outputs = self._below(later)
            return logs, outputs, handed and not (logs or outputs), False
        return (), (), handed, False

    def choices(self) -> list[tuple[s.ValueId, FunctionKey]]:
        """The functions, of one call on the paths, that the error may be given to as a caller chooses:
        `on_error(exc)`. Empty where there is no such call, or no choice."""
        for vid in self._effects:
            ref = Ref(self._module, vid, self._frame)
            if self._is_chosen_by_callers(ref) and self._given_error(ref):
                functions = dict.fromkeys(f.function for f in self._program.called_frames(ref))
                if len(functions) > 1 and self._frame.function not in functions:
                    return [(vid, function) for function in functions]
        return []

    def _is_chosen_by_callers(self, ref: Ref) -> bool:
        """Whether what is called is a parameter, or was one and is kept in an attribute that is no method."""
        node = ref.module.values[ref.vid]
        func = ref.module.values[node.func] if isinstance(node, s.Call) else None
        if isinstance(func, s.Attr):
            owners = [v for v in self._program.at(ref, func.base) if isinstance(v, Instance)]
            classes = self._program.classes
            return bool(owners) and all(classes.method(o.cls, func.name) is None for o in owners)
        return isinstance(func, (s.Param, s.FreeName))

    def _is_at_site(self, ref: Ref) -> bool:
        """Whether a call stands where the error is handled, and nowhere else."""
        if self._site.block is None or self._site.statement is None:
            return False
        low, high = extent(self._site.block)
        return low <= ref.module.summary.spans[ref.vid][0] < high

    def _below(self, frames: Iterable[Frame]) -> tuple[tuple[LogCall, ...], tuple[OutputCall, ...]]:
        """Records and outputs of the program's functions that a call runs, at any depth."""
        records = self._app.log_records
        logs: list[LogCall] = []
        outputs: list[OutputCall] = []
        for start in frames:
            for frame in self._app.api_calls.paths.below(start):
                module = frame.function.module
                for vid in self._program.function(frame.function).calls:
                    ref = Ref(module, vid, frame)
                    log = records.log_call(ref)
                    if log is not None:
                        logs += [log] if log.audible else []
                        continue
                    output = records.output_call(ref)
                    if output is not None and output.text:
                        outputs.append(output)
        return tuple(dict.fromkeys(logs)), tuple(dict.fromkeys(outputs))

    def _raises_always(self, frames: Iterable[Frame]) -> bool:
        """A helper that always raises (`abort()` of the program's own)."""
        for frame in frames:
            body = self._program.function(frame.function).body
            if (
                body
                and isinstance(body[-1], s.Raise)
                and not any(isinstance(x, s.Return) for x in statements(body))
            ):
                return True
        return False

    def _hands_on(self, ref: Ref) -> bool:
        """Whether a call outside the program passes the error on: a callback, a queue, a future,
        `abort(…)`."""
        node = ref.module.values[ref.vid]
        assert isinstance(node, s.Call)
        callees = self._program.callees(ref)
        if any(isinstance(c, External) and c.name.rsplit(".", 1)[-1] in ("abort", "fail") for c in callees):
            return True
        func = ref.module.values[node.func]
        if isinstance(func, s.Attr) and func.name == "retry" and any(a.name == "exc" for a in node.args):
            return True
        method = func.name if isinstance(func, s.Attr) else ""
        unknown = not callees or any(isinstance(c, (Unknown, Closure, Instance)) for c in callees)
        return (unknown or method in HANDING) and self._given_error(ref)

    def _given_error(self, ref: Ref) -> bool:
        """Whether an argument of a call is the error, or holds something of it."""
        node = ref.module.values[ref.vid]
        return isinstance(node, s.Call) and any(self._is_error(a.value) for a in node.args)

    def _is_error(self, vid: s.ValueId, seen: frozenset[s.ValueId] = frozenset()) -> bool:
        """Whether a value is the error or response, or holds something of it. What stems from
        code that does not run when there is an error does not count."""
        ref = Ref(self._module, vid, self._frame)
        node = self._module.values[vid]
        if vid in seen or self._is_dead(vid):
            return False
        if isinstance(node, (s.Phi, s.Appended, s.Updated, s.Merged)):
            inner = children(node) if not isinstance(node, s.Updated) else (node.base, node.value)
            return any(self._is_error(v, seen | {vid}) for v in inner)
        if isinstance(node, (s.Sequence, s.Mapping)) and any(
            self._is_error(v, seen | {vid}) for v in children(node)
        ):
            return True
        values = self._program.eval(ref)
        if any(self._is_it(v) for v in values) or self._app.failures.kept.among(ref):
            return True
        if all(isinstance(v, Known) for v in values) and values:
            return False
        facts = self.facts(ref)
        if self._site.kind != BRANCH:  # a body that was read before is not the error
            facts = frozenset(f for f in facts if f.kind not in ("body", "item"))
        return tells_error(facts)

    def _is_dead(self, vid: s.ValueId) -> bool:
        start = self._module.summary.spans[vid][0]
        return any(low <= start < high for low, high in self.dead)

    def _hands_back(self, vid: s.ValueId, state: State) -> bool:
        """Whether a returned value holds the error. After a loop only a kept exception counts:
        what else the value holds stems from other passes."""
        if not state.left:
            return self._is_error(vid)
        if self._site.kind == BRANCH and self._site.types and not self._is_kept_at_site():
            return False  # one of several results: the others are what is given back
        ref = Ref(self._module, vid, self._frame)
        if any(isinstance(v, CaughtError) for v in self._program.eval(ref)):
            return True
        return any(f.kind in ("error", "traceback") for f in self.facts(ref))

    def _is_kept_at_site(self) -> bool:
        """Whether a call in the branch is given the error, `errors.append(error)` for one."""
        return any(
            self._given_error(Ref(self._module, vid, self._frame))
            for st in statements(self._site.block or ())
            for vid in calls_of(st)
        )

    def facts(self, ref: Ref) -> Facts:
        return self._app.log_records.facts.of(ref)

    def _is_it(self, value: Abstract) -> bool:
        return isinstance(value, CaughtError) or self._app.responses.is_response(value)
