"""Requests to the CloudLink services, with the token of the hotel."""
from __future__ import annotations

import time
import uuid

import httpx

from hotel import VERSION
from hotel.config import Settings
from hotel.errors import CloudLinkFailure


class CloudLink:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._http = httpx.AsyncClient(
            timeout=10,
            headers={"x-mitel-app": f"app=Hotel/{VERSION};platform=windows/11;session-id={uuid.uuid4()}"},
        )
        self._token = ""
        self._renew_at = 0.0

    async def _bearer(self) -> str:
        if time.monotonic() >= self._renew_at:
            answer = await self._http.post(  # !CL305
                self.settings.url("authentication", "token"),
                json={
                    "grant_type": "client_credentials",
                    "client_id": self.settings.client_id,
                    "client_secret": self.settings.client_secret,
                    "account_id": self.settings.account_id,
                },
            )
            grant = answer.json()
            self._token = grant["access_token"]
            self._renew_at = time.monotonic() + grant["expires_in"] - 30
        return self._token

    async def call(self, service: str, method: str, path: str, body: dict | None = None) -> dict:
        answer = await self._http.request(
            method,
            self.settings.url(service, path),
            json=body,
            headers={"Authorization": f"Bearer {await self._bearer()}"},
        )
        if answer.is_error:
            raise CloudLinkFailure(f"{method} of {service}", answer)
        return answer.json() if answer.content else {}

    async def close(self) -> None:
        await self._http.aclose()
