"""Who calls a function: an index by the names under which calls are spelled, checked on demand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
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
"""Callers from which a parameter takes its values."""
MAX_SITES = 2000
"""Calls of one name that are looked at."""


class Callers:
    def __init__(self, program: Program) -> None:
        self._program = program

    @cached_property
    def _by_name(self) -> dict[str, list[Site]]:
        """Every call of the program by the last name of its callee; what is imported under
        another name counts under both."""
        index: dict[str, list[Site]] = defaultdict(list)
        for module in list(self._program.table.loaded()):
            for vid, node in module.of(s.Call):
                for name in self._names(module, node.func):
                    index[name].append((module, vid))
        return index

    def named(self, name: str) -> list[Site]:
        """Every call whose callee is spelled with this last name: module and value number."""
        return self._by_name.get(name, [])

    def prime(self) -> None:
        """Answers the questions on which most others rest before any of those is asked."""
        self._program.classes.prime()
        self._ask_decorated()
        self._ask_indirect()
        self._program.events.prime()

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
            elif isinstance(func, s.Attr) and func.name in self._stored:
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
    def _stored(self) -> frozenset[str]:
        """Names of attributes that are assigned, or declared with a type: what is called by them may be
        anything."""
        found: set[str] = set()
        for module in self._program.table.loaded():
            found.update(store.name for store in module.summary.stores)
            for cls in module.summary.classes:
                found.update(cls.annotations)
                found.update(
                    name
                    for name, vid in cls.attributes.items()
                    if not isinstance(module.values[vid], (s.FunctionValue, s.ClassValue))
                )
        return frozenset(found)

    @cached_property
    def _taken(self) -> frozenset[str]:
        """Names of functions that are used other than by calling them: they may be called by any name."""
        return frozenset({"__call__", "__init__"}).union(*(m.taken for m in self._program.table.loaded()))

    def _ask_indirect(self) -> dict[FunctionKey, list[tuple[Site, Abstract]]]:
        found: dict[FunctionKey, list[tuple[Site, Abstract]]] = self._program.answers.settle(
            "indirect", self._index_indirect, {}
        )
        return found

    def _index_indirect(self, question: str) -> dict[FunctionKey, list[tuple[Site, Abstract]]]:
        """Functions reached by calls that do not spell their name: callbacks, wrapped functions,
        partials, instances that are called."""
        found: dict[FunctionKey, list[tuple[Site, Abstract]]] = defaultdict(list)
        for site in self._by_name.get("?", []):
            for callee in self._program.callees(self._ref(site)):
                for key in self._targets(callee):
                    found[key].append((site, callee))
        return found

    def _ask_decorated(self) -> dict[FunctionKey, list[str]]:
        found: dict[FunctionKey, list[str]] = self._program.answers.ask(
            "decorated", self._index_decorated, {}
        )
        return found

    def _index_decorated(self, question: str) -> dict[FunctionKey, list[str]]:
        """Wrappers by the names of the functions that they are bound to after decoration."""
        found: dict[FunctionKey, list[str]] = defaultdict(list)
        program = self._program
        for module in list(program.table.loaded()):
            for vid, node in module.of(s.Call):
                if node.args:
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
        """One frame for every call that runs the function, up to a bound."""
        return self._all_frames(key)[:MAX_CALLERS]

    def calling(self, keys: Iterable[FunctionKey]) -> frozenset[FunctionKey]:
        """Functions, and all that call them or call what calls them."""
        found = set(keys)
        todo = list(found)
        while todo:
            for frame in self._all_frames(todo.pop()):
                caller = frame.call.frame.function if frame.call is not None else None
                if caller is not None and caller not in found:
                    found.add(caller)
                    todo.append(caller)
        return frozenset(found)

    def _all_frames(self, key: FunctionKey) -> list[Frame]:
        found: list[Frame] = self._program.answers.ask(("callers", key), self._search, [])
        return found

    def _search(self, question: tuple[str, FunctionKey]) -> list[Frame]:
        key = question[1]
        program = self._program
        function = program.function(key)
        names = [function.name]
        if function.name in ("__init__", "__call__") and function.cls is not None:
            cls = ClassKey(key.module, function.cls)
            names += self._class_names(cls)
        if function.name == "request" and function.cls is not None:
            names += sorted(VERBS)
        if function.cls is None or function.decorators:
            names += self._ask_decorated().get(key, [])
        if function.name in self._taken:
            names += program.providers.names
        found: list[Frame] = []
        for name in dict.fromkeys(names):
            for site in self._by_name.get(name, [])[:MAX_SITES]:
                ref = self._ref(site)
                for callee in program.callees(ref):
                    if isinstance(callee, External) or key in self._targets(callee):
                        found += [f for f in program.calling.frames_of(callee, ref) if f.function == key]
        if function.name in self._taken:
            found += program.events.sent_to(key)
            for site, callee in self._ask_indirect().get(key, []):
                found += [f for f in program.calling.frames_of(callee, self._ref(site)) if f.function == key]
        return list(dict.fromkeys(found))

    def _class_names(self, cls: ClassKey) -> list[str]:
        classes = self._program.classes
        return [classes.summary(cls).name, *(classes.summary(c).name for c in classes.subclasses(cls)), "cls"]

    def constructions(self, cls: ClassKey) -> list[Ref]:
        """Every call that makes an instance of the class itself, up to a bound."""
        found: list[Ref] = self._program.answers.ask(("constructions", cls), self._find_constructions, [])
        return found

    def _find_constructions(self, question: tuple[str, ClassKey]) -> list[Ref]:
        cls = question[1]
        found: list[Ref] = []
        for name in (self._program.classes.summary(cls).name, "cls", "?"):
            for site in self._by_name.get(name, [])[: MAX_CALLERS * 4]:
                ref = self._ref(site)
                if any(isinstance(c, ClassRef) and c.cls == cls for c in self._program.callees(ref)):
                    found.append(ref)
        found += self._program.providers.constructions(cls)
        return list(dict.fromkeys(found))[:MAX_CALLERS]

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
        if name not in self._stores_by_name:
            return ()
        question = ("stores", receiver.cls, name)
        found: Values = self._program.answers.ask(question, self._find_stores, ())
        return found

    def _find_stores(self, question: tuple[str, ClassKey, str]) -> Values:
        _, cls, name = question
        found: list[Abstract] = []
        for module, store in self._stores_by_name[name]:
            frame = self._program.root(FunctionKey(module, store.function))
            for base in self._program.eval(Ref(module, store.base, frame)):
                if isinstance(base, Instance) and base.cls == cls:
                    found += self._program.eval(Ref(module, store.value, frame))
        return tuple(dict.fromkeys(found))
