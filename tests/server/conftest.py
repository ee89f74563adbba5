"""One server for all tests of a file; each test works in a folder of its own."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import pytest_lsp
from editing import CAPABILITIES, Editor, make_client
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

COMMAND = [sys.executable, "-m", "cl_lint", "server"]


@pytest_lsp.fixture(config=ClientServerConfig(COMMAND, make_client), scope="module")
async def client(lsp_client: LanguageClient) -> AsyncIterator[None]:
    await lsp_client.initialize_session(types.InitializeParams(capabilities=CAPABILITIES))
    yield
    await lsp_client.shutdown_session()


@pytest_asyncio.fixture(loop_scope="module")
async def editor(client: LanguageClient, tmp_path: Path) -> AsyncIterator[Editor]:
    """The editor with the test's folder open in it."""
    client.diagnostics.clear()
    client.messages.clear()
    made = Editor(client)
    await made.add_folder(tmp_path)
    yield made
    await made.remove_folder(tmp_path)


@pytest.fixture
def anywhere() -> types.Range:
    """A range that holds every document."""
    return types.Range(types.Position(0, 0), types.Position(100_000, 0))
