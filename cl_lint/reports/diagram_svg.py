"""The architecture diagram as SVG: for a page of its own, or inside an HTML page of any colours."""

from __future__ import annotations

import math
from xml.sax.saxutils import escape as xml_escape
from xml.sax.saxutils import quoteattr

from cl_lint.diagram.layout import (
    BOLD,
    LINE_HEIGHT,
    LINE_SIZE,
    MARGIN,
    PADDING,
    TITLE_HEIGHT,
    TITLE_SIZE,
    Box,
    Layout,
    Path,
)
from cl_lint.diagram.model import Diagram, EdgeKind, NodeKind
from cl_lint.diagram.text import fitted, width
from cl_lint.reports.escaping import escape
from cl_lint.reports.secrets import mask_shapes

STYLE = """
.cl-diagram { --paper: var(--diagram-paper, #ffffff); --ink: var(--diagram-ink, #1a1f27);
  --faint: var(--diagram-faint, #57606a); --line: var(--diagram-line, #6e7781);
  --entry: var(--diagram-entry, #fff3d6); --entry-edge: var(--diagram-entry-edge, #9a6700);
  --module: var(--diagram-module, #eef2f7); --module-edge: var(--diagram-module-edge, #57606a);
  --service: var(--diagram-service, #dcefff); --service-edge: var(--diagram-service-edge, #0a5aa8);
  --host: var(--diagram-host, #f3e8fb); --host-edge: var(--diagram-host-edge, #7a3fa0);
  font-family: ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
@media screen and (prefers-color-scheme: dark) { .cl-diagram { --paper: var(--diagram-paper, #14181f);
  --ink: var(--diagram-ink, #e6eaf0); --faint: var(--diagram-faint, #aab4c0);
  --line: var(--diagram-line, #8b96a3);
  --entry: var(--diagram-entry, #3b2f10); --entry-edge: var(--diagram-entry-edge, #e0b040);
  --module: var(--diagram-module, #232a34); --module-edge: var(--diagram-module-edge, #8b96a3);
  --service: var(--diagram-service, #10304f); --service-edge: var(--diagram-service-edge, #6cb6ff);
  --host: var(--diagram-host, #33214a); --host-edge: var(--diagram-host-edge, #c79bf0); } }
.cl-diagram .paper { fill: var(--paper); }
.cl-diagram .box { stroke-width: 1.3; }
.cl-diagram .entry { fill: var(--entry); stroke: var(--entry-edge); }
.cl-diagram .module { fill: var(--module); stroke: var(--module-edge); }
.cl-diagram .service { fill: var(--service); stroke: var(--service-edge); }
.cl-diagram .host { fill: var(--host); stroke: var(--host-edge); }
.cl-diagram .title { fill: var(--ink); font-size: 14px; font-weight: 600; }
.cl-diagram .more { fill: var(--faint); font-size: 11.5px; }
.cl-diagram .arrow { fill: none; stroke: var(--line); stroke-width: 1.4; }
.cl-diagram .request { stroke: var(--service-edge); }
.cl-diagram .starts { stroke: var(--entry-edge); }
.cl-diagram .websocket, .cl-diagram .webhook { stroke: var(--service-edge); stroke-width: 2; }
.cl-diagram .websocket { stroke-dasharray: 7 4; }
.cl-diagram .webhook { stroke-dasharray: 2 4; }
.cl-diagram path.head { fill: var(--line); stroke: none; }
.cl-diagram path.head.request, .cl-diagram path.head.websocket, .cl-diagram path.head.webhook
  { fill: var(--service-edge); }
.cl-diagram path.head.starts { fill: var(--entry-edge); }
.cl-diagram .label { fill: var(--ink); font-size: 11.5px; paint-order: stroke; stroke: var(--paper);
  stroke-width: 4px; stroke-linejoin: round; }
""".strip()
LABELS = {EdgeKind.WEBSOCKET: "WebSocket", EdgeKind.WEBHOOK: "webhook"}
LEGEND_ARROWS = (
    (EdgeKind.STARTS, "starts"),
    (EdgeKind.USES, "uses"),
    (EdgeKind.REQUEST, "sends requests"),
    (EdgeKind.WEBSOCKET, "events over a WebSocket"),
    (EdgeKind.WEBHOOK, "events by webhook"),
)
LEGEND_BOXES = (
    (NodeKind.ENTRY, "entry point"),
    (NodeKind.MODULE, "module or package"),
    (NodeKind.SERVICE, "CloudLink"),
    (NodeKind.HOST, "other host"),
)
LEGEND_HEIGHT = 24.0
HEAD = 4.0  # half the width of an arrow's head
KINDS = {
    NodeKind.ENTRY: "Entry points",
    NodeKind.MODULE: "Modules",
    NodeKind.SERVICE: "CloudLink services",
    NodeKind.HOST: "Other hosts",
}


