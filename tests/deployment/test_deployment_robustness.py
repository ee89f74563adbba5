"""Whatever an export holds, the examination ends with remarks whose places are in the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from postman_exports import HOSTS, UNKNOWN, USED, body, collection, environment

from cl_lint.deployment import Document, examine, masked
from cl_lint.deployment.documents import decode, document_of
from cl_lint.deployment.portal import PortalUse
from cl_lint.sources import Problem, SourceFile

texts = st.text(max_size=12) | st.sampled_from(
    ["{{a}}", "{{", "https://[", "{{auth_url}}", "{", '{"a": 1}', "eyJ", "\ud800", "string", "token"]
)
scalars = st.none() | st.booleans() | st.integers() | texts
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
exports = st.sampled_from([environment(), collection(), body(redirectUris=["https://desk.example/in"])])


def paths_in(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(each for key, item in inner for each in paths_in(item, (*path, key)))]


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    value = draw(exports)
    for _ in range(draw(st.integers(1, 3))):
        value = replaced(value, draw(st.sampled_from(paths_in(value))), draw(anything))
    return value


def opened(data: bytes) -> Document | Problem:
    text = decode(data)
    if isinstance(text, Problem):
        return text
    return document_of(SourceFile(Path("x.json"), "x.json", data, text, None))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged(), st.sampled_from([None, 1, "\t"]), st.sampled_from([USED, UNKNOWN]))
def test_damaged_exports(value: Any, indent: int | str | None, portal: PortalUse) -> None:
    document = opened(json.dumps(value, indent=indent).encode())
    if isinstance(document, Problem):
        assert document.line >= 1
        return
    lines = document.text.split("\n")
    for remark in examine([document, *others()], portal, HOSTS):
        if remark.place.path == "x.json":
            place = remark.place
            assert 1 <= place.line <= place.end_line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1
            assert (place.line, place.column) < (place.end_line, place.end_column)
    hidden = masked(document)
    assert len(hidden) == len(document.text)


def others() -> list[Document]:
    found = [opened(json.dumps(value).encode()) for value in (environment(), collection())]
    return [
        Document(f"other{number}.json", each.text, each.kind, each.root)
        for number, each in enumerate(found)
        if isinstance(each, Document)
    ]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=60))
def test_any_bytes(data: bytes) -> None:
    assert isinstance(opened(data), (Document, Problem))
