"""What the methods of texts give: `"{}/{}".format(…)`, `"/".join(…)`, `text.rstrip("/")`."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from ..syntax import summary as s
from . import texts
from .values import Abstract, Container, External, Keywords, Known, Obj, Ref, Unknown, Values

if TYPE_CHECKING:
    from .evaluate import Program

TEXT_CALLS = frozenset(
    (
        "builtins.str urllib.parse.quote urllib.parse.quote_plus pydantic.HttpUrl "
        "pydantic.AnyHttpUrl pydantic.AnyUrl yarl.URL httpx.URL typing.cast pathlib.PurePosixPath "
        "builtins.bytes sys.intern"
    ).split()
)


MOST = 16
"""Choices of the items of a filtered display that are looked at."""


class TextMethods:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._expanding: set[Ref] = set()

    def of(self, ref: Ref, node: s.Call, func: s.Attr) -> list[Abstract]:
        """What `text.method(…)` gives; empty where it is no method of a text that is known."""
        if func.name not in texts.METHODS and func.name not in (
            "format",
            "join",
            "encode",
            "decode",
            "format_map",
        ):
            return []
        program = self._program
        bases = [v for v in program.at(ref, func.base) if texts.is_textual(v)]
        if not bases:
            return []
        if func.name == "join":
            return self._join(ref, node, bases)
        if func.name in ("format", "format_map"):
            return self._format(ref, node, bases)
        if func.name in ("encode", "decode"):
            return list(bases)
        args = [program.at(ref, a.value) for a in node.args if a.name is None]
        constants = [next((v.value for v in vs if isinstance(v, Known)), None) for vs in args]
        if any(not isinstance(c, (str, int)) for c in constants):
            return list(bases)

        def change(text: str) -> str:
            try:
                return texts.METHODS[func.name](text, *constants)
            except (TypeError, ValueError):
                return text

        return [texts.apply(v, change) for v in bases]

    def _format(self, ref: Ref, node: s.Call, bases: list[Abstract]) -> list[Abstract]:
        program = self._program
        args = program.arguments(ref)
        positional = [program.eval_given(g) for g in args.positional]

        def named(key: str) -> Values:
            if key in args.keywords:
                return program.eval_all(args.keywords[key])
            if node.args and ref.module.values[node.func].name == "format_map":  # type: ignore[union-attr]
                values = program.at(ref, node.args[0].value)
                return program.eval_all(g for v in values for g in program.mappings.get(v, key))
            return ()

        found: list[Abstract] = []
        for base in bases:
            template = texts.text_template(base)
            if template is None:
                continue
            for value in texts.format_braces(template[0], positional, named):
                pair = texts.text_template(value)
                found.append(
                    texts.from_template(pair[0], {**template[1], **pair[1]})
                    if template[1] and pair
                    else value
                )
        return found

    def _join(self, ref: Ref, node: s.Call, bases: list[Abstract]) -> list[Abstract]:
        program = self._program
        found: list[Abstract] = []
        for value in program.at(ref, node.args[0].value) if node.args else ():
            whole = self._unfiltered(value)
            items = self._joined_items(value if whole is None else whole)
            kept = self._combinations(items) if whole is not None else [items]
            for combination in kept:
                pieces: list[Values] = []
                for item in combination:
                    pieces += [tuple(bases), item] if pieces else [item]
                found += texts.joined(pieces) if pieces else ()
        return list(dict.fromkeys(found))

    def _unfiltered(self, value: Abstract) -> Abstract | None:
        """The display whose empty items are left out: `filter(None, parts)`, `[p for p in parts if p]`."""
        program = self._program
        if isinstance(value, Obj) and value.maker == "builtins.filter" and value.site is not None:
            call = value.site.module.values[value.site.vid]
            if isinstance(call, s.Call) and len(call.args) == 2:
                return next(iter(program.at(value.site, call.args[1].value)), None)
        if isinstance(value, Container):
            node = value.ref.module.values[value.ref.vid]
            if isinstance(node, s.Comprehension) and node.conditions and len(node.sources) == 1:
                if self._is_each(value.ref, node.element):
                    return next(iter(program.at(value.ref, node.sources[0])), None)
        return None

    def _combinations(self, items: list[Values]) -> list[list[Values]]:
        """Each choice of the items, without those that are empty."""
        choices = itertools.islice(itertools.product(*(item or (Unknown("…"),) for item in items)), MOST)
        kept: list[list[Values]] = [
            [(v,) for v in choice if not (isinstance(v, Known) and not v.value)] for choice in choices
        ]
        return [combination for combination in kept if combination]

    def _joined_items(self, value: Abstract) -> list[Values]:
        """The items of a display, `*` expanded where it is known. One that is made of itself (a node of a
        tree that hands its path on) has more than can be told."""
        if not isinstance(value, Container):
            return self._expanded(value)
        if value.ref in self._expanding:
            return [(Unknown("…"),)]
        self._expanding.add(value.ref)
        try:
            return self._expanded(value)
        finally:
            self._expanding.discard(value.ref)

    def _expanded(self, value: Abstract) -> list[Values]:
        program = self._program
        if isinstance(value, Keywords) and value.positional:
            return [program.eval_given(given) for given in program.bound(value.frame).rest]
        inner = value.ref.module.values[value.ref.vid] if isinstance(value, Container) else None
        if isinstance(inner, s.Comprehension) and isinstance(value, Container) and len(inner.sources) == 1:
            if self._is_each(value.ref, inner.element):
                sources = program.at(value.ref, inner.sources[0])
                return [one for v in sources[:1] for one in self._joined_items(v)]
        if isinstance(value, Container) and isinstance(inner, s.Binary):
            return [*self._first_items(value.ref, inner.left), *self._first_items(value.ref, inner.right)]
        if isinstance(value, Container) and isinstance(inner, s.Merged):  # list.extend
            return [*self._first_items(value.ref, inner.base), *self._first_items(value.ref, inner.other)]
        if isinstance(value, Container) and isinstance(inner, s.Appended):
            return [*self._first_items(value.ref, inner.base), program.at(value.ref, inner.item)]
        if not isinstance(inner, s.Sequence) or not isinstance(value, Container):
            return []
        items: list[Values] = []
        for item in inner.items:
            values = program.at(value.ref, item.value)
            if not item.star:
                items.append(values)
                continue
            expanded = [one for v in values[:1] for one in self._joined_items(v)]
            items += expanded or [(Unknown("…"),)]
        return items

    def _first_items(self, ref: Ref, vid: s.ValueId) -> list[Values]:
        """The items of an operand of a sum of sequences: one open item where they are not known."""
        for value in self._program.at(ref, vid):
            items = self._joined_items(value)
            empty = isinstance(value, (Container, Keywords)) and self._is_empty(value)
            return items if items or empty else [(Unknown("…"),)]
        return [(Unknown("…"),)]

    def _is_empty(self, value: Container | Keywords) -> bool:
        if isinstance(value, Keywords):
            bound = self._program.bound(value.frame)
            return not bound.rest and not bound.open_positional
        node = value.ref.module.values[value.ref.vid]
        return isinstance(node, s.Sequence) and not node.items

    def _is_each(self, ref: Ref, vid: s.ValueId) -> bool:
        """Whether the element of a comprehension is each item itself, as a text."""
        node = ref.module.values[vid]
        if isinstance(node, (s.Template, s.Formatted)):
            inner = node.parts if isinstance(node, s.Template) else (node.value,)
            return len(inner) == 1 and self._is_each(ref, inner[0])
        if isinstance(node, s.Call):
            func = ref.module.values[node.func]
            if isinstance(func, s.Attr) and func.name in texts.METHODS:
                return self._is_each(ref, func.base)
            names = {c.name for c in self._program.at(ref, node.func) if isinstance(c, External)}
            return len(node.args) > 0 and bool(names & TEXT_CALLS) and self._is_each(ref, node.args[0].value)
        return isinstance(node, s.Element)
