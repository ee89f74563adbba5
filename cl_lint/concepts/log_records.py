"""Log records: which calls write one, at what level, and what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..models.rows import Binder, Log, Output
from ..program import Abstract, External, FunctionKey, Known, Obj, Ref, Unknown
from ..syntax import summary as s
from .fact import NOTHING, Fact, Facts
from .facts import FactFinder

if TYPE_CHECKING:
    from .application import Application

ERROR_METHODS = {
    "error": False,
    "critical": False,
    "fatal": False,
    "exception": True,
    "warning": False,
    "warn": False,
}
LOW_METHODS = frozenset({"debug", "info", "trace", "success", "notice", "msg"})
LOW_LEVELS = frozenset({"debug", "info", "trace", "success", "notice", "notset"})
ADAPTER = "logging.LoggerAdapter"


@dataclass(frozen=True)
class LogCall:
    """A call that logs. `audible`: at warning or above, or at a level that cannot be known."""

    ref: Ref
    library: str
    audible: bool
    traceback: bool
    level_arg: int


@dataclass(frozen=True)
class OutputCall:
    """A call that shows text without keeping it; `text` is false for an exit without a message."""

    ref: Ref
    name: str
    ends: bool
    text: bool


class LogRecords:
    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._calls: dict[Ref, LogCall | None] = {}

    @cached_property
    def facts(self) -> FactFinder:
        return FactFinder(self._app)

    # -- recognising

    def log_call(self, ref: Ref) -> LogCall | None:
        """The log record that a call writes, None for other calls."""
        if ref not in self._calls:
            self._calls[ref] = self._recognise(ref)
        return self._calls[ref]

    def _recognise(self, ref: Ref) -> LogCall | None:
        node = ref.module.values[ref.vid]
        if not isinstance(node, s.Call):
            return None
        func = ref.module.values[node.func]
        for callee in self._program.callees(ref):
            if isinstance(callee, External):
                row = self._app.models.row(Log, callee.name)
                if row is not None:
                    audible = self._audible(ref, node, row)
                    return LogCall(ref, row.library, audible, row.traceback, row.level_arg)
                if self._project_method(callee):
                    return None
            elif not isinstance(callee, Unknown):
                return None
        if (
            isinstance(func, s.Attr)
            and "log" in self._program.spell(Ref(ref.module, func.base, ref.frame)).lower()
        ):
            if func.name in ERROR_METHODS:
                return LogCall(ref, "", True, ERROR_METHODS[func.name], -1)
            if func.name in LOW_METHODS:
                return LogCall(ref, "", False, False, -1)
            if func.name == "log" and len(node.args) >= 2:
                return LogCall(
                    ref, "", self._level_audible(Ref(ref.module, node.args[0].value, ref.frame)), False, 0
                )
        return None

    def _project_method(self, callee: External) -> bool:
        return (
            isinstance(callee.receiver, Obj)
            and self._app.models.row(Log, callee.name) is None
            and (callee.receiver.type in ("requests.Response", "httpx.Response"))
        )

    def _audible(self, ref: Ref, node: s.Call, row: Log) -> bool:
        if row.level_arg < 0:
            return row.level not in LOW_LEVELS
        positional = [a for a in node.args if a.name is None and not a.star]
        named = [a for a in node.args if a.name == row.level_keyword]
        if named:
            return self._level_audible(Ref(ref.module, named[0].value, ref.frame))
        if row.level_arg < len(positional):
            return self._level_audible(Ref(ref.module, positional[row.level_arg].value, ref.frame))
        return row.library == "rollbar"

    def _level_audible(self, ref: Ref) -> bool:
        levels = [self._level(v) for v in self._program.eval(ref)]
        return not levels or any(level is None or level for level in levels)

    def _level(self, value: Abstract) -> bool | None:
        if isinstance(value, External):
            return value.name.rsplit(".", 1)[-1].lower() not in LOW_LEVELS
        if isinstance(value, Known):
            if isinstance(value.value, str):
                return value.value.lower() not in LOW_LEVELS
            return isinstance(value.value, (int, float)) and value.value >= 30
        return None

    def output_call(self, ref: Ref) -> OutputCall | None:
        """The text that a call shows a person and does not keep, None for other calls."""
        node = ref.module.values[ref.vid]
        if not isinstance(node, s.Call):
            return None
        for callee in self._program.callees(ref):
            if isinstance(callee, External):
                row = self._app.models.row(Output, callee.name)
                if row is not None:
                    name = callee.name.removeprefix("builtins.")
                    return OutputCall(ref, name, row.ends, not row.ends or self._has_text(ref, node))
        return None

    def _has_text(self, ref: Ref, node: s.Call) -> bool:
        if not node.args:
            return False
        values = self._program.at(ref, node.args[-1].value)
        return not all(isinstance(v, Known) and (v.value is None or isinstance(v.value, int)) for v in values)

    # -- what a record holds

    def held(self, call: LogCall, finder: FactFinder | None = None) -> Facts:
        """The facts in a record: arguments, extra fields, traceback, what is bound to the logger. `finder`
        looks into the arguments; without one nothing is known of the failure."""
        ref = call.ref
        node = ref.module.values[ref.vid]
        if not isinstance(node, s.Call):
            return frozenset({Fact("traceback")}) if call.traceback else NOTHING
        finder = finder or self.facts
        found: set[Fact] = set()
        adapter = self._is_adapter(ref, node)
        for index, arg in enumerate(node.args):
            if index == call.level_arg and arg.name is None:
                continue
            where = Ref(ref.module, arg.value, ref.frame)
            if arg.name == "exc_info":
                found |= self._exc_info(where)
                continue
            if arg.name == "extra" and adapter:
                continue
            if arg.name in ("stack_info", "stacklevel", "level"):
                continue
            if arg.name:
                found.add(Fact("key", arg.name))
            found |= finder.of(where)
        if call.traceback and not any(a.name == "exc_info" for a in node.args):
            found.add(Fact("traceback"))
        func = ref.module.values[node.func]
        if isinstance(func, s.Attr):
            found |= self.bound(Ref(ref.module, func.base, ref.frame))
        found |= self._context(ref)
        return frozenset(found)

    def _exc_info(self, where: Ref) -> Facts:
        values = self._program.eval(where)
        if values and all(isinstance(v, Known) and not v.value for v in values):
            return NOTHING
        return frozenset({Fact("traceback")})

    def _is_adapter(self, ref: Ref, node: s.Call) -> bool:
        func = ref.module.values[node.func]
        if not isinstance(func, s.Attr):
            return False
        return any(isinstance(v, Obj) and v.type == ADAPTER for v in self._program.at(ref, func.base))

    def bound(self, ref: Ref, depth: int = 6) -> Facts:
        """The fields bound to a logger."""
        found: set[Fact] = set()
        if depth <= 0:
            return NOTHING
        node = ref.module.values[ref.vid]
        if isinstance(node, s.Call):
            return self._bound_by(ref, node, depth)
        for value in self._program.eval(ref):
            if isinstance(value, Obj) and value.site is not None and value.site != ref:
                inner = value.site.module.values[value.site.vid]
                if isinstance(inner, s.Call):
                    found |= self._bound_by(value.site, inner, depth)
        return frozenset(found)

    def _bound_by(self, site: Ref, node: s.Call, depth: int) -> Facts:
        found: set[Fact] = set()
        for callee in self._program.callees(site):
            if not isinstance(callee, External):
                continue
            row = self._app.models.row(Binder, callee.name)
            if row is not None or callee.name == ADAPTER:
                for arg in node.args:
                    found |= self.facts.of(Ref(site.module, arg.value, site.frame))
                    if arg.name:
                        found.add(Fact("key", arg.name))
            if callee.name.rsplit(".", 1)[-1] == "opt" and any(a.name == "exception" for a in node.args):
                found.add(Fact("traceback"))
        func = site.module.values[node.func]
        if isinstance(func, s.Attr):
            found |= self.bound(Ref(site.module, func.base, site.frame), depth - 1)
        for frame in self._program.called_frames(site):
            for vid in self._program.function(frame.function).returns:
                found |= self.bound(Ref(frame.function.module, vid, frame), depth - 1)
        return frozenset(found)

    def _context(self, ref: Ref) -> Facts:
        """Fields bound to the context in the function that logs or in those that called it."""
        found: set[Fact] = set()
        for _ in range(5):
            found |= self._context_of(ref)
            if ref.frame.call is None:
                break
            ref = ref.frame.call
        return frozenset(found)

    def _context_of(self, ref: Ref) -> Facts:
        """Fields that the function of a call binds before it."""
        key = ref.frame.function
        found: set[Fact] = set()
        for vid in self._context_binders.get(key, ()):
            node = key.module.values[vid]
            assert isinstance(node, s.Call)
            if vid > ref.vid:
                continue
            for arg in node.args:
                found |= self.facts.of(Ref(key.module, arg.value, self._program.root(key)))
                if arg.name:
                    found.add(Fact("key", arg.name))
        return frozenset(found)

    @cached_property
    def _context_binders(self) -> dict[FunctionKey, list[s.ValueId]]:
        rows = {
            n.rsplit(".", 1)[-1] for n, r in self._app.models.rows(Binder).items() if r.scope == "context"
        }
        found: dict[FunctionKey, list[s.ValueId]] = {}
        for name in rows:
            for module, vid in self._program.callers_index.named(name):
                owner = FunctionKey(module, module.summary.owners[vid])
                for callee in self._program.callees(Ref(module, vid, self._program.root(owner))):
                    row = self._app.models.row(Binder, callee.name) if isinstance(callee, External) else None
                    if row is not None and row.scope == "context":
                        found.setdefault(owner, []).append(vid)
        return found
