"""What a fixer works with: the finding, its file, and what the application goes by."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeVar

import libcst as cst

from cl_lint.findings import Finding
from cl_lint.fixes import imports
from cl_lint.fixes.imports import Reference
from cl_lint.fixes.model import Change, Fix
from cl_lint.fixes.names import Names
from cl_lint.fixes.source import Source

if TYPE_CHECKING:
    from cl_lint.models import Models
    from cl_lint.policy import Policy

Node = TypeVar("Node", bound=cst.CSTNode)


class File:
    """A file that fixes are made for. Raises `UnparsedError`."""

    def __init__(self, text: str) -> None:
        self.source = Source(text)

    @cached_property
    def names(self) -> Names:
        return Names(self.source)


class Context:
    """One finding and all that its fixer may ask for."""

    def __init__(self, finding: Finding, file: File, policy: Policy | None, models: Models | None) -> None:
        self.finding = finding
        self.source = file.source
        self._file = file
        self._policy = policy
        self._models = models

    @property
    def names(self) -> Names:
        return self._file.names

    @cached_property
    def policy(self) -> Policy:
        """The figures of the application, else of the rules' pages."""
        if self._policy is not None:
            return self._policy
        from cl_lint.catalog import load_catalog

        return load_catalog().policy

    @cached_property
    def models(self) -> Models:
        if self._models is not None:
            return self._models
        return _shipped_models()

    def found(self, kind: type[Node]) -> Node | None:
        """The outermost node of a kind at the finding's place."""
        return self.source.at(self.finding.place, kind)

    def reference(self, module: str, name: str, node: cst.CSTNode) -> Reference | None:
        """How `module.name` is written at `node`."""
        return imports.reference(self.source, self.names, module, name, node)

    def module(self, name: str, node: cst.CSTNode) -> Reference | None:
        """How a module is written at `node`."""
        return imports.module_reference(self.source, self.names, name, node)

    def fix(self, description: str, changes: Iterable[Change], is_safe: bool) -> Fix:
        """A fix of these changes."""
        return Fix(description, is_safe, self.source.edits(list(changes)))


@cache
def _shipped_models() -> Models:
    from cl_lint.models import load_models

    return load_models()
