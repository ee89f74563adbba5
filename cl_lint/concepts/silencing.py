"""Silencing: where an application switches its error logging off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..program import Abstract, External, FunctionKey, Known, Module, Obj, Ref
from ..syntax import summary as s

if TYPE_CHECKING:
    from .application import Application

LEVELS = {
    "NOTSET": 0,
    "DEBUG": 10,
    "INFO": 20,
    "WARNING": 30,
    "WARN": 30,
    "ERROR": 40,
    "CRITICAL": 50,
    "FATAL": 50,
    "MAXSIZE": 1 << 60,
}
ERROR = 40


@dataclass(frozen=True)
class Switch:
    ref: Ref
    how: str


def silenced(app: Application) -> Iterator[Switch]:
    """Every place that keeps errors of the application out of its logs."""
    if not app.api_calls.all:
        return
    for module in list(app.program.table.loaded()):
        for vid, node in module.of(s.Call):
            found = _by_call(app, module, vid, node)
            if found:
                yield found
        yield from _by_assignment(app, module)
        yield from _by_settings(app, module)


def _ref(app: Application, module: Module, vid: s.ValueId) -> Ref:
    return Ref(module, vid, app.program.root(FunctionKey(module, module.summary.owners[vid])))


def _by_call(app: Application, module: Module, vid: s.ValueId, node: s.Call) -> Switch | None:
    func = module.values[node.func]
    name = getattr(func, "name", None)
    if name not in ("disable", "setLevel", "basicConfig", "dictConfig", "set_level"):
        return None
    ref = _ref(app, module, vid)
    for callee in app.program.callees(ref):
        if not isinstance(callee, External):
            continue
        if callee.name == "logging.disable":
            level = _level(app, ref, node, "level", 50)
            if level is not None and level >= ERROR:
                return Switch(ref, "logging.disable")
        elif callee.name == "loguru.logger.disable" and _own_name(
            app, Ref(module, node.args[0].value, ref.frame) if node.args else None
        ):
            return Switch(ref, "logger.disable")
        elif callee.name == "logging.Logger.setLevel" and isinstance(callee.receiver, Obj):
            level = _level(app, ref, node, "level", 0)
            if level is not None and level > ERROR and _own_logger(app, callee.receiver):
                return Switch(ref, "a level above ERROR")
        elif callee.name == "logging.basicConfig":
            level = _keyword_level(app, ref, node)
            if level is not None and level > ERROR:
                return Switch(ref, "a level above ERROR")
        elif callee.name == "logging.config.dictConfig" and node.args:
            where = _config_silences(app, Ref(module, node.args[0].value, ref.frame))
            if where is not None:
                return Switch(where, "a level above ERROR")
    return None


def _level(app: Application, ref: Ref, node: s.Call, keyword: str, default: int) -> int | None:
    chosen = [a for a in node.args if a.name == keyword] or [a for a in node.args if a.name is None]
    if not chosen:
        return default
    return level_at(app, Ref(ref.module, chosen[0].value, ref.frame))


def _keyword_level(app: Application, ref: Ref, node: s.Call) -> int | None:
    chosen = [a for a in node.args if a.name == "level"]
    return level_at(app, Ref(ref.module, chosen[0].value, ref.frame)) if chosen else None


def level_at(app: Application, ref: Ref) -> int | None:
    """The least level that an expression names, such as `logging.CRITICAL + 1`."""
    node = ref.module.values[ref.vid]
    if isinstance(node, s.Binary) and node.op in ("+", "-"):
        left = level_at(app, Ref(ref.module, node.left, ref.frame))
        right = level_at(app, Ref(ref.module, node.right, ref.frame))
        if left is None or right is None:
            return None
        return left + right if node.op == "+" else left - right
    return level_of(app.program.eval(ref))


def level_of(values: tuple[Abstract, ...]) -> int | None:
    """The least level that values name."""
    levels: list[int] = []
    for value in values:
        if isinstance(value, Known) and isinstance(value.value, (int, str)):
            number = value.value if isinstance(value.value, int) else LEVELS.get(value.value.upper())
        elif isinstance(value, External):
            number = LEVELS.get(value.name.rsplit(".", 1)[-1].upper())
        else:
            number = None
        if number is None:
            return None
        levels.append(number)
    return min(levels) if levels else None


def _own_logger(app: Application, logger: Obj) -> bool:
    """The root logger, or one named after the application's own modules."""
    if logger.site is None:
        return True
    node = logger.site.module.values[logger.site.vid]
    if not isinstance(node, s.Call) or not node.args:
        return True
    return _own_name(app, Ref(logger.site.module, node.args[0].value, logger.site.frame))


