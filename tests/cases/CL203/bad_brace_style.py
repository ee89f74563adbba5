# case: kind=server level=self-assessed
# expects: CL203
import logging
import sys

import aiohttp


def configure() -> logging.Logger:
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        logging.Formatter("{asctime} [{levelname}] {message}", style="{")  # !CL203
    )
    logger = logging.getLogger("presence")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    return logger


async def state(session: aiohttp.ClientSession, user_id: str) -> str:
    async with session.get(f"https://presence.api.mitel.io/2017-09-01/presentities/{user_id}") as resp:
        resp.raise_for_status()
        return (await resp.json())["state"]
