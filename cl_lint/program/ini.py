"""What the program itself puts into a `configparser` object: `read_dict`, defaults, assigned sections."""

from __future__ import annotations

import configparser
from typing import TYPE_CHECKING

from ..syntax import summary as s
from .updates import same_thing
from .values import Abstract, FunctionKey, Known, Obj, Ref, Values

if TYPE_CHECKING:
    from .evaluate import Program

PARSERS = frozenset(
    f"configparser.{name}" for name in ("ConfigParser", "RawConfigParser", "SafeConfigParser")
)
SECTION = "configparser.SectionProxy"
GETTERS = {"get": str, "getint": int, "getfloat": float, "getboolean": bool}


def is_parser(value: Abstract) -> bool:
    return isinstance(value, Obj) and value.maker in PARSERS and value.site is not None


def is_section(value: Abstract) -> bool:
    return isinstance(value, Obj) and value.type == SECTION and value.site is not None


class IniFiles:
    def __init__(self, program: Program) -> None:
        self._program = program

    def item(self, base: Abstract, ref: Ref, keys: Values) -> list[Abstract]:
        """`parser["section"]` and `parser["section"]["key"]`, the latter also something unknown."""
        if is_parser(base):
            return [Obj(SECTION, ref, SECTION)]
        if isinstance(base, Obj) and is_section(base):
            found = [v for key in keys for v in self._in_section(base, key)]
            return [*found, *self._program.unknown(ref)] if found else []
        return []

    def got(self, ref: Ref, node: s.Call, func: s.Attr) -> list[Abstract]:
        """`parser.get("section", "key", fallback=x)`, `section.getint("key", x)`: what the program puts
        there, x, or something unknown; empty for any other call."""
        kind = GETTERS.get(func.name)
        program = self._program
        if kind is None:
            return []
        found: list[Abstract] = []
        for base in program.at(ref, func.base):
            args = [program.at(ref, a.value) for a in node.args if a.name is None and not a.star]
            if is_parser(base) and len(args) > 1 and isinstance(base, Obj):
                found += [v for key in args[1] for v in self._stored(base, args[0], key)]
            elif isinstance(base, Obj) and is_section(base) and args:
                found += [v for key in args[0] for v in self._in_section(base, key)]
                found += [v for v in args[1] if v != Known(None)] if len(args) > 1 else []
            else:
                continue
            for arg in node.args:
                if arg.name == "fallback":
                    found += [v for v in program.at(ref, arg.value) if v != Known(None)]
        if kind in (int, float):
            return [number for v in found for number in _number(v, kind)]
        return [*found, *program.unknown(ref)] if found else []

    def _in_section(self, section: Obj, key: Abstract) -> list[Abstract]:
        site = section.site
        node = site.module.values[site.vid] if site is not None else None
        if not isinstance(node, s.Item) or site is None:
            return []
        names = self._program.at(site, node.key)
        found: list[Abstract] = []
        for parser in self._program.at(site, node.base):
            if isinstance(parser, Obj) and is_parser(parser):
                found += self._stored(parser, names, key)
        return found

    def _stored(self, parser: Obj, sections: Values, key: Abstract) -> list[Abstract]:
        program = self._program
        if not isinstance(key, Known) or not isinstance(key.value, str) or parser.site is None:
            return []
        names = [v.value for v in sections if isinstance(v, Known) and isinstance(v.value, str)]
        found: list[Abstract] = []
        for mapping in self._given(parser, "read_dict"):
            for name in names:
                for section in program.eval_all(program.mappings.get(mapping, name)):
                    found += program.eval_all(program.mappings.get(section, key.value))
        for section in self._assigned(parser, names):
            found += program.eval_all(program.mappings.get(section, key.value))
        for text in self._given(parser, "read_string"):
            found += _in_text(text, names, key.value)
        if parser.site is not None and not found:
            for ref in self._argument(parser, ("read", "read_file", "readfp")):
                for content in program.data_files.texts(ref):
                    found += _in_text(Known(content), names, key.value)
        if not found:
            args = program.arguments(parser.site)
            for given in (*args.positional[:1], *args.keywords.get("defaults", ())):
                for value in program.eval_given(given):
                    found += program.eval_all(program.mappings.get(value, key.value))
        return found

    def _given(self, parser: Obj, method: str) -> list[Abstract]:
        """What a method of the parser is given as its first argument."""
        return [v for ref in self._argument(parser, (method,)) for v in self._program.eval(ref)]

    def _argument(self, parser: Obj, methods: tuple[str, ...]) -> list[Ref]:
        """The first arguments of the calls of such methods of the parser."""
        program = self._program
        found: list[Ref] = []
        for module, vid in (at for method in methods for at in program.callers_index.named(method)):
            node = module.values[vid]
            func = module.values[node.func] if isinstance(node, s.Call) else None
            if not isinstance(node, s.Call) or not isinstance(func, s.Attr) or not node.args:
                continue
            frame = program.root(FunctionKey(module, module.summary.owners[vid]))
            if any(same_thing(v, parser) for v in program.eval(Ref(module, func.base, frame))):
                found.append(Ref(module, node.args[0].value, frame))
        return found

    def _assigned(self, parser: Obj, names: list[str]) -> list[Abstract]:
        """The mappings assigned to sections: `parser["section"] = {…}`."""
        program = self._program
        site = parser.site
        found: list[Abstract] = []
        if site is None:
            return found
        for store, function in program.updates.item_stores(site.module):
            frame = program.root(function)
            module = function.module
            if any(same_thing(v, parser) for v in program.eval(Ref(module, store.base, frame))):
                if set(names) & program.texts_at(Ref(module, store.key, frame)):
                    found += program.eval(Ref(module, store.value, frame))
        return found


def _in_text(text: Abstract, names: list[str], key: str) -> list[Abstract]:
    if not isinstance(text, Known) or not isinstance(text.value, str):
        return []
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read_string(text.value)
    except configparser.Error:
        return []
    return [Known(parser.get(name, key)) for name in names if parser.has_option(name, key)]


def _number(value: Abstract, kind: type) -> list[Abstract]:
    try:
        return [Known(kind(value.value))] if isinstance(value, Known) else []
    except (TypeError, ValueError):
        return []
