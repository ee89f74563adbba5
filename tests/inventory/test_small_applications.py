"""What the inventory makes of code as people write it: each test is one behaviour, with its near twin."""

from __future__ import annotations

import pytest
from inventories import at, of_code, signs

from cl_lint.inventory import State

WRAPPER = """
import logging
import requests

log = logging.getLogger(__name__)
session = requests.Session()


def send(method, path):
    answer = session.request(method, "https://admin.api.mitel.io/2017-09-01" + path, headers={"x-mitel-app": "a"})
    answer.raise_for_status()
    return answer
"""


def test_a_handler_counts_for_the_use_it_stands_around() -> None:
    found = of_code(WRAPPER + """
def both(user_id):
    try:
        send("GET", f"/users/{user_id}")
    except requests.HTTPError as error:
        log.error("user %s: %s %s", user_id, error, dict(error.response.headers))
    send("GET", "/accounts")
""")  # fmt: skip
    by_path = {call.path: call for call in found.api_calls}
    assert by_path["/users/{userId}"].error_logged.state is State.MET
    assert by_path["/accounts"].error_logged.state is State.NOT_APPLICABLE


def test_a_branch_counts_for_the_answer_that_it_tests() -> None:
    found = of_code("""
import logging
import requests

log = logging.getLogger(__name__)


def fetch(path):
    return requests.get("https://admin.api.mitel.io/2017-09-01" + path)


def both(user_id):
    user = fetch(f"/users/{user_id}")
    if not user.ok:
        log.error("user %s: %s %s", user_id, user.status_code, user.text)
        return None
    accounts = fetch("/accounts")
    return user.json(), accounts.json()
""")
    by_path = {call.path: call for call in found.api_calls}
    assert by_path["/users/{userId}"].error_logged.state is State.MET
    assert by_path["/users/{userId}"].identifiers_logged.state is State.NOT_MET
    assert by_path["/accounts"].error_logged.state is State.NOT_APPLICABLE


def test_two_uses_of_a_wrapper_are_two_rows() -> None:
    found = of_code(WRAPPER + """
def one(user_id):
    send("GET", f"/users/{user_id}")


def other(user_id):
    send("DELETE", f"/users/{user_id}")
""")  # fmt: skip
    assert [(c.method, c.path, at(c.place)) for c in found.api_calls] == [
        ("GET", "/users/{userId}", "app.py:15"), ("DELETE", "/users/{userId}", "app.py:19"),
    ]  # fmt: skip


def test_a_wrapper_that_chooses_the_resource_is_the_place() -> None:
    found = of_code("""
import requests


def user(user_id):
    requests.get(f"https://admin.api.mitel.io/2017-09-01/users/{user_id}")


def a():
    user("1")


def b():
    user("2")
""")
    assert [(c.path, at(c.place), c.sent_at) for c in found.api_calls] == [
        ("/users/1", "app.py:6", None), ("/users/2", "app.py:6", None),
    ]  # fmt: skip


def test_an_address_from_outside_keeps_its_path() -> None:
    found = of_code("""
import os
import requests

requests.get(os.environ["MITEL_ADMIN_URL"] + "/accounts")
""")
    (call,) = found.api_calls
    assert (call.service, call.path, call.hosts) == ("", "/accounts", ("{MITEL_ADMIN_URL}",))


def test_what_is_only_printed_is_not_logged() -> None:
    found = of_code("""
import requests

try:
    requests.get("https://admin.api.mitel.io/2017-09-01/accounts").raise_for_status()
except requests.HTTPError as error:
    print(error)
""")
    (call,) = found.api_calls
    assert call.error_logged.state is State.NOT_MET
    assert call.error_logged.reason == "only shown, not logged"


def test_switched_off_logging_logs_nothing() -> None:
    code = """
import logging
import requests

{switch}
try:
    requests.get("https://admin.api.mitel.io/2017-09-01/accounts").raise_for_status()
except requests.HTTPError as error:
    logging.error("%s %s", error, error.response.headers)
"""
    off = of_code(code.format(switch="logging.disable(logging.CRITICAL)"))
    assert off.api_calls[0].error_logged.reason == "the logging of errors is switched off"
    on = of_code(code.format(switch="logging.disable(logging.INFO)"))
    assert on.api_calls[0].error_logged.state is State.MET


