"""What the retry libraries do with a request: least delay, most retries, what they retry."""

from __future__ import annotations

import pytest
from snippets import application

from cl_lint.concepts.retries import RetryPolicy

UNBOUNDED = None
DECORATED = """
import httpx
import requests
{imports}

{decorator}
def users(headers):
    resp = requests.get("https://admin.api.mitel.io/2017-09-01/users", headers=headers, timeout=5)
    resp.raise_for_status()
    return resp.json()
"""
CLIENT = """
import aiohttp, httpx, requests, urllib3
{imports}

def users(headers):
    {client}
    return {call}
"""
URL = '"https://admin.api.mitel.io/2017-09-01/users"'
TRANSPORT = "(requests.ConnectionError, requests.Timeout)"
TENACITY = "import tenacity as t"
CELERY = "from celery import shared_task"


def only_policy(text: str) -> RetryPolicy:
    policies = application({"app.py": text}).retries
    assert len(policies) == 1, policies
    return policies[0]


DECORATORS: dict[str, tuple[str, str, float, int | None]] = {
    "tenacity": (TENACITY, "@t.retry", 0, UNBOUNDED),
    "tenacity-attempts": (TENACITY, "@t.retry(stop=t.stop_after_attempt(6), wait=t.wait_fixed(2))", 2, 5),
    "tenacity-exponential": (
        TENACITY,
        "@t.retry(stop=t.stop_after_attempt(3), wait=t.wait_exponential())",
        1,
        2,
    ),
    "tenacity-floor": (
        TENACITY,
        "@t.retry(stop=t.stop_after_attempt(3), wait=t.wait_exponential(min=4))",
        4,
        2,
    ),
    "tenacity-sum": (
        TENACITY,
        "@t.retry(stop=t.stop_after_attempt(3), wait=t.wait_fixed(1) + t.wait_random(1, 2))",
        2,
        2,
    ),
    "tenacity-chain": (
        TENACITY,
        "@t.retry(stop=t.stop_after_attempt(3), wait=t.wait_chain(t.wait_fixed(3), t.wait_fixed(1)))",
        1,
        2,
    ),
    "tenacity-either": (
        TENACITY,
        "@t.retry(stop=t.stop_after_attempt(4) | t.stop_after_delay(5), wait=t.wait_fixed(2))",
        2,
        3,
    ),
    "tenacity-both": (
        TENACITY,
        "@t.retry(stop=t.stop_after_attempt(4) & t.stop_after_delay(20), wait=t.wait_fixed(2))",
        2,
        10,
    ),
    "backoff": ("import backoff", f"@backoff.on_exception(backoff.expo, {TRANSPORT})", 0, UNBOUNDED),
    "backoff-no-jitter": (
        "import backoff",
        f"@backoff.on_exception(backoff.expo, {TRANSPORT}, factor=2, jitter=None, max_tries=6)",
        2,
        5,
    ),
    "backoff-fibo": (
        "import backoff",
        f"@backoff.on_exception(backoff.fibo, {TRANSPORT}, jitter=None, max_tries=3)",
        1,
        2,
    ),
    "backoff-intervals": (
        "import backoff",
        f"@backoff.on_exception(backoff.constant, {TRANSPORT}, interval=[3, 6], jitter=None)",
        3,
        2,
    ),
    "stamina": ("import stamina", f"@stamina.retry(on={TRANSPORT}, timeout=None)", 0.1, 9),
    "stamina-first": ("import stamina", f"@stamina.retry(on={TRANSPORT}, attempts=3, wait_initial=2)", 2, 2),
    "retrying": ("from retrying import retry", "@retry", 0, UNBOUNDED),
    "retrying-milliseconds": (
        "from retrying import retry",
        "@retry(wait_exponential_multiplier=1000, stop_max_attempt_number=4)",
        2,
        3,
    ),
    "retry": ("from retry import retry", "@retry()", 0, UNBOUNDED),
    "retry-first-not-capped": (
        "from retry import retry",
        f"@retry({TRANSPORT}, tries=3, delay=9, max_delay=2)",
        2,
        2,
    ),
    "opnieuw": (
        "from opnieuw import retry",
        f"@retry(retry_on_exceptions={TRANSPORT}, max_calls_total=3, retry_window_after_first_call_in_seconds=9)",
        0,
        2,
    ),
    "google": ("from google.api_core.retry import Retry", "@Retry()", 0, UNBOUNDED),
    "celery-jitter": (CELERY, f"@shared_task(autoretry_for={TRANSPORT}, retry_backoff=True)", 0, 3),
    "celery-backoff": (
        CELERY,
        f"@shared_task(autoretry_for={TRANSPORT}, retry_backoff=2.9, retry_jitter=False, max_retries=5)",
        2,
        5,
    ),
    "celery-default": (CELERY, f"@shared_task(autoretry_for={TRANSPORT})", 180, 3),
    "celery-kwargs": (
        CELERY,
        f'@shared_task(autoretry_for={TRANSPORT}, max_retries=2, retry_kwargs={{"max_retries": 7, "countdown": 5}})',
        5,
        7,
    ),
    "dramatiq": ("import dramatiq", "@dramatiq.actor(min_backoff=5000)", 5, 20),
    "dramatiq-half": (
        "import dramatiq",
        "@dramatiq.actor(max_retries=3, min_backoff=1000, max_backoff=1600)",
        0.8,
        3,
    ),
    "huey": (
        "from huey import RedisHuey\nhuey = RedisHuey()",
        "@huey.task(retries=4, retry_delay=30)",
        30,
        4,
    ),
}


