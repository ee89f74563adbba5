from aiohttp import web

from directory import Directory, DirectoryError

routes = web.RouteTableDef()


@routes.get("/pop/{number}")
async def pop(request: web.Request) -> web.Response:
    directory: Directory = request.app["directory"]
    try:
        contact = await directory.by_number(request.match_info["number"])
    except DirectoryError:  # !CL101
        contact = {"name": "Unknown caller"}
    return web.json_response(contact)