def test_headers_from_elsewhere_are_unknown() -> None:
    found = of_code("""
import requests


def read(headers):
    requests.get("https://admin.api.mitel.io/2017-09-01/accounts", headers=headers)
""")
    assert found.api_calls[0].identified.state is State.UNKNOWN


def test_a_call_id_counts_where_one_is_at_hand() -> None:
    code = """
import logging
import requests


def end(call_id):
    answer = requests.delete("https://media.api.mitel.io/2017-09-01/{path}")
    if answer.status_code >= 400:
        logging.error("%s %s", answer.status_code, answer.text)
"""
    about_a_call = of_code(code.replace('"https', 'f"https').replace("{path}", "calls/{call_id}"))
    assert about_a_call.api_calls[0].call_id_logged.state is State.NOT_MET
    other = of_code(code.replace("media.", "admin.").replace("{path}", "users/1"))
    assert other.api_calls[0].call_id_logged.state is State.NOT_APPLICABLE


LIMITS = [
    ("requests.get(URL)", "default", (("", None),)),
    ("requests.get(URL, timeout=10)", "call", (("", 10.0),)),
    ("requests.get(URL, timeout=(3.05, 27))", "call", (("connect", 3.05), ("read", 27.0))),
    ("requests.get(URL, timeout=None)", "call", (("", None),)),
    ("requests.get(URL, timeout=elsewhere())", "unknown", ()),
    ("def read(**given): requests.get(URL, **given)", "unknown", ()),
    ("httpx.get(URL)", "default", (("", 5.0),)),
    ("httpx.Client().get(URL)", "default", (("", 5.0),)),
    ("httpx.Client(timeout=20).get(URL)", "client", (("", 20.0),)),
    ("httpx.Client(timeout=20).get(URL, timeout=1)", "call", (("", 1.0),)),
    ("httpx.Client(timeout=httpx.Timeout(10, connect=2)).get(URL)", "client", (("", 10.0), ("connect", 2.0))),
    ("urllib.request.urlopen(URL)", "default", (("", None),)),
    ("urllib.request.urlopen(URL, None, 30)", "call", (("", 30.0),)),
]


@pytest.mark.parametrize(("call", "source", "seconds"), LIMITS, ids=[c for c, _, _ in LIMITS])
def test_time_limits(call: str, source: str, seconds: tuple[tuple[str, float | None], ...]) -> None:
    found = of_code(
        "import httpx, requests, urllib.request\nfrom other import elsewhere\n"
        f'URL = "https://admin.api.mitel.io/2017-09-01/accounts"\n{call}\n'
    )
    (row,) = found.api_calls
    assert (row.time_limit.source, row.time_limit.seconds) == (source, seconds)


def test_a_session_made_for_each_call_is_told_from_one_that_is_kept() -> None:
    anew = of_code("""
import requests


def read():
    with requests.Session() as session:
        session.get("https://admin.api.mitel.io/2017-09-01/accounts")
""")
    assert anew.api_calls[0].connection.reuse == "per-call"
    kept = of_code("""
import requests

session = requests.Session()


def read():
    session.get("https://admin.api.mitel.io/2017-09-01/accounts")
""")
    assert kept.api_calls[0].connection.reuse == "shared"


PARALLELS = [
    ("concurrent.futures.ThreadPoolExecutor(max_workers=4)", "worker pool", 4),
    ("concurrent.futures.ThreadPoolExecutor(8)", "worker pool", 8),
    ("concurrent.futures.ThreadPoolExecutor()", "worker pool", None),
    ("asyncio.Semaphore(5)", "semaphore", 5),
    ("asyncio.Semaphore()", "semaphore", 1),
    ("asyncio.gather(one(), two())", "tasks", None),
    ("httpx.Limits(max_connections=20)", "connection limit", 20),
    ("requests.adapters.HTTPAdapter(pool_maxsize=2)", "connection limit", 2),
    ("requests.adapters.HTTPAdapter()", "connection limit", 10),
]


@pytest.mark.parametrize(("call", "kind", "bound"), PARALLELS, ids=[c for c, _, _ in PARALLELS])
def test_concurrency(call: str, kind: str, bound: int | None) -> None:
    found = of_code(f"import asyncio, concurrent.futures, httpx, requests, requests.adapters\n{call}\n")
    assert [(p.kind, p.bound) for p in found.parallels] == [(kind, bound)]


