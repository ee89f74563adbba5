"""Several reports of one run: each `--output-file` belongs to the `--output-format` before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

_ORDER = "cl_lint.order"
_FORMAT, _FILE = "output_format", "output_file"
DEFAULT = "full"


@dataclass(frozen=True)
class Output:
    """A report: its format, and the file it goes to (None: standard output)."""

    format_name: str
    file: Path | None


class OrderedCommand(click.Command):
    """A command that remembers in which order its options were given."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        _, _, order = self.make_parser(ctx).parse_args(list(args))
        ctx.meta[_ORDER] = tuple(parameter.name for parameter in order)
        return super().parse_args(ctx, args)


def paired(ctx: click.Context, formats: Sequence[str], files: Sequence[Path]) -> tuple[Output, ...]:
    """The reports that were asked for, in order.

    A file belongs to the format before it; one before every format belongs to the first. Raises
    `UsageError` for a file without a format, and for two reports on standard output.
    """
    outputs = _outputs(ctx.meta.get(_ORDER, ()), formats, files)
    places = [output.file for output in outputs]
    if places.count(None) > 1:
        raise click.UsageError("only one report can go to standard output: give the others an --output-file")
    twice = [file for file in places if file is not None and places.count(file) > 1]
    if twice:
        raise click.UsageError(f"two reports cannot go to the same file: {twice[0]}")
    return outputs


def _outputs(
    order: Iterable[str | None], formats: Sequence[str], files: Sequence[Path]
) -> tuple[Output, ...]:
    if not formats:
        formats, order = (DEFAULT,), (_FORMAT, *order)
    pending, left = list(files), iter(formats)
    found: list[Output] = []
    early: Path | None = None
    for name in order:
        if name == _FORMAT:
            format_name = next(left, None)
            if format_name is not None:
                found.append(Output(format_name, early))
                early = None
        elif name == _FILE and pending:
            file = pending.pop(0)
            if not found and early is None:
                early = file
            elif found and found[-1].file is None:
                found[-1] = Output(found[-1].format_name, file)
            else:
                raise click.UsageError(f"there is no --output-format for --output-file {file}")
    return tuple(found)
