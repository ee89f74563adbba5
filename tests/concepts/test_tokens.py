"""Tokens: which calls look into one, and whose a token is."""

from __future__ import annotations

import pytest
from judging import judge, made

from cl_lint.checks import cl401_token_decoded

TOKEN = """
import requests
def sign_in():
    url = "https://authentication.api.mitel.io/2017-09-01/token"
    return requests.post(url, json={}).json()["access_token"]
token = sign_in()
"""

READERS = [
    ("import jwt", "jwt.decode(token)"),
    ("import jwt", "jwt.decode(jwt=token)"),
    ("import jwt", "jwt.decode_complete(token)"),
    ("import jwt", "jwt.get_unverified_header(token)"),
    ("import jwt", "jwt.PyJWT().decode(token)"),
    ("import jwt", "jwt.PyJWS().get_unverified_header(token)"),
    ("from jwt.api_jwt import decode", "decode(token)"),
    (
        "import jwt",
        "jwt.PyJWKClient('https://authentication.api.mitel.io/k').get_signing_key_from_jwt(token)",
    ),
    ("from jose import jwt", "jwt.decode(token, 'k')"),
    ("from jose import jwt", "jwt.get_unverified_claims(token)"),
    ("from jose import jws", "jws.verify(token, 'k', 'RS256')"),
    ("from jose.jwe import decrypt", "decrypt(token, 'k')"),
    ("from authlib.jose import jwt", "jwt.decode(token, 'k')"),
    ("from authlib.jose import JsonWebToken", "JsonWebToken(['RS256']).decode(token, 'k')"),
    ("from authlib.jose import JsonWebSignature", "JsonWebSignature().deserialize_compact(token, 'k')"),
    ("from joserfc import jwt", "jwt.decode(token, 'k')"),
    ("from joserfc import jws", "jws.extract_compact(token.encode())"),
    ("from jwcrypto import jwt", "jwt.JWT(jwt=token, key=None)"),
    ("from jwcrypto import jws", "jws.JWS().deserialize(token)"),
    ("from jwcrypto.jwt import JWT", "JWT.from_jose_token(token)"),
    ("import josepy", "josepy.JWS.from_compact(token.encode())"),
    ("import python_jwt", "python_jwt.process_jwt(token)"),
    ("from google.auth import jwt", "jwt.decode(token, verify=False)"),
    ("from google.oauth2 import id_token", "id_token.verify_token(token, None)"),
    ("import flask_jwt_extended as fje", "fje.decode_token(token)"),
    ("import flask_jwt_extended as fje", "fje.get_jti(encoded_token=token)"),
    ("from rest_framework_simplejwt.tokens import UntypedToken", "UntypedToken(token)"),
    ("from rest_framework_simplejwt.backends import TokenBackend", "TokenBackend('RS256').decode(token)"),
    ("from fastapi_users.jwt import decode_jwt", "decode_jwt(token, 's', [])"),
    ("import base64", "base64.urlsafe_b64decode(token.split('.')[1])"),
    ("import base64", "base64.b64decode(token.partition('.')[2].rpartition('.')[0])"),
    ("import binascii", "binascii.a2b_base64(token.rsplit('.', 2)[1])"),
    ("from jwt.utils import base64url_decode", "base64url_decode(token.split('.')[1])"),
    ("from jwcrypto.common import base64url_decode", "base64url_decode(token.split('.')[0])"),
    (
        "from authlib.common.encoding import urlsafe_b64decode",
        "urlsafe_b64decode(token.split('.')[1].encode())",
    ),
    ("import json, codec", "json.loads(codec.read(token.split('.')[1]))"),
]


@pytest.mark.parametrize(("imports", "read"), READERS, ids=[r for _, r in READERS])
def test_readers(imports: str, read: str) -> None:
    judge(f"{imports}\n{TOKEN}\nclaims = {read}  # !CL401\n", cl401_token_decoded.check)