def test_a_thread_class_of_the_applications_own() -> None:
    found = of_code("import threading\n\nclass Worker(threading.Thread):\n    pass\n\nWorker().start()\n")
    assert [(p.kind, p.what, at(p.place)) for p in found.parallels] == [
        ("thread", "threading.Thread", "app.py:6")
    ]


def test_the_interval_of_a_polling_loop() -> None:
    found = of_code("""
import time
import requests


def watch(account_id):
    while True:
        requests.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users").raise_for_status()
        time.sleep(30)
""")
    assert [(p.request, p.seconds, at(p.place)) for p in found.polls] == [
        ("GET admin /accounts/{accountId}/users", 30.0, "app.py:7")
    ]


def test_the_interval_of_a_repeating_task() -> None:
    found = of_code("""
import requests


def refresh(window):
    requests.get("https://presence.api.mitel.io/2017-09-01/presentities/1").raise_for_status()
    window.after(5000, refresh, window)
""")
    assert [(p.seconds, at(p.place)) for p in found.polls] == [(5.0, "app.py:7")]


def test_handlers_of_a_dictionary() -> None:
    found = of_code("""
import logging.config

logging.config.dictConfig({
    "version": 1,
    "formatters": {"line": {"format": "%(asctime)s %(message)s"}},
    "handlers": {
        "file": {
            "class": "logging.handlers.RotatingFileHandler",
            "filename": "app.log", "maxBytes": 1000000, "backupCount": 5, "level": "WARNING", "formatter": "line",
        },
        "screen": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "line"},
    },
})
""")
    assert [(h.handler, h.sink, h.target, h.settings, h.level, h.form) for h in found.log_handlers] == [
        (
            "RotatingFileHandler", "file", "app.log", (("maxBytes", "1000000"), ("backupCount", "5")), "WARNING",
            "%(asctime)s %(message)s",
        ),
        ("StreamHandler", "console", "sys.stdout", (), "", "%(asctime)s %(message)s"),
    ]  # fmt: skip


def test_structlog_says_where_it_writes() -> None:
    text = """
import logging
import requests
import structlog

structlog.configure(
    processors=[structlog.processors.TimeStamper(fmt="iso", utc=True), structlog.processors.JSONRenderer()],
    wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
    %s
)
requests.get("https://admin.api.mitel.io/2017-09-01/users", timeout=5).raise_for_status()
"""
    for factory, told in (
        ("", ("PrintLogger", "console", "sys.stdout")),
        ("logger_factory=structlog.stdlib.LoggerFactory(),", ("logging", "logging", "")),
        (
            'logger_factory=structlog.WriteLoggerFactory(file=open("a.log", "a")),',
            ("WriteLogger", "file", "a.log"),
        ),
    ):
        (handler,) = of_code(text % factory).log_handlers
        assert (handler.handler, handler.sink, handler.target) == told
        assert (handler.level, handler.clock, handler.form) == ("WARNING", "utc", "JSONRenderer")


def test_a_sink_of_loguru() -> None:
    found = of_code("""
import sys
from loguru import logger

logger.add("app.log", rotation="10 MB", retention="90 days", level="INFO", format="{time} {message}")
logger.add(sys.stderr)
""")
    rows = [(h.library, h.sink, h.target, h.settings, h.level) for h in found.log_handlers]
    assert rows == [
        ("loguru", "file", "app.log", (("rotation", "10 MB"), ("retention", "90 days")), "INFO"),
        ("loguru", "console", "sys.stderr", (), ""),
    ]


def test_a_suppressed_cross_is_waived() -> None:
    from cl_lint.findings import Verdicts
    from cl_lint.inventory import build_inventory

    code = """
import requests

requests.get("https://admin.api.mitel.io/2017-09-01/accounts")
"""
    from dataclasses import replace

    from inventories import judged
    from judging import made

    app = made(code)
    verdicts = judged(app)
    open_row = build_inventory(app, verdicts).api_calls[0]
    assert (open_row.response_checked.state, open_row.response_checked.waived) == (State.NOT_MET, False)
    waived = Verdicts([replace(f, suppressed=True) for f in verdicts.findings])
    row = build_inventory(app, waived).api_calls[0]
    assert (row.response_checked.state, row.response_checked.waived) == (State.NOT_MET, True)
    assert signs(row).split()[0] == "n"


def test_an_application_without_calls_has_an_empty_inventory() -> None:
    found = of_code("print('hello')\n")
    assert (found.api_calls, found.sign_ins, found.retries, found.services) == ((), (), (), ())
