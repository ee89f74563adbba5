"""Short ways from source text to what the lowering made of it."""

from __future__ import annotations

from textwrap import dedent

import libcst as cst

from cl_lint.syntax import lower
from cl_lint.syntax.show import show
from cl_lint.syntax.summary import Function, Summary


def lowered(source: str) -> Summary:
    return lower(cst.parse_module(dedent(source)), "app.py")


def function(summary: Summary, name: str) -> Function:
    return next(found for found in summary.functions if found.name == name)


def returned(source: str, name: str = "f") -> list[str]:
    """Every value that the function returns, as text."""
    summary = lowered(source)
    return [show(summary, value) for value in function(summary, name).returns]


def value_of(expression: str) -> str:
    """The value of an expression at module level, as text."""
    summary = lowered(f"result = {expression}")
    (value,) = summary.globals["result"]
    return show(summary, value)


def text_of(summary: Summary, source: str, value: int) -> str:
    start, end = summary.spans[value]
    return dedent(source)[start:end]
