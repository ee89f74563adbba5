"""Arithmetic with times: which results are times again, and which are spans."""

from __future__ import annotations

from ...program import Known, Obj, Program, Ref
from ...syntax import summary as s
from . import names
from .moments import Form
from .spots import Spot

DURATIONS = ("timedelta", "relativedelta", "Timedelta", "duration", "TimeDelta", "DateOffset", "timedelta64")
DURATION_WORDS = frozenset(
    (
        "delta hour minute second day week interval period age window ttl sec min retention "
        "lifetime offset grace lookback duration leeway margin timeout span"
    ).split()
)
POINT_WORDS = frozenset(
    ("at on time start started since last first seen began begin created updated now today").split()
)


def stays_a_time(program: Program, spot: Spot, node: s.Binary, ref: Ref) -> bool:
    """Whether arithmetic gives another point in time, or the same in another unit."""
    if node.op == "-":
        return node.left == spot.vid and _is_duration(program, ref, node.right)
    if spot.moment.form is Form.NUMBER and (
        node.op == "*" or (node.op in ("/", "//") and node.left == spot.vid)
    ):
        return True
    return node.op == "+"


def _is_duration(program: Program, ref: Ref, vid: s.ValueId) -> bool:
    """Whether what is subtracted is a span of time rather than another point in time."""
    node = ref.module.values[vid]
    if isinstance(node, s.Binary) and node.op in ("*", "/", "//"):
        return True
    for value in program.eval(Ref(ref.module, vid, ref.frame)):
        if isinstance(value, Known) and isinstance(value.value, (int, float)):
            return True
        if isinstance(value, Obj) and value.type.rstrip("()").endswith(DURATIONS):
            return True
    words = {w.rstrip("s") for w in names.words(program.spell(Ref(ref.module, vid, ref.frame)))}
    return bool(words & DURATION_WORDS) and not words & POINT_WORDS
