"""The grants of the bridge: agents come by code, the bridge itself as a client."""
from __future__ import annotations

from urllib.parse import urlencode

import httpx
from django.conf import settings
from jose import jwt

from .cloudlink import APP, CloudLinkError, root


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
    return _token(grant_type="refresh_token", refresh_token=refresh_token)  # !CL405


def nightly(username: str, password: str) -> str:
    grant = _token(  # !CL402
        grant_type="password",
        username=username,
        password=password,
        client_id=settings.CLOUDLINK["client_id"],
    )
    return grant["access_token"]


def user_of(grant: dict) -> str:
    return jwt.get_unverified_claims(grant["access_token"])["principalId"]  # !CL401
