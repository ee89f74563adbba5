"""What a call makes of a time that it is given, or that it is made on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ...models import time_rows
from ...models.run_rows import Same
from ...program import ClassRef, External, Known, Ref
from ...syntax import summary as s
from . import texts
from .moments import Form, Moment
from .spots import MAX_CALLS, Arrival, Key, Sink, Spot
from .steps import Operation, apply

if TYPE_CHECKING:
    from ...program import Frame
    from .walk import Walk

NUMERIC = frozenset(
    (
        "builtins.int builtins.float builtins.round math.floor math.ceil math.trunc builtins.abs "
        "decimal.Decimal"
    ).split()
)
TEXTUAL = frozenset({"builtins.str", "builtins.repr", "builtins.format", "builtins.ascii"})
PATHS = frozenset(
    (
        "builtins.open io.open codecs.open gzip.open aiofiles.open os.path.join os.makedirs "
        "os.mkdir os.rename logging.FileHandler"
    ).split()
)
FLUENT = frozenset({"assign", "_replace", "model_copy", "evolve", "with_columns"})
COPIES = frozenset(
    (
        "copy model_dump dict _asdict to_dict as_dict json model_dump_json to_json asdict dump "
        "dumps serialize tolist reset_index set_index drop fillna sort_values rename head "
        "to_struct decode encode strip rstrip SerializeToString build"
    ).split()
)
ADDERS = frozenset({"append", "appendleft", "add", "insert", "extend", "push"})


class Calls:
    """Follows times into and through calls."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._program = walk.program
        self._models = walk.program.models

    # -- the time is an argument

    def with_argument(self, spot: Spot, user: s.ValueId, node: s.Call) -> Iterator[Spot]:
        call = self._walk.users.root_ref(spot.module, user)
        for index, arg in enumerate(node.args):
            if arg.value == spot.vid:
                yield from self._argument(spot, call, node, arg, index)

    def _argument(self, spot: Spot, call: Ref, node: s.Call, arg: s.Arg, index: int) -> Iterator[Spot]:
        callees = self._program.callees(call)
        names = [c.name for c in callees if isinstance(c, External)]
        moved = self._stepped(spot, call, names, index, arg)
        if moved is not None:
            yield from moved
            return
        sink = self._walk.sinks.of_call(call, arg, spot.keys)
        if sink is not None:
            self._arrive(spot, call, sink, arg, index)
            return
        if any(n in PATHS or n.endswith("FileHandler") for n in names):
            self._walk.journey.ends.add("file name")
            return
        yield from self._carried(spot, call, node, arg, names)
        yield from self._added(spot, node, arg)
        yield from self._field_default(spot, call.vid)
        frames = self._program.called_frames(call)
        for frame in frames:
            yield from self._entered(spot, call, node, arg, frame)
        for callee in callees:
            if isinstance(callee, ClassRef):
                yield from self._constructed(spot, call, arg, index, callee)

    def _stepped(self, spot: Spot, call: Ref, names: list[str], index: int, arg: s.Arg) -> list[Spot] | None:
        """A function of a time library; an empty list where the time ends in it."""
        if spot.keys:
            return None
        for name in names:
            row = self._models.row(time_rows.TimeStep, name)
            if row is not None and row.subject == index and arg.name is None:
                moment = apply(Operation(self._program, row, spot.moment, call, is_call=True))
                return [spot.at(call.vid, moment)] if moment is not None else []
            if self._models.row(time_rows.Clock, name) is not None:
                return []
            if name in NUMERIC:
                numeric = spot.moment.form is Form.NUMBER
                return [spot.at(call.vid)] if numeric else []
            if name in TEXTUAL:
                return self._as_text(spot, call, arg, index)
        func = spot.module.values[spot.module.values[call.vid].func]  # type: ignore[union-attr]
        if isinstance(func, s.Attr) and func.name in ("format", "format_map", "join"):
            return self._into_text(spot, call, func, arg, index)
        return None

    def _as_text(self, spot: Spot, call: Ref, arg: s.Arg, index: int) -> list[Spot]:
        if index:
            return []
        args = self._program.arguments(call).positional
        spec = ""
        for value in self._program.eval_all(args[1:2]):
            spec = value.value if isinstance(value, Known) and isinstance(value.value, str) else spec
        moment = texts.formatted(self._program, spot.moment, spec, call)
        return [spot.at(call.vid, moment)] if moment is not None else []

    def _into_text(self, spot: Spot, call: Ref, func: s.Attr, arg: s.Arg, index: int) -> list[Spot] | None:
        """`template.format(time)`."""
        if func.name == "join":
            return None
        templates = self._program.texts_at(Ref(call.module, func.base, call.frame))
        place: int | str = arg.name or index
        for template in sorted(templates):
            found = texts.in_braces(self._program, spot.moment, template, place, call)
            if found is not None:
                return [spot.at(call.vid, found[0])]
        return [] if templates else None

    def _arrive(self, spot: Spot, call: Ref, sink: Sink, arg: s.Arg, index: int) -> None:
        moment = spot.moment
        if sink.kind == "log" and not spot.keys and arg.name is None and index > 0:
            moment, sink = self._in_message(moment, call, sink, index)
        self._walk.arrive(Arrival(sink, moment))

    def _in_message(self, moment: Moment, call: Ref, sink: Sink, index: int) -> tuple[Moment, Sink]:
        """A log argument, as its placeholder in the message shows it."""
        reader = texts.in_braces if self._walk.sinks.takes_braces(call) else texts.in_percent
        for position, template in self._walk.sinks.templates_of(call):
            found = reader(self._program, moment, template, index - position - 1, call)
            if found is not None:
                shown = found[0]
                formed = moment.form is Form.TEXT or (shown.form is Form.TEXT and not shown.printed)
                return shown if formed else moment, replace(sink, before=found[1])
        return moment, sink

    # -- containers

    def _carried(self, spot: Spot, call: Ref, node: s.Call, arg: s.Arg, names: list[str]) -> Iterator[Spot]:
        for name in names:
            row = self._models.row(time_rows.Carrier, name)
            if row is not None and row.keywords and arg.name is not None:
                yield spot.at(call.vid, keys=(arg.name, *spot.keys))
                return
            same = row is not None or self._models.row(Same, name) is not None
            if same and arg.name is None:
                yield spot.at(call.vid)
                return
        func = spot.module.values[node.func]
        if not isinstance(func, s.Attr):
            return
        if func.name in FLUENT and arg.name is not None:
            keys = (*spot.keys,) if arg.name == "update" else (arg.name, *spot.keys)
            yield spot.at(call.vid, keys=keys)
        elif func.name == "join" and spot.keys:
            moment = spot.moment
            if len(spot.keys) > 1 or moment.form is not Form.TEXT:
                yield spot.at(call.vid, keys=spot.keys[1:])
            else:
                yield spot.at(call.vid, replace(moment, embedded=True), ())

    def _added(self, spot: Spot, node: s.Call, arg: s.Arg) -> Iterator[Spot]:
        """`self.rows.append(time)`, `data.update(time=…)`: what stands before the dot has it now."""
        func = spot.module.values[node.func]
        if not isinstance(func, s.Attr):
            return
        if func.name in ADDERS and arg.name is None:
            keys = spot.keys if func.name == "extend" else (None, *spot.keys)
        elif func.name == "update":
            keys = (arg.name, *spot.keys) if arg.name else spot.keys
        elif func.name == "setdefault" and len(node.args) == 2 and node.args[1] is arg:
            keys = (*self._walk.holders.keys_at(spot.module, node.args[0].value), *spot.keys)
        else:
            return
        if keys:
            yield from self._walk.holders.changed(spot, func.base, keys)

    def _field_default(self, spot: Spot, call: s.ValueId) -> Iterator[Spot]:
        if self._walk.holders.is_default(spot.module, call, spot.vid):
            yield from self.defaults(spot, call)

    def defaults(self, spot: Spot, call: s.ValueId) -> Iterator[Spot]:
        """The time is the default of a field or column that `call` defines."""
        holders = self._walk.holders
        ref = self._walk.users.root_ref(spot.module, call)
        found = holders.fields_of(spot.module, call)
        for cls, name in found:
            if holders.is_column(spot.module, call) or holders.is_table(cls):
                self._walk.arrive(Arrival(Sink("table", ref, name), spot.moment))
            else:
                yield from holders.of_field(spot, cls, name)
        if not found and holders.is_column(spot.module, call):
            self._walk.arrive(Arrival(Sink("table", ref, ""), spot.moment))

    # -- project functions and classes

    def _entered(self, spot: Spot, call: Ref, node: s.Call, arg: s.Arg, frame: Frame) -> Iterator[Spot]:
        """The parameters that receive the time."""
        if len(spot.calls) >= MAX_CALLS or any(
            c.module is call.module and c.vid == call.vid for c in spot.calls
        ):
            return
        for name, keys in self._received(spot, node, arg, frame):
            key = frame.function
            for vid in self._walk.users.of(key.module).params.get((key.number, name), ()):
                yield Spot(key.module, vid, spot.moment, keys, (*spot.calls, call))
            users = self._walk.users.of(key.module)
            for vid in users.free.get((key.number, name), ()):
                yield Spot(key.module, vid, spot.moment, keys, (*spot.calls, call))

    def _received(
        self, spot: Spot, node: s.Call, arg: s.Arg, frame: Frame
    ) -> Iterator[tuple[str, tuple[Key, ...]]]:
        function = self._program.function(frame.function)
        if arg.star == 2 and spot.keys:
            named = {p.name for p in function.params if p.kind in ("normal", "keyword")}
            if spot.keys[0] in named:
                yield str(spot.keys[0]), spot.keys[1:]
            else:
                yield from ((p.name, spot.keys) for p in function.params if p.kind == "kwargs")
            return
        if arg.star == 1:
            yield from self._starred(spot, node, arg, function)
            return
        bound = self._program.bound(frame)
        for name, given in bound.parameters.items():
            if any(isinstance(g, Ref) and g.vid == spot.vid and g.module is spot.module for g in given):
                yield name, spot.keys
        for param in function.params:
            if param.kind == "args":
                for index, one in enumerate(bound.rest):
                    if isinstance(one, Ref) and one.vid == spot.vid and one.module is spot.module:
                        yield param.name, (index, *spot.keys)
            elif param.kind == "kwargs":
                for key, given in bound.extra.items():
                    if any(
                        isinstance(g, Ref) and g.vid == spot.vid and g.module is spot.module for g in given
                    ):
                        yield param.name, (key, *spot.keys)

    @staticmethod
    def _starred(
        spot: Spot, node: s.Call, arg: s.Arg, function: s.Function
    ) -> Iterator[tuple[str, tuple[Key, ...]]]:
        before = sum(1 for a in node.args[: node.args.index(arg)] if a.name is None)
        params = [p for p in function.params if p.kind in ("positional", "normal")]
        shift = 1 if function.cls is not None and params and params[0].name in ("self", "cls") else 0
        if spot.keys and isinstance(spot.keys[0], int):
            place = before + shift + spot.keys[0]
            if 0 <= place < len(params):
                yield params[place].name, spot.keys[1:]
                return
        yield from ((p.name, spot.keys) for p in function.params if p.kind == "args")

    def _constructed(self, spot: Spot, call: Ref, arg: s.Arg, index: int, callee: ClassRef) -> Iterator[Spot]:
        """A field of an instance whose class has no `__init__` of its own."""
        classes = self._program.classes
        if classes.method(callee.cls, "__init__") is not None or arg.star == 1:
            return
        if arg.star == 2:
            keys = spot.keys
        else:
            fields = classes.fields(callee.cls)
            name = arg.name or (fields[index] if index < len(fields) else None)
            if name is None:
                return
            keys = (name, *spot.keys)
        if not keys:
            return
        yield spot.at(call.vid, keys=keys)
        if isinstance(keys[0], str):
            yield from self._walk.holders.of_attribute(spot, callee.cls, keys[0], keys[1:])

    # -- the time is what the call is made on

    def on_receiver(self, spot: Spot, attr: s.ValueId, name: str, user: s.ValueId) -> Iterator[Spot]:
        """`time.name(…)`; `attr` is the attribute that is called by `user`."""
        call = self._walk.users.root_ref(spot.module, user)
        if spot.keys:
            yield from self._on_container(spot, name, call)
            return
        if spot.moment.form is Form.TEXT:
            for text, keys in texts.method(self._program, spot, name, call):
                yield spot.at(user, text, keys)
            return
        row = self._step_row(spot.moment, name)
        if row is not None and row.subject < 0:
            moment = apply(Operation(self._program, row, spot.moment, call, is_call=True))
            if moment is not None:
                yield spot.at(user, moment)

    def _step_row(self, moment: Moment, name: str) -> time_rows.TimeStep | None:
        return self._models.row(time_rows.TimeStep, f"{moment.type or 'datetime.datetime'}.{name}")

    def on_attribute(self, spot: Spot, attr: s.ValueId, name: str) -> Iterator[Spot]:
        """`time.name`, not called."""
        row = self._step_row(spot.moment, name)
        if row is not None and row.subject < 0 and row.does in ("strip", "same", "number"):
            ref = self._walk.users.root_ref(spot.module, attr)
            moment = apply(Operation(self._program, row, spot.moment, ref, is_call=False))
            if moment is not None:
                yield spot.at(attr, moment)

    def _on_container(self, spot: Spot, name: str, call: Ref) -> Iterator[Spot]:
        node = call.module.values[call.vid]
        assert isinstance(node, s.Call)
        sink = self._walk.sinks.of_receiver(call, name, spot.keys)
        if sink is not None and (node.args or name == "save"):
            self._walk.arrive(Arrival(sink, spot.moment))
            return
        key = spot.keys[0]
        if name in ("get", "pop", "setdefault") and node.args:
            wanted = self._walk.holders.keys_at(spot.module, node.args[0].value)[0]
            if wanted is None or key is None or wanted == key:
                yield spot.at(call.vid, keys=spot.keys[1:])
        elif name == "pop":
            yield spot.at(call.vid, keys=spot.keys[1:])
        elif name == "values":
            yield spot.at(call.vid, keys=(None, *spot.keys[1:]))
        elif name == "items":
            yield spot.at(call.vid, keys=(None, 1, *spot.keys[1:]))
        elif name in COPIES or name in FLUENT:
            yield spot.at(call.vid)
