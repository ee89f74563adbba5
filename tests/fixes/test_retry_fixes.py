"""Retries without a wait get one, and retries without an end."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.projects import mended

URL = '"https://admin.api.mitel.io/2017-09-01/accounts"'
LOOP = f"""import time

import requests


def read():
    {{loop}}:  # again
        try:
            answer = requests.get({URL}, timeout=9)
        except requests.ConnectionError:
            # soon{{bound}}
            time.sleep(2)
            continue
        answer.raise_for_status()
        return answer.json()
"""
BOUND = "\n            if {name} == 5:\n                raise"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("loop", "name", "more"),
    [
        pytest.param("while True", "attempt", "", id="while"),
        pytest.param("while 1", "tried", "\n\nattempt = 1\n", id="a name that is free"),
        pytest.param("for number in count()", "number", "\n\nfrom itertools import count\n", id="count"),
    ],
)
def test_a_loop_without_end(tmp_path: Path, loop: str, name: str, more: str, ends: str) -> None:
    old = (LOOP.format(loop=loop, bound="") + more).replace("\n", ends)
    bounded = "for " + name + " in range(6)"
    new = (LOOP.format(loop=bounded, bound=BOUND.format(name=name)) + more).replace("\n", ends)
    assert mended(tmp_path, old, "CL302", unsafe=True)[0].decode() == new
    assert mended(tmp_path, old, "CL302")[0].decode() == old


def test_a_loop_that_goes_on_for_another_reason_is_left(tmp_path: Path) -> None:
    text = LOOP.format(loop="while True", bound="")
    text = text.replace(
        "        answer.raise",
        "        if answer.status_code == 503:\n            time.sleep(2)\n            continue\n        answer.raise",
    )
    assert mended(tmp_path, text, "CL302", unsafe=True)[0].decode() == text


UNBOUND = f"""import {{library}}
import requests


@{{maker}}({{given}}{{bound}})
def read():
    requests.get({URL}, timeout=9).raise_for_status()
"""


@pytest.mark.parametrize(
    ("library", "maker", "given", "bound"),
    [
        (
            "tenacity",
            "tenacity.retry",
            "wait=tenacity.wait_fixed(3), retry=tenacity.retry_if_exception_type(requests.Timeout)",
            "stop=tenacity.stop_after_attempt(6)",
        ),
        (
            "backoff",
            "backoff.on_exception",
            "backoff.constant, requests.Timeout, interval=3, jitter=None",
            "max_tries=6",
        ),
        ("stamina", "stamina.retry", "on=requests.Timeout, wait_initial=3, wait_jitter=0", "attempts=6"),
        ("retrying", "retrying.retry", "wait_fixed=3000", "stop_max_attempt_number=6"),
    ],
)
def test_a_library_that_is_given_no_bound(
    tmp_path: Path, library: str, maker: str, given: str, bound: str
) -> None:
    old = UNBOUND.format(library=library, maker=maker, given=given, bound="")
    new = UNBOUND.format(library=library, maker=maker, given=given, bound=f", {bound}")
    assert mended(tmp_path, old, "CL302", unsafe=True)[0].decode() == new
    assert mended(tmp_path, old, "CL302")[0].decode() == old


HASTY = f"""{{imports}}

{{head}}
    for attempt in range(3):
        try:
            answer = requests.get({URL}, timeout=9)
            answer.raise_for_status()
            return answer.json()
        except requests.ConnectionError:
{{body}}
    raise RuntimeError("gone")
"""


@pytest.mark.parametrize(
    ("imports", "head", "old", "added", "new"),
    [
        (
            "import requests\n",
            "def read():",
            "continue",
            "import time\n",
            "time.sleep(2)\n            continue",
        ),
        ("from time import sleep\n\nimport requests\n", "def read():", "pass  # on", "", "sleep(2)  # on"),
        (
            "import requests\n",
            "async def read():",
            "note = 1  # on",
            "import asyncio\n",
            "note = 1  # on\n            await asyncio.sleep(2)",
        ),
        (
            "import requests\nimport trio\n",
            "async def read():",
            "continue",
            "",
            "await trio.sleep(2)\n            continue",
        ),
    ],
    ids=["time", "sleep for a pass", "asyncio", "trio"],
)
def test_a_loop_that_does_not_wait(
    tmp_path: Path, imports: str, head: str, old: str, added: str, new: str
) -> None:
    before = HASTY.format(imports=imports, head=head, body=f"            {old}")
    after = HASTY.format(imports=imports + added, head=head, body=f"            {new}")
    assert mended(tmp_path, before, "CL301", unsafe=True)[0].decode() == after
    assert mended(tmp_path, before, "CL301")[0].decode() == before


TENACITY = f"""import requests
import tenacity


@tenacity.retry(
    stop=tenacity.stop_after_attempt(3),
    retry=tenacity.retry_if_exception_type(requests.ConnectionError),{{wait}}
)
def read():
    answer = requests.get({URL}, timeout=9)
    answer.raise_for_status()
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "\n    wait=tenacity.wait_fixed(2),"),
        (
            "\n    wait=tenacity.wait_random_exponential(max=9),  # kept",
            "\n    wait=tenacity.wait_fixed(2) + tenacity.wait_random_exponential(max=9),  # kept",
        ),
    ],
    ids=["none", "jitter"],
)
def test_tenacity_waits(tmp_path: Path, old: str, new: str) -> None:
    text, _ = mended(tmp_path, TENACITY.format(wait=old), "CL301", unsafe=True)
    assert text.decode() == TENACITY.format(wait=new)
