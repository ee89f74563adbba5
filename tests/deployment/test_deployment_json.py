"""JSON with places: what is JSON, what is not, and where it stands."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cl_lint.deployment.json_text import (
    MOST_DEPTH,
    Array,
    JsonError,
    Literal,
    Node,
    Number,
    Object,
    Reference,
    Text,
    parse,
    parse_inside,
    walk,
)


def plain(node: Node) -> object:
    if isinstance(node, Object):
        return {member.key.value: plain(member.value) for member in node.members}
    if isinstance(node, Array):
        return [plain(item) for item in node.items]
    if isinstance(node, Number):
        return json.loads(node.written)
    assert not isinstance(node, Reference)
    return node.value


# However busy the machine is.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@unhurried
@given(json_values, st.booleans(), st.sampled_from([None, 1, "\t"]))
def test_reads_what_json_reads(value: object, ascii_only: bool, indent: int | str | None) -> None:
    assert plain(parse(json.dumps(value, ensure_ascii=ascii_only, indent=indent))) == value


@unhurried
@given(json_values)
def test_the_place_of_a_value_holds_the_value(value: object) -> None:
    text = " " + json.dumps(value, indent=1)
    for node in walk(parse(text)):
        assert plain(parse(text[node.start : node.end])) == plain(node)


@unhurried
@given(json_values)
def test_json_in_a_string_knows_its_place_in_the_file(value: object) -> None:
    inner = json.dumps(value, indent=1, ensure_ascii=False)
    text = json.dumps({"raw": inner})
    root = parse(text)
    assert isinstance(root, Object)
    raw = root.get("raw")
    assert isinstance(raw, Text)
    for node in walk(parse_inside(raw)):
        assert plain(parse(json.loads(f'"{text[node.start : node.end]}"'))) == plain(node)


@unhurried
@given(st.text(max_size=40))
def test_any_text_is_json_or_a_json_error(text: str) -> None:
    try:
        expected = json.loads(text, parse_constant=lambda word: 1 // 0)
    except (ValueError, ZeroDivisionError):
        with pytest.raises(JsonError):
            parse(text)
    else:
        assert plain(parse(text)) == expected


@pytest.mark.parametrize(
    ("text", "offset", "reason"),
    [
        ("", 0, "a value is missing"),
        ("  ", 2, "a value is missing"),
        ("{", 1, "a name in double quotes is missing"),
        ("{'a': 1}", 1, "a name in double quotes is missing"),
        ('{"a" 1}', 5, "a colon is missing"),
        ('{"a": }', 6, "a value is missing"),
        ('{"a": 1,}', 8, "there is a comma too many"),
        ("[1, 2", 5, "a comma or ] is missing"),
        ("[1 2]", 3, "a comma or ] is missing"),
        ("[1,]", 3, "there is a comma too many"),
        ("[NaN]", 1, "this is no value"),
        ("[True]", 1, "this is no value"),
        ("[01]", 2, "a comma or ] is missing"),
        ('"a\nb"', 2, "a string that does not end"),
        ('"abc', 4, "a string that does not end"),
        ('"\t"', 1, "a control character"),
        ('"\\x"', 1, "an escape that JSON does not know"),
        ('"\\u12g4"', 1, "an escape that JSON does not know"),
        ("{} {}", 3, "there is more after the end"),
        ('{"a": 1 // why\n}', 8, "a comma or } is missing"),
        ("{{x}}", 1, "a name in double quotes is missing"),
    ],
)
def test_what_is_wrong_and_where(text: str, offset: int, reason: str) -> None:
    with pytest.raises(JsonError) as caught:
        parse(text)
    assert (caught.value.offset, caught.value.reason) == (offset, reason)


def test_depth_is_bounded() -> None:
    assert parse("[" * MOST_DEPTH + "]" * MOST_DEPTH)
    for opening in ("[", '{"a":'):
        with pytest.raises(JsonError, match="nested more than"):
            parse(opening * 100_000)


def test_a_number_of_any_length_is_a_number() -> None:
    digits = "9" * 50_000
    assert parse(digits) == Number(0, 50_000, digits)


def test_the_last_of_equal_members_counts() -> None:
    root = parse('{"a": true, "a": false}')
    assert isinstance(root, Object)
    assert root.get("a") == Literal(17, 22, False)


def test_references_stand_for_values_where_they_may() -> None:
    root = parse('{"a": {{ guid }}, "b": "{{c}}"}', references=True)
    assert isinstance(root, Object)
    assert root.get("a") == Reference(6, 16, "guid")
    assert root.text("b") == "{{c}}"
    with pytest.raises(JsonError, match="does not end"):
        parse('{"a": {{guid}, "b": 1}', references=True)


def test_a_character_outside_the_basic_plane_is_one_character() -> None:
    node = parse('"\\ud83d\\ude00!"')
    assert isinstance(node, Text)
    assert (node.value, list(node.offsets)) == ("\U0001f600!", [1, 13, 14])
