"""Modules into a few groups: packages are opened, the largest first, for as long as there is room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Parts = tuple[str, ...]
MOST_GROUPS = 14
OTHERS = "…"


@dataclass(frozen=True)
class Group:
    """Modules that are one box: `name` is the package or module, `members` their files. `is_rest` is true for
    what is left of a package whose more important modules stand apart."""

    name: str
    members: tuple[str, ...]
    is_rest: bool = False


@dataclass
class _Folder:
    """A package, or a module where it has no children."""

    parts: Parts
    own: list[str] = field(default_factory=list)
    children: dict[str, _Folder] = field(default_factory=dict)

    def members(self) -> list[str]:
        found = list(self.own)
        for child in self.children.values():
            found += child.members()
        return found

    def weight(self, weights: Mapping[str, int]) -> int:
        return sum(weights.get(name, 0) for name in self.members())


def group(
    modules: Mapping[str, Parts], weights: Mapping[str, int], most: int = MOST_GROUPS
) -> tuple[Group, ...]:
    """At most `most` groups of modules (files by the parts of their names).

    Of a package for which there is not room enough, the modules with the greatest `weights` stand apart where
    there would be few groups otherwise; those without any never do.
    """
    root = _Folder(())
    for name in sorted(modules):
        folder = root
        for end, part in enumerate(modules[name], 1):
            folder = folder.children.setdefault(part, _Folder(modules[name][:end]))
        folder.own.append(name)
    chosen: list[_Folder] = [root]
    rest: list[_Folder] = []
    closed: set[Parts] = set()
    while candidates := [f for f in chosen if f.children and f.parts not in closed]:
        folder = max(candidates, key=lambda f: (len(f.members()), f.parts))
        inner = _opened(folder, weights)
        room = most - len(chosen) - len(rest) + 1
        if len(inner) <= room:
            chosen.remove(folder)
            chosen += inner
            continue
        closed.add(folder.parts)
        if len(chosen) > most // 2:  # enough to see already: its packages stay whole, one like the other
            continue
        apart = _heaviest(inner, weights, room - 1)
        if apart:
            chosen.remove(folder)
            chosen += apart
            rest.append(_without(folder, apart))
    found = [_group(f, is_rest=False) for f in chosen] + [_group(f, is_rest=True) for f in rest]
    return tuple(sorted((g for g in found if g.members), key=lambda g: (g.is_rest, g.name)))


def _opened(folder: _Folder, weights: Mapping[str, int]) -> list[_Folder]:
    """The children of a package, and its own `__init__` where that does something."""
    inner = list(folder.children.values())
    if folder.own and any(weights.get(name, 0) for name in folder.own):
        inner.append(_Folder(folder.parts, folder.own))
    return inner


def _heaviest(folders: Iterable[_Folder], weights: Mapping[str, int], most: int) -> list[_Folder]:
    heavy = [f for f in folders if f.weight(weights) > 0]
    heavy.sort(key=lambda f: (-f.weight(weights), f.parts))
    return heavy[: max(most, 0)]


def _without(folder: _Folder, apart: list[_Folder]) -> _Folder:
    taken = {name for f in apart for name in f.members()}
    return _Folder(folder.parts, [name for name in folder.members() if name not in taken])


def _group(folder: _Folder, is_rest: bool) -> Group:
    return Group(".".join(folder.parts), tuple(sorted(folder.members())), is_rest)
