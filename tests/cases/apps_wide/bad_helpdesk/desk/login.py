import httpx

from . import config
from .http import ApiError


async def login(name, password):
    form = dict(username=name, password=password, client_id=config.cloudlink.client_id)
    form["grant_type"] = "password"
    async with httpx.AsyncClient() as http:
        reply = await http.post(config.url("authentication", "token"), json=form)  # !CL402
    if reply.status_code != httpx.codes.OK:
        raise ApiError(reply.status_code, reply.text)
    return reply.json()["access_token"]
