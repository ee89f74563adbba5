"""Formatters of the standard library and their subclasses: how they stamp their lines."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ...program import (
    Abstract,
    ClassKey,
    ClassRef,
    Closure,
    External,
    Frame,
    FunctionKey,
    Instance,
    Known,
    Obj,
    Ref,
    Values,
)
from ...program.binding import Arguments
from ...syntax import summary as s
from ..timestamps import Clock, Form, Moment, shapes
from ..timestamps.steps import rendered
from .items import items_of
from .lines import DEFAULT_MSEC, DEFAULT_TIME, of_line, time_text
from .stamps import NO_TIME, NUMBER, Stamp, of_moments, of_sample, right, unclear, worst, wrong

if TYPE_CHECKING:
    from ..application import Application

STANDARD = (
    "logging.Formatter",
    "colorlog.",
    "uvicorn.logging.",
    "celery.app.log.",
    "coloredlogs.",
    "pythonjsonlogger.",
    "logging.BufferingFormatter",
)
JSON = "pythonjsonlogger."
STYLES = ("%", "{", "$")
ABSENT: Values = (Known(None),)


@dataclass(frozen=True)
class Spec:
    """A formatter as it is made: its class (of the program, or a library's by name), the arguments that
    reach the standard constructor, and the object itself where there is one."""

    cls: ClassKey | str
    arguments: dict[str, Values] = field(default_factory=dict)
    made: Abstract | None = None
    attributes: dict[str, Values] = field(default_factory=dict)

    def get(self, *names: str) -> Values:
        return next((self.arguments[n] for n in names if n in self.arguments), ABSENT)


class Formatters:
    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program

    # -- how a formatter is made

    def spec_of(self, value: Abstract) -> Spec | None:
        """The formatter that a value is; None where it is none that is known."""
        if isinstance(value, Instance) and value.site is not None:
            return Spec(value.cls, self._named(self._constructor(value)), value)
        if isinstance(value, Instance):
            return Spec(value.cls, {}, value)
        if isinstance(value, Obj) and value.site is not None:
            name = value.maker or value.type
            return Spec(name, self._named(self._program.arguments(value.site)), value)
        return None

    def spec_of_class(self, cls: ClassKey, given: dict[str, Values]) -> dict[str, Values]:
        """The arguments of a class that a configuration makes with `given`: what its `__init__` passes on
        itself counts where that names no parameter."""
        init = self._program.classes.method(cls, "__init__")
        if init is None:
            return given
        inner = self._named(self._constructor_from(self._program.root(init), Instance(cls)))
        return {**{k: v for k, v in inner.items() if any(isinstance(x, Known) for x in v)}, **given}

    def _constructor(self, value: Instance) -> Arguments:
        """The arguments that reach the library's constructor, through those of the program's classes."""
        program = self._program
        assert value.site is not None
        init = program.classes.method(value.cls, "__init__")
        if init is None:
            return program.arguments(value.site)
        return self._constructor_from(program.frames.make(init, value.site, value), value)

    def _constructor_from(self, frame: Frame, value: Instance) -> Arguments:
        program = self._program
        for _ in range(4):
            module = frame.function.module
            following = None
            for vid in program.function(frame.function).calls:
                node = module.values[vid]
                if isinstance(node, s.Call) and program.attr_name(module, node.func) == "__init__":
                    call = Ref(module, vid, frame)
                    frames = program.called_frames(call)
                    if not frames:
                        return self._without_self(program.arguments(call), value)
                    following = frames[0]
            if following is None:
                break
            frame = following
        return Arguments()

    def _without_self(self, args: Arguments, value: Instance) -> Arguments:
        """`logging.Formatter.__init__(self, …)` passes the object too."""
        first = self._program.eval_all(args.positional[:1])
        if any(isinstance(v, Instance) and v.cls == value.cls for v in first):
            args.positional = args.positional[1:]
        return args

    def _named(self, args: Arguments) -> dict[str, Values]:
        program = self._program
        found = {key: program.eval_all(given) for key, given in args.keywords.items()}
        for name, given in zip(("fmt", "datefmt", "style"), args.positional, strict=False):
            found.setdefault(name, program.eval_given(given))
        if (args.open_positional or args.open_keywords) and "fmt" not in found:
            found["fmt"] = ()
        return found

    # -- the judgement

    def judge(self, spec: Spec) -> Stamp:
        """How the formatter stamps its lines."""
        if isinstance(spec.cls, str):
            return self._of_library(spec, spec.cls)
        return self._of_class(spec, spec.cls)

    def _of_library(self, spec: Spec, name: str) -> Stamp:
        if name.startswith(JSON) and self._is_on(spec.get("timestamp")):
            return right("its lines bear UTC in ISO 8601")
        if name.startswith("structlog.stdlib.ProcessorFormatter"):
            return unclear("structlog forms its lines")
        if not name.removesuffix("()").startswith(STANDARD):
            return unclear(f"what {name} writes is not known")
        return self._standard(spec)

    @staticmethod
    def _is_on(values: Values) -> bool:
        return any(isinstance(v, Known) and v.value not in (None, False, "") for v in values)

    def _of_class(self, spec: Spec, cls: ClassKey) -> Stamp:
        bases = self._program.classes.external_bases(cls)
        if any(b.startswith(JSON) for b in bases):
            if self._is_on(spec.get("timestamp")):
                return right("its lines bear UTC in ISO 8601")
            added = self._put_in(cls)
            if added is not None:
                return added
        own = self._own(cls, "format")
        if own is not None:
            stamp = self._own_format(spec, cls, own)
            if stamp is not None:
                return stamp
        if bases and not any(b.startswith(STANDARD) for b in bases) and own is None:
            return unclear(f"what {bases[0]} writes is not known")
        return self._standard(spec)

    def _own(self, cls: ClassKey, name: str) -> FunctionKey | None:
        """The program's own method of that name."""
        return self._program.classes.method(cls, name)

    def _methods(self, cls: ClassKey) -> list[FunctionKey]:
        found = []
        for base in self._program.classes.mro(cls):
            if isinstance(base, ClassKey):
                functions = base.module.summary.functions
                found += [FunctionKey(base.module, f.number) for f in functions if f.cls == base.number]
        return found

    def _put_in(self, cls: ClassKey) -> Stamp | None:
        moments = [m for key in self._methods(cls) for _, m in self._app.timestamps.put_into(key)]
        return of_moments(moments) if moments else None

    def _own_format(self, spec: Spec, cls: ClassKey, key: FunctionKey) -> Stamp | None:
        """A `format` of the program; None where the library's goes on with the line."""
        timestamps = self._app.timestamps
        moments = [*timestamps.given_back(key), *(m for _, m in timestamps.put_into(key))]
        if moments:
            return of_moments(moments)
        call = self._call_in(key, "formatTime")
        if call is not None:
            return self._of_time(spec, self._datefmt_of(call, spec))
        if self._reads(key, "asctime") or self._call_in(key, "super().format") is not None:
            return None
        if self._reads(key, "created"):
            return wrong(NUMBER)
        if any(self._call_in(key, name) for name in ("formatMessage", "format", "usesTime")):
            return None
        return wrong(NO_TIME)

    def _call_in(self, key: FunctionKey, name: str) -> Ref | None:
        """A call of a method of that name in the function; "super().x" only by way of super()."""
        program = self._program
        wanted = name.removeprefix("super().")
        for vid in program.function(key).calls:
            node = key.module.values[vid]
            if isinstance(node, s.Call) and program.attr_name(key.module, node.func) == wanted:
                call = Ref(key.module, vid, program.root(key))
                func = key.module.values[node.func]
                base = program.spell(Ref(key.module, func.base, call.frame))  # type: ignore[union-attr]
                if wanted == name or base in ("super()", "logging.Formatter") or base.endswith("Formatter"):
                    return call
        return None

    def _reads(self, key: FunctionKey, name: str) -> bool:
        owners = key.module.summary.owners
        return any(
            owners[vid] == key.number and isinstance(node, s.Attr) and node.name == name
            for vid, node in enumerate(key.module.values)
        )

    def _datefmt_of(self, call: Ref, spec: Spec) -> Values:
        args = self._program.arguments(call)
        given = args.keywords.get("datefmt") or args.positional[1:2]
        values = self._program.eval_all(given) if given else ABSENT
        known = [v for v in values if isinstance(v, Known)]
        return tuple(known) or spec.get("datefmt")

    # -- the standard line

    def _standard(self, spec: Spec) -> Stamp:
        return worst([self._line(spec, fmt) for fmt in self._formats(spec)])

    def _formats(self, spec: Spec) -> list[str | None]:
        """The formats that the formatter may have; None where one is not known."""
        found: list[str | None] = []
        for value in spec.get("fmt", "format"):
            if isinstance(value, Known):
                found.append(value.value if isinstance(value.value, str) else "%(message)s")
                continue
            refs, is_open = items_of(self._program, value)
            names = [v.value for v in self._program.eval_all(refs) if isinstance(v, Known)]
            found.append(None if is_open else " ".join(f"%({n})s" for n in names if isinstance(n, str)))
        known = [f for f in found if f is not None]
        return [*known] or [None]

    def _line(self, spec: Spec, fmt: str | None) -> Stamp:
        if fmt is None:
            return unclear("its format is not known")
        styles = [v.value for v in spec.get("style") if isinstance(v, Known) and v.value in STYLES]
        style = str(styles[0]) if styles else "%"
        if isinstance(spec.cls, str) and spec.cls.startswith(JSON) and "%(" not in fmt and "," in fmt:
            fmt = " ".join(f"%({n.strip()})s" for n in fmt.split(","))
        return self._with_time(spec, fmt, style)

    def _with_time(self, spec: Spec, fmt: str, style: str) -> Stamp:
        fields = self._app.log_setups.fields
        if isinstance(spec.cls, ClassKey):
            key = self._own(spec.cls, "formatTime")
            if key is not None and "asctime" in fmt:
                return self._own_time(spec, key)
            added = self._put_in(spec.cls)
            if added is not None and "asctime" not in fmt:
                return added
        clock = self.clock(spec)
        if clock is None:
            return unclear("the clock of its converter is not known")
        stamps = []
        for datefmt in self._datefmts(spec.get("datefmt")):
            asctime = time_text(datefmt, clock, *self._defaults(spec))
            stamps.append(of_line(fmt, style, asctime, clock, fields))
        return worst(stamps)

    @staticmethod
    def _datefmts(values: Values) -> list[str | None]:
        texts = [v.value for v in values if isinstance(v, Known) and isinstance(v.value, str)]
        return [*texts] or [None]

    def _own_time(self, spec: Spec, key: FunctionKey) -> Stamp:
        """A `formatTime` of the program."""
        moments = self._app.timestamps.given_back(key)
        if moments:
            return of_moments(self._with_datefmt(moments, spec))
        call = self._call_in(key, "super().formatTime")
        if call is not None:
            return self._of_time(spec, self._datefmt_of(call, spec))
        return unclear("what its formatTime returns is not known")

    def _with_datefmt(self, moments: list[Moment], spec: Spec) -> list[Moment]:
        """The times of a `formatTime` that tries `datefmt` first, under that of the formatter."""
        unknown = [m for m in moments if shapes.UNKNOWN_FORM in m.sample]
        others = [m for m in moments if m not in unknown]
        texts = [t for t in self._datefmts(spec.get("datefmt")) if t is not None]
        if not unknown or (not texts and others):
            return others or moments
        if not texts:
            return moments
        return [
            replace(m, sample=rendered(t, replace(m, form=Form.OBJECT), "strftime"))
            for m in unknown
            for t in texts
        ]

    def _of_time(self, spec: Spec, datefmts: Values) -> Stamp:
        """The standard `formatTime` with a format."""
        if isinstance(spec.cls, ClassKey):
            key = self._own(spec.cls, "formatTime")
            if key is not None and self._app.timestamps.given_back(key):
                return of_moments(self._app.timestamps.given_back(key))
        clock = self.clock(spec)
        if clock is None:
            return unclear("the clock of its converter is not known")
        texts = self._datefmts(datefmts)
        return worst([of_sample(time_text(t, clock, *self._defaults(spec)), clock) for t in texts])

    def _defaults(self, spec: Spec) -> tuple[str | None, str | None]:
        """default_time_format and default_msec_format."""
        found: list[str | None] = []
        for name, fallback in (("default_time_format", DEFAULT_TIME), ("default_msec_format", DEFAULT_MSEC)):
            values = self._attribute(spec, name)
            known = [v.value for v in values if isinstance(v, Known)]
            found.append((known[0] if isinstance(known[0], str) else None) if known else fallback)
        return found[0], found[1]

    # -- clocks

    def _attribute(self, spec: Spec, name: str) -> Values:
        """What is set on the formatter, its class, or the library's class for all."""
        program = self._program
        found: Values = spec.attributes.get(name, ())
        if not found and isinstance(spec.made, Obj):
            found = program.updates.assigned(spec.made, name)
        if not found and isinstance(spec.cls, ClassKey):
            receiver = spec.made or Instance(spec.cls)
            found = program.classes.attribute(spec.cls, name, receiver) or program.classes.attribute(
                spec.cls, name, ClassRef(spec.cls)
            )
        return found or self._for_all(name)

    def _for_all(self, name: str) -> Values:
        return self._global.get(name, ())

    @cached_property
    def _global(self) -> dict[str, Values]:
        """What is assigned to attributes of `logging.Formatter` itself, or of unknown formatters."""
        program = self._program
        found: dict[str, Values] = {}
        for name in ("converter", "default_time_format", "default_msec_format"):
            for update in program.updates.of_attribute(name):
                if update.value is None or update.key is not None:
                    continue
                frame = program.root(FunctionKey(update.module, update.function))
                bases = program.eval(Ref(update.module, update.base, frame))
                if any(isinstance(b, (Instance, ClassRef, Obj)) for b in bases):
                    continue
                found[name] = (*found.get(name, ()), *program.eval(Ref(update.module, update.value, frame)))
        return found

    def clock(self, spec: Spec) -> bool | None:
        """Whether the formatter's clock is UTC; None where that is not known."""
        values = self._attribute(spec, "converter")
        if not values:
            return False
        answers = [self._is_utc(v) for v in values]
        return False if False in answers else True if True in answers else None

    def _is_utc(self, value: Abstract) -> bool | None:
        if isinstance(value, External):
            return {"time.gmtime": True, "time.localtime": False, "logging.Formatter.converter": False}.get(
                value.name
            )
        if isinstance(value, Known) and isinstance(value.value, str):
            return {"ext://time.gmtime": True, "ext://time.localtime": False}.get(value.value)
        if isinstance(value, Obj) and value.site is not None and "method" in value.maker:
            inner = self._program.eval_all(self._program.arguments(value.site).positional[:1])
            return self._is_utc(inner[0]) if inner else None
        if isinstance(value, Closure):
            moments = self._app.timestamps.given_back(value.function)
            clocks = {m.clock for m in moments if m.form in (Form.STRUCT, Form.OBJECT)}
            if clocks:
                return clocks <= {Clock.BARE_UTC, Clock.UTC, Clock.NAIVE_UTC}
        return None
