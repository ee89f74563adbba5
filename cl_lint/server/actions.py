"""Code actions: what an editor offers to do about findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lsprotocol import types

from cl_lint.findings import Finding
from cl_lint.fixes import Edit, Fix, fixes_for
from cl_lint.fixes.model import changes_of
from cl_lint.fixes.model import overlap as overlap_of_changes
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
            found += self._fixes(here)
            found += self._suppressions(here)
        if _is_asked(FIX_ALL, only):
            found += self._fix_all()
        return found

    def _fixes(self, here: Sequence[tuple[Finding, types.Diagnostic]]) -> Iterator[types.CodeAction]:
        """The fixes of each finding, safe ones first; the best of those is what an editor applies unasked."""
        for finding, diagnostic in here:
            preferred = True
            for fix in sorted(self._fixes_of(finding), key=lambda fix: not fix.is_safe):
                yield types.CodeAction(
                    title=fix.description if fix.is_safe else f"{fix.description} (unsafe)",
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=[diagnostic],
                    is_preferred=(fix.is_safe and preferred) or None,
                    edit=self._edit(self._text_edits(fix.edits)),
                )
                preferred = False

    def _fix_all(self) -> Iterator[types.CodeAction]:
        """All safe fixes of the file that go together."""
        text = self.file.found.text or ""
        taken: list[Fix] = []
        for finding, _ in self.file.shown:
            fix = next((fix for fix in self._fixes_of(finding) if fix.is_safe), None)
            if fix is not None:
                changes = changes_of(fix, text)
                if not any(overlap_of_changes(changes, changes_of(other, text)) for other in taken):
                    taken.append(fix)
        if taken:
            edits = sorted({edit for fix in taken for edit in fix.edits})
            yield types.CodeAction(
                title="Apply all safe fixes of cl-lint",
                kind=FIX_ALL,
                edit=self._edit(self._text_edits(edits)),
            )

    def _fixes_of(self, finding: Finding) -> list[Fix]:
        found = self.file.found
        return [] if found.text is None else fixes_for(finding, found.text, found.policy, found.models)

    def _text_edits(self, edits: Iterable[Edit]) -> list[types.TextEdit]:
        range_of = self.file.positions.range
        return [
            types.TextEdit(range_of(edit.line, edit.column, edit.end_line, edit.end_column), edit.text)
            for edit in edits
        ]

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
