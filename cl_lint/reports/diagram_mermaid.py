"""The architecture diagram as Mermaid text, which forges draw in Markdown."""

from __future__ import annotations

import re

from cl_lint.diagram.model import Diagram, EdgeKind, Node, NodeKind
from cl_lint.reports.escaping import escape
from cl_lint.reports.secrets import mask_shapes

ARROWS = {
    EdgeKind.STARTS: "-->",
    EdgeKind.USES: "-->",
    EdgeKind.REQUEST: "==>",
    EdgeKind.WEBSOCKET: "-. WebSocket .->",
    EdgeKind.WEBHOOK: "-. webhook .->",
}
SHAPES = {
    NodeKind.ENTRY: ("([", "])"),
    NodeKind.MODULE: ("[", "]"),
    NodeKind.SERVICE: ("[[", "]]"),
    NodeKind.HOST: ("[/", "/]"),
}
GROUPS = (
    (NodeKind.ENTRY, "entries", "Entry points"),
    (NodeKind.MODULE, "application", "Application"),
    (NodeKind.SERVICE, "cloudlink", "CloudLink"),
    (NodeKind.HOST, "others", "Other hosts"),
)
# Only letters, digits and what never is markup stay as they are: all else is written by its number.
_PLAIN = re.compile(r"[^\w .,\-]", re.ASCII)


def render_mermaid(diagram: Diagram) -> str:
    """A flowchart; the same bytes for the same diagram. Nothing in a name is markup to Mermaid, to HTML or to
    the Markdown around it."""
    ids = {node.key: f"n{number}" for number, node in enumerate(diagram.nodes)}
    lines = ["flowchart TB"]
    for kind, key, title in GROUPS:
        nodes = diagram.of_kind(kind)
        if nodes:
            lines.append(f'    subgraph {key}["{title}"]')
            lines += [f"        {ids[node.key]}{_shape(node)}" for node in nodes]
            lines.append("    end")
    for edge in diagram.edges:
        lines.append(f"    {ids[edge.source]} {ARROWS[edge.kind]} {ids[edge.target]}")
    return "\n".join(lines) + "\n"


def _shape(node: Node) -> str:
    opening, closing = SHAPES[node.kind]
    return f'{opening}"{"<br/>".join(quoted(text) for text in (node.title, *node.lines))}"{closing}'


def quoted(text: str) -> str:
    """A text for a label in double quotes."""
    return _PLAIN.sub(lambda found: f"#{ord(found[0])};", escape(mask_shapes(text)))