def render_svg(layout: Layout, prefix: str = "architecture", styled: bool = True) -> str:
    """One `<svg>` element; the same bytes for the same layout. `prefix` makes its ids its own where several
    stand in one page. It needs no script and loads nothing. A page sets its colours by `--diagram-paper`,
    `--diagram-ink` and the other variables of `STYLE`; with `styled` false it brings `STYLE` itself."""
    legend, across, deep = _legend(layout)
    wide = max(layout.width, across)
    high = layout.height + deep
    shift = (wide - layout.width) / 2
    title, told = f"{prefix}-title", f"{prefix}-desc"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="cl-diagram" role="img" '
        f"aria-labelledby={quoteattr(f'{title} {told}')} width={_attr(wide)} height={_attr(high)} "
        f'viewBox="0 0 {_n(wide)} {_n(high)}">',
        f"<title id={quoteattr(title)}>{_text(heading(layout.diagram))}</title>",
        f"<desc id={quoteattr(told)}>{_text(description(layout.diagram))}</desc>",
        *([f"<style>{STYLE}</style>"] if styled else []),
        f'<rect class="paper" width={_attr(wide)} height={_attr(high)}/>',
        f'<g transform="translate({_n(shift)} 0)">',
        *(_arrow(path) for path in layout.paths),
        *(_box(box) for box in layout.boxes),
        *(_label(path) for path in layout.paths if path.edge.kind in LABELS),
        "</g>",
        *legend,
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def heading(diagram: Diagram) -> str:
    """The title of a diagram, in words."""
    return f"Architecture of {diagram.title}" if diagram.title else "Architecture"


def description(diagram: Diagram) -> str:
    """What a diagram shows, for those who do not see it."""
    sentences = []
    for kind, name in KINDS.items():
        titles = [node.title for node in diagram.of_kind(kind)]
        if titles:
            sentences.append(f"{name}: {', '.join(titles)}.")
    names = {node.key: node.title for node in diagram.nodes}
    for sort, what in ((EdgeKind.REQUEST, "sends requests to"), (EdgeKind.USES, "uses")):
        for source in dict.fromkeys(e.source for e in diagram.edges if e.kind is sort):
            targets = [names[e.target] for e in diagram.edges if e.kind is sort and e.source == source]
            sentences.append(f"{names[source]} {what} {', '.join(targets)}.")
    for edge in diagram.edges:
        if edge.kind in LABELS:
            sentences.append(
                f"Events come from {names[edge.source]} to {names[edge.target]} ({LABELS[edge.kind]})."
            )
    return " ".join(sentences) or "Nothing to show."


# -------------------------------------------------------------------------------------- elements


def _box(box: Box) -> str:
    node = box.node
    room = box.width - 2 * PADDING + 4
    middle = box.x + box.width / 2
    radius = box.height / 2 if node.kind is NodeKind.ENTRY and not node.lines else 7.0
    told = " — ".join([node.title, *node.lines])
    y = box.y + PADDING + TITLE_SIZE - 1
    lines = [
        f"<g><title>{_text(told)}</title>"
        f'<rect class="box {node.kind.value}" x={_attr(box.x)} y={_attr(box.y)} width={_attr(box.width)} '
        f"height={_attr(box.height)} rx={_attr(radius)}/>",
        _words("title", middle, y, _fitted(node.title, TITLE_SIZE * BOLD, room)),
    ]
    for number, line in enumerate(node.lines):
        line_y = y + TITLE_HEIGHT - LINE_HEIGHT + LINE_HEIGHT * (number + 1)
        lines.append(_words("more", middle, line_y - 2, _fitted(line, LINE_SIZE, room)))
    return "".join(lines) + "</g>"


