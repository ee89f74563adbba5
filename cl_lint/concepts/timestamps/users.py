"""Where values are used: the reverse of a summary, made per module on demand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from ...program import ClassKey, FunctionKey, Module, ModuleValue, Program, Ref
from ...program.values import ClassRef, Instance, Unknown
from ...syntax import summary as s
from ...syntax.traverse import children

Places = dict[s.ValueId, list[s.ValueId]]
Named = dict[tuple[int, str], list[s.ValueId]]


class ItemStore(NamedTuple):
    function: int
    statement: s.StoreItem


class ModuleUsers:
    """Who uses each value of one module."""

    def __init__(self, module: Module) -> None:
        self._module = module
        self._summary = module.summary

    @cached_property
    def values(self) -> Places:
        """The values that a value is directly part of."""
        found: Places = defaultdict(list)
        for user, node in enumerate(self._summary.values):
            for vid in children(node):
                if vid != user:
                    found[vid].append(user)
        return found

    @cached_property
    def returns(self) -> Places:
        """The functions that return a value."""
        return self._reversed((f.number, f.returns) for f in self._summary.functions if not f.yields)

    @cached_property
    def yields(self) -> Places:
        return self._reversed((f.number, f.yields) for f in self._summary.functions if f.yields)

    @staticmethod
    def _reversed(pairs: Iterator[tuple[int, tuple[s.ValueId, ...]]]) -> Places:
        found: Places = defaultdict(list)
        for number, vids in pairs:
            for vid in vids:
                found[vid].append(number)
        return found

    @cached_property
    def stores(self) -> dict[s.ValueId, list[s.Store]]:
        found: dict[s.ValueId, list[s.Store]] = defaultdict(list)
        for store in self._summary.stores:
            found[store.value].append(store)
        return found

    @cached_property
    def item_stores(self) -> dict[s.ValueId, list[ItemStore]]:
        found: dict[s.ValueId, list[ItemStore]] = defaultdict(list)
        for number, statement in self._module.placed(s.StoreItem):
            found[statement.value].append(ItemStore(number, statement))
        return found

    @cached_property
    def globals(self) -> dict[s.ValueId, list[str]]:
        found: dict[s.ValueId, list[str]] = defaultdict(list)
        for name, vids in self._summary.globals.items():
            for vid in vids:
                found[vid].append(name)
        return found

    @cached_property
    def bindings(self) -> dict[s.ValueId, list[tuple[int, str]]]:
        """Variables that nested functions may read, by the values they are bound to."""
        found: dict[s.ValueId, list[tuple[int, str]]] = defaultdict(list)
        wanted = set(self.free)
        for function in self._summary.functions:
            for name, vids in function.bindings.items():
                if (function.number, name) in wanted:
                    for vid in vids:
                        found[vid].append((function.number, name))
        return found

    @cached_property
    def class_attributes(self) -> dict[s.ValueId, list[tuple[int, str]]]:
        found: dict[s.ValueId, list[tuple[int, str]]] = defaultdict(list)
        for cls in self._summary.classes:
            for name, vid in cls.attributes.items():
                found[vid].append((cls.number, name))
        return found

    @cached_property
    def defaults(self) -> dict[s.ValueId, list[tuple[int, str]]]:
        found: dict[s.ValueId, list[tuple[int, str]]] = defaultdict(list)
        for function in self._summary.functions:
            for param in function.params:
                if param.default is not None:
                    found[param.default].append((function.number, param.name))
        return found

    @cached_property
    def params(self) -> Named:
        found: Named = defaultdict(list)
        for vid, node in enumerate(self._summary.values):
            if isinstance(node, s.Param):
                found[node.function, node.name].append(vid)
        return found

    @cached_property
    def free(self) -> Named:
        found: Named = defaultdict(list)
        for vid, node in enumerate(self._summary.values):
            if isinstance(node, s.FreeName):
                found[node.function, node.name].append(vid)
        return found

    @cached_property
    def global_reads(self) -> dict[str, list[s.ValueId]]:
        found: dict[str, list[s.ValueId]] = defaultdict(list)
        for vid, node in enumerate(self._summary.values):
            if isinstance(node, s.GlobalName):
                found[node.name].append(vid)
        return found


class Users:
    """Who uses a value, in the whole program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._modules: dict[Module, ModuleUsers] = {}

    def of(self, module: Module) -> ModuleUsers:
        users = self._modules.get(module)
        if users is None:
            users = self._modules[module] = ModuleUsers(module)
        return users

    def root_ref(self, module: Module, vid: s.ValueId) -> Ref:
        owner = FunctionKey(module, module.summary.owners[vid])
        return Ref(module, vid, self._program.root(owner))

    @cached_property
    def _attributes(self) -> dict[str, list[tuple[Module, s.ValueId]]]:
        found: dict[str, list[tuple[Module, s.ValueId]]] = defaultdict(list)
        for module in list(self._program.table.loaded()):
            for vid, node in module.of(s.Attr):
                found[node.name].append((module, vid))
        return found

    @cached_property
    def _imports(self) -> dict[str, list[tuple[Module, s.ValueId]]]:
        found: dict[str, list[tuple[Module, s.ValueId]]] = defaultdict(list)
        for module in list(self._program.table.loaded()):
            for vid, node in module.of(s.Imported):
                if node.name is not None:
                    found[node.name].append((module, vid))
        return found

    @cached_property
    def _owners(self) -> dict[str, set[ClassKey]]:
        """Classes that have an attribute of a name: in the body, annotated, or stored on self."""
        found: dict[str, set[ClassKey]] = defaultdict(set)
        for module in list(self._program.table.loaded()):
            for cls in module.summary.classes:
                for name in (*cls.attributes, *cls.annotations):
                    found[name].add(ClassKey(module, cls.number))
            for store in module.summary.stores:
                base = module.values[store.base]
                number = module.summary.functions[store.function].cls
                if isinstance(base, s.Param) and number is not None:
                    found[store.name].add(ClassKey(module, number))
        return found

    def attribute_reads(self, cls: ClassKey, name: str) -> Iterator[tuple[Module, s.ValueId]]:
        """Every `x.name` where x may be an instance of the class, one of its bases or subclasses; where
        nothing is known of x, the name must belong to this class alone."""
        classes = self._program.classes
        alone = len(self._owners.get(name, ())) <= 1
        for module, vid in self._attributes.get(name, ()):
            base = module.values[vid]
            assert isinstance(base, s.Attr)
            for value in self._program.eval(self.root_ref(module, base.base)):
                if isinstance(value, (Instance, ClassRef)):
                    if classes.is_subclass(value.cls, cls) or classes.is_subclass(cls, value.cls):
                        yield module, vid
                        break
                elif alone and isinstance(value, Unknown):
                    yield module, vid
                    break

    def global_uses(self, module: Module, name: str) -> Iterator[tuple[Module, s.ValueId]]:
        """Every read of a module's global: in the module, imported, or as `module.name`."""
        for vid in self.of(module).global_reads.get(name, ()):
            yield module, vid
        for other, vid in self._imports.get(name, ()):
            node = other.values[vid]
            assert isinstance(node, s.Imported)
            if self._means(other, node, module):
                yield other, vid
        for other, vid in self._attributes.get(name, ()):
            base = other.values[vid]
            assert isinstance(base, s.Attr)
            if ModuleValue(module) in self._program.eval(self.root_ref(other, base.base)):
                yield other, vid

    def _means(self, other: Module, node: s.Imported, module: Module) -> bool:
        table = self._program.table
        if node.level:
            parts = table.relative(other, node.level, node.module)
            return parts is not None and table.by_parts(parts) is module
        return table.find(tuple(node.module.split(".")), other) is module

    def owner_of_attribute(self, name: str) -> ClassKey | None:
        """The only class with an attribute of that name."""
        owners = self._owners.get(name, set())
        return next(iter(owners)) if len(owners) == 1 else None