WRITERS = [
    ("import jwt", "jwt.encode({'token': token}, 'k')"),
    ("import hashlib", "hashlib.sha256(token.encode()).hexdigest()"),
    ("import base64", "base64.b64encode(token.encode())"),
    ("import base64", "base64.b64decode('a.b'.split('.')[1])"),
    ("import json", "json.loads('{}')"),
]


@pytest.mark.parametrize(("imports", "use"), WRITERS, ids=[w for _, w in WRITERS])
def test_other_uses(imports: str, use: str) -> None:
    judge(f"{imports}\n{TOKEN}\nresult = {use}\n", cl401_token_decoded.check)


OURS = {
    "cached-decoder-property": """
        import base64, json, requests
        from functools import cached_property, lru_cache

        class Session:
            def __init__(self, account):
                self.account = account
                self._tokens = {}
            def _login(self):
                resp = requests.post("https://api.mitel.io/token", json={"grant_type": "password"}, timeout=5)
                resp.raise_for_status()
                self._tokens = resp.json()
            @cached_property
            def payload(self):
                raw = self._tokens["access_token"]
                return _decode(raw)

        def _decode(raw):
            try:
                _, body, _ = raw.split(".", 2)
            except ValueError:
                return {}
            return json.loads(_b64(body))

        @lru_cache
        def _b64(s):
            return base64.urlsafe_b64decode(s + "=" * (-len(s) % 4))  # !CL401
    """,
    "contextvar": """
        import contextvars, jwt, requests
        current = contextvars.ContextVar("current")

        def login():
            current.set(requests.post("https://api.mitel.io/token", json={}).json()["access_token"])

        def who():
            return jwt.decode(current.get(), options={})["sub"]  # !CL401
    """,
    "keyring": """
        import keyring, jwt, requests

        def get(path):
            tok = keyring.get_password("cloudlink", "token")
            exp = jwt.decode(tok, options={})["exp"]  # !CL401
            url = "https://admin.api.mitel.io/" + path
            return requests.get(url, headers={"Authorization": "Bearer " + tok})
    """,
    "tuple-attr": """
        import jwt, requests

        class A:
            def login(self):
                d = requests.post("https://api.mitel.io/token", json={}).json()
                self.access, self.refresh = d["access_token"], d["refresh_token"]
            def who(self):
                return jwt.decode(self.access, options={})  # !CL401
    """,
    "dict-attr-update": """
        import jwt, requests

        class A:
            def __init__(self):
                self.grant = {}
            def login(self):
                self.grant.update(requests.post("https://api.mitel.io/token", json={}).json())
            def who(self):
                return jwt.decode(self.grant["access_token"], options={})  # !CL401
    """,
    "loop-tokens": """
        import jwt, requests

        def go():
            d = requests.post("https://api.mitel.io/token", json={}).json()
            for name in ("access_token", "id_token"):
                print(jwt.decode(d[name], options={}))  # !CL401
    """,
    "setdefault-cache": """
        import jwt, requests
        from django.core.cache import cache

        def tok():
            t = cache.get("cl-token")
            if not t:
                t = requests.post("https://api.mitel.io/token", json={}).json()["access_token"]
                cache.set("cl-token", t)
            return t

        def who():
            return jwt.decode(tok(), options={})  # !CL401
    """,
    "attrs": """
        import attr, jwt, requests

        @attr.s(auto_attribs=True)
        class Tok:
            access: str

        def go():
            t = Tok(access=requests.post("https://api.mitel.io/token", json={}).json()["access_token"])
            return jwt.decode(t.access, options={})  # !CL401
    """,
    "async-yield": """
        import jwt, httpx
        from contextlib import asynccontextmanager

        @asynccontextmanager
        async def signed_in():
            async with httpx.AsyncClient() as c:
                r = await c.post("https://api.mitel.io/token", json={})
                yield r.json()["access_token"]

        async def go():
            async with signed_in() as t:
                return jwt.decode(t, options={})  # !CL401
    """,
    "fastapi-dep": """
        import jwt, httpx
        from fastapi import Depends, Header

        def bearer(authorization: str = Header()):
            return authorization.removeprefix("Bearer ")

        async def me(token: str = Depends(bearer)):
            sub = jwt.decode(token, options={})["sub"]  # !CL401
            async with httpx.AsyncClient() as c:
                headers = {"Authorization": f"Bearer {token}"}
                r = await c.get("https://admin.api.mitel.io/users/me", headers=headers)
    """,
    "json-decoder-struct": """
        import jwt, requests, msgspec

        class G(msgspec.Struct):
            access_token: str

        def go():
            r = requests.post("https://api.mitel.io/token", json={})
            g = msgspec.json.decode(r.content, type=G)
            return jwt.decode(g.access_token, options={})  # !CL401
    """,
    "result-wrapper": """
        import jwt, requests

        def api(method, url, **kw):
            r = requests.request(method, url, **kw)
            if r.status_code >= 400:
                raise RuntimeError(r.text)
            return r

        def go():
            d = api("POST", "https://api.mitel.io/token", json={}).json()
            return jwt.decode(d.get("access_token", ""), options={})  # !CL401
    """,
    "match": """
        import base64, json, requests

        def go():
            tok = requests.post("https://api.mitel.io/token", json={}).json()["access_token"]
            match tok.split("."):
                case [_, payload, _]:
                    return json.loads(base64.urlsafe_b64decode(payload + "=="))  # !CL401
    """,
    "star-unpack": """
        import base64, json, requests

        def go():
            tok = requests.post("https://api.mitel.io/token", json={}).json()["access_token"]
            head, *rest = tok.split(".")
            return json.loads(base64.urlsafe_b64decode(rest[0] + "=="))  # !CL401
    """,
    "callback": """
        import jwt, requests

        class Auth:
            def __init__(self, on_token):
                self.on_token = on_token
            def login(self):
                t = requests.post("https://api.mitel.io/token", json={}).json()["access_token"]
                self.on_token(t)

        def show(t):
            print(jwt.decode(t, options={}))  # !CL401
        Auth(show).login()
    """,
    "flask-session": """
        import jwt, requests
        from flask import session

        def sign_in():
            r = requests.post("https://api.mitel.io/token", json={"grant_type": "password"})
            r.raise_for_status()
            session["tok"] = r.json()["access_token"]

        def me():
            return jwt.decode(session["tok"], options={})  # !CL401
    """,
    "dict-cache": """
        import jwt, requests
        TOKENS = {}

        def sign_in(user):
            r = requests.post("https://api.mitel.io/token", json={"grant_type": "password"})
            TOKENS[user] = r.json()["access_token"]

        def me(user):
            return jwt.decode(TOKENS[user], options={})  # !CL401
    """,
    "pydantic": """
        import jwt, httpx
        from pydantic import BaseModel

        class Grant(BaseModel):
            access_token: str
            expires_in: int

        def sign_in(user):
            r = httpx.post("https://api.mitel.io/token", json={"grant_type": "password"})
            grant = Grant.model_validate(r.json())
            return jwt.decode(grant.access_token, options={})  # !CL401
    """,
    "pydantic-json": """
        import jwt, httpx
        from pydantic import BaseModel

        class Grant(BaseModel):
            access_token: str
            expires_in: int
            @property
            def user(self):
                return jwt.decode(self.access_token, options={})["sub"]  # !CL401

        def sign_in(user):
            r = httpx.post("https://api.mitel.io/token", json={"grant_type": "password"})
            return Grant.model_validate_json(r.text)
    """,
    "pydantic-star": """
        import jwt, httpx
        from pydantic import BaseModel

        class Grant(BaseModel):
            access_token: str

        def sign_in(user):
            r = httpx.post("https://api.mitel.io/token", json={"grant_type": "password"})
            grant = Grant(**r.json())
            return jwt.decode(grant.access_token, options={})  # !CL401
    """,
    "oneliner": """
        import base64, json, requests
        TOKEN_URL = "https://api.mitel.io/token"

        def claims(tok): return json.loads(base64.urlsafe_b64decode(tok.split(".")[1] + "=="))  # !CL401

        def go():
            tok = requests.post(TOKEN_URL, json={}).json()["access_token"]
            return claims(tok)
    """,
    "two-functions": """
        import base64, json, requests

        def b64(seg):
            seg += "=" * (-len(seg) % 4)
            return base64.urlsafe_b64decode(seg)  # !CL401

        def go():
            tok = requests.post("https://api.mitel.io/token", json={}).json()["access_token"]
            head, body, sig = tok.split(".")
            return json.loads(b64(body))
    """,
    "map-split": """
        import base64, json, requests

        def part(seg):
            return json.loads(base64.urlsafe_b64decode(seg + "=="))  # !CL401

        def go():
            tok = requests.post("https://api.mitel.io/token", json={}).json()["access_token"]
            return list(map(part, tok.split(".")[:2]))
    """,
    "comprehension": """
        import base64, json, requests

        def go():
            tok = requests.post("https://api.mitel.io/token", json={}).json()["access_token"]
            return [json.loads(base64.urlsafe_b64decode(p + "==")) for p in tok.split(".")[:2]]  # !CL401
    """,
    "regex": """
        import base64, json, requests, re

        def go():
            tok = requests.post("https://api.mitel.io/token", json={}).json()["access_token"]
            m = re.match(r"[^.]+\\.([^.]+)\\.", tok)
            return json.loads(base64.urlsafe_b64decode(m.group(1) + "=="))  # !CL401
    """,
    "index-slice": """
        import base64, json, requests, re

        def go():
            tok = requests.post("https://api.mitel.io/token", json={}).json()["access_token"]
            a = tok.index("."); b = tok.rindex(".")
            return json.loads(base64.urlsafe_b64decode(tok[a + 1:b] + "=="))  # !CL401
    """,
    "bearer-header-cut": """
        import jwt, requests
        from flask import request

        def me():
            token = request.headers["Authorization"].split()[1]
            user = jwt.decode(token, options={})["sub"]  # !CL401
            r = requests.get(
                f"https://admin.api.mitel.io/users/{user}",
                headers={"Authorization": f"Bearer {token}"}
            )
            return r.json()
    """,
    "forwarded": """
        import jwt, requests
        from flask import request

        def me():
            auth = request.headers.get("Authorization", "")
            user = jwt.decode(auth.removeprefix("Bearer "), options={})["sub"]  # !CL401
            r = requests.get(f"https://admin.api.mitel.io/users/{user}", headers={"Authorization": auth})
            return r.json()
    """,
    "env-token": """
        import jwt, requests, os
        TOKEN = os.environ["API_TOKEN"]

        def me():
            user = jwt.decode(TOKEN, options={})["sub"]  # !CL401
            r = requests.get(
                f"https://admin.api.mitel.io/users/{user}",
                headers={"Authorization": f"Bearer {TOKEN}"}
            )
            return r.json()
    """,
    "session-updates": """
        import jwt, requests, os

        class Api:
            def __init__(self, tok):
                self.s = requests.Session()
                self.s.headers.update({"Authorization": f"Bearer {tok}"})
                self.exp = jwt.decode(tok, options={})["exp"]  # !CL401
            def me(self):
                return self.s.get("https://admin.api.mitel.io/users/me").json()
    """,
    "auth-class": """
        import jwt, httpx

        class Bearer(httpx.Auth):
            def __init__(self, tok): self.tok = tok
            def auth_flow(self, request):
                request.headers["Authorization"] = "Bearer " + self.tok
                yield request
            def expired(self):
                return jwt.decode(self.tok, options={})["exp"]  # !CL401
        client = httpx.Client(base_url="https://admin.api.mitel.io", auth=Bearer(open("tok").read()))

        def me():
            return client.get("/users/me").json()
    """,
    "file-json": """
        import jwt, json, requests

        def me():
            grant = json.load(open("grant.json"))
            exp = jwt.decode(grant["access_token"], options={})["exp"]  # !CL401
            r = requests.get("https://admin.api.mitel.io/users/me", headers={"x-mitel-app": "a"})
            return r.json()
    """,
    "shared-helper-ours": """
        import jwt, requests

        def fetch(url, **f):
            return requests.post(url, data=f).json()["access_token"]

        def go():
            crm = fetch("https://login.crm.example/oauth2/token", a="1")
            cl = fetch("https://api.mitel.io/token", a="1")
            claims = jwt.decode(cl, options={})  # !CL401
            return crm
    """,
    "requests-oauthlib": """
        import jwt
        from requests_oauthlib import OAuth2Session

        def go(code):
            s = OAuth2Session("id")
            grant = s.fetch_token("https://api.mitel.io/token", code=code)
            return jwt.decode(grant["id_token"], options={})  # !CL401
    """,
    "oauth-session-token": """
        import jwt
        from requests_oauthlib import OAuth2Session

        def go(code):
            s = OAuth2Session("id")
            s.fetch_token("https://api.mitel.io/token", code=code)
            return jwt.decode(s.token["access_token"], options={})  # !CL401
    """,
    "async-cls": """
        import aiohttp, base64, json

        class Tokens:
            def __init__(self, session: aiohttp.ClientSession):
                self._session = session
                self._grant = None
            async def refresh(self):
                async with self._session.post("https://us.api.mitel.io/token", json={}) as r:
                    r.raise_for_status()
                    self._grant = await r.json()
            @property
            def bearer(self):
                return self._grant["access_token"]
            def expires_at(self):
                _, payload, _ = self.bearer.split(".")
                data = json.loads(base64.b64decode(payload + "==="))  # !CL401
                return data["exp"]
    """,
    "global-token": """
        import jwt, requests
        token = None

        def sign_in():
            global token
            token = requests.post("https://api.mitel.io/token", json={}).json()["access_token"]

        def exp():
            return jwt.decode(token, options={})["exp"]  # !CL401
    """,
    "settings-obj": """
        import jwt, requests

        class State: pass
        state = State()

        def sign_in():
            data = requests.post("https://api.mitel.io/token", json={}).json()
            state.token = data["access_token"]

        def exp():
            return jwt.decode(state.token, options={})["exp"]  # !CL401
    """,
    "urllib-json": """
        import jwt, json, urllib.request

        def sign_in():
            with urllib.request.urlopen("https://api.mitel.io/token", data=b"x") as r:
                data = json.loads(r.read().decode("utf-8"))
            return data

        def exp():
            return jwt.decode(sign_in().get("access_token"), options={})["exp"]  # !CL401
    """,
    "httplib2": """
        import jwt, json, httplib2

        def exp():
            h = httplib2.Http()
            resp, content = h.request("https://api.mitel.io/token", "POST", body="x")
            return jwt.decode(json.loads(content)["access_token"], options={})["exp"]  # !CL401
    """,
    "namedtuple-return": """
        import jwt, requests
        from typing import NamedTuple

        class T(NamedTuple):
            access: str
            refresh: str

        def sign_in():
            d = requests.post("https://api.mitel.io/token", json={}).json()
            return T(d["access_token"], d["refresh_token"])

        def exp():
            t = sign_in()
            return jwt.decode(t.refresh, options={})["exp"]  # !CL401
    """,
    "wrapper-generic": """
        import jwt, requests

        class Client:
            base = "https://authentication.api.mitel.io"
            def _request(self, method, path, **kw):
                r = requests.request(method, self.base + path, **kw)
                r.raise_for_status()
                return r.json()
            def login(self):
                grant = self._request("POST", "/token", json={})
                self.access = grant["access_token"]
            def claims(self):
                return jwt.decode(self.access, options={})  # !CL401
    """,
    "helper-lib-module": """
        from auth import login
        from jwtutil import read

        def go():
            return read(login())["sub"]
        ## auth.py
        import requests

        def login():
            return requests.post("https://api.mitel.io/token", json={}).json()["access_token"]
        ## jwtutil.py
        from jose import jwt as j

        def read(t):
            return j.get_unverified_claims(t)  # !CL401
    """,
    "decode-alias": """
        import jwt as pyjwt, requests, functools
        peek = functools.partial(pyjwt.decode, options={})

        def go():
            t = requests.post("https://api.mitel.io/token", json={}).json()["access_token"]
            return peek(t)["sub"]  # !CL401
    """,
    "codecs": """
        import codecs, json, requests

        def go():
            t = requests.post("https://api.mitel.io/token", json={}).json()["access_token"]
            return json.loads(codecs.decode(t.split(".")[1].encode() + b"==", "base64"))  # !CL401
    """,
    "walrus-match": """
        import base64, json, requests

        def go(session):
            if (t := session.get("cloudlink_token")) and t.count(".") == 2:
                p = t.split(".")[1]
                return json.loads(base64.urlsafe_b64decode(p.ljust(len(p) + 4, "=")))  # !CL401
    """,
    "staticmethod": """
        import base64, json, requests

        class TokenInfo:
            def __init__(self, raw):
                self.raw = raw
                self.claims = self._parse(raw)
            @staticmethod
            def _parse(raw):
                parts = raw.split(".")
                if len(parts) != 3:
                    raise ValueError
                payload = parts[1]
                padding = 4 - len(payload) % 4
                payload += "=" * padding
                return json.loads(base64.urlsafe_b64decode(payload))  # !CL401

        def go():
            r = requests.post("https://api.mitel.io/token", json={})
            return TokenInfo(r.json()["access_token"])
    """,
}


