"""`cl-lint server` as an editor starts it."""

from __future__ import annotations

import json
import subprocess
import sys

WITHOUT = "import sys; sys.modules['pygls'] = None; sys.argv = ['cl-lint', 'server']; import cl_lint.cli as c; c.main()"


def message(**content: object) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **content}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def serve(data: bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "cl_lint", "server", *options]
    return subprocess.run(command, input=data, capture_output=True, timeout=60, check=False)


def test_without_pygls_it_says_what_to_install():
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == "error: the language server needs pygls: pip install 'cl-lint[server]'\n"


def test_it_ends_as_the_protocol_wants():
    hello = message(
        id=1, method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}}
    )
    done = serve(
        hello
        + message(method="initialized", params={})
        + message(id=2, method="shutdown")
        + message(method="exit"),
        "--stdio",
    )
    assert done.returncode == 0
    assert b'"name": "cl-lint"' in done.stdout
    assert done.stdout.startswith(b"Content-Length: ")
    assert b"Traceback" not in done.stderr


def test_it_ends_when_the_editor_is_gone():
    hello = message(
        id=1, method="initialize", params={"processId": None, "rootUri": None, "capabilities": {}}
    )
    done = serve(hello + message(method="initialized", params={}))
    assert b'"id": 1' in done.stdout
    assert b"Traceback" not in done.stderr
