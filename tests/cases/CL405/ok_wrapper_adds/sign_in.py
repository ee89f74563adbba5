import aiohttp

from wire import grant


async def begin(session: aiohttp.ClientSession, code: str) -> dict:
    return await grant(session, "authorization_code", code=code)


async def keep(session: aiohttp.ClientSession, refresh_token: str) -> dict:
    return await grant(session, "refresh_token", refresh_token=refresh_token)
