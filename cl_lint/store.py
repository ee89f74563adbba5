"""What a run has learnt of single files, kept in memory for the next run of the same process.

A summary depends on one file's bytes alone, so that a file whose bytes are as they were is neither parsed nor
lowered again. Everything that rests on more than one file is worked out anew in each run.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Union

if TYPE_CHECKING:
    from cl_lint.models import Models
    from cl_lint.program import Module
    from cl_lint.sources import Problem

Lowered = Union["Module", "Problem"]


@dataclass(frozen=True)
class _Module:
    data: bytes
    models: Models
    lowered: Lowered


@dataclass(frozen=True)
class _Validity:
    data: bytes
    problem: Problem | None


class KeptFiles:
    """What is known of the files of one application, by their names."""

    def __init__(self) -> None:
        self._modules: dict[str, _Module] = {}
        self._validities: dict[str, _Validity] = {}

    def module(self, name: str, data: bytes, models: Models, work: Callable[[], Lowered]) -> Lowered:
        """The module of the file `name` that holds `data`, or why there is none; `work` finds it out where it
        is not known. `models` are compared by identity."""
        kept = self._modules.get(name)
        if kept is None or kept.data != data or kept.models is not models:
            kept = self._modules[name] = _Module(data, models, work())
        return kept.lowered

    def problem(self, name: str, data: bytes, work: Callable[[], Problem | None]) -> Problem | None:
        """What keeps `data` from being a module; `work` finds it out where it is not known."""
        kept = self._validities.get(name)
        if kept is None or kept.data != data:
            kept = self._validities[name] = _Validity(data, work())
        return kept.problem

    def forget_others(self, names: Collection[str]) -> None:
        """Forget all files but these."""
        self._modules = {name: kept for name, kept in self._modules.items() if name in names}
        self._validities = {name: kept for name, kept in self._validities.items() if name in names}


class SummaryStore:
    """What is known of the files of all applications that were checked so far. For one thread at a time."""

    def __init__(self) -> None:
        self._files: dict[Path, KeptFiles] = {}
        self._models: dict[tuple[Path, ...], tuple[tuple[bytes, ...], Models]] = {}

    def files(self, root: Path) -> KeptFiles:
        """Those of the application at `root`."""
        return self._files.setdefault(root, KeptFiles())

    def models(self, extra: Sequence[Path]) -> Models:
        """The shipped models with those of the user, the same object as long as their files do not change.
        Raises `ModelError`."""
        from cl_lint.models import load_models

        texts = tuple(map(_bytes, extra))
        known = self._models.get(tuple(extra))
        if known is None or known[0] != texts:
            known = self._models[tuple(extra)] = (texts, load_models(extra))
        return known[1]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""  # loading the models says what is wrong