@pytest.mark.parametrize(("imports", "decorator", "delay", "retries"), DECORATORS.values(), ids=DECORATORS)
def test_a_decorator_retries_as_its_library_does(
    imports: str, decorator: str, delay: float, retries: int | None
) -> None:
    policy = only_policy(DECORATED.format(imports=imports, decorator=decorator))
    assert policy.least_delay == pytest.approx(delay)
    assert policy.retries == retries


QUIET = {
    "celery": (CELERY, "@shared_task(bind=True)"),
    "dramatiq": ("import dramatiq", "@dramatiq.actor"),
    "huey": ("from huey import RedisHuey\nhuey = RedisHuey()", "@huey.task()"),
}


@pytest.mark.parametrize(("imports", "decorator"), QUIET.values(), ids=QUIET)
def test_a_task_that_asks_for_no_retries_has_none(imports: str, decorator: str) -> None:
    text = DECORATED.format(imports=imports, decorator=decorator).replace("(headers)", "(self, headers)")
    assert application({"app.py": text}).retries == ()


ADAPTER = "from requests.adapters import HTTPAdapter, Retry"
SLOW = (
    ADAPTER
    + "\nclass Slow(Retry):\n    def get_backoff_time(self):\n        return max(2, super().get_backoff_time())"
)
SESSION = 's = requests.Session(); s.mount("https://", HTTPAdapter(max_retries={}))'
CLIENTS: dict[str, tuple[str, str, str, float, int, set[int]]] = {
    "adapter-number": (ADAPTER, SESSION.format("3"), f"s.get({URL})", 0, 3, set()),
    "urllib3-first-at-once": (
        ADAPTER,
        SESSION.format("Retry(total=4, backoff_factor=9, status_forcelist=[500, 503])"),
        f"s.get({URL})",
        0,
        4,
        {500, 503},
    ),
    "urllib3-post": (
        ADAPTER,
        SESSION.format("Retry(total=4, status_forcelist=[500])"),
        f"s.post({URL})",
        0,
        4,
        set(),
    ),
    "urllib3-any-method": (
        ADAPTER,
        SESSION.format("Retry(total=4, status_forcelist=[500], allowed_methods=None)"),
        f"s.post({URL})",
        0,
        4,
        {500},
    ),
    "urllib3-subclass": (
        SLOW,
        SESSION.format("Slow(total=5, status_forcelist=[504])"),
        f"s.get({URL})",
        2,
        5,
        {504},
    ),
    "pool": ("", "p = urllib3.PoolManager(retries=2)", f'p.request("GET", {URL})', 0, 2, set()),
    "httpx-transport": (
        "",
        "c = httpx.Client(transport=httpx.HTTPTransport(retries=2))",
        f"c.get({URL})",
        0,
        2,
        set(),
    ),
    "httpx-retries": (
        "from httpx_retries import RetryTransport",
        "c = httpx.Client(transport=RetryTransport())",
        f"c.get({URL})",
        0,
        10,
        {429, 502, 503, 504},
    ),
    "httpx-retry": (
        "from httpx_retry import RetryPolicy, RetryTransport",
        "c = httpx.Client(transport=RetryTransport(policy=RetryPolicy().with_max_retries(3).with_delay(2)))",
        f"c.get({URL})",
        2,
        2,
        {500, 502},
    ),
    "aiohttp-retry": (
        "from aiohttp_retry import ListRetry, RetryClient",
        "c = RetryClient(retry_options=ListRetry([1, 2, 4], statuses={404}, retry_all_server_errors=False))",
        f"c.get({URL})",
        2,
        2,
        {404},
    ),
    "niquests": (
        "import niquests",
        "c = niquests.Session(retries=4)",
        f"c.get({URL})",
        0,
        4,
        set(),
    ),
}


