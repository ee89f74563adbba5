"""From an application to its diagram."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..concepts.application import Application
from ..concepts.outside_hosts import outside_hosts
from ..imports import ImportGraph
from ..inventory import Inventory
from ..program.modules import module_parts
from .entries import TITLES, WEB, EntryPoint, entry_points, is_application, project_name
from .grouping import Group, group
from .model import Diagram, Edge, EdgeKind, Node, NodeKind
from .reducing import reduced

MOST_LINES = 5
MOST_HOSTS = 8
MOST_USES = 14
SIGN_IN_PAGE = "sign-in page"
NOT_KNOWN = "service not known"
ONE_ROUTE = "1 route"


def build_diagram(
    app: Application | None, inventory: Inventory, texts: Mapping[str, str], root: Path | None
) -> Diagram:
    """The diagram of an application: of its files by name (`texts`), what it does with CloudLink
    (`inventory`) and the packaging at `root`. `app` is None where nothing of it is about CloudLink."""
    own = {path: text for path, text in texts.items() if is_application(path)}
    entries = list(entry_points(app, own, root))
    sent = _requests(inventory)
    hosts = _outside(app)
    told = _notifications(inventory, entries)
    hooks = {path for path, kind in told if kind is EdgeKind.WEBHOOK}
    entries = [e for e in entries if not (e.kind == WEB and e.name == ONE_ROUTE and e.path in hooks)]
    weights = _weights(own, entries, [*sent, *hosts, *told])
    groups = group({path: module_parts(path) for path in own}, weights)
    keys = {member: _key(g) for g in groups for member in g.members}
    nodes = [
        *_entry_nodes(entries, keys),
        *(Node(_key(g), NodeKind.MODULE, _title(g, groups), _lines(g)) for g in groups),
        *_service_nodes(inventory),
        *(Node(f"host:{h}", NodeKind.HOST, h) for h in dict.fromkeys(t for _, t in hosts)),
    ]
    edges = {
        *(Edge(f"entry:{e.kind}", keys[e.path], EdgeKind.STARTS) for e in entries if e.path in keys),
        *(Edge(keys[p], f"service:{t}", EdgeKind.REQUEST) for p, t in sent if p in keys),
        *(Edge(keys[p], f"host:{t}", EdgeKind.REQUEST) for p, t in hosts if p in keys),
        *(Edge("service:notifications", keys[p], kind) for p, kind in told if p in keys),
        *_uses(own, keys),
    }
    known = {node.key for node in nodes}
    if any(edge.source == "service:notifications" for edge in edges) and "service:notifications" not in known:
        nodes.append(Node("service:notifications", NodeKind.SERVICE, "notifications"))
    ordered = sorted(edges, key=lambda e: (e.source, e.target, e.kind.value))
    return Diagram(project_name(root), tuple(nodes), tuple(ordered), len(own))


# ------------------------------------------------------------------------------------------ facts


def _requests(inventory: Inventory) -> list[tuple[str, str]]:
    """The files that send to CloudLink, and the services that they send to."""
    found: dict[tuple[str, str], None] = {}
    for call in inventory.api_calls:
        found[(call.sent_at or call.place).path, call.service or NOT_KNOWN] = None
    for sign_in in inventory.sign_ins:
        if sign_in.what == "portal":
            found[sign_in.place.path, SIGN_IN_PAGE] = None
    return list(found)


def _outside(app: Application | None) -> list[tuple[str, str]]:
    found = [] if app is None else [(h.ref.module.path, h.host) for h in outside_hosts(app)]
    hosts = list(dict.fromkeys(host for _, host in found))
    others = f"{len(hosts) - MOST_HOSTS + 1} other hosts"
    shown = set(hosts if len(hosts) <= MOST_HOSTS else hosts[: MOST_HOSTS - 1])
    return list(dict.fromkeys((path, host if host in shown else others) for path, host in found))


def _notifications(inventory: Inventory, entries: list[EntryPoint]) -> list[tuple[str, EdgeKind]]:
    """The files to which CloudLink's events come, and how."""
    found: dict[tuple[str, EdgeKind], None] = {}
    for socket in inventory.web_sockets:
        if socket.to_cloudlink:
            found[socket.place.path, EdgeKind.WEBSOCKET] = None
    for subscription in inventory.subscriptions:
        if subscription.transport == "webhook":
            asked = subscription.place.path
            web = [e.path for e in entries if e.kind == WEB]
            # The file that subscribes often receives too; else the one that answers web requests.
            receiver = asked if asked in web or not web else web[0]
            found[receiver, EdgeKind.WEBHOOK] = None
        elif subscription.transport == "websocket" and not inventory.web_sockets:
            found[subscription.place.path, EdgeKind.WEBSOCKET] = None
    return list(found)


