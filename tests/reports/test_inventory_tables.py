"""The inventory as tables: what they say, and that nothing in them does harm."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from cl_lint.findings import Confidence, Place
from cl_lint.inventory import Cell, Inventory, State
from cl_lint.inventory import model as m
from cl_lint.reports import inventory_tables, markdown_escaping

PLACE = Place("app.py", 3, 1, 3, 9)
MET = Cell(State.MET, "kept", (PLACE,))
NOTHING = Cell(State.NOT_APPLICABLE, "nothing to keep")
CALL = m.ApiCall(
    method="GET",
    service="admin",
    version="2017-09-01",
    path="/users/{userId}",
    hosts=("admin.api.mitel.io",),
    place=PLACE,
    sent_at=None,
    library="requests",
    confidence=Confidence.HIGH,
    response_checked=MET,
    error_logged=Cell(State.NOT_MET, "handled without a log record", (PLACE,)),
    identifiers_logged=NOTHING,
    detail_logged=NOTHING,
    call_id_logged=NOTHING,
    retried=Cell(State.NOT_MET, "may not wait at all", (PLACE,), waived=True),
    identified=Cell(State.UNKNOWN, "its headers come from elsewhere"),
    time_limit=m.TimeLimit("default", (("", None),), None),
    connection=m.Connection("none", "", None),
)
HOSTILE = [
    "<script>alert(1)</script>",
    "`; rm -rf ~`",
    "[click](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "a | b | c",
    "\x1b[31mred",
    "line\nbreak\r\n# heading",
    "\u202egnp.exe",
    "**bold** _it_ ~~gone~~",
    "1. item",
    "- item",
    "&lt;b&gt;",
    "http://evil.example www.evil.example",
]


def test_the_matrix_has_a_mark_for_each_practice() -> None:
    (row,) = inventory_tables.api_calls(Inventory(api_calls=(CALL,))).rows
    assert [entry.text for entry in row] == [
        "admin", "GET /users/{userId}", "✓", "✗", "\N{EN DASH}", "\N{EN DASH}", "\N{EN DASH}", "✗ waived", "?",
        "app.py:3",
    ]  # fmt: skip
    assert [entry.state for entry in row if entry.state] == [
        "met", "not-met", "not-applicable", "not-applicable", "not-applicable", "waived", "unknown",
    ]  # fmt: skip


def test_rows_are_as_long_as_the_heading() -> None:
    from_everything = Inventory(
        api_calls=(CALL,),
        sign_ins=(m.SignIn("token", "password", "absent", "httpx", PLACE, None),),
        subscriptions=(m.Subscription("webhook", "t", "/subscriptions", PLACE, None),),
        web_sockets=(m.WebSocket("websockets", False, PLACE),),
        log_handlers=(m.LogHandler("logging", "H", "file", "a.log", (), "INFO", "utc", "", "%s", PLACE),),
        retries=(m.Retry("loop", PLACE, None, False, None, (), (503,), True, "heeded", (), MET),),
        clients=(m.Client("requests.Session", "requests", PLACE, 2),),
        parallels=(m.Parallel("thread", "threading.Thread", None, PLACE),),
        polls=(m.Poll("GET /users", None, PLACE),),
    )
    for table in inventory_tables.tables(from_everything):
        assert table.rows, table.key
        assert {len(row) for row in table.rows} == {len(table.columns)}, table.key


def test_an_empty_table_says_so_in_a_sentence() -> None:
    for table in inventory_tables.tables(Inventory()):
        assert inventory_tables.as_markdown(table).strip() == table.empty


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_is_in_markdown(text: str) -> None:
    reader = MarkdownIt("gfm-like", {"linkify": False})
    (inline,) = [t for t in reader.parse(markdown_escaping.text(text)) if t.type == "inline"]
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}
    assert reader.parse(markdown_escaping.text(text))[0].type == "paragraph_open"
    (code,) = [t for t in reader.parse(markdown_escaping.code(text)) if t.type == "inline"]
    assert {child.type for child in code.children or ()} == {"code_inline"}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_in_its_cell(text: str) -> None:
    call = replace(CALL, path=text, service=text, hosts=(text,), place=replace(PLACE, path=text))
    table = inventory_tables.api_calls(Inventory(api_calls=(call,)))
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(inventory_tables.as_markdown(table))
    assert [t.type for t in tokens].count("td_open") == len(table.columns)
    assert not any(t.type in ("html_block", "html_inline") for t in tokens)
    inner = [child.type for t in tokens for child in t.children or ()]
    assert not {"html_inline", "link_open", "image", "em_open", "strong_open", "s_open"} & set(inner)


def test_nothing_for_a_terminal_to_obey() -> None:
    call = replace(CALL, path="/\x1b]0;x\x07\u202e", service="\x9b31m")
    (row,) = inventory_tables.api_calls(Inventory(api_calls=(call,))).rows
    assert row[0].text == "\\x9b31m"
    assert row[1].text == "GET /\\x1b]0;x\\x07\\u202e"


def test_secrets_are_masked_in_tables_and_json() -> None:
    secret = "ghp_" + "a1B2" * 9
    call = replace(CALL, hosts=(f"https://user:{secret}@admin.api.mitel.io",), path=f"/x/{secret}")
    inventory = Inventory(api_calls=(call,))
    shown = [repr(inventory_tables.tables(inventory)), json.dumps(inventory_tables.as_json(inventory))]
    shown += [inventory_tables.as_markdown(t) for t in inventory_tables.tables(inventory)]
    assert not any(secret in text for text in shown)
