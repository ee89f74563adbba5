"""Logging set-ups: what stamps the lines of the log."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from ...program import Abstract, Container, External, FunctionKey, Instance, Known, Module, Obj, Ref, Values
from ...program.binding import Arguments
from ...program.updates import same_thing
from ...syntax import summary as s
from .configurations import WRITING, Configurations
from .formatters import Formatters, Spec
from .items import items_of
from .stamps import NO_TIME, Setup, Stamp, State, of_moments, unclear, wrong
from .structured import Structured, writes_through_logging

if TYPE_CHECKING:
    from ..application import Application

__all__ = ["LogSetups", "Setup", "Stamp", "State"]

NAMES = frozenset(
    (
        "basicConfig setFormatter dictConfig fileConfig configure configure_once add addHandler "
        "run Config dictConfigClass"
    ).split()
)
SETTINGS = frozenset({"INSTALLED_APPS", "SECRET_KEY", "MIDDLEWARE"})
"""What Django's settings hold."""
BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
LOGURU_ADD = "loguru.logger.add"
LOGURU_CONFIGURE = "loguru.logger.configure"
STRUCTLOG = frozenset({"structlog.configure", "structlog.configure_once"})


class LogSetups:
    """The visible logging configuration of an application, and what it makes of the time."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._formatters = Formatters(app)
        self._configurations = Configurations(app, self._formatters)
        self._structured = Structured(app)

    @cached_property
    def all(self) -> tuple[Setup, ...]:
        """Every set-up, in order of place."""
        found: dict[Setup, None] = {}
        for call, name, args in self._calls:
            found.update(dict.fromkeys(self._setups(call, name, args)))
        found.update(dict.fromkeys(self._django()))
        return tuple(found)

    @cached_property
    def _calls(self) -> list[tuple[Ref, str, Arguments]]:
        """The calls that configure, by the qualified name (or ".setFormatter", ".addHandler")."""
        found = []
        for module in list(self._program.table.loaded()):
            for vid, node in module.of(s.Call):
                if _last_name(module, node) in NAMES:
                    call = Ref(
                        module, vid, self._program.root(FunctionKey(module, module.summary.owners[vid]))
                    )
                    name = self._name(call, _last_name(module, node))
                    if name:
                        found.append((call, name, self._program.arguments(call)))
        return found

    def _name(self, call: Ref, last: str) -> str:
        names = [c.name for c in self._program.callees(call) if isinstance(c, External)]
        if last in ("setFormatter", "addHandler"):
            return f".{last}"
        for name in names:
            if name in STRUCTLOG or name in (LOGURU_ADD, LOGURU_CONFIGURE):
                return name
            if name.startswith(("logging.", "uvicorn.")):
                return name
        return ""

    def _setups(self, call: Ref, name: str, args: Arguments) -> Iterator[Setup]:
        if name == "logging.basicConfig":
            yield from self._basic(call, args)
        elif name == ".setFormatter":
            yield from self._set_formatter(call, args)
        elif name == ".addHandler":
            yield from self._added(call, args)
        elif name == "logging.config.dictConfig":
            yield from self._dictionary(call, args.positional[:1] or args.keywords.get("config", []))
        elif name.startswith("uvicorn."):
            yield from self._dictionary(call, args.keywords.get("log_config", []))
        elif name == "logging.config.fileConfig":
            yield from self._file(call)
        elif name in STRUCTLOG:
            yield from self._structured.structlog(call, args)
        elif name == LOGURU_ADD:
            stamp = self._structured.loguru(args)
            if stamp is not None:
                yield Setup(self._app.place_of(call), "logger.add()", stamp)
        elif name == LOGURU_CONFIGURE:
            yield from self._loguru_handlers(call, args)

    # -- what other parts ask

    @cached_property
    def fields(self) -> dict[str, Stamp]:
        """Stamps that filters and patchers put into records, by name."""
        moments: dict[str, list] = {}  # type: ignore[type-arg]
        for journey in self._app.timestamps.journeys:
            for key, keys, moment in journey.stored:
                texts = [k for k in keys if isinstance(k, str)]
                if texts and self._app.log_hooks.is_inside(key):
                    moments.setdefault(texts[-1], []).append(moment)
        return {name: of_moments(found) for name, found in moments.items()}

    @cached_property
    def has_standard_setup(self) -> bool:
        """Whether the standard library's logging is configured in sight."""
        return any(name.startswith((".", "logging.")) for _, name, _ in self._calls)

    @cached_property
    def messages_are_stamped(self) -> bool:
        """Whether structlog stamps the messages that the standard library then only passes on."""
        for _, name, args in self._calls:
            if name in STRUCTLOG and writes_through_logging(
                self._program.eval_all(args.keywords.get("logger_factory", ()))
            ):
                return True
        return False

    def judge_spec(self, spec: Spec) -> Stamp:
        """How a formatter stamps its lines; a bare message is judged where it is made."""
        stamp = self._formatters.judge(spec)
        if stamp.state is State.WRONG and stamp.reason == NO_TIME and self.messages_are_stamped:
            return unclear("structlog has stamped the message")
        return stamp

    # -- the standard library

    def _basic(self, call: Ref, args: Arguments) -> Iterator[Setup]:
        place = self._app.place_of(call)
        if args.open_keywords and "format" not in args.keywords:
            yield Setup(place, "basicConfig()", unclear("its arguments are not known"))
            return
        if self._formats_are_replaced(args):
            return
        named = {key: self._program.eval_all(given) for key, given in args.keywords.items()}
        form = tuple(v for v in named.get("format", ()) if v != Known(None)) or (Known(BASIC_FORMAT),)
        arguments = {"fmt": form, **{k: v for k, v in named.items() if k in ("datefmt", "style")}}
        stamp = self.judge_spec(Spec("logging.Formatter", arguments))
        yield Setup(place, "basicConfig()", stamp)

    def _formats_are_replaced(self, args: Arguments) -> bool:
        """Whether every handler that basicConfig sets up has a formatter of its own."""
        handlers = args.keywords.get("handlers")
        if not handlers:
            return any(self._is_of_root(call) for call, name, _ in self._calls if name == ".setFormatter")
        refs = []
        for value in self._program.eval_all(handlers):
            found, is_open = items_of(self._program, value)
            if is_open:
                return True
            refs += found
        return all(self._has_formatter(v) is not False for r in refs for v in self._program.eval(r)[:1])

    def _is_of_root(self, call: Ref) -> bool:
        """`for handler in logging.root.handlers: handler.setFormatter(…)`."""
        node = call.module.values[call.vid]
        func = call.module.values[node.func] if isinstance(node, s.Call) else None
        if not isinstance(func, s.Attr):
            return False
        vid = func.base
        for _ in range(6):
            inner = call.module.values[vid]
            if isinstance(inner, s.Attr) and inner.name == "handlers":
                return True
            if isinstance(inner, s.Phi):
                vid = inner.operands[0]
            elif isinstance(inner, s.Element):
                vid = inner.iterable
            elif isinstance(inner, (s.Item, s.Attr)):
                vid = inner.base
            else:
                return False
        return False

    def _receiver(self, call: Ref) -> Values:
        node = call.module.values[call.vid]
        func = call.module.values[node.func] if isinstance(node, s.Call) else None
        return self._program.eval(Ref(call.module, func.base, call.frame)) if isinstance(func, s.Attr) else ()

    def _has_formatter(self, handler: Abstract) -> bool | None:
        """Whether a handler gets a formatter in sight; None where that cannot be told."""
        if not isinstance(handler, (Obj, Instance)):
            return None
        unknown = False
        for call, name, _ in self._calls:
            if name == ".setFormatter":
                for base in self._receiver(call):
                    if same_thing(base, handler):
                        return True
                    unknown = unknown or not isinstance(base, (Obj, Instance))
        if self._program.updates.on(handler, "formatter"):
            return True
        return None if unknown else False

    def _set_formatter(self, call: Ref, args: Arguments) -> Iterator[Setup]:
        for value in self._program.eval_all(args.positional[:1] or args.keywords.get("fmt", [])):
            spec = self._formatters.spec_of(value)
            if spec is None:
                continue
            site = getattr(value, "site", None)
            place = self._app.place_of(site if site is not None else call)
            yield Setup(
                place, "the formatter", self.judge_spec(spec), ((self._app.place_of(call), "set here"),)
            )

    def _added(self, call: Ref, args: Arguments) -> Iterator[Setup]:
        """A handler that never gets a formatter writes the message alone."""
        for value in self._program.eval_all(args.positional[:1]):
            if not (isinstance(value, Obj) and value.site is not None and value.maker.endswith(WRITING)):
                continue
            if value.maker.endswith("NullHandler") or self._has_formatter(value) is not False:
                continue
            if not self.messages_are_stamped and not self._is_in_basic(value):
                stamp = wrong(f"it has no formatter: {NO_TIME}")
                yield Setup(self._app.place_of(value.site), "the handler", stamp)

    def _is_in_basic(self, handler: Obj) -> bool:
        for _, name, args in self._calls:
            if name == "logging.basicConfig":
                for value in self._program.eval_all(args.keywords.get("handlers", ())):
                    refs, is_open = items_of(self._program, value)
                    if is_open or any(same_thing(v, handler) for r in refs for v in self._program.eval(r)):
                        return True
        return False

    # -- configurations as data

    def _dictionary(self, call: Ref, given: list[Ref | Abstract]) -> Iterator[Setup]:
        place = self._app.place_of(call)
        for value in self._program.eval_all(given):
            if isinstance(value, Known):
                continue
            made = self._configurations.of_mapping(value)
            if made is None and given and isinstance(given[0], Ref):
                made = self._configurations.of_file(given[0])
            if made is None:
                yield Setup(place, "the configuration", unclear("its contents are not known"))
                continue
            stamp, notes = self._configurations.judge(made, call.module)
            yield Setup(place, "the configuration", stamp, notes)

    def _file(self, call: Ref) -> Iterator[Setup]:
        place = self._app.place_of(call)
        node = call.module.values[call.vid]
        assert isinstance(node, s.Call)
        made = None
        for arg in node.args[:1]:
            made = self._configurations.of_file(Ref(call.module, arg.value, call.frame))
        if made is None:
            yield Setup(place, "the configuration", unclear("its file is not in sight"))
            return
        stamp, notes = self._configurations.judge(made, call.module)
        yield Setup(place, "the configuration", stamp, notes)

    def _django(self) -> Iterator[Setup]:
        """Django applies the `LOGGING` of its settings by itself."""
        if any(name == "logging.config.dictConfig" for _, name, _ in self._calls):
            return
        modules = list(self._program.table.loaded())
        is_django = any(name.split(".")[0] == "django" for m in modules for name in m.imports_of_names)
        for module in modules:
            names = module.summary.globals
            if "LOGGING" not in names or not (is_django or SETTINGS & set(names)):
                continue
            if is_django and not SETTINGS & set(names) and "settings" not in module.parts:
                continue
            for value in self._program.names.in_module(module, "LOGGING"):
                made = self._configurations.of_mapping(value)
                if made is not None and isinstance(value, Container):
                    stamp, notes = self._configurations.judge(made, module)
                    place = notes[0][0] if notes else self._app.place_of(value.ref)
                    yield Setup(place, "LOGGING", stamp, notes)

    # -- loguru

    def _loguru_handlers(self, call: Ref, args: Arguments) -> Iterator[Setup]:
        for value in self._program.eval_all(args.keywords.get("handlers", ())):
            refs, is_open = items_of(self._program, value)
            if is_open and not refs:
                yield Setup(self._app.place_of(call), "configure()", unclear("its handlers are not known"))
            for ref in refs:
                for entry in self._program.eval(ref):
                    keys, _ = self._program.mappings.keys(entry)
                    given = {k: self._program.eval_all(self._program.mappings.get(entry, k)) for k in keys}
                    stamp = self._structured.loguru(Arguments(), given)
                    if stamp is not None and given:
                        yield Setup(
                            self._app.place_of(ref),
                            "the sink",
                            stamp,
                            ((self._app.place_of(call), "configured here"),),
                        )


def _last_name(module: Module, node: s.Call) -> str:
    func = module.values[node.func]
    if isinstance(func, (s.Attr, s.GlobalName, s.FreeName)):
        return func.name
    return (func.name or "") if isinstance(func, s.Imported) else ""
