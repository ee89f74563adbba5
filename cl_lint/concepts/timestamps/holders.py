"""Attributes, globals, fields and tables: places that hold a time until it is read elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from ...models.time_rows import Record
from ...program import ClassKey, FunctionKey, Instance, Module, Obj, Ref, Unknown
from ...program.values import ClassRef
from ...syntax import summary as s
from .sinks import Sinks
from .spots import Key, Spot

if TYPE_CHECKING:
    from ...program import Program
    from .users import Users

TABLE_BASES = (
    "django.db.",
    "peewee.",
    "sqlalchemy.",
    "sqlmodel.",
    "mongoengine.",
    "tortoise.",
    "pynamodb.",
    "flask_sqlalchemy.",
    "beanie.",
    "odmantic.",
    "pony.orm.",
    "ormar.",
    "piccolo.",
)
FACTORY_KEYWORDS = frozenset(
    {"default", "default_factory", "factory", "onupdate", "insert_default", "server_default"}
)
FIELD_CALLS = frozenset({"field", "Field", "ib", "attrib", "Factory", "PrivateAttr"})
COLUMN_CALLS = frozenset({"Column", "mapped_column", "MappedColumn"})
DEPTH = 6


class Holders:
    """Follows a time into what holds it and out again."""

    def __init__(self, program: Program, users: Users) -> None:
        self._program = program
        self._users = users

    def is_table(self, cls: ClassKey) -> bool:
        """Whether instances of the class are rows of a database."""
        classes = self._program.classes
        for base in classes.mro(cls):
            if isinstance(base, str):
                if base.startswith(TABLE_BASES) and not base.endswith(("Serializer", "Form")):
                    return True
            elif self._is_mapped(base):
                return True
        return False

    def _is_mapped(self, cls: ClassKey) -> bool:
        summary = self._program.classes.summary(cls)
        by_name = "__tablename__" in summary.attributes or any(k == "table" for k, _ in summary.keywords)
        return by_name or self._has_columns(cls)

    def _has_columns(self, cls: ClassKey) -> bool:
        for vid in self._program.classes.summary(cls).attributes.values():
            node = cls.module.values[vid]
            if isinstance(node, s.Call) and self._last_name(cls.module, node.func) in COLUMN_CALLS:
                return True
        return False

    @staticmethod
    def _last_name(module: Module, vid: s.ValueId) -> str:
        node = module.values[vid]
        if isinstance(node, (s.Attr, s.GlobalName, s.FreeName)):
            return node.name
        return (node.name or node.module) if isinstance(node, s.Imported) else ""

    # -- attributes

    def classes_at(self, module: Module, vid: s.ValueId, name: str) -> list[ClassKey]:
        """The classes whose attribute `base.name` is, `vid` being the base."""
        values = self._program.eval(self._users.root_ref(module, vid))
        found = [v.cls for v in values if isinstance(v, (Instance, ClassRef))]
        if not found and all(isinstance(v, Unknown) for v in values):
            owner = self._users.owner_of_attribute(name)
            found = [owner] if owner is not None else []
        return list(dict.fromkeys(found))

    def of_attribute(self, spot: Spot, cls: ClassKey, name: str, keys: tuple[Key, ...]) -> Iterator[Spot]:
        for module, vid in self._users.attribute_reads(cls, name):
            yield spot.anywhere(module, vid, keys)

    def of_field(self, spot: Spot, cls: ClassKey, name: str) -> Iterator[Spot]:
        """A class attribute that instances start with: its reads, and the instances as records."""
        yield from self.of_attribute(spot, cls, name, spot.keys)
        for site in self._program.constructions(cls):
            if name not in self._program.arguments(site).keywords:
                yield spot.anywhere(site.module, site.vid, (name, *spot.keys))
        for key, parameter in self._handed.get(cls, ()):
            for vid in self._users.of(key.module).params.get((key.number, parameter), ()):
                yield spot.anywhere(key.module, vid, (name, *spot.keys))

    @cached_property
    def _handed(self) -> dict[ClassKey, list[tuple[FunctionKey, str]]]:
        """The parameters that a framework fills with an instance, as their annotation says: the body of a
        web request. They are those of decorated functions that the program itself never calls."""
        program = self._program
        found: dict[ClassKey, list[tuple[FunctionKey, str]]] = defaultdict(list)
        for module in list(program.table.loaded()):
            for function in module.summary.functions:
                key = FunctionKey(module, function.number)
                typed = [p for p in function.params if p.annotation is not None]
                if not typed or not Sinks.is_handler(program.decorations(key)) or program.callers(key):
                    continue
                frame = program.root(key).closure or program.module_frame(module)
                for parameter in typed:
                    assert parameter.annotation is not None
                    for value in program.annotated(Ref(module, parameter.annotation, frame)):
                        if isinstance(value, Instance):
                            found[value.cls].append((key, parameter.name))
        return found

    # -- globals and variables of enclosing functions

    def of_global(self, spot: Spot, module: Module, name: str, keys: tuple[Key, ...]) -> Iterator[Spot]:
        for other, vid in self._users.global_uses(module, name):
            yield spot.anywhere(other, vid, keys)

    def of_variable(self, spot: Spot, function: int, name: str, keys: tuple[Key, ...]) -> Iterator[Spot]:
        for vid in self._users.of(spot.module).free.get((function, name), ()):
            yield spot.at(vid, keys=keys)

    # -- containers that are changed where they stand

    def changed(
        self, spot: Spot, base: s.ValueId, keys: tuple[Key, ...], depth: int = DEPTH
    ) -> Iterator[Spot]:
        """The container at `base` has got the time under `keys`: everything that reads the container."""
        if depth <= 0:
            return
        module = spot.module
        node = module.values[base]
        if isinstance(node, s.Item):
            yield from self.changed(spot, node.base, (*self.keys_at(module, node.key), *keys)[:5], depth - 1)
        elif isinstance(node, s.Attr):
            for cls in self.classes_at(module, node.base, node.name):
                yield from self.of_attribute(spot, cls, node.name, keys)
        elif isinstance(node, s.GlobalName):
            yield from self.of_global(spot, module, node.name, keys)
        elif isinstance(node, s.FreeName):
            for vid in module.summary.functions[node.function].bindings.get(node.name, ()):
                yield spot.at(vid, keys=keys)
        elif isinstance(node, (s.Updated, s.Merged, s.Appended)):
            yield from self.changed(spot, node.base, keys, depth - 1)
        elif isinstance(node, s.Param):
            for vid in self._users.of(module).params.get((node.function, node.name), ()):
                yield spot.at(vid, keys=keys)
            yield from self._given(spot, node, keys, depth)
        elif depth < DEPTH:
            yield spot.at(base, keys=keys)

    def _given(self, spot: Spot, node: s.Param, keys: tuple[Key, ...], depth: int) -> Iterator[Spot]:
        """The containers that callers pass for a parameter."""
        key = FunctionKey(spot.module, node.function)
        for frame in self._program.callers(key):
            if frame.call is None or (spot.calls and spot.calls[-1] != frame.call):
                continue
            for given in self._program.bound(frame).parameters.get(node.name, ()):
                if isinstance(given, Ref):
                    outer = Spot(given.module, given.vid, spot.moment, keys, spot.calls[:-1])
                    yield outer
                    yield from self.changed(outer, given.vid, keys, depth - 2)

    def keys_at(self, module: Module, vid: s.ValueId) -> tuple[Key, ...]:
        """The key that a subscript is; None where it is not known."""
        values = self._program.eval(self._users.root_ref(module, vid))
        if len(values) == 1 and hasattr(values[0], "value") and isinstance(values[0].value, (str, int)):
            return (values[0].value,)
        return (None,)

    # -- defaults of fields and columns

    def fields_of(self, module: Module, call: s.ValueId) -> list[tuple[ClassKey, str]]:
        """The class attributes that a call such as `field(…)` or `Column(…)` defines."""
        found = self._users.of(module).class_attributes.get(call, ())
        return [(ClassKey(module, number), name) for number, name in found]

    def is_default(self, module: Module, call: s.ValueId, vid: s.ValueId) -> bool:
        """Whether the call takes `vid` as the default of a field or column."""
        node = module.values[call]
        if not isinstance(node, s.Call):
            return False
        name = self._last_name(module, node.func)
        for arg in node.args:
            if arg.value == vid:
                return arg.name in FACTORY_KEYWORDS or (
                    arg.name is None and name in ("Factory", "Field", "ColumnDefault")
                )
        return False

    def is_column(self, module: Module, call: s.ValueId) -> bool:
        """Whether a call defines a column of a table rather than a field of an object."""
        node = module.values[call]
        name = self._last_name(module, node.func) if isinstance(node, s.Call) else ""
        return name in COLUMN_CALLS or (name.endswith(("Field", "Column")) and name not in FIELD_CALLS)

    def keeps_items(self, module: Module, vid: s.ValueId) -> Record | None:
        """The record that `vid[key] = …` writes, where `vid` is a store such as a shelf."""
        for value in self._program.eval(self._users.root_ref(module, vid)):
            if isinstance(value, Obj):
                row = self._program.models.row(Record, f"{value.maker}.__setitem__")
                if row is not None:
                    return row
        return None

    def is_mail(self, module: Module, vid: s.ValueId) -> bool:
        values = self._program.eval(self._users.root_ref(module, vid))
        return any(isinstance(v, Obj) and v.type.startswith(("email.", "django.core.mail")) for v in values)
