"""Parsing a file's text, or saying in a sentence why it cannot be parsed."""

from __future__ import annotations

import re
import symtable
import warnings
from typing import TYPE_CHECKING

from cl_lint.sources.files import Problem
from cl_lint.sources.guard import danger
from cl_lint.sources.lines import split_lines

if TYPE_CHECKING:
    import libcst

_CONFLICT = re.compile(
    r"^(<{7})(?: [^\r\n]*)?\r?$(?:.*?)^={7}\r?$(?:.*?)^>{7}(?: [^\r\n]*)?\r?$", re.MULTILINE | re.DOTALL
)
_PYTHON_2 = (
    ("print statement", re.compile(r"\bprint\b\s*(?:>>|[^\s=(.,)\]}:;+*/%&|^<>!-])")),
    ("exec statement", re.compile(r"\bexec\b\s+[^\s=(.,)]")),
    ("except clause with a comma", re.compile(r"^\s*except\b[^:]*,[^:]*:")),
    ("raise statement with a comma", re.compile(r"^\s*raise\s+[^#]*,")),
    ("backticks", re.compile(r"`")),
    ("operator <>", re.compile(r"<>")),
    ("octal number", re.compile(r"(?<![\w.])0\d+")),
    ("long number", re.compile(r"(?<![\w.])\d+[lL]\b")),
    ("ur string", re.compile(r"""\b[uU][rR]["']""")),
    ("tuple parameter", re.compile(r"^\s*def\s+\w+\([^)]*\(")),
)
_PLACE = re.compile(r"error at (\d+):(\d+)")
_EXPECTED = re.compile(r"expected (?!one of)(\S[^\n]*)")


def parse(text: str) -> libcst.Module | Problem:
    """The tree of a module's text, or the first thing that is wrong with it. Never raises for any text."""
    if found := danger(text):
        return _problem_at(text, *found)
    import libcst  # 0.2 s, and not needed for files that are known already

    try:
        return libcst.parse_module(text)
    except libcst.ParserSyntaxError as error:
        return _explain(text, error.message, error.raw_line, error.raw_column)
    except RecursionError:
        return Problem(1, 1, "nested too deeply")
    except Exception as error:  # the parser wraps the errors of its own checks in several types
        return _explain(text, str(error), 1, 0)


def valid(text: str) -> Problem | None:
    """What is wrong with a module's text, as `parse` says it; ten times as fast where nothing is."""
    if _interpreter_error(text) is None:
        return None
    # libcst knows syntax that is newer than the interpreter.
    parsed = parse(text)
    return parsed if isinstance(parsed, Problem) else None


def _interpreter_error(text: str) -> SyntaxError | str | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            symtable.symtable(text, "<source>", "exec")
    except SyntaxError as error:
        return error
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        return str(error) or type(error).__name__
    return None


def _explain(text: str, message: str, line: int, column: int) -> Problem:
    if conflict := _CONFLICT.search(text):
        return _problem_at(text, conflict.start(), "unresolved merge conflict")
    error = _interpreter_error(text)
    if isinstance(error, SyntaxError) and error.lineno:
        problem = Problem(error.lineno, max(1, error.offset or 1), error.msg)
    else:
        problem = _parser_problem(message, line, column)
    return _within(text, _python_2(text, problem))


def _parser_problem(message: str, line: int, column: int) -> Problem:
    if place := _PLACE.search(message):
        # The parser names the end of the token it stumbled over.
        line, column = int(place[1]), max(0, int(place[2]) - 1)
    reason = message.strip().splitlines()[0] if message.strip() else "invalid syntax"
    reason = reason.removeprefix("tokenizer error: ")
    if place or reason.startswith("parser error"):
        expected = _EXPECTED.search(message)
        reason = f"invalid syntax: expected {expected[1]}" if expected else "invalid syntax"
    return Problem(line, column + 1, reason)


def _python_2(text: str, problem: Problem) -> Problem:
    lines = split_lines(text)
    line = lines[problem.line - 1] if problem.line <= len(lines) else ""
    for name, pattern in _PYTHON_2:
        if found := pattern.search(line):
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            return Problem(problem.line, start + 1, f"Python 2 syntax: {name}")
    return problem


def _within(text: str, problem: Problem) -> Problem:
    lines = split_lines(text)
    line = min(max(1, problem.line), len(lines))
    column = min(max(1, problem.column), len(lines[line - 1]) + 1)
    return Problem(line, column, problem.reason)


def _problem_at(text: str, offset: int, reason: str) -> Problem:
    before = split_lines(text[:offset])
    return Problem(len(before), len(before[-1]) + 1, reason)
