# case: kind=server level=compatible
# expects: CL405
import os

import httpx

TOKEN = "https://authentication.api.mitel.io/2017-09-01/token"
FIELDS = {"client_id": os.environ["CLIENT_ID"]}


def exchange(http: httpx.Client, code: str) -> dict:
    answer = http.post(TOKEN, data={**FIELDS, "grant_type": "authorization_code", "code": code})
    answer.raise_for_status()
    return answer.json()


def refresh(http: httpx.Client, grant: dict) -> dict:
    body = dict(grant_type="refresh_token", refresh_token=grant["refresh_token"], token_type="bearer")
    answer = http.post(TOKEN, data=body)  # !CL405
    answer.raise_for_status()
    return {**FIELDS, **answer.json()}
