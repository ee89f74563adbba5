"""Calls: what they run and what they give."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..models.rows import Error
from ..syntax import summary as s
from . import texts
from .addresses import Addresses
from .attributes import ENTRIES
from .binding import closure_of
from .callers import VERBS
from .frames import Frame
from .idioms import fallback, instance_made, validated
from .library_results import FUTURE, LibraryResults
from .text_methods import TextMethods
from .values import (
    Abstract,
    CaughtError,
    ClassKey,
    ClassRef,
    Closure,
    Container,
    Data,
    External,
    FunctionKey,
    Instance,
    Known,
    Obj,
    Partial,
    Ref,
    Several,
    Text,
    Unknown,
    Values,
)

if TYPE_CHECKING:
    from .attributes import Attributes
    from .evaluate import Program


class Calling:
    def __init__(self, program: Program) -> None:
        self._program = program
        self.addresses = Addresses(program)
        self._texts = TextMethods(program)
        self.libraries = LibraryResults(program, self)

    # -- frames

    def frames(self, call: Ref) -> list[Frame]:
        """The frames that a call runs in the program's functions."""
        found: list[Frame] = []
        for callee in self._program.callees(call):
            found += self.frames_of(callee, call)
        run = call.module.runs.get(call.vid)
        if run is not None and run.gives == "items" and run.call is not None:
            found += self.frames(Ref(call.module, run.call, call.frame))
        return list(dict.fromkeys(found))

    def run_later(self, call: Ref) -> list[Frame]:
        """The frames of the program's functions that a call has another thread or task run, at a time of
        its own (`pool.submit(f, x)`), or that it runs by sending an event (`failed.emit(x)`)."""
        run = call.module.runs.get(call.vid)
        if run is None or run.call is None or run.gives not in ("future", "nothing"):
            return self._program.events.frames(call)
        return self.frames(Ref(call.module, run.call, call.frame))

    def frames_of(self, callee: Abstract, call: Ref) -> list[Frame]:
        program = self._program
        pair = closure_of(callee)
        if pair is not None:
            return [program.frame_of(pair[0], call, pair[1])]
        if isinstance(callee, ClassRef):
            init = program.classes.method(callee.cls, "__init__")
            return [program.frames.make(init, call, Instance(callee.cls, call))] if init else []
        if isinstance(callee, Instance):
            return [program.frame_of(c, call) for c in self._method(callee, "__call__")]
        if isinstance(callee, External) and program.providers.row(callee) is not None:
            return program.providers.frames(callee, call)
        if isinstance(callee, External) and callee.name.endswith(".dispatch"):
            return self._dispatched(callee.receiver, call)
        if isinstance(callee, External) and callee.receiver is not None:
            verb = Known(callee.name.rsplit(".", 1)[-1].upper())
            return [program.frame_of(c, call, verb) for c in self.verb_override(callee)]
        return []

    def _dispatched(self, receiver: Abstract | None, call: Ref) -> list[Frame]:
        """The handlers of a web framework's view, of which `super().dispatch(…)` runs one."""
        if not isinstance(receiver, Instance):
            return []
        found = [c for verb in sorted(VERBS) for c in self._method(receiver, verb)]
        return [self._program.frame_of(c, call) for c in found]

    def _method(self, receiver: Instance, name: str) -> list[Closure]:
        values = self._program.classes.attribute(receiver.cls, name, receiver)
        return [v for v in values if isinstance(v, Closure)]

    # -- results

    def result(self, ref: Ref, node: s.Call) -> Values:
        program = self._program
        found: list[Abstract] = []
        func = ref.module.values[node.func]
        if isinstance(func, s.Attr):
            found += self.addresses.of_method(ref, node, func) or self._texts.of(ref, node, func)
            if found:
                return tuple(found)
            found += program.ini.got(ref, node, func) or self.libraries.with_default(ref, node, func)
            inner = self._inner_error(ref, node, func)
            if inner:
                return tuple(inner)
            found += self._of_task(ref, node, func) or self._of_mapping(ref, node, func)
            if func.name == "__await__":
                return tuple(found) or program.unknown(ref)
            if func.name in ("enter_context", "enter_async_context") and len(node.args) == 1:
                return self.entered(ref, s.Entered(node.args[0].value)) or program.unknown(ref)
            made = instance_made(program, ref, node, func) or validated(program, ref, func)
            if made:
                return made
        callees = program.at(ref, node.func)
        ran = self._ran(ref, callees)
        if ran:
            return ran
        if isinstance(func, s.GlobalName) and func.name == "super":
            return self._super(ref)
        for callee in callees:
            found += self._result_of(callee, ref, node)
        if not found and isinstance(func, s.Attr):
            found += self._response(ref, node, func.name)
        if all(isinstance(v, Obj) and v.type.endswith("()") for v in found):
            found = list(fallback(program, ref, node)) or found
        return tuple(found) or program.unknown(ref)

    # -- calls that run a callable, and what they give

    def _ran(self, ref: Ref, callees: Values) -> Values:
        """What a runner's call gives (see `runs`); empty for other calls."""
        run = ref.module.runs.get(ref.vid)
        if run is None or any(isinstance(c, (Closure, ClassRef, Instance)) for c in callees):
            return ()
        if run.items is not None:
            return (Container(Ref(ref.module, run.items, ref.frame)),)
        if run.gives == "future":
            return (Obj(FUTURE, ref, FUTURE),)
        if run.gives == "result" and run.call is not None:
            return self._program.at(ref, run.call)
        return ()

    def _of_task(self, ref: Ref, node: s.Call, func: s.Attr) -> list[Abstract]:
        """`await task` and `task.result()`. A task that runs a coroutine stands for what that gives."""
        if func.name != "__await__" and (func.name != "result" or len(node.args) > 1):
            return []
        found: list[Abstract] = []
        for value in self._program.at(ref, func.base):
            if isinstance(value, Obj) and value.type == FUTURE:
                found += self.outcome(value)
            elif func.name == "__await__" or isinstance(value, (Obj, Container, Known, Text)):
                found.append(value)
            elif isinstance(value, Instance):
                if not self._program.classes.attribute(value.cls, "result", value):
                    found.append(value)
        return found

    def _inner_error(self, ref: Ref, node: s.Call, func: s.Attr) -> list[Abstract]:
        """`error.last_attempt.exception()`: the error in whose place a caught one was raised."""
        path = ref.module.values[func.base]
        if node.args or not isinstance(path, s.Attr) or (path.name, func.name) not in self._inner:
            return []
        return [v for v in self._program.at(ref, path.base) if isinstance(v, CaughtError)]

    @cached_property
    def _inner(self) -> frozenset[tuple[str, ...]]:
        return frozenset(row.inner for row in self._program.models.rows(Error).values() if row.inner)

    def _of_mapping(self, ref: Ref, node: s.Call, func: s.Attr) -> list[Abstract]:
        """`mapping.items()`, `mapping.values()` and `mapping.keys()` of a mapping that the program built."""
        if node.args or func.name not in ("items", "values", "keys"):
            return []
        attributes = self._program.attributes
        bases = [v for v in self._program.at(ref, func.base) if isinstance(v, (Container, Data))]
        if func.name == "items":
            return [Obj(ENTRIES, ref, ENTRIES)] if bases else []
        inner = [v for b in bases for v in _column(attributes, b, func.name)]
        return [Several(tuple(dict.fromkeys(inner)))] if inner else []

    def outcome(self, future: Obj) -> Values:
        """What the callable that a future stands for gives."""
        call = self.run_by(future)
        return self._program.eval(call) if call is not None else ()

    def run_by(self, future: Obj) -> Ref | None:
        """The call that a future waits for."""
        run = future.site.module.runs.get(future.site.vid) if future.site is not None else None
        if run is None or run.call is None or future.site is None:
            return None
        return Ref(future.site.module, run.call, future.site.frame)

    def _response(self, ref: Ref, node: s.Call, name: str) -> list[Abstract]:
        """What a request on something unknown gives: `session.get(url)` with an absolute URL, the
        library told by what the module imports."""
        index = 0 if name in VERBS else 1 if name in ("request", "stream") else -1
        positional = [a.value for a in node.args if a.name is None and not a.star]
        urls = [a.value for a in node.args if a.name == "url"] or positional[index : index + 1]
        if index < 0 or not urls:
            return []
        for value in self._program.at(ref, urls[0]):
            pair = texts.text_template(value)
            if pair is not None and pair[0].startswith(("http://", "https://")):
                kind = self._program.models.response_of(ref.module.imports_of_names)
                return [Obj(kind, ref, f"{kind}()")]
        return []

    def _result_of(self, callee: Abstract, ref: Ref, node: s.Call) -> Values:
        program = self._program
        if program.providers.asked(callee):
            return (callee,)
        if isinstance(callee, External) and not self.verb_override(callee):
            return program.providers.made(callee, ref, node) or self.libraries.result(callee, ref, node)
        if isinstance(callee, ClassRef):
            return self._construct(callee, ref, node)
        if isinstance(callee, Partial) and isinstance(callee.function, (External, ClassRef)):
            return self._result_of(callee.function, ref, node)
        frames = self.frames_of(callee, ref)
        found: list[Abstract] = []
        for frame in frames:
            if self.is_generator(frame.function):
                found.append(Obj("generator", ref, ""))
            else:
                found += program.returned(frame)
        if frames and not found:
            return (Known(None),) if not program.function(frames[0].function).returns else ()
        if not frames and isinstance(callee, (Obj, Unknown)):
            applied = self.libraries.applied(node, ref)
            if applied:
                return applied
            if isinstance(callee, Obj):
                known = program.data_files.asked(f"{callee.type}.__call__", ref, node)
                if known:
                    return (*known, *program.unknown(ref))
                return (
                    Obj(
                        program.models.result_type(f"{callee.type}.__call__") or f"{callee.type}()",
                        ref,
                        callee.type,
                    ),
                )
        return tuple(found)

    def is_generator(self, key: FunctionKey) -> bool:
        return key.number in key.module.generators

    def _construct(self, callee: ClassRef, ref: Ref, node: s.Call) -> Values:
        program = self._program
        if program.classes.is_enum(callee.cls):
            return program.at(ref, node.args[0].value) if node.args else ()
        return (Instance(callee.cls, ref),)

    def _super(self, ref: Ref) -> Values:
        """`super()`: the class after the one that holds the method, bound to its receiver."""
        return (Unknown("super()", ref),)

    def super_attribute(self, ref: Ref, name: str) -> Values:
        """`super().name` at `ref`."""
        program = self._program
        frame: Frame | None = ref.frame
        while frame is not None and program.function(frame.function).cls is None:
            frame = frame.closure
        if frame is None:
            return ()
        number = program.function(frame.function).cls
        assert number is not None
        own = ClassKey(frame.function.module, number)
        receiver = frame.receiver
        start = receiver.cls if isinstance(receiver, (Instance, ClassRef)) else own
        found = self._after(own, start, name, receiver)
        if not found and isinstance(receiver, Instance):
            # A mixin: what comes after it is known where it is mixed in.
            for mixed in program.classes.subclasses(own):
                found += self._after(own, mixed, name, Instance(mixed, receiver.site))
        return texts.distinct(found)

    def _after(self, own: ClassKey, start: ClassKey, name: str, receiver: Abstract | None) -> Values:
        """`name` as the classes after `own` have it in the look-up order of `start`."""
        program = self._program
        order = list(program.classes.mro(start))
        if own not in order:
            order = list(program.classes.mro(own))
        for base in order[order.index(own) + 1 :]:
            if isinstance(base, ClassKey):
                if name in program.classes.summary(base).attributes and receiver is not None:
                    vid = program.classes.summary(base).attributes[name]
                    values = program.eval(Ref(base.module, vid, program.frame_around(base)))
                    return tuple(
                        bound
                        for v in values
                        for bound in (program.classes._bind(v, receiver) if isinstance(v, Closure) else [v])
                    )
            else:
                return (External(program.models.member(base, name) or f"{base}.{name}", receiver),)
        return ()

    # -- context managers, iteration, exceptions

    def entered(self, ref: Ref, node: s.Entered) -> Values:
        """What `with context as name` binds."""
        program = self._program
        found: list[Abstract] = []
        for value in program.at(ref, node.context):
            if isinstance(value, Instance):
                methods = [*self._method(value, "__enter__"), *self._method(value, "__aenter__")]
                results = [v for c in methods for v in program.returned(program.frame_of(c, None))]
                found += results or [value]
            elif isinstance(value, Obj) and value.type == "generator" and value.site is not None:
                found += self.iterated(value)
            elif isinstance(value, Obj):
                kind = program.models.result_type(f"{value.type}.__enter__")
                found.append(Obj(kind, value.site, value.maker) if kind else value)
            else:
                found.append(value)
        return tuple(found)

    def iterated(self, value: Obj) -> Values:
        """What iterating a generator of the program gives: the values it yields."""
        program = self._program
        found: list[Abstract] = []
        if value.site is None:
            return ()
        for frame in self.frames(value.site):
            for vid in program.function(frame.function).yields:
                found += program.eval(Ref(frame.function.module, vid, frame))
        if value.type in ("builtins.range()", "builtins.enumerate()"):
            return ()
        return tuple(found)

    def caught_types(self, ref: Ref) -> Values:
        """The exception classes of the handler whose `Caught` value stands at `ref`; none for the error that
        a future tells."""
        node = ref.module.values[ref.vid]
        if not isinstance(node, s.Caught):
            return ()
        kind, _ = ref.module.summary.handlers[node.handler]
        if kind is None:
            return (External("builtins.BaseException"),)
        return self.exception_types(Ref(ref.module, kind, ref.frame))

    def exception_types(self, ref: Ref) -> Values:
        """The classes that an expression names: one, or a tuple of them, nested or not."""
        program = self._program
        found: list[Abstract] = []
        for value in program.eval(ref):
            if isinstance(value, Container):
                for item in program.attributes.items(value, None):
                    if isinstance(item, Container):
                        found += program.attributes.items(item, None)
                    else:
                        found.append(item)
            else:
                found.append(value)
        return tuple(dict.fromkeys(found))

    # -- methods of a library class that call what a subclass overrides

    def verb_override(self, callee: External) -> list[Closure]:
        """`session.get(…)` on a subclass of a client that overrides `request` (or `send`): the
        override that the library will call."""
        receiver = callee.receiver
        if not isinstance(receiver, Instance) or callee.name.rsplit(".", 1)[-1] not in VERBS:
            return []
        return self._method(receiver, "request")


def _column(attributes: Attributes, base: Container | Data, name: str) -> Values:
    """The values, or else the keys, of a mapping."""
    if isinstance(base, Data):
        return tuple(value if name == "values" else key for key, value in base.entries)
    return attributes.items(base, None) if name == "values" else attributes.iterated(base)
