"""Other ways to write the same file: what a fix meets in code that is not written as the cases are.

A mutation takes a text with `\\n` line ends and gives another, or the same where it does not apply. None
promises to keep the meaning: the application is checked anew, and a fix must be right for what is there then.
"""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Callable, Sequence

import libcst as cst

Mutation = Callable[[str], str]

_RENAMED = {
    "response": "antwort",
    "resp": "answer_1",
    "exc": "problem",
    "error": "trouble",
    "e": "err_",
    "logger": "journal",
    "log": "journal",
    "attempt": "n",
    "now": "moment",
    "delay": "pause",
}


def mutate(text: str, mutations: Sequence[str]) -> bytes:
    """The file after these mutations; one after which it would no longer be Python is left out."""
    for name in mutations:
        made = MUTATIONS[name](text)
        if made != text and _is_valid(made):
            text = made
    return _bytes(text, mutations)


def _bytes(text: str, mutations: Sequence[str]) -> bytes:
    if "crlf" in mutations:
        text = text.replace("\n", "\r\n")
    if "cookie" in mutations and not text.startswith("#!"):
        try:
            return f"# -*- coding: latin-1 -*- caf\xe9\n{text}".encode("latin-1")
        except UnicodeEncodeError:
            return text.encode()
    return (b"\xef\xbb\xbf" if "bom" in mutations else b"") + text.encode()


def _is_valid(text: str) -> bool:
    try:
        compile(text, "mutated", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


# -- by lines


def _tokens(text: str) -> list[tokenize.TokenInfo]:
    try:
        return list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError):
        return []


