"""Where boxes and arrows go: rows from top to bottom, laid out by Graphviz's `dot`."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .model import Diagram, Edge, EdgeKind, Node, NodeKind
from .reducing import ranks
from .text import width

MARGIN = 24.0
GAP = 26.0  # between boxes of a row
ROW_GAP = 58.0  # between rows
TITLE_SIZE, LINE_SIZE = 14.0, 11.5
BOLD = 1.12  # how much wider a title is than the same text in plain letters
TITLE_HEIGHT, LINE_HEIGHT, PADDING = 20.0, 15.0, 11.0
LEAST_WIDTH, MOST_WIDTH = 104.0, 236.0
MOST_IN_ROW = 5
INCH = 72.0  # Graphviz's sizes are inches, its places are points; a point is a pixel here
RETURNS = (EdgeKind.WEBHOOK, EdgeKind.WEBSOCKET)
NUMBERS = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A node in its place; `x` and `y` are its upper left corner, in pixels."""

    node: Node
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Path:
    """An arrow: a Bézier curve (its start, then two control points and an end for each piece), and the tip of
    its head, which lies beyond the end of the curve."""

    edge: Edge
    curve: tuple[Point, ...]
    tip: Point


@dataclass(frozen=True)
class Layout:
    """A diagram with the places of everything, and its size in pixels."""

    diagram: Diagram
    boxes: tuple[Box, ...]
    paths: tuple[Path, ...]
    width: float
    height: float


def lay_out(diagram: Diagram) -> Layout:
    """The layout of a diagram: the same for the same diagram."""
    sizes = {node.key: size_of(node) for node in diagram.nodes}
    rows = _rows(diagram)
    graph = _graph(diagram, sizes, rows)
    if diagram.nodes:
        graph.layout(prog="dot")
    return _read(diagram, sizes, rows, graph)


def size_of(node: Node) -> tuple[float, float]:
    """Width and height of a node's box."""
    widest = max([width(node.title, TITLE_SIZE * BOLD), *(width(line, LINE_SIZE) for line in node.lines)])
    height = 2 * PADDING + TITLE_HEIGHT - 4 + LINE_HEIGHT * len(node.lines)
    return min(max(widest + 2 * PADDING, LEAST_WIDTH), MOST_WIDTH), height


# ------------------------------------------------------------------------------------------- rows


def _rows(diagram: Diagram) -> dict[str, int]:
    """The row of each node: entry points first, modules below those that use them, services and hosts last.
    A row with too many boxes is folded into several: dot would make it as wide as it gets."""
    kinds = {node.key: node.kind for node in diagram.nodes}
    modules = [key for key, kind in kinds.items() if kind is NodeKind.MODULE]
    inner = [
        (e.source, e.target) for e in diagram.edges if kinds[e.source] is kinds[e.target] is NodeKind.MODULE
    ]
    by_rank: dict[int, list[str]] = defaultdict(list)
    for key, rank in _lowered(ranks(modules, inner), inner).items():
        by_rank[rank].append(key)
    bands = [[n.key for n in diagram.of_kind(NodeKind.ENTRY)]]
    bands += [by_rank[rank] for rank in sorted(by_rank)]
    bands += [[n.key for n in diagram.nodes if n.kind in (NodeKind.SERVICE, NodeKind.HOST)]]
    found: dict[str, int] = {}
    row = 0
    for band in bands:
        pieces = math.ceil(len(band) / MOST_IN_ROW)
        for index, key in enumerate(sorted(band)):
            found[key] = row + index * pieces // len(band)
        row += pieces
    return found


def _lowered(rank: Mapping[str, int], pairs: list[tuple[str, str]]) -> dict[str, int]:
    """Ranks with modules that nothing uses moved down to just above what they use."""
    used = {target for _, target in pairs}
    below: dict[str, list[int]] = defaultdict(list)
    for source, target in pairs:
        below[source].append(rank[target])
    return {
        key: own if key in used or key not in below else max(own, min(below[key]) - 1)
        for key, own in rank.items()
    }


# ------------------------------------------------------------------------------------- by Graphviz


