# case: kind=server level=self-assessed
# expects: CL101
import aiohttp
from aiohttp import web


@web.middleware
async def failures(request, handler):
    try:
        return await handler(request)
    except aiohttp.ClientResponseError:  # !CL101
        return web.json_response({"error": "upstream"}, status=502)


async def tags(request):
    async with aiohttp.ClientSession(raise_for_status=True) as http:
        async with http.get("https://admin.api.mitel.io/2017-09-01/accounts/me/tags") as reply:
            return web.json_response(await reply.json())


app = web.Application(middlewares=[failures])
app.router.add_get("/tags", tags)
