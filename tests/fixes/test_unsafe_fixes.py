"""Fixes that a person should look at: figures of retries, and checks of responses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.projects import mended

LOOP = """import time

import requests

{constants}
def read(headers):
    for attempt in range({tries}):
        try:
            response = requests.get("https://admin.api.mitel.io/2017-09-01/accounts", headers=headers, timeout=9)
        except requests.ConnectionError:
            {wait}  # then again
        else:
            response.raise_for_status()
            return response.json()
    raise RuntimeError("gone")
"""


def loop(tries: str = "3", wait: str = "time.sleep(3)", constants: str = "") -> str:
    return LOOP.format(tries=tries, wait=wait, constants=constants)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(loop(wait="time.sleep(0.5)"), loop(wait="time.sleep(2)"), id="number"),
        pytest.param(
            loop(wait="time.sleep(2**attempt)"), loop(wait="time.sleep(max(2, 2**attempt))"), id="formula"
        ),
        pytest.param(
            loop(wait="time.sleep(PAUSE)", constants="PAUSE = 1\n"),
            loop(wait="time.sleep(max(2, PAUSE))", constants="PAUSE = 1\n"),
            id="name",
        ),
    ],
)
def test_a_delay_is_raised_to_the_policy(tmp_path: Path, old: str, new: str) -> None:
    assert mended(tmp_path, old, "CL301")[0].decode() == old
    assert mended(tmp_path, old, "CL301", unsafe=True)[0].decode() == new


def test_the_policy_is_the_applications(tmp_path: Path) -> None:
    settings = "[policy]\nmin-retry-delay = 7.5\nmax-retries = 2\n"
    new, _ = mended(tmp_path, loop(wait="time.sleep(0.5)"), "CL301", unsafe=True, settings=settings)
    assert new.decode() == loop(wait="time.sleep(7.5)")
    new, _ = mended(tmp_path, loop(tries="9"), "CL302", unsafe=True, settings=settings)
    assert new.decode() == loop(tries="3")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(loop("9"), loop("6"), id="range"),
        pytest.param(loop("1, 9"), loop("1, 7"), id="range from one"),
        pytest.param(
            loop("TRIES", constants="TRIES = 9\n"), loop("TRIES", constants="TRIES = 6\n"), id="constant"
        ),
    ],
)
def test_a_bound_is_lowered_to_the_policy(tmp_path: Path, old: str, new: str) -> None:
    assert mended(tmp_path, old, "CL302", unsafe=True)[0].decode() == new


URL = '"https://chat.api.mitel.io/2017-09-01/conversations"'
CALLS = [
    pytest.param(
        f"answer = requests.get({URL}, timeout=9)  # all\n    return answer.json()",
        f"answer = requests.get({URL}, timeout=9)  # all\n    answer.raise_for_status()\n    return answer.json()",
        id="named",
    ),
    pytest.param(
        f"return requests.get(  # all\n        {URL},\n        timeout=9,\n    ).json()",
        f"response = requests.get(  # all\n        {URL},\n        timeout=9,\n    )\n"
        "    response.raise_for_status()\n    return response.json()",
        id="returned",
    ),
    pytest.param(
        f"requests.post({URL}, timeout=9)",
        f"requests.post({URL}, timeout=9).raise_for_status()",
        id="dropped",
    ),
    pytest.param(
        f"answer = requests.get({URL}, timeout=9); return answer.json()",
        f"answer = requests.get({URL}, timeout=9); answer.raise_for_status(); return answer.json()",
        id="on one line",
    ),
]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(("old", "new"), CALLS)
def test_a_check_is_added(tmp_path: Path, old: str, new: str, ends: str) -> None:
    head = "import requests\n\n\ndef read():\n    "
    text = (head + old + "\n").replace("\n", ends)
    assert mended(tmp_path, text, "CL305")[0].decode() == text
    assert mended(tmp_path, text, "CL305", unsafe=True)[0].decode() == (head + new + "\n").replace("\n", ends)


def test_another_client_is_left_alone(tmp_path: Path) -> None:
    text = f"import urllib3\n\n\ndef read():\n    return urllib3.PoolManager().request('GET', {URL}, timeout=9).json()\n"
    assert mended(tmp_path, text, "CL305", unsafe=True)[0].decode() == text


HELPER = '''

def cloudlink_identifiers(failed):
    """What support asks for, of a response or of an error that has one."""
    response = getattr(failed, "response", failed)
    headers = getattr(response, "headers", None) or {}
    return {
        "correlation_id": headers.get("x-mitel-correlation-id"),
        "request_id": headers.get("x-amzn-requestId"),
    }

'''
LOGGED = """import logging

import requests
{helper}
log = logging.getLogger(__name__)


def read(account_id):
    try:
        response = requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{{account_id}}", timeout=9)
        response.raise_for_status()
    except requests.RequestException as error:
        log.error("account %s: %s", account_id, error{more})  # told


def write(account_id):
    response = requests.put(f"https://admin.api.mitel.io/2017-09-01/accounts/{{account_id}}", timeout=9)
    if response.status_code >= 400:
        log.error("account %s: %s %s", account_id, response.status_code, response.text{rest})
