"""Signals and events: which functions of the program a call runs by sending one.

`worker.failed.connect(self.on_failed)` in one place makes `self.failed.emit(text)` in another run
`on_failed(text)`. Which methods subscribe and send is said by the `event` rows of the models.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..models.run_rows import Event
from ..syntax import summary as s
from .binding import closure_of
from .frames import Frame
from .modules import Module
from .values import Abstract, FunctionKey, Instance, Ref, Values

if TYPE_CHECKING:
    from .evaluate import Program

MAX_SUBSCRIBED = 20


class _Subscription(NamedTuple):
    row: Event
    call: Ref
    name: str
    functions: Values


class Events:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._rows = list(program.models.rows(Event).values())
        self._publishing = {name: [r for r in self._rows if name in r.publish] for name in self._names()}

    def _names(self) -> frozenset[str]:
        return frozenset(name for row in self._rows for name in row.publish)

    def frames(self, call: Ref) -> list[Frame]:
        """The frames of the program's functions that a call runs by sending an event."""
        if not self._rows_of(call):
            return []
        found: list[Frame] = self._program.answers.ask(("sent", call), self._find, [])
        return found

    def sent_to(self, key: FunctionKey) -> list[Frame]:
        """One frame of a function for every call that runs it by sending an event."""
        if key not in self._subscribed:
            return []
        names = {name for row in self._subscribed[key] for name in row.publish}
        found: list[Frame] = []
        for name in sorted(names):
            for module, vid in self._program.callers_index.named(name):
                owner = FunctionKey(module, module.summary.owners[vid])
                call = Ref(module, vid, self._program.root(owner))
                found += [f for f in self.frames(call) if f.function == key]
        return found

    def skipped(self, call: Ref) -> int:
        """How many of a call's first arguments say which event it is, and are not passed on."""
        if not self._rows_of(call):
            return 0
        found: list[_Subscription] = self._program.answers.ask(("subscriptions", call), self._match, [])
        return max((x.row.skip for x in found), default=0)

    def _rows_of(self, call: Ref) -> list[Event]:
        node = call.module.values[call.vid]
        name = self._program.attr_name(call.module, node.func) if isinstance(node, s.Call) else None
        return self._publishing.get(name, []) if name is not None else []

    def _find(self, question: tuple[str, Ref]) -> list[Frame]:
        call = question[1]
        subscriptions: list[_Subscription] = self._program.answers.ask(
            ("subscriptions", call), self._match, []
        )
        found: list[Frame] = []
        for subscription in subscriptions:
            for function in subscription.functions:
                found += self._program.calling.frames_of(function, call)
        return list(dict.fromkeys(found))[:MAX_SUBSCRIBED]

    def _match(self, question: tuple[str, Ref]) -> list[_Subscription]:
        call = question[1]
        found: list[_Subscription] = []
        for row in self._rows_of(call):
            for name in self._published(row, call):
                found += [x for x in self._by_name.get((row.name, name), ()) if self._same_owner(x, call)]
        return found

    def _published(self, row: Event, call: Ref) -> list[str]:
        """The names of the event that a call sends."""
        node = call.module.values[call.vid]
        assert isinstance(node, s.Call)
        if row.published_key < 0:
            func = call.module.values[node.func]
            return self._spelled(call.module, func.base) if isinstance(func, s.Attr) else []
        if len(node.args) <= row.published_key:
            return []
        at = Ref(call.module, node.args[row.published_key].value, call.frame)
        return sorted(self._program.texts_at(at))

    # -- subscriptions

    def prime(self) -> None:
        """Finds what is subscribed before other questions rest on it."""
        _ = self._subscribed

    @property
    def _by_name(self) -> dict[tuple[str, str], list[_Subscription]]:
        found: dict[tuple[str, str], list[_Subscription]] = self._program.answers.ask(
            "subscribed", self._index_by_name, {}
        )
        return found

    def _index_by_name(self, question: str) -> dict[tuple[str, str], list[_Subscription]]:
        """What is subscribed, by row and name of the event."""
        index: dict[tuple[str, str], list[_Subscription]] = defaultdict(list)
        for row in self._rows:
            for site in self._program.callers_index.named(row.subscribe):
                for subscription in self._subscriptions(row, *site):
                    index[row.name, subscription.name].append(subscription)
        return index

    @property
    def _subscribed(self) -> dict[FunctionKey, list[Event]]:
        found: dict[FunctionKey, list[Event]] = self._program.answers.ask(
            "subscribers", self._index_functions, {}
        )
        return found

    def _index_functions(self, question: str) -> dict[FunctionKey, list[Event]]:
        """The functions that an event runs, with the rows by which it does."""
        found: dict[FunctionKey, list[Event]] = defaultdict(list)
        for subscriptions in self._by_name.values():
            for subscription in subscriptions:
                for function in subscription.functions:
                    pair = closure_of(function)
                    if pair is not None:
                        found[pair[0].function].append(subscription.row)
        return found

    def _subscriptions(self, row: Event, module: Module, vid: s.ValueId) -> Iterator[_Subscription]:
        node = module.values[vid]
        assert isinstance(node, s.Call)
        frame = self._program.root(FunctionKey(module, module.summary.owners[vid]))
        call = Ref(module, vid, frame)
        functions = self._functions(row, node, call)
        if not functions:
            return
        for name in self._subscribed_name(row, node, call):
            yield _Subscription(row, call, name, functions)

    def _functions(self, row: Event, node: s.Call, call: Ref) -> Values:
        """The program's functions that a call subscribes: its argument, or what it decorates."""
        given = [a.value for a in node.args[row.function : row.function + 1] if a.name is None and not a.star]
        if not given and row.key >= 0:
            given = [
                outer.args[0].value
                for _, outer in call.module.of(s.Call)
                if outer.func == call.vid and outer.args
            ]
        found: list[Abstract] = []
        for vid in given:
            found += self._program.eval(Ref(call.module, vid, call.frame))
        return tuple(v for v in found if closure_of(v) is not None)

    def _subscribed_name(self, row: Event, node: s.Call, call: Ref) -> list[str]:
        if row.key < 0:
            func = call.module.values[node.func]
            return self._spelled(call.module, func.base) if isinstance(func, s.Attr) else []
        if len(node.args) <= row.key:
            return []
        if row.published_key < 0:
            return self._spelled(call.module, node.args[row.key].value)
        return sorted(self._program.texts_at(Ref(call.module, node.args[row.key].value, call.frame)))

    def _spelled(self, module: Module, vid: s.ValueId) -> list[str]:
        """The last names of the object that is the event, also before an import renamed it, and the text
        by which it was asked for (`signal("failed")`)."""
        node = module.values[vid]
        if isinstance(node, s.Attr):
            return [node.name]
        if isinstance(node, s.Imported):
            return [node.name] if node.name else []
        if isinstance(node, s.GlobalName):
            bound = module.summary.globals.get(node.name, ())
            return [node.name, *(name for v in bound for name in self._spelled(module, v))]
        if isinstance(node, s.Sequence):
            return [name for item in node.items for name in self._spelled(module, item.value)]
        names = [name for name, bound in module.summary.globals.items() if vid in bound]
        if isinstance(node, s.Call) and node.args:
            at = Ref(module, node.args[0].value, self._program.module_frame(module))
            names += sorted(self._program.texts_at(at))
        return names

    def _same_owner(self, subscription: _Subscription, call: Ref) -> bool:
        """Whether the object whose event is subscribed to can be that whose event is sent: not where both
        are of classes of the program that have nothing to do with each other."""
        if subscription.row.published_key >= 0:
            return True
        ours, theirs = self._owners(call), self._owners(subscription.call)
        classes = self._program.classes
        return not (ours and theirs) or any(
            classes.is_subclass(a.cls, b.cls) or classes.is_subclass(b.cls, a.cls)
            for a in ours
            for b in theirs
        )

    def _owners(self, call: Ref) -> list[Instance]:
        node = call.module.values[call.vid]
        func = call.module.values[node.func] if isinstance(node, s.Call) else None
        event = call.module.values[func.base] if isinstance(func, s.Attr) else None
        if not isinstance(event, s.Attr):
            return []
        values = self._program.eval(Ref(call.module, event.base, call.frame))
        return [v for v in values if isinstance(v, Instance)]
