import aiohttp
from aiohttp import web
from views import routes


async def session(app):
    app["cloudlink"] = aiohttp.ClientSession(base_url="https://chat.api.mitel.io")
    yield
    await app["cloudlink"].close()


def make():
    app = web.Application()
    app.cleanup_ctx.append(session)
    app.add_routes(routes)
    return app
