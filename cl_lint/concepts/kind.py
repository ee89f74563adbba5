"""The kind of an application, as far as its imports tell: a client, a server, or unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..models.auth_rows import Kind
from ..program import Module
from ..syntax import summary as s

if TYPE_CHECKING:
    from .application import Application

TEST_PARTS = re.compile(r"^(tests?|testing|test_\w+|\w+_test|conftest|docs?)$")
EVENT_HANDLERS = frozenset({"lambda_handler", "handler"})
EVENT_PARAMETERS = ("event", "context")


class Sign(NamedTuple):
    """One thing in the source that tells the kind."""

    kind: str
    weak: bool
    reason: str


def application_kind(app: Application) -> tuple[str, str]:
    """ "client", "server" or "unknown", and the reason in words.

    A program with a window is a client, whatever else it imports: a web framework beside it serves that
    window. Weak signs decide only where there are no others, and only where they agree.
    """
    signs = list(_signs(app))
    for kind in ("client", "server"):
        for sign in signs:
            if sign.kind == kind and not sign.weak:
                return kind, sign.reason
    if len({sign.kind for sign in signs}) == 1 and not _opens_browser(app):
        return signs[0].kind, signs[0].reason
    return "unknown", "nothing that is imported tells"


def _signs(app: Application) -> Iterator[Sign]:
    for module in list(app.program.table.loaded()):
        if any(TEST_PARTS.match(part) for part in module.parts):
            continue
        for name in imported_names(app, module):
            row = _row(app, name)
            if row is not None:
                yield Sign(row.kind, row.weak, f"{module.path} imports {name}")
        for function in module.summary.functions:
            if _handles_events(function):
                yield Sign("server", False, f"{module.path} defines {function.name}(event, context)")


def imported_names(app: Application, module: Module) -> Iterator[str]:
    """The qualified names that a module imports, those of the program's own modules left out."""
    for node in module.summary.imports:
        if node.level or app.program.table.locate(tuple(node.module.split(".")), module.path) is not None:
            continue
        yield f"{node.module}.{node.name}" if node.name and node.name != "*" else node.module


def _row(app: Application, name: str) -> Kind | None:
    rows = app.models.rows(Kind)
    while name:
        if name in rows:
            return rows[name]
        name = name.rpartition(".")[0]
    return None


def _handles_events(function: s.Function) -> bool:
    """A function that a cloud runs for each event."""
    names = tuple(p.name.lstrip("_") for p in function.params)
    return function.name in EVENT_HANDLERS and function.parent == 0 and names[:2] == EVENT_PARAMETERS


def _opens_browser(app: Application) -> bool:
    """A little server beside a browser that is opened only receives the answer of a sign-in page."""
    modules = list(app.program.table.loaded())
    return any(
        name.split(".")[0] == "webbrowser" for module in modules for name in imported_names(app, module)
    )
