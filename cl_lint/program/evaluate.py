"""The program: all modules linked, and questions about values answered on demand.

Evaluation is tabled and bounded: past a depth, a number of questions or `WIDTH` alternatives the answer has
fewer alternatives or is Unknown, never an endless loop.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterable

from ..models import Models
from ..syntax import summary as s
from . import texts
from .attributes import Attributes
from .binding import Arguments, Bound, Given, arguments, bind
from .callers import Callers
from .calling import Calling
from .classes import Classes
from .data_files import DataFiles, Files
from .events import Events
from .frames import Frame, Frames
from .ini import IniFiles
from .mappings import Mappings
from .modules import Module, ModuleTable
from .names import Names
from .providers import Providers
from .registries import Registries
from .special_methods import SpecialMethods
from .spelling import spell
from .tabling import Table
from .updates import Updates
from .values import (
    Abstract,
    CaughtError,
    ClassKey,
    ClassRef,
    Closure,
    Container,
    External,
    FunctionKey,
    Hole,
    Instance,
    Keywords,
    Known,
    Obj,
    Ref,
    Text,
    Unknown,
    Values,
)

WIDTH = 24
OPERATORS = {"/": "__truediv__", "+": "__add__", "%": "__mod__", "@": "__matmul__", ">>": "__rshift__"}
BUILTINS = frozenset(dir(builtins))


class Program:
    """All modules, linked. `eval` is the question everything else rests on."""

    def __init__(
        self,
        paths: Iterable[str],
        load: Callable[[str], Module | None],
        models: Models,
        files: Files | None = None,
    ) -> None:
        self.models = models
        self.table = ModuleTable(paths, load)
        self.frames = Frames()
        self.classes = Classes(self)
        self.mappings = Mappings(self)
        self.names = Names(self)
        self.attributes = Attributes(self)
        self.special_methods = SpecialMethods(self)
        self.calling = Calling(self)
        self.callers_index = Callers(self)
        self.updates = Updates(self)
        self.ini = IniFiles(self)
        self.data_files = DataFiles(self, files)
        self.registries = Registries(self)
        self.events = Events(self)
        self.providers = Providers(self)
        self.answers = Table()
        self._values = self.answers.known
        self._roots: dict[FunctionKey, Frame] = {}
        self._decorations: dict[FunctionKey, frozenset[str]] = {}

    # -- definitions and frames

    def function(self, key: FunctionKey) -> s.Function:
        return key.module.summary.functions[key.number]

    def root(self, key: FunctionKey) -> Frame:
        """The frame of a function that any caller may have called."""
        frame = self._roots.get(key)
        if frame is None:
            function = self.function(key)
            closure = self.root(FunctionKey(key.module, function.parent)) if key.number else None
            receiver: Abstract | None = None
            if function.cls is not None and not self.is_static(key):
                cls = ClassKey(key.module, function.cls)
                marks = self.decorations(key)
                receiver = ClassRef(cls) if "classmethod" in marks else Instance(cls)
            frame = self._roots[key] = self.frames.make(key, None, receiver, closure)
        return frame

    def module_frame(self, module: Module) -> Frame:
        return self.root(FunctionKey(module, 0))

    def frame_around(self, cls: ClassKey) -> Frame:
        """The frame in which a class body is evaluated."""
        return self.root(FunctionKey(cls.module, self.classes.summary(cls).parent))

    def method_frame(self, key: FunctionKey, receiver: Abstract) -> Frame:
        return self.frames.make(key, None, receiver, self.root(key).closure)

    def frame_of(self, closure: Closure, call: Ref | None, extra: Abstract | None = None) -> Frame:
        return self.frames.make(closure.function, call, closure.receiver, closure.frame, extra)

    def decorations(self, key: FunctionKey) -> frozenset[str]:
        """Last parts of the names of a function's decorators ("property", "contextmanager")."""
        known = self._decorations.get(key)
        if known is None:
            names = set()
            for vid in self.function(key).decorators:
                node = key.module.values[vid]
                if isinstance(node, s.Call):
                    node = key.module.values[node.func]
                if isinstance(node, (s.Attr, s.GlobalName, s.FreeName)):
                    names.add(node.name)
                elif isinstance(node, s.Imported):
                    names.add(node.name or node.module)
            if "cached_property" in names or "setter" in names or "abstractproperty" in names:
                names.add("property")
            known = self._decorations[key] = frozenset(names)
        return known

    def is_static(self, key: FunctionKey) -> bool:
        return "staticmethod" in self.decorations(key)

    def attr_name(self, module: Module, vid: s.ValueId) -> str | None:
        node = module.values[vid]
        return node.name if isinstance(node, s.Attr) else None

    def spell(self, ref: Ref) -> str:
        return spell(ref.module.summary, ref.vid)

    # -- calls

    def arguments(self, call: Ref) -> Arguments:
        return arguments(self, call)

    def bound(self, frame: Frame) -> Bound:
        found: Bound = self.answers.ask(("bound", frame), self._bind, _OPEN)
        return found

    def _bind(self, question: tuple[str, Frame]) -> Bound:
        return bind(self, question[1])

    def callees(self, call: Ref) -> Values:
        """What the callee of a call can be."""
        node = call.module.values[call.vid]
        return self.eval(Ref(call.module, node.func, call.frame)) if isinstance(node, s.Call) else ()

    def called_frames(self, call: Ref) -> list[Frame]:
        """The frames of the program's functions that a call runs (constructors included)."""
        return self.calling.frames(call)

    def callers(self, key: FunctionKey) -> list[Frame]:
        """One frame for every call in the program that runs the function, each as seen from the
        root frame of the function it stands in."""
        return self.callers_index.frames(key)

    def constructions(self, cls: ClassKey) -> list[Ref]:
        """Every call that makes an instance of the class itself."""
        return self.callers_index.constructions(cls)

    def outside_stores(self, receiver: Instance, name: str) -> Values:
        return self.callers_index.outside_stores(receiver, name)

    def returned(self, frame: Frame) -> Values:
        """What a call of the frame's function gives."""
        found: Values = self.answers.ask(("returned", frame), self._returned, ())
        return found

    def _returned(self, question: tuple[str, Frame]) -> Values:
        frame = question[1]
        function = self.function(frame.function)
        module = frame.function.module
        found: list[Abstract] = []
        for vid in function.returns:
            found += self.eval(Ref(module, vid, frame))
        if not function.returns and function.annotation is not None and not function.yields:
            found += self.annotated(Ref(module, function.annotation, frame))
        return texts.distinct(found, WIDTH)

    # -- evaluation

    def eval_given(self, given: Given) -> Values:
        return self.eval(given) if isinstance(given, Ref) else (given,)

    def eval_all(self, given: Iterable[Given]) -> Values:
        found: list[Abstract] = []
        for one in given:
            found += self.eval_given(one)
        return texts.distinct(found, WIDTH)

    def eval(self, ref: Ref) -> Values:
        """What the value at `ref` can be; empty when the question turns back on itself."""
        known: Values | None = self._values.get(ref)
        if known is None:
            node = ref.module.values[ref.vid]
            if type(node) is s.Const:  # rests on nothing, so that there is nothing to keep book of
                known = self._values[ref] = (Known(node.value),)
            else:
                known = self.answers.ask(ref, self._work_out, (), self.unknown)
        return known

    def _work_out(self, ref: Ref) -> Values:
        return texts.distinct(self._dispatch(ref), WIDTH)

    def texts_at(self, ref: Ref) -> set[str]:
        """The constant texts that a value can be."""
        return {v.value for v in self.eval(ref) if isinstance(v, Known) and isinstance(v.value, str)}

    def _dispatch(self, ref: Ref) -> Values:
        node = ref.module.values[ref.vid]
        handler = _HANDLERS.get(type(node))
        return handler(self, ref, node) if handler else self.unknown(ref)

    def unknown(self, ref: Ref) -> Values:
        return (Unknown(self.spell(ref), ref),)

    def at(self, ref: Ref, vid: s.ValueId) -> Values:
        """A value beside `ref`, in the same frame."""
        return self.eval(Ref(ref.module, vid, ref.frame))

    def _const(self, ref: Ref, node: s.Const) -> Values:
        return (Known(node.value),)

    def _param(self, ref: Ref, node: s.Param) -> Values:
        return self.names.parameter(ref, node)

    def _free(self, ref: Ref, node: s.FreeName) -> Values:
        return self.names.free(ref, node)

    def _global(self, ref: Ref, node: s.GlobalName) -> Values:
        return self.names.in_module(ref.module, node.name) or self.unknown(ref)

    def _imported(self, ref: Ref, node: s.Imported) -> Values:
        return self.names.imported(ref.module, node) or self.unknown(ref)

    def _attr(self, ref: Ref, node: s.Attr) -> Values:
        return self.attributes.read(ref, node)

    def _item(self, ref: Ref, node: s.Item) -> Values:
        return self.attributes.item(ref, node)

    def _call(self, ref: Ref, node: s.Call) -> Values:
        return self.calling.result(ref, node)

    def _binary(self, ref: Ref, node: s.Binary) -> Values:
        if node.op == "|":
            return self._union(ref, node)
        overloaded = self._overloaded(ref, node)
        if overloaded:
            return overloaded
        if node.op == "+":
            return self._sum(ref)
        left, right = self.at(ref, node.left), self.at(ref, node.right)
        if node.op == "%":
            formatted = self._percent(ref, node, left)
            if formatted:
                return formatted
        found = [texts.arithmetic(node.op, a, b) for a in left for b in right]
        kept = [v for v in found if v is not None]
        return tuple(kept) or self.unknown(ref)

    def _overloaded(self, ref: Ref, node: s.Binary) -> Values:
        """What the operator gives that a class of the program defines: `ADMIN / "users"`."""
        name = OPERATORS.get(node.op)
        found: list[Abstract] = []
        if name is None or (node.op == "+" and isinstance(ref.module.values[node.left], s.Binary)):
            return ()  # a long sum is taken in one step
        for value in self.at(ref, node.left):
            key = self.classes.method(value.cls, name) if isinstance(value, Instance) else None
            if key is not None:
                found += self.returned(self.frames.make(key, ref, value, self.root(key).closure))
        return tuple(found)

    def _union(self, ref: Ref, node: s.Binary) -> Values:
        left = self.at(ref, node.left)
        if any(isinstance(v, (Container, Keywords, Obj, Instance)) for v in left):
            return (Container(ref),)
        if any(isinstance(v, (ClassRef, External)) for v in left):
            return (*left, *self.at(ref, node.right))
        return (
            (Container(ref),) if not isinstance(ref.module.values[node.left], s.Const) else self.unknown(ref)
        )

    def _sum(self, ref: Ref) -> Values:
        operands: list[s.ValueId] = []
        vid = ref.vid
        while True:
            node = ref.module.values[vid]
            if not (isinstance(node, s.Binary) and node.op == "+"):
                operands.append(vid)
                break
            operands.append(node.right)
            vid = node.left
        values = [self.at(ref, v) for v in reversed(operands)]
        if any(texts.is_textual(v) for ops in values for v in ops):
            return texts.joined(values)
        if any(isinstance(v, Container) for ops in values for v in ops):
            return (Container(ref),)
        total: Values = values[0]
        for following in values[1:]:
            sums = [texts.arithmetic("+", a, b) for a in total for b in following]
            total = tuple(v for v in sums if v is not None)
        return total or self.unknown(ref)

    def _percent(self, ref: Ref, node: s.Binary, left: Values) -> Values:
        found: list[Abstract] = []
        right = ref.module.values[node.right]
        if isinstance(right, s.Sequence):
            positional = [self.at(ref, i.value) for i in right.items]
        else:
            positional = [self.at(ref, node.right)]

        def named(key: str) -> Values:
            return self.eval_all(g for v in self.at(ref, node.right) for g in self.mappings.get(v, key))

        for value in left:
            template = texts.template_of(value)
            if template is not None:
                found += texts.percent(template, positional, named)
        return tuple(found)

    def _unary(self, ref: Ref, node: s.Unary) -> Values:
        found: list[Abstract] = []
        for value in self.at(ref, node.operand):
            if isinstance(value, Known) and node.op == "-" and isinstance(value.value, (int, float)):
                found.append(Known(-value.value))
            elif isinstance(value, Known) and node.op == "not":
                found.append(Known(not value.value))
        return tuple(found) or self.unknown(ref)

    def _bool(self, ref: Ref, node: s.BoolOp) -> Values:
        found: list[Abstract] = []
        for index, vid in enumerate(node.operands):
            values = self.at(ref, vid)
            last = index == len(node.operands) - 1
            if node.op == "or" and not last:
                values = tuple(v for v in values if not (isinstance(v, Known) and not v.value))
                found += values
                if values and all(isinstance(v, Known) for v in values):
                    break
            elif last or node.op == "or":
                found += values
        return tuple(found) or self.unknown(ref)

    def _conditional(self, ref: Ref, node: s.Conditional) -> Values:
        return (*self.at(ref, node.then), *self.at(ref, node.orelse))

    def _phi(self, ref: Ref, node: s.Phi) -> Values:
        found: list[Abstract] = []
        for vid in node.operands:
            if vid != ref.vid:
                found += self.at(ref, vid)
        return tuple(found)

    def _container(self, ref: Ref, node: s.Value) -> Values:
        return (Container(ref),)

    def _updated(self, ref: Ref, node: s.Updated) -> Values:
        return self._after_change(ref, node.base)

    def _merged(self, ref: Ref, node: s.Merged) -> Values:
        return self._after_change(ref, node.base)

    def _appended(self, ref: Ref, node: s.Appended) -> Values:
        return self._after_change(ref, node.base)

    def _after_change(self, ref: Ref, base: s.ValueId) -> Values:
        """A mapping or list that was changed stays what it is, with its history; anything else
        (a session whose item is set) stays the object."""
        kept = tuple(v for v in self.at(ref, base) if isinstance(v, (Instance, External)))
        objects = tuple(
            v
            for v in self.at(ref, base)
            if isinstance(v, Obj)
            and not v.type.startswith(("builtins.", "copy."))
            and not v.type.endswith("()")
        )
        return (*kept, *objects) or (Container(ref),)

    def _template(self, ref: Ref, node: s.Template) -> Values:
        return texts.joined([self.at(ref, v) for v in node.parts])

    def _formatted(self, ref: Ref, node: s.Formatted) -> Values:
        return tuple(
            v if isinstance(v, (Known, Text, Unknown)) else Text((Hole(self.spell(ref) or "…", ref),))
            for v in self.at(ref, node.value)
        )

    def _function_value(self, ref: Ref, node: s.FunctionValue) -> Values:
        key = FunctionKey(ref.module, node.function)
        closure = ref.frame if self.function(key).parent == ref.frame.function.number else None
        return (Closure(key, None, closure),)

    def _class_value(self, ref: Ref, node: s.ClassValue) -> Values:
        return (ClassRef(ClassKey(ref.module, node.cls)),)

    def _caught(self, ref: Ref, node: s.Caught) -> Values:
        return (CaughtError(ref),)

    def _entered(self, ref: Ref, node: s.Entered) -> Values:
        return self.calling.entered(ref, node) or self.unknown(ref)

    def _element(self, ref: Ref, node: s.Element) -> Values:
        return self.attributes.element(ref, node) or self.unknown(ref)

    def _unpacked(self, ref: Ref, node: s.Unpacked) -> Values:
        return self.attributes.unpacked(ref, node) or self.unknown(ref)

    def _declared(self, ref: Ref, node: s.Declared) -> Values:
        return self.annotated(Ref(ref.module, node.annotation, ref.frame)) or self.unknown(ref)

    def _typed(self, ref: Ref, node: s.Typed) -> Values:
        values = self.at(ref, node.value)
        if all(
            isinstance(v, (Unknown, External)) or (isinstance(v, Obj) and v.type.endswith("()"))
            for v in values
        ):
            return self.annotated(Ref(ref.module, node.annotation, ref.frame)) or values
        return values

    def _matched(self, ref: Ref, node: s.Matched) -> Values:
        return self.at(ref, node.subject)

    def annotated(self, ref: Ref) -> Values:
        """Values of the type that an annotation names: instances of it, nothing else known."""
        return self.names.annotated(ref)


_OPEN = Bound(open_positional=True, open_keywords=True)
"""What is known of the arguments of a call while they are being worked out."""

_HANDLERS: dict[type, Callable[..., Values]] = {
    s.Const: Program._const,
    s.Param: Program._param,
    s.FreeName: Program._free,
    s.GlobalName: Program._global,
    s.Imported: Program._imported,
    s.Attr: Program._attr,
    s.Item: Program._item,
    s.Call: Program._call,
    s.Binary: Program._binary,
    s.Unary: Program._unary,
    s.BoolOp: Program._bool,
    s.Conditional: Program._conditional,
    s.Phi: Program._phi,
    s.Sequence: Program._container,
    s.Mapping: Program._container,
    s.Comprehension: Program._container,
    s.Updated: Program._updated,
    s.Merged: Program._merged,
    s.Appended: Program._appended,
    s.Template: Program._template,
    s.Formatted: Program._formatted,
    s.FunctionValue: Program._function_value,
    s.ClassValue: Program._class_value,
    s.Caught: Program._caught,
    s.Entered: Program._entered,
    s.Element: Program._element,
    s.Unpacked: Program._unpacked,
    s.Declared: Program._declared,
    s.Typed: Program._typed,
    s.Matched: Program._matched,
}
