"""Sign-ins: grants and client ids, by hand and through OAuth libraries."""

from __future__ import annotations

import pytest
from judging import judge

from cl_lint.checks import cl402_user_password_grant, cl403_client_secret_in_client, cl405_missing_client_id

REQUESTS_COMPATIBLE_UNKNOWN_CL402_CL405 = {
    "enum": """
        import requests
        from enum import Enum

        class G(str, Enum):
            PW = "password"
            CODE = "authorization_code"

        def tok(grant: G, **kw):
            return requests.post(
                "https://api.mitel.io/token",
                json={"grant_type": grant, "client_id": "x", **kw}).json(
            )

        def a(u, p): return tok(G.PW, username=u, password=p)  # !CL402

        def b(c): return tok(G.CODE, code=c)
    """,
    "upper": """
        import requests

        def a(u, p):
            return requests.post(  # !CL402
                "https://api.mitel.io/token", data={"grant_type": "PASSWORD", "client_id": "x"}
            )
    """,
    "query": """
        import requests

        def a(u, p):
            url = f"https://api.mitel.io/token?grant_type=password&username={u}"
            return requests.post(url)  # !CL402 CL405
    """,
    "params": """
        import requests

        def a(u, p):
            return requests.post(  # !CL402
                "https://api.mitel.io/token", params={"grant_type": "password", "client_id": "1"}
            )
    """,
    "cond-id": """
        import requests

        def a(code, client_id=None):
            body = {"grant_type": "authorization_code", "code": code}
            if client_id:
                body["client_id"] = client_id
            return requests.post("https://api.mitel.io/token", json=body)
    """,
    "open-body": """
        import requests

        def a(body):
            return requests.post("https://api.mitel.io/token", json=body)
    """,
    "open-star": """
        import requests, json

        def a():
            creds = json.load(open("c.json"))
            return requests.post("https://api.mitel.io/token", json={**creds, "grant_type": "refresh_token"})
    """,
    "mutator-helper": """
        import requests

        def identify(body):
            body["client_id"] = "abc"

        def a(code):
            body = {"grant_type": "authorization_code", "code": code}
            identify(body)
            return requests.post("https://api.mitel.io/token", json=body)
    """,
    "mutator-return": """
        import requests

        def identify(body):
            return {**body, "client_id": "abc"}

        def a(code):
            body = {"grant_type": "authorization_code", "code": code}
            return requests.post("https://api.mitel.io/token", json=identify(body))
    """,
    "session-auth": """
        import requests
        s = requests.Session()
        s.auth = ("id", "secret")

        def a(code):
            return s.post("https://api.mitel.io/token", data={"grant_type": "refresh_token"})
    """,
    "aiohttp-basic": """
        import aiohttp

        async def a(code):
            async with aiohttp.ClientSession(auth=aiohttp.BasicAuth("id", "s")) as s:
                async with s.post("https://api.mitel.io/token", data={"grant_type": "refresh_token"}) as r:
                    return await r.json()
    """,
    "authlib-code": """
        from authlib.integrations.requests_client import OAuth2Session

        def a(resp):
            s = OAuth2Session("id", "secret")
            return s.fetch_token("https://api.mitel.io/token", authorization_response=resp)
    """,
    "authlib-noid": """
        from authlib.integrations.requests_client import OAuth2Session

        def a(resp):
            s = OAuth2Session()
            return s.fetch_token("https://api.mitel.io/token", code=resp)  # !CL405
    """,
    "httpx-auth-pw": """
        import httpx
        from httpx_auth import OAuth2ResourceOwnerPasswordCredentials
        auth = OAuth2ResourceOwnerPasswordCredentials(  # !CL402
            "https://api.mitel.io/token", username="u", password="p", client_id="i"
        )
        c = httpx.Client(auth=auth)
    """,
    "base-url-env": """
        import httpx, os
        BASE = os.environ.get("CLOUDLINK_AUTH_URL")

        def a(u, code=None):
            r = httpx.post(f"{BASE}/token", json={"grant_type": "password"})  # !CL402 CL405
    """,
    "other-env": """
        import httpx, os
        BASE = os.environ.get("KEYCLOAK_URL")

        def a(u, code=None):
            r = httpx.post(f"{BASE}/token", json={"grant_type": "password"})
            httpx.get("https://admin.api.mitel.io/users/me")
    """,
    "whoami": """
        import httpx, os

        def a(h):
            httpx.get("https://api.mitel.io/token", headers=h)
            httpx.delete("https://api.mitel.io/token", headers=h)
    """,
    "partial-body": """
        import httpx, functools
        post = functools.partial(httpx.post, "https://api.mitel.io/token", timeout=4)

        def a(rt):
            return post(json={"grant_type": "refresh_token", "refresh_token": rt})  # !CL405
    """,
    "helper-builds": """
        import httpx

        def password_form(u, p):
            return {"grant_type": "password", "username": u, "password": p, "client_id": "x"}  # !CL402

        def a(u, p):
            return httpx.post("https://api.mitel.io/token", data=password_form(u, p))
    """,
    "fstring-body": """
        import requests

        def a(u, p):
            return requests.post(  # !CL402 CL405
                "https://api.mitel.io/token", data=f"grant_type=password&username={u}&password={p}"
            )
    """,
    "kwargs-dict": """
        import requests

        def a(u, p):
            args = dict(
                url="https://api.mitel.io/token",
                json=dict(grant_type="password", username=u),  # !CL402
            )
            return requests.post(**args)  # !CL405
    """,
    "urllib-inline": """
        import urllib.request, urllib.parse

        def a(u, p):
            d = {"grant_type": "refresh_token"}
            req = urllib.request.Request(
                "https://api.mitel.io/token", data=urllib.parse.urlencode(d).encode()
            )
            req.add_header("Authorization", "Basic abc=")
            return urllib.request.urlopen(req)
    """,
}


