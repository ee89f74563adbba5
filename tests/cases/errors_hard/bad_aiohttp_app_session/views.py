import aiohttp
from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/conversations/{id}")
async def conversation(request):
    http = request.app["cloudlink"]
    try:
        async with http.get(f"/2017-09-01/conversations/{request.match_info['id']}") as reply:
            reply.raise_for_status()
            return web.json_response(await reply.json())
    except aiohttp.ClientError:  # !CL101
        return web.json_response({}, status=502)