"""


def test_identifiers_reach_the_log_by_one_helper(tmp_path: Path) -> None:
    old = LOGGED.format(helper="", more="", rest="")
    new = LOGGED.format(
        helper=HELPER,
        more=", extra=cloudlink_identifiers(error)",
        rest=", extra=cloudlink_identifiers(response)",
    )
    assert mended(tmp_path, old, "CL102")[0].decode() == old
    assert mended(tmp_path, old, "CL102", unsafe=True)[0].decode() == new


def test_a_helper_of_the_name_counts_only_if_it_does_the_same(tmp_path: Path) -> None:
    own = LOGGED.format(helper=HELPER.replace('"', "'").replace("'''", '"""'), more="", rest="")
    new, done = mended(tmp_path, own, "CL102", unsafe=True)
    assert len(done.findings) == 2
    assert new.count(b"def cloudlink_identifiers") == 1
    other = LOGGED.format(helper=HELPER.replace("x-amzn-requestId", "x-request"), more="", rest="")
    assert mended(tmp_path, other, "CL102", unsafe=True)[0].decode() == other


@pytest.mark.parametrize(
    ("imports", "logger", "old", "new"),
    [
        pytest.param(
            "from loguru import logger",
            "log = logger.bind(app='rooms')",
            'log.error("{}", error)',
            'log.bind(**cloudlink_identifiers(error)).error("{}", error)',
            id="loguru",
        ),
        pytest.param(
            "import structlog",
            "log = structlog.get_logger()",
            'log.error("not_read", error=str(error))',
            'log.error("not_read", error=str(error), **cloudlink_identifiers(error))',
            id="structlog",
        ),
        pytest.param(
            "import structlog",
            "log = structlog.stdlib.get_logger().bind(x=1)",
            'log.error("not_read", error=str(error), **ids)',
            'log.bind(**cloudlink_identifiers(error)).error("not_read", error=str(error), **ids)',
            id="structlog with more",
        ),
        pytest.param(
            "import logging",
            "log = logging.getLogger()",
            'log.error("%s", error, extra={"account": account_id})',
            'log.error("%s", error, extra={"account": account_id, **cloudlink_identifiers(error)})',
            id="extra",
        ),
        pytest.param(
            "import logging",
            "log = logging.getLogger()",
            'log.error("%s", error, extra=ids)',
            'log.error("%s", error, extra={**ids, **cloudlink_identifiers(error)})',
            id="extra by name",
        ),
        pytest.param(
            "import logbook",
            "log = logbook.Logger()",
            'log.error("{}", error)',
            'log.error("{}", error)',
            id="a logger that takes none",
        ),
    ],
)
def test_identifiers_as_each_library_takes_them(
    tmp_path: Path, imports: str, logger: str, old: str, new: str
) -> None:
    def text(helper: str, line: str) -> str:
        made = LOGGED.format(helper=helper, more="", rest="").split("\n\n\ndef write")[0] + "\n"
        made = made.replace("import logging", imports).replace("log = logging.getLogger(__name__)", logger)
        made = made.replace("    try:", '    ids = {"a": account_id}\n    try:')
        return made.replace('log.error("account %s: %s", account_id, error)', line)

    is_made = new != old
    fixed, _ = mended(tmp_path, text("", old), "CL102", unsafe=True)
    assert fixed.decode() == text(HELPER if is_made else "", new)
    assert mended(tmp_path, text("", old), "CL102")[0].decode() == text("", old)


def test_an_error_without_a_name_is_given_one(tmp_path: Path) -> None:
    old = LOGGED.format(helper="", more="", rest="").replace(" as error:", ":")
    old = old.replace('log.error("account %s: %s", account_id, error)', "log.exception('%s', account_id)")
    new, _ = mended(tmp_path, old, "CL102", unsafe=True)
    assert b"except requests.RequestException as error:\n" in new
    assert b"log.exception('%s', account_id, extra=cloudlink_identifiers(error))  # told\n" in new


DETAIL = '''

def cloudlink_detail(failed):
    """The code and the message of a response, or of an error that may have one."""
    response = getattr(failed, "response", failed)
    status = getattr(response, "status_code", getattr(response, "status", None))
    reason = getattr(response, "reason", None) or getattr(response, "reason_phrase", None)
    return {"status": status, "detail": reason or str(failed)}

'''
HELD = """import logging

import requests
{helper}
log = logging.getLogger(__name__)


def hold(event):
    response = requests.put(f"https://media.api.mitel.io/2017-09-01/calls/{{event['callId']}}", timeout=9)
    if not response.ok:
        log.error("user %s: %s", event["user"], {told})  # told


def drop(event, call_id):
    try:
        requests.delete(f"https://media.api.mitel.io/2017-09-01/calls/{{call_id}}", timeout=9).raise_for_status()
    except requests.HTTPError as error:
        log.error("user %s: %s", event["user"], {error})
"""


def test_code_and_message_reach_the_log(tmp_path: Path) -> None:
    old = HELD.format(helper="", told="response.headers", error="error.response.headers")
    new = HELD.format(
        helper=DETAIL,
        told="response.headers, extra=cloudlink_detail(response)",
        error="error.response.headers, extra=cloudlink_detail(error)",
    )
    assert mended(tmp_path, old, "CL103")[0].decode() == old
    assert mended(tmp_path, old, "CL103", unsafe=True)[0].decode() == new


def test_the_call_id_at_hand_reaches_the_log(tmp_path: Path) -> None:
    old = HELD.format(helper="", told="response.headers", error="error.response.headers")
    new = HELD.format(
        helper="",
        told="response.headers, extra={\"call_id\": event['callId']}",
        error='error.response.headers, extra={"call_id": call_id}',
    )
    assert mended(tmp_path, old, "CL105")[0].decode() == old
    assert mended(tmp_path, old, "CL105", unsafe=True)[0].decode() == new