@pytest.mark.parametrize(
    ("imports", "client", "call", "delay", "retries", "statuses"), CLIENTS.values(), ids=CLIENTS
)
def test_a_client_retries_as_its_library_does(
    imports: str, client: str, call: str, delay: float, retries: int, statuses: set[int]
) -> None:
    policy = only_policy(CLIENT.format(imports=imports, client=client, call=call))
    assert policy.least_delay == pytest.approx(delay)
    assert policy.retries == retries
    assert statuses <= set(policy.statuses)
    assert bool(policy.statuses) == bool(statuses)


SILENT_CLIENTS = {
    "plain-session": ("", "s = requests.Session()", f"s.get({URL})"),
    "adapter-of-another-scheme": (
        ADAPTER,
        's = requests.Session(); s.mount("http://", HTTPAdapter(max_retries=3))',
        f"s.get({URL})",
    ),
    "no-retries": ("", "p = urllib3.PoolManager(retries=False)", f'p.request("GET", {URL})'),
    "zero": (ADAPTER, SESSION.format("Retry(total=0)"), f"s.get({URL})"),
}


@pytest.mark.parametrize(("imports", "client", "call"), SILENT_CLIENTS.values(), ids=SILENT_CLIENTS)
def test_a_client_that_is_given_no_retries_has_none(imports: str, client: str, call: str) -> None:
    assert application({"app.py": CLIENT.format(imports=imports, client=client, call=call)}).retries == ()


HEEDING = {
    "urllib3": (ADAPTER, SESSION.format("Retry(total=2, status_forcelist=[503])"), f"s.get({URL})", ()),
    "urllib3-off": (
        ADAPTER,
        SESSION.format("Retry(total=2, status_forcelist=[503], respect_retry_after_header=False)"),
        f"s.get({URL})",
        (503,),
    ),
    "httpx-retries": (
        "from httpx_retries import RetryTransport",
        "c = httpx.Client(transport=RetryTransport())",
        f"c.get({URL})",
        (),
    ),
    "aiohttp-retry": (
        "from aiohttp_retry import ExponentialRetry, RetryClient",
        "c = RetryClient(retry_options=ExponentialRetry(statuses={429}))",
        f"c.get({URL})",
        (429, 503),
    ),
}


@pytest.mark.parametrize(("imports", "client", "call", "ignored"), HEEDING.values(), ids=HEEDING)
def test_whether_retry_after_is_heeded(
    imports: str, client: str, call: str, ignored: tuple[int, ...]
) -> None:
    assert only_policy(CLIENT.format(imports=imports, client=client, call=call)).ignored == ignored
