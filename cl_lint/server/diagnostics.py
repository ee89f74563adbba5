"""Findings as diagnostics of the protocol."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lsprotocol import types

from cl_lint.findings import Finding, Place, Severity
from cl_lint.server.analysis import FileFindings
from cl_lint.server.positions import Positions

SOURCE = "cl-lint"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.ADVICE: types.DiagnosticSeverity.Information,
}


@dataclass(frozen=True)
class ShownFile:
    """A file's findings as they are shown, each with its diagnostic, under the URI `uri`.

    `name_of` gives the URI of another file. `encoding` is that of positions; `related` says whether the
    client shows places besides the finding's own.
    """

    uri: str
    found: FileFindings
    encoding: str
    name_of: Callable[[Path], str]
    related: bool = True

    @cached_property
    def positions(self) -> Positions:
        """Those in the text that the findings were found in."""
        return Positions(self.found.text or "", self.encoding)

    @cached_property
    def shown(self) -> tuple[tuple[Finding, types.Diagnostic], ...]:
        """The findings with their diagnostics."""
        return tuple((finding, self._diagnostic(finding)) for finding in self.found.findings)

    @property
    def diagnostics(self) -> list[types.Diagnostic]:
        return [diagnostic for _, diagnostic in self.shown]

    def _diagnostic(self, finding: Finding) -> types.Diagnostic:
        place = finding.place
        message = f"{finding.message}\n{finding.remedy}" if finding.remedy else finding.message
        return types.Diagnostic(
            range=self.positions.range(place.line, place.column, place.end_line, place.end_column),
            message=message,
            severity=_SEVERITIES[finding.severity],
            code=finding.code,
            source=SOURCE,
            related_information=list(self._related(finding)) if self.related else None,
        )

    def _related(self, finding: Finding) -> Iterator[types.DiagnosticRelatedInformation]:
        for step in finding.trace:
            path = Path(os.path.abspath(self.found.root / step.place.path))
            yield types.DiagnosticRelatedInformation(
                types.Location(self.name_of(path), self._range(step.place)), step.message
            )

    def _range(self, place: Place) -> types.Range:
        positions = self._positions.get(place.path)
        if positions is None:
            text = self.found.texts.get(place.path, "")
            positions = self._positions[place.path] = Positions(text, self.encoding)
        return positions.range(place.line, place.column, place.end_line, place.end_column)

    @cached_property
    def _positions(self) -> dict[str, Positions]:
        """Those in the texts of other files, by name."""
        return {}
