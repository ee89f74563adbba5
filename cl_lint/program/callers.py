"""Who calls a function: an index by the names under which calls are spelled, checked on demand."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from ..syntax import summary as s
from .binding import closure_of
from .frames import Frame
from .modules import Module
from .values import Abstract, ClassKey, ClassRef, Closure, External, FunctionKey, Instance, Ref, Values

if TYPE_CHECKING:
    from .evaluate import Program

VERBS = frozenset({"get", "post", "put", "patch", "delete", "head", "options"})
"""Methods by which client libraries call `request`, also where a subclass overrides it."""

Site = tuple[Module, s.ValueId]
MAX_CALLERS = 60


class Callers:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._frames: dict[FunctionKey, list[Frame]] = {}
        self._busy: set[object] = set()
        self._drafts: dict[FunctionKey, list[Frame]] = {}
        self._cuts = 0
        self._constructions: dict[ClassKey, list[Ref]] = {}
        self._outside: dict[tuple[Instance, str], Values] = {}
        self._held = False

    @cached_property
    def _by_name(self) -> dict[str, list[Site]]:
        """Every call of the program by the last name of its callee; what is imported under
        another name counts under both."""
        index: dict[str, list[Site]] = defaultdict(list)
        for module in list(self._program.table.loaded()):
            for vid, node in enumerate(module.values):
                if isinstance(node, s.Call):
                    for name in self._names(module, node.func):
                        index[name].append((module, vid))
        return index

    def named(self, name: str) -> list[Site]:
        """Every call whose callee is spelled with this last name: module and value number."""
        return self._by_name.get(name, [])

    def prime(self) -> None:
        """Builds the indexes on which many questions rest, before any question depends on them. Bases of
        classes and decorators are names, but for very few: they are looked up without asking who calls
        what."""
        self._held = True
        self._program.classes.prime()
        _ = self._decorated
        self._held = False
        self._program.forget()
        self._in_indirect()

    def _names(self, module: Module, vid: s.ValueId) -> tuple[str, ...]:
        func = module.values[vid]
        if isinstance(func, (s.Attr, s.GlobalName)):
            names = [func.name]
            if isinstance(func, s.GlobalName):
                for bound in module.summary.globals.get(func.name, ()):
                    inner = module.values[bound]
                    if isinstance(inner, s.Imported) and inner.name:
                        names.append(inner.name)
                    elif isinstance(inner, s.FunctionValue):
                        names.append(module.summary.functions[inner.function].name)
                    elif not isinstance(inner, s.ClassValue):
                        names.append("?")
            elif isinstance(func, s.Attr) and func.name not in self._defined:
                names.append("?")
            return tuple(dict.fromkeys(names))
        if isinstance(func, s.Imported):
            return (func.name or "?",)
        if isinstance(func, s.FunctionValue):
            return (module.summary.functions[func.function].name, "?")
        if isinstance(func, s.ClassValue):
            return (module.summary.classes[func.cls].name,)
        return ("?",)

    @cached_property
    def _defined(self) -> frozenset[str]:
        return frozenset(
            f.name for m in self._program.table.loaded() for f in m.summary.functions
        ) | frozenset(c.name for m in self._program.table.loaded() for c in m.summary.classes)

    @cached_property
    def _indirect(self) -> dict[FunctionKey, list[tuple[Site, Abstract]]]:
        """Functions reached by calls that do not spell their name: callbacks, wrapped functions,
        partials, instances that are called."""
        found: dict[FunctionKey, list[tuple[Site, Abstract]]] = defaultdict(list)
        for site in self._by_name.get("?", []):
            for callee in self._program.callees(self._ref(site)):
                for key in self._targets(callee):
                    found[key].append((site, callee))
        return found

    @cached_property
    def _decorated(self) -> dict[FunctionKey, list[str]]:
        """Wrappers by the names of the functions that they are bound to after decoration."""
        found: dict[FunctionKey, list[str]] = defaultdict(list)
        program = self._program
        for module in list(program.table.loaded()):
            for vid, node in enumerate(module.values):
                if isinstance(node, s.Call) and node.args:
                    inner = module.values[node.args[0].value]
                    if isinstance(inner, s.FunctionValue) and inner.function:
                        original = FunctionKey(module, inner.function)
                        for value in program.eval(self._ref((module, vid))):
                            if isinstance(value, Closure) and value.function != original:
                                found[value.function].append(program.function(original).name)
        return found

    def _ref(self, site: Site) -> Ref:
        module, vid = site
        owner = FunctionKey(module, module.summary.owners[vid])
        return Ref(module, vid, self._program.root(owner))

    def _targets(self, callee: Abstract) -> list[FunctionKey]:
        pair = closure_of(callee)
        if pair is not None:
            return [pair[0].function]
        if isinstance(callee, ClassRef):
            init = self._program.classes.method(callee.cls, "__init__")
            return [init] if init else []
        if isinstance(callee, Instance):
            method = self._program.classes.method(callee.cls, "__call__")
            return [method] if method else []
        return []

    def frames(self, key: FunctionKey) -> list[Frame]:
        known = self._frames.get(key)
        if known is not None:
            return known
        if self._held:
            self._program.incomplete()
            return []
        self._in_indirect()
        known = self._drafts.get(key)
        if known is not None:
            self._program.incomplete()
            return known
        if key in self._busy:
            self._cuts += 1
            self._program.incomplete()
            return []
        cuts = self._cuts
        self._busy.add(key)
        try:
            found = self._search(key)
        finally:
            self._busy.discard(key)
        if "indirect" in self._busy:
            self._drafts[key] = found  # asked again once the index is there
        elif cuts == self._cuts or not self._busy:
            self._frames[key] = found
        return found

    def _search(self, key: FunctionKey) -> list[Frame]:
        program = self._program
        function = program.function(key)
        names = [function.name]
        if function.name in ("__init__", "__call__") and function.cls is not None:
            cls = ClassKey(key.module, function.cls)
            names += self._class_names(cls)
        if function.name == "request" and function.cls is not None:
            names += sorted(VERBS)
        names += [] if function.cls is not None and not function.decorators else self._decorated_names(key)
        found: list[Frame] = []
        for name in dict.fromkeys(names):
            for site in self._by_name.get(name, [])[: MAX_CALLERS * 4]:
                ref = self._ref(site)
                for callee in program.callees(ref):
                    if isinstance(callee, External) or key in self._targets(callee):
                        found += [f for f in program.calling.frames_of(callee, ref) if f.function == key]
        if not self._in_indirect():
            for site, callee in self._indirect.get(key, []):
                found += [f for f in program.calling.frames_of(callee, self._ref(site)) if f.function == key]
        return list(dict.fromkeys(found))[:MAX_CALLERS]

    def _decorated_names(self, key: FunctionKey) -> list[str]:
        if "decorated" in self._busy:
            self._program.incomplete()
            return []
        self._busy.add("decorated")
        try:
            return self._decorated.get(key, [])
        finally:
            self._busy.discard("decorated")

    def _in_indirect(self) -> bool:
        """Whether the index of indirect calls is being built (it may ask for callers itself)."""
        if "_indirect" in self.__dict__:
            return False
        if "indirect" in self._busy:
            self._program.incomplete()
            return True
        self._busy.add("indirect")
        try:
            _ = self._indirect
        finally:
            self._busy.discard("indirect")
            self._drafts.clear()
        return False

    def _class_names(self, cls: ClassKey) -> list[str]:
        classes = self._program.classes
        return [classes.summary(cls).name, *(classes.summary(c).name for c in classes.subclasses(cls)), "cls"]

    def constructions(self, cls: ClassKey) -> list[Ref]:
        known = self._constructions.get(cls)
        if known is not None:
            return known
        key = ("class", cls)
        if self._held or key in self._busy:
            self._cuts += 1
            self._program.incomplete()
            return []
        cuts = self._cuts
        self._busy.add(key)
        found: list[Ref] = []
        try:
            for name in (self._program.classes.summary(cls).name, "cls", "?"):
                for site in self._by_name.get(name, [])[: MAX_CALLERS * 4]:
                    ref = self._ref(site)
                    if any(isinstance(c, ClassRef) and c.cls == cls for c in self._program.callees(ref)):
                        found.append(ref)
        finally:
            self._busy.discard(key)
        found = list(dict.fromkeys(found))[:MAX_CALLERS]
        if "indirect" not in self._busy and (cuts == self._cuts or not self._busy):
            self._constructions[cls] = found
        return found

    @cached_property
    def _stores_by_name(self) -> dict[str, list[tuple[Module, s.Store]]]:
        index: dict[str, list[tuple[Module, s.Store]]] = defaultdict(list)
        for module in list(self._program.table.loaded()):
            for store in module.summary.stores:
                base = module.values[store.base]
                if not (
                    isinstance(base, s.Param)
                    and module.summary.functions[base.function].cls is not None
                    and module.summary.functions[base.function].params[0].name == base.name
                ):
                    index[store.name].append((module, store))
        return index

    def outside_stores(self, receiver: Instance, name: str) -> Values:
        """`thing.name = value` outside the class's own methods."""
        if self._held:
            self._program.incomplete()
            return ()
        sites = self._stores_by_name.get(name)
        if not sites:
            return ()
        found: list[Abstract] = []
        for module, store in sites:
            frame = self._program.root(FunctionKey(module, store.function))
            for base in self._program.eval(Ref(module, store.base, frame)):
                if isinstance(base, Instance) and base.cls == receiver.cls:
                    found += self._program.eval(Ref(module, store.value, frame))
        return tuple(found)
