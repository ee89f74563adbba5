"""Addresses: the URLs that URL classes and path functions make of others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..models.url_rows import UrlStep
from ..syntax import summary as s
from .texts import from_template, is_textual, text_template, url_join
from .values import Abstract, Container, Known, Ref, Unknown, Values, parts_of, text_of

if TYPE_CHECKING:
    from .evaluate import Program

ORIGIN = re.compile(r"^(?:\w+:)?//[^/?#]*")
MAX_URLS = 12


class Addresses:
    def __init__(self, program: Program) -> None:
        self._program = program

    def of_method(self, ref: Ref, node: s.Call, func: s.Attr) -> list[Abstract]:
        """What a method of a URL gives; empty for a method of anything else."""
        row = self._program.models.rows(UrlStep).get(f"?.{func.name}")
        if row is None:
            return []
        absolute = row.does == "join"  # `"/".join(…)` is no URL's
        bases = [v for v in self._program.at(ref, func.base) if _is_url(v, absolute)]
        args = [a.value for a in node.args if a.name is None and not a.star]
        return self._stepped(ref, node, row, bases, args) if bases else []

    def of_function(self, name: str, ref: Ref, node: s.Call) -> Values:
        """What a function that makes a URL gives; empty for any other."""
        row = self._program.models.rows(UrlStep).get(name)
        args = [a.value for a in node.args if a.name is None and not a.star]
        if row is None:
            return ()
        if row.does == "parts":
            return self._of_parts(ref, node, args)
        bases = [v for v in self._program.at(ref, args[0]) if is_textual(v)] if args else []
        return tuple(self._stepped(ref, node, row, bases, args[1:]))

    def _stepped(
        self, ref: Ref, node: s.Call, row: UrlStep, bases: Sequence[Abstract], args: Sequence[s.ValueId]
    ) -> list[Abstract]:
        if row.keyword:
            args = [a.value for a in node.args if a.name == row.keyword]
        if row.does == "same" or not args:
            return list(bases)
        found = list(bases)
        for vid in args if row.does == "append" else args[:1]:
            values = self._program.at(ref, vid) or (Unknown(""),)
            found = [_step(row.does, base, value) for base in found for value in values][:MAX_URLS]
        return found

    def _of_parts(self, ref: Ref, node: s.Call, args: Sequence[s.ValueId]) -> Values:
        """A URL of scheme, host and path."""
        given = {a.name: a.value for a in node.args if a.name}
        where = ref
        parts = [given.get("scheme"), given.get("host", given.get("authority")), given.get("path")]
        for value in self._program.at(ref, args[0]) if args else ():
            shown = value.ref.module.values[value.ref.vid] if isinstance(value, Container) else None
            if isinstance(value, Container) and isinstance(shown, s.Sequence) and len(shown.items) >= 3:
                where, parts = value.ref, [i.value for i in shown.items[:3]]
        if parts[1] is None:
            return ()
        schemes, hosts, paths = (
            (Known(""),) if vid is None else self._program.at(where, vid)[:3] for vid in parts
        )
        return tuple(
            _step("append", text_of([*parts_of(scheme), "://", *parts_of(host)]), path)
            for scheme in schemes[:1]
            for host in hosts
            for path in paths
        )


def _is_url(value: Abstract, absolute: bool) -> bool:
    pair = text_template(value)
    return pair is not None and ("://" in pair[0] or (pair[0].startswith("/") and not absolute))


def _step(does: str, base: Abstract, value: Abstract) -> Abstract:
    if does == "join":
        return url_join(base, value)
    if does == "path":
        pair = text_template(base)
        origin = ORIGIN.match(pair[0]) if pair is not None else None
        base = from_template(origin[0], pair[1]) if origin is not None and pair is not None else Known("")
    return append(base, value)


def append(base: Abstract, value: Abstract) -> Abstract:
    """`base / value`: one more segment, or several, of a URL or path."""
    left = text_template(base)
    right = text_template(value)
    stem = list(parts_of(base if left is None else from_template(left[0].rstrip("/"), left[1])))
    tail = list(parts_of(value if right is None else from_template(right[0].lstrip("/"), right[1])))
    return text_of([*stem, "/", *tail]) if tail else text_of(stem)
