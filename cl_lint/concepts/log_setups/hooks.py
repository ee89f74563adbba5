"""The functions that a logging library calls while it forms a line."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ...program import Abstract, ClassKey, Closure, FunctionKey, Instance, Module, Ref
from ...syntax import summary as s
from .items import items_of

if TYPE_CHECKING:
    from ..application import Application

FORMING = ("logging.Filter", "logging.LogRecord")
FORMING_METHODS = frozenset(
    (
        "format formatTime formatMessage filter add_fields process_log_record json_record __call__ usesTime"
    ).split()
)
HOOK_ARGUMENTS = {
    "configure": ("processors", "patcher", "handlers"),
    "configure_once": ("processors",),
    "wrap_logger": ("processors",),
    "ProcessorFormatter": ("processor", "processors", "foreign_pre_chain"),
    "add": ("format",),
    "patch": ("patcher",),
    "setLogRecordFactory": ("factory",),
}


class LogHooks:
    """Tells whether a function forms log lines: a formatter's or filter's method, a structlog processor,
    a loguru patcher, a record factory."""

    def __init__(self, app: Application) -> None:
        self._program = app.program

    def is_inside(self, key: FunctionKey) -> bool:
        """Whether the function is such a hook, or stands inside one."""
        module, number = key.module, key.number
        while number:
            function = module.summary.functions[number]
            if function.cls is not None and self._forms(ClassKey(module, function.cls)):
                return True
            if FunctionKey(module, number) in self._functions:
                return True
            number = function.parent
        return False

    def is_hook(self, key: FunctionKey) -> bool:
        """Whether the library itself calls the function."""
        function = key.module.summary.functions[key.number]
        if function.cls is not None and self._forms(ClassKey(key.module, function.cls)):
            return function.name in FORMING_METHODS
        return key in self._functions

    def _forms(self, cls: ClassKey) -> bool:
        bases = self._program.classes.external_bases(cls)
        return any(base.endswith("Formatter") or base in FORMING for base in bases) or cls in self._classes

    @cached_property
    def _hooks(self) -> list[Abstract]:
        found: list[Abstract] = []
        for module in list(self._program.table.loaded()):
            for vid, node in module.of(s.Call):
                name = self._callee_name(module, node)
                if name in HOOK_ARGUMENTS:
                    found += self._given(module, vid, name)
        return found

    @staticmethod
    def _callee_name(module: Module, node: s.Call) -> str:
        func = module.values[node.func]
        if isinstance(func, (s.Attr, s.GlobalName)):
            return func.name
        return func.name or "" if isinstance(func, s.Imported) else ""

    def _given(self, module: Module, vid: s.ValueId, name: str) -> list[Abstract]:
        call = Ref(module, vid, self._program.root(FunctionKey(module, module.summary.owners[vid])))
        args = self._program.arguments(call)
        given = [g for key in HOOK_ARGUMENTS[name] for g in args.keywords.get(key, ())]
        if name in ("configure", "patch", "setLogRecordFactory"):
            given += args.positional[:1]
        found: list[Abstract] = []
        for value in self._program.eval_all(given):
            refs, _ = items_of(self._program, value)
            found += [value, *self._program.eval_all(refs)]
        return found

    @cached_property
    def _functions(self) -> frozenset[FunctionKey]:
        return frozenset(v.function for v in self._hooks if isinstance(v, Closure))

    @cached_property
    def _classes(self) -> frozenset[ClassKey]:
        """Classes of the program whose instances are structlog processors."""
        return frozenset(v.cls for v in self._hooks if isinstance(v, Instance))
