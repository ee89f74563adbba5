"""WebSocket connections to addresses that CloudLink gave, or that are CloudLink's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from ..models.auth_rows import Socket
from ..program import External, FunctionKey, Ref
from ..syntax import summary as s
from .definitions import sources
from .urls import is_host, url_host

if TYPE_CHECKING:
    from .application import Application


class Sockets:
    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program

    @cached_property
    def opened(self) -> tuple[Ref, ...]:
        """The calls that open a connection to CloudLink."""
        return tuple(self._find())

    def _find(self) -> Iterator[Ref]:
        lasts = {name.rsplit(".", 1)[-1] for name in self._app.models.rows(Socket)}
        for module in list(self._program.table.loaded()):
            for vid, node in module.of(s.Call):
                if getattr(module.values[node.func], "name", None) not in lasts:
                    continue
                ref = Ref(module, vid, self._program.root(FunctionKey(module, module.summary.owners[vid])))
                for callee in self._program.callees(ref):
                    row = self._app.models.row(Socket, callee.name) if isinstance(callee, External) else None
                    if row is not None and self._is_ours(ref, row):
                        yield ref
                        break

    def _is_ours(self, ref: Ref, row: Socket) -> bool:
        given = [g for k in row.keywords for g in self._app.api_calls.argument(ref, row.url, k)]
        for address in given:
            hosts = [url_host(v) for v in self._program.eval_given(address)]
            if any(h is not None and is_host(h, self._app.config.hosts) for h in hosts):
                return True
            if any(self._app.api_calls.at(r) is not None for r in sources(self._program, address)):
                return True
        return False
