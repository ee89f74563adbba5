"""What a diagram shows: boxes and arrows, without their places."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class NodeKind(str, enum.Enum):
    """The sorts of boxes, in the order in which they stand from top to bottom."""

    ENTRY = "entry"  # what makes the application run: a person, a browser, a queue
    MODULE = "module"  # a module, or a package with all that is in it
    SERVICE = "service"  # a service of CloudLink
    HOST = "host"  # any other host


class EdgeKind(str, enum.Enum):
    """The sorts of arrows. Every arrow points to what is asked, or told."""

    STARTS = "starts"  # an entry point runs a module
    USES = "uses"  # a module imports another
    REQUEST = "request"  # a module sends requests
    WEBHOOK = "webhook"  # CloudLink sends requests to the application
    WEBSOCKET = "websocket"  # CloudLink sends events over a connection that the application keeps


@dataclass(frozen=True)
class Node:
    """A box: `title` is its name, `lines` say more. `key` is unique, and orders boxes that are alike."""

    key: str
    kind: NodeKind
    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Edge:
    """An arrow between the boxes of two keys."""

    source: str
    target: str
    kind: EdgeKind


@dataclass(frozen=True)
class Diagram:
    """A diagram: `title` is the application's name, `modules` how many files its boxes stand for."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    modules: int

    def of_kind(self, kind: NodeKind) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.kind is kind)
