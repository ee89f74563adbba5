"""What `cl-lint check` does, from the options to the outcome; the command itself only shows it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cl_lint.catalog import CatalogError
from cl_lint.cli import Failure
from cl_lint.cli.output import echo_note
from cl_lint.cli.progress import Progress
from cl_lint.config import Config, ConfigError
from cl_lint.sources import MissingPathError

if TYPE_CHECKING:
    from cl_lint.findings import Finding
    from cl_lint.result import Result
    from cl_lint.store import SummaryStore
    from cl_lint.workspace import Outcome, Part, Settle

_MOST_FIXED = 20
_STDIN, _STDIN_NAME = Path("-"), "stdin.py"


@dataclass(frozen=True)
class Options:
    """What was typed."""

    paths: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    level: str | None
    kind: str | None
    config: Path | None
    min_confidence: str | None
    fail_on: str | None
    exit_zero: bool
    output_format: tuple[str, ...]
    output_file: tuple[Path, ...]
    show_suppressed: bool
    statistics: bool
    quiet: bool
    verbose: bool
    no_cache: bool
    color: str
    baseline: bool | None
    baseline_file: Path | None
    update: bool
    changed_since: str | None
    changed_files: bool
    stdin_filename: Path | None
    add_ignores: bool
    reason: str | None
    fix: bool
    unsafe_fixes: bool
    diff: bool
    watch: bool

    def adjusted(self, config: Config) -> Config:
        """The configuration with what was typed in place of what it says. Raises `ConfigError`."""
        return config.override(
            level=self.level,
            kind=self.kind,
            select=self.select,
            ignore=self.ignore,
            min_confidence=self.min_confidence,
            fail_on=self.fail_on,
        )


@dataclass(frozen=True)
class Done:
    """What a run leads to: the outcome, and a text that takes the place of the report on standard output
    (`replaced`) or, for a diff, of all reports."""

    outcome: Outcome
    replaced: bytes | None = None
    diff: str | None = None


def run_check(options: Options, store: SummaryStore | None = None) -> Done:
    """Do what was asked; `store` keeps what is learnt of single files for the next time. Raises `Failure`."""
    check_options(options)
    overlay = _typed(options)
    if options.add_ignores:
        return Done(_with_ignores(options))
    if options.fix or options.diff:
        return _mended(options, overlay)
    return Done(_hinted(options, _run(options, overlay, store=store)))


def _mended(options: Options, overlay: dict[Path, bytes]) -> Done:
    from cl_lint.cli.fixing import Repairs, diff

    # The baseline is pruned once, when all is done.
    first = replace(options, update=False)
    repairs = Repairs(lambda part, result: _settled(first, part, result), options.unsafe_fixes, overlay)
    outcome = _run(options, overlay, repairs.watch, repairs.store)
    mendings = repairs.mend()
    count = sum(len(mending.findings) for mending in mendings)
    if options.diff:
        noun = "finding" if count == 1 else "findings"
        echo_note(f"Would fix {count} {noun}." if count else "No finding would be fixed.")
        for line in (line for mending in mendings for line in mending.problems):
            echo_note(f"note: {line}")
        return Done(outcome, diff=diff(mendings, Path.cwd()))
    if count or options.update:
        paths = tuple(overlay) if overlay else options.paths or (Path(),)
        outcome = repairs.again(
            paths, outcome, mendings, lambda part, result: _settled(options, part, result)
        )
    outcome = _hinted(options, outcome)
    return Done(outcome, replaced=repairs.typed() if overlay else None)


def _hinted(options: Options, outcome: Outcome) -> Outcome:
    """The outcome with its findings marked that can be mended."""
    from cl_lint.fixing import hints

    def config(finding: Finding) -> Config:
        path = Path(os.path.abspath(outcome.root / finding.place.path))
        inside = [part for part in outcome.parts if part.root in path.parents]
        return max(inside or outcome.parts, key=lambda part: len(part.root.parts)).config

    return replace(outcome, result=hints(outcome.result, config, options.unsafe_fixes))


def _typed(options: Options) -> dict[Path, bytes]:
    """What stands on standard input, by the absolute path of the file that it stands for."""
    if _STDIN not in options.paths:
        return {}
    return {Path(os.path.abspath(options.stdin_filename or _STDIN_NAME)): sys.stdin.buffer.read()}


def _run(
    options: Options,
    overlay: dict[Path, bytes] | None = None,
    settle: Settle | None = None,
    store: SummaryStore | None = None,
) -> Outcome:
    from cl_lint.baseline import BaselineError
    from cl_lint.changes import ChangesError
    from cl_lint.workspace import plan, run

    paths = tuple(overlay) if overlay else options.paths or (Path(),)
    try:
        parts = plan(paths, options.config, options.adjusted, overlay)
        with Progress(enabled=not options.quiet) as progress:
            settle = settle or (lambda part, result: _settled(options, part, result))
            return run(paths, parts, progress, overlay, settle, store)
    except (ConfigError, MissingPathError, CatalogError, BaselineError, ChangesError) as error:
        raise Failure(str(error)) from error


def check_options(options: Options) -> None:
    """Raises `Failure` for options that do not go together."""
    if _STDIN in options.paths and (len(options.paths) > 1 or options.add_ignores or options.update):
        raise Failure("- (standard input) goes with no other path, and with nothing that writes files")
    if options.watch and (
        _STDIN in options.paths or options.add_ignores or options.update or options.fix or options.diff
    ):
        raise Failure("--watch goes with files and folders, and with nothing that writes into them")
    if options.add_ignores and (options.fix or options.diff):
        raise Failure("--add-ignores goes with neither --fix nor --diff")
    if options.diff and options.update:
        raise Failure("--diff writes nothing: leave out --update")
    if options.stdin_filename is not None and _STDIN not in options.paths:
        raise Failure("--stdin-filename needs the path - (standard input)")
    if options.changed_files and options.changed_since is None:
        raise Failure("--changed-files needs --changed-since")
    if options.update:
        if options.baseline is False:
            raise Failure("--update needs the baseline")
        partial = [
            option
            for option, value in (
                ("--select", options.select),
                ("--ignore", options.ignore),
                ("--level", options.level),
                ("--kind", options.kind),
                ("--min-confidence", options.min_confidence),
            )
            if value
        ]
        if partial:
            raise Failure(f"--update needs all findings: leave out {', '.join(partial)}")


def _settled(options: Options, part: Part, result: Result) -> Result:
    result = _against_baseline(options, part, result)
    return _on_changes(options, part, result) if options.changed_since is not None else result


def _on_changes(options: Options, part: Part, result: Result) -> Result:
    """The result without findings that no change concerns."""
    from cl_lint.changes import changes_since

    changes = changes_since(options.changed_since or "", part.root, options.changed_files)
    findings = [finding for finding in result.findings if changes.concerns(finding, part.root)]
    return replace(result, verdicts=replace(result.verdicts, findings=findings))


def _against_baseline(options: Options, part: Part, result: Result) -> Result:
    """The result with what the baseline holds marked as known, and what is fixed in its notes."""
    named = options.baseline or options.baseline_file or options.update
    if options.baseline is False or not (named or part.config.baseline):
        return result
    from cl_lint.baseline import compare, describe, load
    from cl_lint.cli.baseline import baseline_path, save

    path = baseline_path(part, options.baseline_file)
    entries = load(path)
    comparison = compare(result, entries, part.config, part.root)
    if options.update and comparison.kept != tuple(sorted(entries)):
        save(path, comparison.kept)
    fixed = [f"fixed since the baseline: {describe(entry)}" for entry in comparison.fixed]
    notes = fixed[:_MOST_FIXED]
    if len(fixed) > _MOST_FIXED:
        notes.append(f"... and {len(fixed) - _MOST_FIXED} more")
    if fixed:
        notes.append(
            "removed from the baseline" if options.update else "--update removes them from the baseline"
        )
    return replace(comparison.result, notes=(*result.notes, *notes))


def _with_ignores(options: Options) -> Outcome:
    from cl_lint.add_ignores import add_ignores
    from cl_lint.suppressions.adding import reason_problem

    if not options.reason:
        raise Failure('--add-ignores needs a reason: --reason "why the findings may stay"')
    problem = reason_problem(options.reason)
    if problem:
        raise Failure(f"--reason: {problem}")
    paths = options.paths or (Path(),)
    added = add_ignores(
        paths, _run(options), options.reason, lambda part, result: _settled(options, part, result)
    )
    echo_note(f"suppression comments added: {added.comments}, files changed: {added.files}")
    for line in added.problems:
        echo_note(f"note: {line}")
    return added.outcome
