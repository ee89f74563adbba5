"""The one application that a document is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cl_lint.cli import Failure
from cl_lint.config import Config

if TYPE_CHECKING:
    from cl_lint.workspace import Part


def one_application(
    paths: Sequence[Path],
    file: Path | None = None,
    adjust: Callable[[Config], Config] = lambda config: config,
) -> Part:
    """The application that the paths lie in, with its configuration: found as `check` finds it.

    `file` configures it, whatever lies nearer; `adjust` is applied to the configuration. Raises `Failure`
    where the paths hold several applications, else `ConfigError` and `MissingPathError`.
    """
    from cl_lint.sources import discover
    from cl_lint.workspace import plan

    parts = plan(paths or (Path(),), file, adjust)
    if len(parts) > 1:
        # A folder that only holds applications is none itself.
        parts = (
            tuple(p for p in parts if any(True for _ in discover(p.paths, p.root, p.config.exclude))) or parts
        )
    if len(parts) > 1:
        folders = ", ".join(str(part.root) for part in parts)
        raise Failure(f"{len(parts)} applications, each with its own configuration; name one of {folders}")
    return parts[0]