def _own_name(app: Application, ref: Ref | None) -> bool:
    if ref is None:
        return True
    node = ref.module.values[ref.vid]
    if isinstance(node, s.GlobalName) and node.name == "__name__":
        return True
    packages = {part for m in app.program.table.loaded() for part in m.parts}
    used = _logger_names(app)
    texts = app.program.texts_at(ref)
    above = {name[:end] for name in used for end in range(1, len(name)) if name[end] == "."}
    return not texts or any(t.split(".")[0] in packages or t in used | above or t == "" for t in texts)


def _logger_names(app: Application) -> set[str]:
    """The names of the loggers on which the application logs errors."""
    found: set[str] = set()
    for record in app.error_records.all:
        for log in record.logs:
            node = log.ref.module.values[log.ref.vid]
            func = log.ref.module.values[node.func] if isinstance(node, s.Call) else None
            if isinstance(func, s.Attr):
                for value in app.program.at(log.ref, func.base):
                    if isinstance(value, Obj) and value.site is not None:
                        for given in app.program.arguments(value.site).positional[:1]:
                            found |= {
                                v.value
                                for v in app.program.eval_given(given)
                                if isinstance(v, Known) and isinstance(v.value, str)
                            }
    return found


def _by_settings(app: Application, module: Module) -> Iterator[Switch]:
    """Django's `LOGGING` in a settings module."""
    if "settings" in module.parts:
        for vid in module.summary.globals.get("LOGGING", ()):
            where = _config_silences(app, _ref(app, module, vid))
            if where is not None:
                yield Switch(where, "a level above ERROR")


def _config_silences(app: Application, ref: Ref) -> Ref | None:
    """Where a logging dictionary gives the root logger, or one of the application's own, a level
    above ERROR."""
    mappings = app.program.mappings
    packages = {part for m in app.program.table.loaded() for part in m.parts} | _logger_names(app)
    for config in app.program.eval(ref):
        levels = [
            g
            for root in app.program.eval_all(mappings.get(config, "root"))
            for g in mappings.get(root, "level")
        ]
        for loggers in app.program.eval_all(mappings.get(config, "loggers")):
            for name in mappings.keys(loggers)[0]:
                if name == "" or name.split(".")[0] in packages:
                    for logger in app.program.eval_all(mappings.get(loggers, name)):
                        levels += mappings.get(logger, "level")
        for given in levels:
            level = level_of(app.program.eval_given(given))
            if level is not None and level > ERROR:
                return given if isinstance(given, Ref) else ref
    return None


def _by_assignment(app: Application, module: Module) -> Iterator[Switch]:
    """`logger.disabled = True`."""
    for number, st in module.placed(s.StoreAttr):
        if st.name == "disabled":
            frame = app.program.root(FunctionKey(module, number))
            values = app.program.eval(Ref(module, st.value, frame))
            loggers = [v for v in app.program.eval(Ref(module, st.base, frame)) if isinstance(v, Obj)]
            if any(isinstance(v, Known) and v.value is True for v in values) and any(
                v.type == "logging.Logger" and _own_logger(app, v) for v in loggers
            ):
                yield Switch(Ref(module, st.base, frame), "disabled = True")
