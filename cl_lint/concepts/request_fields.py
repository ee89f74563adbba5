"""The fields of a request: what its body, its parameters and its query say under a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..program import (
    Abstract,
    Container,
    Frame,
    FunctionKey,
    Instance,
    Keywords,
    Known,
    Obj,
    Ref,
    Text,
    Values,
)
from ..program.binding import Given
from ..program.texts import text_template
from ..program.updates import same_thing
from ..syntax import summary as s
from ..syntax.traverse import statements
from .definitions import of_class, steps
from .urls import HOLE, url_query

if TYPE_CHECKING:
    from .api_calls import Context
    from .application import Application

PRESENT, ABSENT, UNKNOWN = "present", "absent", "unknown"
FORM_CALLS = frozenset({"add_field", "addField", "append", "add", "add_value"})
OPEN_PLACE = re.compile(rf"(?:^|[&?{{,])\s*{HOLE.pattern}")


class Field(NamedTuple):
    """A value that a field can have: `text` where it is a constant, and where it is given."""

    text: str | None
    ref: Ref | None


class RequestFields:
    """Looks into the bodies of requests. One serves one application."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program

    # -- what a request is made with

    def sources(self, context: Context) -> list[Values]:
        """The bodies, parameters and queries of a request, each with its alternatives."""
        api = self._app.api_calls
        found: list[Values] = []
        for given in api.body(context):
            found.append(self._values(given))
        if context.call.request is not None:
            for value in self._program.eval(api.site(context)):
                if isinstance(value, Obj):
                    assigned = self._program.updates.assigned(value, "data")
                    found += [self._unwrapped(assigned)] if assigned else []
        queries = tuple(q for url in context.urls for q in [query_of(url)] if q is not None)
        return [v for v in (*found, queries) if any(x != Known(None) for x in v)]

    def _values(self, given: Given) -> Values:
        return self._unwrapped(self._program.eval_given(given))

    def _unwrapped(self, values: Values) -> Values:
        """Encoders that hide a mapping are taken off."""
        found: list[Abstract] = []
        for value in values:
            if isinstance(value, Obj) and value.site is not None:
                inner = self._app.api_calls.decoded(value.site)
                if inner and not (len(inner) == 1 and inner[0] == value.site):
                    found += self._program.eval_all(inner)
                    continue
            found.append(value)
        return tuple(found)

    # -- questions

    def presence(self, context: Context, *names: str) -> str:
        """Whether a request carries a field under one of the names."""
        states = [self._of_source(source, names) for source in self.sources(context)]
        if PRESENT in states:
            return PRESENT
        if not states or self._program.arguments(self._app.api_calls.site(context)).open_keywords:
            return UNKNOWN
        return UNKNOWN if UNKNOWN in states else ABSENT

    def _of_source(self, source: Values, names: tuple[str, ...]) -> str:
        states = {value: self.state(value, names) for value in source if value != Known(None)}
        carrying = [v for v, state in states.items() if state == PRESENT]
        lacking = [
            v
            for v, state in states.items()
            if state == ABSENT and not self._grows_into(v, carrying) and not self._is_completed(v, names)
        ]
        if lacking:
            return ABSENT
        return UNKNOWN if UNKNOWN in states.values() else PRESENT

    def _grows_into(self, value: Abstract, others: list[Abstract]) -> bool:
        """Whether a mapping is what one of the others was before something was added under a condition."""
        return isinstance(value, Container) and any(
            value.ref in self._bases(other) for other in others if isinstance(other, Container)
        )

    def _is_completed(self, value: Abstract, names: tuple[str, ...]) -> bool:
        """Whether the mapping is passed to a function of the program that writes the field into it."""
        if not isinstance(value, Container):
            return False
        module, frame = value.ref.module, value.ref.frame
        for vid in self._program.function(frame.function).calls:
            for inner in self._program.called_frames(Ref(module, vid, frame)):
                given = self._program.bound(inner).parameters
                taking = {p for p, many in given.items() if value in self._program.eval_all(many)}
                if taking and self._writes(inner, taking, names):
                    return True
        return False

    def _writes(self, frame: Frame, parameters: set[str], names: tuple[str, ...]) -> bool:
        module = frame.function.module
        for statement in statements(self._program.function(frame.function).body):
            if isinstance(statement, s.StoreItem):
                base = module.values[statement.base]
                keys = self._program.texts_at(Ref(module, statement.key, frame))
                if isinstance(base, s.Param) and base.name in parameters and keys & set(names):
                    return True
        return False

    def _bases(self, value: Container) -> Iterator[Ref]:
        ref = value.ref
        for _ in range(30):
            node = ref.module.values[ref.vid]
            if not isinstance(node, (s.Updated, s.Merged, s.Appended)):
                return
            inner = [
                v
                for v in self._program.eval(Ref(ref.module, node.base, ref.frame))
                if isinstance(v, Container)
            ]
            yield from (v.ref for v in inner)
            if not inner:
                return
            ref = inner[0].ref

    def state(self, value: Abstract, names: tuple[str, ...]) -> str:
        """Whether one value carries a field under one of the names."""
        if isinstance(value, (Text, Known)):
            return self._state_of_text(value, names)
        keys, is_open = self._keys(value)
        if any(k in names for k in keys):
            return PRESENT
        return UNKNOWN if is_open else ABSENT

    def _state_of_text(self, value: Abstract, names: tuple[str, ...]) -> str:
        pair = text_template(value)
        if pair is None:
            return ABSENT
        text, holes = pair
        if any(_pattern(n).search(text) for n in names):
            return PRESENT
        state = ABSENT
        for match in OPEN_PLACE.finditer(text):
            hole = holes.get(match.group()[-1])
            inner = [self.state(v, names) for v in self._of_hole(getattr(hole, "ref", None))]
            if PRESENT in inner:
                return PRESENT
            if not inner or UNKNOWN in inner:
                state = UNKNOWN
        return state

    def _of_hole(self, ref: Ref | None) -> Values:
        """What a part of a query is encoded from, where it is a mapping."""
        if ref is None:
            return ()
        node = ref.module.values[ref.vid]
        if isinstance(node, s.Formatted):
            ref = Ref(ref.module, node.value, ref.frame)
        values = self._program.eval_all(self._app.api_calls.decoded(ref))
        return tuple(
            v for v in values if isinstance(v, (Container, Keywords, Instance)) or self._is_mapping(v)
        )

    def _is_mapping(self, value: Abstract) -> bool:
        return isinstance(value, Obj) and bool(self._program.mappings.keys(value)[0])

    def _keys(self, value: Abstract) -> tuple[list[str], bool]:
        added = list(self._form_calls(value))
        keys, is_open = self._program.mappings.keys(value)
        if added:
            keys, is_open = [*keys, *(k for k, _ in added)], False
        return keys, is_open

    def values(self, context: Context, name: str) -> list[Field]:
        """The values that a request can have under a name."""
        found: dict[Field, None] = {}
        for source in self.sources(context):
            for value in source:
                found.update(dict.fromkeys(self._fields(value, name)))
        return list(found)

    def _fields(self, value: Abstract, name: str) -> Iterator[Field]:
        if isinstance(value, (Text, Known)):
            yield from self._fields_of_text(value, name)
            return
        givens = list(self._program.mappings.get(value, name))
        givens += [given for key, given in self._form_calls(value) if key == name]
        for given in givens:
            for one in self._program.eval_given(given):
                ref = given if isinstance(given, Ref) else self._in_class(value, name, one)
                text = one.value if isinstance(one, Known) else None
                yield Field(text if isinstance(text, str) else None, ref)

    def _in_class(self, value: Abstract, name: str, wanted: Abstract) -> Ref | None:
        """Where the class, a method or the construction of an instance gives an attribute its value; the
        instance may be behind a call that makes a mapping of it."""
        program = self._program
        behind = [value]
        if isinstance(value, Obj) and value.site is not None:
            behind += [v for r in steps(program, value.site) for v in program.eval(r)]
        for instance in behind:
            if isinstance(instance, Instance):
                for ref in of_class(program, instance, name):
                    if wanted in program.eval(ref):
                        return ref
        return None

    def _fields_of_text(self, value: Abstract, name: str) -> Iterator[Field]:
        pair = text_template(value)
        if pair is None:
            return
        match = _pattern(name).search(pair[0])
        if match is not None:
            text = match.group("form") or match.group("json") or ""
            yield Field(None if HOLE.search(text) else text, None)
        for hole in pair[1].values():
            for inner in self._of_hole(getattr(hole, "ref", None)):
                yield from self._fields(inner, name)

    # -- forms that are filled call by call

    def _form_calls(self, value: Abstract) -> Iterator[tuple[str, Given]]:
        """`form.add_field(name, value)` on an object made in the same module."""
        if not isinstance(value, Obj) or value.site is None or "form" not in value.type.lower():
            return
        module = value.site.module
        for vid, node in module.of(s.Call):
            if len(node.args) < 2:
                continue
            func = module.values[node.func]
            if not isinstance(func, s.Attr) or func.name not in FORM_CALLS:
                continue
            frame = self._program.root(FunctionKey(module, module.summary.owners[vid]))
            if any(same_thing(v, value) for v in self._program.eval(Ref(module, func.base, frame))):
                for key in self._program.texts_at(Ref(module, node.args[0].value, frame)):
                    yield key, Ref(module, node.args[1].value, frame)


@lru_cache(maxsize=64)
def _pattern(name: str) -> re.Pattern[str]:
    """A field in a form (`name=value`) or in JSON (`"name": "value"`)."""
    key = re.escape(name)
    return re.compile(
        rf"(?:^|[&?\s]){key}=(?P<form>[^&\s\"']*)|[\"']{key}[\"']\s*:\s*[\"']?(?P<json>[^\"',}}]*)"
    )


def query_of(url: Abstract) -> Abstract | None:
    """The query of a URL as a text, None where there is none."""
    query = url_query(url)
    return None if query == Known("") else query
