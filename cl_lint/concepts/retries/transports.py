"""A project's own transports, adapters and middlewares: code that runs around every request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Optional

from ...program import ClassKey, Closure, Container, External, FunctionKey, Module, Ref
from ...syntax import summary as s
from .attributes import Native
from .exchange import outcome
from .machine import Machine
from .things import Given, Spot, Thing

if TYPE_CHECKING:
    from ..application import Application

BASES = {
    "httpx.BaseTransport": "httpx", "httpx.AsyncBaseTransport": "httpx", "httpx.HTTPTransport": "httpx",
    "httpx.AsyncHTTPTransport": "httpx", "requests.adapters.HTTPAdapter": "requests",
    "requests.adapters.BaseAdapter": "requests",
}  # fmt: skip
METHODS = {"httpx": ("handle_request", "handle_async_request"), "requests": ("send",)}
RESPONSES = {"httpx": "httpx.Response", "requests": "requests.Response", "aiohttp": "aiohttp.ClientResponse"}
HANDLING = frozenset({"handle_request", "handle_async_request"})
SENDING = frozenset({"requests.adapters.HTTPAdapter.send", "requests.adapters.BaseAdapter.send"})


def own_transports(app: Application) -> Iterator[tuple[FunctionKey, str]]:
    """The methods and functions that the application puts around the requests of a library, where
    it sends API calls by that library."""
    libraries = {call.library for call in app.api_calls.all}
    for module in list(app.program.table.loaded()):
        for number in range(len(module.summary.classes)):
            cls = ClassKey(module, number)
            for base in app.program.classes.external_bases(cls):
                library = BASES.get(base, "")
                if library and library in libraries:
                    yield from ((key, library) for key in _methods(app, cls, library))
        if "aiohttp" in libraries:
            yield from ((key, "aiohttp") for key in _middlewares(app, module))


def _methods(app: Application, cls: ClassKey, library: str) -> Iterator[FunctionKey]:
    own = app.program.classes.summary(cls).attributes
    for name in METHODS[library]:
        key = app.program.classes.method(cls, name) if name in own else None
        if key is not None:
            yield key


def _middlewares(app: Application, module: Module) -> Iterator[FunctionKey]:
    """`ClientSession(middlewares=(function, …))`"""
    program = app.program
    for vid, node in enumerate(module.values):
        for arg in node.args if isinstance(node, s.Call) else ():
            if arg.name == "middlewares":
                frame = program.root(FunctionKey(module, module.summary.owners[vid]))
                for value in program.eval(Ref(module, arg.value, frame)):
                    inside = program.attributes.items(value, None) if isinstance(value, Container) else ()
                    yield from (v.function for v in (value, *inside) if isinstance(v, Closure))


def handed_on(m: Machine, name: str, spot: Spot) -> Optional[tuple[Thing]]:
    """The request leaves the project's transport: it is sent, if it is this that is tried."""
    library = "httpx" if name.rpartition(".")[2] in HANDLING else ("requests" if name in SENDING else "")
    if not library or m.target[1] >= 0:
        return None
    return (sent(m, library, spot),)


def sent(m: Machine, library: str, spot: Spot) -> Thing:
    m.attempt("request", None, spot)
    return outcome(m, library, RESPONSES[library], False, True)


def handler(library: str) -> Native:
    """What a middleware is given to hand the request on."""

    def work(m: Machine, args: list[Given], named: dict[str, Given]) -> Thing:
        return sent(m, library, m.cache.get("call spot", m.spot))

    return Native(work)


__all__: list[Any] = ["External", "handed_on", "handler", "own_transports", "sent"]
