"""The baseline: findings that are known, so that only new ones fail a run.

An entry is recognised by rule and statement, in the function or class and the file where it was. It follows
its code to another file, function or class only if the old one is gone: otherwise a fault that is mended
here and made again there would go unseen.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from cl_lint.catalog import load_catalog
from cl_lint.config import Config
from cl_lint.findings import Finding
from cl_lint.fingerprints import Fingerprint, Fingerprints
from cl_lint.result import Result

NAME = "cl-lint-baseline.json"
VERSION = 1

_KEYS = frozenset({"path", "symbol", "rule", "digest"})
_MOST_BYTES = 50_000_000


class BaselineError(ValueError):
    """A baseline that cannot be used; the text names the file and says what to do."""


@dataclass(frozen=True)
class Comparison:
    """A result set against a baseline: `result` has the known findings marked, `new` are those to deal with,
    `fixed` the entries that the run shows to be gone, `kept` what the baseline is to hold when those are
    pruned, each entry where its code is now."""

    result: Result
    new: tuple[Finding, ...]
    fixed: tuple[Fingerprint, ...]
    kept: tuple[Fingerprint, ...]


def record(result: Result) -> tuple[Fingerprint, ...]:
    """The entries for all open findings of a result."""
    prints = Fingerprints(result.sources)
    return tuple(sorted(prints.of(finding) for finding in result.open_findings))


def compare(result: Result, entries: Iterable[Fingerprint], config: Config, root: Path) -> Comparison:
    """Set the open findings of a result against the entries of a baseline, each entry for one finding."""
    prints = Fingerprints(result.sources)
    open_ones = [number for number, finding in enumerate(result.findings) if finding.is_open]
    marks = {number: prints.of(result.findings[number]) for number in open_ones}
    left = list(entries)
    known: set[int] = set()
    names = {*result.files, *result.not_assessed}

    def is_gone(path: str) -> bool:
        return path not in names and not (root / path).exists()

    def match(key: Callable[[Fingerprint], object], may: Callable[[Fingerprint], bool]) -> None:
        waiting: dict[object, list[int]] = defaultdict(list)
        for number in reversed(open_ones):
            if number not in known:
                waiting[key(marks[number])].append(number)
        for entry in tuple(left):
            if may(entry) and waiting[key(entry)]:
                known.add(waiting[key(entry)].pop())
                left.remove(entry)

    match(lambda mark: mark, lambda entry: True)
    match(
        lambda mark: (mark.path, mark.rule, mark.digest),
        lambda entry: entry.path in names and entry.symbol not in prints.symbols(entry.path),
    )
    match(lambda mark: (mark.symbol, mark.rule, mark.digest), lambda entry: is_gone(entry.path))

    judged = _judged_rules(config, result.kind)
    fixed = [entry for entry in left if entry.rule in judged and (entry.path in names or is_gone(entry.path))]
    unseen = [entry for entry in left if entry not in fixed]
    findings = [
        replace(finding, known=True) if number in known else finding
        for number, finding in enumerate(result.findings)
    ]
    return Comparison(
        replace(result, verdicts=replace(result.verdicts, findings=findings)),
        tuple(finding for finding in findings if finding.is_open),
        tuple(fixed),
        tuple(sorted([*(marks[number] for number in known), *unseen])),
    )


def _judged_rules(config: Config, kind: str) -> frozenset[str]:
    """The rules whose silence means that a finding is gone."""
    return frozenset(
        code
        for code, rule in load_catalog().rules.items()
        if config.selects(code) and config.level in rule.levels and kind in rule.kinds
    )


def describe(entry: Fingerprint) -> str:
    """An entry in words."""
    rule = load_catalog().rules.get(entry.rule)
    name = f" {rule.name}" if rule is not None else ""
    where = f"{entry.path} ({entry.symbol})" if entry.symbol else entry.path
    return f"{entry.rule}{name} in {where}"


def render(entries: Sequence[Fingerprint]) -> str:
    """The text of a baseline file: an entry a line, in order, so that changes are easy to review."""
    lines = [json.dumps(asdict(entry), ensure_ascii=True) for entry in sorted(entries)]
    rows = ",\n".join(f"    {line}" for line in lines)
    inner = f"\n{rows}\n  " if rows else ""
    return f'{{\n  "version": {VERSION},\n  "findings": [{inner}]\n}}\n'


def load(path: Path) -> tuple[Fingerprint, ...]:
    """The entries of a baseline file; raises `BaselineError`."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise BaselineError(f"{path}: larger than {_MOST_BYTES // 1_000_000} MB")
        document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BaselineError(f"{path}: no such file; `cl-lint baseline` records one") from error
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        if isinstance(error, BaselineError):
            raise
        raise BaselineError(f"{path}: not valid JSON; restore it, or record it anew") from error
    if not isinstance(document, dict) or document.get("version") != VERSION:
        raise BaselineError(f"{path}: not a baseline of version {VERSION}; record it anew")
    rows = document.get("findings")
    if not isinstance(rows, list):
        raise BaselineError(f"{path}: there is no list of findings; restore it, or record it anew")
    return tuple(_entry(row, number, path) for number, row in enumerate(rows, 1))


def _entry(row: Any, number: int, path: Path) -> Fingerprint:
    if not isinstance(row, dict) or set(row) != _KEYS or not all(isinstance(v, str) for v in row.values()):
        raise BaselineError(
            f"{path}: entry {number} is not as it was recorded; restore it, or record it anew"
        )
    return Fingerprint(**row)
