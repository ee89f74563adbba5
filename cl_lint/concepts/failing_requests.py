"""Which requests of an API call fail where an error is handled: those that the code there asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..program import FunctionKey
from ..syntax import summary as s
from ..syntax.traverse import calls_of, statements

if TYPE_CHECKING:
    from .api_calls import ApiCall, Context
    from .application import Application
    from .error_sites import ErrorSite


def failing(app: Application, site: ErrorSite, call: ApiCall) -> list[Context]:
    """The contexts of a call that pass through the function of an error site; where it is a `try` or a
    `with`, through its body. All of that function where none does; all there are for a handler that no
    function of the program calls."""
    if site.kind in ("framework", "exit"):
        return app.api_calls.contexts(call)
    key = site.frame.function
    through = []
    for context in app.api_calls.contexts(call):
        asked = asked_in(key, call, context)
        if asked:
            through.append((context, asked))
    if not isinstance(site.statement, (s.Try, s.With)):
        return [context for context, _ in through]
    inside = {vid for st in statements(site.statement.body) for vid in calls_of(st)}
    if isinstance(site.statement, s.With):
        inside |= set(calls_of(site.statement))
    kept = [context for context, asked in through if inside.intersection(asked)]
    return kept or [context for context, _ in through]


def asked_in(key: FunctionKey, call: ApiCall, context: Context) -> list[s.ValueId]:
    """The calls of a function by which it makes a request, in one context of the request."""
    asked = [call.ref.vid] if call.function == key else []
    return asked + [ref.vid for ref in context.chain if ref.frame.function == key]
