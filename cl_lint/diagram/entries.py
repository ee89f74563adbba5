"""Entry points: what makes an application run, and which of its modules that starts in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli

from ..concepts.application import Application
from ..concepts.kind import TEST_PARTS, imported_names
from ..models.auth_rows import Kind
from ..program import Module
from ..program.modules import module_parts
from ..syntax import summary as s

COMMAND, WEB, WINDOW, TASKS, EVENTS = "command", "web", "window", "tasks", "events"
TITLES = {
    COMMAND: "Command line",
    WEB: "Web requests",
    WINDOW: "Person at a window",
    TASKS: "Task queue",
    EVENTS: "Events",
}
MAIN = re.compile(r"^if\s*\(?\s*__name__\s*==", re.MULTILINE)
ROUTES = frozenset({"route", "get", "post", "put", "patch", "delete", "websocket", "api_route", "view"})
ADDERS = frozenset(
    {"add_url_rule", "add_api_route", "add_route", "add_get", "add_post", "add_put", "add_delete"}
)
TASK_MARKS = frozenset({"task", "shared_task", "periodic_task", "actor", "scheduled_job", "cron", "job"})
HTTP_METHODS = re.compile(r"do_(GET|POST|PUT|PATCH|DELETE)$")
EVENT_HANDLERS = frozenset({"lambda_handler", "handler"})
MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class EntryPoint:
    """One way in: its kind, what it is called (or how many there are of it), the file that it starts in."""

    kind: str
    name: str
    path: str


def entry_points(
    app: Application | None, texts: Mapping[str, str], root: Path | None
) -> tuple[EntryPoint, ...]:
    """The entry points of an application, in order. `texts` are its files by name; where `app` is None, only
    those are found that the files and the packaging say by themselves."""
    found = dict.fromkeys(_commands(texts, root))
    if app is not None:
        for module in list(app.program.table.loaded()):
            if module.path in texts:
                found.update(dict.fromkeys(_in_module(app, module)))
    return tuple(sorted(found, key=lambda e: (list(TITLES).index(e.kind), e.name, e.path)))


def is_application(path: str) -> bool:
    """Whether a file belongs to the application itself: not its tests, documentation or packaging."""
    parts = module_parts(path)
    return not any(TEST_PARTS.match(part) for part in parts) and parts[-1:] not in (("setup",), ("noxfile",))


# ------------------------------------------------------------------------------------- commands


def _commands(texts: Mapping[str, str], root: Path | None) -> Iterator[EntryPoint]:
    named = set()
    for name, target in _scripts(root):
        path = _path_of(tuple(target.split(":")[0].strip().split(".")), texts)
        if path is not None:
            named.add(path)
            yield EntryPoint(COMMAND, name, path)
    for path, text in texts.items():
        parts = module_parts(path)
        if path in named or (f"{path[:-3]}/__init__.py" in texts):
            continue
        if parts[-1:] == ("__main__",):
            yield EntryPoint(COMMAND, f"python -m {'.'.join(parts[:-1])}", path)
        elif MAIN.search(text):
            yield EntryPoint(COMMAND, f"python {path}", path)


def _scripts(root: Path | None) -> list[tuple[str, str]]:
    """The commands that the packaging declares, with their targets."""
    project = _pyproject(root).get("project")
    found: list[tuple[str, str]] = []
    for key in ("scripts", "gui-scripts"):
        table = project.get(key) if isinstance(project, dict) else None
        if isinstance(table, dict):
            found += [(str(k), v) for k, v in table.items() if isinstance(v, str)]
    return found


def project_name(root: Path | None) -> str:
    """What the packaging calls the project, else its folder."""
    project = _pyproject(root).get("project")
    name = project.get("name") if isinstance(project, dict) else None
    if isinstance(name, str) and name.strip():
        return name.strip()
    return root.resolve().name if root is not None else ""


def _pyproject(root: Path | None) -> dict[str, Any]:
    path = root / "pyproject.toml" if root is not None else None
    try:
        if path is None or path.stat().st_size > MOST_BYTES:
            return {}
        return tomli.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError):
        return {}


def _path_of(parts: tuple[str, ...], texts: Mapping[str, str]) -> str | None:
    """The file that a dotted name means, at the root or below a folder such as `src`."""
    found = [path for path in texts if module_parts(path)[-len(parts) :] == parts]
    return min(found, key=lambda path: (len(path), path), default=None)


# -------------------------------------------------------------------------------------- modules


def _in_module(app: Application, module: Module) -> Iterator[EntryPoint]:
    routes = sum(1 for _ in _routes(module))
    if routes:
        yield EntryPoint(WEB, _counted(routes, "route"), module.path)
    tasks = sum(1 for f in module.summary.functions if _is_marked(module, f, TASK_MARKS))
    if tasks:
        yield EntryPoint(TASKS, _counted(tasks, "task"), module.path)
    toolkit = _toolkit(app, module)
    if toolkit:
        yield EntryPoint(WINDOW, toolkit, module.path)
    if any(f.name in EVENT_HANDLERS and f.parent == 0 and _takes_event(f) for f in module.summary.functions):
        yield EntryPoint(EVENTS, "cloud function", module.path)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _routes(module: Module) -> Iterator[s.ValueId | s.Function]:
    """What answers web requests: decorated functions, routes that are added, methods of a request handler."""
    for function in module.summary.functions:
        paths = [vid for vid in function.decorators if _is_route(module, vid)]
        if paths:
            yield from paths
        elif function.cls is not None and HTTP_METHODS.match(function.name):
            yield function
    for vid, call in module.of(s.Call):
        if getattr(module.values[call.func], "name", "") in ADDERS:
            yield vid
    for vid in module.summary.globals.get("urlpatterns", ()):
        node = module.values[vid]
        if isinstance(node, s.Sequence):
            yield from (item.value for item in node.items)


def _is_route(module: Module, vid: s.ValueId) -> bool:
    """`@app.get("/rooms")`: a decorator whose first argument is a path."""
    node = module.values[vid]
    if not isinstance(node, s.Call) or not node.args:
        return False
    func, first = module.values[node.func], module.values[node.args[0].value]
    is_path = (
        isinstance(first, s.Const) and isinstance(first.value, str) and first.value.startswith(("/", "^"))
    )
    return isinstance(func, s.Attr) and func.name in ROUTES and is_path


def _is_marked(module: Module, function: s.Function, marks: frozenset[str]) -> bool:
    for vid in function.decorators:
        node = module.values[vid]
        func = module.values[node.func] if isinstance(node, s.Call) else node
        name = getattr(func, "name", None)
        if name in marks and isinstance(func, (s.Attr, s.GlobalName, s.Imported)):
            return True
    return False


def _takes_event(function: s.Function) -> bool:
    return tuple(p.name.lstrip("_") for p in function.params)[:2] == ("event", "context")


def _toolkit(app: Application, module: Module) -> str:
    """The graphical toolkit that a module imports."""
    rows = app.models.rows(Kind)
    for imported in imported_names(app, module):
        name = imported
        while name:
            row = rows.get(name)
            if row is not None and row.kind == "client" and not row.weak:
                return name
            name = name.rpartition(".")[0]
    return ""
