"""What a mapping holds, however it was built: displays, dict(), merges, updates, keywords."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from ..syntax import summary as s
from .values import Abstract, Container, Data, External, Instance, Keywords, Known, Obj, Ref

if TYPE_CHECKING:
    from .binding import Given
    from .evaluate import Program
    from .frames import Frame

T = TypeVar("T")
DEPTH = 24
COPIES = frozenset(
    (
        "copy.copy copy.deepcopy dataclasses.asdict builtins.dict builtins.vars "
        "types.MappingProxyType collections.OrderedDict collections.ChainMap attrs.asdict "
        "attr.asdict requests.structures.CaseInsensitiveDict httpx.Headers multidict.CIMultiDict "
        "builtins.list builtins.tuple urllib.parse.parse_qsl"
    ).split()
)
DICTS = frozenset(
    {"builtins.dict", "collections.UserDict", "collections.OrderedDict", "collections.defaultdict"}
)
DUMPS = frozenset({"copy", "model_dump", "dict", "_asdict", "to_dict", "as_dict", "items"})


class Mappings:
    """Looks up keys in abstract values."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._asked: dict[tuple[Ref, str | None], Any] = {}
        self._depth = 0

    def _once(self, question: tuple[Ref, str | None], least: T, work: Callable[[], T]) -> T:
        """The answer about one mapping, worked out once for all that an outer question has to look at: a
        mapping filled in a loop holds itself by way of its earlier states."""
        known: T | None = self._asked.get(question)
        if known is not None:
            return known
        self._asked[question] = least
        self._depth += 1
        try:
            found = self._asked[question] = work()
        finally:
            self._depth -= 1
            if not self._depth:
                self._asked.clear()
        return found

    def get(self, value: Abstract, key: str, depth: int = DEPTH) -> list[Given]:
        """What `value[key]` can be; text keys are compared exactly. Empty when not known."""
        if depth <= 0:
            return []
        if isinstance(value, Keywords) and not value.positional:
            return [
                g for frame in self.received(value) for g in self._program.bound(frame).extra.get(key, ())
            ]
        if isinstance(value, Instance):
            return list(self._program.classes.attribute(value.cls, key, value)) or self._in_own(
                value, key, depth
            )
        if isinstance(value, Obj) and value.site is not None:
            site = value.site
            return self._once((site, key), [], lambda: self._from_call(site, key, depth))
        if isinstance(value, Data):
            return [inner for name, inner in value.entries if name.value == key]
        if isinstance(value, Container):
            ref = value.ref
            return self._once((ref, key), [], lambda: self._in_node(ref, key, depth))
        return []

    def received(self, value: Keywords) -> list[Frame]:
        """The frames in which `*args` or `**kwargs` may be received: that of any caller is each that the
        program shows."""
        frame = value.frame
        if frame.call is not None or frame.extra is not None:
            return [frame]
        return self._program.callers(frame.function) or [frame]

    def _in_own(self, value: Instance, key: str, depth: int) -> list[Given]:
        """What an instance of a subclass of dict is made with under a key."""
        classes = self._program.classes
        if not any(base in DICTS for base in classes.external_bases(value.cls)):
            return []
        found: list[Given] = []
        for site in [value.site] if value.site is not None else self._program.constructions(value.cls):
            for call in self._filling(value, site):
                args = self._program.arguments(call)
                found += args.keywords.get(key, ())
                for given in args.positional[:1]:
                    for inner in self._program.eval_given(given):
                        found += self.get(inner, key, depth - 1)
        return found

    def _filling(self, value: Instance, site: Ref) -> list[Ref]:
        """The calls that fill such an instance: that of the class, or of `dict.__init__` in its own."""
        classes = self._program.classes
        init = classes.method(value.cls, "__init__")
        if init is None:
            return [site]
        frame = self._program.frames.make(init, site, Instance(value.cls, site))
        module = init.module
        calls = [(vid, module.values[vid]) for vid in self._program.function(init).calls]
        return [
            Ref(module, vid, frame)
            for vid, node in calls
            if isinstance(node, s.Call)
            and self._program.attr_name(module, node.func) in ("__init__", "update")
        ]

    def _of(self, ref: Ref, key: str, depth: int) -> list[Given]:
        found: list[Given] = []
        for value in self._program.eval(ref):
            found += self.get(value, key, depth - 1)
        return found

    def _in_node(self, ref: Ref, key: str, depth: int) -> list[Given]:
        module, frame = ref.module, ref.frame
        node = module.values[ref.vid]
        if isinstance(node, s.Mapping):
            for entry_key, vid in reversed(node.entries):
                if entry_key is None:
                    inner = self._of(Ref(module, vid, frame), key, depth)
                    if inner:
                        return inner
                elif key in self._program.texts_at(Ref(module, entry_key, frame)):
                    return [Ref(module, vid, frame)]
            return []
        if isinstance(node, s.Updated):
            if key in self._program.texts_at(Ref(module, node.key, frame)):
                return [Ref(module, node.value, frame)]
            return self._of(Ref(module, node.base, frame), key, depth)
        if isinstance(node, s.Merged):
            return self._of(Ref(module, node.other, frame), key, depth) or self._of(
                Ref(module, node.base, frame), key, depth
            )
        if isinstance(node, s.Binary) and node.op == "|":
            return self._of(Ref(module, node.right, frame), key, depth) or self._of(
                Ref(module, node.left, frame), key, depth
            )
        if isinstance(node, s.Sequence):
            starred = [given for r in _starred(node, ref) for given in self._of(r, key, depth)]
            return self._in_pairs(node, ref, key) or starred
        if isinstance(node, s.Appended):
            return self._in_pairs(s.Sequence("list", (s.Arg(node.item),)), ref, key) or self._of(
                Ref(module, node.base, frame), key, depth
            )
        if isinstance(node, s.Comprehension) and node.kind == "dict":
            found: list[Given] = []
            for source in node.sources:
                found += self._of(Ref(module, source, frame), key, depth)
            if (
                not found
                and node.key is not None
                and key in self._program.texts_at(Ref(module, node.key, frame))
            ):
                found.append(Ref(module, node.element, frame))
            return found
        return []

    def _in_pairs(self, node: s.Sequence, ref: Ref, key: str) -> list[Given]:
        """`[("grant_type", "password"), …]` is a mapping to HTTP libraries."""
        for item in node.items:
            pair = ref.module.values[item.value]
            if isinstance(pair, s.Sequence) and len(pair.items) == 2:
                if key in self._program.texts_at(Ref(ref.module, pair.items[0].value, ref.frame)):
                    return [Ref(ref.module, pair.items[1].value, ref.frame)]
        return []

    def _from_call(self, site: Ref, key: str, depth: int) -> list[Given]:
        node = site.module.values[site.vid]
        if not isinstance(node, s.Call):
            return []
        for arg in node.args:
            if arg.name == key:
                return [Ref(site.module, arg.value, site.frame)]
        found: list[Given] = []
        for source in self._sources(node, site):
            found += self._of(source, key, depth)
        return found

    def _sources(self, node: s.Call, site: Ref) -> list[Ref]:
        """The mappings that a copying call copies."""
        names = {
            v.name
            for v in self._program.eval(Ref(site.module, node.func, site.frame))
            if isinstance(v, External)
        }
        refs = [Ref(site.module, a.value, site.frame) for a in node.args if a.name is None]
        if names & COPIES:
            return refs
        func = site.module.values[node.func]
        if isinstance(func, s.Attr) and func.name in DUMPS:
            return [Ref(site.module, func.base, site.frame)]
        return []

    def keys(self, value: Abstract, depth: int = DEPTH) -> tuple[list[str], bool]:
        """The constant text keys of a mapping in order, and whether there may be others."""
        if depth <= 0:
            return [], True
        if isinstance(value, Keywords) and not value.positional:
            bounds = [self._program.bound(frame) for frame in self.received(value)]
            named = dict.fromkeys(key for bound in bounds for key in bound.extra)
            return list(named), any(bound.open_keywords for bound in bounds)
        if isinstance(value, Instance):
            return self._program.classes.fields(value.cls), False
        nothing: tuple[list[str], bool] = ([], False)
        if isinstance(value, Obj) and value.site is not None:
            site = value.site
            return self._once((site, None), nothing, lambda: self._keys_of_call(site, depth))
        if isinstance(value, Data):
            return [str(name.value) for name, _ in value.entries], not value.keyed
        if isinstance(value, Container):
            ref = value.ref
            return self._once((ref, None), nothing, lambda: self._keys_in_node(ref, depth))
        return [], not (isinstance(value, Known) and value.value is None)

    def _all_keys(self, refs: list[Ref], depth: int) -> tuple[list[str], bool]:
        keys: dict[str, None] = {}
        is_open = False
        for ref in refs:
            values = self._program.eval(ref)
            is_open = is_open or not values
            for value in values:
                more, more_open = self.keys(value, depth - 1)
                keys.update(dict.fromkeys(more))
                is_open = is_open or more_open
        return list(keys), is_open

    def _keys_in_node(self, ref: Ref, depth: int) -> tuple[list[str], bool]:
        module, frame = ref.module, ref.frame
        node = module.values[ref.vid]
        if isinstance(node, s.Mapping):
            keys: dict[str, None] = {}
            is_open = False
            for entry_key, vid in node.entries:
                if entry_key is None:
                    more, more_open = self._all_keys([Ref(module, vid, frame)], depth)
                else:
                    more = sorted(self._program.texts_at(Ref(module, entry_key, frame)))
                    more_open = not more
                keys.update(dict.fromkeys(more))
                is_open = is_open or more_open
            return list(keys), is_open
        if isinstance(node, s.Updated):
            base, is_open = self._all_keys([Ref(module, node.base, frame)], depth)
            own = sorted(self._program.texts_at(Ref(module, node.key, frame)))
            return list(dict.fromkeys(base + own)), is_open or not own
        if isinstance(node, s.Merged):
            return self._all_keys([Ref(module, node.base, frame), Ref(module, node.other, frame)], depth)
        if isinstance(node, s.Binary):
            return self._all_keys([Ref(module, node.left, frame), Ref(module, node.right, frame)], depth)
        if isinstance(node, s.Sequence):
            found: list[str] = []
            for item in node.items:
                pair = module.values[item.value]
                if isinstance(pair, s.Sequence) and pair.items:
                    found += sorted(self._program.texts_at(Ref(module, pair.items[0].value, frame)))
            more, is_open = self._all_keys(_starred(node, ref), depth)
            return found + more, is_open
        if isinstance(node, s.Comprehension):
            return self._all_keys([Ref(module, v, frame) for v in node.sources], depth)
        return [], True

    def _keys_of_call(self, site: Ref, depth: int) -> tuple[list[str], bool]:
        node = site.module.values[site.vid]
        if not isinstance(node, s.Call):
            return [], True
        sources = self._sources(node, site)
        own = [a.name for a in node.args if a.name is not None]
        starred = [Ref(site.module, a.value, site.frame) for a in node.args if a.star == 2]
        keys, is_open = self._all_keys(sources + starred, depth)
        empty_dict = not node.args
        return list(dict.fromkeys(keys + own)), is_open or (
            not sources and not starred and not own and not empty_dict
        )


def _starred(node: s.Sequence, ref: Ref) -> list[Ref]:
    """The mappings, or lists of pairs, whose pairs a display takes over: `*headers.items()`."""
    found = []
    for item in node.items:
        inner = ref.module.values[item.value]
        func = ref.module.values[inner.func] if isinstance(inner, s.Call) and not inner.args else None
        if item.star:
            vid = func.base if isinstance(func, s.Attr) and func.name == "items" else item.value
            found.append(Ref(ref.module, vid, ref.frame))
    return found
