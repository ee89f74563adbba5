"""Which calls keep, send or show what they are given."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ...models import rows
from ...models.time_rows import Record, Shown
from ...program import Abstract, External, Known, Obj, Partial, Ref, Unknown
from ...syntax import summary as s
from ..urls import is_host, url_host
from .names import DATE_HEADERS
from .spots import Key, Sink

if TYPE_CHECKING:
    from ..application import Application

NO_PAYLOAD = frozenset(
    {"timeout", "auth", "cookies", "verify", "allow_redirects", "proxies", "cert", "stream"}
)
HANDLER_MARKS = frozenset(
    {"route", "get", "post", "put", "patch", "delete", "api_view", "websocket", "view_config"}
)
STREAMS = frozenset({"stdout", "stderr"})


class Sinks:
    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program
        self._models = app.models

    def of_call(self, call: Ref, arg: s.Arg, keys: tuple[Key, ...]) -> Sink | None:
        """The sink that a call is for an argument; None where it is none, or nothing is known of it."""
        node = call.module.values[call.vid]
        assert isinstance(node, s.Call)
        name = self._name(arg, keys)
        api_call = self._app.api_calls.at(call)
        if api_call is not None:
            return self._payload(call, arg, keys, name)
        if self._app.log_records.log_call(call) is not None:
            return None if arg.name in ("exc_info", "stack_info", "stacklevel") else Sink("log", call, name)
        for callee in self._program.callees(call):
            found = self._by_callee(callee, call, node, arg, keys, name)
            if found is not None:
                return found
        return None

    @staticmethod
    def _name(arg: s.Arg, keys: tuple[Key, ...]) -> str:
        """What the time is called: its innermost text key, else the keyword."""
        texts = [k for k in keys if isinstance(k, str)]
        return texts[-1] if texts else arg.name or ""

    def _by_callee(
        self, callee: Abstract, call: Ref, node: s.Call, arg: s.Arg, keys: tuple[Key, ...], name: str
    ) -> Sink | None:
        if isinstance(callee, Partial):
            callee = callee.function
        if isinstance(callee, External):
            models = self._models
            if models.row(rows.Binder, callee.name) is not None:
                return Sink("log", call, name)
            if models.row(rows.Request, callee.name) is not None:
                return self._request(callee, call, arg, keys, name)
            if models.row(rows.Output, callee.name) is not None:
                return self._printed(call, node, name)
            row = models.row(Record, callee.name)
            if row is not None:
                return Sink(row.kind, call, name)
            if self._is_shown(callee.name):
                return Sink("shown", call, name)
            if "()" not in callee.name and not isinstance(callee.receiver, Obj):
                return None
        elif not isinstance(callee, Unknown):
            return None
        return self._unknown(call, node, keys, arg, name)

    def _printed(self, call: Ref, node: s.Call, name: str) -> Sink:
        """`print` shows, unless into a file."""
        for arg in node.args:
            if arg.name == "file":
                values = self._program.eval(Ref(call.module, arg.value, call.frame))
                if not any(
                    isinstance(v, External) and v.name in ("sys.stderr", "sys.stdout") for v in values
                ):
                    return Sink("file", call, name)
        return Sink("shown", call, name)

    def _unknown(self, call: Ref, node: s.Call, keys: tuple[Key, ...], arg: s.Arg, name: str) -> Sink | None:
        """A method of something that no row knows, by its name."""
        func = call.module.values[node.func]
        if not isinstance(func, s.Attr):
            return None
        row = self._models.row(Record, f"?.{func.name}")
        if row is None:
            return None
        base = call.module.values[func.base]
        if isinstance(base, s.Attr) and base.name in STREAMS:
            return Sink("shown", call, name)
        named = any(isinstance(k, str) for k in keys) or arg.name is not None
        return Sink(row.kind, call, name, weak=row.keyed) if named or not row.keyed else None

    def of_receiver(self, call: Ref, method: str, keys: tuple[Key, ...]) -> Sink | None:
        """A method that keeps the record it belongs to: `frame.to_csv(…)`, `row.save()`."""
        row = self._models.row(Record, f"?.{method}") or self._models.row(
            Record, f"pandas.DataFrame.{method}"
        )
        if row is None or not method.startswith(("to_", "save", "insert", "store", "write")):
            return None
        return Sink(row.kind, call, self._name(s.Arg(0), keys))

    @cached_property
    def _packages(self) -> frozenset[str]:
        return frozenset(self._models.rows(Shown))

    def _is_shown(self, name: str) -> bool:
        parts = name.split(".")
        return any(".".join(parts[:n]) in self._packages for n in range(1, len(parts) + 1))

    # -- requests

    def _request(
        self, callee: External, call: Ref, arg: s.Arg, keys: tuple[Key, ...], name: str
    ) -> Sink | None:
        """A request to a host that is known to be another's is no API call."""
        row = self._models.row(rows.Request, callee.name)
        assert row is not None
        for url in self._app.api_calls.urls(call, row, None, callee.receiver):
            host = url_host(url)
            if host is not None and not is_host(host, self._app.config.hosts) and "mitel" not in host:
                if all(ord(c) < 0xF0000 for c in host):
                    return None
        return self._payload(call, arg, keys, name)

    def _payload(self, call: Ref, arg: s.Arg, keys: tuple[Key, ...], name: str) -> Sink | None:
        if arg.name in NO_PAYLOAD:
            return None
        if arg.name == "headers":
            return Sink("shown" if name.lower() in DATE_HEADERS else "header", call, name)
        bodiless = not any(isinstance(k, str) for k in keys)
        kind = "url" if bodiless and arg.name in (None, "url") else "payload"
        return Sink(kind, call, name if name != arg.name or keys else "")

    # -- answers of a web application

    @staticmethod
    def is_handler(decorations: frozenset[str]) -> bool:
        return bool(decorations & HANDLER_MARKS)

    def takes_braces(self, call: Ref) -> bool:
        """Whether the log call's message has `{}` for its arguments."""
        record = self._app.log_records.log_call(call)
        return record is not None and record.library == "loguru"

    def templates_of(self, call: Ref) -> list[tuple[int, str]]:
        """The message templates of a log call and their position: its first constant texts."""
        for position, given in enumerate(self._program.arguments(call).positional[:2]):
            values = self._program.eval_given(given)
            found = [v.value for v in values if isinstance(v, Known) and isinstance(v.value, str)]
            if any("%" in text or "{" in text for text in found):
                return [(position, text) for text in found]
        return []
