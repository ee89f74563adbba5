import jwt
from aiohttp import web

from .calls import transfer
from .hosts import SIGN_IN_PAGE, Service
from .people import People
from .session import Transport

routes = web.RouteTableDef()


@routes.get("/login")
async def login(request):
    raise web.HTTPFound(f"{SIGN_IN_PAGE}?response_type=code&client_id={request.app['client']}")  # !CL404


@routes.get("/me")
async def me(request):
    token = request.headers["Authorization"].removeprefix("Bearer ")
    async with Transport(token) as transport:
        user = jwt.decode(token, options={"verify_signature": False})["sub"]  # !CL401
        return web.json_response(await People(transport).find(user))


@routes.post("/calls/{call}/transfer")
async def move(request):
    body = await request.json()
    async with Transport(request.headers["X-Token"]) as transport:
        done = await transfer(transport, request.match_info["call"], body["to"])
    return web.json_response({"done": done})
