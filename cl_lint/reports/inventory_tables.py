"""The inventory as tables of plain data: what templates and other formats show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from cl_lint.findings import Place
from cl_lint.inventory import PRACTICES, Cell, Inventory, State, to_dict
from cl_lint.inventory import model as m
from cl_lint.reports import markdown_escaping as markdown
from cl_lint.reports.escaping import escape
from cl_lint.reports.secrets import mask_data, mask_shapes

MARKS = {State.MET: "✓", State.NOT_MET: "✗", State.UNKNOWN: "?", State.NOT_APPLICABLE: "\N{EN DASH}"}
WAIVED = "waived"
NOT_KNOWN = "not known"
REUSE = {
    "shared": "kept by a client",
    "per-call": "a new client each time",
    "none": "a new one each time",
    "unknown": NOT_KNOWN,
}
SOURCES = {"call": "", "client": "of the client", "default": "the library's default", "unknown": ""}


class Entry(NamedTuple):
    """One cell: its text, whether that is code, a state ("met", "not-met", "waived", "unknown",
    "not-applicable") where it is one of the matrix, a note for it, and where it stands in the source."""

    text: str
    is_code: bool = False
    state: str = ""
    note: str = ""
    place: Place | None = None


class Table(NamedTuple):
    """A table. `key` names it for links and tests; `empty` stands for one without rows."""

    key: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Entry, ...], ...]
    empty: str


def tables(inventory: Inventory) -> tuple[Table, ...]:
    """All tables, in the order in which a report shows them. Texts are on one line, with secrets masked and
    without anything that a terminal obeys; markup in them is left to the format to escape."""
    return (
        api_calls(inventory),
        sign_ins(inventory),
        notifications(inventory),
        log_handlers(inventory),
        retries(inventory),
        timing(inventory),
        clients(inventory),
        parallels(inventory),
        polls(inventory),
    )


def as_json(inventory: Inventory) -> Any:
    """The inventory for `json.dumps`, secrets masked."""
    return mask_data(to_dict(inventory))


def as_markdown(table: Table) -> str:
    """A table in Markdown, or the sentence that there is nothing."""
    if not table.rows:
        return f"{markdown.text(table.empty)}\n"
    rows = [[_markdown_entry(entry) for entry in row] for row in table.rows]
    return markdown.table([markdown.text(c) for c in table.columns], rows)


def _markdown_entry(entry: Entry) -> str:
    shown = markdown.code(entry.text) if entry.is_code else markdown.text(entry.text)
    noted = entry.state in (State.NOT_MET.value, State.UNKNOWN.value, WAIVED)
    return f"{shown} {markdown.text(entry.note)}" if noted and entry.note else shown


# ------------------------------------------------------------------------------------- the tables


def api_calls(inventory: Inventory) -> Table:
    """The matrix: a row for each API call, a column for each practice."""
    rows = []
    for call in inventory.api_calls:
        cells = [_state(cell) for _, cell in call.cells]
        rows.append((_said(call.service), *_request(call), *cells, _place(call.place)))
    heads = ("service", "request", *(title for _, title, _ in PRACTICES), "where")
    return Table("api-calls", "API calls", heads, tuple(rows), "The application makes no API call.")


def sign_ins(inventory: Inventory) -> Table:
    names = {"token": "token request", "authorize": "request for a code", "portal": "sign-in page"}
    rows = [
        (
            _text(names[x.what]),
            _code(x.grant),
            _text(x.client_id),
            _text(x.library),
            _place(x.place),
        )
        for x in inventory.sign_ins
    ]
    heads = ("what", "grant", "client id", "library", "where")
    return Table("sign-ins", "Sign-ins", heads, tuple(rows), "The application requests no token.")


def notifications(inventory: Inventory) -> Table:
    rows = [
        (_code(x.transport), _code(x.topic), _code(x.resource), _place(x.place))
        for x in inventory.subscriptions
    ]
    for socket in inventory.web_sockets:
        what = "connection opened" if socket.to_cloudlink else "connection opened, address not known"
        rows.append(
            (_code("websocket"), _text(""), _text(f"{what} ({socket.library})"), _place(socket.place))
        )
    heads = ("transport", "topic", "resource", "where")
    return Table(
        "notifications", "Notifications", heads, tuple(rows), "The application asks for no notifications."
    )


def log_handlers(inventory: Inventory) -> Table:
    clocks = {"utc": "UTC, ISO 8601", "other": "", "unknown": NOT_KNOWN}
    root = next((x.level for x in inventory.log_levels if not x.logger), "")
    rows = []
    for x in inventory.log_handlers:
        kept = ", ".join(f"{name} {value}" for name, value in x.settings)
        clock = clocks[x.clock] or x.clock_reason
        rows.append(
            (
                _text(f"{x.library} {x.handler}"),
                _text(x.sink),
                _code(x.target),
                _text(kept),
                _text(x.level or (root if x.library == "logging" else "")),
                _text(clock),
                _code(x.form),
                _place(x.place),
            )
        )
    heads = ("handler", "writes to", "target", "kept", "from level", "clock", "format", "where")
    return Table("log", "Log", heads, tuple(rows), "No log handler is set up in the source.")


def retries(inventory: Inventory) -> Table:
    rows = []
    for x in inventory.retries:
        most = (
            str(x.most_retries)
            if x.most_retries is not None
            else "no bound"
            if x.is_bound_known
            else NOT_KNOWN
        )
        least = NOT_KNOWN if x.least_delay is None else seconds(x.least_delay)
        retried = [str(status) for status in x.statuses] + (
            ["transport errors"] if x.transport_errors else []
        )
        rows.append(
            (
                _text(x.kind),
                _text(most),
                _text(least),
                _text(", ".join(retried)),
                _text(x.retry_after),
                _text(str(len(x.requests))),
                _state(x.verdict),
                _place(x.place),
            )
        )
    heads = (
        "made by",
        "most retries",
        "least wait",
        "what is retried",
        "Retry-After",
        "API calls",
        "as asked",
        "where",
    )
    return Table("retries", "Retries", heads, tuple(rows), "No API call is retried.")


def timing(inventory: Inventory) -> Table:
    rows = [
        (
            _said(call.service),
            *_request(call),
            _text(time_limit(call.time_limit)),
            _text(REUSE[call.connection.reuse]),
            _place(call.place),
        )
        for call in inventory.api_calls
    ]
    heads = ("service", "request", "time limit", "connection", "where")
    return Table(
        "timing", "Time limits and connections", heads, tuple(rows), "The application makes no API call."
    )


def clients(inventory: Inventory) -> Table:
    rows = [(_code(x.name), _text(str(x.api_calls)), _place(x.place)) for x in inventory.clients]
    heads = ("client", "API calls", "made at")
    return Table("clients", "Clients", heads, tuple(rows), "No client or session is kept.")


def parallels(inventory: Inventory) -> Table:
    rows = [
        (_text(x.kind), _code(x.what), _text("" if x.bound is None else str(x.bound)), _place(x.place))
        for x in inventory.parallels
    ]
    heads = ("kind", "by", "at most", "where")
    return Table("concurrency", "Concurrency", heads, tuple(rows), "Nothing runs side by side.")


def polls(inventory: Inventory) -> Table:
    rows = [
        (_code(x.request), _text(NOT_KNOWN if x.seconds is None else seconds(x.seconds)), _place(x.place))
        for x in inventory.polls
    ]
    heads = ("request", "every", "where")
    return Table("polling", "Polling", heads, tuple(rows), "No resource is polled.")


# --------------------------------------------------------------------------------------- entries


def time_limit(limit: m.TimeLimit) -> str:
    """ "15 s", "3 s connect, 27 s read", "none (the library's default)"."""
    if not limit.seconds:
        return NOT_KNOWN
    parts = [
        f"{'none' if value is None else seconds(value)}{f' {name}' if name else ''}"
        for name, value in limit.seconds
    ]
    source = SOURCES.get(limit.source, "")
    return ", ".join(parts) + (f" ({source})" if source else "")


def seconds(value: float) -> str:
    return f"{value:g} s"


def _request(call: m.ApiCall) -> tuple[Entry]:
    hosts = ", ".join(call.hosts)
    return (Entry(_clean(f"{call.method or '?'} {call.path}"), True, note=_clean(hosts)),)


def _state(cell: Cell) -> Entry:
    state = WAIVED if cell.waived else cell.state.value
    mark = "✗ waived" if cell.waived else MARKS[cell.state]
    return Entry(mark, state=state, note=_clean(cell.reason), place=cell.places[0] if cell.places else None)


def _place(place: Place | None) -> Entry:
    return Entry(_clean(f"{place.path}:{place.line}") if place is not None else NOT_KNOWN, True, place=place)


def _said(value: str) -> Entry:
    return Entry(_clean(value) or NOT_KNOWN)


def _text(value: str) -> Entry:
    return Entry(_clean(value))


def _code(value: str) -> Entry:
    return Entry(_clean(value), True)


def _clean(value: str) -> str:
    return escape(mask_shapes(value))


def sections(inventory: Inventory) -> Iterable[tuple[str, str]]:
    """Title and Markdown of every table."""
    return [(table.title, as_markdown(table)) for table in tables(inventory)]
