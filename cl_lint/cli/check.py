"""`cl-lint check`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cl_lint.catalog import KINDS, LEVELS
from cl_lint.cli import Failure
from cl_lint.cli.checking import Options, check_options, run_check
from cl_lint.cli.completing import complete_rules
from cl_lint.cli.output import echo_note, write, write_report
from cl_lint.cli.outputs import OrderedCommand, Output, paired
from cl_lint.config_keys import CONFIDENCES, FAIL_ON
from cl_lint.reports import FORMATS, View, render
from cl_lint.reports.colour import Palette, wants_colour
from cl_lint.reports.escaping import encodable

if TYPE_CHECKING:
    from cl_lint.workspace import Outcome

_READ = frozenset({"full", "concise", "github"})  # formats that people read


def _words(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for text in value for word in text.split(",") if word.strip())


@click.command("check", cls=OrderedCommand)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--select",
    multiple=True,
    callback=_words,
    shell_complete=complete_rules,
    metavar="RULES",
    help="Only these rules: codes, names or prefixes such as CL1, separated by commas.",
)
@click.option(
    "--ignore",
    multiple=True,
    callback=_words,
    shell_complete=complete_rules,
    metavar="RULES",
    help="Leave these rules out.",
)
@click.option("--level", type=click.Choice(LEVELS), help="The level the application is to reach.")
@click.option("--kind", type=click.Choice(KINDS), help="What the application is.  [default: inferred]")
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this configuration file."
)
@click.option(
    "--min-confidence",
    type=click.Choice(CONFIDENCES),
    help="Report findings from this confidence on.  [default: medium]",
)
@click.option(
    "--fail-on", type=click.Choice(FAIL_ON), help="Exit with 1 from this severity on.  [default: warning]"
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@click.option(
    "--output-format",
    type=click.Choice(FORMATS),
    multiple=True,
    help="The form of the report; may be given several times.  [default: full]",
)
@click.option(
    "--output-file",
    type=click.Path(dir_okay=False, path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Write the report of the --output-format before it to this file.",
)
@click.option("--show-suppressed", is_flag=True, help="Report findings that are suppressed or known, too.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
@click.option("-v", "--verbose", is_flag=True, help="Say which configuration and files were used.")
@click.option("--no-cache", is_flag=True, help="Read nothing from a cache and write none.")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True)
@click.option(
    "--baseline/--no-baseline",
    default=None,
    help="Fail only on findings that the baseline does not hold.  [default: if the configuration names one]",
)
@click.option("--baseline-file", type=click.Path(path_type=Path), metavar="FILE", help="Use this baseline.")
@click.option("--update", is_flag=True, help="Remove what is fixed from the baseline.")
@click.option(
    "--changed-since",
    metavar="REV",
    help="Report only what concerns lines changed since this revision of git; the rest is analysed too.",
)
@click.option("--changed-files", is_flag=True, help="With --changed-since: all lines of changed files.")
@click.option(
    "--stdin-filename",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="With the path -: the file that standard input stands for.",
)
@click.option("--fix", is_flag=True, help="Mend what a safe fix can mend, and report the rest.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: fixes to look at afterwards, too.")
@click.option("--diff", is_flag=True, help="Show what --fix would change; exit with 1 if there is anything.")
@click.option("--add-ignores", is_flag=True, help="Write a suppression comment for each finding.")
@click.option("--reason", metavar="TEXT", help="Why the findings may stay, for --add-ignores.")
@click.option("-w", "--watch", is_flag=True, help="Check again whenever a file changes.")
@click.pass_context
def command(ctx: click.Context, /, **options: object) -> None:
    """Check the Python files among and below the PATHs (the working folder by default).

    A file limits the report: its application is analysed as a whole. The PATH - is standard input.
    """
    chosen = Options(**options)  # type: ignore[arg-type]
    outputs = paired(ctx, chosen.output_format, chosen.output_file)
    if chosen.watch:
        _watch(chosen, outputs)
    done = run_check(chosen)
    outcome = done.outcome
    if done.diff is not None:
        write(done.diff)
        ctx.exit(1 if done.diff and not chosen.exit_zero else 0)
    if done.replaced is not None:
        sys.stdout.buffer.write(done.replaced)
        sys.stdout.buffer.flush()
    _show(chosen, outputs, outcome, aside=done.replaced is not None)
    if (
        outcome.fails
        and done.replaced is None
        and not (chosen.exit_zero or chosen.quiet or chosen.add_ignores)
    ):
        _advise(chosen, outputs, outcome)
    ctx.exit(1 if outcome.fails and not chosen.exit_zero else 0)


def _show(options: Options, outputs: Iterable[Output], outcome: Outcome, aside: bool = False) -> None:
    """Write the reports, and what there is to say besides."""
    for output in outputs:
        _report(options, output, outcome, aside)
    _explain(options, outcome)


def _watch(options: Options, outputs: Sequence[Output]) -> None:
    """Check again and again, until it is interrupted."""
    from cl_lint.cli.watching import watch
    from cl_lint.store import SummaryStore

    def run() -> Outcome:
        outcome = run_check(options, store).outcome
        _show(options, outputs, outcome)
        return outcome

    store = SummaryStore()
    written = [output.file for output in outputs if output.file is not None]
    check_options(options)
    watch(options.paths or (Path(),), run, written)


def _report(options: Options, output: Output, outcome: Outcome, aside: bool) -> None:
    """Write one report; `aside`, one without a file goes to standard error."""
    to_terminal = output.file is None and wants_colour(options.color, sys.stdout)
    view = View(
        outcome.result,
        palette=Palette(to_terminal or options.color == "always"),
        quiet=options.quiet,
        statistics=options.statistics,
        root=outcome.root,
        base=Path.cwd(),
        show_suppressed=options.show_suppressed,
    )
    try:
        text = render(output.format_name, view)
        if aside and output.file is None:
            click.echo(encodable(text, sys.stderr.encoding), nl=False, err=True)
        else:
            write_report(text, output.file)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise Failure(f"{output.file}: cannot be written: {error.strerror}") from error


def _advise(options: Options, outputs: Iterable[Output], outcome: Outcome) -> None:
    """Say what can be done, to somebody who reads the findings and not to a program or an editor."""
    from cl_lint.cli.next_steps import next_steps

    if Path("-") in options.paths or not any(output.format_name in _READ for output in outputs):
        return
    found, named = outcome.result.open_findings, options.baseline or options.baseline_file or options.update
    configured = options.baseline is None and any(part.config.baseline for part in outcome.parts)
    for line in next_steps(found, options.statistics, bool(named or configured)):
        echo_note(line)


def _explain(options: Options, outcome: Outcome) -> None:
    result = outcome.result
    if options.verbose:
        for each in result.applications:
            echo_note(f"configuration: {each.file or 'none found'}")
            echo_note(f"root: {each.root}")
            echo_note(f"level: {each.level}, kind: {each.kind}, API calls: {each.api_calls}")
        for name in result.files:
            echo_note(f"checked: {name}")
        for name in result.not_assessed:
            echo_note(f"not assessed: {name}")
    if options.quiet:
        return
    for note in result.notes:
        echo_note(f"note: {note}")
    excluded = [path for part in outcome.parts for path in part.excluded]
    if excluded:
        names = ", ".join(str(path) for path in excluded)
        echo_note(f"note: excluded by the configuration: {names}")
    if not result.files and not result.not_assessed:
        echo_note("no Python file found: nothing to assess")
    elif not result.files:
        echo_note("no file could be assessed")
    elif not result.api_calls and not any(name.endswith(".json") for name in result.files):
        echo_note("no CloudLink API call found: nothing to assess")
    left_out = sum(each.open_requests for each in result.applications)
    if left_out:
        whose, them = ("request has an address that is", "it")
        if left_out > 1:
            whose, them = ("requests have addresses that are", "them")
        echo_note(f"note: {left_out} {whose} not known: --min-confidence low checks {them}, too")
