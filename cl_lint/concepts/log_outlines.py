"""Outlines of the log: its handlers, where they write, from which level on, in which form."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..findings import Place
from ..models.performance_rows import LogHandler
from ..program import Abstract, Container, External, FunctionKey, Instance, Known, Obj, Ref, Text, Values
from ..program.binding import Arguments, Given
from ..program.updates import same_thing
from ..syntax import summary as s
from .log_setups import Setup, Stamp, State
from .log_setups.configurations import Configurations, Entry
from .log_setups.formatters import Formatters
from .log_setups.stamps import NO_TIME, unclear, wrong

if TYPE_CHECKING:
    from .application import Application

CONSOLE, FILE = "console", "file"
LOGURU_ADD = "loguru.logger.add"
LOGURU_KEPT = ("rotation", "retention", "compression")
STRUCTLOG = ("structlog.configure", "structlog.configure_once")
RENDERERS = ("JSONRenderer", "ConsoleRenderer", "KeyValueRenderer", "LogfmtRenderer")
FACTORIES = {
    "": ("PrintLogger", CONSOLE, "sys.stdout"),
    "PrintLoggerFactory": ("PrintLogger", CONSOLE, "sys.stdout"),
    "WriteLoggerFactory": ("WriteLogger", CONSOLE, "sys.stdout"),
    "BytesLoggerFactory": ("BytesLogger", CONSOLE, "sys.stdout"),
    "LoggerFactory": ("logging", "logging", ""),
}
"""Where structlog's loggers write, by their factory, the default first. Source: structlog 25.1."""
FILTERING = "make_filtering_bound_logger"
NAMES = frozenset("basicConfig dictConfig add configure configure_once".split())
PATH_DEPTH = 6


@dataclass(frozen=True)
class Outline:
    """One handler of the log. `sink` is where it writes ("file", "console" …) and `target` the file or
    address as far as it is known; `settings` say how lines are kept; `level` is the lowest that passes it,
    "" where the logger alone decides; `stamp` how lines are stamped, `form` their format in the source."""

    library: str
    handler: str
    sink: str
    target: str
    settings: tuple[tuple[str, str], ...]
    level: str
    stamp: Stamp
    form: str
    place: Place


@dataclass(frozen=True)
class LoggerLevel:
    """The level that a logger is set to; the root logger's name is ""."""

    logger: str
    level: str
    place: Place


