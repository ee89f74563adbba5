# case: kind=server level=compatible
# expects: CL402
import os

from aiohttp import ClientSession, FormData


async def sign_in(session: ClientSession, user: str, secret: str) -> str:
    form = FormData()
    form.add_field("grant_type", "password")  # !CL402
    form.add_field("client_id", os.environ["CLIENT_ID"])
    form.add_field("username", user)
    form.add_field("password", secret)
    reply = await session.post("https://authentication.api.mitel.io/2017-09-01/token", data=form)
    reply.raise_for_status()
    return (await reply.json())["access_token"]
