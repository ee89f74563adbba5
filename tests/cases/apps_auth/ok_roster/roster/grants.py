"""Every token comes from here."""
from __future__ import annotations

from enum import Enum
from urllib.parse import urlencode

from .config import config
from .gateway import send


class Grant(str, Enum):
    CODE = "authorization_code"
    REFRESH = "refresh_token"
    SERVICE = "client_credentials"


async def _token(grant: Grant, **fields: str) -> dict:
    return await send(
        "POST", "authentication", "/token", grant_type=grant.value, client_id=config().client_id, **fields
    )


def portal_link(state: str) -> str:
    query = {
        "response_type": "code",
        "redirect_uri": config().public_url + "/in",
        "state": state,
        "client_id": config().client_id,
    }
    return f"{config().portal}/authorize?{urlencode(query)}"


async def by_code(code: str) -> dict:
    return await _token(Grant.CODE, code=code, redirect_uri=config().public_url + "/in")


async def renewed(refresh_token: str) -> dict:
    return await _token(Grant.REFRESH, refresh_token=refresh_token)


async def service_token() -> str:
    grant = await _token(Grant.SERVICE, client_secret=config().client_secret)
    return grant["access_token"]


async def user_id(grant: dict) -> str:
    me = await send("GET", "admin", "/users/me", token=grant["access_token"])
    return me["userId"]
