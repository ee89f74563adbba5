import hashlib
import secrets
import webbrowser
from base64 import urlsafe_b64encode
from urllib.parse import urlencode

import requests

CLIENT_ID = "6f9f4a3e-0c55-4a12-9d0d-2f6d3a"
REDIRECT = "http://127.0.0.1:8765/"
PORTAL = "https://auth.mitel.io"


class Pending:
    def __init__(self):
        self.state = secrets.token_urlsafe(16)
        self.verifier = secrets.token_urlsafe(48)

    @property
    def challenge(self):
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return urlsafe_b64encode(digest).rstrip(b"=").decode()

    def open(self):
        query = {
            "response_type": "code",
            "client_id": CLIENT_ID,
            "redirect_uri": REDIRECT,
            "state": self.state,
            "code_challenge": self.challenge,
            "code_challenge_method": "S256",
        }
        webbrowser.open(f"{PORTAL}/authorize?{urlencode(query)}")

    def finish(self, code):
        reply = requests.post(
            "https://authentication.api.mitel.io/2017-09-01/token",
            json={
                "grant_type": "authorization_code",
                "client_id": CLIENT_ID,
                "code": code,
                "code_verifier": self.verifier,
                "redirect_uri": REDIRECT,
            },
            timeout=10,
        )
        reply.raise_for_status()
        return reply.json()