def _weights(
    paths: Iterable[str], entries: Iterable[EntryPoint], facts: Iterable[tuple[str, object]]
) -> dict[str, int]:
    """How much each file matters to the diagram: what it sends, receives and starts."""
    found: dict[str, int] = defaultdict(int)
    for path, _ in facts:
        found[path] += 2
    for entry in entries:
        found[entry.path] += 1
    return {path: found[path] for path in paths}


def _uses(texts: Mapping[str, str], keys: Mapping[str, str]) -> list[Edge]:
    """Which group imports which; where there are many, what follows from other arrows is left out."""
    graph = ImportGraph({path: _code(text).encode() for path, text in texts.items()})
    pairs = {
        (keys[path], keys[target])
        for path, targets in graph.imported.items()
        for target in targets
        if path in keys and target in keys and keys[path] != keys[target]
    }
    shown = sorted(pairs) if len(pairs) <= MOST_USES else reduced(pairs)
    return [Edge(source, target, EdgeKind.USES) for source, target in shown]


def _code(text: str) -> str:
    """A text without its comment lines: words in them would count as imports."""
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))


# ------------------------------------------------------------------------------------------ boxes


def _entry_nodes(entries: list[EntryPoint], keys: Mapping[str, str]) -> list[Node]:
    named: dict[str, list[str]] = {}
    for entry in entries:
        if entry.path in keys:
            named.setdefault(entry.kind, []).append(entry.name)
    return [
        Node(f"entry:{kind}", NodeKind.ENTRY, TITLES[kind], _shortened(_summed(names)))
        for kind, names in named.items()
    ]


def _summed(names: list[str]) -> list[str]:
    """ "2 routes" and "3 routes" are "5 routes"; other names stand by themselves."""
    counts: dict[str, int] = {}
    others: dict[str, None] = {}
    for name in names:
        number, _, what = name.partition(" ")
        if number.isdigit() and what:
            stem = what.removesuffix("s")
            counts[stem] = counts.get(stem, 0) + int(number)
        else:
            others[name] = None
    return [*others, *(f"{n} {stem}{'' if n == 1 else 's'}" for stem, n in counts.items())]


def _service_nodes(inventory: Inventory) -> list[Node]:
    asked: dict[str, dict[str, None]] = {}
    for call in inventory.api_calls:
        lines = asked.setdefault(call.service or NOT_KNOWN, {})
        lines[f"{call.method or '?'} {call.path}".strip()] = None
    if any(sign_in.what == "portal" for sign_in in inventory.sign_ins):
        asked.setdefault(SIGN_IN_PAGE, {})["opened in a browser"] = None
    return [
        Node(f"service:{name}", NodeKind.SERVICE, name, _shortened(lines))
        for name, lines in sorted(asked.items())
    ]


def _shortened(lines: Iterable[str]) -> tuple[str, ...]:
    every = tuple(lines)
    if len(every) <= MOST_LINES:
        return every
    return (*every[: MOST_LINES - 1], f"and {len(every) - MOST_LINES + 1} more")


def _key(g: Group) -> str:
    return f"module:{g.name}{':rest' if g.is_rest else ''}"


def _title(g: Group, groups: tuple[Group, ...]) -> str:
    """The name of a group without what all groups have in common."""
    first = {other.name.split(".")[0] for other in groups}
    short = g.name.partition(".")[2] if len(first) == 1 and len(groups) > 1 else g.name
    if g.is_rest:
        return f"other modules of {short or g.name}" if g.name else "other modules"
    return short or g.name or "modules"


def _lines(g: Group) -> tuple[str, ...]:
    return (f"{len(g.members)} modules",) if len(g.members) > 1 else ()
