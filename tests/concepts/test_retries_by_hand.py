"""Retries written by hand: loops, recursion, decorators and helpers of the application, and what is none."""

from __future__ import annotations

import textwrap

import pytest
from snippets import application

from cl_lint.checks import (
    cl301_retry_too_soon,
    cl302_too_many_retries,
    cl303_hopeless_retry,
    cl304_retry_after_ignored,
)

CHECKS = (cl301_retry_too_soon, cl302_too_many_retries, cl303_hopeless_retry, cl304_retry_after_ignored)
CASES: dict[str, tuple[str, str]] = {
    "class-decorator": (
        "CL301",
        """
        import functools, time, requests
        class Retry:
            def __init__(self, times=3, pause=1.0):
                self.times = times
                self.pause = pause
            def __call__(self, fn):
                @functools.wraps(fn)
                def wrapper(*a, **kw):
                    last = None
                    for n in range(self.times):
                        try:
                            return fn(*a, **kw)
                        except requests.ConnectionError as exc:
                            last = exc
                            if n + 1 < self.times:
                                time.sleep(self.pause)
                    raise last
                return wrapper
        @Retry(times=4, pause=0.5)
        def users(headers):
            resp = requests.get(URL, headers=headers, timeout=5)
            resp.raise_for_status()
            return resp.json()
        """,
    ),
    "class-decorator-fine": (
        "",
        """
        import functools, time, requests
        class Retry:
            def __init__(self, times=3, pause=1.0):
                self.times = times
                self.pause = pause
            def __call__(self, fn):
                @functools.wraps(fn)
                def wrapper(*a, **kw):
                    last = None
                    for n in range(self.times):
                        try:
                            return fn(*a, **kw)
                        except requests.ConnectionError as exc:
                            last = exc
                            if n + 1 < self.times:
                                time.sleep(self.pause)
                    raise last
                return wrapper
        @Retry(times=4, pause=2.5)
        def users(headers):
            resp = requests.get(URL, headers=headers, timeout=5)
            resp.raise_for_status()
            return resp.json()
        """,
    ),
    "helper-lambda": (
        "CL301 CL303 CL304",
        """
        import time, requests
        def with_retries(func, attempts=3, delay=1):
            for i in range(attempts):
                try:
                    return func()
                except requests.RequestException:
                    if i == attempts - 1:
                        raise
                    time.sleep(delay)
        def users(headers):
            def call():
                resp = requests.get(URL, headers=headers, timeout=5)
                resp.raise_for_status()
                return resp.json()
            return with_retries(call)
        def user(uid, headers):
            return with_retries(lambda: requests.get(URL + "/" + uid, headers=headers, timeout=5), attempts=2, delay=3)
        """,
    ),
    "method-runner": (
        "CL302",
        """
        import time, httpx
        class Api:
            def __init__(self, http: httpx.Client, tries: int = 8):
                self._http = http
                self._tries = tries
            def _run(self, operation):
                attempt = 0
                while True:
                    try:
                        return operation()
                    except httpx.TransportError:
                        attempt += 1
                        if attempt >= self._tries:
                            raise
                        time.sleep(min(30, 2 ** attempt))
            def users(self):
                return self._run(lambda: self._http.get(URL)).raise_for_status().json()
        """,
    ),
    "result-loop": (
        "CL303 CL304",
        """
        import time, requests
        def get(headers):
            response = None
            for attempt in range(1, 5):
                response = requests.get(URL, headers=headers, timeout=5)
                if response.status_code // 100 == 5:
                    time.sleep(2 * attempt)
                    continue
                break
            response.raise_for_status()
            return response.json()
        """,
    ),
    "match": (
        "CL301 CL304",
        """
        import time, requests
        def get(headers):
            for attempt in range(3):
                response = requests.get(URL, headers=headers, timeout=5)
                match response.status_code:
                    case 200:
                        return response.json()
                    case 429 | 503 if attempt < 2:
                        time.sleep(1)
                    case _:
                        response.raise_for_status()
            raise RuntimeError("no answer")
        """,
    ),
    "header-or-power": (
        "CL301",
        """
        import time, requests
        def get(headers):
            for attempt in range(4):
                response = requests.get(URL, headers=headers, timeout=5)
                if response.status_code != 429:
                    response.raise_for_status()
                    return response.json()
                wait = response.headers.get("Retry-After")
                if wait:
                    time.sleep(int(wait))
                else:
                    time.sleep(2 ** attempt)
            raise RuntimeError("busy")
        """,
    ),
    "header-try-fine": (
        "",
        """
        import time, requests
        from email.utils import parsedate_to_datetime
        from datetime import datetime, timezone
        def pause(response, default):
            value = response.headers.get("Retry-After")
            if value is None:
                return default
            try:
                return max(float(value), 2.0)
            except ValueError:
                return max((parsedate_to_datetime(value) - datetime.now(timezone.utc)).total_seconds(), 2.0)
        def get(headers):
            for attempt in range(4):
                response = requests.get(URL, headers=headers, timeout=5)
                if response.status_code not in (429, 503) or attempt == 3:
                    break
                time.sleep(pause(response, 3 * (attempt + 1)))
            response.raise_for_status()
            return response.json()
        """,
    ),
    "polling-job-fine": (
        "",
        """
        import time, requests
        def wait(job_id, headers):
            while True:
                resp = requests.get("https://media.api.mitel.io/2017-09-01/recordings/" + job_id, headers=headers, timeout=5)
                resp.raise_for_status()
                body = resp.json()
                if body["state"] == "done":
                    return body
                time.sleep(1)
        """,
    ),
    "periodic-fine": (
        "",
        """
        import time, logging, requests
        log = logging.getLogger(__name__)
        def report(headers):
            while True:
                try:
                    resp = requests.put("https://presence.api.mitel.io/2017-09-01/presentities/x", json={"state": "Available"}, headers=headers, timeout=5)
                    resp.raise_for_status()
                except requests.RequestException as exc:
                    log.error("%s %s", exc, getattr(exc.response, "headers", None))
                time.sleep(1)
        """,
    ),
    "refresh-recursion-fine": (
        "",
        """
        import requests
        class Client:
            def __init__(self, tokens):
                self.tokens = tokens
            def get(self, path, retried=False):
                resp = requests.get("https://admin.api.mitel.io/2017-09-01" + path, headers={"Authorization": self.tokens.get()}, timeout=5)
                if resp.status_code == 401 and not retried:
                    self.tokens.renew()
                    return self.get(path, retried=True)
                resp.raise_for_status()
                return resp.json()
        """,
    ),
    "single-repeat": (
        "CL301 CL303 CL304",
        """
        import time, requests
        def get(headers):
            resp = requests.get(URL, headers=headers, timeout=5)
            if not resp.ok:
                time.sleep(1)
                resp = requests.get(URL, headers=headers, timeout=5)
            resp.raise_for_status()
            return resp.json()
        """,
    ),
    "generator-attempts": (
        "CL301",
        """
        import time, requests
        def attempts(n, first):
            pause = first
            for k in range(n):
                yield k
                time.sleep(pause)
                pause *= 2
        def get(headers):
            for k in attempts(4, 0.5):
                try:
                    resp = requests.get(URL, headers=headers, timeout=5)
                except requests.Timeout:
                    continue
                resp.raise_for_status()
                return resp.json()
            raise TimeoutError
        """,
    ),
    "suppress-loop": (
        "CL301 CL302",
        """
        import contextlib, requests
        def get(headers):
            while True:
                with contextlib.suppress(requests.ConnectionError):
                    resp = requests.get(URL, headers=headers, timeout=5)
                    resp.raise_for_status()
                    return resp.json()
        """,
    ),
    "custom-transport": (
        "CL301 CL303 CL304",
        """
        import time, httpx
        class RetryTransport(httpx.BaseTransport):
            def __init__(self, inner: httpx.BaseTransport, retries: int = 3):
                self._inner = inner
                self._retries = retries
            def handle_request(self, request: httpx.Request) -> httpx.Response:
                for attempt in range(self._retries + 1):
                    response = self._inner.handle_request(request)
                    if response.status_code < 500 or attempt == self._retries:
                        return response
                    time.sleep(0.5 * (attempt + 1))
                raise AssertionError
        def users(token):
            with httpx.Client(transport=RetryTransport(httpx.HTTPTransport()), headers={"Authorization": token}) as http:
                return http.get(URL).raise_for_status().json()
        """,
    ),
    "custom-adapter": (
        "CL301",
        """
        import time, requests
        from requests.adapters import HTTPAdapter
        class Again(HTTPAdapter):
            def send(self, request, **kwargs):
                for left in (2, 1, 0):
                    try:
                        return super().send(request, **kwargs)
                    except requests.ConnectionError:
                        if not left:
                            raise
                        time.sleep(1)
        def users(token):
            s = requests.Session()
            s.mount("https://", Again())
            r = s.get(URL, headers={"Authorization": token}, timeout=4)
            r.raise_for_status()
            return r.json()
        """,
    ),
    "session-subclass": (
        "CL301",
        """
        import time, requests
        class Session(requests.Session):
            def request(self, method, url, **kw):
                for left in (2, 1, 0):
                    try:
                        return super().request(method, "https://admin.api.mitel.io/2017-09-01" + url, **kw)
                    except requests.ConnectionError:
                        if not left:
                            raise
                        time.sleep(1)
        def users(token):
            with Session() as s:
                r = s.get("/users", headers={"Authorization": token}, timeout=4)
                r.raise_for_status()
                return r.json()
        """,
    ),
    "tenacity-wrapper": (
        "CL301 CL302",
        """
        import requests
        from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_fixed
        def resilient(attempts):
            def decorate(fn):
                return retry(retry=retry_if_exception_type(requests.ConnectionError), stop=stop_after_attempt(attempts), wait=wait_fixed(1))(fn)
            return decorate
        @resilient(9)
        def users(headers):
            resp = requests.get(URL, headers=headers, timeout=5)
            resp.raise_for_status()
            return resp.json()
        """,
    ),
    "celery-request-retries": (
        "CL301",
        """
        import requests
        from celery import Celery
        app = Celery("x")
        @app.task(bind=True)
        def sync(self, headers):
            try:
                resp = requests.get(URL, headers=headers, timeout=5)
            except requests.exceptions.ConnectionError as exc:
                raise self.retry(exc=exc, countdown=self.request.retries * 10)
            resp.raise_for_status()
        """,
    ),
    "celery-task-class": (
        "CL302",
        """
        import requests
        from celery import Task
        class Sync(Task):
            max_retries = 12
            def run(self, headers):
                try:
                    resp = requests.get(URL, headers=headers, timeout=5)
                except requests.ConnectionError as exc:
                    raise self.retry(exc=exc, countdown=30)
                resp.raise_for_status()
        """,
    ),
    "wait-for-stop-fine": (
        "",
        """
        import asyncio, httpx
        class Worker:
            def __init__(self, client: httpx.AsyncClient):
                self.client = client
                self.stop = asyncio.Event()
            async def users(self):
                for attempt in range(4):
                    try:
                        resp = await self.client.get(URL)
                    except httpx.TransportError:
                        if attempt == 3:
                            raise
                        try:
                            await asyncio.wait_for(self.stop.wait(), timeout=3)
                        except asyncio.TimeoutError:
                            pass
                        continue
                    resp.raise_for_status()
                    return resp.json()
        """,
    ),
    "timeout-block": (
        "CL302",
        """
        import asyncio, httpx
        async def users(client: httpx.AsyncClient):
            async with asyncio.timeout(60):
                while True:
                    try:
                        resp = await client.get(URL)
                        break
                    except httpx.TransportError:
                        await asyncio.sleep(2)
            resp.raise_for_status()
            return resp.json()
        """,
    ),
    "paging-retry-fine": (
        "",
        """
        import time, requests
        def page(url, headers):
            for attempt in range(3):
                try:
                    resp = requests.get(url, headers=headers, timeout=5)
                    break
                except requests.ConnectionError:
                    if attempt == 2:
                        raise
                    time.sleep(2)
            resp.raise_for_status()
            return resp.json()
        def all_users(headers):
            url = URL
            found = []
            while url:
                body = page(url, headers)
                found += body["items"]
                url = body.get("next")
            return found
        """,
    ),
    "policy-method": (
        "CL301 CL302",
        """
        import time, requests
        from dataclasses import dataclass
        @dataclass
        class Policy:
            base: float = 0.25
            factor: float = 2
            limit: int = 10
            def delay(self, n: int) -> float:
                return self.base * self.factor ** n
            @property
            def attempts(self):
                return self.limit + 1
        class Client:
            def __init__(self, policy=None):
                self.policy = policy or Policy()
            def get(self, path):
                for n in range(self.policy.attempts):
                    try:
                        resp = requests.get("https://admin.api.mitel.io/2017-09-01" + path, timeout=5)
                        break
                    except requests.Timeout:
                        if n == self.policy.limit:
                            raise
                        time.sleep(self.policy.delay(n))
                resp.raise_for_status()
                return resp.json()
        """,
    ),
    "other-session-fine": (
        "",
        """
        import requests
        from requests.adapters import HTTPAdapter
        weather = requests.Session()
        weather.mount("https://", HTTPAdapter(max_retries=10))
        cloud = requests.Session()
        def temperature():
            r = weather.get("https://weather.example.com/now", timeout=3)
            r.raise_for_status()
            return r.json()
        def users(token):
            r = cloud.get(URL, headers={"Authorization": token}, timeout=4)
            r.raise_for_status()
            return r.json()
        """,
    ),
    "async-retrying-result-fine": (
        "",
        """
        import httpx
        from tenacity import AsyncRetrying, retry_if_result, stop_after_attempt, wait_fixed
        async def users(client: httpx.AsyncClient):
            async for attempt in AsyncRetrying(retry=retry_if_result(lambda r: r.status_code in (408, 504)), wait=wait_fixed(2), stop=stop_after_attempt(3)):
                with attempt:
                    resp = await client.get(URL)
                if not attempt.retry_state.outcome.failed:
                    attempt.retry_state.set_result(resp)
            resp.raise_for_status()
            return resp.json()
        """,
    ),
    "nonlocal": (
        "CL302",
        """
        import time, requests
        def users(headers):
            failures = 0
            def note():
                nonlocal failures
                failures += 1
                return failures > 9
            while True:
                try:
                    resp = requests.get(URL, headers=headers, timeout=5)
                    resp.raise_for_status()
                    return resp.json()
                except requests.ConnectionError:
                    if note():
                        raise
                    time.sleep(2)
        """,
    ),
    "done-flag": (
        "CL301 CL303 CL304",
        """
        import time, requests
        def users(headers):
            done = False
            count = 0
            while not done and count < 5:
                count += 1
                try:
                    resp = requests.get(URL, headers=headers, timeout=5)
                    resp.raise_for_status()
                    done = True
                except Exception as exc:
                    print("failed", exc)
                    time.sleep(1.5)
            return resp.json()
        """,
    ),
    "send-all-fine": (
        "",
        """
        import logging, requests
        log = logging.getLogger(__name__)
        def send(ids, headers):
            failed = []
            for uid in ids:
                try:
                    resp = requests.post("https://chat.api.mitel.io/2017-09-01/messages", json={"to": uid}, headers=headers, timeout=5)
                    resp.raise_for_status()
                except requests.RequestException as exc:
                    log.error("%s %s", uid, exc)
                    failed.append(uid)
            return failed
        """,
    ),
    "aiohttp-middleware": (
        "CL301",
        """
        import asyncio, aiohttp
        async def again(req, handler):
            for left in (2, 1, 0):
                try:
                    return await handler(req)
                except aiohttp.ClientConnectionError:
                    if not left:
                        raise
                    await asyncio.sleep(1)
        async def users():
            async with aiohttp.ClientSession(middlewares=(again,)) as session:
                async with session.get(URL) as resp:
                    resp.raise_for_status()
                    return await resp.json()
        """,
    ),
    "timer": (
        "CL301 CL302",
        """
        import threading, requests
        class Reg:
            def register(self):
                try:
                    r = requests.put(URL, json={}, timeout=5)
                except requests.ConnectionError:
                    threading.Timer(1, self.register).start()
                    return
                r.raise_for_status()
        """,
    ),
    "http-request-exc-status": (
        "CL301 CL303 CL304",
        """
        import time, logging, urllib.request, urllib.error, json
        log = logging.getLogger(__name__)
        def fetch(token):
            req = urllib.request.Request(URL, headers={"Authorization": token})
            tries = 3
            while tries:
                try:
                    with urllib.request.urlopen(req, timeout=4) as r:
                        return json.loads(r.read())
                except urllib.error.HTTPError as e:
                    if e.code < 500:
                        raise
                    log.warning("status %s", e.code)
                except urllib.error.URLError as e:
                    log.warning("reason %s", e.reason)
                tries -= 1
                time.sleep(1)
            raise RuntimeError("gave up")
        """,
    ),
    "capped-fine": (
        "",
        """
        import random, time, requests
        BASE, CAP = 2, 60
        def sleep_for(n):
            return min(CAP, BASE * 2 ** n) * (1 + random.random())
        def get(headers):
            n = 0
            while True:
                try:
                    resp = requests.get(URL, headers=headers, timeout=5)
                except (requests.exceptions.ConnectionError, requests.exceptions.Timeout):
                    if n >= 5:
                        raise
                    time.sleep(sleep_for(n))
                    n += 1
                else:
                    break
            resp.raise_for_status()
            return resp.json()
        """,
    ),
    "equal-jitter": (
        "CL301",
        """
        import random, time, requests
        def get(headers):
            for n in range(5):
                try:
                    resp = requests.get(URL, headers=headers, timeout=5)
                    break
                except requests.ConnectionError:
                    if n == 4:
                        raise
                    cap = min(60, 2 * 2 ** n)
                    time.sleep(cap / 2 + random.uniform(0, cap / 2))
            resp.raise_for_status()
            return resp.json()
        """,
    ),
    "env": (
        "CL301 CL302",
        """
        import os, time, requests
        ATTEMPTS = int(os.environ.get("CLOUDLINK_ATTEMPTS", "10"))
        PAUSE = float(os.getenv("CLOUDLINK_PAUSE", "0.5"))
        def get(headers):
            for n in range(ATTEMPTS):
                try:
                    resp = requests.get(URL, headers=headers, timeout=5)
                    break
                except requests.ConnectionError:
                    if n == ATTEMPTS - 1:
                        raise
                    time.sleep(PAUSE)
            resp.raise_for_status()
            return resp.json()
        """,
    ),
    "env-unknown-fine": (
        "",
        """
        import os, time, requests
        ATTEMPTS = int(os.environ["CLOUDLINK_ATTEMPTS"])
        PAUSE = float(os.environ["CLOUDLINK_PAUSE"])
        def get(headers):
            for n in range(ATTEMPTS):
                try:
                    resp = requests.get(URL, headers=headers, timeout=5)
                    break
                except requests.ConnectionError:
                    if n == ATTEMPTS - 1:
                        raise
                    time.sleep(PAUSE)
            resp.raise_for_status()
            return resp.json()
        """,
    ),
    "str-status": (
        "CL303 CL304",
        """
        import time, requests
        def get(headers):
            for n in range(3):
                resp = requests.get(URL, headers=headers, timeout=5)
                if not str(resp.status_code).startswith("5"):
                    break
                time.sleep(5)
            resp.raise_for_status()
            return resp.json()
        """,
    ),
    "httpx-is-error": (
        "CL303 CL304",
        """
        import time, httpx
        def get(http: httpx.Client):
            for n in range(3):
                resp = http.get(URL)
                if resp.is_error and n < 2:
                    time.sleep(5)
                    continue
                resp.raise_for_status()
                return resp.json()
        """,
    ),
    "tenacity-httpx-error": (
        "CL303 CL304",
        """
        import httpx
        from tenacity import *
        @retry(stop=stop_after_attempt(3), wait=wait_fixed(3), retry=retry_if_exception_type(httpx.HTTPError))
        def get(http: httpx.Client):
            resp = http.get(URL)
            resp.raise_for_status()
            return resp.json()
        """,
    ),
    "tenacity-custom-exc": (
        "CL304",
        """
        import requests
        from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_fixed
        class RateLimited(Exception):
            pass
        @retry(retry=retry_if_exception_type(RateLimited), stop=stop_after_attempt(4), wait=wait_fixed(10), reraise=True)
        def get(headers):
            resp = requests.get(URL, headers=headers, timeout=5)
            if resp.status_code == 429:
                raise RateLimited(resp.text)
            resp.raise_for_status()
            return resp.json()
        """,
    ),
    "retry-after-exc-fine": (
        "",
        """
        import time, requests
        class RateLimited(Exception):
            def __init__(self, after):
                super().__init__("rate limited")
                self.after = after
        def _once(headers):
            resp = requests.get(URL, headers=headers, timeout=5)
            if resp.status_code == 429:
                raise RateLimited(float(resp.headers.get("retry-after", 2)))
            resp.raise_for_status()
            return resp.json()
        def get(headers):
            for n in range(3):
                try:
                    return _once(headers)
                except RateLimited as limit:
                    time.sleep(max(limit.after, 2))
            return _once(headers)
        """,
    ),
    "last-after": (
        "CL302",
        """
        import time, requests
        def get(headers):
            for n in range(6):
                try:
                    return requests.get(URL, headers=headers, timeout=5).json()
                except requests.ConnectionError:
                    time.sleep(2)
            return requests.get(URL, headers=headers, timeout=5).json()
        """,
    ),
    "fallback-region-fine": (
        "",
        """
        import requests
        def get(headers):
            try:
                resp = requests.get("https://admin.eu.api.mitel.io/2017-09-01/users", headers=headers, timeout=5)
            except requests.ConnectionError:
                resp = requests.get("https://admin.us.api.mitel.io/2017-09-01/users", headers=headers, timeout=5)
            resp.raise_for_status()
            return resp.json()
        """,
    ),
    "list-pop": (
        "CL301",
        """
        import time, requests
        def get(headers):
            delays = [8, 4, 1]
            while True:
                try:
                    resp = requests.get(URL, headers=headers, timeout=5)
                    resp.raise_for_status()
                    return resp.json()
                except requests.ConnectionError:
                    if not delays:
                        raise
                    time.sleep(delays.pop())
        """,
    ),
    "zip-delays-fine": (
        "",
        """
        import time, requests
        from itertools import chain, repeat
        def get(headers):
            for pause, n in zip(chain([2, 4], repeat(8)), range(5)):
                try:
                    resp = requests.get(URL, headers=headers, timeout=5)
                    resp.raise_for_status()
                    return resp.json()
                except requests.Timeout:
                    time.sleep(pause)
            raise TimeoutError("no answer")
        """,
    ),
    "else-nested": (
        "CL302",
        """
        import time, httpx
        class Gateway:
            def __init__(self, http: httpx.Client): self.http = http
            def once(self, path):
                for a in range(3):
                    try:
                        return self.http.get("https://admin.api.mitel.io/2017-09-01" + path)
                    except httpx.ConnectError:
                        if a == 2: raise
                        time.sleep(2)
        def users(gw: Gateway):
            for b in range(3):
                try:
                    return gw.once("/users").raise_for_status().json()
                except httpx.ConnectError:
                    if b == 2: raise
                    time.sleep(5)
        """,
    ),
    "wait-until": (
        "CL301 CL302",
        """
        import time, requests
        def get(headers):
            end = time.time() + 30
            while time.time() < end:
                try:
                    r = requests.get(URL, headers=headers, timeout=5)
                    r.raise_for_status()
                    return r.json()
                except requests.ConnectionError:
                    time.sleep(0.5)
            raise TimeoutError
        """,
    ),
    "datetime-deadline": (
        "CL302",
        """
        import asyncio, httpx
        from datetime import datetime, timedelta, timezone
        async def get(client: httpx.AsyncClient):
            give_up = datetime.now(timezone.utc) + timedelta(minutes=2)
            while True:
                try:
                    r = await client.get(URL)
                    break
                except httpx.TransportError:
                    if datetime.now(timezone.utc) >= give_up:
                        raise
                    await asyncio.sleep(timedelta(seconds=4).total_seconds())
            r.raise_for_status()
            return r.json()
        """,
    ),
    "reconnect-fine": (
        "",
        """
        import asyncio, aiohttp, logging
        log = logging.getLogger(__name__)
        async def listen(session, handle):
            while True:
                try:
                    async with session.post("https://notifications.api.mitel.io/2017-09-01/connections", json={}) as resp:
                        resp.raise_for_status()
                        url = (await resp.json())["url"]
                    async with session.ws_connect(url) as ws:
                        async for msg in ws:
                            await handle(msg.data)
                except aiohttp.ClientError as e:
                    log.error("lost %s %s", e, getattr(e, "headers", None))
                    await asyncio.sleep(1)
        """,
    ),
    "two-tokens-fine": (
        "",
        """
        import requests
        def get(tokens):
            for token in tokens:
                r = requests.get(URL, headers={"Authorization": token}, timeout=5)
                if r.status_code == 401:
                    continue
                r.raise_for_status()
                return r.json()
        """,
    ),
    "exception-hier": (
        "CL303 CL304",
        """
        import time, httpx
        class ApiError(Exception): pass
        class Unavailable(ApiError): pass
        def once(http):
            r = http.get(URL)
            if r.status_code in (502, 503):
                raise Unavailable(r.text)
            if r.status_code >= 400:
                raise ApiError(r.text)
            return r.json()
        def get(http: httpx.Client):
            for left in range(3, 0, -1):
                try:
                    return once(http)
                except Unavailable:
                    if left == 1:
                        raise
                time.sleep(5)
        """,
    ),
    "sleep-injected": (
        "CL301",
        """
        import time, requests
        class Client:
            def __init__(self, sleep=None, retries=4):
                self._sleep = sleep or time.sleep
                self.retries = retries
            def get(self):
                for n in range(self.retries + 1):
                    try:
                        r = requests.get(URL, timeout=5)
                        break
                    except requests.ConnectionError:
                        if n == self.retries:
                            raise
                        self._sleep(n)
                r.raise_for_status()
                return r.json()
        """,
    ),
    "sleep-injected-fine": (
        "",
        """
        import time, requests
        class Client:
            def __init__(self, sleep=time.sleep, retries=4):
                self._sleep = sleep
                self.retries = retries
            def get(self):
                for n in range(self.retries + 1):
                    try:
                        r = requests.get(URL, timeout=5)
                        break
                    except requests.ConnectionError:
                        if n == self.retries:
                            raise
                        self._sleep(2 + n)
                r.raise_for_status()
                return r.json()
        """,
    ),
    "walrus-fine": (
        "",
        """
        import time, requests
        def get(headers):
            left = 4
            while (r := requests.get(URL, headers=headers, timeout=5)).status_code == 504 and left:
                left -= 1
                time.sleep(3)
            r.raise_for_status()
            return r.json()
        """,
    ),
    "walrus": (
        "CL301 CL304",
        """
        import time, requests
        def get(headers):
            left = 4
            while (r := requests.get(URL, headers=headers, timeout=5)).status_code in {429, 504} and left:
                left -= 1
                time.sleep(1)
            r.raise_for_status()
            return r.json()
        """,
    ),
    "try-finally": (
        "CL301",
        """
        import time, requests
        def get(headers):
            tries = 0
            while tries < 3:
                try:
                    r = requests.get(URL, headers=headers, timeout=5)
                    r.raise_for_status()
                    return r.json()
                except requests.exceptions.ConnectTimeout:
                    if tries == 2:
                        raise
                finally:
                    tries += 1
                time.sleep(1)
        """,
    ),
}
URL = 'URL = "https://admin.api.mitel.io/2017-09-01/users"\n'


@pytest.mark.parametrize(("expected", "code"), CASES.values(), ids=CASES)
def test_what_is_reported(expected: str, code: str) -> None:
    app = application({"app.py": URL + textwrap.dedent(code)})
    found = {finding.code for check in CHECKS for finding in check.check(app).findings}
    assert found == set(expected.split())
