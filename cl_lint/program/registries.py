"""Collections that functions fill: `REGISTRY[name] = cls`, `self._listeners.append(callback)`,
`self._handlers[topic].append(callback)`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Union

from ..syntax import summary as s
from .frames import Frame
from .modules import Module
from .values import Abstract, Container, FunctionKey, Known, Obj, Ref, Several, Values

if TYPE_CHECKING:
    from .evaluate import Program

ADDING = ("append", "add", "insert", "setdefault", "appendleft")
LOOKING_UP = frozenset({"get", "setdefault"})
COLLECTIONS = frozenset(
    (
        "builtins.list builtins.dict builtins.set collections.deque collections.defaultdict "
        "collections.OrderedDict weakref.WeakSet weakref.WeakValueDictionary"
    ).split()
)
MAX_FILLS = 60

Collection = Union[Container, Obj]


class Fill(NamedTuple):
    """One thing that is put into a collection, or into the collection under a key of it; `keys` is empty
    for one without keys."""

    keys: Values
    values: Values


class _Site(NamedTuple):
    """A call that adds to a collection: `base` is the collection, `key` set where it is one of several
    that `base` holds."""

    module: Module
    call: s.ValueId
    base: s.ValueId
    key: s.ValueId | None
    method: str


class Registries:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._held: dict[Module, dict[s.ValueId, list[str]]] = {}

    def filled(self, base: Collection, key: Known | None) -> list[Abstract]:
        """What functions put into a collection, under a key (or any)."""
        found: list[Abstract] = []
        for fill in self.fills(base):
            if key is None or not any(isinstance(k, Known) for k in fill.keys) or key in fill.keys:
                found += fill.values
        return found

    def keys(self, base: Container) -> list[Abstract]:
        return [key for fill in self.fills(base) for key in fill.keys]

    def listed(self, base: Abstract, keys: Values) -> list[Abstract]:
        """The collection that `base` holds under any of the keys, if functions put something into it."""
        if not isinstance(base, (Container, Obj)):
            return []
        wanted = {k for k in keys if isinstance(k, Known)}
        found: list[Abstract] = []
        for fill in self._fills(base, "listed"):
            here = {k for k in fill.keys if isinstance(k, Known)}
            if not wanted or not here or wanted & here:
                found += fill.values
        return [Several(tuple(dict.fromkeys(found)))] if found else []

    def fills(self, base: Collection) -> list[Fill]:
        """Everything that the program's functions put into a collection that a name of a module or an
        attribute holds."""
        return self._fills(base, "fills")

    def _fills(self, base: Collection, how: str) -> list[Fill]:
        if not self._names(base):
            return []
        found: list[Fill] = self._program.answers.ask((how, base), self._find, [])
        return found

    def _names(self, base: Collection) -> list[str]:
        """The names of a module, and of attributes, that hold a collection."""
        ref = base.ref if isinstance(base, Container) else base.site
        if ref is None or (isinstance(base, Obj) and base.maker not in COLLECTIONS):
            return []
        return self._holders(ref.module).get(ref.vid, [])

    def _holders(self, module: Module) -> dict[s.ValueId, list[str]]:
        if module not in self._held:
            self._held[module] = _held(module)
        return self._held[module]

    def _find(self, question: tuple[str, Collection]) -> list[Fill]:
        how, base = question
        program = self._program
        found: list[Fill] = []
        for name in self._names(base):
            if how == "fills":
                for module, number, store in program.updates.items_named(name):
                    for frame in self._frames(module, number):
                        if self._is(base, Ref(module, store.base, frame)):
                            keys = program.eval(Ref(module, store.key, frame))
                            found.append(Fill(keys, program.eval(Ref(module, store.value, frame))))
            for site in self._sites.get(name, ()):
                if (site.key is not None) == (how == "listed"):
                    found += self._of_site(base, site)
        return found[:MAX_FILLS]

    def _of_site(self, base: Collection, site: _Site) -> Iterator[Fill]:
        program = self._program
        module = site.module
        node = module.values[site.call]
        assert isinstance(node, s.Call)
        for frame in self._frames(module, module.summary.owners[site.call]):
            if self._is(base, Ref(module, site.base, frame)):
                keys: Values = ()
                if site.key is not None:
                    keys = program.eval(Ref(module, site.key, frame))
                elif site.method == "setdefault":
                    keys = program.eval(Ref(module, node.args[0].value, frame))
                yield Fill(keys, program.eval(Ref(module, node.args[-1].value, frame)))

    def _is(self, base: Collection, ref: Ref) -> bool:
        """Whether a value can be the collection, made in whatever frame."""
        place = _place(base)
        return any(isinstance(v, (Container, Obj)) and _place(v) == place for v in self._program.eval(ref))

    @cached_property
    def _sites(self) -> dict[str, list[_Site]]:
        """The calls that add to a collection, by the last name of that."""
        index: dict[str, list[_Site]] = defaultdict(list)
        for method in ADDING:
            for module, vid in self._program.callers_index.named(method):
                node = module.values[vid]
                func = module.values[node.func] if isinstance(node, s.Call) else None
                if isinstance(node, s.Call) and isinstance(func, s.Attr) and node.args:
                    base, key = _held_under(module, func.base)
                    name = getattr(module.values[base], "name", None)
                    for one in [name] if name else self._holders(module).get(base, []):
                        index[one].append(_Site(module, vid, base, key, method))
        return index

    def _frames(self, module: Module, number: int) -> list[Frame]:
        """The frames of a function, one for each call: what it stores under a key goes with it."""
        key = FunctionKey(module, number)
        callers = self._program.callers(key) if number else []
        return callers or [self._program.root(key)]


def _place(base: Collection) -> tuple[Module, s.ValueId] | None:
    ref = base.ref if isinstance(base, Container) else base.site
    return (ref.module, ref.vid) if ref is not None else None


def _held(module: Module) -> dict[s.ValueId, list[str]]:
    """The values that names of a module, and attributes, hold."""
    found: dict[s.ValueId, list[str]] = defaultdict(list)
    for name, bound in module.summary.globals.items():
        for vid in bound:
            found[_plain(module, vid)].append(name)
    for store in module.summary.stores:
        found[_plain(module, store.value)].append(store.name)
    for cls in module.summary.classes:
        for name, vid in cls.attributes.items():
            found[_plain(module, vid)].append(name)
    return found


def _plain(module: Module, vid: s.ValueId) -> s.ValueId:
    """A value without the annotation that its target has."""
    node = module.values[vid]
    return node.value if isinstance(node, s.Typed) else vid


def _held_under(module: Module, vid: s.ValueId) -> tuple[s.ValueId, s.ValueId | None]:
    """The collection that holds the one at `vid`, and the key: `x[key]`, `x.setdefault(key, [])`."""
    node = module.values[vid]
    if isinstance(node, s.Item):
        return node.base, node.key
    func = module.values[node.func] if isinstance(node, s.Call) else None
    if isinstance(node, s.Call) and isinstance(func, s.Attr) and func.name in LOOKING_UP and node.args:
        return func.base, node.args[0].value
    return vid, None
