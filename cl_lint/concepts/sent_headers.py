"""One header of an API call: who sets it, the call, its client, a hook, or an authentication object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..program import (
    Abstract,
    ClassKey,
    ClassRef,
    Container,
    External,
    FunctionKey,
    Instance,
    Keywords,
    Known,
    Obj,
    Ref,
    Unknown,
    Values,
)
from ..program.binding import Given, closure_of
from ..program.updates import Update, same_thing
from ..syntax import summary as s
from .clients import HeaderItem, setting

if TYPE_CHECKING:
    from .api_calls import Context
    from .application import Application

HOOK_SETTINGS = ("event_hooks", "hooks", "trace_configs", "middlewares", "auth", "transport")
SETTERS = frozenset({"add_header", "add_unredirected_header", "putheader", "setdefault", "set", "add"})


class Sent(NamedTuple):
    """What a call sends under one header: the values found, and whether there may be others that the
    analysis does not see."""

    values: tuple[Given, ...]
    is_open: bool


class SentHeaders:
    """Looks up headers of API calls by name, letter case apart."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._setters: dict[str, list[tuple[FunctionKey, Given]]] = {}
        self._loose: dict[str, list[tuple[FunctionKey, Given]]] = {}

    def of(self, context: Context, name: str) -> Sent:
        """The values of header `name` in an API call, as one chain of callers makes it."""
        found: list[Given] = []
        is_open = False
        for mapping in (*self._app.api_calls.headers(context), *self._of_opener(context)):
            given, more = self._in_mapping(mapping, name)
            found += given
            is_open = is_open or more
        found += self._on_request(context, name)
        found += self._by_functions(context, name)
        return Sent(
            tuple(found),
            is_open or self._app.program.arguments(self._app.api_calls.site(context)).open_keywords,
        )

    def _of_opener(self, context: Context) -> Values:
        """`opener.addheaders = [(name, value)]` of urllib."""
        client = self._app.api_calls.client(context)
        updates = self._program.updates.on(client, "addheaders") if client is not None else []
        return tuple(v for update in updates for v in self._assigned(update))

    def _in_mapping(self, mapping: Abstract, name: str) -> tuple[list[Given], bool]:
        program = self._program
        if isinstance(mapping, HeaderItem):
            key = mapping.key.value if isinstance(mapping.key, Known) else None
            keys = (
                {key}
                if isinstance(key, str)
                else program.texts_at(mapping.key)
                if isinstance(mapping.key, Ref)
                else set()
            )
            given: list[Given] = [mapping.given] if isinstance(mapping.given, Ref) or mapping.given else []  # type: ignore[list-item]
            return (given if any(k.lower() == name for k in keys) else []), not keys
        if isinstance(mapping, Known):
            return [], False
        keys_found, is_open = program.mappings.keys(mapping)
        values = [g for key in keys_found if key.lower() == name for g in program.mappings.get(mapping, key)]
        return values, is_open or isinstance(mapping, (Unknown, External))

    def _on_request(self, context: Context, name: str) -> list[Given]:
        """`request.add_header(name, value)` on the request object that the call sends."""
        site = self._app.api_calls.site(context)
        targets: list[Abstract] = [v for v in self._program.eval(site) if isinstance(v, Obj)]
        client = self._app.api_calls.client(context)
        targets += [client] if client is not None else []
        found: list[Given] = []
        for _, given, base in self._calls_that_set(name):
            if any(same_thing(v, t) for v in self._program.eval(base) for t in targets):
                found.append(given)
        return found

    def _calls_that_set(self, name: str) -> list[tuple[FunctionKey, Given, Ref]]:
        """Calls such as `thing.add_header(name, value)`, with the thing."""
        program = self._program
        found: list[tuple[FunctionKey, Given, Ref]] = []
        for setter in sorted(SETTERS):
            for module, vid in program.callers_index.named(setter):
                node = module.values[vid]
                func = module.values[node.func] if isinstance(node, s.Call) else None
                if not isinstance(node, s.Call) or len(node.args) < 2 or not isinstance(func, s.Attr):
                    continue
                owner = FunctionKey(module, module.summary.owners[vid])
                frame = program.root(owner)
                if any(t.lower() == name for t in program.texts_at(Ref(module, node.args[0].value, frame))):
                    found.append(
                        (owner, Ref(module, node.args[1].value, frame), Ref(module, func.base, frame))
                    )
        return found

    # -- hooks and authentication objects

    def _by_functions(self, context: Context, name: str) -> list[Given]:
        functions = set(self._functions_of(context))
        found = [given for owner, given in self._all_setters(name) if owner in functions] if functions else []
        around = {context.frame.function, *(call.frame.function for call in context.chain)}
        return found + [given for owner, given in self._loose_items(name) if owner in around]

    def _loose_items(self, name: str) -> list[tuple[FunctionKey, Given]]:
        """`kwargs.setdefault("headers", {})[name] = value` in a function: what it is an item of is not
        followed, the function that makes the call is taken to mean its own."""
        known = self._loose.get(name)
        if known is None:
            known = self._loose[name] = list(self._find_loose(name))
        return known

    def _find_loose(self, name: str) -> Iterator[tuple[FunctionKey, Given]]:
        for module in list(self._program.table.loaded()):
            for number, statement in module.placed(s.StoreItem):
                if number and isinstance(module.values[statement.base], s.Call):
                    owner = FunctionKey(module, number)
                    frame = self._program.root(owner)
                    texts = self._program.texts_at(Ref(module, statement.key, frame))
                    if any(t.lower() == name for t in texts):
                        yield owner, Ref(module, statement.value, frame)

    def _functions_of(self, context: Context) -> Iterable[FunctionKey]:
        """The project's functions that see the request before it is sent."""
        api = self._app.api_calls
        site = api.site(context)
        values: list[Abstract] = list(self._program.eval_all(api.argument(site, -1, "auth")))
        client = api.client(context)
        if client is not None:
            for keyword in HOOK_SETTINGS:
                values += setting(self._app, client, keyword)
            for attribute in ("auth", "hooks", "event_hooks"):
                for update in self._program.updates.on(client, attribute):
                    values += self._assigned(update)
            values += self._mounted(client)
        if isinstance(client, Instance):
            yield from self._methods(client.cls)
        for value in values:
            yield from self._functions_in(value)

    def _mounted(self, client: Abstract) -> Iterator[Abstract]:
        """The adapters that `client.mount(prefix, adapter)` sends requests through."""
        program = self._program
        for module, vid in program.callers_index.named("mount"):
            node = module.values[vid]
            func = module.values[node.func] if isinstance(node, s.Call) else None
            if isinstance(node, s.Call) and isinstance(func, s.Attr) and len(node.args) > 1:
                frame = program.root(FunctionKey(module, module.summary.owners[vid]))
                if any(same_thing(v, client) for v in program.eval(Ref(module, func.base, frame))):
                    yield from program.eval(Ref(module, node.args[1].value, frame))

    def _assigned(self, update: Update) -> Values:
        if update.value is None:
            return ()
        frame = self._program.root(FunctionKey(update.module, update.function))
        return self._program.eval(Ref(update.module, update.value, frame))

    def _functions_in(self, value: Abstract, depth: int = 4) -> Iterable[FunctionKey]:
        program = self._program
        pair = closure_of(value)
        if pair is not None:
            yield pair[0].function
        elif isinstance(value, (Instance, ClassRef)):
            yield from self._methods(value.cls)
        elif isinstance(value, Container) and depth:
            for inner in program.attributes.items(value, None):
                yield from self._functions_in(inner, depth - 1)
            for key in program.mappings.keys(value)[0]:
                for inner in program.eval_all(program.mappings.get(value, key)):
                    yield from self._functions_in(inner, depth - 1)

    def _methods(self, cls: ClassKey) -> Iterable[FunctionKey]:
        for base in self._program.classes.mro(cls):
            if isinstance(base, ClassKey):
                for function in base.module.summary.functions:
                    if function.cls == base.number:
                        yield FunctionKey(base.module, function.number)

    def _all_setters(self, name: str) -> list[tuple[FunctionKey, Given]]:
        """Every place that sets the header on some `.headers`, with the function it stands in."""
        known = self._setters.get(name)
        if known is None:
            known = [*self._setting_items(name), *((o, g) for o, g, _ in self._calls_that_set(name))]
            self._setters[name] = known
        return known

    def _setting_items(self, name: str) -> Iterable[tuple[FunctionKey, Given]]:
        program = self._program
        for update in program.updates.of_attribute("headers"):
            owner = FunctionKey(update.module, update.function)
            frame = program.root(owner)
            if update.key is not None and update.value is not None:
                if any(t.lower() == name for t in program.texts_at(Ref(update.module, update.key, frame))):
                    yield owner, Ref(update.module, update.value, frame)
            elif update.call is not None:
                args = program.arguments(Ref(update.module, update.call, frame))
                for mapping in program.eval_all(args.positional[:1]):
                    if isinstance(mapping, (Container, Keywords, Obj)):
                        yield from ((owner, given) for given in self._in_mapping(mapping, name)[0])
