"""Traces of clocks: the files in which a time may be taken, and those to which it may be handed on.

Found in the bytes of files: a function that reads a clock gives the time to whoever names the function.
One step from file to file is followed, and one more through a package's own module: further ones would
lead nearly everywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cl_lint.imports import ImportGraph
from cl_lint.models import Models
from cl_lint.models.time_rows import Clock

# Methods of a thousand other things: they count where the clock's package is imported.
VAGUE = frozenset({"get", "time", "converter"})
_TOP = re.compile(rb"^(?:(?:async[ \t]+def|def|class)[ \t]+(\w+)|(\w+)[ \t]*[:=])", re.MULTILINE)
_WORD = re.compile(rb"\w+")
_STAR = re.compile(rb"import[ \t]*\*")


@dataclass
class _Source:
    """A file in which times are: the definitions at its top level, and the names of those that hold one."""

    data: bytes
    starts: list[int]
    names: list[bytes]

    @classmethod
    def of(cls, data: bytes) -> _Source:
        found = [(m.start(), m[1] or m[2]) for m in _TOP.finditer(data)]
        return cls(data, [start for start, _ in found], [name for _, name in found])

    def hold(self, places: Iterator[int]) -> set[bytes]:
        """What holds the times that stand at places, and what names one of those."""
        holders = self._at(places)
        if not holders:
            return set()
        named = re.compile(rb"\b(?:%s)\b" % b"|".join(sorted(holders)))
        return holders | self._at(m.start() for m in named.finditer(self.data))

    def _at(self, places: Iterator[int]) -> set[bytes]:
        return {self.names[i - 1] for place in places if (i := bisect_right(self.starts, place))}


class Traces:
    """Follows times by the names of the functions, classes and constants that hold them."""

    def __init__(self, files: Mapping[str, bytes], graph: ImportGraph, models: Models) -> None:
        self._files = files
        self._graph = graph
        self._words: dict[str, set[bytes]] = {}
        self._sources: dict[str, _Source] = {}
        rows = models.rows(Clock)
        clear = {name.rpartition(".")[2] for name in rows} - VAGUE
        self._lasts = clear | VAGUE
        self._clear = re.compile(rb"\.(?:%s)\b" % b"|".join(sorted(n.encode() for n in clear)))
        vague = [name for name in rows if name.rpartition(".")[2] in VAGUE]
        self._vague = {
            name.split(".")[0]: re.compile(rb"\.%s\b" % name.rpartition(".")[2].encode()) for name in vague
        }

    def all(self) -> set[str]:
        """The files in which a time may be taken or handed on."""
        new: dict[str, set[bytes]] = {}
        for name, data in self._files.items():
            places = list(self._read(name, data))
            if places:
                new[name] = self._source(name).hold(iter(places))
        near = self._next(new)
        through = {name: held for name, held in near.items() if name.endswith("__init__.py")}
        return {*new, *near, *self._next(through)}

    def _next(self, held: Mapping[str, set[bytes]]) -> dict[str, set[bytes]]:
        """The files that name what holds a time in a file they import, with what holds it there."""
        found: dict[str, set[bytes]] = {}
        for name, holders in held.items():
            for other in self._graph.importers.get(name, ()):
                named = holders & self._words_of(other)
                if _STAR.search(self._files[other]):
                    found.setdefault(other, set()).update(holders)
                if named:
                    pattern = re.compile(rb"\b(?:%s)\b" % b"|".join(sorted(named)))
                    places = (m.start() for m in pattern.finditer(self._files[other]))
                    found.setdefault(other, set()).update(self._source(other).hold(places), named)
        return found

    def _source(self, name: str) -> _Source:
        source = self._sources.get(name)
        if source is None:
            source = self._sources[name] = _Source.of(self._files[name])
        return source

    def _words_of(self, name: str) -> set[bytes]:
        words = self._words.get(name)
        if words is None:
            words = self._words[name] = set(_WORD.findall(self._files[name]))
        return words

    def _read(self, name: str, data: bytes) -> Iterator[int]:
        """Where a file may read a clock."""
        yield from (m.start() for m in self._clear.finditer(data))
        imported = self._graph.of[name].names
        packages = {n.split(".")[0] for n in imported}
        patterns = [pattern for package, pattern in self._vague.items() if package in packages]
        lasts = {n.rpartition(".")[2] for n in imported if "." in n} & self._lasts
        patterns += [re.compile(rb"\b%s\b" % last.encode()) for last in sorted(lasts)]
        for pattern in patterns:
            yield from (m.start() for m in pattern.finditer(data))
