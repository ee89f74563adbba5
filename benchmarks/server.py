"""Measures how long an edit's diagnostics take: the language server, driven over standard input and output.

usage: python benchmarks/server.py [--files N] [--edits N]

Makes an application of N files in a temporary folder, of which each third calls the API, opens one of them
and types into it. Prints the seconds from an edit to the diagnostics of its version, and those from the start
of the server to its first diagnostics. Needs the extra `dev`.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities
from speed import write_project

TARGET = 0.5  # seconds, with 50 files
LONGEST = 120.0  # seconds until it gives up


class Typist:
    """Opens a file, types, and waits for what the server says of each version."""

    def __init__(self, client: LanguageClient, path: Path) -> None:
        self._client = client
        self._uri = path.as_uri()
        self._text = path.read_text("utf-8")
        self._version = 0
        self._seen: dict[int, float] = {}

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def note(params: types.PublishDiagnosticsParams) -> None:
            if params.uri == self._uri and params.version is not None:
                self._seen.setdefault(params.version, time.perf_counter())

    async def open(self) -> float:
        """The seconds from opening the file to its diagnostics."""
        item = types.TextDocumentItem(self._uri, "python", self._version, self._text)
        started = time.perf_counter()
        self._client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self._wait(started)

    async def edit(self) -> float:
        """The seconds from one edit to its diagnostics: a line more at the top, which moves every finding."""
        self._version += 1
        text = "# typed\n" * self._version + self._text
        started = time.perf_counter()
        self._client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self._version, self._uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )
        return await self._wait(started)

    async def _wait(self, started: float) -> float:
        while self._version not in self._seen:
            if time.perf_counter() - started > LONGEST:
                raise SystemExit("no diagnostics came")
            await asyncio.sleep(0.002)
        return self._seen[self._version] - started


def make_client() -> LanguageClient:
    client = LanguageClient()

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams) -> None:
        return None

    return client


async def measure(folder: Path, edits: int) -> tuple[float, list[float]]:
    """The seconds to the first diagnostics, and those of each edit."""
    config = ClientServerConfig([sys.executable, "-m", "cl_lint", "server"], make_client)
    client = await config.start()
    assert isinstance(client, LanguageClient)
    started = time.perf_counter()
    typist = Typist(client, folder / "app" / "part_3.py")
    await client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities("visual-studio-code"),
            workspace_folders=[types.WorkspaceFolder(folder.as_uri(), "app")],
        )
    )
    await typist.open()
    first = time.perf_counter() - started
    times = []
    for _ in range(edits):
        await asyncio.sleep(0.3)  # a pause, as one makes to look
        times.append(await typist.edit())
    await client.shutdown_session()
    await client.stop()
    return first, times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=50)
    parser.add_argument("--edits", type=int, default=12)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        write_project(folder, options.files, 3)
        first, times = asyncio.run(measure(folder, options.edits))
    print(f"first diagnostics      {first:6.2f} s")
    print(f"an edit, median        {statistics.median(times):6.2f} s (target {TARGET})")
    print(f"an edit, least         {min(times):6.2f} s")
    print(f"an edit, most          {max(times):6.2f} s")


if __name__ == "__main__":
    main()
