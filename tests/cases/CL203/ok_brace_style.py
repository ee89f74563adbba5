# case: kind=server level=self-assessed
# expects:
import logging
import sys
import time

import aiohttp


def configure() -> logging.Logger:
    formatter = logging.Formatter("{asctime} [{levelname}] {message}", "%Y-%m-%dT%H:%M:%S%z", style="{")
    formatter.converter = time.gmtime
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(formatter)
    logger = logging.getLogger("presence")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    return logger


async def state(session: aiohttp.ClientSession, user_id: str) -> str:
    async with session.get(f"https://presence.api.mitel.io/2017-09-01/presentities/{user_id}") as resp:
        resp.raise_for_status()
        return (await resp.json())["state"]
