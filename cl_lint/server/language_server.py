"""The server that an editor starts: the protocol on standard input and output."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from cl_lint.server.actions import KINDS, Actions
from cl_lint.server.addresses import path_of, uri_of
from cl_lint.server.analysis import Analysis, FileFindings, Snapshot, Stale, StaleError, State, is_setting
from cl_lint.server.diagnostics import ShownFile
from cl_lint.server.documents import Document, document_path
from cl_lint.server.pages import hover_text
from cl_lint.server.positions import overlap
from cl_lint.server.worker import Worker
from cl_lint.version import VERSION

_DEFECT = "the analysis failed; this is a defect of cl-lint itself, please report it"
_WATCHED = ("*.py", "*.toml", "*.json", ".gitignore")
DELAY = 0.02  # seconds without an edit before the analysis begins
PATIENCE = 5.0  # seconds that an action waits for the findings of the latest edit

log = logging.getLogger(__name__)


class Server(LanguageServer):
    """Holds what is open, has it analysed in a thread, and publishes what changed.

    Everything but `_analyse` runs in the thread of the event loop; `file` configures all applications.
    """

    def __init__(self, file: Path | None = None) -> None:
        # pygls cuts lines at form feeds, too, which editors do not: whole texts leave nothing to count.
        super().__init__("cl-lint", VERSION, types.TextDocumentSyncKind.Full, max_workers=2)
        self.shown: dict[str, ShownFile] = {}
        self._documents: dict[str, Document] = {}
        self._analysis = Analysis(file)
        self._worker = Worker(self._analyse, DELAY)
        self._lock = threading.Lock()
        self._pending = Snapshot((), {})  # guarded by the lock; `changed` since the last run began
        self._loop: asyncio.AbstractEventLoop | None = None
        self._settled = asyncio.Event()
        self._told: frozenset[str] = frozenset()

    # -- what is open, and what has changed

    def begin(self) -> None:
        """Start analysing; the client is ready."""
        self._loop = asyncio.get_running_loop()
        self._worker.start()
        self.changed((), everything=True)

    def end(self) -> None:
        """Stop analysing."""
        self._worker.stop()

    def opened(self, uri: str, language: str, version: int | None, text: str) -> None:
        path = document_path(uri, language, next(iter(self.folders()), Path.cwd()))
        if path is not None:
            self._documents[uri] = Document(uri, path, version, text)
            self.changed([path])

    def edited(self, uri: str, version: int | None, text: str) -> None:
        document = self._documents.get(uri)
        if document is not None:
            self._documents[uri] = Document(uri, document.path, version, text)
            self.changed([document.path])

    def closed(self, uri: str) -> None:
        document = self._documents.pop(uri, None)
        if document is not None:
            self.changed([document.path])

    def changed(self, paths: Iterable[Path], everything: bool = False) -> None:
        """Have the findings worked out anew after a change of these files."""
        found = frozenset(paths)
        everything = everything or any(map(is_setting, found))
        folders = tuple(self.folders())
        documents = {document.path: document for document in self._documents.values()}
        with self._lock:
            before = self._pending
            self._pending = Snapshot(
                folders, documents, before.changed | found, before.everything or everything
            )
        self._settled.clear()
        self._worker.request()

    def folders(self) -> list[Path]:
        """The folders of the workspace that are on this machine."""
        uris = [folder.uri for folder in self.workspace.folders.values()] or [self.workspace.root_uri or ""]
        return [path for path in map(path_of, uris) if path is not None]

    async def settle(self) -> None:
        """Wait until the findings are those of the latest edit, but not for ever."""
        try:
            await asyncio.wait_for(self._settled.wait(), PATIENCE)
        except asyncio.TimeoutError:
            log.info("the analysis takes longer than %s s", PATIENCE)

    def document(self, uri: str) -> Document | None:
        return self._documents.get(uri)

    # -- analysing

    def _analyse(self, stale: Stale) -> None:
        """In the worker's thread: the findings for the workspace as it is now."""
        with self._lock:
            snapshot = self._pending
            self._pending = replace(snapshot, changed=frozenset(), everything=False)
        started = time.perf_counter()
        try:
            state = self._analysis.run(snapshot, stale)
        except StaleError:
            return
        except Exception:  # a defect of ours: the editor goes on, and the next edit may not meet it
            log.exception(_DEFECT)
            with self._lock:
                self._pending = replace(self._pending, everything=True)
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self._tell, [f"{_DEFECT}; its log has the details"])
            return
        log.info("files checked: %d, %.2f s", state.checked, time.perf_counter() - started)
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._publish, snapshot, state, stale)
        gc.collect()  # a program is full of cycles; now nobody waits

    # -- publishing

    def _publish(self, snapshot: Snapshot, state: State, stale: Stale) -> None:
        """Send what is different from what the client knows, and what it may have moved while editing."""
        if stale():
            return
        documents = {path: document.uri for path, document in snapshot.documents.items()}
        files = [self._shown_file(found, documents) for found in state.files.values()]
        new = {file.uri: file for file in files}
        touched = {documents[path] for path in snapshot.changed if path in documents}
        # First what is gone: a client may know a file by two spellings of its URI.
        for uri in sorted((self.shown.keys() | touched) - new.keys()):
            self._send(uri, [], snapshot)
        for uri, file in new.items():
            known = self.shown.get(uri)
            if known is None or uri in touched or known.diagnostics != file.diagnostics:
                self._send(uri, file.diagnostics, snapshot)
        self.shown = new
        self._tell(state.problems)
        self._settled.set()

    def _shown_file(self, found: FileFindings, documents: Mapping[Path, str]) -> ShownFile:
        def name_of(path: Path) -> str:
            return documents.get(path) or uri_of(path)

        encoding = types.PositionEncodingKind(self.workspace.position_encoding or "utf-16").value
        abilities = self.client_capabilities.text_document
        publishing = abilities.publish_diagnostics if abilities else None
        related = bool(publishing and publishing.related_information)
        return ShownFile(name_of(found.path), found, encoding, name_of, related)

    def _send(self, uri: str, diagnostics: list[types.Diagnostic], snapshot: Snapshot) -> None:
        document = next((d for d in snapshot.documents.values() if d.uri == uri), None)
        version = None if document is None else document.version
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, diagnostics=diagnostics, version=version)
        )

    def _tell(self, problems: Iterable[str]) -> None:
        """Show what keeps the workspace from being checked, once."""
        found = frozenset(problems)
        for problem in sorted(found - self._told):
            log.error("%s", problem)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"cl-lint: {problem}"))
        self._told = found