@pytest.mark.parametrize("code", OURS.values(), ids=OURS)
def test_our_tokens(code: str) -> None:
    judge(code, cl401_token_decoded.check)


OTHERS = {
    "own-session-hs": """
        import jwt, json, requests
        from flask import request
        SECRET = "x"

        def me():
            who = jwt.decode(request.cookies["access_token"], SECRET, algorithms=["HS256"])["sub"]
            r = requests.get("https://admin.api.mitel.io/users/me", headers={"x-mitel-app": "a"})
            return r.json()
    """,
    "shared-helper-other": """
        import jwt, requests

        def fetch(url, **f):
            return requests.post(url, data=f).json()["access_token"]

        def go():
            crm = fetch("https://login.crm.example/oauth2/token", a="1")
            cl = fetch("https://api.mitel.io/token", a="1")
            claims = jwt.decode(crm, options={})
            return cl
    """,
    "ok-b64-upload": """
        import base64, json, requests

        def go(name, t):
            ext = name.split(".")[-1]
            return base64.b64decode(ext), requests.get(
                "https://admin.api.mitel.io/x", headers={"Authorization": f"Bearer {t}"}
            )
    """,
    "ok-other-idp-same-helper-name": """
        import jwt, requests

        def okta_claims(id_token):
            return jwt.decode(id_token, options={})

        def go():
            d = requests.post("https://acme.okta.com/oauth2/v1/token", data={}).json()
            return okta_claims(d["id_token"]), requests.get(
                "https://admin.api.mitel.io/x", headers={"x": "y"}
            )
    """,
    "ok-webhook-sig": """
        import base64, requests
        from flask import request

        def hook():
            sig = request.headers["x-signature"].split(".")[1]
            return base64.b64decode(sig), requests.get("https://admin.api.mitel.io/x", headers={"x": "y"})
    """,
    "token-param-not-ours": """
        import jwt, requests

        def verify(token, key):
            return jwt.decode(token, key, algorithms=["RS256"])

        def go(h):
            return requests.get("https://admin.api.mitel.io/users", headers=h)
    """,
    "dictattr": """
        import jwt, requests

        class User:
            access_token = ""

        def load(u: User, google_key):
            return jwt.decode(u.access_token, google_key, audience="x", issuer="https://accounts.google.com")

        def go(h):
            return requests.get("https://admin.api.mitel.io/users", headers=h)
    """,
    "slack-token": """
        import requests, base64
        SLACK_BOT_TOKEN = "xoxb"

        def go(h):
            sig = h["X-Slack-Signature"].split(".")[1]
            base64.b64decode(sig)
            return requests.get(
                "https://admin.api.mitel.io/users", headers={"Authorization": h["Authorization"]}
            )
    """,
    "django-simple": """
        import requests
        from rest_framework_simplejwt.tokens import AccessToken
        from rest_framework_simplejwt.views import TokenObtainPairView

        def who(request):
            raw = request.META["HTTP_AUTHORIZATION"].split()[1]
            return AccessToken(raw)["user_id"]

        def go(user):
            return requests.get(
                "https://admin.api.mitel.io/users",
                headers={"Authorization": f"Bearer {user.cloudlink_token}"}
            )
    """,
    "socketio-signed": """
        import requests, json, base64

        def read_cookie(cookie):
            payload, sig = cookie.rsplit(".", 1)
            return json.loads(base64.urlsafe_b64decode(payload))

        def go(t):
            return requests.get("https://admin.api.mitel.io/users", headers={"Authorization": f"Bearer {t}"})
    """,
    "version-split": """
        import requests, json

        def go(t):
            major = t["version"].split(".")[0]
            return json.loads(major), requests.get(
                "https://admin.api.mitel.io/users", headers={"Authorization": f"Bearer {t['token']}"}
            )
    """,
    "jwks-header-own-idp": """
        import jwt, requests
        from fastapi import Header
        JWKS = jwt.PyJWKClient("https://idp.example.com/jwks.json")

        def user(authorization: str = Header()):
            token = authorization.split(" ")[1]
            key = JWKS.get_signing_key_from_jwt(token)
            return jwt.decode(token, key.key, algorithms=["RS256"])

        def go(t):
            return requests.get("https://admin.api.mitel.io/users", headers={"Authorization": f"Bearer {t}"})
    """,
    "same-attr-names": """
        import jwt, requests

        class Sso:
            def __init__(self):
                self.access_token = requests.post("https://sso.example.com/token").json()["access_token"]
            def who(self):
                return jwt.decode(self.access_token, options={})

        class Cl:
            def __init__(self):
                self.access_token = requests.post("https://api.mitel.io/token").json()["access_token"]
            def users(self):
                return requests.get(
                    "https://admin.api.mitel.io/users",
                    headers={"Authorization": f"Bearer {self.access_token}"}
                )
    """,
    "encode": """
        import jwt, requests

        def go():
            t = requests.post("https://api.mitel.io/token").json()["access_token"]
            return jwt.encode({"t": t}, "k")
    """,
    "own-wrapped": """
        import jwt, requests

        def start():
            t = requests.post("https://api.mitel.io/token").json()["access_token"]
            session = jwt.encode({"t": t}, "k")
            return jwt.decode(session, "k", algorithms=["HS256"])
    """,
}


@pytest.mark.parametrize("code", OTHERS.values(), ids=OTHERS)
def test_tokens_of_others(code: str) -> None:
    judge(code, cl401_token_decoded.check)


def test_verdicts_on_what_is_not_known() -> None:
    verdicts = cl401_token_decoded.check(made(OTHERS["token-param-not-ours"]))
    assert [u.place.line for u in verdicts.unknown] == [5]
