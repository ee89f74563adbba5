"""The configuration of a run: strict, typed, complete. Command-line options override what files say."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from cl_lint.catalog import load_catalog
from cl_lint.config_files import ConfigError, ConfigFile, chain, find_file, read_file
from cl_lint.config_keys import PerFile, read_fail_on, read_keys
from cl_lint.findings import Confidence, Finding, Severity
from cl_lint.policy import Policy
from cl_lint.selection import resolve
from cl_lint.waivers import Waiver

__all__ = ["UNASSESSED", "Config", "ConfigError", "ConfigFile", "find_root", "load_config"]

UNASSESSED = "CL001"


@dataclass(frozen=True)
class Config:
    """What the user asked for. `select` and `ignore` hold codes; an empty `select` means every rule."""

    required_version: str = ""  # a specifier that this version meets; empty: any
    level: str = "self-assessed"
    kind: str = "unknown"  # unknown: inferred from what the application imports
    client_id_issued: bool = True
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    exclude: tuple[str, ...] = ()  # gitignore patterns, relative to the root
    min_confidence: Confidence = Confidence.MEDIUM
    fail_on: Severity | None = Severity.WARNING  # None: findings never fail a run
    webhook_justification: str = ""
    models: tuple[Path, ...] = ()  # absolute
    per_file_ignores: PerFile = ()  # gitignore patterns, relative to the root, each with codes
    waivers: tuple[Waiver, ...] = ()
    baseline: Path | None = None  # absolute; need not exist
    attestations: Path | None = None  # absolute; need not exist
    policy: Policy = field(default_factory=lambda: load_catalog().policy)
    file: Path | None = None  # where it came from
    # For each key that is no default: the file or the option that gave it. Keys are spelled as in files.
    origins: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The CloudLink hosts; each stands for itself and every host under it."""
        return self.policy.hosts

    def selects(self, code: str) -> bool:
        """Whether findings of this rule are asked for. A file that was not assessed is never kept quiet by
        selecting other rules, only by ignoring CL001."""
        return code not in self.ignore and (not self.select or code in self.select or code == UNASSESSED)

    def fails(self, finding: Finding) -> bool:
        """Whether this finding makes a run fail."""
        return finding.is_open and self.fail_on is not None and finding.severity.rank >= self.fail_on.rank

    def override(
        self,
        *,
        level: str | None = None,
        kind: str | None = None,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        min_confidence: str | None = None,
        fail_on: str | None = None,
    ) -> Config:
        """This configuration with the options that were given. A new selection replaces both lists.

        Raises `ConfigError` naming the option.
        """
        select, ignore = tuple(select), tuple(ignore)
        given = {
            "level": level,
            "kind": kind,
            "select": select,
            "ignore": select or ignore,
            "min-confidence": min_confidence,
            "fail-on": fail_on,
        }
        chosen = _resolve("--select", select)
        dropped = _resolve("--ignore", ignore)
        return replace(
            self,
            level=level or self.level,
            kind=kind or self.kind,
            select=chosen or self.select,
            ignore=dropped if select else self.ignore | dropped,
            min_confidence=Confidence(min_confidence) if min_confidence else self.min_confidence,
            fail_on=self.fail_on if fail_on is None else read_fail_on(fail_on),
            origins={**self.origins, **{key: f"--{key}" for key, value in given.items() if value}},
        )


def load_config(start: Path, file: Path | None = None) -> Config:
    """The configuration for the folder or file `start`: that of `file`, else of the nearest one upwards.

    Raises `ConfigError` with every problem found, one a line.
    """
    source = find_file(start) if file is None else read_file(file)
    if source is None:
        return Config()
    values, origins = read_keys(chain(source), load_catalog())
    return Config(file=source.path, origins={key: str(path) for key, path in origins.items()}, **values)


def find_root(paths: Iterable[Path], config: Config) -> Path:
    """The folder that names of files and patterns are relative to: the configuration's, else the working
    folder, the first that holds all of `paths`; else what the paths have in common."""
    common = common_folder(paths)
    candidates = [Path.cwd()] if config.file is None else [config.file.parent, Path.cwd()]
    inside = [folder for folder in candidates if folder == common or folder in common.parents]
    return inside[0] if inside else common


def common_folder(paths: Iterable[Path]) -> Path:
    """The deepest folder that holds all of `paths`; the working folder where there is none."""
    folders = [os.path.abspath(path if path.is_dir() else path.parent) for path in paths]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # no paths, or two drives
        return Path.cwd()


def _resolve(option: str, selectors: tuple[str, ...]) -> frozenset[str]:
    try:
        return resolve(selectors, load_catalog().rules)
    except ValueError as error:
        raise ConfigError([f"{option}: {line}" for line in str(error).splitlines()]) from error
