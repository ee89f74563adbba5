"""The header that names the application."""

from __future__ import annotations

import pytest
from judging import judge

from cl_lint.checks import cl601_missing_app_header

CALLS = {
    "helper": """
        import requests

        def headers(tok, **extra):
            h = {"Authorization": f"Bearer {tok}"}
            h.update({"X-MITEL-APP": "app=a/1"})
            h.update(extra)
            return h

        def go(t):
            requests.get("https://admin.api.mitel.io/users", headers=headers(t))
    """,
    "helper-miss": """
        import requests

        def headers(tok):
            return {"Authorization": f"Bearer {tok}"}

        def go(t):
            requests.get("https://admin.api.mitel.io/users", headers=headers(t))  # !CL601
    """,
    "subclass": """
        import requests

        class S(requests.Session):
            def __init__(self):
                super().__init__()
                self.headers["x-mitel-app"] = "app=1"
        s = S()

        def go():
            s.get("https://admin.api.mitel.io/users")
    """,
    "subclass-request": """
        import requests

        class S(requests.Session):
            def request(self, method, url, **kw):
                headers = kw.pop("headers", None) or {}
                headers["x-mitel-app"] = "app=1"
                return super().request(method, url, headers=headers, **kw)
        s = S()

        def go():
            s.get("https://admin.api.mitel.io/users")
    """,
    "setdefault": """
        import requests

        def call(path, **kw):
            kw.setdefault("headers", {})["x-mitel-app"] = "a"
            return requests.get("https://admin.api.mitel.io" + path, **kw)

        def go():
            call("/users")
    """,
    "header-const": """
        import requests
        from consts import APP_HEADER

        def go():
            requests.get("https://admin.api.mitel.io/users", headers={APP_HEADER: "x"})
        ## consts.py
        APP_HEADER = "x-mitel-app"
    """,
    "param": """
        import requests

        def go(h):
            requests.get("https://admin.api.mitel.io/users", headers=h)
    """,
    "aiohttp-sess": """
        import aiohttp

        class C:
            async def __aenter__(self):
                self.s = aiohttp.ClientSession(headers={"x-mitel-app": "a"})
                return self
            async def go(self):
                async with self.s.get("https://admin.api.mitel.io/users") as r:
                    return await r.json()
    """,
    "httpx-auth": """
        import httpx

        class A(httpx.Auth):
            def auth_flow(self, request):
                request.headers["x-mitel-app"] = "a"
                yield request
        c = httpx.Client(auth=A())

        def go():
            c.get("https://admin.api.mitel.io/users")
    """,
    "adapter": """
        import requests

        class Adapter(requests.adapters.HTTPAdapter):
            def send(self, request, **kw):
                request.headers["x-mitel-app"] = "a"
                return super().send(request, **kw)
        s = requests.Session()
        s.mount("https://", Adapter())

        def go():
            s.get("https://admin.api.mitel.io/users")
    """,
    "factory": """
        import requests

        def make():
            s = requests.Session()
            s.headers.update({"x-mitel-app": "a"})
            return s

        def go():
            make().get("https://admin.api.mitel.io/users")
    """,
    "opener": """
        import urllib.request
        o = urllib.request.build_opener()
        o.addheaders = [("x-mitel-app", "a")]

        def go():
            o.open("https://admin.api.mitel.io/users")
    """,
    "poolmgr": """
        import urllib3
        http = urllib3.PoolManager(headers={"x-mitel-app": "a"})

        def go():
            http.request("GET", "https://admin.api.mitel.io/users")
    """,
    "prepared": """
        import requests

        def go():
            r = requests.Request("GET", "https://admin.api.mitel.io/users", headers={"x-mitel-app": "a"})
            with requests.Session() as s:
                s.send(r.prepare())
    """,
    "method-hdr": """
        import requests

        class C:
            def __init__(self, t): self.t = t
            @property
            def _h(self): return {"Authorization": self.t, "x-mitel-app": f"app={self.t}"}
            def go(self):
                requests.get("https://admin.api.mitel.io/users", headers={**self._h, "Accept": "x"})
    """,
}


@pytest.mark.parametrize("code", CALLS.values(), ids=CALLS)
def test_calls(code: str) -> None:
    judge(code, cl601_missing_app_header.check, level="self-assessed", kind="unknown")
