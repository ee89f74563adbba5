"""Attributes and items of abstract values."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from ..syntax import summary as s
from .data_files import item as data_item
from .idioms import passed_item
from .indexing import indexed
from .registered import registered
from .updates import last_name, same_thing
from .values import (
    Abstract,
    CaughtError,
    ClassKey,
    ClassRef,
    Container,
    Data,
    External,
    FunctionKey,
    Instance,
    Keywords,
    Known,
    ModuleValue,
    Obj,
    Ref,
    Several,
    Text,
    Unknown,
    Values,
)

if TYPE_CHECKING:
    from .binding import Given
    from .evaluate import Program

CONFIGS = frozenset({"config", "conf", "settings", "state", "ctx", "obj"})
SHARING = frozenset({"state", "g", "ctx"})
APPLICATIONS = frozenset({"app", "application", "config_dict", "state", "extensions"})
CARRIED = frozenset({"obj"})
COMMON_METHODS = frozenset(
    (
        "get post put patch delete head options request send update append items keys values read "
        "write close json text run start stop execute commit open add remove pop copy join split "
        "strip format encode decode connect submit result set save load loads dump dumps info "
        "debug warning error exception critical log group match search sub filter all first "
        "create show hide exec exit quit wait cancel put_nowait sleep now today exists insert "
        "extend index count sort clear emit publish subscribe register route command task "
        "apply_async delay retry bind call handle process raise_for_status setLevel fetch acquire "
        "release notify poll flush reset render validate parse"
    ).split()
)
INJECTORS = frozenset({"Depends", "Security", "Provide", "Inject"})
ENVIRONMENTS = frozenset({"os.environ", "os.environb"})

ENTRIES = "builtins.dict.items"
NAMESPACES = frozenset({"types.SimpleNamespace", "argparse.Namespace", "collections.namedtuple()"})
PAIRING = frozenset({ENTRIES, "builtins.zip", "builtins.enumerate"})


class Attributes:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._asked: set[tuple[Ref, Known | None]] = set()

    def read(self, ref: Ref, node: s.Attr) -> Values:
        found: list[Abstract] = []
        for base in self._program.at(ref, node.base):
            found += self.of(base, node.name, ref)
        kept = [v for v in found if not (isinstance(v, Known) and v.value is None)]
        if all(isinstance(v, External) for v in found):
            kept = self._shared(ref, node) or kept
        if not found and not kept:
            kept = self._by_name(ref, node) or self.carried(node.name)
        return tuple(kept or found) or self._program.unknown(ref)

    def _by_name(self, ref: Ref, node: s.Attr) -> list[Abstract]:
        """A method of something unknown: the project's only method of that name, if it has one
        and no library is likely to have it too."""
        bases = self._program.at(ref, node.base)
        if node.name in COMMON_METHODS or not all(isinstance(v, Unknown) for v in bases):
            return []
        if any(isinstance(v, Unknown) and v.name == "super()" for v in bases):
            return []
        owners = self._methods.get(node.name, ())
        if len(owners) != 1:
            return []
        return list(self._program.classes.attribute(owners[0], node.name, Instance(owners[0])))

    def carried(self, name: str) -> list[Abstract]:
        """What the program stores under an attribute by which a framework hands an object from one function
        to another (click's `ctx.obj`)."""
        found: list[Abstract] = []
        for update in self._program.updates.of_attribute(name) if name in CARRIED else ():
            if update.key is None and update.value is not None:
                frame = self._program.root(FunctionKey(update.module, update.function))
                found += self._program.eval(Ref(update.module, update.value, frame))
        return [v for v in found if not isinstance(v, Unknown) and v != Known(None)]

    def _shared(self, ref: Ref, node: s.Attr) -> list[Abstract]:
        """`request.app.state.client`: what the program stores under that name in the framework's place for
        it, as it is spelled."""
        if last_name(ref.module, node.base) not in SHARING:
            return []
        found: list[Abstract] = []
        for update in self._program.updates.of_namesake(ref.module, node.base, node.name):
            if update.value is not None:
                frame = self._program.root(FunctionKey(update.module, update.function))
                found += self._program.eval(Ref(update.module, update.value, frame))
        return [v for v in found if not isinstance(v, Unknown) and v != Known(None)]

    def _shared_item(self, ref: Ref, node: s.Item, keys: Values) -> list[Abstract]:
        """`request.app["client"]`: what the program stores under that key in its application object."""
        base = ref.module.values[node.base]
        if not isinstance(base, s.Attr) or base.name not in APPLICATIONS:
            return []
        found: list[Abstract] = []
        for key, value in self._program.updates.items_of_namesake(ref.module, node.base):
            if set(keys) & set(self._program.eval(key)):
                found += self._program.eval(value)
        return [v for v in found if not isinstance(v, Unknown)]

    @cached_property
    def _methods(self) -> dict[str, list[ClassKey]]:
        """The classes that define a method, by its name; overrides count once, at the base."""
        found: dict[str, list[ClassKey]] = defaultdict(list)
        for module in list(self._program.table.loaded()):
            for function in module.summary.functions:
                if function.cls is not None and not function.name.startswith("__"):
                    found[function.name].append(ClassKey(module, function.cls))
        return found

    def of(self, base: Abstract, name: str, ref: Ref) -> Values:
        """`base.name`, where `ref` is the expression (for what stays unknown)."""
        program = self._program
        if isinstance(base, ModuleValue):
            return program.names.exported(base.module, name)
        if isinstance(base, External):
            return self._of_external(base, name, ref)
        if isinstance(base, Instance):
            return self._of_instance(base, name, ref)
        if isinstance(base, ClassRef):
            return self._of_class(base, name, ref)
        if isinstance(base, Obj):
            return self._of_object(base, name)
        if isinstance(base, (Known, Text)) and name in ("value", "_value_", "url"):
            return (base,)
        if isinstance(base, CaughtError):
            return self._of_error(base, name, ref)
        if isinstance(base, Several):
            return (External(f"several.{name}", base),)
        if isinstance(base, Data) and base.keyed:
            return tuple(data_item(base, (Known(name),)))
        if isinstance(base, Unknown) and base.name == "super()" and base.ref is not None:
            return program.calling.super_attribute(base.ref, name)
        return ()

    def _of_external(self, base: External, name: str, ref: Ref) -> Values:
        program = self._program
        if base.receiver is None:
            parts = (*base.name.split("."), name)
            if program.table.is_folder(parts[:-1]):
                module = program.table.find(parts, ref.module)
                if module is not None:
                    return (ModuleValue(module),)
                if program.table.is_folder(parts):
                    return (External(".".join(parts)),)
            if base.name == "django.conf.settings":
                found = self._django_setting(name)
                if found:
                    return found
        known = program.models.member(base.name, name)
        return (External(known or program.models.canonical(f"{base.name}.{name}"), base.receiver),)

    def _django_setting(self, name: str) -> Values:
        program = self._program
        found: list[Abstract] = []
        for module in (
            *program.table.named("settings"),
            *program.table.named("base"),
            *program.table.named("production"),
        ):
            if "settings" in module.parts and name in module.summary.globals:
                found += program.names.in_module(module, name)
        return tuple(found)

    def _of_instance(self, base: Instance, name: str, ref: Ref) -> Values:
        program = self._program
        if name in ("value", "_value_") and base.site is not None and program.classes.is_enum(base.cls):
            return program.eval(base.site)
        found = program.classes.attribute(base.cls, name, base)
        if found:
            return found
        if name == "__class__":
            return (ClassRef(base.cls),)
        return self._delegated(base, name, ref)

    def _delegated(self, base: Instance, name: str, ref: Ref) -> Values:
        """What `__getattr__` gives for a name that the class does not have; `getattr(self._inner, name)`
        in it is that attribute of the inner object."""
        program = self._program
        key = program.classes.method(base.cls, "__getattr__") if not name.startswith("_") else None
        if key is None:
            return ()
        function = program.function(key)
        frame = program.frames.make(key, None, base, program.root(key).closure, Known(name))
        found: list[Abstract] = []
        for vid in function.returns:
            node = key.module.values[vid]
            if isinstance(node, s.Call) and program.spell(Ref(key.module, node.func, frame)) == "getattr":
                if len(node.args) >= 2:
                    inner = program.eval(Ref(key.module, node.args[0].value, frame))
                    found += [v for i in inner if i != base for v in self.of(i, name, ref)]
            else:
                found += program.eval(Ref(key.module, vid, frame))
        return tuple(found)

    def _of_class(self, base: ClassRef, name: str, ref: Ref) -> Values:
        program = self._program
        if name == "__name__":
            return (Known(program.classes.summary(base.cls).name),)
        return program.classes.attribute(base.cls, name, base)

    def _of_object(self, base: Obj, name: str) -> Values:
        models = self._program.models
        if base.maker in NAMESPACES and base.site is not None:
            given = self._field_given(base, name)
            if given:
                return self._program.eval_all(given) + self._program.updates.assigned(base, name)
        if base.maker.rsplit(".", 1)[-1] in ("parse_args", "parse_known_args"):
            parsed = self._parsed(name)
            if parsed:
                return parsed
        kept = registered(self._program, base, name)
        if kept:
            return tuple(kept)
        known = models.member(base.type, name) or models.canonical(f"{base.type}.{name}")
        kind = models.attribute_type(known)
        if kind is not None:
            return (Obj(kind, base.site, known),)
        stored = self._program.updates.assigned(base, name)
        return (*stored, External(known, base))

    def _field_given(self, base: Obj, name: str) -> list[Given]:
        """The argument that a namespace or a named tuple was made with for a field."""
        program = self._program
        if base.site is None:
            return []
        args = program.arguments(base.site)
        if name in args.keywords or base.maker != "collections.namedtuple()":
            return args.keywords.get(name, [])
        for kind in program.callees(base.site):
            if not isinstance(kind, Obj) or kind.site is None:
                continue
            for listed in program.eval_all(program.arguments(kind.site).positional[1:2]):
                names = [listed]
                if isinstance(listed, Known) and isinstance(listed.value, str):
                    names = [Known(n) for n in listed.value.replace(",", " ").split()]
                elif isinstance(listed, Container):
                    node = listed.ref.module.values[listed.ref.vid]
                    items = node.items if isinstance(node, s.Sequence) else ()
                    names = [v for i in items for v in program.at(listed.ref, i.value)]
                if Known(name) in names and names.index(Known(name)) < len(args.positional):
                    return [args.positional[names.index(Known(name))]]
        return []

    def _parsed(self, name: str) -> Values:
        """The default of a command-line argument: `add_argument("--name", default=…)`."""
        program = self._program
        found: list[Abstract] = []
        for module, vid in program.callers_index.named("add_argument"):
            ref = Ref(module, vid, program.root(FunctionKey(module, module.summary.owners[vid])))
            args = program.arguments(ref)
            names = {
                v.value.lstrip("-").replace("-", "_")
                for g in args.positional
                for v in program.eval_given(g)
                if isinstance(v, Known) and isinstance(v.value, str)
            }
            dest = program.eval_all(args.keywords.get("dest", ()))
            if name in names or Known(name) in dest:
                found += program.eval_all(args.keywords.get("default", ()))
        kept = [v for v in found if v != Known(None)]
        return (*kept, Unknown(f"args.{name}")) if kept else ()

    def _of_error(self, base: CaughtError, name: str, ref: Ref) -> Values:
        """Attributes of a caught exception of the program's own classes."""
        program = self._program
        found: list[Abstract] = []
        if name == "exceptions":
            return (base,)
        for value in program.calling.caught_types(base.ref):
            if isinstance(value, ClassRef):
                found += self._of_instance(Instance(value.cls), name, ref)
            elif isinstance(value, External):
                known = program.models.member(value.name, name)
                kind = program.models.attribute_type(known) if known else None
                if kind is not None:
                    found.append(Obj(kind, None, known or ""))
        return tuple(found)

    # -- items

    def item(self, ref: Ref, node: s.Item) -> Values:
        program = self._program
        found: list[Abstract] = list(self._configured(ref, node))
        keys = program.at(ref, node.key)
        bases = program.at(ref, node.base)
        if not found and all(isinstance(b, (Unknown, External)) for b in bases):
            found += self._shared_item(ref, node, keys) or passed_item(program, ref, node.base, keys)
        for base in bases:
            if isinstance(base, External) and base.name in ENVIRONMENTS:
                found += [v for key in keys for v in program.data_files.variable(key)]
                continue
            if isinstance(base, Data):
                found += data_item(base, keys)
                continue
            if isinstance(base, External) and base.name.rsplit(".", 1)[-1] in INJECTORS:
                found += keys  # Provide[Container.client]
                continue
            if isinstance(base, External) and base.receiver is None and program.models.is_type(base.name):
                found.append(base)  # a generic alias
                continue
            if isinstance(base, ClassRef):
                found += self._enum_item(base, keys, ref)
                continue
            if isinstance(base, Keywords) and base.positional:
                for frame in program.mappings.received(base):
                    rest = program.bound(frame).rest
                    found += [v for k in keys for v in self._nth(rest, k)]
                continue
            if isinstance(base, Several):
                found += base.items
                continue
            own = indexed(program, base, keys) if isinstance(base, Instance) else ()
            found += own or program.ini.item(base, ref, keys) or self._keyed(base, keys)
            found += program.registries.listed(base, keys)
        return tuple(found) or self._filled(ref, node, keys) or program.unknown(ref)

    def _filled(self, ref: Ref, node: s.Item, keys: Values) -> Values:
        """`self._clients[service]`, a mapping that starts empty: what a method of the same object puts
        into it. In the function that fills it, with the arguments at hand."""
        program = self._program
        base = ref.module.values[node.base]
        if not isinstance(base, s.Attr) or not any(
            isinstance(v, Container) for v in program.at(ref, node.base)
        ):
            return ()
        found: list[Abstract] = []
        constants = {k for k in keys if isinstance(k, Known)}
        owners = [v for v in program.at(ref, base.base) if isinstance(v, Instance)]
        for update in program.updates.of_attribute(base.name):
            if update.key is None or update.value is None:
                continue
            frame = ref.frame
            key = FunctionKey(update.module, update.function)
            if frame.function != key:
                frame = program.root(key)
            holders = program.eval(Ref(update.module, update.base, frame))
            if not any(same_thing(h, o) for h in holders for o in owners):
                continue
            here = {k for k in program.eval(Ref(update.module, update.key, frame)) if isinstance(k, Known)}
            if not constants or not here or constants & here:
                found += program.eval(Ref(update.module, update.value, frame))
        return tuple(found)

    def _configured(self, ref: Ref, node: s.Item) -> Values:
        """`app.config["KEY"]`: what the program assigns to that item of such an attribute."""
        base = ref.module.values[node.base]
        if not isinstance(base, s.Attr) or base.name not in CONFIGS:
            return ()
        program = self._program
        found: list[Abstract] = []
        keys = program.texts_at(Ref(ref.module, node.key, ref.frame))
        for key in keys:
            found += self.configured(base.name, key)
        return tuple(found)

    def configured(self, attribute: str, key: str) -> list[Abstract]:
        """Values assigned to an item (or by `update`, `from_mapping`) of an attribute of that name."""
        program = self._program
        found: list[Abstract] = []
        for update in program.updates.of_attribute(attribute):
            frame = program.root(FunctionKey(update.module, update.function))
            if update.key is not None and update.value is not None:
                if key in program.texts_at(Ref(update.module, update.key, frame)):
                    found += program.eval(Ref(update.module, update.value, frame))
            elif update.call is not None:
                args = program.arguments(Ref(update.module, update.call, frame))
                found += program.eval_all(args.keywords.get(key, ()))
                for value in program.eval_all(args.positional):
                    if isinstance(value, (Container, Keywords)):
                        found += program.eval_all(program.mappings.get(value, key))
                    elif isinstance(value, ModuleValue):
                        found += program.names.exported(value.module, key)
                    elif isinstance(value, (ClassRef, Instance)):
                        found += self.of(value, key, Ref(update.module, update.call, frame))
                    elif isinstance(value, Known) and isinstance(value.value, str):
                        parts = tuple(value.value.split("."))
                        module = program.table.find(parts, update.module)
                        if module is not None:
                            found += program.names.exported(module, key)
                        else:
                            owner = program.table.find(parts[:-1], update.module)
                            for cls in program.names.exported(owner, parts[-1]) if owner else ():
                                found += self.of(cls, key, Ref(update.module, update.call, frame))
        return found

    def _nth(self, rest: list[Ref | Abstract], key: Abstract) -> Values:
        if isinstance(key, Known) and isinstance(key.value, int) and -len(rest) <= key.value < len(rest):
            return self._program.eval_given(rest[key.value])
        return ()

    def _enum_item(self, base: ClassRef, keys: Values, ref: Ref) -> Values:
        found: list[Abstract] = []
        if not self._program.classes.is_enum(base.cls):
            return (base,)
        for key in keys:
            if isinstance(key, Known) and isinstance(key.value, str):
                found += self.of(base, key.value, ref)
        return tuple(found)

    def _keyed(self, base: Abstract, keys: Values) -> Values:
        """What a container holds under keys; under an unknown key, any of its values."""
        program = self._program
        found: list[Abstract] = []
        for key in keys:
            if isinstance(key, Known) and isinstance(key.value, str):
                given = program.eval_all(program.mappings.get(base, key.value))
                found += given
                if not given and isinstance(base, Container):
                    found += program.registries.filled(base, key)
            elif isinstance(base, Container):
                found += self.items(base, key if isinstance(key, Known) else None)
        return tuple(found)

    def items(self, base: Container, key: Known | None) -> Values:
        """The values in a container; with a constant key, the one at it. A list that is filled in a
        loop holds itself by way of its earlier states: those are asked once."""
        question = (base.ref, key)
        if question in self._asked:
            return ()
        self._asked.add(question)
        try:
            return (*self._items(base, key), *self._program.registries.filled(base, key))
        finally:
            self._asked.discard(question)

    def _items(self, base: Container, key: Known | None) -> Values:
        program = self._program
        node = base.ref.module.values[base.ref.vid]
        if isinstance(node, s.Sequence):
            refs = [i.value for i in node.items if not i.star]
            if key is not None and isinstance(key.value, int) and len(refs) == len(node.items):
                refs = refs[key.value : key.value + 1 or None] if -len(refs) <= key.value < len(refs) else []
            starred = [v for i in node.items if i.star for v in program.at(base.ref, i.value)]
            rest = [x for v in starred if isinstance(v, Container) for x in self.items(v, None)]
            return (*(v for vid in refs for v in program.at(base.ref, vid)), *rest)
        if isinstance(node, s.Mapping):
            if key is not None:
                pairs = [(k, v) for k, v in node.entries if k is not None and key in program.at(base.ref, k)]
                return tuple(x for _, v in pairs for x in program.at(base.ref, v))
            return tuple(x for k, v in node.entries if k is not None for x in program.at(base.ref, v))
        if isinstance(node, s.Comprehension):
            return program.at(base.ref, node.element)
        if isinstance(node, (s.Updated, s.Appended)):
            last = node.value if isinstance(node, s.Updated) else node.item
            inner = [v for v in program.at(base.ref, node.base) if isinstance(v, Container)]
            return (*(x for v in inner for x in self.items(v, key)), *program.at(base.ref, last))
        if isinstance(node, s.Merged):
            parts = (*program.at(base.ref, node.base), *program.at(base.ref, node.other))
            return tuple(x for v in parts if isinstance(v, Container) for x in self.items(v, key))
        return ()

    def element(self, ref: Ref, node: s.Element) -> Values:
        """An item got by iterating."""
        program = self._program
        found: list[Abstract] = []
        for base in program.at(ref, node.iterable):
            if isinstance(base, Container):
                found += self.iterated(base)
            elif isinstance(base, Obj) and base.maker in PAIRING:
                found.append(base)  # stands for its pairs: see `unpacked`
            elif isinstance(base, Obj) and base.site is not None:
                found += program.calling.iterated(base) or program.registries.filled(base, None)
            elif isinstance(base, ClassRef) and program.classes.is_enum(base.cls):
                info = program.classes.summary(base.cls)
                frame = program.frame_around(base.cls)
                for vid in info.attributes.values():
                    found += program.eval(Ref(base.cls.module, vid, frame))
            elif isinstance(base, Data):
                found += [key if base.keyed else value for key, value in base.entries]
            elif isinstance(base, Keywords) and base.positional:
                for frame in program.mappings.received(base):
                    found += program.eval_all(program.bound(frame).rest)
            elif isinstance(base, CaughtError):
                found.append(base)
            elif isinstance(base, Several):
                found += base.items
        return tuple(v for v in found if not isinstance(v, Unknown)) or tuple(found)

    def iterated(self, base: Container) -> Values:
        """What iterating a container gives: the keys of a mapping, else the items. A mapping that is filled
        in steps, or in a loop, is a chain of updates of any length: each link is looked at once."""
        found: dict[Abstract, None] = {}
        seen: dict[Container, None] = {base: None}
        todo = [base]
        while todo:
            given, inner = self._iterated_here(todo.pop())
            found.update(dict.fromkeys(given))
            for container in inner:
                if container not in seen:
                    seen[container] = None
                    todo.append(container)
        return tuple(found)

    def _iterated_here(self, base: Container) -> tuple[Values, list[Container]]:
        """What a container itself gives, and the containers whose items it gives as well."""
        program = self._program
        node = base.ref.module.values[base.ref.vid]
        if isinstance(node, s.Mapping):
            keys = [x for k, _ in node.entries if k is not None for x in program.at(base.ref, k)]
            return (*keys, *program.registries.keys(base)), []
        if isinstance(node, s.Comprehension) and node.key is not None:
            return program.at(base.ref, node.key), []
        if isinstance(node, s.Updated):
            written = program.at(base.ref, node.key)
            if all(isinstance(k, Known) and isinstance(k.value, int) for k in written):
                return self.items(base, None), []
            return written, [v for v in program.at(base.ref, node.base) if isinstance(v, Container)]
        return self.items(base, None), []

    def _of_pair(self, pairs: Obj, index: int) -> Values:
        """Item `index` of what iterating `zip(…)`, `enumerate(…)` or `mapping.items()` gives."""
        site = pairs.site
        call = site.module.values[site.vid] if site is not None else None
        if not isinstance(call, s.Call) or site is None:
            return ()
        if pairs.maker == ENTRIES:
            func = site.module.values[call.func]
            bases = self._program.at(site, func.base) if isinstance(func, s.Attr) else ()
            parts = [
                self.iterated(b) if index == 0 else self.items(b, None)
                for b in bases
                if isinstance(b, Container)
            ]
            parts += [tuple(pair[index] for pair in b.entries) for b in bases if isinstance(b, Data)]
            return tuple(v for part in parts for v in part)
        if pairs.maker == "builtins.enumerate":
            index -= 1
        if 0 <= index < len(call.args) and not any(a.star for a in call.args):
            return self.element(site, s.Element(call.args[index].value))
        return ()

    def unpacked(self, ref: Ref, node: s.Unpacked) -> Values:
        found: list[Abstract] = []
        for base in self._program.at(ref, node.value):
            if isinstance(base, Data) and not node.starred:
                found += data_item(base, (Known(node.index),))
            elif isinstance(base, Container) and not node.starred:
                found += self.items(base, Known(node.index))
            elif isinstance(base, Several):
                found += base.items
            elif isinstance(base, Instance) and not node.starred:
                fields = self._program.classes.fields(base.cls)
                found += self.of(base, fields[node.index], ref) if node.index < len(fields) else ()
            elif isinstance(base, Obj) and base.maker in PAIRING and not node.starred:
                found += self._of_pair(base, node.index)
            elif isinstance(base, Obj) and not node.starred:
                kind = self._program.models.item_type(base.type, node.index)
                if kind is not None:
                    found.append(Obj(kind, base.site, base.maker))
        return tuple(found)
