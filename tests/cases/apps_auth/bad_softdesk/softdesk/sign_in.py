"""Signing in, and knowing who signed in."""
from __future__ import annotations

import base64
import json
import os
import time
from dataclasses import dataclass, field

from .api import Api

PORTAL = "https://auth.mitel.io"


def portal_address(client_id: str) -> str:
    return f"{PORTAL}/authorize?client_id={client_id}"  # !CL404


@dataclass
class Grant:
    access: str
    refresh: str
    seconds: int
    since: float = field(default_factory=time.monotonic)

    def ends_soon(self) -> bool:
        return time.monotonic() - self.since > self.seconds - 60


class SignIn:
    def __init__(self, api: Api) -> None:
        self.api = api
        self.grant: Grant | None = None

    def _take(self, **body: str) -> Grant:
        made = self.api.call("POST", "authentication", "/token", body)
        self.grant = Grant(made["access_token"], made["refresh_token"], made["expires_in"])
        self.api.use(self.grant.access)
        return self.grant

    def with_password(self, account: str, user: str, password: str) -> Grant:
        return self._take(grant_type="password", account_id=account, username=user, password=password)

    def renew(self) -> Grant:
        assert self.grant is not None
        return self._take(grant_type="refresh_token", refresh_token=self.grant.refresh)

    def as_guest(self) -> Grant:
        return self._take(  # !CL403
            grant_type="client_credentials",
            client_id=os.environ["GUEST_ID"],
            client_secret=os.environ["GUEST_SECRET"],
        )

    def user_id(self) -> str:
        assert self.grant is not None
        payload = self.grant.access.split(".")[1]
        return json.loads(base64.urlsafe_b64decode(payload + "=="))["userId"]  # !CL401
