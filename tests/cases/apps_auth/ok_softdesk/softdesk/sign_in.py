"""Signing in, and knowing who signed in."""
from __future__ import annotations

import time
from dataclasses import dataclass, field

from .api import Api


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

    def user_id(self) -> str:
        assert self.grant is not None
        return self.api.call("GET", "admin", "/users/me")["userId"]
