"""Tokens that are looked into: by a JWT library, or taken apart by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..models.auth_rows import TokenReader
from ..program import External, FunctionKey, Known, Module, Partial, Ref
from ..program.binding import Given
from ..syntax import summary as s
from .token_origins import Origin
from .token_parts import Part, TokenParts
from .urls import is_host, url_host

if TYPE_CHECKING:
    from .application import Application

JSON_READERS = frozenset(
    """
    json.loads json.load orjson.loads ujson.loads simplejson.loads msgspec.json.decode
    pydantic_core.from_json
    """.split()
)


@dataclass(frozen=True)
class TokenRead:
    """A look into a CloudLink token: the call that reads it (`reader` is its name), whose token it is, and
    the places on the way: where it is cut, and the calls that pass it to the function that reads it."""

    ref: Ref
    reader: str
    origin: Origin
    cut: Ref | None
    passed: tuple[Ref, ...]


class Tokens:
    """Finds where an application looks into CloudLink tokens."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._program = app.program

    @cached_property
    def reads(self) -> tuple[TokenRead, ...]:
        """Every look into a CloudLink token, one for each call that reads one."""
        decoders: list[tuple[Ref, TokenReader]] = []
        found: dict[tuple[Module, int], TokenRead] = {}
        for ref, name, row in self._calls:
            if row is None or row.decoder:
                decoders.append((ref, row or TokenReader(name)))
                continue
            read = self._whole(ref, name, row)
            if read is not None:
                found[ref.module, ref.vid] = read
        cuts: set[tuple[Module, int]] = set()
        for ref, row in sorted(decoders, key=lambda d: d[1].name in JSON_READERS):
            part = self._part(ref, row)
            if part is None or (row.name in JSON_READERS and (part.cut.module, part.cut.vid) in cuts):
                continue
            cuts.add((part.cut.module, part.cut.vid))
            read = TokenRead(ref, row.name, part.origin, part.cut, part.passed)
            found.setdefault((ref.module, ref.vid), read)
        return tuple(found.values())

    @cached_property
    def others(self) -> tuple[tuple[Ref, str], ...]:
        """Calls of JWT libraries that read tokens which are not known to be CloudLink's."""
        ours = {(r.ref.module, r.ref.vid) for r in self.reads}
        return tuple(
            (ref, name)
            for ref, name, row in self._calls
            if row is not None and not row.decoder and (ref.module, ref.vid) not in ours
        )

    # -- the calls

    @cached_property
    def _calls(self) -> list[tuple[Ref, str, TokenReader | None]]:
        """Calls that may read a token, with the reader's name; JSON readers have no row."""
        rows = self._app.models.rows(TokenReader)
        lasts = {name.rsplit(".", 1)[-1] for name in (*rows, *JSON_READERS)}
        found = []
        for module in list(self._program.table.loaded()):
            for vid, node in module.of(s.Call):
                if self._may_read(module, node, lasts):
                    ref = Ref(
                        module, vid, self._program.root(FunctionKey(module, module.summary.owners[vid]))
                    )
                    found += [(ref, name, row) for name, row in self._readers(ref)][:1]
        return found

    def _may_read(self, module: Module, node: s.Call, lasts: set[str]) -> bool:
        func = module.values[node.func]
        return bool(node.args) and (not isinstance(func, s.Attr) or func.name in lasts)

    def _readers(self, ref: Ref) -> Iterator[tuple[str, TokenReader | None]]:
        for callee in self._program.callees(ref):
            if isinstance(callee, Partial):
                callee = callee.function
            if isinstance(callee, External):
                row = self._app.models.row(TokenReader, callee.name)
                if row is not None:
                    yield callee.name, row
                elif callee.name in JSON_READERS:
                    yield callee.name, None

    def _token(self, ref: Ref, row: TokenReader) -> list[Given]:
        args = self._program.arguments(ref)
        for keyword in row.keywords:
            if keyword in args.keywords:
                return args.keywords[keyword]
        return [args.positional[row.token]] if 0 <= row.token < len(args.positional) else []

    # -- whole tokens

    def _whole(self, ref: Ref, name: str, row: TokenReader) -> TokenRead | None:
        for given in self._token(ref, row):
            if not isinstance(given, Ref):
                continue
            origin = self._app.token_origins.of(given)
            if origin is None or (origin.ref is None and self._other_keys(ref)):
                continue
            return TokenRead(ref, name, origin, None, self._passed(ref, row))
        return None

    def _passed(self, ref: Ref, row: TokenReader) -> tuple[Ref, ...]:
        """The calls that hand a CloudLink token to the function in which it is read."""
        found = []
        for frame in self._program.callers(ref.frame.function):
            for given in self._token(Ref(ref.module, ref.vid, frame), row):
                if frame.call is not None and isinstance(given, Ref) and self._app.token_origins.of(given):
                    found.append(frame.call)
        return tuple(found)

    def _other_keys(self, ref: Ref) -> bool:
        """Whether keys, issuer or audience of the call are another provider's, or the application's own: a
        symmetric algorithm verifies only tokens that the application made."""
        program = self._program
        args = program.arguments(ref)
        given = [g for many in args.keywords.values() for g in many] + args.positional[1:]
        found = [v for g in given if isinstance(g, Ref) for v in self._nearby(g)]
        for callee in program.callees(ref):
            if isinstance(callee, External) and callee.receiver is not None:
                site = getattr(callee.receiver, "site", None)
                if site is not None:
                    found += self._nearby(site)
        hosts = [h for h in (url_host(v) for v in found if isinstance(v, Known)) if h is not None]
        if any(is_host(h, self._app.config.hosts) for h in hosts):
            return False
        symmetric = any(isinstance(v, Known) and str(v.value).startswith("HS") for v in found)
        return bool(hosts) or symmetric

    def _nearby(self, ref: Ref) -> Iterator[Known]:
        """The constants that an argument is made of."""
        from .definitions import sources

        for source in sources(self._program, ref, 6):
            node = source.module.values[source.vid]
            for value in self._program.eval(source) if not isinstance(node, s.Param) else ():
                if isinstance(value, Known) and isinstance(value.value, str):
                    yield value

    # -- parts of tokens

    def _part(self, ref: Ref, row: TokenReader) -> Part | None:
        parts = TokenParts(self._app)
        for given in self._token(ref, row):
            if isinstance(given, Ref):
                part = parts.find(given)
                if part is not None:
                    return part
        return None
