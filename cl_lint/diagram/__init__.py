"""The architecture diagram: entry points, groups of modules, CloudLink's services and other hosts."""

from __future__ import annotations

from .build import build_diagram
from .layout import Layout, lay_out
from .model import Diagram, Edge, EdgeKind, Node, NodeKind

__all__ = ["Diagram", "Edge", "EdgeKind", "Layout", "Node", "NodeKind", "build_diagram", "lay_out"]
