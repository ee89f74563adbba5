"""Code actions: what an editor offers to do about findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lsprotocol import types

from cl_lint.findings import Finding
from cl_lint.server.diagnostics import ShownFile
from cl_lint.server.positions import overlap
from cl_lint.suppressions.adding import can_be_suppressed, lines_for

FIX_ALL = "source.fixAll.cl-lint"
KINDS = (types.CodeActionKind.QuickFix, FIX_ALL)


@dataclass(frozen=True)
class Actions:
    """The actions for one file. `version` is the document's; `versioned` says whether the client takes edits
    of a version, so that none is made in a text that has changed."""

    file: ShownFile
    version: int | None
    versioned: bool

    def within(self, where: types.Range, only: Sequence[str] | None) -> list[types.CodeAction]:
        """Those for the findings in a range, of the kinds that are asked for (all where `only` is None)."""
        found: list[types.CodeAction] = []
        if _is_asked(types.CodeActionKind.QuickFix, only):
            here = [(f, d) for f, d in self.file.shown if overlap(d.range, where)]
            found += self._suppressions(here)
        return found

    def _suppressions(self, here: Sequence[tuple[Finding, types.Diagnostic]]) -> Iterator[types.CodeAction]:
        """A comment for each finding; its reason is left for a person to write, and asked for by CL003."""
        offered = set()
        for finding, diagnostic in here:
            text = self.file.found.text
            if text is None or not can_be_suppressed(finding):
                continue
            for line in lines_for(text, [finding]):
                if (line, finding.code) in offered:
                    continue
                offered.add((line, finding.code))
                end = self.file.positions.end_of(line)
                edit = types.TextEdit(types.Range(end, end), f"  # cl-lint: ignore[{finding.code}] -- ")
                yield types.CodeAction(
                    title=f"Suppress {finding.code} on this line with a comment",
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=[diagnostic],
                    edit=self._edit([edit]),
                )

    def _edit(self, edits: Sequence[types.TextEdit]) -> types.WorkspaceEdit:
        if not self.versioned:
            return types.WorkspaceEdit(changes={self.file.uri: list(edits)})
        identifier = types.OptionalVersionedTextDocumentIdentifier(self.file.uri, self.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, list(edits))])


def _is_asked(kind: str, only: Sequence[str] | None) -> bool:
    return only is None or any(kind == each or kind.startswith(f"{each}.") for each in only)