def _graph(diagram: Diagram, sizes: Mapping[str, tuple[float, float]], rows: Mapping[str, int]) -> Any:
    """The graph for dot. Nodes and edges have numbers for names and no labels: no text of the application
    reaches Graphviz, and no font is asked for."""
    import pygraphviz

    graph = pygraphviz.AGraph(directed=True, strict=False)
    graph.graph_attr.update(
        rankdir="TB", nodesep=str(GAP / INCH), ranksep=str(ROW_GAP / INCH), splines="spline", newrank="true"
    )
    graph.node_attr.update(shape="box", fixedsize="true", label="")
    names = {node.key: str(number) for number, node in enumerate(diagram.nodes)}
    for key, name in names.items():
        across, deep = sizes[key]
        graph.add_node(name, width=f"{across / INCH:.4f}", height=f"{deep / INCH:.4f}")
    _keep_rows(graph, names, rows, {frozenset((rows[e.source], rows[e.target])) for e in diagram.edges})
    for number, edge in enumerate(diagram.edges):
        source, target = edge.source, edge.target
        upward = rows[source] > rows[target]
        ends = (target, source) if upward else (source, target)  # dot ranks by the direction of edges
        graph.add_edge(*(names[end] for end in ends), key=str(number), dir="back" if upward else "forward")
    return graph


def _keep_rows(
    graph: Any, names: Mapping[str, str], rows: Mapping[str, int], joined: set[frozenset[int]]
) -> None:
    """Nodes of one row have one rank, and each row is held below the last: by an edge that is not drawn,
    where none that is drawn joins the two."""
    in_row: dict[int, list[str]] = defaultdict(list)
    for key, row in rows.items():
        in_row[row].append(names[key])
    for row, members in sorted(in_row.items()):
        graph.add_subgraph(members, name=f"row{row}", rank="same")
        if row + 1 in in_row and frozenset((row, row + 1)) not in joined:
            graph.add_edge(members[0], in_row[row + 1][0], key=f"row{row}", style="invis", weight="0")


def _read(
    diagram: Diagram, sizes: Mapping[str, tuple[float, float]], rows: Mapping[str, int], graph: Any
) -> Layout:
    """What dot made of the graph. Its y axis points upwards, and its drawing begins anywhere."""
    centres = [_points(graph.get_node(str(n)).attr["pos"])[0] for n in range(len(diagram.nodes))]
    names = {node.key: str(number) for number, node in enumerate(diagram.nodes)}
    curves: list[tuple[Edge, tuple[Point, ...], Point]] = []
    for number, edge in enumerate(diagram.edges):
        upward = rows[edge.source] > rows[edge.target]
        ends = (edge.target, edge.source) if upward else (edge.source, edge.target)
        drawn = graph.get_edge(*(names[end] for end in ends), key=str(number))
        curve, tip = _curve(drawn.attr["pos"])
        curves.append((edge, curve[::-1] if upward else curve, tip))
    corners = [
        (x + sx * sizes[n.key][0] / 2, y + sy * sizes[n.key][1] / 2)
        for n, (x, y) in zip(diagram.nodes, centres, strict=True)
        for sx, sy in ((-1, -1), (1, 1))
    ]
    seen = [*corners, *(p for _, curve, tip in curves for p in (*curve, tip))]
    left = min((x for x, _ in seen), default=0.0) - MARGIN
    top = max((y for _, y in seen), default=0.0) + MARGIN

    def place(point: Point) -> Point:
        return round(point[0] - left, 1), round(top - point[1], 1)

    boxes = []
    for node, centre in zip(diagram.nodes, centres, strict=True):
        across, deep = sizes[node.key]
        x, y = place(centre)
        boxes.append(Box(node, round(x - across / 2, 1), round(y - deep / 2, 1), across, deep))
    paths = tuple(Path(edge, tuple(map(place, curve)), place(tip)) for edge, curve, tip in curves)
    right = max((x for x, _ in seen), default=0.0) - left + MARGIN
    bottom = top - min((y for _, y in seen), default=0.0) + MARGIN
    return Layout(diagram, tuple(boxes), paths, right, bottom)


def _points(text: str) -> list[Point]:
    numbers = [float(n) for n in NUMBERS.findall(text)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _curve(pos: str) -> tuple[tuple[Point, ...], Point]:
    """The Bézier points of an edge and the tip of its head, which dot marks by `e,` or, where it comes first,
    `s,`. Source: Graphviz, splineType."""
    head = [part for part in pos.split() if part[0] in "es"]
    curve = _points(" ".join(part for part in pos.split() if part[0] not in "es"))
    return tuple(curve), _points(head[0])[0] if head else curve[-1]