class _ToClient(logging.Handler):
    """Sends what is logged to the editor's log, from whatever thread."""

    _TYPES = {logging.ERROR: types.MessageType.Error, logging.WARNING: types.MessageType.Warning}

    def __init__(self, server: Server, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(logging.INFO)
        self._server = server
        self._event_loop = loop

    def emit(self, record: logging.LogRecord) -> None:
        kind = self._TYPES.get(record.levelno, types.MessageType.Info)
        params = types.LogMessageParams(kind, self.format(record))
        if not self._event_loop.is_closed():
            self._event_loop.call_soon_threadsafe(self._server.window_log_message, params)


def make_server(file: Path | None = None) -> Server:
    """The server with all it answers to; `file` configures every application."""
    server = Server(file)
    handlers: list[logging.Handler] = []

    @server.feature(types.INITIALIZED)
    def initialized(params: types.InitializedParams) -> None:
        log.setLevel(logging.INFO)
        log.propagate = False
        handlers.append(_ToClient(server, asyncio.get_running_loop()))
        log.addHandler(handlers[-1])
        _watch_files(server)
        server.begin()

    @server.feature(types.SHUTDOWN)
    def shutdown(params: None) -> None:
        server.end()
        while handlers:
            log.removeHandler(handlers.pop())

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        server.opened(item.uri, str(item.language_id), item.version, item.text)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.edited(uri, params.text_document.version, server.workspace.get_text_document(uri).source)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        path = path_of(params.text_document.uri)
        server.changed([path] if path is not None else [])

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        server.closed(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_watched_files(params: types.DidChangeWatchedFilesParams) -> None:
        paths = (path_of(change.uri) for change in params.changes)
        server.changed([path for path in paths if path is not None])

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def did_change_folders(params: types.DidChangeWorkspaceFoldersParams) -> None:
        server.changed(())

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        return _hover(server, params)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=list(KINDS)))
    async def code_action(params: types.CodeActionParams) -> list[types.CodeAction]:
        await server.settle()
        # Fixes are made from the parsed file: that must keep nobody waiting.
        return await asyncio.get_running_loop().run_in_executor(None, _code_actions, server, params)

    return server


def _watch_files(server: Server) -> None:
    """Have the client tell of changes on disk, where it can."""
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if not watching or not watching.dynamic_registration:
        return
    watchers = [types.FileSystemWatcher(glob_pattern=f"**/{name}") for name in _WATCHED]
    server.client_register_capability(
        types.RegistrationParams(
            [
                types.Registration(
                    id="cl-lint-files",
                    method=types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                    register_options=types.DidChangeWatchedFilesRegistrationOptions(watchers),
                )
            ]
        )
    )


def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    file = server.shown.get(params.text_document.uri)
    here = types.Range(params.position, params.position)
    touched = [] if file is None else [(f, d) for f, d in file.shown if overlap(d.range, here)]
    if not touched:
        return None
    abilities = server.client_capabilities.text_document
    formats = abilities.hover.content_format if abilities and abilities.hover else None
    kind = types.MarkupKind.Markdown
    if formats and kind not in formats:
        kind = types.MarkupKind.PlainText
    text = hover_text([finding for finding, _ in touched])
    return types.Hover(types.MarkupContent(kind, text), touched[0][1].range)


def _code_actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    uri = params.text_document.uri
    file, document = server.shown.get(uri), server.document(uri)
    if file is None or document is None or file.found.text != document.text:
        return []
    workspace = server.client_capabilities.workspace
    editing = workspace.workspace_edit if workspace else None
    actions = Actions(file, document.version, versioned=bool(editing and editing.document_changes))
    return actions.within(params.range, params.context.only)


def serve(file: Path | None = None) -> None:
    """Talk to an editor until it says goodbye. Whatever else is printed goes to standard error."""
    protocol, sys.stdout = sys.stdout.buffer, sys.stderr
    make_server(file).start_io(sys.stdin.buffer, protocol)
