"""Where boxes and arrows go: in rows from top to bottom, with as few crossings as can be found quickly."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .model import Diagram, Edge, EdgeKind, Node, NodeKind
from .ordering import ordered
from .reducing import ranks
from .text import width

MARGIN = 24.0
GAP = 26.0  # between boxes of a row
ROW_GAP = 58.0  # between rows
LANE = 18.0  # what an arrow that passes a row takes of it
TITLE_SIZE, LINE_SIZE = 14.0, 11.5
BOLD = 1.12  # how much wider a title is than the same text in plain letters
TITLE_HEIGHT, LINE_HEIGHT, PADDING = 20.0, 15.0, 11.0
LEAST_WIDTH, MOST_WIDTH = 104.0, 236.0
MOST_IN_ROW = 5
BESIDE = 9.0  # between an arrow and the one that comes back
RETURNS = (EdgeKind.WEBHOOK, EdgeKind.WEBSOCKET)
SWEEPS = 12

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
    lanes, links = _lanes(rows, downward)
    order = ordered(_layers(rows, lanes), links)
    widths = {**{key: w for key, (w, _) in sizes.items()}, **dict.fromkeys(lanes, LANE)}
    centres = _centres(order, links, widths)
    tops = _tops(order, sizes)
    boxes = {
        key: Box(nodes[key], centres[key] - w / 2, tops[rows[key]], w, h) for key, (w, h) in sizes.items()
    }
    heights = [max((sizes[k][1] for k in layer if k in sizes), default=0.0) for layer in order]
    passing = {lane: (centres[lane], tops[row], tops[row] + heights[row]) for lane, row in lanes.items()}
    paths = _paths(diagram.edges, boxes, lanes, passing, rows)
    right = max(
        [b.x + b.width for b in boxes.values()] + [x for p in paths for x, _ in p.points], default=0.0
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


def _lanes(
    rows: Mapping[str, int], downward: Iterable[tuple[str, str]]
) -> tuple[dict[str, int], list[tuple[str, str]]]:
    """Stand-ins for the arrows that pass rows, each with its row, and the links between neighbouring rows."""
    lanes: dict[str, int] = {}
    links: list[tuple[str, str]] = []
    for source, target in sorted(downward):
        (upper, top), (lower, bottom) = sorted(
            [(source, rows[source]), (target, rows[target])], key=lambda x: x[1]
        )
        before = upper
        for row in range(top + 1, bottom):
            lane = lane_key(upper, lower, row)
            lanes[lane] = row
            links.append((before, lane))
            before = lane
        if top != bottom:
            links.append((before, lower))
    return lanes, links


def lane_key(upper: str, lower: str, row: int) -> str:
    return f"\x00{upper}\x00{lower}\x00{row}"


def _layers(rows: Mapping[str, int], lanes: Mapping[str, int]) -> list[list[str]]:
    number = max(rows.values(), default=-1) + 1
    layers: list[list[str]] = [[] for _ in range(number)]
    for key, row in sorted({**rows, **lanes}.items()):
        layers[row].append(key)
    return layers


# ----------------------------------------------------------------------------------------- places


def _centres(
    order: list[list[str]], links: list[tuple[str, str]], widths: Mapping[str, float]
) -> dict[str, float]:
    """The horizontal centre of each thing: near what it is linked with, in its order, without overlap."""
    near: dict[str, list[str]] = defaultdict(list)
    for upper, lower in links:
        near[upper].append(lower)
        near[lower].append(upper)
    centres: dict[str, float] = {}
    for layer in order:
        x = 0.0
        for key in layer:
            centres[key] = x + widths[key] / 2
            x += widths[key] + GAP
        shift = x / 2
        centres.update({key: centres[key] - shift for key in layer})
    for sweep in range(SWEEPS):
        for layer in order if sweep % 2 == 0 else reversed(order):
            wanted = {k: _mean([centres[n] for n in near[k]], centres[k]) for k in layer}
            centres.update(_spread(layer, wanted, widths))
    left = min((centres[k] - widths[k] / 2 for k in centres), default=0.0)
    return {key: round(x - left + MARGIN, 1) for key, x in centres.items()}


def _mean(values: list[float], default: float) -> float:
    return sum(values) / len(values) if values else default


def _spread(layer: list[str], wanted: Mapping[str, float], widths: Mapping[str, float]) -> dict[str, float]:
    """Places as near as can be to the wanted ones, in the order of the layer and with gaps between: what
    would overlap is joined into blocks, and each block is centred on what its members want."""
    blocks: list[tuple[list[str], float, float]] = []  # members, their left edge, their width
    for key in layer:
        members, size = [key], widths[key]
        left = wanted[key] - size / 2
        while blocks and blocks[-1][1] + blocks[-1][2] + GAP > left:
            before, _, before_size = blocks.pop()
            members, size = before + members, before_size + GAP + size
            left = _best_left(members, wanted, widths)
        blocks.append((members, left, size))
    found: dict[str, float] = {}
    for members, left, _ in blocks:
        for key in members:
            found[key] = left + widths[key] / 2
            left += widths[key] + GAP
    return found


def _best_left(members: list[str], wanted: Mapping[str, float], widths: Mapping[str, float]) -> float:
    offset, total = 0.0, 0.0
    for key in members:
        total += wanted[key] - (offset + widths[key] / 2)
        offset += widths[key] + GAP
    return total / len(members)


def _tops(order: list[list[str]], sizes: Mapping[str, tuple[float, float]]) -> list[float]:
    found = []
    y = MARGIN
    for layer in order:
        found.append(y)
        y += max((sizes[key][1] for key in layer if key in sizes), default=0.0) + ROW_GAP
    return found


# ----------------------------------------------------------------------------------------- arrows


def _paths(
    edges: Iterable[Edge],
    boxes: Mapping[str, Box],
    lanes: Mapping[str, int],
    passing: Mapping[str, tuple[float, float, float]],
    rows: Mapping[str, int],
) -> tuple[Path, ...]:
    """The arrows. Those that leave or reach a box at the same side are spread over it, by where they go."""
    found: list[Path] = []
    ways = {edge: _way(edge, boxes, lanes, passing, rows) for edge in edges}
    ports = _ports(ways, boxes, rows)
    for edge, inner in ways.items():
        start, end = ports[edge]
        found.append(Path(edge, (start, *inner, end)))
    return tuple(found)


def _way(
    edge: Edge,
    boxes: Mapping[str, Box],
    lanes: Mapping[str, int],
    passing: Mapping[str, tuple[float, float, float]],
    rows: Mapping[str, int],
) -> list[Point]:
    """The points at which an arrow passes rows, from its source to its target."""
    upper, lower = sorted((edge.source, edge.target), key=lambda key: rows[key])
    found: list[Point] = []
    for row in range(rows[upper] + 1, rows[lower]):
        x, top, bottom = passing[lane_key(upper, lower, row)]
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