@pytest.mark.parametrize(
    "code", REQUESTS_COMPATIBLE_UNKNOWN_CL402_CL405.values(), ids=REQUESTS_COMPATIBLE_UNKNOWN_CL402_CL405
)
def test_requests_compatible_unknown_cl402_cl405(code: str) -> None:
    judge(
        code,
        cl402_user_password_grant.check,
        cl405_missing_client_id.check,
        level="compatible",
        kind="unknown",
    )


REQUESTS_CERTIFIED_UNKNOWN = {
    "base-class": """
        import requests

        class Base:
            def post(self, url, data):
                return requests.post(url, json=data, timeout=3)

        class Auth(Base):
            TOKEN = "https://api.mitel.io/token"
            def refresh(self, rt):
                return self.post(self.TOKEN, {"grant_type": "refresh_token", "refresh_token": rt})  # !CL405
            def code(self, c):
                return self.post(
                    self.TOKEN, {"grant_type": "authorization_code", "code": c, "client_id": "x"}
                )
    """,
}


@pytest.mark.parametrize("code", REQUESTS_CERTIFIED_UNKNOWN.values(), ids=REQUESTS_CERTIFIED_UNKNOWN)
def test_requests_certified_unknown(code: str) -> None:
    judge(
        code,
        cl402_user_password_grant.check,
        cl405_missing_client_id.check,
        level="certified",
        kind="unknown",
    )


REQUESTS_COMPATIBLE_UNKNOWN_CL402 = {
    "legacy-subclass": """
        from oauthlib.oauth2 import LegacyApplicationClient
        from requests_oauthlib import OAuth2Session

        class C(LegacyApplicationClient):
            pass

        def a(u, p):
            s = OAuth2Session(client=C(client_id="x"))
            s.fetch_token(token_url="https://api.mitel.io/token", username=u, password=p)  # !CL402
    """,
    "loop-grants": """
        import requests

        def a(u):
            for grant in ("authorization_code", "password"):  # !CL402
                r = requests.post("https://api.mitel.io/token", json={"grant_type": grant, "client_id": "x"})
    """,
    "ternary": """
        import requests

        def a(u, code=None):
            body = {"client_id": "x", "grant_type": "authorization_code" if code else "password"}  # !CL402
            r = requests.post("https://api.mitel.io/token", json=body)
    """,
}


