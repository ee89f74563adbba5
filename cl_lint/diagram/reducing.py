"""Fewer arrows: an arrow is left out where a way over other arrows says the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import networkx

Pair = tuple[str, str]


def reduced(pairs: Iterable[Pair]) -> list[Pair]:
    """The transitive reduction of a graph, given as its arrows. In a cycle, whose members all lead to one
    another, the arrows stay; between cycles the first arrow stands for all."""
    graph = networkx.DiGraph()
    graph.add_edges_from(sorted(pairs))
    whole = networkx.condensation(graph)
    component: dict[str, int] = whole.graph["mapping"]
    kept = set(networkx.transitive_reduction(whole).edges())
    found: list[Pair] = []
    seen: set[Any] = set()
    for source, target in sorted(graph.edges()):
        way = (component[source], component[target])
        if way[0] == way[1] or (way in kept and way not in seen):
            seen.add(way)
            found.append((source, target))
    return found


def ranks(nodes: Iterable[str], pairs: Iterable[Pair]) -> dict[str, int]:
    """The row of each node, from 0: below all that point to it. In a cycle the arrows against the order of
    names do not count."""
    graph = networkx.DiGraph()
    graph.add_nodes_from(sorted(nodes))
    graph.add_edges_from(sorted(pairs))
    component: dict[str, int] = networkx.condensation(graph).graph["mapping"]
    against = [(a, b) for a, b in graph.edges() if component[a] == component[b] and a >= b]
    graph.remove_edges_from(against)
    found: dict[str, int] = {}
    for node in networkx.lexicographical_topological_sort(graph):
        found[node] = max((found[before] + 1 for before in graph.predecessors(node)), default=0)
    return found
