"""The guard before the native parser, which some legal files kill or keep busy for minutes.

libcst 1.9 dies of 1,500 nested brackets, and takes cubic time over long chains of calls or operators. No
signal and no thread interrupts it: what looks dangerous is first parsed in a process that can be killed.
"""

from __future__ import annotations

import subprocess
import sys

from cl_lint.sources.shape import Extreme, Shape, measure

MOST_DEPTH = 200  # CPython's own limit for brackets
MOST_LINKS = 500
MOST_CASE_DEPTH = 6
DEADLINE = 5.0  # seconds, the start of the process included

# The child takes our search path, without the working folder: the application's modules may be there.
_CHILD = """
import sys
sys.path[:] = sys.argv[1:]
from libcst import parse_module
text = sys.stdin.buffer.read().decode("utf-8")
try:
    parse_module(text)
except Exception:
    pass
"""


def danger(text: str) -> tuple[int, str] | None:
    """Why the native parser must not see `text`, and the offset of the cause; None for nearly all files."""
    shape = measure(text, MOST_LINKS)
    if shape.depth.value > MOST_DEPTH:
        return shape.depth.offset, f"brackets nested more than {MOST_DEPTH} deep"
    suspects = [extreme.offset for extreme, most in _bounds(shape) if extreme.value > most]
    reason = try_parser(text) if suspects else ""
    return (suspects[0], reason) if reason else None


def _bounds(shape: Shape) -> tuple[tuple[Extreme, int], ...]:
    return (
        (shape.links, MOST_LINKS),
        (shape.case_depth, MOST_CASE_DEPTH),
        (shape.field_length, MOST_LINKS),
    )


def try_parser(text: str, deadline: float = DEADLINE) -> str:
    """Why `text` cannot be parsed, or nothing; found by parsing it in a process of its own."""
    if not sys.executable:
        return "too deeply nested"
    search_path = [entry for entry in sys.path if entry]
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", _CHILD, *search_path],
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=deadline,
        )
    except subprocess.TimeoutExpired:
        return f"too long a chain of operations: not parsed within {deadline:.0f} s"
    except OSError as error:
        return f"could not be parsed in a process of its own: {error.strerror}"
    return "" if done.returncode == 0 else "nested too deeply for the parser"
