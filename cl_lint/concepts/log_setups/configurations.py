"""Configurations as data: `dictConfig` mappings, `fileConfig` files, JSON files."""

from __future__ import annotations

import configparser
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...findings import Place
from ...program import Abstract, ClassRef, Container, External, Known, Module, Obj, Ref, Values
from ...syntax import summary as s
from ...syntax.traverse import children
from .formatters import Formatters, Spec
from .stamps import NO_TIME, Note, Stamp, State, unclear, worst, wrong

if TYPE_CHECKING:
    from ..application import Application

Entry = dict[str, Values]
MAX_SIZE = 1 << 20
WRITING = ("StreamHandler", "FileHandler", "SysLogHandler", "WatchedFileHandler", "RotatingFileHandler")
SUFFIXES = (".ini", ".conf", ".cfg", ".config", ".json", ".toml")
DEPTH = 8


@dataclass
class Configuration:
    """The formatters and handlers of a configuration; None for `handlers` means that they are not known."""

    formatters: dict[str, Entry] = field(default_factory=dict)
    handlers: dict[str, Entry] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)


class Configurations:
    def __init__(self, app: Application, formatters: Formatters) -> None:
        self._app = app
        self._program = app.program
        self._formatters = formatters

    # -- reading

    def of_mapping(self, value: Abstract) -> Configuration | None:
        """A `dictConfig` mapping of the program; None where it is not one that can be read."""
        formatters, handlers = self._section(value, "formatters"), self._section(value, "handlers")
        if formatters is None and handlers is None:
            return None
        made = Configuration()
        for name, entry in (formatters or {}).items():
            made.formatters[name] = self._entry(entry)
            if isinstance(entry, Container):
                made.places[name] = self._app.place_of(entry.ref)
        for name, entry in (handlers or {}).items():
            made.handlers[name] = self._entry(entry)
        return made

    def _section(self, value: Abstract, key: str) -> dict[str, Abstract] | None:
        mappings = self._program.mappings
        for inner in self._program.eval_all(mappings.get(value, key)):
            names, _ = mappings.keys(inner)
            found = {}
            for name in names:
                entries = self._program.eval_all(mappings.get(inner, name))
                if entries:
                    found[name] = entries[0]
            return found
        return None

    def _entry(self, value: Abstract) -> Entry:
        mappings = self._program.mappings
        names, _ = mappings.keys(value)
        return {name: self._program.eval_all(mappings.get(value, name)) for name in names}

    def of_data(self, data: object) -> Configuration | None:
        """The same, read from a JSON file."""
        if not isinstance(data, Mapping):
            return None
        made = Configuration()
        for section, target in (("formatters", made.formatters), ("handlers", made.handlers)):
            inner = data.get(section)
            for name, entry in inner.items() if isinstance(inner, Mapping) else ():
                if isinstance(entry, Mapping):
                    target[str(name)] = {str(k): (Known(v),) for k, v in entry.items() if _is_plain(v)}
        return made if made.formatters or made.handlers else None

    def of_file(self, ref: Ref) -> Configuration | None:
        """The configuration in the file that an expression names; None where it is not in sight."""
        for name in self._file_names(ref.module, ref.vid, DEPTH):
            text = self._read(ref.module, name)
            if text is not None:
                return self._of_text(text, name)
        return None

    def _of_text(self, text: str, name: str) -> Configuration | None:
        if name.endswith(".json"):
            try:
                return self.of_data(json.loads(text))
            except ValueError:
                return None
        parser = configparser.RawConfigParser()
        try:
            parser.read_string(text)
        except configparser.Error:
            return None
        made = Configuration()
        for section in parser.sections():
            kind, _, rest = section.partition("_")
            target = {"formatter": made.formatters, "handler": made.handlers}.get(kind)
            if target is not None and rest:
                target[rest] = {k: (Known(v),) for k, v in parser.items(section) if v}
        return made

    def _file_names(self, module: Module, vid: s.ValueId, depth: int) -> list[str]:
        """Names of files in the expression, nearest first."""
        if depth <= 0:
            return []
        node = module.values[vid]
        if isinstance(node, s.Const):
            return [node.value] if isinstance(node.value, str) and node.value.endswith(SUFFIXES) else []
        found: list[str] = []
        if isinstance(node, (s.GlobalName, s.Param, s.Imported, s.Attr)):
            ref = Ref(module, vid, self._program.root(self._owner(module, vid)))
            texts = [
                v.value for v in self._program.eval(ref) if isinstance(v, Known) and isinstance(v.value, str)
            ]
            found += [t for t in texts if t.endswith(SUFFIXES)]
            found += self._in_globals(module, node, depth)
        for child in children(node):
            found += self._file_names(module, child, depth - 1)
        return found

    def _in_globals(self, module: Module, node: s.Value, depth: int) -> list[str]:
        if not isinstance(node, s.GlobalName):
            return []
        return [
            n
            for vid in module.summary.globals.get(node.name, ())
            for n in self._file_names(module, vid, depth - 1)
        ]

    @staticmethod
    def _owner(module: Module, vid: s.ValueId) -> Any:
        from ...program import FunctionKey

        return FunctionKey(module, module.summary.owners[vid])

    def _read(self, module: Module, name: str) -> str | None:
        """The text of a file beside the module, or anywhere between it and the root of the project."""
        root = self._app.root
        if root is None:
            return None
        top = root.resolve()
        folder = (top / module.path).parent
        wanted = Path(name)
        for base in (folder, *folder.parents):
            for path in (base / wanted, base / wanted.name):
                if top in path.resolve().parents and path.is_file() and path.stat().st_size < MAX_SIZE:
                    return path.read_text("utf-8", "replace")
            if base == top:
                break
        return None

    # -- judging

    def judge(self, made: Configuration, module: Module) -> tuple[Stamp, tuple[Note, ...]]:
        """How the handlers of a configuration stamp their lines, and the entries that decide."""
        stamps: list[Stamp] = []
        notes: list[Note] = []
        used = self._used(made)
        for name in made.formatters:
            if name in used or not made.handlers:
                stamp = self._formatter(made.formatters[name], module)
                stamps.append(Stamp(stamp.state, f"formatter {name!r}: {stamp.reason}"))
                if stamp.state is State.WRONG and name in made.places:
                    notes.append((made.places[name], f"formatter {name!r}: {stamp.reason}"))
        stamps += self._bare_handlers(made)
        wrongs = [t for t in stamps if t.state is State.WRONG]
        if len(wrongs) > 1:
            return wrong("; ".join(t.reason for t in wrongs)), tuple(notes)
        return (worst(stamps) if stamps else unclear("it names no formatter")), tuple(notes)

    @staticmethod
    def _used(made: Configuration) -> set[str]:
        found: set[str] = set()
        for entry in made.handlers.values():
            found |= {
                v.value
                for v in entry.get("formatter", ())
                if isinstance(v, Known) and isinstance(v.value, str)
            }
        return found

    def _bare_handlers(self, made: Configuration) -> list[Stamp]:
        """Handlers without a formatter write the message alone."""
        found = []
        for name, entry in made.handlers.items():
            classes = [
                v.value for v in entry.get("class", ()) if isinstance(v, Known) and isinstance(v.value, str)
            ]
            if "formatter" not in entry and any(c.endswith(WRITING) for c in classes):
                if not self._app.log_setups.messages_are_stamped:
                    found.append(wrong(f"handler {name!r} has no formatter: {NO_TIME}"))
        return found

    def _formatter(self, entry: Entry, module: Module) -> Stamp:
        spec = self._spec(entry, module)
        if spec is None:
            return unclear("its class is not known")
        stamp = self._app.log_setups.judge_spec(spec)
        return stamp

    def _spec(self, entry: Entry, module: Module) -> Spec | None:
        arguments = {k: v for k, v in entry.items() if k not in ("()", "class", "format", ".", "validate")}
        if "format" in entry and "fmt" not in arguments:
            arguments["fmt"] = entry["format"]
        attributes: dict[str, Values] = {}
        for value in entry.get(".", ()):
            attributes = self._entry(value)
        named = entry.get("()") or entry.get("class")
        if not named:
            return Spec("logging.Formatter", arguments, None, attributes)
        for value in named:
            made = self._class(value, module)
            if made is not None:
                return self._with_class(made, arguments, attributes)
        return None

    def _with_class(self, made: Abstract, arguments: Entry, attributes: Entry) -> Spec | None:
        if isinstance(made, ClassRef):
            own = self._formatters.spec_of_class(made.cls, arguments)
            return Spec(made.cls, own, None, attributes)
        if isinstance(made, External):
            return Spec(made.name, arguments, None, attributes)
        return None

    def _class(self, value: Abstract, module: Module) -> Abstract | None:
        """The class that an entry names: itself, or by a dotted text."""
        if isinstance(value, (ClassRef, External)):
            return value
        if isinstance(value, Obj):
            return None
        if not (isinstance(value, Known) and isinstance(value.value, str)):
            return None
        text = value.value.removeprefix("ext://")
        head, _, last = text.rpartition(".")
        target = self._program.table.find(tuple(head.split(".")), module) if head else module
        if target is not None:
            found = self._program.names.exported(target, last)
            return found[0] if found else None
        return External(self._program.models.canonical(text))


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, (str, int, float, bool))
