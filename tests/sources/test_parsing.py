"""Parsing, and what is said where it fails."""

from __future__ import annotations

import libcst
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cl_lint.sources import Problem, guard, parse, valid

CONFLICT = "def f():\n<<<<<<< HEAD\n    return 1\n=======\n    return 2\n>>>>>>> other\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x = 1\r\n",
        "\x0cx = 1\n",
        "def f[T](x: T) -> T: return x\n",
        "type X = int\n",
        'x = f"{a["b"]}"\n',
        "match x:\n    case {1: [a, *_]}: pass\n",
        "return 1\n",
        '"""\n' + CONFLICT + '"""\n',
    ],
)
def test_valid_text(text: str) -> None:
    assert isinstance(parse(text), libcst.Module)
    assert valid(text) is None


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        ("def f():\n    print 'x'\n", 2, 5, "Python 2 syntax: print statement"),
        ("x = 1\nprint >>log, 'x'; print 'y'\n", 2, 1, "Python 2 syntax: print statement"),
        ("exec code\n", 1, 1, "Python 2 syntax: exec statement"),
        ("raise Error, 'x'\n", 1, 1, "Python 2 syntax: raise statement with a comma"),
        ("x = `y`\n", 1, 5, "Python 2 syntax: backticks"),
        ("mode = 0644\n", 1, 8, "Python 2 syntax: octal number"),
        ("x = 10L\n", 1, 5, "Python 2 syntax: long number"),
        (CONFLICT, 2, 1, "unresolved merge conflict"),
        ("x = 'abc\n", 1, 5, "unterminated string literal (detected at line 1)"),
        ("é = (1 2)\n", 1, 6, "invalid syntax. Perhaps you forgot a comma?"),
    ],
)
def test_what_is_wrong_and_where(text: str, line: int, column: int, reason: str) -> None:
    problem = parse(text)
    assert problem == Problem(line, column, reason)
    assert valid(text) == problem


def test_what_only_the_parser_refuses() -> None:
    text = "x = [\n" + "'a' " * 5000 + "\n]\n"
    assert parse(text) == Problem(3, 1, "invalid syntax")
    assert valid(text) is None


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        ("parser error: error at 2:4: expected INDENT", Problem(2, 4, "invalid syntax: expected INDENT")),
        ("parser error: error at 2:1: expected one of NAME, (", Problem(2, 1, "invalid syntax")),
        ("tokenizer error: too many levels of indentation", Problem(1, 1, "too many levels of indentation")),
        ("", Problem(1, 1, "invalid syntax")),
    ],
)
def test_what_the_parser_says(message: str, problem: Problem, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str) -> libcst.Module:
        raise ValueError(message)

    monkeypatch.setattr(libcst, "parse_module", refuse)
    assert parse("if x:\n    f()\n") == problem


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("(" * 3000 + ")" * 3000, id="parentheses"),
        pytest.param("x = f'{" + "(" * 3000 + ")" * 3000 + "}'", id="in an f-string"),
        pytest.param('x = f"{' + "'\"'" + "(" * 3000 + ")" * 3000 + '}"', id="behind quotes in an f-string"),
        pytest.param("x = " + 'f"{' * 3000 + "1" + '}"' * 3000, id="f-strings"),
        pytest.param("x = f'" + "{a:" * 3000 + "}" * 3000 + "'", id="format specifications"),
        pytest.param("x = " + '(")", ' * 3000 + ")" * 3000, id="between closing brackets in strings"),
    ],
)
def test_deep_brackets_never_reach_the_parser(text: str) -> None:
    problem = parse(text)
    assert isinstance(problem, Problem)
    assert problem.reason == "brackets nested more than 200 deep"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x = 1\ny = " + "a." * 9000 + "b\n", id="dots"),
        pytest.param("x = 1\ny = " + "a.b()" + ".c()" * 4000, id="calls"),
        pytest.param("x = 1\ny = (\n" + "'a' +\n" * 9000 + "'b')", id="operators over lines"),
        pytest.param("x = 1\ny = " + "lambda: " * 9000 + "0", id="words"),
        pytest.param("match x:\n  case " + "{1: " * 12 + "1" + "}" * 12 + ": pass\n", id="patterns"),
        pytest.param("x = 1\ny = f'{" + "a." * 9000 + "b}'\n", id="in an f-string"),
    ],
)
def test_long_chains_are_tried_in_a_process_that_can_be_killed(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard.try_parser, "__defaults__", (0.05,))
    problem = parse(text)
    assert isinstance(problem, Problem)
    assert problem.line == 2
    assert problem.reason.startswith("too long a chain of operations")


def test_a_long_chain_that_the_parser_manages_is_parsed() -> None:
    assert isinstance(parse("x = " + "a + " * 600 + "b\n"), libcst.Module)


def test_the_death_of_the_parser_is_a_reason() -> None:
    assert guard.try_parser("(" * 5000 + ")" * 5000) == "nested too deeply for the parser"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x = [" + "f(a.b, c=d),\n" * 900 + "]\n", id="a long table"),
        pytest.param("x = (\n" + "'a \\' # b ((('\n" * 200 + ")\n", id="a long text"),
        pytest.param("# " + "(" * 900 + "\n" + "x = '''" + "{" * 900 + "'''\n", id="brackets in texts"),
    ],
)
def test_ordinary_long_code_is_no_suspect(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "try_parser", lambda text: "suspected")
    assert isinstance(parse(text), libcst.Module)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="\"'\\{}()[]:;,.fr#\n\r ax1=+\t<>|&!`\x0cé", max_size=80))
def test_any_text_gives_a_tree_or_a_problem_within_it(text: str) -> None:
    parsed = parse(text)
    if isinstance(parsed, Problem):
        assert parsed.line >= 1
        assert parsed.column >= 1
        assert parsed.reason
    else:
        assert valid(text) is None
