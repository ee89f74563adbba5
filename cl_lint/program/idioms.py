"""Values of idioms that no single class or library explains: instances made by `__new__`, look-ups with a
default on something unknown, items of the object that click hands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..models.data_rows import DataReader
from ..syntax import summary as s
from .spelling import spell
from .texts import is_textual
from .values import (
    Abstract,
    ClassRef,
    External,
    FunctionKey,
    Instance,
    Known,
    Obj,
    Ref,
    Unknown,
    Values,
    parts_of,
)

if TYPE_CHECKING:
    from .evaluate import Program

FALLBACKS = ("fallback", "default")
VALIDATIONS = frozenset({"model_validate", "parse_obj", "model_construct"})
LOOKUPS = frozenset({"get", "pop", "setdefault"})


def instance_made(program: Program, ref: Ref, node: s.Call, func: s.Attr) -> Values:
    """`super().__new__(cls)` or `object.__new__(cls)`: an instance of the class that is given; empty where a
    class of the program says what `__new__` gives."""
    if func.name != "__new__" or not node.args:
        return ()
    if not all(isinstance(v, (External, Unknown)) for v in program.at(ref, node.func)):
        return ()
    classes = program.at(ref, node.args[0].value)
    return tuple(Instance(v.cls) for v in classes if isinstance(v, ClassRef))


def is_validation(site: Ref) -> bool:
    """Whether a call makes an instance of a model from one mapping: `Settings.model_validate(data)`."""
    node = site.module.values[site.vid]
    func = site.module.values[node.func] if isinstance(node, s.Call) else None
    return isinstance(func, s.Attr) and func.name in VALIDATIONS


def validated(program: Program, ref: Ref, func: s.Attr) -> Values:
    """The instance that such a call makes; empty where the class itself says what the method does."""
    if func.name not in VALIDATIONS:
        return ()
    classes = [v for v in program.at(ref, func.base) if isinstance(v, ClassRef)]
    return tuple(Instance(v.cls, ref) for v in classes if program.classes.method(v.cls, func.name) is None)


def fallback(program: Program, ref: Ref, node: s.Call) -> Values:
    """`settings.get("section", "key", fallback=x)` or `app.config.setdefault("KEY", "https://…")` on what
    is unknown: the default, or something else."""
    found: list[Abstract] = []
    for arg in node.args:
        if arg.name in FALLBACKS:
            found += [v for v in program.at(ref, arg.value) if v != Known(None)]
    func = ref.module.values[node.func]
    if isinstance(func, s.Attr) and func.name in LOOKUPS and [a.name for a in node.args] == [None, None]:
        given = program.at(ref, node.args[1].value)
        found += [v for v in given if is_textual(v) and "://" in "".join(map(str, parts_of(v)))]
        if not found and is_loaded(program, Ref(ref.module, func.base, ref.frame)):
            found += [v for v in given if v != Known(None)]
    return (*found, *program.unknown(ref)) if found else ()


def kept_by_name(program: Program, ref: Ref, node: s.Call) -> list[Abstract]:
    """`getattr(thing, name)` of a name that is not known: what the same function has put there,
    `setattr(thing, name, value)`."""
    module = ref.module
    wanted = [spell(module.summary, arg.value) for arg in node.args[:2]]
    found: list[Abstract] = []
    for vid in program.function(ref.frame.function).calls:
        call = module.values[vid]
        if not isinstance(call, s.Call) or len(call.args) != 3:
            continue
        if getattr(module.values[call.func], "name", "") != "setattr":
            continue
        if [spell(module.summary, arg.value) for arg in call.args[:2]] == wanted:
            found += program.at(ref, call.args[2].value)
    return found


def set_by_name(program: Program, receiver: Instance, name: str) -> list[Abstract]:
    """What an instance's own methods give to an attribute whose name they work out:
    `for name in SERVICES: setattr(self, name, Service(name))`."""
    found: list[Abstract] = []
    frames = program.classes.init_frames(receiver)
    for cls in program.classes.mro(receiver.cls):
        if isinstance(cls, str) or not cls.module.names_setattr:
            continue
        for function in cls.module.summary.functions:
            if function.cls != cls.number or not function.params:
                continue
            key = FunctionKey(cls.module, function.number)
            for vid in function.calls:
                call = cls.module.values[vid]
                if not isinstance(call, s.Call) or len(call.args) != 3:
                    continue
                if getattr(cls.module.values[call.func], "name", "") != "setattr":
                    continue
                if cls.module.values[call.args[0].value] != s.Param(function.number, function.params[0].name):
                    continue
                frame = frames.get(key) or program.method_frame(key, receiver)
                names = program.eval(Ref(cls.module, call.args[1].value, frame))
                if Known(name) in names:
                    found += program.eval(Ref(cls.module, call.args[2].value, frame))
    return found


def is_loaded(program: Program, ref: Ref, depth: int = 4) -> bool:
    """Whether a value is what a settings file holds: `yaml.safe_load(file)`, or a section of it."""
    if depth == 0:
        return False
    for value in program.eval(ref):
        if isinstance(value, Obj) and program.models.row(DataReader, value.maker) is not None:
            return True
        place = value.site if isinstance(value, Obj) else value.ref if isinstance(value, Unknown) else None
        node = place.module.values[place.vid] if place is not None else None
        if isinstance(node, s.Call) and place is not None:
            node = place.module.values[node.func]
            if not isinstance(node, s.Attr) or node.name not in LOOKUPS:
                continue
        if isinstance(node, (s.Item, s.Attr)) and place is not None:
            if is_loaded(program, Ref(place.module, node.base, place.frame), depth - 1):
                return True
    return False


def passed_item(program: Program, ref: Ref, base: s.ValueId, keys: Values) -> list[Abstract]:
    """`obj["host"]` of the parameter that click's `pass_obj` fills: what the program puts into `ctx.obj`."""
    node = ref.module.values[base]
    if not isinstance(node, s.Param):
        return []
    function = ref.module.summary.functions[node.function]
    if not function.params or function.params[0].name != node.name:
        return []
    outer = program.root(FunctionKey(ref.module, function.parent))
    for vid in function.decorators:
        for value in program.eval(Ref(ref.module, vid, outer)):
            if isinstance(value, External) and value.name.endswith(".pass_obj"):
                return [
                    found
                    for key in keys
                    if isinstance(key, Known) and isinstance(key.value, str)
                    for found in program.attributes.configured("obj", key.value)
                ]
    return []
