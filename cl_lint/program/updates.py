"""What is done to the attributes of library objects: `session.headers["x"] = …`,
`session.headers.update(…)`, `formatter.converter = …`."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..syntax import summary as s
from .modules import Module
from .values import Abstract, FunctionKey, Instance, Obj, Ref, Values

if TYPE_CHECKING:
    from .evaluate import Program


class Update(NamedTuple):
    """A change of `base.attribute`: `key` and `value` of an item assignment, or a call of
    `method` (update, append, setdefault …), or a plain assignment of `value` (key and method
    unset). All values are those of `module`, in the root frame of `function`."""

    module: Module
    function: int
    base: s.ValueId
    attribute: str
    key: s.ValueId | None
    value: s.ValueId | None
    call: s.ValueId | None
    span: s.Span


class Updates:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._busy: set[tuple[str, str]] = set()

    @cached_property
    def _index(self) -> dict[str, list[Update]]:
        index: dict[str, list[Update]] = defaultdict(list)
        for module in list(self._program.table.loaded()):
            for function in module.summary.functions:
                for statement in module.statements(function.number):
                    for update in self._in_statement(module, function.number, statement):
                        index[update.attribute].append(update)
        return index

    def _in_statement(self, module: Module, function: int, statement: s.Statement) -> list[Update]:
        values = module.values
        if isinstance(statement, s.StoreItem):
            base = values[statement.base]
            if isinstance(base, s.Attr):
                return [
                    Update(
                        module,
                        function,
                        base.base,
                        base.name,
                        statement.key,
                        statement.value,
                        None,
                        statement.span,
                    )
                ]
        if isinstance(statement, s.StoreAttr):
            return [
                Update(
                    module,
                    function,
                    statement.base,
                    statement.name,
                    None,
                    statement.value,
                    None,
                    statement.span,
                )
            ]
        if isinstance(statement, s.Expr):
            call = values[statement.value]
            if isinstance(call, s.Call):
                func = values[call.func]
                inner = values[func.base] if isinstance(func, s.Attr) else None
                if isinstance(inner, s.Attr):
                    return [
                        Update(
                            module,
                            function,
                            inner.base,
                            inner.name,
                            None,
                            None,
                            statement.value,
                            statement.span,
                        )
                    ]
        return []

    def of_namesake(self, module: Module, base: s.ValueId, attribute: str) -> list[Update]:
        """The assignments to an attribute of something spelled with the same last name as `base`."""
        name = last_name(module, base)
        return [
            u
            for u in self.of_attribute(attribute)
            if name and u.key is None and u.value is not None and last_name(u.module, u.base) == name
        ]

    @cached_property
    def _items(self) -> dict[str, list[tuple[Module, int, s.StoreItem]]]:
        index: dict[str, list[tuple[Module, int, s.StoreItem]]] = defaultdict(list)
        for module in list(self._program.table.loaded()):
            for number, statement in module.placed(s.StoreItem):
                name = last_name(module, statement.base)
                if name:
                    index[name].append((module, number, statement))
        return index

    def items_named(self, name: str) -> list[tuple[Module, int, s.StoreItem]]:
        """The assignments to items of something spelled with that last name: module, function, statement."""
        return self._items.get(name, [])

    def item_stores(self, module: Module) -> list[tuple[s.StoreItem, FunctionKey]]:
        """Every assignment to an item in a module, with the function that makes it."""
        return [
            (store, FunctionKey(other, number))
            for stores in self._items.values()
            for other, number, store in stores
            if other is module
        ]

    def items_of_namesake(self, module: Module, base: s.ValueId) -> list[tuple[Ref, Ref]]:
        """Keys and values assigned to items of something spelled with the same last name as `base`."""
        found = []
        for other, number, store in self._items.get(last_name(module, base), ()):
            frame = self._program.root(FunctionKey(other, number))
            found.append((Ref(other, store.key, frame), Ref(other, store.value, frame)))
        return found

    def of_attribute(self, attribute: str) -> list[Update]:
        """Every change of an attribute of that name, wherever it is made."""
        return self._index.get(attribute, [])

    def on(self, thing: Abstract, attribute: str) -> list[Update]:
        """The changes made to `thing.attribute`, for an object made by a known call (or an
        instance of a class of the program, any of them when its call is not known)."""
        found = []
        for update in self.of_attribute(attribute):
            frame = self._program.root(FunctionKey(update.module, update.function))
            values = self._program.eval(Ref(update.module, update.base, frame))
            if any(same_thing(v, thing) for v in values):
                found.append(update)
        return found

    def assigned(self, thing: Obj, attribute: str) -> Values:
        """Values assigned to an attribute of a library object."""
        key = (thing.type, attribute)
        if thing.site is None or key in self._busy or attribute not in self._index:
            return ()
        self._busy.add(key)
        try:
            found: list[Abstract] = []
            for update in self.on(thing, attribute):
                if update.value is not None and update.key is None:
                    frame = self._program.root(FunctionKey(update.module, update.function))
                    found += self._program.eval(Ref(update.module, update.value, frame))
            return tuple(found)
        finally:
            self._busy.discard(key)


def last_name(module: Module, vid: s.ValueId) -> str:
    """The last name by which a value is spelled: that of an attribute, a name, or what it is bound to."""
    node = module.values[vid]
    if isinstance(node, (s.Attr, s.Param, s.GlobalName, s.FreeName)):
        return node.name
    if isinstance(node, s.Imported):
        return node.name or ""
    function = module.summary.functions[module.summary.owners[vid]]
    return next((name for name, vids in function.bindings.items() if vid in vids), "")


def same_thing(one: Abstract, other: Abstract) -> bool:
    """Whether two values are the same object, as far as the place that makes it tells: calls in
    different contexts of one place count as the same."""
    if isinstance(one, Obj) and isinstance(other, Obj):
        return (
            one.site is not None
            and other.site is not None
            and one.site.module is other.site.module
            and one.site.vid == other.site.vid
        )
    if isinstance(one, Instance) and isinstance(other, Instance):
        return one.cls == other.cls
    return False
