# case: kind=server level=compatible
# expects: CL402
from urllib.parse import quote_plus

import aiohttp
from aiohttp import web

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


async def sign_in(request: web.Request) -> web.Response:
    form = await request.post()
    user, secret = quote_plus(form["user"]), quote_plus(form["secret"])
    body = f"grant_type=password&client_id={request.app['client_id']}&username={user}&password={secret}"
    async with aiohttp.ClientSession(raise_for_status=True) as session:
        async with session.post(  # !CL402
            "https://authentication.api.mitel.io/2017-09-01/token", data=body, headers=FORM
        ) as reply:
            tokens = await reply.json()
    request.app["tokens"][form["user"]] = tokens
    return web.Response(status=204)