class LogOutlines:
    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._formatters = Formatters(app)
        self._configurations = Configurations(app, self._formatters)

    @cached_property
    def handlers(self) -> tuple[Outline, ...]:
        """Every handler that the application sets up, in order of place."""
        found: dict[Outline, None] = {}
        for ref, name in self._calls(self._handler_names | NAMES):
            found.update(dict.fromkeys(self._of_call(ref, name)))
        return tuple(sorted(found, key=lambda o: (o.place, o.handler)))

    @cached_property
    def levels(self) -> tuple[LoggerLevel, ...]:
        """The levels that loggers are set to, in order of place."""
        found = []
        for ref, name in self._calls(frozenset({"setLevel", "basicConfig"})):
            if name == "logging.basicConfig":
                level = self._level(self._argument(ref, "level"))
                found += [LoggerLevel("", level, self._app.place_of(ref))] if level else []
            else:
                found += self._set_level(ref)
        return tuple(sorted(found, key=lambda x: x.place))

    # -- calls

    def _calls(self, names: frozenset[str]) -> list[tuple[Ref, str]]:
        """The calls of these last names, with the qualified name ("" where it is not a library's)."""
        return [pair for name in sorted(names) for pair in self._by_last_name.get(name, ())]

    @cached_property
    def _by_last_name(self) -> dict[str, list[tuple[Ref, str]]]:
        wanted = self._handler_names | NAMES | {"setFormatter", "setLevel"}
        found: dict[str, list[tuple[Ref, str]]] = {}
        for module in list(self._program.table.loaded()):
            for vid, node in module.of(s.Call):
                func = module.values[node.func]
                if isinstance(func, s.Attr):
                    if func.name not in wanted:
                        continue
                elif not isinstance(func, (s.GlobalName, s.Imported, s.FreeName)):
                    continue
                ref = Ref(module, vid, self._program.root(FunctionKey(module, module.summary.owners[vid])))
                name = self._name(ref)
                last = func.name if isinstance(func, s.Attr) else name.rsplit(".", 1)[-1]
                if last in wanted:
                    found.setdefault(last, []).append((ref, name))
        return found

    def _name(self, ref: Ref) -> str:
        return next((c.name for c in self._program.callees(ref) if isinstance(c, External)), "")

    @cached_property
    def _handler_names(self) -> frozenset[str]:
        return frozenset(name.rsplit(".", 1)[-1] for name in self._app.models.rows(LogHandler))

    def _of_call(self, ref: Ref, name: str) -> Iterator[Outline]:
        args = self._program.arguments(ref)
        row = self._app.models.row(LogHandler, name) if name else None
        if row is not None:
            yield self._constructed(ref, row, args)
        elif name == "logging.basicConfig" and "handlers" not in args.keywords:
            yield self._basic(ref, args)
        elif name == "logging.config.dictConfig":
            yield from self._dictionary(ref, args)
        elif name == LOGURU_ADD:
            yield self._loguru(ref, args)
        elif name in STRUCTLOG:
            yield self._structlog(ref, args)

    # -- the standard library

    def _constructed(self, ref: Ref, row: LogHandler, args: Arguments) -> Outline:
        handler = self._made_by(ref)
        stamp, form = self._formatter_of(handler)
        target = ""
        for keyword in row.target_keywords:
            target = target or self._text(_given(args, keyword, row.target))
        settings = []
        for keyword, position in zip(row.settings, row.positions or (-1,) * len(row.settings), strict=False):
            given = _given(args, keyword, position)
            if given:
                settings.append((keyword, self._text(given)))
        level = next((self._level(given) for given in self._levels_set(handler)), "")
        return Outline(
            library="logging",
            handler=row.name.rsplit(".", 1)[-1],
            sink=row.sink,
            target=target or ("sys.stderr" if row.sink == CONSOLE else ""),
            settings=tuple(settings),
            level=level,
            stamp=stamp,
            form=form,
            place=self._app.place_of(ref),
        )

    def _made_by(self, ref: Ref) -> Abstract | None:
        values = self._program.eval(ref)
        return next((v for v in values if isinstance(v, (Obj, Instance))), None)

    def _formatter_of(self, handler: Abstract | None) -> tuple[Stamp, str]:
        """How the formatter that a handler is given stamps lines, and its format."""
        for ref, _ in self._calls(frozenset({"setFormatter"})):
            if handler is None or not self._is_called_on(ref, "setFormatter", handler):
                continue
            args = self._program.arguments(ref)
            for value in self._program.eval_all(args.positional[:1] or args.keywords.get("fmt", [])):
                spec = self._formatters.spec_of(value)
                if spec is not None:
                    return self._app.log_setups.judge_spec(spec), _known_text(spec.get("fmt", "format"))
        basic = self._basic_of(handler)
        if basic is not None:
            return basic
        return wrong(f"it has no formatter: {NO_TIME}"), ""

    def _basic_of(self, handler: Abstract | None) -> tuple[Stamp, str] | None:
        """What `basicConfig(handlers=[…], format=…)` gives to its handlers."""
        for ref, name in self._calls(frozenset({"basicConfig"})):
            if name == "logging.basicConfig":
                args = self._program.arguments(ref)
                for value in self._program.eval_all(args.keywords.get("handlers", ())):
                    if not isinstance(value, Container) or handler is None:
                        continue
                    if any(same_thing(v, handler) for v in self._items(value)):
                        return self._stamp_at(ref), self._text(args.keywords.get("format", []))
        return None

    def _items(self, value: Container) -> Values:
        node = value.ref.module.values[value.ref.vid]
        items = node.items if isinstance(node, s.Sequence) else ()
        return self._program.eval_all([Ref(value.ref.module, i.value, value.ref.frame) for i in items])

    def _is_called_on(self, ref: Ref, method: str, thing: Abstract) -> bool:
        node = ref.module.values[ref.vid]
        func = ref.module.values[node.func] if isinstance(node, s.Call) else None
        if not isinstance(func, s.Attr) or func.name != method:
            return False
        return any(same_thing(v, thing) for v in self._program.eval(Ref(ref.module, func.base, ref.frame)))

    def _levels_set(self, handler: Abstract | None) -> Iterator[list[Given]]:
        if handler is not None:
            for ref, _ in self._calls(frozenset({"setLevel"})):
                if self._is_called_on(ref, "setLevel", handler):
                    yield self._argument(ref, "level")

    def _basic(self, ref: Ref, args: Arguments) -> Outline:
        file = self._text(args.keywords.get("filename", []))
        stream = self._text(args.keywords.get("stream", []))
        return Outline(
            library="logging",
            handler="FileHandler" if file else "StreamHandler",
            sink=FILE if file else CONSOLE,
            target=file or stream or "sys.stderr",
            settings=(),
            level="",
            stamp=self._stamp_at(ref),
            form=self._text(args.keywords.get("format", [])),
            place=self._app.place_of(ref),
        )

    def _stamp_at(self, ref: Ref) -> Stamp:
        place = self._app.place_of(ref)
        return next(
            (x.stamp for x in self._app.log_setups.all if x.place == place), unclear("it is not known")
        )

    def _dictionary(self, ref: Ref, args: Arguments) -> Iterator[Outline]:
        for value in self._program.eval_all(args.positional[:1] or args.keywords.get("config", [])):
            made = self._configurations.of_mapping(value)
            for name, entry in made.handlers.items() if made is not None else ():
                formatter = made.formatters.get(_known_text(entry.get("formatter", ())), {}) if made else {}
                yield self._configured(ref, name, entry, formatter)

    def _configured(self, ref: Ref, name: str, entry: Entry, formatter: Entry) -> Outline:
        kind = _known_text(entry.get("class", ())) or name
        row = self._app.models.row(LogHandler, self._app.models.canonical(kind))
        keys = row.target_keywords if row is not None else ()
        target = next((t for t in (_known_text(entry.get(k, ())) for k in keys) if t), "")
        kept = row.settings if row is not None else ()
        return Outline(
            library="logging",
            handler=kind.rsplit(".", 1)[-1],
            sink=row.sink if row is not None else "unknown",
            target=target.removeprefix("ext://"),
            settings=tuple((k, _known_text(entry[k])) for k in kept if k in entry),
            level=_known_text(entry.get("level", ())).upper(),
            stamp=self._stamp_at(ref),
            form=_known_text(formatter.get("format", ()) or formatter.get("fmt", ())),
            place=self._app.place_of(ref),
        )

    # -- loguru and structlog

    def _loguru(self, ref: Ref, args: Arguments) -> Outline:
        sink = self._text(args.positional[:1] or args.keywords.get("sink", []))
        console = sink in ("sys.stderr", "sys.stdout", "print")
        return Outline(
            library="loguru",
            handler="sink",
            sink=CONSOLE if console else FILE if sink else "unknown",
            target=sink,
            settings=tuple((k, self._text(args.keywords[k])) for k in LOGURU_KEPT if k in args.keywords),
            level=self._level(self._argument(ref, "level", -1)),
            stamp=self._stamp_at(ref),
            form=self._text(args.keywords.get("format", [])),
            place=self._app.place_of(ref),
        )

    def _structlog(self, ref: Ref, args: Arguments) -> Outline:
        place = self._app.place_of(ref)
        setups = [x for x in self._app.log_setups.all if x.what == "structlog" and _is_of(x, place)]
        names = [
            (v.maker or v.type).rsplit(".", 1)[-1]
            for value in self._program.eval_all(args.keywords.get("processors", args.positional[:1]))
            if isinstance(value, Container)
            for v in self._items(value)
            if isinstance(v, Obj)
        ]
        handler, sink, target = self._factory(args)
        return Outline(
            library="structlog",
            handler=handler,
            sink=sink,
            target=target,
            settings=(),
            level=self._filtering_level(args),
            stamp=setups[0].stamp if setups else unclear("it is stamped elsewhere"),
            form=next((n for n in names if n in RENDERERS), ""),
            place=place,
        )

    def _factory(self, args: Arguments) -> tuple[str, str, str]:
        """What structlog's loggers write with: handler, sink and target."""
        for value in self._program.eval_all(args.keywords.get("logger_factory", [])):
            name = (value.maker if isinstance(value, Obj) else getattr(value, "name", "")).rsplit(".", 1)[-1]
            handler, sink, target = FACTORIES.get(name, (name or "processors", "unknown", ""))
            given = self._program.arguments(value.site) if isinstance(value, Obj) and value.site else None
            file = self._file(_given(given, "file", 0)) if given is not None and sink == CONSOLE else ""
            if file and not file.startswith("sys.std"):
                return handler, FILE, file
            return handler, sink, file or target
        return FACTORIES[""]

    def _file(self, given: list[Given]) -> str:
        """The name of a file that is given open."""
        for value in self._program.eval_all(given):
            if isinstance(value, Obj) and value.site is not None and value.maker == "builtins.open":
                return self._text(self._program.arguments(value.site).positional[:1])
        return self._text(given)

    def _filtering_level(self, args: Arguments) -> str:
        """The level of `wrapper_class=structlog.make_filtering_bound_logger(level)`."""
        for value in self._program.eval_all(args.keywords.get("wrapper_class", [])):
            if isinstance(value, Obj) and value.site is not None and value.maker.endswith(FILTERING):
                return self._level(self._argument(value.site, "min_level", 0))
        return ""

    # -- levels and texts

    def _set_level(self, ref: Ref) -> list[LoggerLevel]:
        node = ref.module.values[ref.vid]
        func = ref.module.values[node.func] if isinstance(node, s.Call) else None
        if not isinstance(func, s.Attr) or func.name != "setLevel":
            return []
        found = []
        for value in self._program.eval(Ref(ref.module, func.base, ref.frame)):
            if isinstance(value, Obj) and value.site is not None and value.type == "logging.Logger":
                name = self._text(self._program.arguments(value.site).positional[:1])
                level = self._level(self._argument(ref, "level"))
                found.append(LoggerLevel(name, level, self._app.place_of(ref)))
        return [x for x in found if x.level]

    def _argument(self, ref: Ref, keyword: str, position: int = 0) -> list[Given]:
        return self._app.api_calls.argument(ref, position, keyword)

    def _level(self, given: list[Given]) -> str:
        for value in self._program.eval_all(given):
            if isinstance(value, External):
                return value.name.rsplit(".", 1)[-1]
            if isinstance(value, Known) and isinstance(value.value, int):
                return logging.getLevelName(value.value)
            if isinstance(value, Known) and isinstance(value.value, str):
                return value.value.upper()
        return ""

    def _text(self, given: list[Given]) -> str:
        """What an argument says: a constant, a path put together, else as the source spells it."""
        for one in given[:1]:
            if isinstance(one, Ref):
                return self._path(one, PATH_DEPTH)
            return str(getattr(one, "value", one))
        return ""

    def _path(self, ref: Ref, depth: int) -> str:
        values = self._program.eval(ref)
        if len(values) == 1 and isinstance(values[0], (Known, Text)):
            value = values[0]
            return str(value.value if isinstance(value, Known) else value)
        if len(values) == 1 and isinstance(values[0], External):
            return values[0].name
        node = ref.module.values[ref.vid]
        if depth > 0 and isinstance(node, s.Binary) and node.op == "/":
            left = self._path(Ref(ref.module, node.left, ref.frame), depth - 1)
            right = self._path(Ref(ref.module, node.right, ref.frame), depth - 1)
            return f"{left.rstrip('/')}/{right}"
        if depth > 0 and isinstance(node, s.Call) and len(node.args) == 1:
            if self._name(ref).startswith("pathlib.") or self._name(ref) == "builtins.str":
                return self._path(Ref(ref.module, node.args[0].value, ref.frame), depth - 1)
        spelled = self._program.spell(ref)
        return "{" + spelled + "}" if spelled else ""


def _given(args: Arguments, keyword: str, position: int) -> list[Given]:
    if keyword in args.keywords:
        return args.keywords[keyword]
    return args.positional[position : position + 1] if position >= 0 else []


def _known_text(values: Values) -> str:
    return next((str(v.value) for v in values if isinstance(v, Known) and v.value is not None), "")


def _is_of(setup: Setup, place: Place) -> bool:
    return setup.place == place or any(noted == place for noted, _ in setup.notes)


__all__ = ["CONSOLE", "FILE", "LogOutlines", "LoggerLevel", "Outline", "Stamp", "State"]