@pytest.mark.parametrize(
    "code", REQUESTS_COMPATIBLE_UNKNOWN_CL402.values(), ids=REQUESTS_COMPATIBLE_UNKNOWN_CL402
)
def test_requests_compatible_unknown_cl402(code: str) -> None:
    judge(code, cl402_user_password_grant.check, level="compatible", kind="unknown")


REQUESTS_SELF_ASSESSED_CLIENT = {
    "cs-client": """
        import requests

        class Auth:
            grant_type = "client_credentials"  # !CL403
            def token(self):
                return requests.post("https://api.mitel.io/token", json={"grant_type": self.grant_type})
    """,
}


@pytest.mark.parametrize("code", REQUESTS_SELF_ASSESSED_CLIENT.values(), ids=REQUESTS_SELF_ASSESSED_CLIENT)
def test_requests_self_assessed_client(code: str) -> None:
    judge(code, cl403_client_secret_in_client.check, level="self-assessed", kind="client")


REQUESTS_SELF_ASSESSED_UNKNOWN = {
    "cs-kivy": """
        import requests, kivy

        def token():
            return requests.post(  # !CL403
                "https://api.mitel.io/token", json={"grant_type": "client_credentials"}
            )
    """,
    "cs-lambda": """
        import requests, curses

        def lambda_handler(event, context):
            return requests.post("https://api.mitel.io/token", json={"grant_type": "client_credentials"})
    """,
    "cs-try-import": """
        import requests
        try:
            from PyQt5 import QtWidgets
        except ImportError:
            from PySide2 import QtWidgets

        def token():
            return requests.post(  # !CL403
                "https://api.mitel.io/token", json={"grant_type": "client_credentials"}
            )
    """,
}


@pytest.mark.parametrize("code", REQUESTS_SELF_ASSESSED_UNKNOWN.values(), ids=REQUESTS_SELF_ASSESSED_UNKNOWN)
def test_requests_self_assessed_unknown(code: str) -> None:
    judge(code, cl403_client_secret_in_client.check, level="self-assessed", kind="unknown")


REQUESTS_COMPATIBLE_UNKNOWN_CL405 = {
    "authorize-get": """
        import requests

        def a():
            return requests.get(  # !CL405
                "https://auth.mitel.io/authorize",
                params={"response_type": "code", "redirect_uri": "x"}
            )
    """,
    "authorize-get-ok": """
        import requests

        def a():
            return requests.get(
                "https://auth.mitel.io/authorize", params={"response_type": "code", "client_id": "x"}
            )
    """,
    "link-format": """
        import webbrowser
        URL = "https://auth.mitel.io/authorize?client_id={client_id}&redirect_uri={uri}"

        def a(cid):
            webbrowser.open(URL.format(client_id=cid, uri="x"))
    """,
    "link-urlencode-ok": """
        import webbrowser
        from urllib.parse import urlencode

        def a(cid):
            params = {"response_type": "code"}
            params["client_id"] = cid
            webbrowser.open("https://auth.mitel.io/authorize?" + urlencode(params))
    """,
    "link-const-no-query": """
        from flask import redirect

        def a(cid):
            return redirect("https://auth.mitel.io/authorize")  # !CL405
    """,
}


@pytest.mark.parametrize(
    "code", REQUESTS_COMPATIBLE_UNKNOWN_CL405.values(), ids=REQUESTS_COMPATIBLE_UNKNOWN_CL405
)
def test_requests_compatible_unknown_cl405(code: str) -> None:
    judge(code, cl405_missing_client_id.check, level="compatible", kind="unknown")
