"""Writing to the console and to files, whatever their encoding."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cl_lint.reports.escaping import encodable, escape
from cl_lint.sources.writing import write_text


def write_report(text: str, file: Path | None) -> None:
    """Write to a file in UTF-8, whole or not at all, or to standard output in what it can take. Raises
    `OSError`."""
    if file is None:
        write(text)
        return
    sound = text.encode("utf-8", "backslashreplace").decode("utf-8")
    if file.exists() and not file.is_file():
        file.write_text(sound, encoding="utf-8", newline="\n")  # a device or a pipe: nothing to replace
    else:
        write_text(file, sound)


def write(text: str) -> None:
    """Write to standard output, with escapes for what its encoding lacks. Colours are ours to decide."""
    click.echo(encodable(text, sys.stdout.encoding), nl=False, color=True)


def encodable_line(text: str) -> str:
    """`text` on one line, harmless to the terminal, in what standard output can take."""
    return encodable(escape(text), sys.stdout.encoding)


def echo_note(text: str) -> None:
    """A line on standard error."""
    click.echo(encodable(escape(text), sys.stderr.encoding), err=True)
