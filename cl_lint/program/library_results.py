"""What calls of libraries' functions give: copies, texts, numbers, defaults, what is injected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..models.run_rows import Gathered, Outcome, Same
from ..syntax import summary as s
from . import texts
from .attributes import CONFIGS, INJECTORS
from .data_files import item as data_item
from .idioms import is_loaded, kept_by_name, passed_item
from .registered import looked_up
from .text_methods import TEXT_CALLS
from .values import (
    Abstract,
    CaughtError,
    ClassRef,
    Closure,
    Container,
    Data,
    External,
    Instance,
    Keywords,
    Known,
    Obj,
    Partial,
    Ref,
    Several,
    Unknown,
    Values,
)

if TYPE_CHECKING:
    from .calling import Calling
    from .evaluate import Program

FUTURE = "concurrent.futures.Future"
PARTIALS = frozenset({"functools.partial", "functools.partialmethod"})
JOINS = frozenset({"urllib.parse.urljoin"})
NUMBERS = frozenset({"builtins.int", "builtins.float"})
ENVIRONMENT = frozenset({"os.environ.get", "os.getenv", "os.environ.setdefault", "os.environ.pop"})
DEFAULT_KEYWORDS = ("default", "fallback", "value", "default_factory")
WITHDEFAULT = frozenset({"get", "pop", "setdefault"})
FACTORY_KEYWORDS = frozenset({"default_factory", "factory"})
FIELD_CALLS = ("Field", "field", "ib", "attrib", "Factory", "config", "Option", "Argument", "getstr", "env")


class LibraryResults:
    """Answers for the functions of libraries what `Calling` answers for those of the program."""

    def __init__(self, program: Program, calling: Calling) -> None:
        self._program = program
        self._calling = calling

    def result(self, callee: External, ref: Ref, node: s.Call) -> Values:
        program = self._program
        name = callee.name
        if isinstance(callee.receiver, Several):
            return (
                (callee.receiver,)
                if name.rsplit(".", 1)[-1] in ("values", "items", "copy")
                else callee.receiver.items
            )
        if name.rsplit(".", 1)[-1] in INJECTORS and node.args:
            provided = self._provided(ref, node)
            if provided:
                return provided
        kept = looked_up(program, callee, ref, node)
        if kept:
            return tuple(kept)
        if name in PARTIALS and node.args:
            return tuple(Partial(v, ref) for v in program.at(ref, node.args[0].value))
        same = program.models.row(Same, name)
        if same is not None and node.args:
            values = program.at(ref, node.args[min(same.argument, len(node.args) - 1)].value)
            if values and not (
                name.startswith("builtins.") and not any(isinstance(v, (Container, Keywords)) for v in values)
            ):
                return values
        awaited = self._of_futures(name, ref, node, callee)
        if awaited:
            return awaited
        addresses = self._calling.addresses.of_function(name, ref, node)
        if addresses:
            return addresses
        if name in JOINS and len(node.args) >= 2:
            pairs = [
                (a, b)
                for a in program.at(ref, node.args[0].value)
                for b in program.at(ref, node.args[1].value)
            ]
            return tuple(texts.url_join(a, b) for a, b in pairs)
        if name in TEXT_CALLS and node.args:
            return self._as_text(ref, node)
        if name in NUMBERS and node.args:
            numbers = self._as_number(ref, node, float if name.endswith("float") else int)
            if numbers:
                return numbers
        if name in ("builtins.max", "builtins.min", "builtins.abs", "builtins.round", "builtins.len"):
            return self._arithmetic(name, ref, node)
        if name == "builtins.getattr" and len(node.args) >= 2:
            return self._getattr(ref, node)
        read = program.data_files.read(name, ref, node)
        if read:
            return read
        defaults = self._defaults(name, ref, node)
        if defaults:
            return defaults
        applied = self.applied(node, ref)
        if applied and program.models.result_type(name) is None:
            return applied
        return (Obj(program.models.result_type(name) or f"{name}()", ref, name),)

    def injected(self, ref: Ref) -> Values:
        """What the metadata of an annotation injects: `Annotated[Client, Depends(provider)]`."""
        node = ref.module.values[ref.vid]
        if not isinstance(node, s.Call) or not node.args:
            return ()
        names = [c.name for c in self._program.at(ref, node.func) if isinstance(c, External)]
        if not any(name.rsplit(".", 1)[-1] in INJECTORS for name in names):
            return ()
        return tuple(v for v in self._provided(ref, node) if not isinstance(v, Unknown))

    def _provided(self, ref: Ref, node: s.Call) -> Values:
        """What `Depends(provider)` injects: what the provider returns or yields."""
        program = self._program
        found: list[Abstract] = []
        for callee in program.at(ref, node.args[0].value):
            if isinstance(callee, Closure):
                frame = program.frame_of(callee, None)
                function = program.function(callee.function)
                for vid in (*function.returns, *function.yields):
                    found += program.eval(Ref(callee.function.module, vid, frame))
            elif isinstance(callee, ClassRef):
                found.append(Instance(callee.cls))
            elif isinstance(callee, (Instance, Obj)):
                found.append(callee)
        return tuple(found)

    def _as_text(self, ref: Ref, node: s.Call) -> Values:
        values = self._program.at(ref, node.args[-1 if len(node.args) == 2 else 0].value)
        found: list[Abstract] = []
        for value in values:
            if isinstance(value, Known) and value.value is not None:
                text = value.value
                found.append(Known(text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)))
            else:
                found.append(value)
        return tuple(found)

    def _as_number(self, ref: Ref, node: s.Call, kind: type) -> Values:
        found: list[Abstract] = []
        for value in self._program.at(ref, node.args[0].value):
            try:
                found.append(Known(kind(value.value)) if isinstance(value, Known) else value)
            except (TypeError, ValueError, OverflowError):
                found.append(value)
        return tuple(v for v in found if isinstance(v, Known))

    def _arithmetic(self, name: str, ref: Ref, node: s.Call) -> Values:
        program = self._program
        values = [program.at(ref, a.value) for a in node.args]
        if name == "builtins.len":
            for value in values[0] if values else ():
                if isinstance(value, Container):
                    inner = value.ref.module.values[value.ref.vid]
                    if isinstance(inner, s.Sequence) and not any(i.star for i in inner.items):
                        return (Known(len(inner.items)),)
            return ()
        numbers = [
            v.value for vs in values for v in vs if isinstance(v, Known) and isinstance(v.value, (int, float))
        ]
        if len(numbers) != len(values) or not numbers:
            return ()
        if name in ("builtins.max", "builtins.min"):
            return (Known(max(numbers) if name.endswith("max") else min(numbers)),)
        return (Known(abs(numbers[0]) if name.endswith("abs") else round(numbers[0])),)

    def _getattr(self, ref: Ref, node: s.Call) -> Values:
        program = self._program
        found: list[Abstract] = []
        for name in sorted(program.texts_at(Ref(ref.module, node.args[1].value, ref.frame))):
            for base in program.at(ref, node.args[0].value):
                found += program.attributes.of(base, name, ref)
        found += kept_by_name(program, ref, node) if not found else ()
        if len(node.args) == 3 and all(isinstance(v, (External, Unknown)) for v in found):
            found += [v for v in program.at(ref, node.args[2].value) if v != Known(None)]
        return tuple(found)

    def _defaults(self, name: str, ref: Ref, node: s.Call) -> Values:
        """A look-up that names its default (`os.environ.get`, settings libraries, fields): the
        default, or something unknown."""
        program = self._program
        given: list[s.ValueId] = []
        found: list[Abstract] = []
        if name in ENVIRONMENT:
            given = [a.value for a in node.args[1:2] if a.name is None]
        found += program.data_files.asked(name, ref, node)
        given += [a.value for a in node.args if a.name in DEFAULT_KEYWORDS[:2]]
        last = name.rsplit(".", 1)[-1]
        if (
            last in FIELD_CALLS
            and not given
            and last in ("Field", "field", "ib", "attrib", "Option", "Argument")
        ):
            given = [a.value for a in node.args[:1] if a.name is None]
        if last in FIELD_CALLS:
            made = [v for a in node.args if a.name in FACTORY_KEYWORDS for v in self._made_by(ref, a.value)]
            if made:
                return (*made, *program.unknown(ref))
        if not given or program.models.is_type(name):
            return (*found, *program.unknown(ref)) if found or name in ENVIRONMENT else ()
        for vid in given:
            found += program.at(ref, vid)
        return (*found, *program.unknown(ref))

    def _made_by(self, ref: Ref, factory: s.ValueId) -> list[Abstract]:
        """What a factory gives that is called without arguments."""
        program = self._program
        found: list[Abstract] = []
        for value in program.at(ref, factory):
            if isinstance(value, Closure):
                found += program.returned(program.frame_of(value, None))
            elif isinstance(value, ClassRef):
                found.append(Instance(value.cls))
            elif isinstance(value, External) and program.models.result_type(value.name):
                found.append(Obj(program.models.result_type(value.name) or "", ref, value.name))
        return found

    def with_default(self, ref: Ref, node: s.Call, func: s.Attr) -> Values:
        """`mapping.get(key, default)` on what the program itself built."""
        if func.name not in WITHDEFAULT or not node.args:
            return ()
        program = self._program
        found: list[Abstract] = []
        keys = program.at(ref, node.args[0].value)
        for base in program.at(ref, func.base):
            if isinstance(base, (Container, Keywords)):
                found += program.attributes._keyed(base, keys)
            elif isinstance(base, Data):
                found += data_item(base, keys)
            found += program.registries.listed(base, keys)
        base_node = ref.module.values[func.base]
        if isinstance(base_node, s.Attr) and base_node.name in CONFIGS:
            for key in keys:
                if isinstance(key, Known) and isinstance(key.value, str):
                    found += program.attributes.configured(base_node.name, key.value)
        found += passed_item(program, ref, func.base, keys)
        if len(node.args) > 1 and (found or is_loaded(program, Ref(ref.module, func.base, ref.frame))):
            found += program.at(ref, node.args[1].value)
        return tuple(found)

    def applied(self, node: s.Call, ref: Ref) -> Values:
        """A decorator of a library leaves the function or class what it is."""
        if len(node.args) == 1 and node.args[0].name is None and not node.args[0].star:
            argument = ref.module.values[node.args[0].value]
            if isinstance(argument, (s.FunctionValue, s.ClassValue, s.Call)):
                values = self._program.at(ref, node.args[0].value)
                if values and all(isinstance(v, (Closure, ClassRef)) for v in values):
                    return values
        return ()

    def _of_futures(self, name: str, ref: Ref, node: s.Call, callee: External) -> Values:
        """What reading one future, or several, gives."""
        program = self._program
        row = program.models.row(Outcome, name)
        if row is not None:
            given = program.at(ref, node.args[row.future].value) if 0 <= row.future < len(node.args) else ()
            futures = [f for f in (*given, callee.receiver) if isinstance(f, Obj) and f.type == FUTURE]
            if row.error and futures:
                return (CaughtError(ref),)
            return tuple(v for f in futures for v in self._calling.outcome(f))
        gathered = program.models.row(Gathered, name)
        if gathered is None or gathered.each or not node.args:
            return ()
        values = program.at(ref, node.args[0].value)
        return (Several(values),) if gathered.pair and values else values
