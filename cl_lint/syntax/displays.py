"""Lowering of displays, comprehensions and text built from parts (f-strings, adjacent literals)."""

from __future__ import annotations

from typing import Any, Optional, Union

import libcst as cst

from .dispatch import EXPRESSIONS
from .literals import string_value, unescape
from .names import target_names
from .state import Lowering
from .summary import (
    Arg,
    Comprehension,
    Const,
    Element,
    Formatted,
    Mapping,
    Sequence,
    Span,
    Template,
    ValueId,
)
from .targets import bind_target

_KINDS: dict[type, str] = {
    cst.List: "list",
    cst.Tuple: "tuple",
    cst.Set: "set",
    cst.ListComp: "list",
    cst.SetComp: "set",
    cst.GeneratorExp: "generator",
}


def lower_sequence(low: Lowering, node: Any) -> ValueId:
    items = []
    for element in node.elements:
        value = EXPRESSIONS[type(element.value)](low, element.value)
        items.append(Arg(value, None, 1 if type(element) is cst.StarredElement else 0))
    return low.add(Sequence(_KINDS[type(node)], tuple(items)), node)


def lower_starred(low: Lowering, node: cst.StarredElement) -> ValueId:
    """`*x` on its own, as the element of a comprehension: one of the items of x."""
    value = EXPRESSIONS[type(node.value)](low, node.value)
    return low.add(Element(value), node)


def lower_dict(low: Lowering, node: cst.Dict) -> ValueId:
    entries = []
    for element in node.elements:
        key = None
        if type(element) is cst.DictElement:
            key = EXPRESSIONS[type(element.key)](low, element.key)
        entries.append((key, EXPRESSIONS[type(element.value)](low, element.value)))
    return low.add(Mapping(tuple(entries)), node)


# ------------------------------------------------------------------------------- comprehensions


def lower_comprehension(low: Lowering, node: Any) -> ValueId:
    outer_hidden = low.hidden
    shadowed: dict[str, Optional[ValueId]] = {}
    sources: list[ValueId] = []
    conditions: list[ValueId] = []
    clause: Any = node.for_in
    while clause is not None:
        sources.append(EXPRESSIONS[type(clause.iter)](low, clause.iter))
        _bind_clause(low, clause, sources[-1], shadowed)
        conditions.extend(EXPRESSIONS[type(part.test)](low, part.test) for part in clause.ifs)
        clause = clause.inner_for_in
    key: Optional[ValueId] = None
    if type(node) in _KINDS:
        kind = _KINDS[type(node)]
        element = EXPRESSIONS[type(node.elt)](low, node.elt)
    else:
        kind = "dict"
        if type(node) is cst.DictComp:
            key = EXPRESSIONS[type(node.key)](low, node.key)
        element = EXPRESSIONS[type(node.value)](low, node.value)
    _restore(low, shadowed)
    low.hidden = outer_hidden
    return low.add(Comprehension(kind, key, element, tuple(sources), tuple(conditions)), node)


def _bind_clause(
    low: Lowering, clause: cst.CompFor, source: ValueId, shadowed: dict[str, Optional[ValueId]]
) -> None:
    env = low.env
    for name in target_names(clause.target):
        shadowed.setdefault(name, env.get(name))
    element = low.add(Element(source), clause.target)
    # The targets are no bindings of the function: they leave no trace in its trail.
    for name, value in bind_target(low, clause.target, element):
        env[name] = value
        low.hidden = {**low.hidden, name: value}


def _restore(low: Lowering, shadowed: dict[str, Optional[ValueId]]) -> None:
    env = low.env
    for name, value in shadowed.items():
        if value is None:
            env.pop(name, None)
        else:
            env[name] = value


# ----------------------------------------------------------------------------------------- text

Piece = Union[tuple[str, Span], ValueId]


def lower_text(low: Lowering, node: Any) -> ValueId:
    """An f-string, a template string, or adjacent literals: one constant if nothing is inserted."""
    parts: list[Any] = []
    current = node
    while type(current) is cst.ConcatenatedString:
        parts.append(current.left)
        current = current.right
    parts.append(current)
    if all(type(part) is cst.SimpleString for part in parts):
        return low.add(Const(_joined([string_value(part.value) for part in parts])), node)
    pieces: list[Piece] = []
    for part in parts:
        if type(part) is cst.SimpleString:
            pieces.append((str(string_value(part.value)), low.span(part)))
        else:
            _add_pieces(low, part.parts, "r" in part.start.lower(), pieces)
    return low.add(_template(low, pieces), node)


def _joined(literals: list[Union[str, bytes]]) -> Union[str, bytes]:
    if isinstance(literals[0], bytes):
        return b"".join(part for part in literals if isinstance(part, bytes))
    return "".join(part for part in literals if isinstance(part, str))


def _add_pieces(low: Lowering, parts: Any, raw: bool, pieces: list[Piece]) -> None:
    for part in parts:
        if hasattr(part, "expression"):
            if part.equal is not None:
                before = low.span(part)[0] + 1
                pieces.append((_self_documentation(low, part), (before, low.span(part.expression)[1])))
            pieces.append(_lower_inserted(low, part, raw))
        else:
            text = part.value.replace("{{", "{").replace("}}", "}")
            pieces.append((text if raw else unescape(text), low.span(part)))


def _self_documentation(low: Lowering, part: Any) -> str:
    """The text that `{expression = }` puts before the value."""
    equal = part.equal
    nodes = (
        part.whitespace_before_expression,
        part.expression,
        equal.whitespace_before,
        equal,
    )
    before, expression, _, sign = (low.module.code_for_node(node) for node in nodes)
    return str(before + expression + sign)


def _lower_inserted(low: Lowering, part: Any, raw: bool) -> ValueId:
    value = EXPRESSIONS[type(part.expression)](low, part.expression)
    spec: Optional[ValueId] = None
    if part.format_spec is not None:
        pieces: list[Piece] = []
        _add_pieces(low, part.format_spec, raw, pieces)
        spec = low.put(_template(low, pieces), low.span(part))
    conversion = part.conversion or ""
    if part.equal is not None and spec is None and not conversion:
        conversion = "r"
    return low.add(Formatted(value, conversion, spec), part)


def _template(low: Lowering, pieces: list[Piece]) -> Union[Const, Template]:
    """The pieces as one value, neighbouring constants joined."""
    parts: list[ValueId] = []
    text = ""
    start = end = 0
    for piece in pieces:
        if isinstance(piece, tuple):
            start = start if text else piece[1][0]
            end = piece[1][1]
            text += piece[0]
            continue
        if text:
            parts.append(low.put(Const(text), (start, end)))
            text = ""
        parts.append(piece)
    if not parts:
        return Const(text)
    if text:
        parts.append(low.put(Const(text), (start, end)))
    return Template(tuple(parts))


EXPRESSIONS.update(
    {
        cst.List: lower_sequence,
        cst.Tuple: lower_sequence,
        cst.Set: lower_sequence,
        cst.StarredElement: lower_starred,
        cst.Dict: lower_dict,
        cst.ListComp: lower_comprehension,
        cst.SetComp: lower_comprehension,
        cst.GeneratorExp: lower_comprehension,
        cst.DictComp: lower_comprehension,
        cst.ConcatenatedString: lower_text,
        cst.FormattedString: lower_text,
    }
)
for _newer, _handler in (("StarredDictComp", lower_comprehension), ("TemplatedString", lower_text)):
    if hasattr(cst, _newer):
        EXPRESSIONS[getattr(cst, _newer)] = _handler
