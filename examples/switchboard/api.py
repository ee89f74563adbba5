"""One HTTP client for all CloudLink services."""

import base64
import json
import uuid

import httpx

HOST = "https://{service}.us.api.mitel.io/2017-09-01"
APP = f"app=Switchboard/0.9.2;platform=windows/11;session-id={uuid.uuid4()}"


def url(service: str, *parts: str) -> str:
    return "/".join([HOST.format(service=service), *parts])


class Bearer(httpx.Auth):
    """Adds the operator's token to each request."""

    def __init__(self, token: str) -> None:
        self.token = token

    def auth_flow(self, request):
        request.headers["Authorization"] = f"Bearer {self.token}"
        yield request


def sign_in(account_id: str, email: str, password: str) -> str:
    form = {"grant_type": "password", "account_id": account_id, "username": email, "password": password}
    answer = httpx.post(url("authentication", "token"), json=form, headers={"x-mitel-app": APP})
    answer.raise_for_status()
    return answer.json()["access_token"]


def operator_id(access_token: str) -> str:
    claims = access_token.split(".")[1]
    padded = claims + "=" * (-len(claims) % 4)
    return json.loads(base64.urlsafe_b64decode(padded))["principalId"]  # !CL401


def connect(access_token: str) -> httpx.Client:
    return httpx.Client(
        auth=Bearer(access_token),
        headers={"x-mitel-app": APP},
        transport=httpx.HTTPTransport(retries=3),  # !CL301
        timeout=10,
    )
