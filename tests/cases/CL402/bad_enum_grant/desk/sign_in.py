import os

import httpx

from .grants import Grant

TOKEN = "https://authentication.eu.api.mitel.io/2017-09-01/token"


async def _ask(grant: Grant, fields: dict[str, str]) -> dict:
    body = fields | {"grant_type": grant.value, "client_id": os.environ["CLIENT_ID"]}
    async with httpx.AsyncClient() as http:
        reply = await http.post(TOKEN, data=body)
        reply.raise_for_status()
    return reply.json()


async def sign_in(user: str, secret: str) -> dict:
    return await _ask(Grant.USER, {"username": user, "password": secret})  # !CL402
