"""Names: globals, imports, parameters, free variables, annotations."""

from __future__ import annotations

import builtins
import re
from typing import TYPE_CHECKING

from ..syntax import summary as s
from .frames import Frame
from .modules import Module
from .values import (
    Abstract,
    ClassRef,
    External,
    Instance,
    Keywords,
    Known,
    ModuleValue,
    Obj,
    Ref,
    Several,
    Unknown,
    Values,
)

if TYPE_CHECKING:
    from .evaluate import Program

BUILTINS = frozenset(dir(builtins))
GIVERS = frozenset(
    (
        "Iterator Generator AsyncIterator AsyncGenerator ContextManager Awaitable "
        "AbstractContextManager AbstractAsyncContextManager Coroutine"
    ).split()
)
COLLECTIONS = (
    frozenset(
        (
            "list List Sequence Iterable tuple Tuple set Set frozenset dict Dict Mapping "
            "MutableMapping Collection deque Deque defaultdict AsyncIterable MutableSequence"
        ).split()
    )
    | GIVERS
)
DOTTED = re.compile(r"[A-Za-z_][\w.]*")
WRAPPERS = frozenset({"Optional", "Union", "Annotated", "Final", "ClassVar", "Type", "Required"})


class Names:
    def __init__(self, program: Program) -> None:
        self._program = program

    # -- globals and imports

    def in_module(self, module: Module, name: str) -> Values:
        """What a name means at module level, builtins included; empty when not known."""
        found: Values = self._program.answers.ask(("global", module, name), self._look_up, ())
        return found

    def _look_up(self, question: tuple[str, Module, str]) -> Values:
        _, module, name = question
        program = self._program
        found: list[Abstract] = []
        frame = program.module_frame(module)
        for vid in module.summary.globals.get(name, ()):
            found += program.eval(Ref(module, vid, frame))
        if not found:
            for star in module.summary.star_imports:
                target = self._target(module, star)
                if target is not None and not name.startswith("_"):
                    found += self.in_module(target, name) if target is not module else ()
        if not found and name in BUILTINS:
            found.append(External(f"builtins.{name}"))
        kept = [v for v in found if not (isinstance(v, Known) and v.value is None)]
        return tuple(dict.fromkeys(kept or found))

    def is_builtin(self, module: Module, name: str) -> bool:
        """Whether a name means the builtin of that name at module level, as far as one file can tell."""
        summary = module.summary
        return name in BUILTINS and name not in summary.globals and not summary.star_imports

    def exported(self, module: Module, name: str) -> Values:
        """`module.name` or `from module import name`: a global, else a submodule."""
        if name in module.summary.globals or module.summary.star_imports:
            found = self.in_module(module, name)
            if found and not (
                len(found) == 1 and isinstance(found[0], External) and found[0].name.startswith("builtins.")
            ):
                return found
        if module.is_package:
            inner = self._program.table.by_parts((*module.parts, name))
            if inner is not None:
                return (ModuleValue(inner),)
        return ()

    def _target(self, module: Module, node: s.Imported) -> Module | None:
        table = self._program.table
        if node.level:
            parts = table.relative(module, node.level, node.module)
            return table.by_parts(parts) if parts else None
        return table.find(tuple(node.module.split(".")), module)

    def imported(self, module: Module, node: s.Imported) -> Values:
        table = self._program.table
        target = self._target(module, node)
        if node.name is None:
            return (ModuleValue(target),) if target else (self.external(node.module),)
        if target is not None:
            found = self.exported(target, node.name)
            if found:
                return found
        parts = (
            table.relative(module, node.level, node.module) if node.level else tuple(node.module.split("."))
        )
        if parts is not None:
            whole = (*parts, node.name)
            inner = table.by_parts(whole) if node.level else table.find(whole, module)
            if inner is not None:
                return (ModuleValue(inner),)
        if node.level or target is not None:
            return (Unknown(node.name),)
        return (self.external(f"{node.module}.{node.name}"),)

    def external(self, name: str) -> External:
        return External(self._program.models.canonical(name))

    # -- parameters and free variables

    def parameter(self, ref: Ref, node: s.Param) -> Values:
        frame = self._holder(ref.frame, node.function, ref.module)
        function = self._program.function(frame.function)
        info = next((p for p in function.params if p.name == node.name), None)
        if info is None:
            return self._program.unknown(ref)
        if info.kind in ("args", "kwargs"):
            return (Keywords(frame, node.name, info.kind == "args"),)
        if self._is_receiver(function, info, frame):
            return (frame.receiver,) if frame.receiver is not None else self._unbound(ref, frame, info)
        if frame.call is None and frame.extra is None:
            return self._from_callers(ref, frame, info)
        return self._given(ref, frame, info)

    def _is_receiver(self, function: s.Function, info: s.Parameter, frame: Frame) -> bool:
        first = function.params[0] if function.params else None
        return first is info and function.cls is not None and not self._program.is_static(frame.function)

    def _unbound(self, ref: Ref, frame: Frame, info: s.Parameter) -> Values:
        """The receiver of a method that is called as a function, as decorators do: `function(*args)`."""
        values = self._given(ref, frame, info) if frame.call is not None else ()
        if not all(isinstance(v, Unknown) for v in values):
            return values
        receiver = self._program.root(frame.function).receiver
        return (receiver,) if receiver is not None else self._program.unknown(ref)

    def _given(self, ref: Ref, frame: Frame, info: s.Parameter) -> Values:
        program = self._program
        bound = program.bound(frame)
        given = bound.parameters.get(info.name)
        if given:
            values = program.eval_all(given)
            if all(isinstance(v, Unknown) for v in values):
                return tuple(self._handed(ref, frame, info)) or self._typed(ref, frame, info) or values
            return values
        found: list[Abstract] = list(self._from_options(ref, frame, info))
        if info.default is not None:
            found += program.eval(
                Ref(ref.module, info.default, frame.closure or program.module_frame(ref.module))
            )
        if bound.open_keywords or bound.open_positional or info.default is None:
            found += self._handed(ref, frame, info) or self._typed(ref, frame, info) or program.unknown(ref)
        return tuple(found)

    def _from_callers(self, ref: Ref, frame: Frame, info: s.Parameter) -> Values:
        """Any caller: the union over the calls that the program shows, the default included."""
        program = self._program
        found: list[Abstract] = []
        callers = program.callers(frame.function)
        for other in callers:
            if (
                isinstance(frame.receiver, Instance)
                and frame.receiver.site
                and other.receiver != frame.receiver
            ):
                if not (isinstance(other.receiver, Instance) and other.receiver.cls == frame.receiver.cls):
                    continue
            found += program.eval(Ref(ref.module, ref.vid, other))
        if not callers:
            found += self._handed(ref, frame, info) or self._from_options(ref, frame, info)
        if not callers and info.default is not None:
            found += program.eval(
                Ref(ref.module, info.default, frame.closure or program.module_frame(ref.module))
            )
            found += program.unknown(ref)
        if all(isinstance(v, Unknown) or v == Known(None) for v in found):
            typed = self._typed(ref, frame, info)
            found = [*typed, *(v for v in found if not typed or not isinstance(v, Unknown))]
        return tuple(found) or program.unknown(ref)

    def _handed(self, ref: Ref, frame: Frame, info: s.Parameter) -> list[Abstract]:
        """What click's `pass_obj`, or a decorator made by `make_pass_decorator`, gives a first parameter."""
        program = self._program
        function = program.function(frame.function)
        first = function.params[0] if function.params else None
        if info is not first or not function.decorators:
            return []
        outer = frame.closure or program.module_frame(ref.module)
        for vid in function.decorators:
            for value in program.eval(Ref(ref.module, vid, outer)):
                if isinstance(value, External) and value.name.endswith(".pass_obj"):
                    return program.attributes.carried("obj")
                if isinstance(value, Obj) and value.maker.endswith(".make_pass_decorator"):
                    wanted = program.arguments(value.site).positional[:1] if value.site is not None else []
                    classes = [v for g in wanted for v in program.eval_given(g)]
                    typed = [v for cls in classes for v in self.instance_of(cls)]
                    stored = [v for v in program.attributes.carried("obj") if self._same_class(v, typed)]
                    return stored or typed
        return []

    def _same_class(self, value: Abstract, typed: list[Abstract]) -> bool:
        return any(
            (isinstance(value, Instance) and isinstance(t, Instance) and value.cls == t.cls)
            or (isinstance(value, Obj) and isinstance(t, Obj) and value.type == t.type)
            for t in typed
        )

    def _from_options(self, ref: Ref, frame: Frame, info: s.Parameter) -> Values:
        """The default of a command-line option declared by a decorator:
        `@click.option("--base", default=…)`."""
        program = self._program
        found: list[Abstract] = []
        outer = frame.closure or program.module_frame(ref.module)
        for vid in program.function(frame.function).decorators:
            node = ref.module.values[vid]
            if not isinstance(node, s.Call) or not node.args:
                continue
            named = {
                t.lstrip("-").replace("-", "_")
                for a in node.args
                if a.name is None
                for t in program.texts_at(Ref(ref.module, a.value, outer))
            }
            if info.name in named:
                for arg in node.args:
                    if arg.name == "default":
                        found += program.eval(Ref(ref.module, arg.value, outer))
        return (*found, *program.unknown(ref)) if found else ()

    def _typed(self, ref: Ref, frame: Frame, info: s.Parameter) -> Values:
        if info.annotation is None:
            return ()
        return self.annotated(
            Ref(ref.module, info.annotation, frame.closure or self._program.module_frame(ref.module))
        )

    def _holder(self, frame: Frame, number: int, module: Module) -> Frame:
        """The frame of function `number` around (or at) `frame`."""
        current: Frame | None = frame
        while current is not None:
            if current.function.number == number and current.function.module is module:
                return current
            current = current.closure
        from .values import FunctionKey

        return self._program.root(FunctionKey(module, number))

    def free(self, ref: Ref, node: s.FreeName) -> Values:
        program = self._program
        frame = self._holder(ref.frame, node.function, ref.module)
        function = program.function(frame.function)
        found: list[Abstract] = []
        for vid in function.bindings.get(node.name, ()):
            found += program.eval(Ref(ref.module, vid, frame))
        kept = [v for v in found if not (isinstance(v, Known) and v.value is None)]
        return tuple(kept or found) or program.unknown(ref)

    # -- annotations

    def annotated(self, ref: Ref) -> Values:
        program = self._program
        node = ref.module.values[ref.vid]
        if isinstance(node, s.Const) and isinstance(node.value, str):
            return self._annotated_text(ref, node.value)
        if isinstance(node, s.Binary) and node.op == "|":
            return (*program_annotated(program, ref, node.left), *program_annotated(program, ref, node.right))
        if isinstance(node, s.Item):
            return self._annotated_item(ref, node)
        found: list[Abstract] = []
        for value in program.eval(ref):
            found += self.instance_of(value) or self._aliased(ref, value)
        return tuple(found)

    def _aliased(self, ref: Ref, value: Abstract) -> Values:
        """What a name stands for that is bound to an annotation: `ApiDep = Annotated[Api, Depends(api)]`."""
        place = value.ref if isinstance(value, Unknown) else None
        if place is None or place == ref or not isinstance(place.module.values[place.vid], s.Item):
            return ()
        return self._program.annotated(place)

    def _annotated_item(self, ref: Ref, node: s.Item) -> Values:
        program = self._program
        base = ref.module.values[node.base]
        name = getattr(base, "name", None) or ""
        if name in COLLECTIONS:
            return self._collection(ref, node)
        if name not in WRAPPERS:
            return ()
        key = ref.module.values[node.key]
        inner = [i.value for i in key.items] if isinstance(key, s.Sequence) else [node.key]
        if name == "Annotated":
            injected = [
                v
                for vid in inner[1:]
                for v in program.calling.libraries.injected(Ref(ref.module, vid, ref.frame))
            ]
            if injected:
                return tuple(injected)
            inner = inner[:1]
        return tuple(v for vid in inner for v in program_annotated(program, ref, vid))

    def _collection(self, ref: Ref, node: s.Item) -> Values:
        """`list[User]`, `dict[str, User]`: a collection of users."""
        key = ref.module.values[node.key]
        inner = [i.value for i in key.items] if isinstance(key, s.Sequence) else [node.key]
        name = getattr(ref.module.values[node.base], "name", "")
        if name.lower() in ("dict", "mapping", "mutablemapping", "defaultdict"):
            inner = inner[1:]
        items = tuple(v for vid in inner for v in program_annotated(self._program, ref, vid))
        if name in GIVERS:
            return items
        return (Several(items),) if items else ()

    def _annotated_text(self, ref: Ref, text: str) -> Values:
        found: list[Abstract] = []
        for word in DOTTED.findall(text):
            parts = word.split(".")
            values = self.in_module(ref.module, parts[0])
            for part in parts[1:]:
                values = tuple(v for base in values for v in self._program.attributes.of(base, part, ref))
            found += [v for t in values for v in self.instance_of(t)]
        return tuple(found)

    def instance_of(self, value: Abstract) -> list[Abstract]:
        if isinstance(value, ClassRef):
            if self._program.classes.is_enum(value.cls):
                return []
            return [Instance(value.cls)]
        if isinstance(value, External) and self._program.models.is_type(value.name):
            return [Obj(value.name)]
        return []


def program_annotated(program: Program, ref: Ref, vid: s.ValueId) -> Values:
    return program.annotated(Ref(ref.module, vid, ref.frame))
