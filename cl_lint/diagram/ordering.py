"""The order of things in rows: each near what it is linked with, so that few links cross."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

ROUNDS = 16

Links = list[tuple[str, str]]


def ordered(layers: list[list[str]], links: Links) -> list[list[str]]:
    """The layers with their things in an order that has the fewest crossings of those tried. `links` join
    things of neighbouring layers, the upper one first."""
    above: dict[str, list[str]] = defaultdict(list)
    below: dict[str, list[str]] = defaultdict(list)
    for upper, lower in links:
        below[upper].append(lower)
        above[lower].append(upper)
    current = [list(layer) for layer in layers]
    best, fewest = current, crossings(current, below)
    for round_number in range(ROUNDS):
        current = [list(layer) for layer in current]
        if round_number % 2 == 0:
            for index in range(1, len(current)):
                current[index] = _by_neighbours(current[index], current[index - 1], above)
        else:
            for index in range(len(current) - 2, -1, -1):
                current[index] = _by_neighbours(current[index], current[index + 1], below)
        number = crossings(current, below)
        if number < fewest:
            best, fewest = current, number
    return best


def _by_neighbours(layer: list[str], fixed: list[str], near: Mapping[str, list[str]]) -> list[str]:
    """A layer by the mean place of each thing's neighbours; what has none keeps its place."""
    place = {key: index for index, key in enumerate(fixed)}
    scale = len(fixed) / max(len(layer), 1)
    wanted = {}
    for index, key in enumerate(layer):
        found = [place[n] for n in near.get(key, ()) if n in place]
        wanted[key] = sum(found) / len(found) if found else index * scale
    return sorted(layer, key=lambda key: (wanted[key], layer.index(key)))


def crossings(layers: list[list[str]], below: Mapping[str, list[str]]) -> int:
    """How many pairs of links cross."""
    total = 0
    for upper, lower in pairwise(layers):
        place = {key: index for index, key in enumerate(lower)}
        seen: list[int] = []
        for key in upper:
            ends = sorted(place[n] for n in below.get(key, ()) if n in place)
            for end in ends:
                total += len(seen) - bisect_left(seen, end + 1)
            for end in ends:
                insort(seen, end)
    return total
