# case: kind=server level=self-assessed
# expects:
import logging

import aiohttp

logger = logging.getLogger("recordings")


class Recordings:
    def __init__(self, session: aiohttp.ClientSession, user_id: str) -> None:
        self._session = session
        self._user_id = user_id

    async def all(self) -> list[dict]:
        url = "https://media.api.mitel.io/2017-09-01/recordings"
        async with self._session.get(url, params={"userId": self._user_id}) as answer:
            if answer.status != 200:
                logger.error(
                    "recordings of %s: %d %s %s",
                    self._user_id,
                    answer.status,
                    await answer.text(),
                    dict(answer.headers),
                )
                return []
            return (await answer.json())["_embedded"]["items"]