def _fitted(value: str, size: float, room: float) -> str:
    return fitted(_clean(value), size, room)


def _words(kind: str, x: float, y: float, value: str, anchor: str = "middle") -> str:
    return f'<text class="{kind}" x={_attr(x)} y={_attr(y)} text-anchor="{anchor}">{xml_escape(value)}</text>'


def _arrow(path: Path) -> str:
    """The curve of an arrow, and its head by itself."""
    kind = path.edge.kind.value
    start, *rest = path.curve
    commands = [f"M{_n(start[0])} {_n(start[1])}"]
    for index in range(0, len(rest) - 2, 3):
        commands.append("C" + " ".join(f"{_n(x)} {_n(y)}" for x, y in rest[index : index + 3]))
    (x, y), (back_x, back_y) = path.tip, path.curve[-1]
    length = math.hypot(x - back_x, y - back_y) or 1.0
    across_x, across_y = HEAD * (y - back_y) / length, HEAD * (x - back_x) / length
    sides = [(back_x - across_x, back_y + across_y), (back_x + across_x, back_y - across_y)]
    head = "L".join(f"{_n(px)} {_n(py)}" for px, py in (path.tip, *sides))
    return f'<path class="arrow {kind}" d="{"".join(commands)}"/><path class="head {kind}" d="M{head}Z"/>'


def _label(path: Path) -> str:
    """The name of a connection, beside the middle of its line."""
    x, y = path.curve[len(path.curve) // 6 * 3]
    if len(path.curve) == 4:  # one piece: its middle, by its control points
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = path.curve
        x, y = (x0 + 3 * x1 + 3 * x2 + x3) / 8, (y0 + 3 * y1 + 3 * y2 + y3) / 8
    return _words("label", x + 6, y + 4, LABELS[path.edge.kind], "start")


def _legend(layout: Layout) -> tuple[list[str], float, float]:
    """The legend below the diagram, of what is in it: elements, its width, its height."""
    kinds = {edge.kind for edge in layout.diagram.edges}
    boxes = [(k.value, t, True) for k, t in LEGEND_BOXES if layout.diagram.of_kind(k)]
    arrows = [(k.value, t, False) for k, t in LEGEND_ARROWS if k in kinds]
    found: list[str] = []
    widest, top = 0.0, layout.height + 4
    for items in (boxes, arrows):
        x = MARGIN
        for kind, words, is_box in items:
            if is_box:
                found.append(
                    f'<rect class="box {kind}" x={_attr(x)} y={_attr(top)} width="22" height="12" rx="3"/>'
                )
            else:
                y = top + 6
                found.append(f'<path class="arrow {kind}" d="M{_n(x)} {_n(y)}H{_n(x + 20)}"/>')
                head = f"M{_n(x + 26)} {_n(y)}L{_n(x + 19)} {_n(y - 4)}L{_n(x + 19)} {_n(y + 4)}Z"
                found.append(f'<path class="head {kind}" d="{head}"/>')
            found.append(_words("more", x + 31, top + 10, words, "start"))
            x += 31 + width(words, LINE_SIZE) + 22
        if items:
            widest, top = max(widest, x), top + LEGEND_HEIGHT
    return found, widest, top - layout.height + 4


def _clean(value: str) -> str:
    return escape(mask_shapes(value))


def _text(value: str) -> str:
    return xml_escape(_clean(value))


def _n(value: float) -> str:
    """A number with at most one decimal: enough for pixels, and the same everywhere."""
    return f"{round(value, 1):g}" if abs(value) < 100_000 else f"{value:.0f}"


def _attr(value: float) -> str:
    return f'"{_n(value)}"'
