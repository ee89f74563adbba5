"""The server in the process of the tests, with an editor that speaks the protocol by hand."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from cl_lint.server import language_server
from cl_lint.server.analysis import Analysis

UNCHECKED = 'import requests\n\nusers = requests.get("https://admin.api.mitel.io/2017-09-01/users").json()\n'
Message = dict[str, Any]


class Wire:
    """Both ends of a conversation with a server."""

    def __init__(self) -> None:
        to_server, self._out = _pipe()
        self._in, from_server = _pipe()
        server = language_server.make_server()
        self._thread = threading.Thread(target=server.start_io, args=(to_server, from_server), daemon=True)
        self._thread.start()
        self._number = 0

    def send(self, method: str, params: object = None) -> None:
        self._write({"method": method, "params": params})

    def ask(self, method: str, params: object = None) -> Any:
        """The answer to a request."""
        self._number += 1
        self._write({"id": self._number, "method": method, "params": params})
        return self.next(lambda message: message.get("id") == self._number and "method" not in message)[
            "result"
        ]

    def next(self, wanted: Callable[[Message], bool]) -> Message:
        """The next message from the server that is wanted; others are passed over."""
        while True:
            size = 0
            while line := self._in.readline().strip():
                if line.startswith(b"Content-Length: "):
                    size = int(line.split()[1])
            message: Message = json.loads(self._in.read(size))
            if wanted(message):
                return message

    def diagnostics(self, uri: str) -> list[Message]:
        """What is shown next for a document."""
        message = self.next(
            lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"]["uri"] == uri
        )
        found: list[Message] = message["params"]["diagnostics"]
        return found

    def end(self) -> None:
        self.ask("shutdown")
        self.send("exit")
        self._thread.join(30)
        assert not self._thread.is_alive()

    def _write(self, content: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **content}).encode()
        self._out.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._out.flush()


def _pipe() -> tuple[BinaryIO, BinaryIO]:
    reading, writing = os.pipe()
    return os.fdopen(reading, "rb"), os.fdopen(writing, "wb")


@pytest.fixture
def wire(tmp_path: Path) -> Iterator[Wire]:
    """A conversation about the test's folder, with a client that can do next to nothing."""
    made = Wire()
    answer = made.ask(
        "initialize",
        {
            "processId": None,
            "rootUri": tmp_path.as_uri(),
            "capabilities": {"general": {"positionEncodings": ["utf-8"]}},
        },
    )
    assert answer["capabilities"]["positionEncoding"] == "utf-8"
    made.send("initialized", {})
    yield made
    made.end()


def opened(wire: Wire, uri: str, text: str) -> None:
    document = {"uri": uri, "languageId": "python", "version": 1, "text": text}
    wire.send("textDocument/didOpen", {"textDocument": document})


def test_a_client_that_knows_the_least(wire, tmp_path):
    uri = (tmp_path / "users.py").as_uri()
    opened(wire, uri, UNCHECKED.replace("users =", "ü ="))
    (finding, *_) = [each for each in wire.diagnostics(uri) if each["code"] == "CL305"]
    assert finding["range"]["start"] == {"line": 2, "character": 5}  # in UTF-8
    assert "relatedInformation" not in finding
    here = {"textDocument": {"uri": uri}, "position": finding["range"]["start"]}
    assert "## How to fix" in wire.ask("textDocument/hover", here)["contents"]["value"]
    actions = wire.ask(
        "textDocument/codeAction",
        {"textDocument": {"uri": uri}, "range": finding["range"], "context": {"diagnostics": []}},
    )
    edits = [action["edit"] for action in actions if "CL305" in action["title"]]
    (edit,) = edits[-1]["changes"][uri]  # this client takes no edits of a version
    assert edit["newText"] == "  # cl-lint: ignore[CL305] -- "
    wire.send("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert wire.diagnostics(uri) == []
    assert wire.ask("textDocument/hover", {**here, "textDocument": {"uri": "file:///elsewhere.py"}}) is None


def test_a_defect_is_told_and_the_next_edit_tried(wire, tmp_path, monkeypatch):
    uri = (tmp_path / "users.py").as_uri()
    run = Analysis.run

    def broken(self: Analysis, *arguments: Any) -> Any:
        monkeypatch.setattr(Analysis, "run", run)
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr(Analysis, "run", broken)
    opened(wire, uri, UNCHECKED)
    told = wire.next(lambda message: message.get("method") == "window/showMessage")
    assert "defect of cl-lint" in told["params"]["message"]
    change = {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": f"#\n{UNCHECKED}"}]}
    wire.send("textDocument/didChange", change)
    assert "CL305" in [each["code"] for each in wire.diagnostics(uri)]
