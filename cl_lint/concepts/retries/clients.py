"""Retries that HTTP clients are given: adapters, pools, transports and retry clients."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Optional

from ...models.retry_rows import Retry
from ...program import Abstract, ClassRef, External, FunctionKey, Instance, Known, Module, Obj, Ref, Text
from ...syntax import summary as s
from ..api_calls import ApiCall

if TYPE_CHECKING:
    from ..application import Application


FAMILIES = {
    "requests": ("requests",),
    "urllib3": ("urllib3",),
    "niquests": ("niquests",),
    "httpx": ("httpx",),
    "httpx-retries": ("httpx",),
    "httpx-retry": ("httpx",),
    "aiohttp-retry": ("aiohttp",),
}


@dataclass(frozen=True)
class ClientRetry:
    """Retries asked of a client: the call that says so, the row that knows it, the client they are
    given to (None where it cannot be told), and the API calls known to be sent by it."""

    ref: Ref
    row: Retry
    client: Optional[Abstract]
    calls: tuple[ApiCall, ...] = ()
    prefixes: tuple[str, ...] = ()


class ClientRetries:
    """Finds the retries that an application's clients are given."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._rows = {n: r for n, r in app.models.rows(Retry).items() if r.form == "client"}
        self.all = tuple(self._find())

    def of_call(self, call: ApiCall) -> list[ClientRetry]:
        """The retries of the client that makes an API call."""
        return [r for r in self.all if any(c.ref == call.ref for c in r.calls)]

    # -- finding them

    def _find(self) -> Iterator[ClientRetry]:
        lasts = {n.rsplit(".", 1)[-1] for n in self._rows} | {"__init__"}
        for module in list(self._program.table.loaded()):
            for vid, node in module.of(s.Call):
                yield from self._at(module, vid, node, lasts)

    def _at(self, module: Module, vid: int, node: s.Call, lasts: set[str]) -> Iterator[ClientRetry]:
        ref = Ref(module, vid, self._program.root(FunctionKey(module, module.summary.owners[vid])))
        for callee in self._program.callees(ref):
            row = self._row(callee, lasts)
            if row is not None and self._asks(row, ref):
                found = self._linked(ref, row)
                if found is not None:
                    yield found
            break

    def _row(self, callee: Abstract, lasts: set[str]) -> Optional[Retry]:
        if isinstance(callee, External):
            name = callee.name.removesuffix(".__init__")
            return self._rows.get(name) or self._of_bases(name)
        if isinstance(callee, ClassRef) and self._hands_on(callee):
            for base in self._program.classes.external_bases(callee.cls):
                if base in self._rows:
                    return self._rows[base]
        return None

    def _hands_on(self, made: ClassRef) -> bool:
        """Whether a class's keywords reach its base's constructor: it has none of its own, or one that hands
        `**kwargs` on."""
        key = self._program.classes.method(made.cls, "__init__")
        if key is None:
            return True
        function = self._program.function(key)
        if not any(p.kind == "kwargs" for p in function.params):
            return False
        nodes = [key.module.values[vid] for vid in function.calls]
        return any(
            isinstance(node, s.Call)
            and self._program.attr_name(key.module, node.func) == "__init__"
            and any(a.star == 2 for a in node.args)
            for node in nodes
        )

    def _of_bases(self, name: str) -> Optional[Retry]:
        return next((self._rows[b] for b in self._app.models.bases(name) if b in self._rows), None)

    def _asks(self, row: Retry, ref: Ref) -> bool:
        """Whether the call says anything of retries (some clients are nothing else)."""
        wanted = row.bound
        if not wanted:
            return True
        args = self._program.arguments(ref)
        names = [a.partition("=")[0] for a in row.arguments]
        return any(
            w in args.keywords or (w in names and names.index(w) < len(args.positional)) for w in wanted
        )

    # -- who uses them

    def _linked(self, ref: Ref, row: Retry) -> Optional[ClientRetry]:
        """The retries with the API calls they apply to; None when they apply to none."""
        libraries = FAMILIES.get(row.library, (row.library,))
        calls = [c for c in self._app.api_calls.all if c.library in libraries]
        if row.library == "requests":
            return self._of_adapter(ref, row, calls)
        if row.name.endswith("Transport"):
            client = self._holder(ref)
            return self._of_client(ref, row, client, calls)
        return self._of_client(ref, row, self._result(ref), calls)

    def _result(self, ref: Ref) -> Optional[Abstract]:
        values = self._program.eval(ref)
        func = ref.module.values[ref.module.values[ref.vid].func]  # type: ignore[union-attr]
        if isinstance(func, s.Attr) and func.name == "__init__":
            return ref.frame.receiver
        return next((v for v in values if isinstance(v, (Obj, Instance))), None)

    def _holder(self, ref: Ref) -> Optional[Abstract]:
        """The client whose construction gets the transport made at `ref`."""
        from ...program.updates import same_thing

        own = self._result(ref)
        if own is None:
            return None
        for module in list(self._program.table.loaded()):
            for vid, node in module.of(s.Call):
                if any(a.name in ("transport", "mounts") for a in node.args):
                    site = Ref(
                        module, vid, self._program.root(FunctionKey(module, module.summary.owners[vid]))
                    )
                    for arg in node.args:
                        values = self._program.eval(Ref(module, arg.value, site.frame)) if arg.name else ()
                        if any(same_thing(v, own) for v in self._inside(values)):
                            return self._result(site)
        return None

    def _inside(self, values: tuple[Abstract, ...]) -> list[Abstract]:
        from ...program import Container

        found = list(values)
        for value in values:
            if isinstance(value, Container):
                found += self._program.attributes.items(value, None)
        return found

    def _of_client(
        self, ref: Ref, row: Retry, client: Optional[Abstract], calls: list[ApiCall]
    ) -> Optional[ClientRetry]:
        from ...program.updates import same_thing

        if client is None:
            return ClientRetry(ref, row, None, tuple(calls)) if calls else None
        linked = [c for c in calls if c.client is not None and same_thing(c.client, client)]
        if linked:
            under = tuple(c for c in linked if not self._has_own(c))
            return ClientRetry(ref, row, client, under) if under else None
        open_ = [c for c in calls if not _is_settled(c.client) and not self._has_own(c)]
        if open_ and not self._used_elsewhere(client):
            return ClientRetry(ref, row, client, tuple(open_))
        return ClientRetry(ref, row, client) if self._is_for_api(client) else None

    def _has_own(self, call: ApiCall) -> bool:
        """Whether a call is given retries of its own."""
        keywords = self._program.arguments(call.ref).keywords
        return "retry_options" in keywords or (
            call.library in ("urllib3", "niquests") and "retries" in keywords
        )

    def _is_for_api(self, client: Abstract) -> bool:
        """Whether the client's base URL is CloudLink's."""
        from ..clients import base_urls

        return any(self._app.api_calls.is_api(u) for u in base_urls(self._app, client, (Known("/"),)))

    def _used_elsewhere(self, client: Abstract) -> bool:
        """Whether the client is seen to send requests that are no API calls."""
        from ...models.rows import Request
        from ...program.updates import same_thing

        verbs = {n.rsplit(".", 1)[-1] for n in self._app.models.rows(Request)}
        for module in list(self._program.table.loaded()):
            for vid, node in module.of(s.Call):
                func = module.values[node.func]
                if isinstance(func, s.Attr) and func.name in verbs:
                    ref = Ref(
                        module, vid, self._program.root(FunctionKey(module, module.summary.owners[vid]))
                    )
                    for callee in self._program.callees(ref):
                        mine = isinstance(callee, External) and callee.receiver is not None
                        if (
                            mine
                            and same_thing(callee.receiver, client)  # type: ignore[arg-type, union-attr]
                            and self._app.api_calls.at(ref) is None
                        ):
                            return True
        return False

    def _of_adapter(self, ref: Ref, row: Retry, calls: list[ApiCall]) -> Optional[ClientRetry]:
        """An adapter counts where it is mounted, for URLs that begin with the prefix."""
        from ...program.updates import same_thing

        own = self._result(ref)
        mounts = [
            (base, prefixes)
            for base, prefixes, adapters in self._mounts
            if own is not None and any(same_thing(a, own) for a in adapters)
        ]
        if not mounts:
            return ClientRetry(ref, row, None, tuple(calls)) if calls and not self._mounts else None
        for bases, prefixes in mounts:
            fitting = [c for c in calls if any(_begins(u, p) for u in c.urls for p in prefixes)]
            client = next((b for b in bases if isinstance(b, (Obj, Instance))), None)
            found = self._of_client(ref, row, client, fitting) if fitting else None
            if found is not None:
                return found
        return None

    @property
    def _mounts(self) -> list[tuple[tuple[Abstract, ...], list[str], tuple[Abstract, ...]]]:
        """Every `session.mount(prefix, adapter)`."""
        if "mounts" not in self.__dict__:
            found = []
            for module in list(self._program.table.loaded()):
                for vid, node in module.of(s.Call):
                    func = module.values[node.func]
                    if isinstance(func, s.Attr) and func.name == "mount" and isinstance(node, s.Call):
                        found.append(self._mount(module, vid, node, func))
            self.__dict__["mounts"] = found
        return self.__dict__["mounts"]  # type: ignore[no-any-return]

    def _mount(self, module: Module, vid: int, node: s.Call, func: s.Attr) -> Any:
        program = self._program
        ref = Ref(module, vid, program.root(FunctionKey(module, module.summary.owners[vid])))
        args = program.arguments(ref)
        given = args.positional + [g for k in ("prefix", "adapter") for g in args.keywords.get(k, [])]
        prefixes = program.eval_given(given[0]) if given else ()
        adapters = program.eval_given(given[1]) if len(given) > 1 else ()
        texts = [
            v.value if isinstance(v, Known) else (v.parts[0] if isinstance(v, Text) else "https://")
            for v in prefixes
        ]
        return program.at(ref, func.base), [t for t in texts if isinstance(t, str)], adapters


def _is_settled(client: Optional[Abstract]) -> bool:
    """Whether it is known which client an API call uses."""
    return (isinstance(client, Obj) and client.site is not None) or isinstance(client, Instance)


def _begins(url: Abstract, prefix: str) -> bool:
    """Whether a URL may begin with a mount's prefix."""
    first = url.value if isinstance(url, Known) else (url.parts[0] if isinstance(url, Text) else "")
    if not isinstance(first, str) or not first:
        return prefix.startswith("https")
    return first.lower().startswith(prefix.lower()) or (
        isinstance(url, Text) and prefix.lower().startswith(first.lower())
    )
