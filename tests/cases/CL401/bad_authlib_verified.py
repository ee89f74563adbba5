# case: kind=server level=compatible
# expects: CL401
"""Checks the id token against the published keys, which does not make reading it any better."""
import os

import httpx
from authlib.jose import JsonWebKey, JsonWebToken

AUTH = "https://authentication.api.mitel.io/2017-09-01"
_reader = JsonWebToken(["RS256"])


async def keys(http: httpx.AsyncClient) -> dict:
    answer = await http.get(f"{AUTH}/keys")
    answer.raise_for_status()
    return answer.json()


async def user_of(http: httpx.AsyncClient, code: str) -> str:
    answer = await http.post(
        f"{AUTH}/token",
        data={"grant_type": "authorization_code", "code": code, "client_id": os.environ["CLIENT_ID"]},
    )
    answer.raise_for_status()
    id_token = answer.json()["id_token"]
    claims = _reader.decode(id_token, JsonWebKey.import_key_set(await keys(http)))  # !CL401
    claims.validate()
    return claims["sub"]
