# case: kind=server level=self-assessed
# expects:
import aiohttp
from loguru import logger


async def capabilities(session: aiohttp.ClientSession, device_id: str) -> dict:
    url = f"https://admin.api.mitel.io/2017-09-01/devices/{device_id}/capabilities"
    try:
        async with session.get(url) as answer:
            answer.raise_for_status()
            return await answer.json()
    except aiohttp.ClientResponseError as exc:
        logger.opt(exception=True).warning("device {} has no capabilities; {}", device_id, exc.headers)
        return {}
