"""Tokens: the hotel's own, and those of its staff. They are passed on as they came, and never looked into."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from urllib.parse import urlencode

import requests

from frontdesk.faults import ApiFault
from frontdesk.settings import PORTAL, Settings

EARLY = 60


@dataclass
class Grant:
    token: str
    good_until: float


class TokenDesk:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._own = Grant("", 0.0)

    def hotel(self) -> str:
        """The token of the application itself, renewed a minute before it ends."""
        if time.monotonic() >= self._own.good_until:
            self._own = self._ask(
                {
                    "grant_type": "client_credentials",
                    "client_secret": self._settings.client_secret,
                    "account_id": self._settings.account_id,
                }
            )
        return self._own.token

    def sign_in_address(self) -> tuple[str, str]:
        """Where a browser has to go, and the state that must come back with it."""
        state = secrets.token_urlsafe()
        query = {
            "client_id": self._settings.client_id,
            "redirect_uri": self._settings.redirect_uri,
            "state": state,
        }
        return f"{PORTAL}/authorize?{urlencode(query)}", state

    def staff(self, code: str) -> Grant:
        return self._ask(
            {
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": self._settings.redirect_uri,
            }
        )

    def _ask(self, body: dict[str, str]) -> Grant:
        response = requests.post(
            self._settings.service_url("authentication") + "/token",
            json={**body, "client_id": self._settings.client_id},
            headers={"x-mitel-app": self._settings.app_header},
            timeout=15,
        )
        if not response.ok:
            raise ApiFault(response)
        answer = response.json()
        return Grant(answer["access_token"], time.monotonic() + answer["expires_in"] - EARLY)
