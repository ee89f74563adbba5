"""Response hooks: functions that a client calls for every response."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..models.rows import Client
from ..program import Abstract, Closure, Container, Frame, FunctionKey, Instance, Obj, Ref
from ..program.binding import closure_of
from .clients import client_row, setting

if TYPE_CHECKING:
    from .api_calls import ApiCall
    from .application import Application

ADAPTER_METHODS = ("send", "build_response")
TRANSPORT_METHODS = ("handle_request", "handle_async_request")


def hook_frames(app: Application, call: ApiCall) -> list[Frame]:
    """The frames of the response hooks that run for an API call."""
    found = _functions(app, app.program.eval_all(app.api_calls.argument(call.ref, -1, "hooks")))
    row = client_row(app, call.client)
    if row is not None and call.client is not None:
        found += _of_client(app, call.client, row)
    program = app.program
    return [
        program.frame_of(c, None, Obj(call.response_type or "response", call.ref))
        for c in dict.fromkeys(found)
    ]


def _of_client(app: Application, client: Abstract, row: Client) -> list[Closure]:
    program = app.program
    found: list[Closure] = []
    if row.hooks_keyword:
        found += _functions(app, setting(app, client, row.hooks_keyword))
    if row.raise_keyword:  # aiohttp calls what stands there with each response
        found += _listed(app, setting(app, client, row.raise_keyword))
    for name in ("hooks", "event_hooks"):
        for update in program.updates.on(client, name):
            frame = program.root(FunctionKey(update.module, update.function))
            if update.value is not None:
                found += _listed(app, program.eval(Ref(update.module, update.value, frame)))
                found += _functions(app, program.eval(Ref(update.module, update.value, frame)))
    found += _appended(app, client)
    found += _adapters(app, client)
    found += _methods(app, setting(app, client, "transport"), TRANSPORT_METHODS)
    return found


def _appended(app: Application, client: Abstract) -> list[Closure]:
    """`session.hooks["response"].append(hook)`."""
    from ..program.updates import same_thing
    from ..syntax import summary as s

    program = app.program
    found: list[Closure] = []
    for module, vid in program.callers_index.named("append"):
        node = module.values[vid]
        func = module.values[node.func] if isinstance(node, s.Call) else None
        item = module.values[func.base] if isinstance(func, s.Attr) else None
        hooks = module.values[item.base] if isinstance(item, s.Item) else None
        if isinstance(node, s.Call) and len(node.args) == 1 and isinstance(hooks, s.Attr):
            if hooks.name in ("hooks", "event_hooks"):
                frame = program.root(FunctionKey(module, module.summary.owners[vid]))
                if any(same_thing(v, client) for v in program.eval(Ref(module, hooks.base, frame))):
                    found += _listed(app, program.eval(Ref(module, node.args[0].value, frame)))
    return found


def _adapters(app: Application, client: Abstract) -> list[Closure]:
    """The `send` of a project's own adapter that the session mounts."""
    from ..program.updates import same_thing
    from ..syntax import summary as s

    program = app.program
    found: list[Closure] = []
    for site in program.callers_index.named("mount"):
        module, vid = site
        node = module.values[vid]
        func = module.values[node.func] if isinstance(node, s.Call) else None
        if not isinstance(node, s.Call) or not isinstance(func, s.Attr) or len(node.args) < 2:
            continue
        frame = program.root(FunctionKey(module, module.summary.owners[vid]))
        if any(same_thing(v, client) for v in program.eval(Ref(module, func.base, frame))):
            found += _methods(app, program.eval(Ref(module, node.args[1].value, frame)), ADAPTER_METHODS)
    return found


def _methods(app: Application, values: tuple[Abstract, ...], names: tuple[str, ...]) -> list[Closure]:
    """The methods of those names of the project's own adapters or transports."""
    return [
        found
        for value in values
        if isinstance(value, Instance)
        for name in names
        for found in app.program.classes.attribute(value.cls, name, value)
        if isinstance(found, Closure)
    ]


def _functions(app: Application, values: tuple[Abstract, ...]) -> list[Closure]:
    """The functions under "response" in a mapping of hooks."""
    program = app.program
    found: list[Closure] = []
    for value in values:
        for given in program.mappings.get(value, "response"):
            found += _listed(app, program.eval_given(given))
    return found


def _listed(app: Application, values: tuple[Abstract, ...]) -> list[Closure]:
    found: list[Closure] = []
    for value in values:
        inner = app.program.attributes.items(value, None) if isinstance(value, Container) else (value,)
        for one in inner:
            pair = closure_of(one)
            if pair is not None:
                found.append(pair[0])
    return found
