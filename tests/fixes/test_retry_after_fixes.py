"""CL304: the wait of a loop heeds `Retry-After`."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.fixes.projects import mended

HELPER = '''

def requested_wait(response, least):
    """Seconds to wait: what the service asks for, and no fewer than `least`."""
    asked = response.headers.get("Retry-After") or ""
    return max(least, float(asked)) if asked.isdecimal() else least
'''
HEAD = "import time\n\nimport requests\n"
URL = '"https://admin.api.mitel.io/2017-09-01/accounts"'
CHECKED = """

def read(headers):
    for attempt in range(4):
        response = requests.get(URL, headers=headers, timeout=9)
        if response.status_code != 429:
            break
        time.sleep(WAIT)  # then again
    response.raise_for_status()
    return response.json()
""".replace("URL", URL)
CAUGHT = """

def read(headers):
    for attempt in range(4):
        try:
            response = requests.get(URL, headers=headers, timeout=9)
            response.raise_for_status()
            return response.json()
        except requests.HTTPError as error:
            if error.response.status_code != 429:
                raise
            time.sleep(WAIT)
    raise RuntimeError("gone")
""".replace("URL", URL)
ASYNC = """import asyncio

import httpx
HELPER

class Accounts:
    async def read(self, client: httpx.AsyncClient, headers):
        for attempt in range(4):
            answer = await client.get(URL, headers=headers)
            if answer.status_code == 429:
                await asyncio.sleep(WAIT)
                continue
            answer.raise_for_status()
            return answer.json()
        raise RuntimeError("gone")
""".replace("URL", URL)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            HEAD + CHECKED.replace("WAIT", "5"),
            HEAD + HELPER + CHECKED.replace("WAIT", "requested_wait(response, 5)"),
            id="status",
        ),
        pytest.param(
            HEAD + CHECKED.replace("WAIT", "2 * 2**attempt"),
            HEAD + HELPER + CHECKED.replace("WAIT", "requested_wait(response, 2 * 2**attempt)"),
            id="formula",
        ),
        pytest.param(
            HEAD + CAUGHT.replace("WAIT", "3"),
            HEAD + HELPER + CAUGHT.replace("WAIT", "requested_wait(error.response, 3)"),
            id="error",
        ),
        pytest.param(
            ASYNC.replace("HELPER", "").replace("WAIT", "3"),
            ASYNC.replace("HELPER", HELPER).replace("WAIT", "requested_wait(answer, 3)"),
            id="async",
        ),
    ],
)
def test_the_larger_of_both_is_waited(tmp_path: Path, old: str, new: str) -> None:
    assert mended(tmp_path, old, "CL304")[0].decode() == old
    assert mended(tmp_path, old, "CL304", unsafe=True)[0].decode() == new


def test_line_ends_and_tabs_stay(tmp_path: Path) -> None:
    def written(text: str) -> bytes:
        return text.replace("    ", "\t").replace("\n", "\r\n").encode()

    old = written(HEAD + CHECKED.replace("WAIT", "5"))
    new = written(HEAD + HELPER + CHECKED.replace("WAIT", "requested_wait(response, 5)"))
    assert mended(tmp_path, old, "CL304", unsafe=True)[0] == new


def test_two_loops_share_the_helper(tmp_path: Path) -> None:
    loop = CHECKED.replace("WAIT", "5")
    text = HEAD + loop + loop.replace("read", "again")
    new, done = mended(tmp_path, text, "CL304", unsafe=True)
    assert len(done.findings) == 2
    assert new.count(b"def requested_wait") == 1
    assert new.count(b"time.sleep(requested_wait(response, 5))") == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            CHECKED.replace("        time", "        response = None\n        time"),
            id="bound to another value",
        ),
        pytest.param(CHECKED.replace("attempt in", "requested_wait in"), id="the name is taken"),
        pytest.param(
            CHECKED.replace("        time", "        if attempt:\n            time.sleep(9)\n        time"),
            id="two waits",
        ),
    ],
)
def test_what_is_not_certain_is_left(tmp_path: Path, text: str) -> None:
    text = HEAD + text.replace("WAIT", "5")
    assert mended(tmp_path, text, "CL304", unsafe=True)[0].decode() == text


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 5),
        ({"Retry-After": "30"}, 30),
        ({"Retry-After": "0"}, 5),
        ({"Retry-After": "-1"}, 5),
        ({"Retry-After": "\u00b2"}, 5),
        ({"Retry-After": "Fri, 31 Dec 1999 23:59:59 GMT"}, 5),
    ],
)
def test_the_helper_waits(headers: dict[str, str], seconds: float) -> None:
    names: dict[str, object] = {}
    exec(HELPER, names)
    helper = names["requested_wait"]
    assert callable(helper)
    assert helper(SimpleNamespace(headers=headers), 5) == seconds
