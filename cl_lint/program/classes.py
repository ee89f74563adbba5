"""Classes of the program: bases, attributes, methods, construction."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ..syntax import summary as s
from .frames import Frame
from .idioms import is_validation, set_by_name
from .protocols import implementations
from .values import (
    Abstract,
    ClassKey,
    ClassRef,
    Closure,
    External,
    FunctionKey,
    Instance,
    Known,
    Partial,
    Ref,
    Unknown,
    Values,
)

if TYPE_CHECKING:
    from .binding import Given
    from .evaluate import Program

ENUMS = frozenset({"enum.Enum", "enum.StrEnum", "enum.IntEnum", "enum.Flag", "enum.IntFlag"})


class Classes:
    """Answers questions about the program's classes."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._stores: dict[tuple[ClassKey, str], list[tuple[s.Store, FunctionKey]]] = {}

    def summary(self, cls: ClassKey) -> s.Class:
        return cls.module.summary.classes[cls.number]

    def mro(self, cls: ClassKey) -> tuple[ClassKey | str, ...]:
        """The class and its bases in the order of their look-up (C3, where the bases allow it), each once;
        library classes by qualified name."""
        found: tuple[ClassKey | str, ...] = self._program.answers.ask(("mro", cls), self._bases, (cls,))
        return found

    def _bases(self, question: tuple[str, ClassKey]) -> tuple[ClassKey | str, ...]:
        cls = question[1]
        frame = self._program.frame_around(cls)
        above = [
            self._with_bases(value)
            for base in self.summary(cls).bases
            for value in self._program.eval(Ref(cls.module, base, frame))
        ]
        return (cls, *_merged([order for order in above if order]))

    def _with_bases(self, value: Abstract) -> list[ClassKey | str]:
        if isinstance(value, ClassRef):
            return list(self.mro(value.cls))
        if isinstance(value, External):
            return [value.name, *self._program.models.bases(value.name)]
        return []

    def external_bases(self, cls: ClassKey) -> tuple[str, ...]:
        return tuple(b for b in self.mro(cls) if isinstance(b, str))

    def is_subclass(self, cls: ClassKey, base: ClassKey | str) -> bool:
        return base in self.mro(cls)

    def is_enum(self, cls: ClassKey) -> bool:
        return any(b in ENUMS for b in self.external_bases(cls))

    def _index_subclasses(self, question: str) -> dict[ClassKey, list[ClassKey]]:
        found: dict[ClassKey, list[ClassKey]] = defaultdict(list)
        for module in list(self._program.table.loaded()):
            for number in range(len(module.summary.classes)):
                cls = ClassKey(module, number)
                for base in self.mro(cls)[1:]:
                    if isinstance(base, ClassKey):
                        found[base].append(cls)
        for protocol, classes in implementations(self._program).items():
            found[protocol] += classes
        return found

    def subclasses(self, cls: ClassKey) -> list[ClassKey]:
        """Every class of the program that inherits from `cls`, or has the methods of that protocol."""
        return self._ask_subclasses().get(cls, [])

    def prime(self) -> None:
        """Builds the index of subclasses."""
        self._ask_subclasses()

    def _ask_subclasses(self) -> dict[ClassKey, list[ClassKey]]:
        found: dict[ClassKey, list[ClassKey]] = self._program.answers.ask(
            "subclasses", self._index_subclasses, {}
        )
        return found

    # -- methods and attributes

    def method(self, cls: ClassKey, name: str) -> FunctionKey | None:
        """The function that `name` is in the class or its bases, decorators looked through."""
        for base in self.mro(cls):
            if isinstance(base, ClassKey):
                vid = self.summary(base).attributes.get(name)
                if vid is not None:
                    for value in self._program.eval(Ref(base.module, vid, self._program.frame_around(base))):
                        if isinstance(value, Closure):
                            return value.function
                    return None
        return None

    def attribute(self, cls: ClassKey, name: str, receiver: Abstract) -> Values:
        """What `receiver.name` can be, `receiver` being an instance of `cls` or the class."""
        found: Values = self._program.answers.ask(("attribute", cls, name, receiver), self._attribute, ())
        return found

    def _attribute(self, question: tuple[str, ClassKey, str, Abstract]) -> Values:
        _, cls, name, receiver = question
        found: list[Abstract] = []
        if isinstance(receiver, Instance):
            found += self._stored(receiver, name)
        declared = False
        for base in self.mro(cls):
            if isinstance(base, ClassKey):
                info = self.summary(base)
                vid = info.attributes.get(name)
                if vid is not None:
                    found += self._class_attribute(base, vid, receiver)
                    break
                declared = declared or name in info.annotations
            elif not found:
                known = self._program.models.member(base, name)
                if known:
                    found.append(External(known, receiver))
                    break
        if isinstance(receiver, Instance) and self.is_carrier(cls):
            given, certain = self._field(receiver, name)
            found = given if certain else given + found
        if isinstance(receiver, Instance) and receiver.site is None:
            found += self._overrides(cls, name, receiver, found)
        if isinstance(receiver, Instance):
            found += self._from_environment(cls, name)
        if not found and isinstance(receiver, Instance):
            found += set_by_name(self._program, receiver, name)
        if not found and declared:
            found += self._declared(cls, name)
        if not found and isinstance(receiver, Instance):
            library = next(
                (b for b in self.external_bases(cls) if not b.startswith(("builtins.", "abc."))), None
            )
            found += [External(f"{library}.{name}", receiver)] if library else []
        return tuple(dict.fromkeys(found))

    def _from_environment(self, cls: ClassKey, name: str) -> list[Abstract]:
        """What the project's environment files give to a field of a pydantic settings class."""
        if not any(base.endswith(".BaseSettings") for base in self.external_bases(cls)):
            return []
        program = self._program
        prefixes = [
            value.value
            for config in (
                self.attribute(cls, "model_config", ClassRef(cls)) if name != "model_config" else ()
            )
            for value in program.eval_all(program.mappings.get(config, "env_prefix"))
            if isinstance(value, Known) and isinstance(value.value, str)
        ]
        variables = program.data_files
        return [
            found
            for prefix in prefixes or [""]
            for found in variables.variable(Known((prefix + name).upper()))
        ]

    def _declared(self, cls: ClassKey, name: str) -> list[Abstract]:
        for base in self.mro(cls):
            if isinstance(base, ClassKey) and name in self.summary(base).annotations:
                frame = self._program.frame_around(base)
                vid = self.summary(base).annotations[name]
                return list(self._program.annotated(Ref(base.module, vid, frame)))
        return []

    def _overrides(
        self, cls: ClassKey, name: str, receiver: Instance, found: list[Abstract]
    ) -> list[Abstract]:
        """`self` in a base class may be any subclass: what those say, or the classes that they join it
        with (where it is a mixin), counts where it says nothing, or as well where they say otherwise."""
        more: list[Abstract] = []
        own = self.mro(cls)
        for sub in self.subclasses(cls)[:40]:
            joined = [b for b in self.mro(sub) if isinstance(b, ClassKey) and b not in own]
            if any(name in self.summary(b).attributes or self._own_stores(b, name) for b in joined):
                other = self.attribute(sub, name, Instance(sub))
                more += [v for v in other if v not in found]
        return more

    def _class_attribute(self, cls: ClassKey, vid: s.ValueId, receiver: Abstract) -> list[Abstract]:
        program = self._program
        found: list[Abstract] = []
        node = cls.module.values[vid]
        if isinstance(node, s.Declared):
            return list(program.annotated(Ref(cls.module, node.annotation, program.frame_around(cls))))
        for value in program.eval(Ref(cls.module, vid, program.frame_around(cls))):
            if isinstance(value, Closure) and value.receiver is None:
                found += self._bind(value, receiver)
            elif isinstance(value, Partial):
                found.append(self._bind_partial(value, receiver))
            else:
                found += self._described(value, receiver) or [value]
        if isinstance(receiver, ClassRef) and self.is_enum(cls) and not isinstance(node, s.FunctionValue):
            found += self._member(cls, vid)
        return found

    def _described(self, value: Abstract, receiver: Abstract) -> list[Abstract]:
        """What a descriptor of the program gives: the result of its `__get__` with the instance."""
        if not isinstance(value, Instance) or not isinstance(receiver, Instance):
            return []
        program = self._program
        getter = self.method(value.cls, "__get__")
        if getter is None:
            return []
        frame = program.frames.make(getter, None, value, program.root(getter).closure, receiver)
        given = [v for v in program.returned(frame) if v != value]
        return [v for v in given if not isinstance(v, Unknown)] or given

    def _member(self, cls: ClassKey, vid: s.ValueId) -> list[Abstract]:
        """A member of an enumeration is its value; one with methods or properties also an instance, whose
        site is that value."""
        attributes = self.summary(cls).attributes.values()
        if not any(isinstance(cls.module.values[v], (s.FunctionValue, s.Call)) for v in attributes):
            return []
        return [Instance(cls, Ref(cls.module, vid, self._program.frame_around(cls)))]

    def _bind_partial(self, value: Partial, receiver: Abstract) -> Abstract:
        """A `functools.partialmethod` is bound as the method that it holds."""
        made = self._program.callees(value.site)
        if isinstance(value.function, Closure) and External("functools.partialmethod") in made:
            bound = self._bind(value.function, receiver)
            return Partial(bound[0], value.site) if bound else value
        return value

    def _bind(self, value: Closure, receiver: Abstract) -> list[Abstract]:
        program = self._program
        marks = program.decorations(value.function)
        if "property" in marks:
            if isinstance(receiver, Instance):
                frame = program.frames.make(value.function, None, receiver, value.frame)
                return list(program.returned(frame))
            return []
        if "staticmethod" in marks:
            return [value]
        if "classmethod" in marks:
            owner: Abstract = ClassRef(receiver.cls) if isinstance(receiver, Instance) else receiver
            return [Closure(value.function, owner, value.frame)]
        if isinstance(receiver, Instance):
            return [Closure(value.function, receiver, value.frame)]
        return [value]

    # -- what instances hold

    def _own_stores(self, cls: ClassKey, name: str) -> list[tuple[s.Store, FunctionKey]]:
        key = (cls, name)
        known = self._stores.get(key)
        if known is None:
            known = self._stores[key] = [
                (store, FunctionKey(cls.module, store.function))
                for store in cls.module.summary.stores
                if store.name == name and self._is_self(cls, store)
            ]
        return known

    def _is_self(self, cls: ClassKey, store: s.Store) -> bool:
        base = cls.module.values[store.base]
        if isinstance(base, s.FreeName):
            base = s.Param(base.function, base.name)
        if not isinstance(base, s.Param):
            return False
        function = cls.module.summary.functions[base.function]
        return function.cls == cls.number and bool(function.params) and function.params[0].name == base.name

    def _stored(self, receiver: Instance, name: str) -> list[Abstract]:
        program = self._program
        found: list[Abstract] = []
        frames = self.init_frames(receiver)
        for base in self.mro(receiver.cls):
            if not isinstance(base, ClassKey):
                continue
            for store, function in self._own_stores(base, name):
                frame = frames.get(function) or program.method_frame(function, receiver)
                values = program.eval(Ref(base.module, store.value, frame))
                if store.annotation is not None and all(isinstance(v, (Unknown, Known)) for v in values):
                    typed = program.annotated(Ref(base.module, store.annotation, frame))
                    values = (*values, *typed)
                found += values
        found += program.outside_stores(receiver, name)
        return found

    def init_frames(self, receiver: Instance) -> dict[FunctionKey, Frame]:
        """The frames of the `__init__` functions that run when the instance is made, those called
        by way of super() included; empty when the constructor call is not known."""
        found: dict[FunctionKey, Frame] = {}
        first = self.method(receiver.cls, "__init__")
        if receiver.site is None or first is None:
            return found
        frame = self._program.frames.make(first, receiver.site, receiver)
        self._follow_init(frame, found)
        return found

    def _follow_init(self, frame: Frame, found: dict[FunctionKey, Frame]) -> None:
        if frame.function in found:
            return
        found[frame.function] = frame
        program = self._program
        module = frame.function.module
        for vid in program.function(frame.function).calls:
            node = module.values[vid]
            if isinstance(node, s.Call) and program.attr_name(module, node.func) in (
                "__init__",
                "__attrs_init__",
            ):
                ref = Ref(module, vid, frame)
                for inner in program.called_frames(ref):
                    self._follow_init(inner, found)

    # -- dataclasses, models, named tuples

    def is_carrier(self, cls: ClassKey) -> bool:
        """Whether instances get their annotated fields from the constructor's arguments: no
        `__init__` of its own and annotated names (dataclass, attrs, pydantic, NamedTuple)."""
        return self.method(cls, "__init__") is None and bool(self.fields(cls))

    def fields(self, cls: ClassKey) -> list[str]:
        names: dict[str, None] = {}
        for base in reversed(self.mro(cls)):
            if isinstance(base, ClassKey):
                names.update(dict.fromkeys(self.summary(base).annotations))
        return list(names)

    def _field(self, receiver: Instance, name: str) -> tuple[list[Abstract], bool]:
        """Values given to a field by constructor calls; certain when this instance's own call
        gives it."""
        sites = [receiver.site] if receiver.site is not None else self._program.constructions(receiver.cls)
        fields = self.fields(receiver.cls)
        if name not in fields:
            return [], False
        found: list[Abstract] = []
        missing = False
        for site in sites:
            given = self._given(site, fields, name)
            missing = missing or given is None
            for value in given or ():
                found += self._program.eval_given(value)
        return found, bool(found) and not missing

    def _given(self, site: Ref, fields: list[str], name: str) -> list[Given] | None:
        args = self._program.arguments(site)
        if name in args.keywords:
            return args.keywords[name]
        if is_validation(site):
            given = [
                g
                for v in self._program.eval_all(args.positional[:1])
                for g in self._program.mappings.get(v, name)
            ]
            return given or None
        index = fields.index(name) if name in fields else len(args.positional)
        if index < len(args.positional):
            return [args.positional[index]]
        return None


def _merged(orders: list[list[ClassKey | str]]) -> list[ClassKey | str]:
    """The look-up orders of a class's bases as one (C3); depth first where they contradict each other."""
    found: list[ClassKey | str] = []
    left = [*map(list, orders), [order[0] for order in orders]]
    while left := [order for order in left if order]:
        tails = [order[1:] for order in left]
        head = next((o[0] for o in left if not any(o[0] in tail for tail in tails)), None)
        if head is None:
            return list(dict.fromkeys(each for order in orders for each in order))
        found.append(head)
        left = [order[1:] if order[0] == head else order for order in left]
    return found
