"""Where boxes and arrows go: in rows from top to bottom; a library finds their places in the rows."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from . import placing
from .model import Diagram, Edge, EdgeKind, Node, NodeKind
from .reducing import ranks
from .text import width

MARGIN = 24.0
GAP = 26.0  # between boxes of a row
ROW_GAP = 58.0  # between rows
LANE = 2.0  # what an arrow that passes a row takes of it
TITLE_SIZE, LINE_SIZE = 14.0, 11.5
BOLD = 1.12  # how much wider a title is than the same text in plain letters
TITLE_HEIGHT, LINE_HEIGHT, PADDING = 20.0, 15.0, 11.0
LEAST_WIDTH, MOST_WIDTH = 104.0, 236.0
MOST_IN_ROW = 5
BESIDE = 9.0  # between an arrow and the one that comes back
RETURNS = (EdgeKind.WEBHOOK, EdgeKind.WEBSOCKET)
LABEL_ROOM = 58.0  # for the word beside such an arrow

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
    """An arrow from its first point to its last; the others are where it passes between boxes."""

    edge: Edge
    points: tuple[Point, ...]

    @property
    def label_at(self) -> Point:
        """Where a label of the arrow begins: beside the middle of its line."""
        middle = len(self.points) // 2
        (x1, y1), (x2, y2) = self.points[middle - 1], self.points[middle]
        return (x1 + x2) / 2 + 6, (y1 + y2) / 2 + 4


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
    nodes = {node.key: node for node in diagram.nodes}
    downward = {
        (e.source, e.target) if e.kind not in RETURNS else (e.target, e.source) for e in diagram.edges
    }
    rows = _rows(diagram, downward)
    links = _links(rows, downward)
    widths = {key: w for key, (w, _) in sizes.items()}
    centres, lanes = placing.centres(rows, widths, links, LANE, GAP)
    tops, heights = _tops(rows, sizes)
    boxes = {
        key: Box(nodes[key], round(centres[key] - w / 2 + MARGIN, 1), tops[rows[key]], w, h)
        for key, (w, h) in sizes.items()
    }
    passing = {
        (upper, lower, row): (round(x + MARGIN, 1), tops[row], tops[row] + heights[row])
        for (upper, lower, row), x in lanes.items()
    }
    paths = _paths(diagram.edges, boxes, passing, rows)
    right = max(
        [b.x + b.width for b in boxes.values()]
        + [x for p in paths for x, _ in p.points]
        + [p.label_at[0] + LABEL_ROOM for p in paths if p.edge.kind in RETURNS],
        default=0.0,
    )
    bottom = max((b.y + b.height for b in boxes.values()), default=0.0)
    return Layout(diagram, tuple(boxes.values()), paths, right + MARGIN, bottom + MARGIN)


def size_of(node: Node) -> tuple[float, float]:
    """Width and height of a node's box."""
    widest = max([width(node.title, TITLE_SIZE * BOLD), *(width(line, LINE_SIZE) for line in node.lines)])
    height = 2 * PADDING + TITLE_HEIGHT - 4 + LINE_HEIGHT * len(node.lines)
    return min(max(widest + 2 * PADDING, LEAST_WIDTH), MOST_WIDTH), height


# ------------------------------------------------------------------------------------------- rows


def _rows(diagram: Diagram, downward: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The row of each node: entry points first, modules below those that use them, services and hosts last.
    A row with too many boxes is folded into several."""
    kinds = {node.key: node.kind for node in diagram.nodes}
    modules = [key for key, kind in kinds.items() if kind is NodeKind.MODULE]
    inner = [(a, b) for a, b in downward if kinds[a] is kinds[b] is NodeKind.MODULE]
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


def _links(rows: Mapping[str, int], downward: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """What is joined across rows, each pair once and the upper one first."""
    pairs = {(a, b) if rows[a] < rows[b] else (b, a) for a, b in downward if rows[a] != rows[b]}
    return sorted(pairs)


def _tops(
    rows: Mapping[str, int], sizes: Mapping[str, tuple[float, float]]
) -> tuple[list[float], list[float]]:
    """The upper edge of each row, and how high it is."""
    heights = [0.0] * (max(rows.values(), default=-1) + 1)
    for key, row in rows.items():
        heights[row] = max(heights[row], sizes[key][1])
    tops = []
    y = MARGIN
    for height in heights:
        tops.append(y)
        y += height + ROW_GAP
    return tops, heights


# ----------------------------------------------------------------------------------------- arrows


def _paths(
    edges: Iterable[Edge],
    boxes: Mapping[str, Box],
    passing: Mapping[tuple[str, str, int], tuple[float, float, float]],
    rows: Mapping[str, int],
) -> tuple[Path, ...]:
    """The arrows. Those that leave or reach a box at the same side are spread over it, by where they go."""
    found: list[Path] = []
    ways = {edge: _way(edge, passing, rows) for edge in edges}
    ports = _ports(ways, boxes, rows)
    for edge, inner in ways.items():
        start, end = ports[edge]
        found.append(Path(edge, (start, *inner, end)))
    return tuple(found)


def _way(
    edge: Edge,
    passing: Mapping[tuple[str, str, int], tuple[float, float, float]],
    rows: Mapping[str, int],
) -> list[Point]:
    """The points at which an arrow passes rows, from its source to its target."""
    upper, lower = sorted((edge.source, edge.target), key=lambda key: rows[key])
    found: list[Point] = []
    for row in range(rows[upper] + 1, rows[lower]):
        x, top, bottom = passing[upper, lower, row]
        x += BESIDE if edge.kind in RETURNS else 0.0
        found += [(x, top), (x, bottom)]
    return found if upper == edge.source else found[::-1]


def _ports(
    ways: Mapping[Edge, list[Point]], boxes: Mapping[str, Box], rows: Mapping[str, int]
) -> dict[Edge, tuple[Point, Point]]:
    sides: dict[tuple[str, str], list[tuple[float, int, Edge]]] = defaultdict(list)
    for number, (edge, inner) in enumerate(ways.items()):
        for end, (key, other) in enumerate(((edge.source, edge.target), (edge.target, edge.source))):
            towards = (inner[0] if end == 0 else inner[-1])[0] if inner else _middle(boxes[other])
            sides[key, _side(key, other, rows)].append((towards, number * 2 + end, edge))
    points: dict[tuple[Edge, int], Point] = {}
    for (key, side), ends in sides.items():
        box = boxes[key]
        for index, (_, tag, edge) in enumerate(sorted(ends, key=lambda e: e[:2])):
            x = box.x + box.width * (index + 1) / (len(ends) + 1)
            points[edge, tag % 2] = (round(x, 1), box.y if side == "top" else box.y + box.height)
    return {edge: (points[edge, 0], points[edge, 1]) for edge in ways}


def _side(key: str, other: str, rows: Mapping[str, int]) -> str:
    """Things in one row are joined below it."""
    return "top" if rows[other] < rows[key] else "bottom"


def _middle(box: Box) -> float:
    return box.x + box.width / 2
