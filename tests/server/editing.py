"""An editor for the tests: a client that the server takes for a real one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from lsprotocol import types
from pytest_lsp import LanguageClient, make_test_lsp_client

CAPABILITIES = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
        workspace_folders=True,
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
    ),
    text_document=types.TextDocumentClientCapabilities(
        publish_diagnostics=types.PublishDiagnosticsClientCapabilities(related_information=True),
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
    ),
)
LONGEST = 60.0  # seconds until a test gives up


class Editor:
    """What somebody does at the desk, in the words of the protocol."""

    def __init__(self, client: LanguageClient) -> None:
        self.client = client
        self._versions: dict[str, int] = {}

    # -- folders and files

    async def add_folder(self, folder: Path) -> None:
        self._change_folders(added=[folder])

    async def remove_folder(self, folder: Path) -> None:
        self._change_folders(removed=[folder])

    def _change_folders(self, added: Sequence[Path] = (), removed: Sequence[Path] = ()) -> None:
        event = types.WorkspaceFoldersChangeEvent(
            added=[types.WorkspaceFolder(path.as_uri(), path.name) for path in added],
            removed=[types.WorkspaceFolder(path.as_uri(), path.name) for path in removed],
        )
        self.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))

    def tell_of(self, path: Path, kind: types.FileChangeType = types.FileChangeType.Changed) -> None:
        """A file has changed on disk."""
        event = types.FileEvent(path.as_uri(), kind)
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

    def write(self, path: Path, text: str, encoding: str = "utf-8") -> None:
        """Somebody else writes a file."""
        path.write_text(text, encoding=encoding)
        self.tell_of(path)

    # -- documents

    def open(self, uri: str, text: str, language: str = "python") -> None:
        self._versions[uri] = 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def type(self, uri: str, text: str) -> int:
        """The document holds `text` now; its new version."""
        self._versions[uri] += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self._versions[uri], uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )
        return self._versions[uri]

    def save(self, uri: str) -> None:
        identifier = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(identifier))

    def close(self, uri: str) -> None:
        identifier = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))

    # -- what is shown

    def codes(self, uri: str) -> list[str]:
        """The codes of what is shown for a document, in order."""
        return [str(diagnostic.code) for diagnostic in self.client.diagnostics.get(uri, ())]

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something is the case."""
        for _ in range(int(LONGEST / 0.02)):
            if condition():
                return
            await asyncio.sleep(0.02)
        raise AssertionError(f"it has not come about; shown is {self.client.diagnostics}")

    async def until_codes(self, uri: str, codes: Sequence[str]) -> None:
        """Wait until these codes are shown for a document."""
        await self.until(lambda: uri in self.client.diagnostics and self.codes(uri) == list(codes))

    def shown(self, uri: str, code: str) -> types.Diagnostic:
        return next(d for d in self.client.diagnostics[uri] if d.code == code)

    async def hover(self, uri: str, position: types.Position) -> str:
        """The Markdown that a hover shows; empty where it shows nothing."""
        params = types.HoverParams(types.TextDocumentIdentifier(uri), position)
        found = await self.client.text_document_hover_async(params)
        if found is None:
            return ""
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value

    async def actions(
        self, uri: str, where: types.Range, only: Sequence[str] | None = None
    ) -> list[types.CodeAction]:
        """What is offered for a range."""
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(uri), where, types.CodeActionContext([], only)
        )
        found = await self.client.text_document_code_action_async(params)
        return [action for action in found or () if isinstance(action, types.CodeAction)]


def applied(text: str, action: types.CodeAction) -> str:
    """An ASCII text after an action's edits of its document."""
    assert action.edit is not None
    assert action.edit.document_changes
    (change,) = action.edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    edits = [edit for edit in change.edits if isinstance(edit, types.TextEdit)]
    for edit in sorted(
        edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True
    ):
        start = starts[edit.range.start.line] + edit.range.start.character
        end = starts[edit.range.end.line] + edit.range.end.character
        text = text[:start] + edit.new_text + text[end:]
    return text


def make_client() -> LanguageClient:
    """A client that takes the server's registrations."""
    client = make_test_lsp_client()

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams) -> None:
        return None

    return client
