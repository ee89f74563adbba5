import os

import aiohttp


def open_session() -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        "https://presence.api.mitel.io/",
        headers={"Authorization": "Bearer " + os.environ["TOKEN"]},
        raise_for_status=True,
    )
