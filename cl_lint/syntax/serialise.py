"""Summaries as bytes and back, for storing them between runs.

JSON in which a NamedTuple is `[tag, field, ...]`, any other tuple `[0, item, ...]`, a dict
`{"d": [[key, value], ...]}`. Plain JSON values stand for themselves; what JSON cannot hold exactly
(bytes, infinities, huge integers, lone surrogates) is an object with one letter naming its kind.
"""

from __future__ import annotations

import base64
import json
import math
import typing
from collections.abc import Callable
from typing import Any

from . import summary as _types
from .generated_positions import run_deep
from .summary import Summary

_FORMAT = 1
_CLASSES: tuple[type, ...] = tuple(
    found
    for _, found in sorted(vars(_types).items())
    if isinstance(found, type) and issubclass(found, tuple) and hasattr(found, "_fields")
)
_TAGS = {cls: tag for tag, cls in enumerate(_CLASSES, 1)}
_LARGEST_PLAIN_INT = 1 << 53


def dump(summary: Summary) -> bytes:
    """The summary as bytes; `load` gives back an equal one, types of constants included."""
    document = run_deep(lambda: json.dumps([_FORMAT, _encode(summary)], separators=(",", ":")))
    return document.encode("ascii")


def load(data: bytes) -> Summary:
    """The summary that `dump` wrote. Raises ValueError if the bytes are anything else."""
    try:
        return run_deep(lambda: _load(data))
    except RecursionError as error:
        raise ValueError("nested too deeply for a summary") from error


def _load(data: bytes) -> Summary:
    document = json.loads(data)
    if type(document) is not list or len(document) != 2 or document[0] != _FORMAT:
        raise ValueError("not a summary of this format")
    summary = _decode(document[1])
    if not isinstance(summary, Summary):
        raise ValueError("not a summary")
    if not len(summary.values) == len(summary.spans) == len(summary.owners):
        raise ValueError("values, spans and owners differ in number")
    return summary


# --------------------------------------------------------------------------------------- writing


def _encode(item: Any) -> Any:
    kind = type(item)
    tag = _TAGS.get(kind)
    if tag is not None:
        return [tag, *map(_encode, item)]
    if kind is tuple:
        return [0, *map(_encode, item)]
    return _ENCODERS[kind](item)


def _encode_int(item: int) -> Any:
    return item if -_LARGEST_PLAIN_INT < item < _LARGEST_PLAIN_INT else {"i": hex(item)}


def _encode_float(item: float) -> Any:
    return item if math.isfinite(item) else {"f": item.hex()}


def _encode_dict(item: dict[Any, Any]) -> Any:
    return {"d": [[_encode(key), _encode(value)] for key, value in item.items()]}


def _encode_bytes(item: bytes) -> Any:
    return {"b": base64.b64encode(item).decode("ascii")}


def _same(item: Any) -> Any:
    return item


_ENCODERS: dict[type, Callable[[Any], Any]] = {
    type(None): _same,
    bool: _same,
    str: _same,  # JSON escapes keep lone surrogates
    int: _encode_int,
    float: _encode_float,
    bytes: _encode_bytes,
    dict: _encode_dict,
}


# --------------------------------------------------------------------------------------- reading


def _decode(item: Any) -> Any:
    kind = type(item)
    if kind is list:
        return _decode_tuple(item)
    if kind is dict:
        return _decode_object(item)
    return item


def _decode_tuple(item: list[Any]) -> Any:
    if not item or type(item[0]) is not int or not 0 <= item[0] <= len(_CLASSES):
        raise ValueError("a tuple without a known tag")
    fields = tuple(map(_decode, item[1:]))
    if item[0] == 0:
        return fields
    cls: Any = _CLASSES[item[0] - 1]
    hints = _field_hints(cls)
    if len(fields) != len(hints) or not all(map(_fits, fields, hints)):
        raise ValueError(f"wrong fields for {cls.__name__}")
    return cls._make(fields)


def _decode_object(item: dict[str, Any]) -> Any:
    if len(item) != 1:
        raise ValueError("an object of no known kind")
    ((letter, content),) = item.items()
    try:
        if letter == "d":
            return {_decode(key): _decode(value) for key, value in content}
        if letter == "b":
            return base64.b64decode(content, validate=True)
        if letter == "i":
            return int(content, 16)
        if letter == "f":
            return float.fromhex(content)
    except (TypeError, AttributeError) as error:
        raise ValueError("an object whose content does not fit its kind") from error
    raise ValueError("an object of no known kind")


_HINTS: dict[type, tuple[Any, ...]] = {}


def _field_hints(cls: Any) -> tuple[Any, ...]:
    known = _HINTS.get(cls)
    if known is None:
        hints = typing.get_type_hints(cls)
        known = _HINTS[cls] = tuple(hints[field] for field in cls._fields)
    return known


def _fits(item: Any, hint: Any) -> bool:
    """Whether the item has the type; the fields of a NamedTuple were checked when it was made."""
    origin = typing.get_origin(hint)
    if origin is None:
        return type(item) is hint
    parts = typing.get_args(hint)
    if origin is tuple:
        if type(item) is not tuple:
            return False
        if parts[-1] is Ellipsis:
            return all(_fits(part, parts[0]) for part in item)
        return len(item) == len(parts) and all(map(_fits, item, parts))
    if origin is dict:
        return type(item) is dict and all(
            _fits(key, parts[0]) and _fits(value, parts[1]) for key, value in item.items()
        )
    if type(item) in parts:
        return True
    return any(_fits(item, part) for part in parts if typing.get_origin(part) is not None)
