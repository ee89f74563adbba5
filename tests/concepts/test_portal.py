"""Uses of the authentication portal."""

from __future__ import annotations

import pytest
from judging import judge

from cl_lint.checks import cl404_auth_portal_unavailable

USES = {
    "pyqt": """
        from PyQt5.QtGui import QDesktopServices
        from PyQt5.QtCore import QUrl
        PORTAL = "https://auth.mitel.io"

        def go():
            QDesktopServices.openUrl(QUrl(PORTAL + "/authorize?client_id=1"))  # !CL404
    """,
    "dev": """
        import webbrowser

        def go(sandbox):
            host = "auth.dev.mitel.io" if sandbox else "auth.mitel.io"
            webbrowser.open(f"https://{host}/authorize?client_id=x")  # !CL404
    """,
    "urljoin": """
        import webbrowser
        from urllib.parse import urljoin

        def go():
            webbrowser.open(urljoin("https://auth.mitel.io/", "authorize"))  # !CL404
    """,
    "attr": """
        import webbrowser

        class C:
            def __init__(self):
                self.portal = "https://auth.mitel.io/authorize"  # !CL404
            def go(self):
                webbrowser.open(self.portal)
    """,
    "location": """
        from http.server import BaseHTTPRequestHandler

        class H(BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(302)
                self.send_header("Location", "https://auth.mitel.io/authorize?client_id=1")  # !CL404
                self.end_headers()
    """,
    "dict-return": """
        def lambda_handler(event, context):
            location = "https://auth.mitel.io/authorize?client_id=1"  # !CL404
            return {"statusCode": 302, "headers": {"Location": location}}
    """,
    "pyd-settings": """
        from pydantic_settings import BaseSettings
        import webbrowser

        class S(BaseSettings):
            portal: str = "https://auth.mitel.io"
        s = S()

        def go():
            webbrowser.open(f"{s.portal}/authorize?client_id=1")  # !CL404
    """,
    "argparse": """
        import argparse, webbrowser
        p = argparse.ArgumentParser()
        p.add_argument("--portal", default="https://auth.mitel.io/authorize")
        a = p.parse_args()

        def go():
            webbrowser.open(a.portal + "?client_id=1")  # !CL404
    """,
    "click-opt": """
        import click, webbrowser

        @click.command()
        @click.option("--portal", default="https://auth.mitel.io")
        def go(portal):
            webbrowser.open(f"{portal}/authorize?client_id=1")  # !CL404
    """,
    "subproc": """
        import subprocess

        def go():
            subprocess.run(["xdg-open", "https://auth.mitel.io/authorize?client_id=1"])  # !CL404
    """,
    "ok-log": """
        import logging, requests
        log = logging.getLogger(__name__)

        def go():
            log.info("portal https://auth.mitel.io is not used")
            raise RuntimeError("https://auth.mitel.io is for reviewed apps")
    """,
    "ok-cmp": """
        PORTAL = "https://auth.mitel.io"
        FORBIDDEN = {"auth.mitel.io", "auth.dev.mitel.io"}

        def go(url):
            if url == PORTAL or url.startswith(PORTAL) or PORTAL in url:
                raise ValueError("no: " + url)
            return url
    """,
    "ok-unused-const": """
        PORTAL = "https://auth.mitel.io"

        def go(url):
            return url
    """,
    "ok-print-help": """
        def go():
            print("See https://auth.mitel.io for reviewed applications")
    """,
    "print-link": """
        from urllib.parse import urlencode

        def go():
            url = "https://auth.mitel.io/authorize?" + urlencode({"client_id": "x"})  # !CL404
            print("Open", url)
    """,
    "ok-assert": """
        from urllib.parse import urlparse

        def go(url):
            assert urlparse(url).netloc != "auth.mitel.io"
            if urlparse(url).hostname in ("auth.mitel.io",):
                return None
            return url
    """,
    "jinja": """
        from flask import render_template

        def go():
            return render_template(  # !CL404
                "login.html", sign_in="https://auth.mitel.io/authorize?client_id=4"
            )
    """,
    "get-default": """
        import webbrowser

        def go(config):
            webbrowser.open(config.get("portal", "https://auth.mitel.io/authorize"))  # !CL404
    """,
    "yarl": """
        from yarl import URL
        from aiohttp import web

        async def go(request):
            raise web.HTTPFound(URL("https://auth.mitel.io/authorize").with_query(client_id="1"))  # !CL404
    """,
    "prefixed": """
        import webbrowser
        ENV = "auth"

        def go():
            webbrowser.open(f"https://{ENV}.mitel.io/authorize?client_id=1")  # !CL404
    """,
    "fastapi-oauth2": """
        from fastapi.security import OAuth2AuthorizationCodeBearer
        scheme = OAuth2AuthorizationCodeBearer(  # !CL404
            authorizationUrl="https://auth.mitel.io/authorize",
            tokenUrl="https://api.mitel.io/token"
        )
    """,
    "api-call": """
        import requests

        def go():
            requests.get("https://auth.mitel.io/authorize", params={"client_id": 3})  # !CL404
    """,
    "tkinter-label": """
        import tkinter as tk

        def go():
            tk.Label(text="https://auth.mitel.io").pack()  # !CL404
    """,
}


@pytest.mark.parametrize("code", USES.values(), ids=USES)
def test_uses(code: str) -> None:
    judge(code, cl404_auth_portal_unavailable.check, level="self-assessed", kind="unknown")
