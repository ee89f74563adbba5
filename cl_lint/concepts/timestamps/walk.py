"""Follows one time forward through the program, to every place where it ends."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from ...program import ClassKey, FunctionKey, Known, Module, Program, Ref, Text
from ...syntax import summary as s
from . import names, texts
from .calls import PATHS, Calls
from .holders import Holders
from .moments import Form
from .sinks import Sinks
from .spans import stays_a_time
from .spots import Arrival, Journey, Key, Sink, Spot
from .users import Users

NAMING = ("FileHandler", "Path", "PurePath", ".joinpath", ".with_name", ".with_stem", ".mkdir", ".rename")
LIMIT = 3000
"""Values visited for one time."""


class Walk:
    """The journey of one time."""

    def __init__(
        self,
        program: Program,
        users: Users,
        holders: Holders,
        sinks: Sinks,
        is_formatter: Callable[[FunctionKey], bool],
    ) -> None:
        self.program = program
        self.users = users
        self.holders = holders
        self.sinks = sinks
        self._is_formatter = is_formatter
        self._calls = Calls(self)
        self.journey: Journey

    def follow(self, starts: list[Spot]) -> Journey:
        """Everything that becomes of the time that stands at `starts`."""
        self.journey = Journey(starts[0].moment)
        queue = deque(starts)
        seen: set[Spot] = set(starts)
        while queue and len(seen) < LIMIT:
            for following in self._next(queue.popleft()):
                if following not in seen:
                    seen.add(following)
                    queue.append(following)
        return self.journey

    def arrive(self, arrival: Arrival) -> None:
        if arrival.sink.kind == "shown":
            self.journey.ends.add("shown")
        elif arrival not in self.journey.arrivals:
            self.journey.arrivals.append(arrival)

    # -- one value

    def _next(self, spot: Spot) -> Iterator[Spot]:
        module, vid = spot.module, spot.vid
        users = self.users.of(module)
        if self._names_file(spot, users.values.get(vid, ())):
            self.journey.ends.add("file name")
            return
        for user in users.values.get(vid, ()):
            node = module.values[user]
            handler = _HANDLERS.get(type(node))
            if handler is not None:
                yield from handler(self, spot, user, node)
        for number in users.returns.get(vid, ()):
            yield from self._returned(spot, number, spot.keys)
        for number in users.yields.get(vid, ()):
            yield from self._returned(spot, number, (None, *spot.keys))
        yield from self._held(spot)

    def _names_file(self, spot: Spot, users: list[s.ValueId] | tuple[()]) -> bool:
        """Whether a text is put together to name a file."""
        if spot.keys or spot.moment.form is not Form.TEXT or not spot.moment.embedded:
            return False
        for user in users:
            node = spot.module.values[user]
            if isinstance(node, s.Binary) and node.op == "/":
                return True
            if isinstance(node, s.Call) and node.args and node.args[0].value == spot.vid:
                for callee in self.program.callees(self.users.root_ref(spot.module, user)):
                    name = getattr(callee, "name", "")
                    if name in PATHS or name.endswith(NAMING):
                        return True
        values = self.program.eval(self.users.root_ref(spot.module, spot.vid))
        return any(_ends_as_file(value) for value in values)

    # -- places that hold it

    def _held(self, spot: Spot) -> Iterator[Spot]:
        module, vid, keys = spot.module, spot.vid, spot.keys
        users = self.users.of(module)
        for store in users.stores.get(vid, ()):
            yield from self._stored(spot, store)
        for item in users.item_stores.get(vid, ()):
            yield from self._item_stored(spot, item.function, item.statement)
        for name in users.globals.get(vid, ()):
            yield from self.holders.of_global(spot, module, name, keys)
        for function, name in users.bindings.get(vid, ()):
            yield from self.holders.of_variable(spot, function, name, keys)
        for number, name in users.class_attributes.get(vid, ()):
            yield from self.holders.of_field(spot, ClassKey(module, number), name)
        for function, name in users.defaults.get(vid, ()):
            for param in users.params.get((function, name), ()):
                yield spot.anywhere(module, param, keys)

    def _stored(self, spot: Spot, store: s.Store) -> Iterator[Spot]:
        module = spot.module
        key = FunctionKey(module, store.function)
        if self._is_formatter(key):
            self.journey.stored.append((key, (store.name, *spot.keys), spot.moment))
            self.journey.ends.add("formatter")
            return
        for cls in self.holders.classes_at(module, store.base, store.name):
            if self.holders.is_table(cls):
                ref = self.users.root_ref(module, store.value)
                self.arrive(Arrival(Sink("table", ref, store.name), spot.moment))
            yield from self.holders.of_attribute(spot, cls, store.name, spot.keys)

    def _item_stored(self, spot: Spot, number: int, statement: s.StoreItem) -> Iterator[Spot]:
        module = spot.module
        keys = (*self.holders.keys_at(module, statement.key), *spot.keys)
        key = FunctionKey(module, number)
        if self._is_formatter(key):
            self.journey.stored.append((key, (*self._path(module, statement.base), *keys), spot.moment))
        if str(keys[0]).lower() in names.DATE_HEADERS or self.holders.is_mail(module, statement.base):
            self.journey.ends.add("shown")
            return
        row = self.holders.keeps_items(module, statement.base)
        if row is not None:
            ref = self.users.root_ref(module, statement.value)
            self.arrive(Arrival(Sink(row.kind, ref, _last_text(keys)), spot.moment))
        yield from self.holders.changed(spot, statement.base, keys)

    def _path(self, module: Module, base: s.ValueId) -> tuple[Key, ...]:
        node = module.values[base]
        if isinstance(node, s.Item):
            return (*self._path(module, node.base), *self.holders.keys_at(module, node.key))
        return (node.name,) if isinstance(node, s.Attr) else ()

    # -- leaving a function

    def _returned(self, spot: Spot, number: int, keys: tuple[Key, ...]) -> Iterator[Spot]:
        key = FunctionKey(spot.module, number)
        self.journey.returned.append((key, keys, spot.moment))
        if self._is_formatter(key):
            self.journey.ends.add("formatter")
            return
        if spot.calls:
            call = spot.calls[-1]
            yield Spot(call.module, call.vid, spot.moment, keys, spot.calls[:-1])
            return
        yield from self._to_callers(spot, key, keys)

    def _to_callers(self, spot: Spot, key: FunctionKey, keys: tuple[Key, ...]) -> Iterator[Spot]:
        program = self.program
        function = program.function(key)
        decorations = program.decorations(key)
        ref = self.users.root_ref(spot.module, spot.vid)
        if self.sinks.is_handler(decorations):
            kind = "response" if any(isinstance(k, str) for k in keys) else "shown"
            self.arrive(Arrival(Sink(kind, ref, _last_text(keys)), spot.moment))
        used = False
        for frame in program.callers(key):
            if frame.call is not None:
                used = True
                yield Spot(frame.call.module, frame.call.vid, spot.moment, keys)
        if "property" in decorations and function.cls is not None:
            used = True
            yield from self.holders.of_attribute(
                spot, ClassKey(key.module, function.cls), function.name, keys
            )
        for other in self._as_default(spot, key, keys):
            used = True
            yield other
        if not used and not function.name.startswith("__"):
            self.arrive(Arrival(Sink("return", ref, _last_text(keys)), spot.moment))

    def _as_default(self, spot: Spot, key: FunctionKey, keys: tuple[Key, ...]) -> Iterator[Spot]:
        """The function is handed over as the default of a field: `field(default_factory=now)`."""
        module = key.module
        name = self.program.function(key).name
        places = [
            (module, v)
            for v, n in enumerate(module.values)
            if isinstance(n, s.FunctionValue) and n.function == key.number
        ]
        places += list(self.holders_of_function(module, name))
        for other, vid in places:
            for user in self.users.of(other).values.get(vid, ()):
                if self.holders.is_default(other, user, vid):
                    yield from self._calls.defaults(Spot(other, vid, spot.moment, keys), user)

    def holders_of_function(self, module: Module, name: str) -> Iterator[tuple[Module, s.ValueId]]:
        if name in module.summary.globals:
            yield from self.users.global_uses(module, name)

    # -- operations

    def _attr(self, spot: Spot, user: s.ValueId, node: s.Attr) -> Iterator[Spot]:
        callers = [
            u
            for u in self.users.of(spot.module).values.get(user, ())
            if isinstance(c := spot.module.values[u], s.Call) and c.func == user
        ]
        if callers:
            for caller in callers:
                yield from self._calls.on_receiver(spot, user, node.name, caller)
        elif spot.keys:
            if spot.keys[0] in (node.name, None):
                yield spot.at(user, keys=spot.keys[1:])
            elif node.name in ("__dict__", "T", "data", "content"):
                yield spot.at(user)
        else:
            yield from self._calls.on_attribute(spot, user, node.name)

    def _call(self, spot: Spot, user: s.ValueId, node: s.Call) -> Iterator[Spot]:
        yield from self._calls.with_argument(spot, user, node)

    def _item(self, spot: Spot, user: s.ValueId, node: s.Item) -> Iterator[Spot]:
        if node.base != spot.vid:
            return
        key = spot.module.values[node.key]
        ref = self.users.root_ref(spot.module, user)
        if isinstance(key, s.Slice):
            if spot.keys:
                yield spot.at(user)
            else:
                moment = texts.sliced(self.program, spot.moment, key, ref)
                if moment is not None:
                    yield spot.at(user, moment)
        elif spot.keys:
            wanted = self.holders.keys_at(spot.module, node.key)[0]
            if wanted is None or spot.keys[0] is None or wanted == spot.keys[0]:
                yield spot.at(user, keys=spot.keys[1:])

    def _binary(self, spot: Spot, user: s.ValueId, node: s.Binary) -> Iterator[Spot]:
        ref = self.users.root_ref(spot.module, user)
        if spot.keys:
            if node.op == "%" and node.right == spot.vid:
                yield from self._percent(spot, user, node, ref)
            elif node.op in "+|":
                yield spot.at(user)
            return
        form = spot.moment.form
        if node.op == "%" and node.right == spot.vid:
            yield from self._percent(spot, user, node, ref)
        elif form is Form.TEXT:
            if node.op == "+":
                moment = texts.in_sum(self.program, spot, node, ref)
                if moment is not None:
                    yield spot.at(user, moment)
        elif stays_a_time(self.program, spot, node, ref):
            yield spot.at(user)
        else:
            self.journey.ends.add("duration")

    def _percent(self, spot: Spot, user: s.ValueId, node: s.Binary, ref: Ref) -> Iterator[Spot]:
        place: int | str = 0
        if spot.keys:
            if len(spot.keys) > 1 or spot.keys[0] is None:
                yield spot.at(user)
                return
            place = spot.keys[0]
        for template in sorted(self.program.texts_at(Ref(ref.module, node.left, ref.frame))):
            found = texts.in_percent(self.program, spot.moment, template, place, ref)
            if found is not None:
                yield spot.at(user, found[0], ())

    def _same(self, spot: Spot, user: s.ValueId, node: s.Value) -> Iterator[Spot]:
        yield spot.at(user)

    def _conditional(self, spot: Spot, user: s.ValueId, node: s.Conditional) -> Iterator[Spot]:
        if spot.vid in (node.then, node.orelse):
            yield spot.at(user)

    def _typed(self, spot: Spot, user: s.ValueId, node: s.Typed) -> Iterator[Spot]:
        if node.value == spot.vid:
            yield spot.at(user)

    def _sequence(self, spot: Spot, user: s.ValueId, node: s.Sequence) -> Iterator[Spot]:
        starred = False
        for index, item in enumerate(node.items):
            starred = starred or bool(item.star)
            if item.value == spot.vid:
                if item.star:
                    yield spot.at(user, keys=(None, *spot.keys[1:]))
                else:
                    key: Key = None if starred or node.kind == "set" else index
                    yield spot.at(user, keys=(key, *spot.keys))

    def _mapping(self, spot: Spot, user: s.ValueId, node: s.Mapping) -> Iterator[Spot]:
        for key, value in node.entries:
            if value == spot.vid:
                if key is None:
                    yield spot.at(user)
                else:
                    yield spot.at(user, keys=(*self.holders.keys_at(spot.module, key), *spot.keys))

    def _comprehension(self, spot: Spot, user: s.ValueId, node: s.Comprehension) -> Iterator[Spot]:
        if node.element == spot.vid:
            keys = self.holders.keys_at(spot.module, node.key) if node.key is not None else (None,)
            yield spot.at(user, keys=(*keys, *spot.keys))

    def _element(self, spot: Spot, user: s.ValueId, node: s.Element) -> Iterator[Spot]:
        if spot.keys and not isinstance(spot.keys[0], str):
            yield spot.at(user, keys=spot.keys[1:])

    def _unpacked(self, spot: Spot, user: s.ValueId, node: s.Unpacked) -> Iterator[Spot]:
        if spot.keys and not node.starred and spot.keys[0] in (node.index, None):
            yield spot.at(user, keys=spot.keys[1:])

    def _template(self, spot: Spot, user: s.ValueId, node: s.Template) -> Iterator[Spot]:
        if spot.keys:
            yield spot.at(user)
            return
        moment = texts.in_template(self.program, spot, user, node)
        if moment is not None:
            yield spot.at(user, moment)

    def _formatted(self, spot: Spot, user: s.ValueId, node: s.Formatted) -> Iterator[Spot]:
        if node.value != spot.vid:
            return
        if spot.keys:
            yield spot.at(user)
            return
        ref = self.users.root_ref(spot.module, user)
        spec = ""
        if node.spec is not None:
            spec = "".join(sorted(self.program.texts_at(Ref(ref.module, node.spec, ref.frame)))[:1])
        moment = texts.formatted(self.program, spot.moment, spec, ref)
        if moment is not None:
            yield spot.at(user, moment)

    def _updated(self, spot: Spot, user: s.ValueId, node: s.Updated) -> Iterator[Spot]:
        if node.value == spot.vid:
            keys = self.holders.keys_at(spot.module, node.key)
            if str(keys[0]).lower() in names.DATE_HEADERS or self.holders.is_mail(spot.module, node.base):
                return
            yield spot.at(user, keys=(*keys, *spot.keys))
        elif node.base == spot.vid and spot.keys:
            if spot.keys[:1] != self.holders.keys_at(spot.module, node.key) or spot.keys[0] is None:
                yield spot.at(user)

    def _appended(self, spot: Spot, user: s.ValueId, node: s.Appended) -> Iterator[Spot]:
        yield spot.at(user, keys=(None, *spot.keys) if node.item == spot.vid else spot.keys)


def _last_text(keys: tuple[Key, ...]) -> str:
    return next((k for k in reversed(keys) if isinstance(k, str)), "")


def _ends_as_file(value: object) -> bool:
    if isinstance(value, Known):
        return isinstance(value.value, str) and names.is_file_name("x" + value.value[-12:])
    last = value.parts[-1] if isinstance(value, Text) and value.parts else None
    return isinstance(last, str) and names.is_file_name("x" + last)


_HANDLERS: dict[type, Callable[..., Iterator[Spot]]] = {
    s.Attr: Walk._attr,
    s.Call: Walk._call,
    s.Item: Walk._item,
    s.Binary: Walk._binary,
    s.BoolOp: Walk._same,
    s.Phi: Walk._same,
    s.Conditional: Walk._conditional,
    s.Typed: Walk._typed,
    s.Sequence: Walk._sequence,
    s.Mapping: Walk._mapping,
    s.Comprehension: Walk._comprehension,
    s.Element: Walk._element,
    s.Unpacked: Walk._unpacked,
    s.Template: Walk._template,
    s.Formatted: Walk._formatted,
    s.Updated: Walk._updated,
    s.Merged: Walk._same,
    s.Appended: Walk._appended,
}
