"""Where things stand in their rows, by the Sugiyama layout of grandalf: few crossings, straight arrows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import networkx
from grandalf.graphs import Edge, Vertex, graph_core
from grandalf.layouts import Layer, SugiyamaLayout, VertexViewer

Link = tuple[str, str]  # the upper and the lower end
SWEEPS = 24


class _Rows(SugiyamaLayout):  # type: ignore[misc]
    """The layout of one connected part, in rows that are given instead of found."""

    def __init__(self, part: graph_core, rows: Mapping[str, int], lane: float, gap: float) -> None:
        self.rows = rows
        super().__init__(part)
        self.dw, self.dh, self.xspace = lane, 1.0, gap

    # The base class calls this where it would find the rows.
    def rank_all(self, roots: list[Any], optimize: bool = False) -> None:
        given = {vertex: self.rows[vertex.data] for vertex in self.g.sV}
        first, last = min(given.values()), max(given.values())
        self.layers = [Layer() for _ in range(first, last + 1)]
        for vertex, row in given.items():
            self.grx[vertex].rank = row - first
            self.layers[row - first].append(vertex)


def centres(
    rows: Mapping[str, int], widths: Mapping[str, float], links: Iterable[Link], lane: float, gap: float
) -> tuple[dict[str, float], dict[tuple[str, str, int], float]]:
    """The horizontal centre of everything in `rows`, by its key; and of every arrow where it passes a row, by
    its two ends and the row. `links` join different rows, the upper one first; `lane` is the room of an
    arrow that passes, `gap` the room between neighbours. The leftmost edge is at 0."""
    graph = networkx.Graph()
    graph.add_nodes_from(sorted(rows))
    graph.add_edges_from(sorted(links))
    found: dict[str, float] = {}
    passing: dict[tuple[str, str, int], float] = {}
    start = 0.0
    for part in sorted(networkx.connected_components(graph), key=lambda keys: (-len(keys), min(keys))):
        inner = sorted(link for link in links if link[0] in part)
        at, lanes = _centres_of(sorted(part), rows, widths, inner, lane, gap)
        edges = [(x, widths[key] / 2) for key, x in at.items()] + [(x, lane / 2) for x in lanes.values()]
        shift = start - min(x - half for x, half in edges)
        found.update({key: x + shift for key, x in at.items()})
        passing.update({key: x + shift for key, x in lanes.items()})
        start = shift + max(x + half for x, half in edges) + 2 * gap
    return found, passing


def _centres_of(
    keys: list[str],
    rows: Mapping[str, int],
    widths: Mapping[str, float],
    links: list[Link],
    lane: float,
    gap: float,
) -> tuple[dict[str, float], dict[tuple[str, str, int], float]]:
    if len(keys) == 1:
        return {keys[0]: 0.0}, {}
    vertices = {key: Vertex(key) for key in keys}
    for key, vertex in vertices.items():
        vertex.view = VertexViewer(widths[key], 1.0)
    edges = [Edge(vertices[upper], vertices[lower]) for upper, lower in links]
    first = min(rows[key] for key in keys)
    drawn = _Rows(graph_core(list(vertices.values()), edges), rows, lane, gap)
    drawn.init_all(roots=[], inverted_edges=[])
    for _ in range(SWEEPS):
        for _step in drawn.ordering_step():
            pass
    drawn.setxy()
    found = {key: float(vertex.view.xy[0]) for key, vertex in vertices.items()}
    passing = {
        (edge.v[0].data, edge.v[1].data, rank + first): float(dummy.view.xy[0])
        for edge, way in drawn.ctrls.items()
        for rank, dummy in way.items()
        if rank + first not in (rows[edge.v[0].data], rows[edge.v[1].data])
    }
    return found, passing
