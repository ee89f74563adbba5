"""The grants of the bridge: agents come by code, the bridge itself as a client."""
from __future__ import annotations

from urllib.parse import urlencode

import httpx
from django.conf import settings

from .cloudlink import APP, CloudLinkError, root
from .cloudlink import call


def _token(**form: str) -> dict:
    response = httpx.post(f"{root('authentication')}/token", data=form, headers={"x-mitel-app": APP})
    if response.is_error:
        raise CloudLinkError(response)
    return response.json()


def sign_in_address(state: str) -> str:
    query = {
        "response_type": "code",
        "client_id": settings.CLOUDLINK["client_id"],
        "redirect_uri": settings.PUBLIC_URL + "/in",
        "state": state,
    }
    return f"{settings.CLOUDLINK['portal']}?{urlencode(query)}"


def exchange(code: str) -> dict:
    return _token(
        grant_type="authorization_code",
        code=code,
        client_id=settings.CLOUDLINK["client_id"],
        redirect_uri=settings.PUBLIC_URL + "/in",
    )


def refresh(refresh_token: str) -> dict:
    return _token(
        grant_type="refresh_token", refresh_token=refresh_token, client_id=settings.CLOUDLINK["client_id"]
    )


def nightly() -> str:
    grant = _token(
        grant_type="client_credentials",
        client_id=settings.CLOUDLINK["client_id"],
        client_secret=settings.CLOUDLINK["client_secret"],
    )
    return grant["access_token"]


def user_of(grant: dict) -> str:
    return call("admin", "GET", "/users/me", grant["access_token"])["userId"]