def _tabs(text: str) -> str:
    inside = _inside_strings(text)
    return "".join(
        re.sub(r"^(?: {4})+", lambda m: "\t" * (len(m[0]) // 4), line) if n not in inside else line
        for n, line in enumerate(text.splitlines(keepends=True), 1)
    )


def _inside_strings(text: str) -> set[int]:
    """The lines that begin within a string."""
    found: set[int] = set()
    middle = getattr(tokenize, "FSTRING_MIDDLE", None)
    for token in _tokens(text):
        if token.type in (tokenize.STRING, middle):
            found.update(range(token.start[0] + 1, token.end[0] + 1))
    return found


def _comments(text: str) -> str:
    lines = text.splitlines(keepends=True)
    for number, token in enumerate(_tokens(text)):
        if token.type in (tokenize.NEWLINE, tokenize.NL):
            line = lines[token.start[0] - 1]
            if line.strip() and "#" not in line and line.endswith("\n"):
                lines[token.start[0] - 1] = f"{line[: token.start[1]]}  # note {number}\n"
    return "".join(lines)


def _blank_lines(text: str) -> str:
    lines = text.splitlines(keepends=True)
    for token in _tokens(text):
        if token.type == tokenize.NEWLINE and token.start[0] % 2 and token.start[0] <= len(lines):
            lines[token.start[0] - 1] += "\n"
    return "".join(lines)


def _no_final_newline(text: str) -> str:
    return text.rstrip("\n")


def _future(text: str) -> str:
    if "from __future__" in text:
        return text
    return f"#!/usr/bin/env python3\n# Written by hand.\n\nfrom __future__ import annotations\n{text}"


# -- by trees


def _changed(text: str, transformer: cst.CSTTransformer) -> str:
    try:
        return cst.parse_module(text).visit(transformer).code
    except (cst.ParserSyntaxError, cst.CSTValidationError):
        return text


def _wrapped(text: str, header: str) -> str:
    """All below the imports in the block of a compound statement."""
    try:
        module = cst.parse_module(text)
    except cst.ParserSyntaxError:
        return text
    body = list(module.body)
    kept = 0
    for kept, statement in enumerate(body):  # noqa: B007
        small = statement.body if isinstance(statement, cst.SimpleStatementLine) else ()
        is_head = small and all(
            isinstance(each, (cst.Import, cst.ImportFrom))
            or (isinstance(each, cst.Expr) and isinstance(each.value, cst.SimpleString))
            for each in small
        )
        if not is_head:
            break
    if not body[kept:]:
        return text
    holder = cst.parse_statement(f"{header}\n    pass\n")
    assert isinstance(holder, (cst.ClassDef, cst.FunctionDef, cst.If))
    wrapped = holder.with_changes(
        body=cst.IndentedBlock(body[kept:]), leading_lines=[cst.EmptyLine(), cst.EmptyLine()]
    )
    return module.with_changes(body=[*body[:kept], wrapped]).code


class _Rename(cst.CSTTransformer):
    """Names, but not attributes, keywords and parts of imports."""

    def __init__(self, names: dict[str, str]) -> None:
        self.names = names

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.Name:
        new = self.names.get(updated_node.value)
        return updated_node.with_changes(value=new) if new else updated_node

    def visit_Import(self, node: cst.Import) -> bool:
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        return False

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.Attribute:
        return updated_node.with_changes(attr=original_node.attr)

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:
        return updated_node.with_changes(keyword=original_node.keyword)


def _imported(text: str) -> set[str]:
    found = re.findall(r"^\s*(?:from\s+\S+\s+)?import\s+\(?([^#()]*)", text, re.MULTILINE)
    return {word for part in found for word in re.findall(r"\w+", part)}


def _renamed(text: str) -> str:
    words = set(re.findall(r"\w+", text))
    taken = _imported(text)
    names = {old: new for old, new in _RENAMED.items() if old not in taken and new not in words}
    parameters = set(re.findall(r"\b(\w+)\s*=(?!=)", text)) & set(re.findall(r"[(,]\s*(\w+)=", text))
    return _changed(text, _Rename({old: new for old, new in names.items() if old not in parameters}))


class _Aliases(cst.CSTTransformer):
    """`import logging as logging_`, `from datetime import datetime as datetime_`."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}

    def leave_ImportAlias(
        self, original_node: cst.ImportAlias, updated_node: cst.ImportAlias
    ) -> cst.ImportAlias:
        if updated_node.asname is not None or not isinstance(updated_node.name, cst.Name):
            return updated_node
        name = updated_node.name.value
        self.names[name] = f"{name}_"
        return updated_node.with_changes(asname=cst.AsName(cst.Name(f"{name}_")))

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        return not (isinstance(node.module, cst.Name) and node.module.value == "__future__")


def _aliases(text: str) -> str:
    if re.search(r"^\s*import \w+\.", text, re.MULTILINE):
        return text
    aliases = _Aliases()
    return _changed(_changed(text, aliases), _Rename(aliases.names))


class _LongCalls(cst.CSTTransformer):
    """Each argument on a line of its own; calls that are assigned in parentheses."""

    def __init__(self, is_parenthesised: bool) -> None:
        self._is_parenthesised = is_parenthesised

    def visit_FormattedString(self, node: cst.FormattedString) -> bool:
        return False

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.Call:
        args = list(updated_node.args)
        if not args or not isinstance(updated_node.whitespace_before_args, cst.SimpleWhitespace):
            return updated_node
        own = [arg.value for arg in args if isinstance(arg.value, cst.GeneratorExp)]
        if own or any(isinstance(arg.comma, cst.Comma) and "\n" in _code(arg.comma) for arg in args):
            return updated_node
        row = cst.ParenthesizedWhitespace(indent=True, last_line=cst.SimpleWhitespace("    "))
        end = cst.ParenthesizedWhitespace(indent=True)
        spaced = [
            arg.with_changes(comma=cst.Comma(whitespace_after=row if n < len(args) - 1 else end))
            for n, arg in enumerate(args)
        ]
        return updated_node.with_changes(args=spaced, whitespace_before_args=row)

    def leave_Assign(self, original_node: cst.Assign, updated_node: cst.Assign) -> cst.Assign:
        return self._parenthesised(updated_node)

    def leave_Expr(self, original_node: cst.Expr, updated_node: cst.Expr) -> cst.Expr:
        return self._parenthesised(updated_node)

    def leave_Return(self, original_node: cst.Return, updated_node: cst.Return) -> cst.Return:
        return self._parenthesised(updated_node)

    def _parenthesised(self, node: cst.CSTNodeT) -> cst.CSTNodeT:
        value = getattr(node, "value", None)
        if not self._is_parenthesised or not isinstance(value, (cst.Call, cst.Await)) or value.lpar:
            return node
        inner = cst.ParenthesizedWhitespace(indent=True, last_line=cst.SimpleWhitespace("    "))
        outer = cst.ParenthesizedWhitespace(indent=True)
        wrapped = value.with_changes(
            lpar=[cst.LeftParen(whitespace_after=inner)], rpar=[cst.RightParen(whitespace_before=outer)]
        )
        return node.with_changes(value=wrapped)


def _code(node: cst.CSTNode) -> str:
    return cst.Module([]).code_for_node(node)


class _Decorated(cst.CSTTransformer):
    def leave_FunctionDef(
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef:
        if updated_node.name.value == "unchanged":
            return updated_node
        return updated_node.with_changes(
            decorators=[cst.Decorator(cst.Name("unchanged")), *updated_node.decorators]
        )


def _decorated(text: str) -> str:
    match = re.search(r"\A(?:#.*\n|\s*\n|import .*\n|from \S+ import [^(\n]*\n)*", text)
    end = match.end() if match else 0
    helper = "def unchanged(function):\n    return function\n\n\n"
    return _changed(text[:end] + helper + text[end:], _Decorated())


class _Documented(cst.CSTTransformer):
    def leave_FunctionDef(
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef:
        if updated_node.get_docstring() is not None or not isinstance(updated_node.body, cst.IndentedBlock):
            return updated_node
        text = '"""What it does.\n\n    At length, # and with no comment.\n    """'
        line = cst.SimpleStatementLine([cst.Expr(cst.SimpleString(text))])
        return updated_node.with_changes(
            body=updated_node.body.with_changes(body=[line, *updated_node.body.body])
        )


def _documented(text: str) -> str:
    made = _changed(text, _Documented())
    return (
        made
        if made.lstrip().startswith(('"""', "'''"))
        else f'"""An application.\n\nMore of it.\n"""\n{made}'
    )


def _only_bytes(text: str) -> str:
    return text


MUTATIONS: dict[str, Mutation] = {
    "renamed": _renamed,
    "aliases": _aliases,
    "class": lambda text: _wrapped(text, "class Wrapped:"),
    "async": lambda text: _wrapped(text, "async def wrapped():"),
    "if": lambda text: _wrapped(text, "if __name__:"),
    "decorated": _decorated,
    "documented": _documented,
    "long-calls": lambda text: _changed(text, _LongCalls(False)),
    "parenthesised": lambda text: _changed(text, _LongCalls(True)),
    "future": _future,
    "comments": _comments,
    "blank-lines": _blank_lines,
    "tabs": _tabs,
    "no-final-newline": _no_final_newline,
    "crlf": _only_bytes,
    "bom": _only_bytes,
    "cookie": _only_bytes,
}
"""By name, in the order in which several of them are made."""
